import {
  addDays,
  CalendarNotPublished,
  isLocalDate,
  isLocalDateTime,
  type LocalDate,
  type LocalDateTime,
  type WorkCalendar,
} from '#foundation/calendar';
import { type CaseView, type EventShapes, viewOf } from './case-view.js';
import { dayLater, localDayOf, localMinute } from './moment.js';
import { type DeadlineSpec, type Process, type TermRule } from './process.js';
import { type CaseEvent, type CaseState, type Deadline } from './state.js';

/** One term of a deadline, counted. */
export interface Term {
  /** How many; null for a date that stands in the document. */
  readonly n: number | null;
  readonly unit: TermRule['unit'] | 'document';
  /** A day on which it falls due, an earliest or a latest one. */
  readonly bound: TermRule['bound'];
  /** The day, or the minute, that started it; it is not counted itself (T-START). */
  readonly from: LocalDate | LocalDateTime;
  /** Last day of the term; null where the holiday notices do not reach. */
  readonly endsOn: LocalDate | null;
}

/** When a deadline of a case falls due, how that came about, and what became of it. */
export interface DueDate {
  readonly code: string;
  /** Id of the event that started it. */
  readonly startedBy: string;
  readonly startedOn: LocalDate;
  readonly terms: readonly Term[];
  /** The last day on which it can be met: of several terms the latest. Null when nothing falls due, or not yet known. */
  readonly dueOn: LocalDate | null;
  /** The minute, local time, of a term counted in hours. */
  readonly dueAt?: LocalDateTime;
  /** A day of it lies beyond the last published holiday notice: not guessed, counted once a notice is published. */
  readonly awaitsCalendar: boolean;
  /** Version of the calendar by which it was counted. */
  readonly calendar: string;
  /** `missed` once `DeadlineMissed` is recorded or it ended after its day; a missed one may still be owed. */
  readonly status: 'open' | 'met' | 'missed' | 'void';
  readonly endedBy?: string;
  readonly endedOn?: LocalDate;
  /** It ended, met or void, after it had fallen due. */
  readonly late: boolean;
  /** Id of the `DeadlineMissed` that records the miss. */
  readonly missedBy?: string;
}

/** A calendar with the log position from which on the product knew it. */
export interface KnownCalendar {
  readonly since: number;
  readonly calendar: WorkCalendar;
}

/** A date or moment that stands in an event; undefined where it has none. */
export function dateIn({ data }: Pick<CaseEvent, 'data'>, field: string): string | undefined {
  const value = data[field];
  return typeof value === 'string' ? value : undefined;
}

/** For deadlines that run several at a time: the event that ends one names the same thing as that which started it. */
export const sameIn =
  (...fields: readonly string[]) =>
  (ended: CaseEvent, started: CaseEvent): boolean =>
    fields.every((field) => started.data[field] === undefined || started.data[field] === ended.data[field]);

type Counting<View = CaseView> = Pick<
  DeadlineSpec<View>,
  'length' | 'unit' | 'owner' | 'from' | 'dueOn' | 'extraDays' | 'terms'
>;

/**
 * The rules by which a deadline is counted: its parts as the table writes them (`60d; 6m`, `min 10d`, `24h`), or those
 * that it declares itself. Parts that are no length (`+30d once`, `every 3m for 1y`, `-`, `document`) count nothing:
 * their dates come from the events that the deadline names.
 */
function rulesOf(spec: Counting, started: CaseEvent, kase: CaseView): readonly TermRule[] {
  if (spec.terms) return spec.terms(started, kase);
  const from = spec.from ? spec.from(started, kase) : started.on;
  if (from === undefined) return [];
  const units = spec.unit.split('|').map((each) => each.trim());
  return spec.length.split(';').flatMap((part, index) => {
    const found = /^\s*(?:(min|max)\s+)?(\d{1,4})([dmyh])\s*$/.exec(part);
    const counted = units[index] ?? units[0];
    if (!found || (counted !== 'working' && counted !== 'calendar')) return [];
    const bound = (found[1] ?? 'at') as TermRule['bound'];
    const extra = bound === 'min' ? 0 : (spec.extraDays?.(started, kase) ?? 0);
    const unit = ({ m: 'month', y: 'year', h: 'hour', d: counted } as const)[found[3] as 'd' | 'm' | 'y' | 'h'];
    return [{ n: Number(found[2]) + extra, unit, bound, from }];
  });
}

/**
 * A term that favours the citizen and ends on a rest day runs on to the end of the next working day (T-END, Civil Code
 * art. 203); the government's own does not, because no law says so of these.
 */
const favoursCitizen = (spec: Counting, rule: TermRule): boolean =>
  rule.bound !== 'min' && (rule.favoursCitizen ?? spec.owner === 'PARTY');

/** @throws CalendarNotPublished when a day that it needs lies outside the holiday notices */
function lastMoment(spec: Counting, rule: TermRule, calendar: WorkCalendar): LocalDate | LocalDateTime | undefined {
  const from = typeof rule.from === 'string' ? rule.from : lastMoment(spec, rule.from, calendar);
  if (from === undefined) return undefined;
  if (rule.unit === 'hour') {
    const minute = localMinute(from);
    return rule.n === 24 && isLocalDateTime(minute) ? dayLater(minute) : undefined;
  }
  const day = localDayOf(from);
  if (!isLocalDate(day)) return undefined;
  return calendar.endOfTerm(day, { n: rule.n, unit: rule.unit }, { restDayRollover: favoursCitizen(spec, rule) });
}

/** A few years of days; a date that somebody made up must not fill the memory. */
const maxDaysKept = 2_000;

interface Counted {
  readonly terms: readonly Term[];
  readonly dueOn: LocalDate | null;
  readonly dueAt?: LocalDateTime;
  readonly awaitsCalendar: boolean;
}

const countedBefore = new WeakMap<WorkCalendar, WeakMap<Counting, Map<LocalDate, Counted>>>();

/** Whether the case has a say in the date, besides the day on which it began. */
const asksCase = ({ from, dueOn, extraDays, terms }: Counting): boolean =>
  (from ?? dueOn ?? extraDays ?? terms) !== undefined;

/** Kept by day where the case has no say: the same few days come again with every case of a rebuild. */
function counted(spec: Counting, started: CaseEvent, kase: () => CaseView, calendar: WorkCalendar): Counted {
  if (asksCase(spec)) return countedNow(spec, started, kase(), calendar);
  const bySpec = countedBefore.get(calendar) ?? new WeakMap<Counting, Map<LocalDate, Counted>>();
  const byDay = bySpec.get(spec) ?? new Map<LocalDate, Counted>();
  countedBefore.set(calendar, bySpec);
  bySpec.set(spec, byDay);
  let found = byDay.get(started.on);
  if (!found) {
    if (byDay.size >= maxDaysKept) byDay.clear();
    byDay.set(started.on, (found = countedNow(spec, started, kase(), calendar)));
  }
  return found;
}

function countedNow(spec: Counting, started: CaseEvent, kase: CaseView, calendar: WorkCalendar): Counted {
  const terms: Term[] = [];
  let dueAt: LocalDateTime | undefined;
  const written = spec.dueOn?.(started, kase);
  for (const rule of rulesOf(spec, started, kase)) {
    // A date in the paper takes the place of the length; what the paper must leave at least stays.
    if (written !== undefined && rule.bound !== 'min') continue;
    const from = startOf(rule);
    const last = orNotPublished(() => lastMoment(spec, rule, calendar));
    if (last === undefined || from === undefined) continue;
    if (rule.unit === 'hour' && rule.bound !== 'min' && last !== null) dueAt = last;
    terms.push({ ...{ n: rule.n, unit: rule.unit, bound: rule.bound, from }, endsOn: last && localDayOf(last) });
  }
  if (written !== undefined && isLocalDate(written))
    terms.push({ n: null, unit: 'document', bound: 'at', from: started.on, endsOn: written });
  const deciding = terms.filter(({ bound }) => bound !== 'min').map(({ endsOn }) => endsOn);
  const awaitsCalendar = deciding.includes(null);
  const dueOn = awaitsCalendar ? null : (deciding.sort().at(-1) ?? null);
  return { terms, dueOn, ...(dueAt !== undefined && dueOn !== null ? { dueAt } : {}), awaitsCalendar };
}

function startOf({ from }: TermRule): LocalDate | LocalDateTime | undefined {
  return typeof from === 'string' ? localMinute(from) : startOf(from);
}

function orNotPublished<T>(count: () => T): T | null {
  try {
    return count();
  } catch (error) {
    if (error instanceof CalendarNotPublished) return null;
    throw error;
  }
}

/**
 * The last day of a deadline that an event started, for rules that ask for it; undefined when nothing falls due.
 * @throws CalendarNotPublished rather than guessing
 */
export function lastDayOf<Events extends EventShapes>(
  spec: Counting<CaseView<Events>>,
  started: Pick<CaseEvent, 'id'>,
  kase: CaseView<Events>,
  calendar: WorkCalendar,
): LocalDate | undefined {
  const event = kase.state.events.find(({ id }) => id === started.id);
  if (!event) return undefined;
  const { dueOn, awaitsCalendar } = counted(
    spec as unknown as Counting,
    event,
    () => kase as unknown as CaseView,
    calendar,
  );
  if (awaitsCalendar)
    throw new CalendarNotPublished(
      addDays(calendar.publishedThrough, 1),
      calendar.publishedFrom,
      calendar.publishedThrough,
    );
  return dueOn ?? undefined;
}

const memory = new WeakMap<Deadline, { readonly calendars: number; readonly due: DueDate | undefined }>();

/**
 * The due dates of a case, in the order in which its deadlines began; those of rules of order, which count nothing, left
 * out. Counted once, by the calendar that was known when the deadline began, or by the first later one that reaches far
 * enough: a later notice moves no date that was already counted.
 *
 * Pure: the same case and the same calendars give the same dates, whenever they are asked for.
 *
 * @param calendars oldest first, as far as they were known at the position that is asked for
 */
export function dueDatesOf(
  process: Process,
  state: CaseState,
  calendars: readonly KnownCalendar[],
): readonly DueDate[] {
  return state.deadlines.flatMap((deadline) => dueDateOf(process, state, deadline, calendars) ?? []);
}

/** As `dueDatesOf`, of one deadline of the case. */
export function dueDateOf(
  process: Process,
  state: CaseState,
  deadline: Deadline,
  calendars: readonly KnownCalendar[],
): DueDate | undefined {
  const kept = memory.get(deadline);
  if (kept && (kept.calendars === calendars.length || (kept.calendars < calendars.length && !kept.due?.awaitsCalendar)))
    return kept.due;
  const due = orNothing(() => work(process, state, deadline, calendars));
  memory.set(deadline, { calendars: calendars.length, due });
  return due;
}

/** History cannot be refused: a deadline whose events make no sense to its rules falls due never, and stops nobody. */
function orNothing(read: () => DueDate | undefined): DueDate | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function work(
  process: Process,
  state: CaseState,
  deadline: Deadline,
  calendars: readonly KnownCalendar[],
): DueDate | undefined {
  const spec = process.deadlineOfCode.get(deadline.code);
  const started = state.events.find(({ id }) => id === deadline.startedBy);
  if (!spec || !started) return undefined;
  const kase = (): CaseView => viewOf(lifetime(process, state, deadline), process.restarts);
  let found: Counted & { calendar: string } = { terms: [], dueOn: null, awaitsCalendar: false, calendar: '' };
  const first = calendars.findLastIndex(({ since }) => since <= started.position);
  for (const { calendar } of calendars.slice(Math.max(0, first))) {
    found = { ...counted(spec, started, kase, calendar), calendar: calendar.version };
    if (!found.awaitsCalendar) break;
  }
  if (found.terms.length === 0) return undefined;
  const ended = state.events.find(({ id }) => id === deadline.endedBy);
  const late = ended !== undefined && endedLate(process, found, ended);
  const missedBy = deadline.missedBy ?? recordedMiss(state, deadline.code, found.dueOn);
  return {
    ...{ code: deadline.code, startedBy: deadline.startedBy, startedOn: deadline.startedOn, ...found },
    status: missedBy !== undefined || late ? 'missed' : deadline.end,
    ...(ended ? { endedBy: ended.id, endedOn: ended.on } : {}),
    late,
    ...(missedBy === undefined ? {} : { missedBy }),
  };
}

/** The case as it was when the deadline ended: what happened later, in another round, says nothing about it. */
function lifetime(process: Process, state: CaseState, { endedBy }: Deadline): CaseState {
  const end = endedBy === undefined ? -1 : state.events.findIndex(({ id }) => id === endedBy);
  if (end < 0) return state;
  const length = process.restarts.has(state.events[end]!.type) ? end : end + 1;
  return length === state.events.length ? state : { ...state, events: state.events.slice(0, length) };
}

function endedLate(process: Process, { dueOn, dueAt }: Counted, ended: CaseEvent): boolean {
  if (dueOn === null) return false;
  const main = ended.data[process.stepOfEvent.get(ended.type)?.occurredOn ?? ''];
  const minute = typeof main === 'string' ? localMinute(main) : '';
  return dueAt !== undefined && isLocalDateTime(minute) ? minute > dueAt : ended.on > dueOn;
}

/** Two things that fell due under one code on one day are one miss: the event names the code and the day. */
const recordedMiss = (state: CaseState, code: string, dueOn: LocalDate | null): string | undefined =>
  state.events.find(({ type, data }) => type === 'DeadlineMissed' && data.deadlineCode === code && data.dueOn === dueOn)
    ?.id;
