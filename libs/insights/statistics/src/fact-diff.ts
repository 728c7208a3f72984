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

interface Named {
  readonly gridCode: string | undefined;
  readonly groupId: number;
  readonly text: string;
  readonly key: number;
}

/** Kept with the fact: it stands in the case after every later event too. */
const names = new WeakMap<Fact, Named>();

function namesOf(fact: Fact, gridCode: string | undefined): Named {
  let named = names.get(fact);
  if (named?.gridCode !== gridCode || named === undefined) {
    const dims = dimsText(fact);
    const text = `${fact.eventId} ${fact.kind} ${fact.on} ${fact.until} ${fact.quantity} ${fact.key} ${gridCode} ${dims}`;
    named = { gridCode, groupId: groupOf(fact, dims), text, key: numberOf(text) };
    names.set(fact, named);
  }
  return named;
}

const keyed = new WeakMap<CaseState, ReadonlyMap<number, KeyedFact>>();

/** The facts that stand in a case, by key. A case moved to another grid cell has other facts: its figures move. */
function factsOf(state: CaseState): ReadonlyMap<number, KeyedFact> {
  let facts = keyed.get(state);
  if (!facts) {
    const found = new Map<number, KeyedFact>();
    if (state.facts.length > 0) {
      const { gridCode } = state.summary;
      for (const fact of state.facts) {
        const { groupId, text, key: first } = namesOf(fact, gridCode);
        let key = first;
        for (let again = 1; found.has(key); again++) key = numberOf(`${text} ${again}`);
        found.set(key, { fact, gridCode, groupId, key });
      }
    }
    keyed.set(state, (facts = found));
  }
  return facts;
}

const none = { voided: [], added: [] };

/** What an event changed in the figures: facts that no longer stand, and facts that now do. */
export function factDiff(
  before: CaseState,
  after: CaseState,
): { readonly voided: readonly KeyedFact[]; readonly added: readonly KeyedFact[] } {
  if (before.facts.length === 0 && after.facts.length === 0) return none;
  if (before.facts === after.facts && before.summary.gridCode === after.summary.gridCode) return none;
  const was = factsOf(before);
  const is = factsOf(after);
  return {
    voided: [...was.values()].filter(({ key }) => !is.has(key)),
    added: [...is.values()].filter(({ key }) => !was.has(key)),
  };
}
