import { readSheet } from '#foundation/ledger';
import { sample } from './harness.js';

/** What to write over in a row, by header; an empty text clears the cell. */
export type Changes = Readonly<Record<string, string>>;

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** A row of a sample ledger by its number in Excel, as header → text. */
function rowOf(
  ledger: string,
  row: number,
): { readonly headers: readonly string[]; readonly cells: Map<string, string> } {
  const { headers, rows } = readSheet(sample(ledger));
  const found = rows.find((each) => each.row === row);
  if (!found) throw new Error(`${ledger} has no row ${row}`);
  return { headers, cells: new Map(found.cells) };
}

/** A ledger of the same form that holds only this row, once for each of the changes. A header that is not there is an error. */
export function ledgerOf(ledger: string, row: number, ...variants: readonly Changes[]): Uint8Array {
  const { headers, cells } = rowOf(ledger, row);
  const lines = variants.map((changes) => {
    const strange = Object.keys(changes).find((header) => !headers.includes(header));
    if (strange !== undefined) throw new Error(`${ledger} has no column ${strange}`);
    return headers.map((header) => quoted(changes[header] ?? cells.get(header) ?? '')).join(',');
  });
  return new TextEncoder().encode(`\uFEFF${[headers.map(quoted).join(','), ...lines].join('\r\n')}\r\n`);
}

/** Clears cells: the columns of a step that is not taken. */
export const without = (...headers: readonly string[]): Changes =>
  Object.fromEntries(headers.map((header) => [header, '']));
