import { type Figure, type KeyFilter } from '#foundation/process';
import { type RawBuilder, sql } from 'kysely';
import { type Period } from './period.js';

/** A whole number in the smallest unit, a date for figures that are one, null where the figure does not apply. */
export type FigureValue = number | string | null;

/** Facts of one kind with the same dimensions. */
export interface Group {
  readonly group_id: string;
  readonly kind: string;
  readonly dims: Readonly<Record<string, string>>;
}

/** What a figure is asked for: a stretch of business dates, as known at a position, in one village or in all. */
export interface Moment {
  readonly period: Period;
  readonly position: number;
  readonly village: string | undefined;
}

export const read = (table: string): RawBuilder<unknown> => sql.id('read', table);

/** The facts that counted, as known at a position. The same words for every figure and for its list. */
export function counting({ period, position, village }: Moment, measure: 'flow' | 'stock'): RawBuilder<unknown> {
  const when =
    measure === 'flow'
      ? sql`f.on_date between ${period.from}::date and ${period.to}::date`
      : sql`f.on_date <= ${period.to}::date and (f.until_date is null or f.until_date > ${period.to}::date)`;
  return sql`${when}
    and ${knownAt(position)}
    ${village === undefined ? sql`` : sql`and f.grid_code in (select code from ${read('grid_cell')} where village = ${village})`}`;
}

const knownAt = (position: number): RawBuilder<unknown> =>
  sql`f.added_position <= ${position} and (f.voided_position is null or f.voided_position > ${position})`;

const inGroups = (groups: readonly Group[]): RawBuilder<unknown> =>
  sql`f.group_id = any(${groups.map((group) => group.group_id)}::bigint[])`;

/** The kinds of fact that a figure reads. */
export const kindsOf = ({ factKind, among, except }: Figure): readonly string[] =>
  [factKind, among?.factKind, except?.factKind].filter((kind) => kind !== undefined);

/** The facts that a figure counts at that moment, before each key is taken once. */
export function standingFacts(figure: Figure, moment: Moment, groups: readonly Group[]): RawBuilder<unknown> {
  // A household taken out of the scope is no target any more, whatever the date and the village of either fact.
  const keysOf = (filter: KeyFilter) => sql`(
    select f.distinct_key from ${read('fact')} f
    where ${inGroups(groupsOf(filter, groups))} and ${knownAt(moment.position)} and f.distinct_key is not null)`;
  return sql`${inGroups(groupsOf(figure, groups))} and ${counting(moment, figure.measure ?? 'flow')}
    ${figure.among ? sql`and f.distinct_key in ${keysOf(figure.among)}` : sql``}
    ${figure.except ? sql`and f.distinct_key not in ${keysOf(figure.except)}` : sql``}`;
}

/** The groups of facts that a figure counts. */
export function groupsOf(figure: KeyFilter, groups: readonly Group[]): readonly Group[] {
  const filters = Object.entries(figure.where);
  return groups.filter(
    ({ kind, dims }) =>
      kind === figure.factKind &&
      filters.every(([name, wanted]) =>
        typeof wanted === 'string' ? dims[name] === wanted : dims[name] !== undefined && wanted.includes(dims[name]),
      ),
  );
}

/**
 * The facts a figure is made of, one a row: all of them for counts and sums, the first of each key for distinct
 * things, the one that decides for a date or a parameter. Their count or sum is the figure.
 */
export function countedFacts(figure: Figure, standing: RawBuilder<unknown>): RawBuilder<unknown> {
  const fact = read('fact');
  if (figure.aggregate === 'distinct')
    return sql`select distinct on (f.distinct_key) f.* from ${fact} f where ${standing}
      order by f.distinct_key, f.on_date, f.added_position, f.idx`;
  if (figure.aggregate === 'latest' || figure.aggregate === 'value')
    return sql`select f.* from ${fact} f where ${standing}
      order by f.on_date desc, f.added_position desc, f.idx desc limit 1`;
  return sql`select f.* from ${fact} f where ${standing}`;
}

export interface Values {
  /** Whole numbers in the smallest unit by figure id; rates in basis points; null where there is no denominator. */
  readonly figures: Readonly<Record<string, FigureValue>>;
  /** Numerator and denominator of each rate. */
  readonly ratioParts: Readonly<Record<string, readonly [numerator: number, denominator: number]>>;
}

/** Puts the figures of the report together; the parts of a rate are shown with it, not beside it. */
export function valuesOf(declared: readonly Figure[], valueOf: (figure: Figure) => FigureValue): Values {
  const figures: Record<string, FigureValue> = {};
  const ratioParts: Record<string, readonly [number, number]> = {};
  const byId = new Map(declared.map((figure) => [figure.id, figure]));
  for (const figure of declared) {
    if (!figure.source) continue;
    if (!figure.parts) {
      figures[figure.id] = valueOf(figure);
      continue;
    }
    const [numerator, denominator] = figure.parts.map((id) => Number(byId.has(id) ? valueOf(byId.get(id)!) : 0)) as [
      number,
      number,
    ];
    figures[figure.id] = basisPoints(numerator, denominator);
    if (denominator > 0) ratioParts[figure.id] = [numerator, denominator];
  }
  return { figures, ratioParts };
}

/** Rounded half up; no denominator means not applicable, never zero (processes.md G.1). */
export function basisPoints(numerator: number, denominator: number): number | null {
  if (denominator === 0) return null;
  return Math.floor((2 * 10_000 * numerator + denominator) / (2 * denominator));
}
