import { type ReadSide, type ReadTables } from '#foundation/read-model';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { type CaseFilter, type CasePage, readCaseNumber, readCursor } from './case-filter.js';
import { owedEffects } from './due-dates.js';
import { gramsToLookFor, searchable } from './place-grams.js';
import { type StatusTables } from './tables.js';

interface Nothing {
  shown: string;
  case_id: null;
}

/** Whether a search stopped looking before it had seen all that it finds. */
interface Searched {
  broad?: boolean;
}

interface Listed {
  shown: string;
  case_id: string;
  process: string;
  label: string | null;
  status: string;
  status_since: string | null;
  grid_code: string | null;
  village: string | null;
  place: string | null;
  opened_on: string | null;
  last_event: string | null;
  last_on: string | null;
  revision: number;
  position: string;
  open_obligations: number;
  first_position: string;
  next_due_on: string | null;
}

const read = (table: keyof StatusTables | 'checkpoint'): RawBuilder<unknown> => sql.id('read', table);
const all = (conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`;
const either = (conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  sql`(${sql.join(conditions, sql` or `)})`;

/**
 * A page of cases, newest registered first. Where the rows lie in certain grid cells - by right or by filter - each
 * cell gives its own first rows by index and the page is merged from them, so that a person with a few cells never
 * pays for the whole township.
 *
 * @param mostFound finds of a search from which on the list is walked instead
 */
export async function listCases(
  readSide: ReadSide,
  db: Kysely<ReadTables<StatusTables>>,
  filter: CaseFilter,
  mostFound = usuallyMostFound,
): Promise<CasePage> {
  const limit = Math.min(Math.max(filter.limit ?? 50, 1), 200);
  const cells = cellsOf(filter);
  const asOf = filter.asOf && (await readSide.positionAsOf(filter.asOf));
  // One statement, one snapshot: the rows are those of the position that the page names, also when there are none.
  const answered = async (rows: RawBuilder<unknown>, found?: RawBuilder<unknown>): Promise<(Listed | Nothing)[]> => {
    const { rows: answer } = await sql<(Listed | Nothing) & Searched>`
      ${found ? sql`with found as materialized (${found})` : sql``}
      select k.position as shown, c.*, n.label, g.village
        ${found ? sql`, (select count(*) > ${mostFound} from found) as broad` : sql``}
        ${asOf === undefined ? sql`` : sql`, (select min(d.due_on) ${owedThen(sql`c.case_id`, asOf)}) as next_due_on`}
      from ${read('checkpoint')} k
      left join (${rows}) c on true
      left join ${read('case_number')} n on n.case_id = c.case_id
      left join ${read('grid_cell')} g on g.code = c.grid_code
      order by c.first_position desc`.execute(db);
    // Nearly every case has what is looked for: the first of them are met soon by looking through the list itself.
    return answer[0]?.broad ? answered(currentRows(filter, limit, cells)) : answer;
  };
  const answer = await (asOf !== undefined
    ? answered(pastRows(filter, asOf, limit, cells))
    : isSearch(filter)
      ? answered(foundRows(filter, limit, cells), found(filter.q, mostFound + 1))
      : answered(currentRows(filter, limit, cells)));
  const listed = answer.filter((row): row is Listed => row.case_id !== null);
  const page = listed.slice(0, limit);
  const last = page.at(-1);
  return {
    position: asOf ?? Number(answer[0]!.shown),
    cases: page.map((row) => ({
      caseId: row.case_id,
      process: row.process,
      caseNo: row.label,
      status: row.status,
      statusSince: row.status_since,
      gridCode: row.grid_code,
      village: row.village,
      place: row.place,
      openedOn: row.opened_on,
      lastEvent: row.last_event,
      lastOn: row.last_on,
      revision: row.revision,
      position: Number(row.position),
      openObligations: row.open_obligations,
      nextDueOn: row.next_due_on,
    })),
    ...(listed.length > limit && last ? { next: last.first_position } : {}),
  };
}

/** The grid cells that rows may come from, as a query; undefined when there is no bound. */
function cellsOf({ grid, village, scope }: CaseFilter): RawBuilder<unknown> | undefined {
  const bounds: RawBuilder<unknown>[] = [];
  const inVillages = (villages: readonly string[]): RawBuilder<unknown> =>
    sql`select code from ${read('grid_cell')} where village = any(${villages}::text[])`;
  if (scope) bounds.push(sql`select unnest(${scope.grids}::text[]) union ${inVillages(scope.villages)}`);
  if (grid !== undefined) bounds.push(sql`select ${grid}::text`);
  if (village !== undefined) bounds.push(inVillages([village]));
  return bounds.length > 0
    ? sql.join(
        bounds.map((bound) => sql`(${bound})`),
        sql` intersect `,
      )
    : undefined;
}

/** Of cases in no cell, those that are the reader's own; `alias` is the table that tells where a case lies. */
const ownWithin = (own: string, alias: 's' | 'p'): RawBuilder<unknown> => sql`
  (${sql.ref(`${alias}.grid_code`)} is null and ${sql.ref(`${alias}.case_id`)} = any(array(
    select case_id from ${read('case_own')} where staff_ref = ${own})))`;

/** Whose own cases are added to those of the cells: a filter by cell or village finds only what lies there. */
const ownOf = ({ scope, grid, village }: CaseFilter): string | undefined =>
  grid === undefined && village === undefined ? scope?.own : undefined;

/** Conditions on a case as it stands, the search left out. */
function standing(filter: CaseFilter): RawBuilder<unknown>[] {
  const conditions = [...immutable(filter), ...changing(filter, 's')];
  if (filter.overdueOn !== undefined) conditions.push(sql`s.next_due_on < ${filter.overdueOn}::date`);
  return conditions;
}

/** By walking the list, newest first, until the page is full. */
function currentRows(filter: CaseFilter, limit: number, cells: RawBuilder<unknown> | undefined): RawBuilder<unknown> {
  const conditions = standing(filter);
  if (isSearch(filter)) conditions.push(isNamed(filter.q));
  const rows = (within: readonly RawBuilder<unknown>[]): RawBuilder<unknown> => sql`
    select s.* from ${read('case_status')} s
    where ${all([...within, ...conditions])}
    order by s.first_position desc limit ${limit + 1}`;
  if (!cells) return rows([]);
  const own = ownOf(filter);
  const mine = own !== undefined ? [ownWithin(own, 's')] : [];
  const parts = [
    sql`select r.* from (${cells}) as cell(code) cross join lateral (${rows([sql`s.grid_code = cell.code`])}) r`,
    ...mine.map((within) => sql`(${rows([within])})`),
  ];
  return sql`
    select r.* from (${sql.join(parts, sql` union all `)}) r
    order by r.first_position desc limit ${limit + 1}`;
}

/** Of the cases that a search has found, newest first, until the page is full. */
function foundRows(filter: CaseFilter, limit: number, cells: RawBuilder<unknown> | undefined): RawBuilder<unknown> {
  const own = ownOf(filter);
  const within = cells
    ? [either([sql`s.grid_code in (${cells})`, ...(own === undefined ? [] : [ownWithin(own, 's')])])]
    : [];
  return sql`
    select s.* from (select * from found order by first_position desc) f
    cross join lateral (
      select * from ${read('case_status')} s where s.case_id = f.case_id and ${all([...within, ...standing(filter)])}
      limit 1) s
    order by f.first_position desc limit ${limit + 1}`;
}

/** As known at a position: each case by the last of its events up to there. */
function pastRows(
  filter: CaseFilter,
  position: number,
  limit: number,
  cells: RawBuilder<unknown> | undefined,
): RawBuilder<unknown> {
  const conditions = [sql`s.first_position <= ${position}`, ...immutable(filter), ...changing(filter, 'p')];
  if (isSearch(filter)) conditions.push(sql`s.case_id = any(array(select case_id from (${found(filter.q)}) f))`);
  const own = ownOf(filter);
  const mine = own !== undefined ? [ownWithin(own, 'p')] : [];
  if (cells) conditions.push(either([sql`p.grid_code in (${cells})`, ...mine]));
  if (filter.overdueOn !== undefined)
    conditions.push(
      sql`exists (select 1 ${owedThen(sql`s.case_id`, position)} and d.due_on < ${filter.overdueOn}::date)`,
    );
  return sql`
    select p.*, s.process, s.first_position
    from ${read('case_status')} s
    cross join lateral (
      select * from ${read('case_past')} p where p.case_id = s.case_id and p.position <= ${position}
      order by p.position desc limit 1) p
    where ${all(conditions)}
    order by s.first_position desc limit ${limit + 1}`;
}

/** The open terms that the government owed in a case, as known at a position. */
const owedThen = (caseId: RawBuilder<unknown>, position: number): RawBuilder<unknown> => sql`
  from ${read('case_deadline')} d
  where d.case_id = ${caseId} and d.since <= ${position} and (d.until is null or d.until > ${position})
    and (d.ended_at is null or d.ended_at > ${position}) and d.effect = any(${owedEffects}::text[])`;

/** Conditions that read the same at every position; a place is searched as it is written today. */
function immutable({ process, among, after, hiddenFrom }: CaseFilter): RawBuilder<unknown>[] {
  const conditions: RawBuilder<unknown>[] = [];
  const cursor = readCursor(after);
  if (cursor !== undefined) conditions.push(sql`s.first_position < ${cursor}`);
  if (process !== undefined) conditions.push(sql`s.process = ${process}`);
  else if (among !== undefined) conditions.push(sql`s.process = any(${among}::text[])`);
  // Few cases complain of any one person: they are looked up once and left out, whatever way the list is walked.
  if (hiddenFrom !== undefined)
    conditions.push(sql`s.case_id <> all(array(
      select case_id from ${read('case_accused')} where staff_ref = ${hiddenFrom}))`);
  return conditions;
}

/** Conditions on how a case stands, in the table that tells it. */
function changing({ status, openedFrom, openedTo }: CaseFilter, table: 's' | 'p'): RawBuilder<unknown>[] {
  const column = (name: string): RawBuilder<unknown> => sql.ref(`${table}.${name}`);
  const conditions: RawBuilder<unknown>[] = [];
  if (status !== undefined) conditions.push(sql`${column('status')} = ${status}`);
  if (openedFrom !== undefined) conditions.push(sql`${column('opened_on')} >= ${openedFrom}::date`);
  if (openedTo !== undefined) conditions.push(sql`${column('opened_on')} <= ${openedTo}::date`);
  return conditions;
}

const isSearch = (filter: CaseFilter): filter is CaseFilter & { readonly q: string } =>
  filter.q !== undefined && filter.q.trim() !== '';

/** Beyond so many finds it is quicker to walk the list: it meets enough of them for a page before long. */
const usuallyMostFound = 20_000;

/** Cases whose number or place a search text names, looked up as a whole, or so many places of them at most. */
function found(q: string, places?: number): RawBuilder<unknown> {
  const sources: RawBuilder<unknown>[] = [];
  const number = readCaseNumber(q);
  if (number)
    sources.push(sql`
      select n.case_id, c.first_position from ${read('case_number')} n join ${read('case_status')} c on c.case_id = n.case_id
      where ${numbered(number, 'n')}`);
  const letters = searchable(q);
  if (letters.length >= 2)
    sources.push(sql`(
      select case_id, first_position from ${read('case_place')}
      where grams @> ${`{${gramsToLookFor(q).join(',')}}`}::integer[] and strpos(letters, ${letters}) > 0
      ${places === undefined ? sql`` : sql`limit ${places}`})`);
  if (sources.length === 0) return sql`select null::uuid as case_id, 0::bigint as first_position where false`;
  return sql.join(sources, sql` union `);
}

/** The same, asked of one case. */
function isNamed(q: string): RawBuilder<unknown> {
  const number = readCaseNumber(q);
  const letters = searchable(q);
  const ways: RawBuilder<unknown>[] = [];
  if (letters.length >= 2)
    ways.push(sql`(select strpos(p.letters, ${letters}) > 0 from ${read('case_place')} p where p.case_id = s.case_id)`);
  if (number)
    ways.push(sql`exists (
      select from ${read('case_number')} m where m.case_id = s.case_id and ${numbered(number, 'm')})`);
  return ways.length > 0 ? either(ways) : sql`false`;
}

const numbered = ({ seq, year }: { seq: number; year?: number }, table: 'n' | 'm'): RawBuilder<unknown> => sql`
  ${sql.ref(`${table}.seq`)} = ${seq} ${year === undefined ? sql`` : sql`and ${sql.ref(`${table}.year`)} = ${year}`}`;
