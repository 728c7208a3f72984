import { type HistoryEntry } from '../api/queries';
import { type Field, type Product, type Step } from '../product/product';

export interface KnownFact {
  readonly field: Field;
  readonly value: unknown;
  readonly step: Step;
  readonly on: string;
}

/** What describes the matter itself; dates, numbers of papers and evidence are told by the timeline. */
const describing = new Set(['code', 'int', 'bool', 'text', 'ref', 'struct']);

/** The latest value of every describing field, as it counts after corrections, in the order in which they came up. */
export function factsOf(product: Product, events: readonly HistoryEntry[]): KnownFact[] {
  const facts = new Map<string, KnownFact>();
  for (const event of events) {
    const step = product.step(event.type);
    if (!step || step.correction || step.shared) continue;
    const data = event.corrected ?? event.data;
    for (const field of step.fields) {
      const value = data[field.name];
      if (value === undefined || !describing.has(field.type) || field.staff || field.name === 'caseId') continue;
      const known = `${field.name}.${field.label.zh}`;
      const order = facts.get(known);
      if (order) Object.assign(order, { value, step, on: event.on });
      else facts.set(known, { field, value, step, on: event.on });
    }
  }
  return [...facts.values()];
}
