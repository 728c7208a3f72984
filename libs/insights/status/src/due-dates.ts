import {
  type CaseEvent,
  type CaseState,
  type Deadline,
  type DueDate,
  dueDateOf,
  type KnownCalendar,
  type Process,
} from '#foundation/process';
import { addDays, type LocalDate } from '#foundation/calendar';
import { type Batch, type Columns, insertRows, type Row, type Statement, unnested } from '#foundation/read-model';

const columns = {
  case_id: 'uuid',
  code: 'text',
  started_by: 'uuid',
  since: 'bigint',
  until: 'bigint',
  process: 'text',
  effect: 'text',
  owner: 'text',
  handler: 'text',
  started_on: 'date',
  due_on: 'date',
  passes_at: 'timestamptz',
  awaits_calendar: 'boolean',
  terms: 'jsonb',
  calendar: 'text',
  ended_as: 'text',
  ended_on: 'date',
  ended_by: 'uuid',
  ended_at: 'bigint',
  late: 'boolean',
  missed_by: 'uuid',
  missed_at: 'bigint',
} as const satisfies Columns;

const ending = ['ended_as', 'ended_on', 'ended_by', 'ended_at', 'late', 'missed_by', 'missed_at'] as const;
const changeColumns = {
  case_id: 'uuid',
  code: 'text',
  started_by: 'uuid',
  at: 'bigint',
  until: 'bigint',
  ended_as: 'text',
  ended_on: 'date',
  ended_by: 'uuid',
  ended_at: 'bigint',
  late: 'boolean',
  missed_by: 'uuid',
  missed_at: 'bigint',
} as const satisfies Columns;

/** Effects of a term that the government owes: passed, it is overdue. The other terms bind or favour somebody else. */
export const owedEffects = ['MISSED_EVENT', 'FLAG'] as const;
const owed = `effect in (${owedEffects.map((effect) => `'${effect}'`).join(', ')})`;

/**
 * When what falls due in every case: one row a case, deadline and event that started it, with the rule and the calendar
 * that gave the date. What moves a date - an extension, a correction, a holiday notice that reaches far enough - ends
 * one row (`until`) and begins another (`since`), so the dates as known at a position are the rows of that position;
 * `ended_at` and `missed_at` are the positions at which the product learned of the end and of the miss.
 */
export const deadlineTable = (s: string): string =>
  `create table ${s}.case_deadline (
     case_id uuid not null,
     code text not null,
     started_by uuid not null,
     since bigint not null,
     until bigint,
     process text not null,
     effect text not null,
     owner text not null,
     handler text,
     started_on date,
     due_on date,
     passes_at timestamptz,
     awaits_calendar boolean not null,
     terms jsonb not null,
     calendar text not null,
     ended_as text,
     ended_on date,
     ended_by uuid,
     ended_at bigint,
     late boolean not null,
     missed_by uuid,
     missed_at bigint,
     primary key (case_id, code, started_by, since))`;

export const deadlineIndexes = (s: string): readonly string[] => [
  // What the clock looks for: statutory terms that are open, or ended late, and have no miss recorded.
  `create index if not exists case_deadline_unmarked on ${s}.case_deadline (passes_at, case_id)
     where until is null and missed_by is null and (ended_by is null or late) and effect = 'MISSED_EVENT'`,
  `create index if not exists case_deadline_awaits on ${s}.case_deadline (case_id) where until is null and awaits_calendar`,
  `create index if not exists case_deadline_owed on ${s}.case_deadline (due_on, case_id) where ${owed}`,
];

/** Cases with a date that waits for a holiday notice. */
export const awaitingCases = (s: string): Statement => ({
  text: `select distinct process, case_id from ${s}.case_deadline where until is null and awaits_calendar`,
  values: [],
});

/** The day of the first open term that the government owes; undefined when none falls due. Overdue from the day after. */
export function nextDueOn(
  process: Process,
  state: CaseState,
  calendars: readonly KnownCalendar[],
): LocalDate | undefined {
  let next: LocalDate | undefined;
  for (const deadline of state.deadlines) {
    if (deadline.end !== 'open' || !isOwed(process, deadline)) continue;
    const dueOn = dueDateOf(process, state, deadline, calendars)?.dueOn;
    if (dueOn && (next === undefined || dueOn < next)) next = dueOn;
  }
  return next;
}

const isOwed = (process: Process, { code }: Deadline): boolean =>
  (owedEffects as readonly (string | undefined)[]).includes(
    process.deadlines.find((each) => each.code === code)?.effect,
  );

type VersionRow = { -readonly [Name in keyof Row<typeof columns>]: Row<typeof columns>[Name] };
type Change = { -readonly [Name in keyof Row<typeof changeColumns>]: Row<typeof changeColumns>[Name] };

/** The rows of a batch: changes to rows that stood before it, and rows that begin in it. */
class Versions {
  private readonly changes = new Map<string, Change>();
  private readonly begun = new Map<string, VersionRow[]>();

  /** Something ended or was missed: told on the row that stands, because it moves no date. */
  mark(key: string, row: VersionRow): void {
    const own = this.begun.get(key)?.at(-1);
    Object.assign(own ?? this.change(key, row, row.since), endOf(row));
  }

  end(key: string, row: VersionRow, at: number): void {
    const own = this.begun.get(key)?.at(-1);
    if (own) own.until = at;
    else this.change(key, row, at).until = at;
  }

  begin(key: string, row: VersionRow): void {
    this.begun.set(key, [...(this.begun.get(key) ?? []), row]);
  }

  private change(key: string, row: VersionRow, at: VersionRow['since']): Change {
    let change = this.changes.get(key);
    if (!change) {
      const { case_id, code, started_by } = row;
      change = { ...{ case_id, code, started_by, at, until: null }, ...endOf(row) };
      this.changes.set(key, change);
    }
    return change;
  }

  statements(s: string): Statement[] {
    // A row that began and was ended at one position was never seen by anybody.
    const rows = [...this.begun.values()].flat().filter(({ since, until }) => since !== until);
    const inserts = insertRows(`${s}.case_deadline`, columns, rows, '(case_id, code, started_by, since) do nothing');
    if (this.changes.size === 0) return inserts;
    const { sql, values } = unnested(changeColumns, [...this.changes.values()]);
    const text = `update ${s}.case_deadline d
      set until = r.until, ${ending.map((name) => `${name} = r.${name}`).join(', ')}
      from ${sql}
      where d.case_id = r.case_id and d.code = r.code and d.started_by = r.started_by and d.until is null and d.since < r.at`;
    return [{ text, values }, ...inserts];
  }
}

const endOf = ({ ended_as, ended_on, ended_by, ended_at, late, missed_by, missed_at }: VersionRow) => ({
  ...{ ended_as, ended_on, ended_by, ended_at, late, missed_by, missed_at },
});

export function deadlineStatements({ changes, revisited, calendars, position }: Batch, s: string): Statement[] {
  const versions = new Versions();
  for (const { process, caseId, event, before, after } of changes) {
    const assigned = event.type === 'HandlerAssigned';
    if (after.deadlines === before.deadlines && !assigned) continue;
    const told = { process, caseId, at: event.position, all: assigned };
    compare(versions, told, [before, calendars], [after, calendars]);
  }
  // A notice stands alone in its batch: what waited for it is counted by it.
  const earlier = calendars.slice(0, -1);
  for (const { process, caseId, state } of revisited)
    compare(versions, { process, caseId, at: position, all: true }, [state, earlier], [state, calendars]);
  return versions.statements(s);
}

/** Where and when something changed; `all` where it may have changed deadlines that are the same object as before. */
interface Told {
  readonly process: Process;
  readonly caseId: string;
  readonly at: number;
  readonly all: boolean;
}

type Known = readonly [state: CaseState, calendars: readonly KnownCalendar[]];

function compare(
  versions: Versions,
  { process, caseId, at, all }: Told,
  [before, calendarsBefore]: Known,
  [after, calendarsAfter]: Known,
): void {
  // A step ends deadlines and begins others behind them; only a correction may leave others in their places.
  const aligned = before.deadlines.every((each, index) => isSame(each, after.deadlines[index]));
  const old = aligned ? undefined : new Map(before.deadlines.map((each) => [keyOf(each), each]));
  for (const [index, deadline] of after.deadlines.entries()) {
    const key = keyOf(deadline);
    const was = old ? old.get(key) : before.deadlines[index];
    old?.delete(key);
    if (was === deadline && !all) continue;
    const is = rowOf(process, caseId, at, after, deadline, calendarsAfter);
    const stood = was && rowOf(process, caseId, at, before, was, calendarsBefore);
    if (stood && is && sameDate(stood, is)) {
      if (!sameEnd(stood, is)) versions.mark(`${caseId} ${key}`, is);
      continue;
    }
    if (stood) versions.end(`${caseId} ${key}`, stood, at);
    if (is) versions.begin(`${caseId} ${key}`, is);
  }
  for (const [key, gone] of old ?? []) {
    const stood = rowOf(process, caseId, at, before, gone, calendarsBefore);
    if (stood) versions.end(`${caseId} ${key}`, stood, at);
  }
}

const isSame = (a: Deadline, b: Deadline | undefined): boolean => a.code === b?.code && a.startedBy === b.startedBy;

const keyOf = ({ code, startedBy }: Deadline): string => `${code} ${startedBy}`;

/** The same date by the same rule; an end or a miss that was known before and is another now begins a new row. */
const sameDate = (a: VersionRow, b: VersionRow): boolean =>
  a.terms === b.terms &&
  a.calendar === b.calendar &&
  a.handler === b.handler &&
  (a.ended_by === null || (a.ended_by === b.ended_by && a.ended_on === b.ended_on && a.late === b.late)) &&
  (a.missed_by === null || a.missed_by === b.missed_by);

const sameEnd = (a: VersionRow, b: VersionRow): boolean => ending.every((name) => a[name] === b[name]);

function rowOf(
  process: Process,
  caseId: string,
  since: number,
  state: CaseState,
  deadline: Deadline,
  calendars: readonly KnownCalendar[],
): VersionRow | undefined {
  const due = dueDateOf(process, state, deadline, calendars);
  const spec = process.deadlines.find(({ code }) => code === deadline.code);
  if (!due || !spec) return undefined;
  return {
    ...{ case_id: caseId, code: due.code, started_by: due.startedBy, since, until: null, process: process.name },
    ...{ effect: spec.effect, owner: spec.owner, handler: handlerOf(process, state, deadline) ?? null },
    ...{ started_on: due.startedOn, due_on: due.dueOn, passes_at: passing(due), awaits_calendar: due.awaitsCalendar },
    ...{ terms: writtenTerms(due), calendar: due.calendar },
    ended_as: due.endedBy === undefined ? null : deadline.end,
    ended_on: due.endedOn ?? null,
    ended_by: due.endedBy ?? null,
    ended_at: positionOf(state, due.endedBy),
    late: due.late,
    missed_by: due.missedBy ?? null,
    missed_at: positionOf(state, due.missedBy),
  };
}

const written = new WeakMap<DueDate['terms'], string>();

/** Kept: the row that stood is compared with the row that is, and the terms of a day are those of many cases. */
function writtenTerms({ terms }: DueDate): string {
  let text = written.get(terms);
  if (text === undefined) written.set(terms, (text = JSON.stringify(terms)));
  return text;
}

const positionOf = (state: CaseState, eventId: string | undefined): number | null =>
  state.events.find(({ id }) => id === eventId)?.position ?? null;

/** The instant at which it has passed: the end of the last day in Asia/Shanghai, or the minute of a term in hours. */
const passing = ({ dueOn, dueAt }: DueDate): string | null => (dueAt ? `${dueAt}:00+08:00` : dueOn && endOfDay(dueOn));

const ends = new Map<LocalDate, string>();

function endOfDay(day: LocalDate): string {
  let end = ends.get(day);
  if (end === undefined) {
    if (ends.size >= 5_000) ends.clear();
    ends.set(day, (end = `${addDays(day, 1)}T00:00:00+08:00`));
  }
  return end;
}

/** Who was assigned last for the role that owes the term; nobody for what a party or another organ owes. */
function handlerOf(process: Process, state: CaseState, { code, end, endedBy }: Deadline): string | undefined {
  const owner = process.deadlines.find((each) => each.code === code)?.owner;
  const assigned = (event: CaseEvent): boolean => event.type === 'HandlerAssigned' && event.data.handlerRole === owner;
  const until = end === 'open' ? -1 : state.events.findIndex(({ id }) => id === endedBy);
  const found = (until < 0 ? state.events : state.events.slice(0, until)).findLast(assigned)?.data.staffRef;
  return typeof found === 'string' ? found : undefined;
}
