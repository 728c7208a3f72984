import { BinaryArrays, type Cell, type ColumnType } from './binary-arrays.js';
import { type Statement } from './projection.js';

/** PostgreSQL types of the columns of a table, in the order in which they are written. */
export type Columns = Readonly<Record<string, ColumnType>>;
export type Row<C extends Columns> = { readonly [Column in keyof C]: Cell };

/** What a value takes on average, most of them numbers, ids, days and short words. */
const bytesACell = 20;

/**
 * Rows as a source for set-based SQL: `from ${unnest.sql}`, known there as `r`, whatever their number one statement
 * text. The arrays are opened side by side in a list of columns; opened in `from`, each would be written down apart and
 * read again. Parameters begin at `$first`.
 */
export function unnested<C extends Columns>(
  columns: C,
  rows: readonly Row<C>[],
  first = 1,
): { readonly sql: string; readonly values: readonly Buffer[] } {
  const names = Object.keys(columns);
  const arrays = new BinaryArrays(names.length * (rows.length + 1) * bytesACell);
  for (const name of names) arrays.add(columns[name]!, rows, name);
  return {
    sql: `(select ${names.map((name, index) => `unnest($${first + index}::${columns[name]}[]) as ${name}`).join(', ')}) as r`,
    values: arrays.finished(),
  };
}

/** Inserts rows in one statement; nothing for no rows. `conflict` is the `on conflict` clause that makes it repeatable. */
export const insertRows = <C extends Columns>(
  table: string,
  columns: C,
  rows: readonly Row<C>[],
  conflict: string,
): Statement[] => inserted(table, columns, rows, `on conflict ${conflict}`);

/**
 * Inserts rows of a table that only grows, in one statement; nothing for no rows. The rows of a batch are stored
 * together or not at all, so a look for the first of them, by the columns of `key`, tells whether they are there. To
 * ask for each whether it conflicts is a third of what storing it costs.
 */
export function appendRows<C extends Columns>(
  table: string,
  columns: C,
  rows: readonly Row<C>[],
  key: readonly (keyof C & string)[],
): Statement[] {
  const names = Object.keys(columns);
  const first = key.map((name) => `t.${name} = ($${names.indexOf(name) + 1}::${columns[name]}[])[1]`).join(' and ');
  return inserted(table, columns, rows, `where not exists (select 1 from ${table} t where ${first})`);
}

function inserted<C extends Columns>(table: string, columns: C, rows: readonly Row<C>[], unless: string): Statement[] {
  if (rows.length === 0) return [];
  const { sql, values } = unnested(columns, rows);
  const names = Object.keys(columns).join(', ');
  return [{ text: `insert into ${table} (${names}) select ${names} from ${sql} ${unless}`, values }];
}
