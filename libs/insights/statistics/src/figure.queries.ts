import { isLocalDate } from '#foundation/calendar';
import { type Figure, type Process, type Text } from '#foundation/process';
import { type AsOf, type ReadSide, type ReadTables, serving } from '#foundation/read-model';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import {
  counting,
  countedFacts,
  type FigureValue,
  type Group,
  groupsOf,
  kindsOf,
  type Moment,
  read,
  standingFacts,
  type Values,
  valuesOf,
} from './figure-values.js';
import { periodOf } from './period.js';

export interface FiguresOptions {
  /** `2022H1`, `2022-03` or `2022`. */
  readonly period: string;
  /** As known at a log position or instant; now when absent. */
  readonly asOf?: AsOf;
  readonly village?: string;
}

export interface Figures extends Values {
  readonly period: string;
  /** The log position that the figures stand for: asked for again with it, they never change. */
  readonly position: number;
}

/** An entry of a case that may be opened, or one that counts and says no more than its date and quantity. */
export interface FigureEntry {
  /** Null where the case complains of whoever asks: then nothing that leads to it is told. */
  readonly caseId: string | null;
  readonly caseNo: string | null;
  readonly eventId: string | null;
  readonly eventType: string | null;
  readonly revision: number | null;
  readonly position: number | null;
  /** The date that decides the period. */
  readonly on: string;
  readonly quantity: number;
  readonly dims: Readonly<Record<string, string>>;
  readonly gridCode: string | null;
  readonly village: string | null;
  readonly place: string | null;
  /** The event that made it count: the entry's own, or the correction that changed it. */
  readonly addedByEvent: string | null;
}

export interface FigureEntries {
  readonly figure: { readonly id: string; readonly label: Text; readonly unit: string };
  readonly period: string;
  readonly position: number;
  /** Count or sum of all entries, not of this page alone: the figure itself. */
  readonly value: FigureValue;
  /** By date, then in log order. */
  readonly entries: readonly FigureEntry[];
  readonly next?: string;
}

interface EntriesOptions extends FiguresOptions {
  /** Staff code of whoever asks: entries of cases that complain of them count, and are not opened. */
  readonly hiddenFrom?: string;
  readonly after?: string;
  /** 1 to 1000, 200 when absent. */
  readonly limit?: number;
}

interface EntryRow {
  case_id: string;
  label: string | null;
  event_id: string;
  event_type: string;
  event_revision: number;
  event_position: string;
  on_date: string;
  quantity: string;
  dims: Record<string, string>;
  grid_code: string | null;
  village: string | null;
  place: string | null;
  added_by_event: string;
  added_position: string;
  idx: number;
  hidden: boolean;
}

/** Every figure of the report, and the list that each one is. */
export class FigureQueries {
  private readonly db: Kysely<ReadTables<object>>;
  private readonly figures_: ReadonlyMap<string, Figure>;

  constructor(
    private readonly readSide: ReadSide,
    processes: ReadonlyMap<string, Process>,
  ) {
    this.db = readSide.tables<object>();
    this.figures_ = new Map(
      [...processes.values()].flatMap(({ figures }) => figures.map((figure) => [figure.id, figure])),
    );
  }

  /** The declared figures, in the order of their processes. */
  get declared(): readonly Figure[] {
    return [...this.figures_.values()];
  }

  /**
   * All figures of a period. One pass over the facts of the period, whatever the number of figures; those that count
   * distinct things or give the state at a date take one more each.
   * @throws Refusal for a malformed period, NotYetProjected while no build of the read side serves
   */
  async figures(options: FiguresOptions): Promise<Figures> {
    const period = periodOf(options.period);
    const position = await this.readSide.positionAsOf(options.asOf);
    const moment: Moment = { period, position, village: options.village };
    const declared = this.declared;
    const kinds = await serving(
      sql<Group>`select group_id, kind, dims from ${read('fact_group')}`.execute(this.db).then(({ rows }) => rows),
    );
    const summed = await serving(this.sums(moment, declared, kinds));
    const single = new Map<string, FigureValue>();
    for (const figure of declared) {
      if (figure.aggregate === 'count' || figure.aggregate === 'sum' || figure.aggregate === 'ratio') continue;
      single.set(figure.id, await serving(this.single(figure, moment, kinds)));
    }
    return {
      period: period.name,
      position,
      ...valuesOf(declared, (figure) => {
        // Null is an answer: the figure does not apply.
        const value = single.get(figure.id);
        return value === undefined ? summed(figure) : value;
      }),
    };
  }

  /** Counts and sums by group, for flows of the period and, where a figure asks, for what stood on its last day. */
  private async sums(
    moment: Moment,
    declared: readonly Figure[],
    kinds: readonly Group[],
  ): Promise<(figure: Figure) => number> {
    const measures = new Set(declared.map((figure) => figure.measure ?? 'flow'));
    const byGroup = new Map<string, { count: number; sum: number }>();
    for (const measure of measures) {
      const { rows } = await sql<{ group_id: string; count: string; sum: string }>`
        select f.group_id, count(*) as count, sum(f.quantity) as sum
        from ${read('fact')} f
        where ${counting(moment, measure)}
        group by f.group_id`.execute(this.db);
      for (const row of rows)
        byGroup.set(`${measure} ${row.group_id}`, { count: Number(row.count), sum: Number(row.sum) });
    }
    return (figure) => {
      let value = 0;
      for (const { group_id } of groupsOf(figure, kinds)) {
        const group = byGroup.get(`${figure.measure ?? 'flow'} ${group_id}`);
        if (group) value += figure.aggregate === 'count' ? group.count : group.sum;
      }
      return value;
    };
  }

  private async single(figure: Figure, moment: Moment, groups: readonly Group[]): Promise<FigureValue> {
    if (groupsOf(figure, groups).length === 0) return figure.aggregate === 'distinct' ? 0 : null;
    const standing = standingFacts(figure, moment, groups);
    const { rows } = await sql<{ count: string; sum: string | null; latest: string | null }>`
      select count(*) as count, sum(f.quantity) as sum, max(f.on_date) as latest
      from (${countedFacts(figure, standing)}) f`.execute(this.db);
    return valueOfList(figure, rows[0]!);
  }

  /** The list behind a rate is that of its numerator; the other part has an id of its own. */
  private async rateEntries(
    rate: Figure,
    numerator: string,
    options: EntriesOptions,
  ): Promise<FigureEntries | undefined> {
    const list = await this.entries(numerator, options);
    if (!list) return undefined;
    const { figures } = await this.figures({ ...options, asOf: { position: list.position } });
    const { id, label, unit } = rate;
    return { ...list, figure: { id, label, unit }, value: figures[id] ?? null };
  }

  /** The list behind a figure; undefined for a figure that is not declared. @throws as `figures` */
  async entries(figureId: string, options: EntriesOptions): Promise<FigureEntries | undefined> {
    const figure = this.figures_.get(figureId);
    if (!figure) return undefined;
    if (figure.parts) return this.rateEntries(figure, figure.parts[0], options);
    const period = periodOf(options.period);
    const limit = Math.min(Math.max(options.limit ?? 200, 1), 1_000);
    const position = await this.readSide.positionAsOf(options.asOf);
    const groups = await serving(
      sql<Group>`select group_id, kind, dims from ${read('fact_group')} where kind = any(${kindsOf(figure)}::text[])`.execute(
        this.db,
      ),
    );
    const moment: Moment = { period, position, village: options.village };
    const standing = standingFacts(figure, moment, groups.rows);
    const total = sql<{ count: string; sum: string | null; latest: string | null }>`
      select count(*) as count, sum(f.quantity) as sum, max(f.on_date) as latest
      from (${countedFacts(figure, standing)}) f`.execute(this.db);
    const page = sql<EntryRow>`
      select f.*, g.dims, n.label, c.village, s.place, ${hiddenEntry(options.hiddenFrom)} as hidden
      from (
        select * from (${countedFacts(figure, standing)}) f where ${beyond(options.after)}
        order by f.on_date, f.added_position, f.idx limit ${limit + 1}) f
      join ${read('fact_group')} g on g.group_id = f.group_id
      left join ${read('case_number')} n on n.case_id = f.case_id
      left join ${read('case_status')} s on s.case_id = f.case_id
      left join ${read('grid_cell')} c on c.code = f.grid_code
      order by f.on_date, f.added_position, f.idx`.execute(this.db);
    const [totals, { rows }] = await serving(Promise.all([total, page]));
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      figure: { id: figure.id, label: figure.label, unit: figure.unit },
      period: period.name,
      position,
      value: valueOfList(figure, totals.rows[0]!),
      entries: shown.map(entryOf),
      ...(rows.length > limit && last ? { next: `${last.on_date}.${last.added_position}.${last.idx}` } : {}),
    };
  }
}

/** A cursor is date, position and index of the last entry of a page; anything else is no cursor. */
function beyond(after: string | undefined): RawBuilder<unknown> {
  const cursor = /^(\d{4}-\d{2}-\d{2})\.(\d{1,15})\.(\d{1,9})$/.exec(after ?? '');
  if (!cursor || !isLocalDate(cursor[1])) return sql`true`;
  return sql`(f.on_date, f.added_position, f.idx) > (${cursor[1]}::date, ${Number(cursor[2])}, ${Number(cursor[3])})`;
}

function valueOfList(
  figure: Figure,
  { count, sum, latest }: { count: string; sum: string | null; latest: string | null },
): FigureValue {
  if (figure.aggregate === 'latest') return latest;
  if (figure.aggregate === 'value') return sum === null ? null : Number(sum);
  return Number(figure.aggregate === 'sum' ? (sum ?? 0) : count);
}

const hiddenEntry = (staffRef: string | undefined): RawBuilder<unknown> =>
  staffRef === undefined
    ? sql`false`
    : sql`exists (select from ${read('case_accused')} a where a.staff_ref = ${staffRef} and a.case_id = f.case_id)`;

const closedEntry = {
  ...{ caseId: null, caseNo: null, eventId: null, eventType: null, revision: null, position: null },
  ...{ dims: {}, gridCode: null, village: null, place: null, addedByEvent: null },
};

const entryOf = (row: EntryRow): FigureEntry =>
  row.hidden ? { ...closedEntry, on: row.on_date, quantity: Number(row.quantity) } : openEntry(row);

const openEntry = (row: EntryRow): FigureEntry => ({
  caseId: row.case_id,
  caseNo: row.label,
  eventId: row.event_id,
  eventType: row.event_type,
  revision: row.event_revision,
  position: Number(row.event_position),
  on: row.on_date,
  quantity: Number(row.quantity),
  dims: row.dims,
  gridCode: row.grid_code,
  village: row.village,
  place: row.place,
  addedByEvent: row.added_by_event,
});
