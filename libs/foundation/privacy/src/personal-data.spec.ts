import fc from 'fast-check';
import { findPersonalData } from './index.js';

const kindIn = (text: string) => findPersonalData(text)?.kind;

describe('identity-card numbers', () => {
  // The example of GB 11643-1999.
  it.each([
    '11010519491231002X',
    '身份证11010519491231002x已核',
    '身份证号：１１０１０５１９４９１２３１００２Ｘ',
    '110105 19491231 002X',
    '110105-1949-1231-002X',
    '1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X',
  ])('%s', (text) => {
    expect(kindIn(text)).toBe('ID_CARD');
  });

  it('of the old form, with 15 digits', () => {
    expect(kindIn('户主130503670401001')).toBe('ID_CARD');
    expect(kindIn('130503 670401 001')).toBe('ID_CARD');
    expect(kindIn('130503671301001')).toBeUndefined(); // no 13th month
  });

  it('are told from other numbers by check digit and birthday', () => {
    expect(kindIn('110105194912310021')).toBeUndefined();
    expect(kindIn('编号 110105194913310021')).toBeUndefined();
  });

  it('are found at the place where they stand', () => {
    const text = '2022-03-05 张某，１１０１０５１９４９１２３１００２Ｘ，到场';
    const found = findPersonalData(text)!;
    expect(text.slice(found.start, found.end)).toBe('１１０１０５１９４９１２３１００２Ｘ');
  });

  it('follow a date without hiding behind it', () => {
    expect(kindIn('2022-03-05 11010519491231002X')).toBe('ID_CARD');
  });

  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const generated = fc
    .record({
      region: fc.integer({ min: 110_000, max: 999_999 }),
      birthday: fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
      order: fc.integer({ min: 0, max: 999 }),
    })
    .map(({ region, birthday, order }) => {
      const body = `${region}${birthday.toISOString().slice(0, 10).replaceAll('-', '')}${String(order).padStart(3, '0')}`;
      // The check digit makes the weighted sum congruent to 1 modulo 11.
      const sum = weights.reduce((total, weight, at) => total + weight * Number(body[at]), 0);
      const check = (12 - (sum % 11)) % 11;
      return body + (check === 10 ? 'X' : String(check));
    });

  it('are found whatever the region, birthday, order and text around them', () => {
    const around = fc.constantFrom('', '当事人', ' ', '，', '（', '号', '\n', '：');
    fc.assert(
      fc.property(generated, around, around, (number, before, after) => {
        expect(findPersonalData(before + number + after)).toEqual({
          kind: 'ID_CARD',
          start: before.length,
          end: before.length + 18,
        });
      }),
    );
  });
});

describe('telephones', () => {
  it.each([
    '13812345678',
    '电话13812345678，晚上联系',
    '电话：１３８１２３４５６７８',
    '138-1234-5678',
    '138 1234 5678',
    '138.1234.5678',
    '1381234 5678',
    '+86 138 1234 5678',
    '+8613812345678',
    '86-19912345678',
    '008613812345678',
    '1 3 8 1 2 3 4 5 6 7 8',
    '2022-03-05 13812345678',
    '0730-8234567',
    '010-62345678',
    '010-2345678',
    '0731 8234 5678',
    '（0730）8234567',
    '07308234567',
    '+86-730-8234567',
    '电话－0730－8234567',
  ])('%s', (text) => {
    expect(kindIn(text)).toBe('TELEPHONE');
  });

  it.each([
    '12345',
    '拨打12345热线',
    '12315',
    '400-812-3456',
    '4008123456',
    '800-810-8888',
    '110',
    '96110',
    '0730-12345',
  ])('%s is a line of a public office or a firm', (text) => {
    expect(kindIn(text)).toBeUndefined();
  });

  it.each(['12812345678', '1381234567', '138123456789', '0130-1234'])('%s is none', (text) => {
    expect(kindIn(text)).toBeUndefined();
  });
});

describe('bank cards', () => {
  it.each([
    '4111111111111111',
    '卡号4111 1111 1111 1111',
    '4111-1111-1111-1111',
    '6222021234567890128',
    '6222 0212 3456 7890 128',
  ])('%s', (text) => {
    expect(kindIn(text)).toBe('BANK_CARD');
  });

  it('are told from other numbers by the check digit', () => {
    expect(kindIn('4111111111111112')).toBeUndefined();
    expect(kindIn('6222021234567890123')).toBeUndefined();
  });
});

describe('what a case file is full of', () => {
  it.each([
    '拆告字〔2021〕第0001号',
    'WJ-2021-0001',
    'WJ-138-2021-0001',
    '纸质:违建-2021-0001-22',
    '纸质:违建-2021-0002-62，纸质:违建-2021-0002-63',
    '档-违建-2021-0001',
    '2021-07-06 18:30 至 2021-07-07 09:15',
    '2021年7月6日、2021/7/12',
    '20220705093012345',
    '1,234,567.50',
    '建筑面积 437.50 平方米，占地 437.50 平方米',
    'WG-05-05',
    '见证-04、协管-05',
    '石桥村第5组老晒谷坪0001号点位',
    '01890a5d-1381-7456-8123-138123456789',
    '9f86d081884c7d659a2feaa0c55ad013812345678b2b0b822cd15d6c15b0f00a',
    '',
    '无数字的备注',
  ])('%p is no number of a person', (text) => {
    expect(findPersonalData(text)).toBeUndefined();
  });

  it('is accepted for any year and serial', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2000, max: 2099 }),
        fc.integer({ min: 0, max: 9999 }),
        fc.nat(99),
        (year, serial, page) => {
          const number = String(serial).padStart(4, '0');
          for (const text of [
            `拆告字〔${year}〕第${number}号`,
            `WJ-${year}-${number}`,
            `纸质:违建-${year}-${number}-${page}`,
            `WJ-${year}-${number}、WJ-${year}-${number}`,
            `${year}-${number}-${year}-${number}`,
          ]) {
            expect([text, findPersonalData(text)]).toEqual([text, undefined]);
          }
        },
      ),
    );
  });
});
