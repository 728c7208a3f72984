import {
  addDays,
  isLocalDate,
  isLocalDateTime,
  type LocalDate,
  type LocalDateTime,
  shanghaiDateTime,
} from '#foundation/calendar';

const withOffset = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** A moment as commands carry it: a local minute (Asia/Shanghai), or an instant with its offset. */
export function isMoment(value: unknown): value is string {
  if (isLocalDateTime(value)) return true;
  if (typeof value !== 'string' || !withOffset.test(value) || !isLocalDate(value.slice(0, 10))) return false;
  const parsed = new Date(value);
  // The local day must be a date the product can write: an offset may push it over the edge of the year 9999.
  return !Number.isNaN(parsed.getTime()) && isLocalDateTime(shanghaiDateTime(parsed));
}

/** The local minute of a moment, whichever way it was written. */
export function localMinute(moment: string): LocalDateTime {
  // What is no moment at all is left as it stands: history must be folded, whatever it holds.
  return withOffset.test(moment) && isMoment(moment) ? shanghaiDateTime(moment) : moment;
}

/** The business date of a moment. */
export function localDayOf(moment: string): LocalDate {
  return localMinute(moment).slice(0, 10);
}

/** The local minute 24 hours later: Asia/Shanghai has no summer time. */
export function dayLater(moment: string): LocalDateTime {
  const minute = localMinute(moment);
  return `${addDays(minute.slice(0, 10), 1)}${minute.slice(10)}`;
}
