import fc from 'fast-check';
import { cell } from './index.js';

const { code, date, dateTime, listOf, mu, squareMetres, staffCode, texts, timeOfDay, wholeNumber, word, yesNo, yuan } =
  cell;

describe('a date', () => {
  it.each([
    ['2022-03-05', '2022-03-05'],
    ['2022/3/5', '2022-03-05'],
    ['2022年3月5日', '2022-03-05'],
    ['2022年12月31日', '2022-12-31'],
    ['2024-02-29', '2024-02-29'],
  ])('%s', (written, read) => {
    expect(date.read(written)).toBe(read);
  });

  it.each([
    '2022-02-29',
    '2022年13月1日',
    '2022/3-5',
    '2022.3.5',
    '22-3-5',
    '3月5日',
    '2022-03-05 09:00',
    '不详',
    '20220305',
  ])('%s cannot be read', (written) => {
    expect(date.read(written)).toBeUndefined();
  });
});

describe('a time', () => {
  it.each([
    ['2022-02-21 09:50', '2022-02-21T09:50'],
    ['2022/2/21 9:50', '2022-02-21T09:50'],
    ['2022年2月21日　23:59', '2022-02-21T23:59'],
  ])('with its date: %s', (written, read) => {
    expect(dateTime.read(written)).toBe(read);
  });

  it.each(['2022-02-21', '2022-02-21T09:50', '2022-02-21 24:00', '2022-02-30 09:50', '2022-02-21 9:5', '上午九点'])(
    '%s cannot be read',
    (written) => {
      expect(dateTime.read(written)).toBeUndefined();
    },
  );

  it('of the day', () => {
    expect(['9:30', '09:30', '0:00', '24:00', '9:60', '930'].map((written) => timeOfDay.read(written))).toEqual([
      '09:30',
      '09:30',
      '00:00',
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('a measure', () => {
  it.each([
    ['437.50', 43_750],
    ['437.5', 43_750],
    ['437', 43_700],
    ['1,234.56', 123_456],
    ['1,234,567', 123_456_700],
    ['0', 0],
    ['0.01', 1],
    ['1.15', 115],
    ['8.29', 829],
    ['-5', -500],
  ])('%s m² is %d dm2', (written, stored) => {
    expect(squareMetres.read(written)).toBe(stored);
  });

  it.each([
    '437.505',
    '约437',
    '437㎡',
    '1,23',
    '12,34.5',
    '.5',
    '5.',
    '',
    '一百',
    '1e3',
    '90071992547409930',
    '--5',
    '+5',
  ])('%p cannot be read', (written) => {
    expect(squareMetres.read(written)).toBeUndefined();
  });

  it('is stored in fen and hundredths of a mu alike', () => {
    expect(yuan.read('12,000.5')).toBe(1_200_050);
    expect(mu.read('0.35')).toBe(35);
  });

  it('loses nothing for any sum of money', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90_000_000_000_000 }), (fen) => {
        const digits = String(fen).padStart(3, '0');
        expect(yuan.read(`${digits.slice(0, -2)}.${digits.slice(-2)}`)).toBe(fen);
      }),
    );
  });

  it('is a whole number where it counts things', () => {
    expect(['12', '1,200', '0', '12.0', '1.5', '三'].map((written) => wholeNumber.read(written))).toEqual([
      12,
      1200,
      0,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('a list', () => {
  it('is split by the commas that people type', () => {
    expect(listOf(staffCode).read('执法-01、执法-02，执法-03,执法-04')).toEqual([
      '执法-01',
      '执法-02',
      '执法-03',
      '执法-04',
    ]);
    expect(listOf(code).read('见证-04')).toEqual(['见证-04']);
    expect(listOf(code).read('见证-04、 见证-05')).toEqual(['见证-04', '见证-05']);
  });

  it('of texts is split by ； only', () => {
    expect(texts.read('道路不通，积水；无路灯')).toEqual(['道路不通，积水', '无路灯']);
  });

  it('with an empty entry cannot be read', () => {
    expect(listOf(code).read('见证-04、')).toBeUndefined();
    expect(listOf(code).read('、')).toBeUndefined();
  });

  it('of words becomes codes', () => {
    const place = listOf(word({ 村公告栏: 'VILLAGE', 项目现场: 'PROJECT_AREA' }));
    expect(place.read('村公告栏、项目现场')).toEqual(['VILLAGE', 'PROJECT_AREA']);
    expect(place.read('村公告栏、门口')).toBeUndefined();
  });
});

describe('a word', () => {
  const stockClass = word(
    { 新建: 'NEW', 存量: 'EXISTING' },
    { codes: { NEW: { zh: '新建违建' }, EXISTING: { zh: '存量违建' }, UNKNOWN: { zh: '不明' } } },
  );

  it('becomes its code', () => {
    expect(stockClass.read('存量')).toBe('EXISTING');
  });

  it('may be the name of the code list where the ledger has that code', () => {
    expect(stockClass.read('新建违建')).toBe('NEW');
    expect(stockClass.read('不明')).toBeUndefined();
  });

  it('outside the list cannot be read', () => {
    for (const written of ['新', 'NEW', '', 'constructor', '__proto__'])
      expect(stockClass.read(written)).toBeUndefined();
  });

  it('is 是 or 否', () => {
    expect(['是', '否', '有', 'yes', '√'].map((written) => yesNo.read(written))).toEqual([
      true,
      false,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
