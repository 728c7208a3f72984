// Writes libs/foundation/calendar/src/holidays.data.ts from the npm package chinese-days, which follows the yearly
// State Council holiday notices. Run after each new notice (usually November): npm update chinese-days, then
// `node tools/make-calendar.mjs`, and commit the difference. The result is data with a version, never read at run time
// from the package, so that a due date computed today is computed the same after any update.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const days = require('chinese-days/dist/chinese-days.json');
const { version } = JSON.parse(readFileSync(require.resolve('chinese-days/package.json'), 'utf8'));

const years = [...new Set(Object.keys(days.holidays).map((date) => date.slice(0, 4)))].sort();
// The first year that the package knows is cut short when its January lies before the first notice it holds.
const whole = years.filter((year) => `${year}-01-01` in days.holidays);

const listed = (dates, year) =>
  Object.keys(dates)
    .filter((date) => date.startsWith(year))
    .sort()
    .map((date) => date.slice(5))
    .join(' ');

const quoted = (text) => (text.length <= 96 ? ` '${text}'` : wrapped(text));
function wrapped(text) {
  const lines = [''];
  for (const word of text.split(' ')) {
    if (lines.at(-1).length + word.length > 95) lines.push('');
    lines.push(`${lines.pop()}${word} `);
  }
  return `\n      ${lines.map((line, at) => `'${at === lines.length - 1 ? line.trimEnd() : line}'`).join(' +\n      ')}`;
}

const entries = whole.map(
  (year) => `  {
    year: ${year},
    rest:${quoted(listed(days.holidays, year))},
    work:${quoted(listed(days.workdays, year))},
  },`,
);
writeFileSync(
  new URL('../libs/foundation/calendar/src/holidays.data.ts', import.meta.url),
  `// Made by tools/make-calendar.mjs from chinese-days ${version} (MIT); do not edit by hand.

/** A year of State Council holiday notices: rest days and make-up working days as MM-DD, separated by blanks. */
export interface HolidayYear {
  readonly year: number;
  readonly rest: string;
  readonly work: string;
}

export const holidaySource = 'chinese-days ${version}';

export const holidayYears: readonly HolidayYear[] = [
${entries.join('\n')}
];
`,
);
console.log(`${whole[0]} to ${whole.at(-1)}: ${whole.length} years`);
