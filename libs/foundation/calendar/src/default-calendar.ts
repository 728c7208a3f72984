import { holidaySource, holidayYears, type HolidayYear } from './holidays.data.js';
import { WorkCalendar } from './work-calendar.js';

const firstYear = holidayYears[0]!.year;
const lastYear = holidayYears.at(-1)!.year;

const dates = (of: (entry: HolidayYear) => string): string[] =>
  holidayYears.flatMap((entry) =>
    of(entry)
      .split(' ')
      .map((day) => `${entry.year}-${day}`),
  );

/**
 * The holiday notices known when this version of the product was made. Its last day is the end of the last year with a
 * notice; a township that has published a later notice in its settings goes on from there.
 */
export const defaultCalendar = new WorkCalendar({
  version: `CN-${lastYear} (${holidaySource})`,
  publishedFrom: `${firstYear}-01-01`,
  publishedThrough: `${lastYear}-12-31`,
  holidays: dates((entry) => entry.rest),
  makeupWorkdays: dates((entry) => entry.work),
});
