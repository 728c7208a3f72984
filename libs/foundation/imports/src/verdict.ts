import { type RefusalCode } from '#foundation/process';

/** What the import answered to one row of the file. */
export interface RowVerdict {
  /** Row number as Excel shows it. */
  readonly row: number;
  readonly verdict: 'accepted' | 'refused';
  /** Number of the case as the ledger writes it; absent where the row could not be read. */
  readonly ledgerNumber?: string;
  /** Of an accepted row; a dry run names no case, because it opens none. */
  readonly caseId?: string;
  /** Case number of the product, for example 违建〔2022〕第37号. */
  readonly caseNo?: string;
  /** Of an accepted row: false when an earlier import had recorded it already. */
  readonly first?: boolean;
  readonly code?: RefusalCode;
  /** Event of the step that was refused. */
  readonly step?: string;
  /** Header of the cell that could not be read. */
  readonly column?: string;
}

export interface RowRefusal {
  readonly row: number;
  readonly code: RefusalCode;
  readonly step?: string;
  readonly column?: string;
}

export interface ImportResult {
  /** Kind of ledger. */
  readonly kind: string;
  readonly rows: number;
  readonly accepted: number;
  readonly refused: number;
  readonly refusals: readonly RowRefusal[];
  readonly verdicts: readonly RowVerdict[];
}

export function resultOf(kind: string, verdicts: readonly RowVerdict[]): ImportResult {
  const refusals = verdicts.flatMap(({ row, verdict, code, step, column }) =>
    verdict === 'refused' && code ? [{ row, code, ...(step ? { step } : {}), ...(column ? { column } : {}) }] : [],
  );
  const { length: rows } = verdicts;
  return { kind, rows, accepted: rows - refusals.length, refused: refusals.length, refusals, verdicts };
}
