/**
 * A business date of the township, 'YYYY-MM-DD' in Asia/Shanghai. Plain text on purpose: it sorts, compares and stores
 * as it is, and no time zone can slip in. Dates are compared with `<` and `===`.
 */
export type LocalDate = string;

/** A minute of the local day, 'YYYY-MM-DDTHH:mm' in Asia/Shanghai. */
export type LocalDateTime = string;

const DAY_MS = 86_400_000;
/** China keeps one time without summer time since 1992, long before anything that this product records. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

const asUtc = (date: LocalDate): Date => new Date(`${date}T00:00:00.000Z`);
const fromUtc = (instant: Date): LocalDate => instant.toISOString().slice(0, 10);

/** True for the text of a day that exists: '2022-02-28', never '2022-02-29' or '2022-2-28'. */
export function isLocalDate(value: unknown): value is LocalDate {
  if (typeof value !== 'string' || !/^[1-9]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(value)) return false;
  const day = Number(value.slice(8));
  return day <= 28 || day <= daysInMonth(Number(value.slice(0, 4)), Number(value.slice(5, 7)));
}

/** @param month 1 is January */
function daysInMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** True for 'YYYY-MM-DDTHH:mm' with a day that exists and a time from 00:00 to 23:59. */
export function isLocalDateTime(value: unknown): value is LocalDateTime {
  return typeof value === 'string' && /^.{10}T([01]\d|2[0-3]):[0-5]\d$/.test(value) && isLocalDate(value.slice(0, 10));
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return fromUtc(new Date(asUtc(date).getTime() + days * DAY_MS));
}

/** Whole days from one date to a later one; negative when `to` is the earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (asUtc(to).getTime() - asUtc(from).getTime()) / DAY_MS;
}

/** For sorting: negative, zero or positive. */
export function compareDates(a: LocalDate, b: LocalDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The corresponding day `months` later; where that month has no such day, its last day (Civil Code art. 202).
 * Counts from the given day each time: two single months are not always one double month.
 */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const lastDay = daysInMonth(first.getUTCFullYear(), first.getUTCMonth() + 1);
  return fromUtc(new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(day, lastDay))));
}

export function addYears(date: LocalDate, years: number): LocalDate {
  return addMonths(date, years * 12);
}

/** 0 is Sunday, 6 is Saturday. */
export function dayOfWeek(date: LocalDate): number {
  return asUtc(date).getUTCDay();
}

/** The business date of an instant: 16:30 UTC already belongs to the next day in Shanghai. */
export function shanghaiDate(instant: string | Date): LocalDate {
  return shanghaiClock(instant).slice(0, 10);
}

/** The local minute of an instant. */
export function shanghaiDateTime(instant: string | Date): LocalDateTime {
  return shanghaiClock(instant).slice(0, 16);
}

function shanghaiClock(instant: string | Date): string {
  const utc = typeof instant === 'string' ? new Date(instant) : instant;
  return new Date(utc.getTime() + SHANGHAI_OFFSET_MS).toISOString();
}
