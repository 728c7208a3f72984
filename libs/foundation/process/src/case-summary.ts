import { type CaseView } from './case-view.js';
import { type Process } from './process.js';

/** What a case is listed and counted by, as far as it is known. */
export interface KnownSummary {
  readonly gridCode: string | undefined;
  readonly place: string | undefined;
  readonly parent: string | undefined;
}

export const noSummary: KnownSummary = { gridCode: undefined, place: undefined, parent: undefined };
/**
 * History cannot be refused: where the words of a case make no sense to its process it has no cell, no place and no
 * parent, and nothing stands still.
 */
export function summaryOf(process: Process, kase: CaseView): KnownSummary {
  try {
    const { gridCode, place, parent } = process.summary(kase);
    return { gridCode: textOf(gridCode), place: textOf(place), parent: textOf(parent) };
  } catch {
    return noSummary;
  }
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
