import { viewOf } from './case-view.js';
import { type Process, type Step } from './process.js';
import { type RefusalCode } from './refusal.js';
import { type CaseState } from './state.js';

/** Something only one case may hold at a time: an official number, the place of an open case. */
export interface Claim {
  readonly kind: string;
  readonly value: string;
  /** What a second taker is refused with. */
  readonly refusal: RefusalCode;
}

export const claimKey = (claim: Claim): string => `${claim.kind}\u0000${claim.value}`;

/** Numbers are compared as people read them: full-width forms folded, blanks dropped. */
export const normaliseNumber = (value: string): string => value.normalize('NFKC').replace(/\s+/gu, '').toUpperCase();

/** Kind of the claim by which a case of that process is found under its registered number. */
export const registeredKind = (process: string): string => `${process}-id`;

/** One space of numbers for the whole product: a notice and a decision never share one (R-ALL-06). */
export function numberClaims(
  step: Step,
  data: Readonly<Record<string, unknown>>,
  fields: readonly string[] = step.numbers,
): Claim[] {
  const claims: Claim[] = [];
  for (const field of fields) {
    const value = data[field];
    if (typeof value === 'string' && value !== '')
      claims.push({ kind: 'number', value: normaliseNumber(value), refusal: 'R-ALL-06' });
  }
  return claims;
}

/** All that the case holds as it stands: its numbers for good, its place while it is open. */
export function heldClaims(process: Process, state: CaseState): readonly Claim[] {
  const claims: Claim[] = [];
  for (const event of state.events) {
    const step = process.stepOfEvent.get(event.type);
    if (!step || step.numbers.length + step.sharedNumbers.length === 0) continue;
    claims.push(...numberClaims(step, event.data));
    const shared = numberClaims(step, event.data, step.sharedNumbers);
    claims.push(...shared.filter((each) => !claims.some((held) => claimKey(held) === claimKey(each))));
  }
  if (state.revision < 0) return claims;
  const view = viewOf(state, process.restarts);
  const registered = process.registeredAs(view);
  if (registered !== undefined)
    claims.push({ kind: registeredKind(process.name), value: normaliseNumber(registered), refusal: 'R-ALL-06' });
  claims.push(...process.keeps(view));
  if (process.states[state.status]?.open) claims.push(...process.holds(view));
  return claims;
}
