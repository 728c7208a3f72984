import { hash } from 'node:crypto';
import { type CaseState, type Fact } from '#foundation/process';

/** A fact with the names it goes by in the tables. */
export interface KeyedFact {
  readonly fact: Fact;
  readonly gridCode: string | undefined;
  /** Names kind and dimensions: the same number on every build. */
  readonly groupId: number;
  /** Names the fact within its case by all that it says; the second of two equal facts has another key. */
  readonly key: number;
}

/** 52 bits of SHA-256: a safe integer. Groups are hundreds and a case has few facts; no two of them meet. */
const numberOf = (text: string): number => Number.parseInt(hash('sha256', text).slice(0, 13), 16);

const groups = new Map<string, number>();

export const dimsText = (fact: Fact): string =>
  JSON.stringify(Object.fromEntries(Object.entries(fact.dims).sort(([a], [b]) => (a < b ? -1 : 1))));

function groupOf(fact: Fact, dims: string): number {
  const name = `${fact.kind} ${dims}`;
  let id = groups.get(name);
  if (id === undefined) {
    // Codes are few; a stray value in a dimension must not make this grow for ever.
    if (groups.size > 10_000) groups.clear();
    groups.set(name, (id = numberOf(name)));
  }
  return id;
}

/** Facts by key; of equal ones the later has another. A case moved to another grid cell has other facts: its figures move. */
function keyed(facts: readonly Fact[], gridCode: string | undefined): ReadonlyMap<number, KeyedFact> {
  const found = new Map<number, KeyedFact>();
  for (const fact of facts) {
    const dims = dimsText(fact);
    const text = `${fact.eventId} ${fact.kind} ${fact.on} ${fact.until} ${fact.quantity} ${fact.key} ${gridCode} ${dims}`;
    let key = numberOf(text);
    for (let again = 1; found.has(key); again++) key = numberOf(`${text} ${again}`);
    found.set(key, { fact, gridCode, groupId: groupOf(fact, dims), key });
  }
  return found;
}

/**
 * The facts that came to those that stood before, where nothing else happened: no fact fell, none moved to another cell,
 * and the keys of the new ones do not depend on the old, since other events carry those. So it is with most steps.
 */
function onlyAdded(before: CaseState, after: CaseState): readonly Fact[] | undefined {
  const stood = before.facts;
  if (before.summary.gridCode !== after.summary.gridCode) return undefined;
  if (stood.some((fact, index) => fact !== after.facts[index])) return undefined;
  const added = after.facts.slice(stood.length);
  return added.some(({ eventId }) => stood.some((fact) => fact.eventId === eventId)) ? undefined : added;
}

/** What an event changed in the figures: facts that no longer stand, and facts that now do. */
export function factDiff(
  before: CaseState,
  after: CaseState,
): { readonly voided: readonly KeyedFact[]; readonly added: readonly KeyedFact[] } {
  const { gridCode } = after.summary;
  const added = onlyAdded(before, after);
  if (added) return { voided: none, added: added.length > 0 ? [...keyed(added, gridCode).values()] : none };
  const was = keyed(before.facts, before.summary.gridCode);
  const is = keyed(after.facts, gridCode);
  return {
    voided: [...was.values()].filter(({ key }) => !is.has(key)),
    added: [...is.values()].filter(({ key }) => !was.has(key)),
  };
}

const none: readonly never[] = [];
