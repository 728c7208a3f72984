import { Refusal } from '#foundation/process';
import { readSheet } from './index.js';

const bytes = (text: string) => new TextEncoder().encode(text);

const refusalOf = (file: Uint8Array | string): Refusal => {
  try {
    readSheet(file);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('was read');
};

describe('a file as Excel saves it', () => {
  it('has rows numbered as Excel shows them, line breaks inside cells or not', () => {
    const file = bytes('\uFEFF编号,备注\r\nA,"两次\n复核"\r\nB,"说""好""\r\n第二行"\r\nC,\r\n');
    expect(readSheet(file)).toEqual({
      headers: ['编号', '备注'],
      rows: [
        {
          row: 2,
          cells: new Map([
            ['编号', 'A'],
            ['备注', '两次\n复核'],
          ]),
        },
        {
          row: 3,
          cells: new Map([
            ['编号', 'B'],
            ['备注', '说"好"\r\n第二行'],
          ]),
        },
        { row: 4, cells: new Map([['编号', 'C']]) },
      ],
    });
  });

  it('has cells without the blanks around them and with ordinary digits', () => {
    const [row] = readSheet('编号,日期\r\n拆告字〔２０２１〕第１号　 ,２０２１-０７-２７  \r\n').rows;
    expect(Object.fromEntries(row!.cells)).toEqual({ 编号: '拆告字〔2021〕第1号', 日期: '2021-07-27' });
  });

  it('keeps the numbers of rows that follow empty ones', () => {
    expect(readSheet('编号,备注\r\nA,\r\n,\r\n\r\n　,\r\nB,x\r\n').rows.map(({ row }) => row)).toEqual([2, 6]);
  });

  it('may come without BOM, with plain line ends and with empty columns at the end', () => {
    expect(readSheet('编号,备注,,\nA,x,,\n').headers).toEqual(['编号', '备注']);
    expect(readSheet(bytes('编号\nA')).rows).toHaveLength(1);
  });

  it('may have no rows at all', () => {
    expect(readSheet('编号,备注\r\n').rows).toEqual([]);
  });
});

describe('a broken file is refused as a whole', () => {
  it.each<[string, Uint8Array | string, string]>([
    ['nothing in it', '', 'no headers'],
    ['only empty headers', ',,\r\n', 'no headers'],
    ['a header twice', '编号,编号\r\nA,B\r\n', '编号 appears twice'],
    ['a row that is too short', '编号,备注\r\nA,x\r\nB\r\n', 'row 3 has 1 cells under 2 headers'],
    ['a row that is too long', '编号,备注\r\nA,"x\ny",z\r\n', 'row 2 has 3 cells under 2 headers'],
    ['a cell under no header', '编号,,\r\nA,,z\r\n', 'row 2 has a cell under no header'],
    ['an open quote', '编号,备注\r\nA,"x\r\n', 'Quote'],
    ['a quote inside a plain cell', '编号,备注\r\nA,x"y\r\n', 'Quote'],
    ['another encoding', new Uint8Array([0xb1, 0xe0, 0xba, 0xc5, 0x0d, 0x0a]), 'UTF-8'],
    ['a workbook', new Uint8Array([0x50, 0x4b, 0x03, 0x04]), 'Excel workbook'],
    ['zero bytes', '编号\r\nA\0\r\n', 'not a text file'],
  ])('%s', (_, file, reason) => {
    const refusal = refusalOf(file);
    expect(refusal.code).toBe('R-IMPORT-FILE');
    expect(refusal.kind).toBe('malformed');
    expect(refusal.message).toContain(reason);
  });
});
