import { addDays, addMonths, addYears, dayOfWeek, type LocalDate } from './local-date.js';

/**
 * Holidays as the State Council publishes them: the plain week from Monday to Friday, and the days that differ from it.
 * Days that repeat the plain week (a holiday on a Sunday) may be listed too.
 */
export interface WorkCalendarData {
  /** Stored with every due date that was computed from it. */
  readonly version: string;
  /** First day that the notices cover. */
  readonly publishedFrom: LocalDate;
  /** Last day that the notices cover: nothing later can be counted in working days. */
  readonly publishedThrough: LocalDate;
  readonly holidays: readonly LocalDate[];
  readonly makeupWorkdays: readonly LocalDate[];
}

/** How long a term is. `calendar` counts days; `month` and `year` go to the corresponding day. */
export interface TermLength {
  readonly n: number;
  readonly unit: 'working' | 'calendar' | 'month' | 'year';
}

/** A day lies outside the published holiday notices; whether it is a working day is not known to anybody yet. */
export class CalendarNotPublished extends Error {
  constructor(
    readonly date: LocalDate,
    readonly publishedFrom: LocalDate,
    readonly publishedThrough: LocalDate,
  ) {
    super(`No holiday notice covers ${date}: the calendar runs from ${publishedFrom} to ${publishedThrough}`);
    this.name = 'CalendarNotPublished';
  }
}

const maxEndsKept = 20_000;

/** Working days and terms by one version of the holiday notices. Immutable; a new notice makes a new calendar. */
export class WorkCalendar {
  private readonly holidays: ReadonlySet<LocalDate>;
  private readonly makeupWorkdays: ReadonlySet<LocalDate>;
  /** Ends of terms asked for before: a township's terms begin on few days and have few lengths. */
  private readonly ends = new Map<string, LocalDate>();

  constructor(private readonly data: WorkCalendarData) {
    this.holidays = new Set(data.holidays);
    this.makeupWorkdays = new Set(data.makeupWorkdays);
  }

  get version(): string {
    return this.data.version;
  }
  get publishedFrom(): LocalDate {
    return this.data.publishedFrom;
  }
  get publishedThrough(): LocalDate {
    return this.data.publishedThrough;
  }

  /** A statutory rest day: a holiday, or a weekend that is not swapped for a working day. */
  isRestDay(date: LocalDate): boolean {
    return !this.isWorkingDay(date);
  }

  isWorkingDay(date: LocalDate): boolean {
    if (date < this.data.publishedFrom || date > this.data.publishedThrough) {
      throw new CalendarNotPublished(date, this.data.publishedFrom, this.data.publishedThrough);
    }
    if (this.makeupWorkdays.has(date)) return true;
    if (this.holidays.has(date)) return false;
    const weekday = dayOfWeek(date);
    return weekday !== 0 && weekday !== 6;
  }

  /** The nth working day after `date`, which is not counted itself (Civil Code art. 201). Zero gives `date`. */
  addWorkingDays(date: LocalDate, n: number): LocalDate {
    let day = date;
    for (let left = n; left > 0;) {
      day = addDays(day, 1);
      if (this.isWorkingDay(day)) left -= 1;
    }
    return day;
  }

  /** The day itself, or the next working day after it when it is a rest day (Civil Code art. 203). */
  nextWorkingDay(date: LocalDate): LocalDate {
    let day = date;
    while (this.isRestDay(day)) day = addDays(day, 1);
    return day;
  }

  /**
   * The last day of a term that `start` triggers; the day of the trigger is not counted.
   *
   * With `restDayRollover`, a term that would end on a rest day ends on the next working day: terms that favour the
   * citizen. The government's own terms have it only where the law says so, so it is never the default.
   *
   * Throws CalendarNotPublished where the answer needs a day outside the notices.
   */
  endOfTerm(start: LocalDate, length: TermLength, options: { readonly restDayRollover?: boolean } = {}): LocalDate {
    const asked = `${start} ${length.n}${length.unit}${options.restDayRollover ? '>' : ''}`;
    let end = this.ends.get(asked);
    if (end === undefined) {
      end = this.lastDay(start, length);
      if (options.restDayRollover) end = this.nextWorkingDay(end);
      if (this.ends.size >= maxEndsKept) this.ends.clear();
      this.ends.set(asked, end);
    }
    return end;
  }

  /**
   * This calendar with one more notice: the days that the notice covers are as the notice says, all others stay.
   * A notice may list days just outside its own range (the last days of December before it) and adds those.
   * A notice that would leave an uncovered gap throws a RangeError.
   */
  withNotice(notice: WorkCalendarData): WorkCalendar {
    const { publishedFrom: from, publishedThrough: through } = notice;
    if (from > addDays(this.data.publishedThrough, 1) || through < addDays(this.data.publishedFrom, -1)) {
      throw new RangeError(`Days between ${this.data.publishedThrough} and ${from} would be covered by no notice`);
    }
    const said = new Set([...notice.holidays, ...notice.makeupWorkdays]);
    const kept = (date: LocalDate) => (date < from || date > through) && !said.has(date);
    return new WorkCalendar({
      version: notice.version,
      publishedFrom: from < this.data.publishedFrom ? from : this.data.publishedFrom,
      publishedThrough: through > this.data.publishedThrough ? through : this.data.publishedThrough,
      holidays: [...this.data.holidays.filter(kept), ...notice.holidays],
      makeupWorkdays: [...this.data.makeupWorkdays.filter(kept), ...notice.makeupWorkdays],
    });
  }

  private lastDay(start: LocalDate, { n, unit }: TermLength): LocalDate {
    switch (unit) {
      case 'working':
        return this.addWorkingDays(start, n);
      case 'calendar':
        return addDays(start, n);
      case 'month':
        return addMonths(start, n);
      case 'year':
        return addYears(start, n);
    }
  }
}
