import { addDays, CalendarNotPublished, defaultCalendar, isLocalDate, WorkCalendar } from './index.js';
import { holidayYears } from './holidays.data.js';

const through = (from: string, to: string): string[] => {
  const days = [from];
  while (days.at(-1)! < to) days.push(addDays(days.at(-1)!, 1));
  return days;
};

describe('the holidays of 2022, by the State Council notice of October 2021', () => {
  const holidays = {
    'New Year': through('2022-01-01', '2022-01-03'),
    'Spring Festival': through('2022-01-31', '2022-02-06'),
    Qingming: through('2022-04-03', '2022-04-05'),
    'Labour Day': through('2022-04-30', '2022-05-04'),
    'Dragon Boat': through('2022-06-03', '2022-06-05'),
    'Mid-Autumn': through('2022-09-10', '2022-09-12'),
    'National Day': through('2022-10-01', '2022-10-07'),
  };
  const makeup = [
    ...['2022-01-29', '2022-01-30', '2022-04-02', '2022-04-24'],
    ...['2022-05-07', '2022-10-08', '2022-10-09'],
  ];

  it.each(Object.entries(holidays))('%s is a rest', (_, days) => {
    for (const day of days) expect([day, defaultCalendar.isRestDay(day)]).toEqual([day, true]);
  });

  it('swapped weekends are worked', () => {
    for (const day of makeup) expect([day, defaultCalendar.isWorkingDay(day)]).toEqual([day, true]);
  });

  it('every other day follows the plain week', () => {
    const special = new Set([...Object.values(holidays).flat(), ...makeup]);
    for (const day of through('2022-01-01', '2022-12-31').filter((date) => !special.has(date))) {
      const weekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
      expect([day, defaultCalendar.isRestDay(day)]).toEqual([day, weekend]);
    }
  });
});

describe('the data made from the notices', () => {
  it('covers every year without a gap, in days that exist', () => {
    expect(holidayYears.map(({ year }) => year)).toEqual(holidayYears.map((_, at) => 2004 + at));
    for (const { year, rest, work } of holidayYears) {
      const days = [...rest.split(' '), ...work.split(' ')].map((day) => `${year}-${day}`);
      expect(days.filter((day) => !isLocalDate(day))).toEqual([]);
      expect(new Set(days).size).toBe(days.length);
    }
  });

  it('names its version', () => {
    expect(defaultCalendar.version).toMatch(/^CN-\d{4} /);
    expect(defaultCalendar.publishedFrom).toBe('2004-01-01');
  });
});

describe('terms', () => {
  it('do not count the day of the trigger', () => {
    // Friday; Saturday and Sunday are worked, the Spring Festival rests from Monday to Sunday.
    expect(defaultCalendar.addWorkingDays('2022-01-28', 1)).toBe('2022-01-29');
    expect(defaultCalendar.addWorkingDays('2022-01-28', 3)).toBe('2022-02-07');
    expect(defaultCalendar.addWorkingDays('2022-01-28', 0)).toBe('2022-01-28');
  });

  it('run over a National Day with swapped weekends', () => {
    // 30 September is a Friday; 8 and 9 October are worked.
    expect(defaultCalendar.endOfTerm('2022-09-30', { n: 5, unit: 'working' })).toBe('2022-10-12');
  });

  it('end on the day that they name', () => {
    expect(defaultCalendar.endOfTerm('2022-01-05', { n: 30, unit: 'calendar' })).toBe('2022-02-04');
    expect(defaultCalendar.endOfTerm('2022-08-31', { n: 6, unit: 'month' })).toBe('2023-02-28');
    expect(defaultCalendar.endOfTerm('2020-02-29', { n: 2, unit: 'year' })).toBe('2022-02-28');
  });

  it('run on to the next working day only where the rule says so', () => {
    // 4 February 2022 lies in the Spring Festival, which ends on Sunday the 6th.
    const term = { n: 30, unit: 'calendar' } as const;
    expect(defaultCalendar.endOfTerm('2022-01-05', term, { restDayRollover: true })).toBe('2022-02-07');
    expect(defaultCalendar.endOfTerm('2022-01-05', term, { restDayRollover: false })).toBe('2022-02-04');
    // 8 October 2022 is a Saturday that is worked.
    expect(defaultCalendar.endOfTerm('2022-09-08', term, { restDayRollover: true })).toBe('2022-10-08');
  });
});

describe('days outside the notices', () => {
  const calendar = new WorkCalendar({
    version: 'test',
    publishedFrom: '2022-01-01',
    publishedThrough: '2022-12-31',
    holidays: ['2022-12-30'],
    makeupWorkdays: [],
  });

  it('are refused, never guessed', () => {
    expect(() => calendar.isRestDay('2023-01-01')).toThrow(CalendarNotPublished);
    expect(() => calendar.isWorkingDay('2021-12-31')).toThrow(CalendarNotPublished);
    expect(() => calendar.addWorkingDays('2022-12-29', 1)).toThrow(CalendarNotPublished);
    expect(() => calendar.endOfTerm('2022-12-01', { n: 1, unit: 'month' }, { restDayRollover: true })).toThrow(
      CalendarNotPublished,
    );
  });

  it('are no obstacle to a term that needs no calendar', () => {
    expect(calendar.endOfTerm('2022-12-01', { n: 3, unit: 'month' })).toBe('2023-03-01');
  });

  it('can be counted once a further notice is published', () => {
    const next = calendar.withNotice({
      version: 'test 2023',
      publishedFrom: '2023-01-01',
      publishedThrough: '2023-12-31',
      holidays: ['2022-12-31', '2023-01-02'],
      makeupWorkdays: ['2023-01-07'],
    });
    expect(next.version).toBe('test 2023');
    expect(next.isRestDay('2022-12-30')).toBe(true);
    // 31 December 2022 to 2 January 2023 rest; the 3rd is a Tuesday.
    expect(next.addWorkingDays('2022-12-29', 1)).toBe('2023-01-03');
    expect(next.isWorkingDay('2023-01-07')).toBe(true);
    expect(() => calendar.isRestDay('2023-01-02')).toThrow(CalendarNotPublished);
  });

  it('are put right by a notice for days already covered', () => {
    const amended = calendar.withNotice({
      version: 'test amended',
      publishedFrom: '2022-12-01',
      publishedThrough: '2022-12-31',
      holidays: [],
      makeupWorkdays: [],
    });
    expect(amended.isWorkingDay('2022-12-30')).toBe(true);
    expect(amended.publishedFrom).toBe('2022-01-01');
  });

  it('are never skipped by a notice', () => {
    const gap = {
      version: 'x',
      publishedFrom: '2024-01-01',
      publishedThrough: '2024-12-31',
      holidays: [],
      makeupWorkdays: [],
    };
    expect(() => calendar.withNotice(gap)).toThrow(RangeError);
  });
});
