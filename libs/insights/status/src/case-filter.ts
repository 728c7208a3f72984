import { type AsOf } from '#foundation/read-model';

/** What a person may see: cases in these grid cells or villages, and own ones without a cell. Absent: the whole township. */
export interface Scope {
  readonly grids: readonly string[];
  readonly villages: readonly string[];
  /** Staff code of the person: cases in no cell are theirs when they acted in them or were assigned to them. */
  readonly own?: string;
}

export interface CaseFilter {
  readonly process?: string;
  /** Kinds of case that may be shown at all; absent for every kind. */
  readonly among?: readonly string[];
  readonly status?: string;
  readonly grid?: string;
  readonly village?: string;
  /** A case number (`违建〔2022〕第37号`, `2022-37`, `37`) or part of a place, two characters or more. */
  readonly q?: string;
  /** Opened between these local dates, both included. */
  readonly openedFrom?: string;
  readonly openedTo?: string;
  /** Only cases in which a term that the government owes is open and its day has passed, on that day or by `asOf`. */
  readonly overdueOn?: string;
  readonly scope?: Scope;
  /** Staff code of whoever asks: cases that complain of them are left out, at every position. */
  readonly hiddenFrom?: string;
  readonly asOf?: AsOf;
  /** Cursor of the page before: the `next` it came with. */
  readonly after?: string;
  /** 1 to 200, 50 when absent. */
  readonly limit?: number;
}

export interface CaseRow {
  readonly caseId: string;
  readonly process: string;
  readonly caseNo: string | null;
  readonly status: string;
  readonly statusSince: string | null;
  readonly gridCode: string | null;
  readonly village: string | null;
  readonly place: string | null;
  readonly openedOn: string | null;
  readonly lastEvent: string | null;
  readonly lastOn: string | null;
  /** Number of the last event in its stream: what `If-Match` takes. */
  readonly revision: number;
  /** Log position of the last event. */
  readonly position: number;
  readonly openObligations: number;
  /** Last day of the first open term that the government owes, in time or passed; null when there is none. */
  readonly nextDueOn: string | null;
}

export interface CasePage {
  /** The log position that the page shows. */
  readonly position: number;
  /** Newest registered first. */
  readonly cases: readonly CaseRow[];
  /** Cursor of the next page; absent on the last. */
  readonly next?: string;
}

/** The parts of a case number that a search text names, if it reads as one. */
export function readCaseNumber(q: string): { readonly year?: number; readonly seq: number } | undefined {
  const text = q.normalize('NFKC').trim();
  const whole = /(\d{4})\D{1,4}?(\d{1,9})\s*号?$/u.exec(text);
  if (whole) return { year: Number(whole[1]), seq: Number(whole[2]) };
  const alone = /^(?:第\s*)?(\d{1,9})\s*号?$/u.exec(text);
  return alone ? { seq: Number(alone[1]) } : undefined;
}

/** A cursor is the first position of the last case of a page; anything else is no cursor. */
export function readCursor(after: string | undefined): number | undefined {
  return after !== undefined && /^\d{1,15}$/.test(after) ? Number(after) : undefined;
}
