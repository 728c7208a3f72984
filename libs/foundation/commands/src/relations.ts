import {
  type CaseState,
  type CaseView,
  correctedEventOf,
  type DecisionContext,
  normaliseNumber,
  type Process,
  type RelatedCase,
  replacedData,
  type Step,
  viewOf,
} from '#foundation/process';
import { type Cases } from './case-store.js';
import { isUuid } from './ids.js';
import { type StepRequest } from './request.js';

/** Where other cases are found. */
export interface Lookups {
  readonly processes: ReadonlyMap<string, Process>;
  /** Id of the case that is registered under a number, undefined for none. */
  readonly caseIdOf: (process: string, number: string) => Promise<string | undefined>;
  /** Ids of all cases of a kind that belong to a case, up to this moment of the log. */
  readonly childrenOf: (process: string, parent: string) => Promise<readonly string[]>;
}

type Relations = Pick<DecisionContext, 'related' | 'children'>;

/**
 * Folds the other cases that a step's rules read. Each is read as it stands now; a case that moves on between this
 * reading and the append is not locked, which the rules of the specification allow: they refuse what is void when
 * decided.
 */
export async function relationsOf(
  process: Process,
  state: CaseState,
  { step, body }: StepRequest,
  store: Cases,
  lookups: Lookups,
): Promise<Relations> {
  const history = step.correction ? stepsTakenAgain(process, state, body) : [];
  const elsewhere = process.obligations.flatMap((spec) => {
    // What opened here and was settled there is seen as settled when its closing is taken again.
    const again = Object.keys(spec.opens).length > 0 && history.some((each) => spec.blocks[each.step.event]);
    return ((spec.blocks[step.event] || again) && spec.elsewhere) || [];
  });
  const declares = step.declaresRelations || history.some((each) => each.step.declaresRelations);
  if (elsewhere.length === 0 && step.relatesChildren.length === 0 && !declares) return {};
  const view = viewOf(state, process.restarts);
  const wanted = [
    ...relatedOf(() => step.relates(body, view)),
    ...history.flatMap((each) => relatedOf(() => each.step.relates(each.data, view))),
    ...elsewhere.flatMap(({ cases }) => cases?.(view) ?? []),
  ];
  const related = new Map<string, CaseView>();
  for (const { process: name, ref } of wanted) {
    const key = `${name} ${ref}`;
    if (related.has(key)) continue;
    const found = await viewOfCase(
      name,
      isUuid(ref) ? ref : await lookups.caseIdOf(name, normaliseNumber(ref)),
      store,
      lookups,
    );
    if (found) related.set(key, found);
  }
  const children = new Map<string, readonly CaseView[]>();
  const parent = process.registeredAs(view) ?? state.caseId;
  for (const name of step.relatesChildren) {
    const ids = await lookups.childrenOf(name, parent);
    const views = await Promise.all(ids.map((id) => viewOfCase(name, id, store, lookups)));
    children.set(
      name,
      views.filter((each) => each !== undefined),
    );
  }
  return {
    related: (name, ref) => related.get(`${name} ${ref}`),
    children: (name) => children.get(name) ?? [],
  };
}

const namesACase = (field: string): boolean => field.endsWith('CaseRef');

/**
 * The cases that a step names, of which its rules ask for the kind: those of the step itself, and for a correction,
 * which takes every step of the case again, of all of them and of its new values.
 */
export function namedCases(state: CaseState, { step, body }: StepRequest): ReadonlySet<string> {
  const named: unknown[] = casesIn(body);
  if (step.correction) {
    named.push(...state.events.flatMap((event) => casesIn(event.data)));
    const pairs = Array.isArray(body.replacedFields) ? body.replacedFields : [];
    for (const pair of pairs)
      if (typeof pair === 'string') named.push(/^\s*\w+CaseRef\s*=\s*(\S+)\s*$/u.exec(pair)?.[1]);
  }
  return new Set(named.filter((ref): ref is string => typeof ref === 'string' && isUuid(ref)));
}

const casesIn = (data: Readonly<Record<string, unknown>>): unknown[] =>
  Object.entries(data).flatMap(([field, value]) => (namesACase(field) ? [value] : []));

/** A correction takes every step of the case again, the corrected one with its new values. */
function stepsTakenAgain(
  process: Process,
  state: CaseState,
  { correctedEventId, replacedFields }: StepRequest['body'],
): readonly { readonly step: Step; readonly data: StepRequest['body'] }[] {
  const target = correctedEventOf(state, correctedEventId);
  return state.events.flatMap(({ id, type, data }) => {
    const step = process.stepOfEvent.get(type);
    if (!step) return [];
    return [{ step, data: id === target ? replacedData(step, data, replacedFields).data : data }];
  });
}

/** A body that is not yet tested may hold anything: what cannot be read relates to nothing and is refused later. */
function relatedOf(read: () => readonly RelatedCase[]): readonly RelatedCase[] {
  try {
    return read().filter(({ ref }) => typeof ref === 'string');
  } catch {
    return [];
  }
}

async function viewOfCase(
  name: string,
  caseId: string | undefined,
  store: Cases,
  { processes }: Lookups,
): Promise<CaseView | undefined> {
  const process = processes.get(name);
  if (!process || caseId === undefined) return undefined;
  const state = await store.reload(process, caseId);
  return state.revision < 0 ? undefined : viewOf(state, process.restarts);
}
