import fc from 'fast-check';
import {
  addDays,
  addMonths,
  addYears,
  compareDates,
  daysBetween,
  isLocalDate,
  isLocalDateTime,
  shanghaiDate,
  shanghaiDateTime,
} from './index.js';

describe('a local date', () => {
  it.each(['2022-02-28', '2020-02-29', '2000-02-29', '1986-05-04', '9999-12-31'])('%s is one', (text) => {
    expect(isLocalDate(text)).toBe(true);
  });

  it.each([
    '2022-02-29',
    '1900-02-29',
    '2022-13-01',
    '2022-00-10',
    '2022-04-31',
    '2022-2-28',
    '2022/02/28',
    '0022-01-01',
    '',
    '2022-02-28T00:00',
  ])('%p is none', (text) => {
    expect(isLocalDate(text)).toBe(false);
  });

  it.each([undefined, null, 20220228, new Date(0)])('%p is none', (value) => {
    expect(isLocalDate(value)).toBe(false);
  });

  it('is one exactly where the calendar has that day', () => {
    const number = (max: number) => fc.integer({ min: 0, max });
    fc.assert(
      fc.property(fc.integer({ min: 1_000, max: 9_999 }), number(14), number(33), (year, month, day) => {
        const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        const date = new Date(Date.UTC(year, month - 1, day));
        expect(isLocalDate(text)).toBe(date.getUTCMonth() === month - 1 && date.getUTCDate() === day);
      }),
      { numRuns: 1_000 },
    );
  });

  it('has a minute of the day', () => {
    expect(isLocalDateTime('2022-02-21T09:50')).toBe(true);
    expect(isLocalDateTime('2022-02-21T00:00')).toBe(true);
    for (const text of ['2022-02-21T24:00', '2022-02-30T09:50', '2022-02-21 09:50', '2022-02-21T9:50']) {
      expect(isLocalDateTime(text)).toBe(false);
    }
  });

  it('sorts as text', () => {
    expect(['2022-10-01', '2021-12-31', '2022-02-10'].sort(compareDates)).toEqual([
      '2021-12-31',
      '2022-02-10',
      '2022-10-01',
    ]);
  });
});

describe('counting days, months and years', () => {
  it('crosses months, years and the leap day', () => {
    expect(addDays('2021-12-31', 1)).toBe('2022-01-01');
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2022-03-01', -1)).toBe('2022-02-28');
    expect(daysBetween('2022-01-01', '2023-01-01')).toBe(365);
    expect(daysBetween('2022-03-01', '2022-02-28')).toBe(-1);
  });

  it('goes to the corresponding day, or to the last day of a shorter month', () => {
    expect(addMonths('2022-01-15', 6)).toBe('2022-07-15');
    expect(addMonths('2022-01-31', 1)).toBe('2022-02-28');
    expect(addMonths('2022-08-31', 6)).toBe('2023-02-28');
    expect(addMonths('2023-08-31', 6)).toBe('2024-02-29');
    expect(addMonths('2021-12-31', 3)).toBe('2022-03-31');
    expect(addMonths('2022-03-31', -1)).toBe('2022-02-28');
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28');
    expect(addYears('2020-02-29', 4)).toBe('2024-02-29');
  });

  it('adds days one by one to the same end as at once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), fc.integer({ min: 0, max: 400 }), (offset, days) => {
        const start = addDays('1990-01-01', offset);
        const end = addDays(start, days);
        expect(isLocalDate(end)).toBe(true);
        expect(daysBetween(start, end)).toBe(days);
      }),
    );
  });
});

describe('the business date of an instant', () => {
  it('changes at 16:00 UTC', () => {
    expect(shanghaiDate('2022-06-30T15:59:59.999Z')).toBe('2022-06-30');
    expect(shanghaiDate('2022-06-30T16:00:00.000Z')).toBe('2022-07-01');
    expect(shanghaiDate(new Date(Date.UTC(2021, 11, 31, 20)))).toBe('2022-01-01');
  });

  it('has the local minute', () => {
    expect(shanghaiDateTime('2022-02-21T01:50:30.000Z')).toBe('2022-02-21T09:50');
  });
});
