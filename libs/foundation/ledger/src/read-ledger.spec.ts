import { Refusal } from '#foundation/process';
import {
  cell,
  column,
  type LedgerMapping,
  ledgerChoice,
  ledgerColumns,
  ledgerSteps,
  readLedger,
  recogniseLedger,
} from './index.js';

const ledgerStep = ledgerSteps<Record<string, Record<string, unknown>>>();

// A ledger of street lamps: reported, visited up to twice, then repaired or written off.
const repairedOn = column('完成日期', cell.date);
const outcome = column('结果', cell.word({ 修好: 'REPAIRED', 报废: 'WRITTEN_OFF' }));
const visit = (n: 1 | 2) =>
  ledgerStep('LampVisited', 'visitedOn', {
    visitedOn: column(`查看日期${n}`, cell.date),
    startedAt: column(`查看时间${n}`, cell.timeOfDay),
    visitorRefs: column(`查看人${n}`, cell.listOf(cell.staffCode)),
  });
const lamps: LedgerMapping = {
  kind: 'lamps',
  process: 'lamp',
  title: { zh: '路灯台账', en: 'Ledger of street lamps' },
  recognisedBy: ['路灯编号', '结果'],
  caseNumber: column('路灯编号', cell.officialNumber),
  steps: [
    ledgerStep(
      'LampReported',
      'reportedOn',
      { place: column('地点', cell.text), reportedOn: column('报修日期', cell.date) },
      { actor: '登记人', derived: { channel: () => 'PAPER' } },
    ),
    visit(1),
    visit(2),
    ledgerChoice(
      {
        repaired: ledgerStep(
          'LampRepaired',
          'repairedOn',
          { repairedOn, outcome, costFen: column('费用(元)', cell.yuan) },
          { derived: { place: (cells) => cells['地点'] } },
        ),
        writtenOff: ledgerStep('LampWrittenOff', 'writtenOffOn', {
          writtenOffOn: repairedOn,
          outcome,
          reason: column('报废原因', cell.text),
        }),
      },
      (cells) => (cells['结果'] === 'WRITTEN_OFF' ? 'writtenOff' : 'repaired'),
    ),
  ],
  remarks: [column('备注', cell.text)],
};

const headers = [...ledgerColumns(lamps).keys()];
const ledger = (...rows: Record<string, string>[]) =>
  [headers, ...rows.map((row) => headers.map((header) => row[header] ?? ''))]
    .map((line) => line.join(','))
    .join('\r\n');
const read = (...rows: Record<string, string>[]) => readLedger(ledger(...rows), lamps).rows;
const refusalIn = (row: Record<string, string>) => {
  const [only] = read({ 路灯编号: 'L-1', ...row });
  return only && 'refusal' in only ? only.refusal : undefined;
};
const reported = { 路灯编号: 'L-1', 地点: '村口', 报修日期: '2022年3月5日', 登记人: '网格-01' };

describe('a row becomes the steps whose date is filled', () => {
  it('with fields in stored units, the columns they came from and who acted', () => {
    const [row] = read({ ...reported, 完成日期: '2022/3/9', 结果: '修好', '费用(元)': '120.5' });
    expect(row).toMatchObject({ row: 2, caseNumber: 'L-1' });
    expect(row).toHaveProperty('steps', [
      {
        event: 'LampReported',
        on: '2022-03-05',
        fields: { place: '村口', reportedOn: '2022-03-05', channel: 'PAPER' },
        columns: { place: '地点', reportedOn: '报修日期' },
        actorStaffRef: '网格-01',
      },
      {
        event: 'LampRepaired',
        on: '2022-03-09',
        fields: { repairedOn: '2022-03-09', outcome: 'REPAIRED', costFen: 12_050, place: '村口' },
        columns: { repairedOn: '完成日期', outcome: '结果', costFen: '费用(元)' },
      },
    ]);
  });

  const eventsOf = (row: Record<string, string>) => {
    const [only] = read(row);
    return only && 'steps' in only ? only.steps.map(({ event, on }) => `${on} ${event}`) : [];
  };

  it('where another cell tells which step it is', () => {
    expect(eventsOf({ ...reported, 完成日期: '2022-03-09', 结果: '报废', 报废原因: '锈蚀' })).toEqual([
      '2022-03-05 LampReported',
      '2022-03-09 LampWrittenOff',
    ]);
  });

  it('in the order of their dates, and of the process on the same day', () => {
    expect(
      eventsOf({ ...reported, 查看日期1: '2022-03-07', 查看日期2: '2022-03-05', 完成日期: '2022-03-07', 结果: '修好' }),
    ).toEqual([
      '2022-03-05 LampReported',
      '2022-03-05 LampVisited',
      '2022-03-07 LampVisited',
      '2022-03-07 LampRepaired',
    ]);
  });

  it('with times of day on the date of their own step', () => {
    const [row] = read({ ...reported, 查看日期2: '2022-03-08', 查看时间2: '9:30', 查看人2: '网格-01、网格-02' });
    expect(row).toHaveProperty('steps.1.fields', {
      visitedOn: '2022-03-08',
      startedAt: '2022-03-08T09:30',
      visitorRefs: ['网格-01', '网格-02'],
    });
  });
});

describe('a row is refused', () => {
  it('for the leftmost cell that cannot be read', () => {
    expect(refusalIn({ 地点: '村口', 报修日期: '3月5日' })).toEqual({ code: 'R-IMPORT-CELL', column: '报修日期' });
    expect(refusalIn({ ...reported, 完成日期: '2022-02-30', 结果: '没修' })).toEqual({
      code: 'R-IMPORT-CELL',
      column: '完成日期',
    });
    expect(refusalIn({ ...reported, 完成日期: '2022-03-09', 结果: '没修' })).toEqual({
      code: 'R-IMPORT-CELL',
      column: '结果',
    });
  });

  it('leftmost as the file is laid out', () => {
    const rows = readLedger(
      `${headers.toReversed().join(',')}\r\n${headers
        .toReversed()
        .map((header) => ({ 路灯编号: 'L-1', 完成日期: '?', 报修日期: '?' })[header] ?? '')
        .join(',')}`,
      lamps,
    ).rows;
    expect(rows[0]).toHaveProperty('refusal', { code: 'R-IMPORT-CELL', column: '完成日期' });
  });

  it('for a filled cell of a step that is not taken, which would be lost', () => {
    expect(refusalIn({ ...reported, 查看人1: '网格-01' })).toEqual({ code: 'R-IMPORT-CELL', column: '查看人1' });
    expect(refusalIn({ ...reported, 完成日期: '2022-03-09', 结果: '报废', '费用(元)': '1' })).toEqual({
      code: 'R-IMPORT-CELL',
      column: '费用(元)',
    });
  });

  it('for a number of a person in any of its texts, remarks included', () => {
    expect(refusalIn({ ...reported, 备注: '来电13812345678' })).toEqual({ code: 'R-ALL-11', column: '备注' });
    expect(refusalIn({ ...reported, 地点: '村口，１３８１２３４５６７８' })).toEqual({
      code: 'R-ALL-11',
      column: '地点',
    });
  });

  it('for the unreadable cell first, whatever its texts hold', () => {
    expect(refusalIn({ 地点: '13812345678', 报修日期: '?' })).toEqual({ code: 'R-IMPORT-CELL', column: '报修日期' });
  });
});

describe('the content hash of a row', () => {
  const hashOf = (file: string) => readLedger(file, lamps).rows.map(({ contentHash }) => contentHash);
  const first = { ...reported };
  const second = { ...reported, 路灯编号: 'L-2' };

  it('is the same for the same row, wherever it stands and however it is laid out', () => {
    const [one, two] = hashOf(ledger(first, second));
    expect(hashOf(ledger(second, first))).toEqual([two, one]);
    const turned = headers.toReversed();
    const line = (row: Record<string, string>) => turned.map((header) => row[header] ?? '').join(',');
    expect(hashOf([turned.join(','), line(first), line(second)].join('\n'))).toEqual([one, two]);
    expect(one).toMatch(/^[0-9a-f]{64}$/);
  });

  it('differs when a single cell does', () => {
    const [one] = hashOf(ledger(first));
    expect(hashOf(ledger({ ...first, 备注: '补' }))).not.toEqual([one]);
    expect(hashOf(ledger({ ...first, 地点: '', 备注: '村口' }))).not.toEqual([one]);
  });
});

describe('a file that is no such ledger is refused as a whole', () => {
  const reasonOf = (act: () => unknown): string => {
    try {
      act();
    } catch (error) {
      if (error instanceof Refusal && error.code === 'R-IMPORT-FILE') return error.details.reason ?? '';
      throw error;
    }
    throw new Error('was read');
  };

  it('with a column missing or unknown', () => {
    const file = [...headers.filter((header) => header !== '备注'), '心情'].join(',');
    expect(reasonOf(() => readLedger(file, lamps))).toBe('columns missing: 备注; unknown: 心情');
  });

  it('with the columns of none of the ledgers', () => {
    expect(recogniseLedger({ headers }, [lamps, { ...lamps, recognisedBy: ['其他'] }])).toBe(lamps);
    expect(reasonOf(() => recogniseLedger({ headers: ['编号'] }, [lamps]))).toContain('no known ledger');
    expect(reasonOf(() => recogniseLedger({ headers }, [lamps, lamps]))).toContain('several');
  });
});

describe('a mapping', () => {
  it('reads a column in one way only', () => {
    const twice = { ...lamps, remarks: [column('地点', cell.date)] };
    expect(() => ledgerColumns(twice)).toThrow('地点');
  });

  it('has a date column for each step, shared by the steps of a choice', () => {
    expect(() => ledgerStep('X', 'on', { other: column('甲', cell.text) })).toThrow('on');
    const a = ledgerStep('A', 'on', { on: column('甲', cell.date) });
    const b = ledgerStep('B', 'on', { on: column('乙', cell.date) });
    expect(() => ledgerChoice({ a, b }, () => 'a')).toThrow('甲');
  });
});
