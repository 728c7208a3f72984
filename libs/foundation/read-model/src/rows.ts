import { isLocalDate } from '#foundation/calendar';
import { type Statement } from './projection.js';

/** PostgreSQL types of the columns of a table, in the order in which they are written. */
export type Columns = Readonly<Record<string, ColumnType>>;
export type ColumnType = 'bigint' | 'integer' | 'boolean' | 'uuid' | 'date' | 'timestamptz' | 'text' | 'jsonb';

export type Cell = string | number | boolean | null | undefined;
export type Row<C extends Columns> = { readonly [Column in keyof C]: Cell };

/** PostgreSQL cannot hold NUL in text; an event may. The read side shows it as the replacement character. */
const quoted = (value: string): string => `"${troubled.test(value) ? mended(value) : value}"`;
const troubled = /["\\\0]/;
const mended = (value: string): string => value.replaceAll('\0', '\ufffd').replace(/["\\]/g, '\\$&');

/** Days are few and every row has some: each is examined once. */
const days = new Map<Cell, boolean>();

function isDay(cell: Cell): boolean {
  let answer = days.get(cell);
  if (answer === undefined) {
    if (days.size > 20_000) days.clear();
    days.set(cell, (answer = isLocalDate(cell)));
  }
  return answer;
}

const timeOfDay = /^T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

/** A day that exists, a time of it, and how far that is from UTC. */
const isInstant = (value: Cell): boolean =>
  typeof value === 'string' && isDay(value.slice(0, 10)) && timeOfDay.test(value.slice(10));

/**
 * One value inside an array literal. History cannot be refused: a date that is none is left empty, so that no event,
 * however strange, can stop the read side.
 */
function item(type: ColumnType, cell: Cell): string {
  if (cell === null || cell === undefined) return 'NULL';
  switch (type) {
    case 'text':
    case 'jsonb':
      return quoted(String(cell));
    case 'date':
      return isDay(cell) ? String(cell) : 'NULL';
    case 'timestamptz':
      return isInstant(cell) ? `"${String(cell)}"` : 'NULL';
    case 'bigint':
    case 'integer':
      return Number.isSafeInteger(cell) ? String(cell) : 'NULL';
    default:
      return String(cell);
  }
}

/** An array literal of one column. Written by hand because the driver's own would quote and escape every number. */
const literal = (type: ColumnType, cells: readonly Cell[]): string =>
  `{${cells.map((cell) => item(type, cell)).join(',')}}`;

/**
 * Rows as a source for set-based SQL: `from ${unnest.sql} as r(...)`, whatever their number one statement text.
 * Parameters begin at `$first`.
 */
export function unnested<C extends Columns>(
  columns: C,
  rows: readonly Row<C>[],
  first = 1,
): { readonly sql: string; readonly values: readonly string[] } {
  const names = Object.keys(columns);
  return {
    sql: `unnest(${names.map((name, index) => `$${first + index}::${columns[name]}[]`).join(', ')}) as r(${names.join(', ')})`,
    values: names.map((name) =>
      literal(
        columns[name]!,
        rows.map((row) => row[name]),
      ),
    ),
  };
}

/** Inserts rows in one statement; nothing for no rows. `conflict` is the `on conflict` clause that makes it repeatable. */
export function insertRows<C extends Columns>(
  table: string,
  columns: C,
  rows: readonly Row<C>[],
  conflict: string,
): Statement[] {
  if (rows.length === 0) return [];
  const { sql, values } = unnested(columns, rows);
  const names = Object.keys(columns).join(', ');
  return [{ text: `insert into ${table} (${names}) select ${names} from ${sql} on conflict ${conflict}`, values }];
}
