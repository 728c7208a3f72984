import { type CaseView } from './case-view.js';
import { type CaseSummary, type Process } from './process.js';

/** What a case is listed and counted by, as far as it is known. */
export type KnownSummary = Readonly<Record<keyof CaseSummary, string | undefined>>;

export const noSummary: KnownSummary = { gridCode: undefined, place: undefined, parent: undefined };
/** As `noSummary`, of a case in a cell that nobody can tell: whoever acts in some cells only does not act there. */
export const unreadableSummary: KnownSummary = { ...noSummary };

/**
 * History cannot be refused: where the words of a case make no sense to its process it has no cell, no place and no
 * parent, and nothing stands still.
 */
export function summaryOf(process: Process, kase: CaseView): KnownSummary {
  try {
    const { gridCode, place, parent } = process.summary(kase);
    return { gridCode: textOf(gridCode), place: textOf(place), parent: textOf(parent) };
  } catch {
    return unreadableSummary;
  }
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
