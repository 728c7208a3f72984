import {
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

function isOwed(process: Process, { code }: Deadline): boolean {
  const effect = process.deadlineOfCode.get(code)?.effect;
  return effect !== undefined && (owedEffects as readonly string[]).includes(effect);
}

type VersionRow = { -readonly [Name in keyof Row<typeof columns>]: Row<typeof columns>[Name] };
type Change = { -readonly [Name in keyof Row<typeof changeColumns>]: Row<typeof changeColumns>[Name] };

/** The rows of a batch: changes to rows that stood before it, and rows that begin in it. */
class Versions {
  private readonly changes = new Map<string, Change>();
  private readonly begun = new Map<string, VersionRow[]>();

  /** Something ended or was missed: told on the row that stands, because it moves no date. */
  mark(is: Dated, at: number): void {
    Object.assign(this.begun.get(rowKey(is))?.at(-1) ?? this.change(is, at), endOf(is));
  }

  end(stood: Dated, at: number): void {
    (this.begun.get(rowKey(stood))?.at(-1) ?? this.change(stood, at)).until = at;
  }

  begin(is: Dated, at: number): void {
    const key = rowKey(is);
    const earlier = this.begun.get(key);
    if (earlier) earlier.push(rowOf(is, at));
    else this.begun.set(key, [rowOf(is, at)]);
  }

  private change(dated: Dated, at: number): Change {
    const key = rowKey(dated);
    let change = this.changes.get(key);
    if (!change) this.changes.set(key, (change = changeOf(dated, at)));
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

const rowKey = ({ caseId, deadline }: Dated): string => `${caseId} ${keyOf(deadline)}`;

const changeOf = (dated: Dated, at: number): Change => ({
  case_id: dated.caseId,
  code: dated.due.code,
  started_by: dated.due.startedBy,
  at,
  until: null,
  ...endOf(dated),
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
    const was = old ? old.get(keyOf(deadline)) : before.deadlines[index];
    old?.delete(keyOf(deadline));
    if (was === deadline && !all) continue;
    const is = datedOf(process, caseId, after, deadline, calendarsAfter);
    const stood = was && datedOf(process, caseId, before, was, calendarsBefore);
    if (stood && is && sameDate(stood, is)) {
      if (!sameEnd(stood, is)) versions.mark(is, at);
      continue;
    }
    if (stood) versions.end(stood, at);
    if (is) versions.begin(is, at);
  }
  for (const gone of old?.values() ?? []) {
    const stood = datedOf(process, caseId, before, gone, calendarsBefore);
    if (stood) versions.end(stood, at);
  }
}

const isSame = (a: Deadline, b: Deadline | undefined): boolean =>
  a === b || (a.code === b?.code && a.startedBy === b.startedBy);

const keyOf = ({ code, startedBy }: Deadline): string => `${code} ${startedBy}`;

/** A deadline that falls due at some time, as it stands in a state of its case: what a row tells of it. */
interface Dated {
  readonly process: Process;
  readonly caseId: string;
  readonly state: CaseState;
  readonly deadline: Deadline;
  readonly due: DueDate;
  readonly handler: string | undefined;
}

function datedOf(
  process: Process,
  caseId: string,
  state: CaseState,
  deadline: Deadline,
  calendars: readonly KnownCalendar[],
): Dated | undefined {
  const due = dueDateOf(process, state, deadline, calendars);
  return due && { process, caseId, state, deadline, due, handler: handlerOf(process, state, deadline) };
}

/** The same date by the same rule; an end or a miss that was known before and is another now begins a new row. */
const sameDate = ({ due: a, handler: was }: Dated, { due: b, handler: is }: Dated): boolean =>
  was === is &&
  a.calendar === b.calendar &&
  (a.terms === b.terms || writtenTerms(a) === writtenTerms(b)) &&
  (a.endedBy === undefined || (a.endedBy === b.endedBy && a.endedOn === b.endedOn && a.late === b.late)) &&
  (a.missedBy === undefined || a.missedBy === b.missedBy);

function sameEnd(stood: Dated, is: Dated): boolean {
  const a = endOf(stood);
  const b = endOf(is);
  return ending.every((name) => a[name] === b[name]);
}

/** How it ended and whether it was missed; the positions are those at which the product learned of it. */
const endOf = ({ state, deadline, due }: Dated): Pick<Change, (typeof ending)[number]> => ({
  ended_as: due.endedBy === undefined ? null : deadline.end,
  ended_on: due.endedOn ?? null,
  ended_by: due.endedBy ?? null,
  ended_at: positionOf(state, due.endedBy),
  late: due.late,
  missed_by: due.missedBy ?? null,
  missed_at: positionOf(state, due.missedBy),
});

function rowOf(dated: Dated, since: number): VersionRow {
  const { process, caseId, due, handler } = dated;
  const { effect, owner } = process.deadlineOfCode.get(due.code)!;
  return {
    case_id: caseId,
    code: due.code,
    started_by: due.startedBy,
    since,
    until: null,
    process: process.name,
    effect,
    owner,
    handler: handler ?? null,
    started_on: due.startedOn,
    due_on: due.dueOn,
    passes_at: passing(due),
    awaits_calendar: due.awaitsCalendar,
    terms: writtenTerms(due),
    calendar: due.calendar,
    ...endOf(dated),
  };
}

const written = new WeakMap<DueDate['terms'], string>();

/** Kept: the row that stood is compared with the row that is, and the terms of a day are those of many cases. */
function writtenTerms({ terms }: DueDate): string {
  let text = written.get(terms);
  if (text === undefined) written.set(terms, (text = JSON.stringify(terms)));
  return text;
}

const positionOf = ({ events }: CaseState, eventId: string | undefined): number | null =>
  eventId === undefined ? null : (events.find(({ id }) => id === eventId)?.position ?? null);

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
  const owner = process.deadlineOfCode.get(code)?.owner;
  const until = end === 'open' ? -1 : state.events.findIndex(({ id }) => id === endedBy);
  for (let index = (until < 0 ? state.events.length : until) - 1; index >= 0; index--) {
    const { type, data } = state.events[index]!;
    if (type !== 'HandlerAssigned' || data.handlerRole !== owner) continue;
    return typeof data.staffRef === 'string' ? data.staffRef : undefined;
  }
  return undefined;
}
