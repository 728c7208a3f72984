import { CalendarNotPublished, type LocalDate, type WorkCalendar } from '#foundation/calendar';

/** One term of a deadline: `bound` tells a latest day from an earliest one. */
export interface Term {
  readonly n: number;
  readonly unit: 'working' | 'calendar' | 'month' | 'year';
  readonly bound: 'at' | 'min' | 'max';
  /** Last day of the term; null where the holiday notices do not reach. */
  readonly endsOn: LocalDate | null;
}

/**
 * The terms of a line of the deadlines table (`3d` in working days, `60d; 6m; 15d`, `min 10d; max 3m`), counted from
 * a day. Parts that are no length in days, months or years are left out: other rules keep those.
 */
export function termsFrom(start: LocalDate, length: string, unit: string, calendar: WorkCalendar): readonly Term[] {
  const units = unit.split('|').map((each) => each.trim());
  return length.split(';').flatMap((part, index) => {
    const found = /^\s*(?:(min|max)\s+)?(\d{1,4})([dmy])\s*$/.exec(part);
    const counted = units[index] ?? units[0];
    if (!found || (counted !== 'working' && counted !== 'calendar')) return [];
    const n = Number(found[2]);
    const termUnit = found[3] === 'm' ? 'month' : found[3] === 'y' ? 'year' : counted;
    return [{ n, unit: termUnit, bound: found[1] ?? 'at', endsOn: lastDay(start, n, termUnit, calendar) } as Term];
  });
}

function lastDay(start: LocalDate, n: number, unit: Term['unit'], calendar: WorkCalendar): LocalDate | null {
  try {
    return calendar.endOfTerm(start, { n, unit });
  } catch (error) {
    if (error instanceof CalendarNotPublished) return null;
    throw error;
  }
}
