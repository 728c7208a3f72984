import { CsvError, parse } from 'csv-parse/sync';
import { Refusal } from '#foundation/process';

/** A table as Excel shows it. */
export interface Sheet {
  readonly headers: readonly string[];
  readonly rows: readonly SheetRow[];
}

export interface SheetRow {
  /** Row number as Excel shows it: the header is row 1; a line break inside a cell starts no new row. */
  readonly row: number;
  /** Cell texts by header: blanks at both ends removed, full-width digits made ordinary; empty cells are absent. */
  readonly cells: ReadonlyMap<string, string>;
}

/**
 * Reads a CSV file in UTF-8, with or without BOM. Nothing is guessed: a file in another encoding, with an open quote,
 * with a header twice or with a row of the wrong length is refused as a whole with R-IMPORT-FILE.
 *
 * Rows that hold nothing, which Excel likes to leave behind, are skipped and keep their number.
 */
export function readSheet(file: Uint8Array | string): Sheet {
  const [first, ...rest] = records(typeof file === 'string' ? file.replace(/^\uFEFF/, '') : decode(file));
  const { headers, named } = headersOf(first);
  const rows = rest.flatMap((record, at) => {
    const row = at + 2;
    const texts = record.map(cellText);
    if (texts.every((text) => text === '')) return [];
    if (record.length !== headers.length) {
      throw unreadable(`row ${row} has ${record.length} cells under ${headers.length} headers`);
    }
    const stray = texts.findIndex((text, column) => text !== '' && headers[column] === '');
    if (stray >= 0) throw unreadable(`row ${row} has a cell under no header`);
    const cells = new Map(headers.map((header, column) => [header, texts[column]!] as const));
    return [{ row, cells: new Map([...cells].filter(([, text]) => text !== '')) }];
  });
  return { headers: named, rows };
}

/** More than the longest line of headers takes, and no work to read. */
const headBytes = 64 * 1024;

/**
 * The headers alone, by which a ledger is known at once however long it is; what follows them is not looked at.
 * @throws Refusal R-IMPORT-FILE as `readSheet` does
 */
export function readHeaders(file: Uint8Array): readonly string[] {
  const head = decode(file.subarray(0, headBytes), { whole: file.length <= headBytes });
  return headersOf(records(head, { to: 1 })[0]).named;
}

function headersOf(first: readonly string[] | undefined): { headers: readonly string[]; named: readonly string[] } {
  const headers = (first ?? []).map(cellText);
  const named = headers.filter((header) => header !== '');
  if (named.length === 0) throw unreadable('the first line holds no headers');
  const twice = named.find((header, at) => named.indexOf(header) !== at);
  if (twice !== undefined) throw unreadable(`the column ${twice} appears twice`);
  return { headers, named };
}

/** A cell as it counts: blanks around it (U+3000 too) mean nothing, full-width digits equal ordinary ones. */
function cellText(raw: string): string {
  return raw.trim().replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}

function decode(bytes: Uint8Array, { whole } = { whole: true }): string {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) throw unreadable('it is an Excel workbook: save it as CSV UTF-8 first');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !whole });
  } catch {
    throw unreadable('it is not in UTF-8: save it as CSV UTF-8');
  }
}

function records(text: string, options: { readonly to?: number } = {}): string[][] {
  if (text.includes('\0')) throw unreadable('it is not a text file');
  try {
    // The length of rows is tested above, where the row can be named; the library would count lines instead.
    return parse(text, { ...options, relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] });
  } catch (error) {
    if (error instanceof CsvError) throw unreadable(error.message);
    throw error;
  }
}

function unreadable(reason: string): Refusal {
  return new Refusal('R-IMPORT-FILE', 'malformed', { reason });
}
