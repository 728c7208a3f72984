import { createHash } from 'node:crypto';
import { type LocalDate } from '#foundation/calendar';
import { findPersonalData } from '#foundation/privacy';
import { Refusal } from '#foundation/process';
import { type CellValue, type FieldValue } from './formats.js';
import {
  type Cells,
  columnsOf,
  type LedgerColumn,
  ledgerColumns,
  type LedgerMapping,
  type LedgerStep,
} from './mapping.js';
import { readSheet, type Sheet, type SheetRow } from './sheet.js';

export interface Ledger {
  /** The mapping's kind. */
  readonly kind: string;
  readonly headers: readonly string[];
  readonly rows: readonly LedgerRow[];
}

export type LedgerRow = GoodRow | RefusedRow;

interface RowHead {
  /** Row number as Excel shows it. */
  readonly row: number;
  /** SHA-256 (hex) over what the row says; the same whatever the order of columns and rows. */
  readonly contentHash: string;
}

/** A row that could be read; whether its steps are allowed is for the process to say. */
export interface GoodRow extends RowHead {
  /** Empty when the cell is. */
  readonly caseNumber: string;
  /** By date; on the same day in the order of the process. */
  readonly steps: readonly StepTaken[];
}

export interface RefusedRow extends RowHead {
  readonly refusal: {
    readonly code: 'R-IMPORT-CELL' | 'R-ALL-11';
    /** Header of the leftmost cell at fault. */
    readonly column: string;
  };
}

export interface StepTaken {
  /** Event type. */
  readonly event: string;
  /** Date of the ★ cell. */
  readonly on: LocalDate;
  /** Values in stored units; fields of empty cells are absent. */
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** Who took the step, where the ledger says so. */
  readonly actorStaffRef?: string;
  /** Header of the column that each field came from; derived fields have none. */
  readonly columns: Readonly<Record<string, string>>;
  /** The other case in whose stream the step belongs, by its registered number; absent for the row's own case. */
  readonly of?: { readonly process: string; readonly number: string };
}

/** The mapping for these headers, or a Refusal R-IMPORT-FILE when none of them, or more than one, fits. */
export function recogniseLedger(sheet: Pick<Sheet, 'headers'>, mappings: readonly LedgerMapping[]): LedgerMapping {
  const headers = new Set(sheet.headers);
  const fitting = mappings.filter((mapping) => mapping.recognisedBy.every((header) => headers.has(header)));
  if (fitting.length === 1) return fitting[0]!;
  const reason = fitting.length === 0 ? 'its columns are those of no known ledger' : 'its columns fit several ledgers';
  throw new Refusal('R-IMPORT-FILE', 'malformed', { reason });
}

/**
 * Reads a paper ledger into the steps of its cases. A row is refused here for two things only: a cell that cannot be
 * read as its column asks (R-IMPORT-CELL), and a number of a person in any of its texts (R-ALL-11).
 *
 * Nothing is lost silently. A file with a column missing or unknown is refused as a whole (R-IMPORT-FILE), and a filled
 * cell of a step that the row does not take cannot be read as its column asks.
 */
export function readLedger(file: Uint8Array | string | Sheet, mapping: LedgerMapping): Ledger {
  const sheet = typeof file === 'string' || file instanceof Uint8Array ? readSheet(file) : file;
  const columns = ledgerColumns(mapping);
  const missing = [...columns.keys()].filter((header) => !sheet.headers.includes(header));
  const unknown = sheet.headers.filter((header) => !columns.has(header));
  if (missing.length > 0 || unknown.length > 0) {
    const parts = [
      missing.length && `missing: ${missing.join(', ')}`,
      unknown.length && `unknown: ${unknown.join(', ')}`,
    ];
    throw new Refusal('R-IMPORT-FILE', 'malformed', { reason: `columns ${parts.filter(Boolean).join('; ')}` });
  }
  const inOrder = sheet.headers.map((header) => columns.get(header)!);
  return {
    kind: mapping.kind,
    headers: sheet.headers,
    rows: sheet.rows.map((row) => readRow(row, inOrder, mapping)),
  };
}

function readRow(row: SheetRow, columns: readonly LedgerColumn[], mapping: LedgerMapping): LedgerRow {
  const head: RowHead = { row: row.row, contentHash: contentHashOf(row, mapping) };
  const cells: Record<string, CellValue | undefined> = {};
  for (const { header, format } of columns) {
    const text = row.cells.get(header);
    if (text !== undefined) cells[header] = format.read(text);
  }
  const leftmost = (found: (header: string) => boolean) => columns.find(({ header }) => found(header))?.header;
  const unreadable = leftmost((header) => row.cells.has(header) && cells[header] === undefined);
  if (unreadable !== undefined) return { ...head, refusal: { code: 'R-IMPORT-CELL', column: unreadable } };

  const taken = mapping.steps.flatMap((place) => {
    if (cells[place.star] === undefined) return [];
    return ['oneOf' in place ? place.choose(cells) : place];
  });
  const read = new Set(
    [mapping.caseNumber, ...mapping.remarks, ...taken.flatMap(columnsOf)].map(({ header }) => header),
  );
  const stray = leftmost((header) => row.cells.has(header) && !read.has(header));
  if (stray !== undefined) return { ...head, refusal: { code: 'R-IMPORT-CELL', column: stray } };

  const personal = leftmost((header) => findPersonalData(row.cells.get(header) ?? '') !== undefined);
  if (personal !== undefined) return { ...head, refusal: { code: 'R-ALL-11', column: personal } };
  const steps = taken.map((step) => takeStep(step, cells)).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return { ...head, caseNumber: String(cells[mapping.caseNumber.header] ?? ''), steps };
}

function takeStep(step: LedgerStep, cells: Cells): StepTaken {
  // A moment counts by its day: steps of one day keep the order of their columns.
  const on: LocalDate = String(cells[step.star]).slice(0, 10);
  const fields: Record<string, FieldValue> = {};
  const columns: Record<string, string> = {};
  for (const [field, { header, format }] of Object.entries(step.fields)) {
    const value = cells[header];
    if (value === undefined) continue;
    fields[field] = format.timeOfDay ? `${on}T${value}` : value;
    columns[field] = header;
  }
  for (const [field, derive] of Object.entries(step.derived ?? {})) {
    const value = derive(cells);
    if (value !== undefined) fields[field] = value;
  }
  const actor = step.actor && cells[step.actor.header];
  return {
    ...{ event: step.event, on, fields, columns },
    ...(typeof actor === 'string' ? { actorStaffRef: actor } : {}),
    ...(step.of ? { of: { process: step.of.process, number: String(cells[step.of.number.header] ?? '') } } : {}),
  };
}

/** What the row says, not how the file is laid out: importing a sorted or re-saved ledger again changes nothing. */
function contentHashOf({ cells }: SheetRow, { kind }: LedgerMapping): string {
  const said = [...cells].sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([kind, said]))
    .digest('hex');
}
