import { setTimeout as delay } from 'node:timers/promises';
import { type ImportRun } from '#foundation/imports';
import { type Onebox, startOnebox } from '#foundation/testing';
import { clientOf, logHead, sample } from './harness.js';
import { beforeProjects, inProjects, type OtherRows } from './other-rows.js';
import { type Changes, ledgerOf } from './rows.js';

// Rows that stand in no sample: the same form, other contents; the table says for each what the rules
// make of it. All are tried out: nothing is recorded.

let onebox: Onebox;

beforeAll(async () => {
  onebox = await startOnebox({ env: { LIUHEN_RATE_LIMIT: 'off' } });
  const client = clientOf(onebox);
  await client.publish('grid-register', sample('gridcodes.csv'));
  await client.publish('staff-register', sample('staff.csv'));
  await client.publish('baseline-date', { baselineDate: '2021-07-01' });
}, 300_000);

afterAll(() => onebox?.stop());

/** Tries a file out over HTTP: the verdict of each row. */
async function verdictsOf(ledger: string, file: Uint8Array): Promise<string[]> {
  const client = clientOf(onebox);
  const question = { fileName: ledger, dryRun: true };
  const { location } = await client.ask<{ location: string }>('POST', '/api/v1/imports', question, file);
  for (;;) {
    const { state, result } = await client.ask<ImportRun>('GET', location);
    if (state === 'done')
      return result!.verdicts.map(({ verdict, code, step, column }) =>
        verdict === 'accepted' ? verdict : [code, step ?? column].filter(Boolean).join(' '),
      );
    await delay(10);
  }
}

/** Good rows use up their numbers and are tried out alone; refused rows use up nothing and stand in one file. */
async function judged({
  ledger,
  row,
  good,
  faulty,
}: OtherRows): Promise<[what: string, verdict: string | undefined][]> {
  const judgedGood: [string, string | undefined][] = [];
  for (const [what, changes] of good)
    judgedGood.push([what, (await verdictsOf(ledger, ledgerOf(ledger, row, changes)))[0]]);
  const refused = await verdictsOf(ledger, ledgerOf(ledger, row, ...faulty.map(([, changes]) => changes)));
  return [...judgedGood, ...faulty.map(([what], at): [string, string | undefined] => [what, refused[at]])];
}

const expectedOf = ({ good, faulty }: OtherRows): [what: string, verdict: string][] => [
  ...good.map(([what]): [string, string] => [what, 'accepted']),
  ...faulty.map(([what, , code, at]): [string, string] => [what, [code, at].filter(Boolean).join(' ')]),
];

describe('other rows of a ledger are judged as the rules say', () => {
  it.each(beforeProjects.map((rows) => [rows.ledger, rows] as const))(
    '%s',
    async (_, rows) => {
      expect(await judged(rows)).toEqual(expectedOf(rows));
    },
    120_000,
  );

  it('and leave nothing behind', async () => {
    const before = await logHead(onebox);
    await judged({ ...beforeProjects[0]!, faulty: [] });
    expect(await logHead(onebox)).toBe(before);
  }, 60_000);

  it.each(inProjects.map((rows) => [rows.ledger, rows] as const))(
    '%s, once its projects are there',
    async (_, rows) => {
      await clientOf(onebox).importLedger(sample('征拆项目台账.csv'), { fileName: '征拆项目台账.csv' });
      expect(await judged(rows)).toEqual(expectedOf(rows));
    },
    120_000,
  );
});

describe('two rows of one file', () => {
  const ledger = '控建拆违台账.csv';
  /** The same building elsewhere, with papers of its own but for those named. */
  const another = (changes: Changes): Changes => ({
    ...{ 违建编号: 'WJ-2021-9006', 地点: '西塘村第1组山脚9006号点位' },
    ...{ 告知文号: '拆告字〔2021〕第9006号', 限拆文号: '限拆字〔2021〕第9006号' },
    ...{ 复议诉讼编号: '行初字〔2021〕第9006号', 催告文号: '催字〔2021〕第9006号' },
    ...{ 公告文号: '拆公字〔2021〕第9006号', 强拆文号: '强拆字〔2022〕第9006号', 档案号: '档-违建-2021-9006' },
    ...changes,
  });
  const second = async (first: Changes, changes: Changes) =>
    (await verdictsOf(ledger, ledgerOf(ledger, 7, first, another(changes))))[1];

  it('do not share a number, whatever the width of its digits', async () => {
    const used = { 催告文号: '催字〔２０２１〕第0006号' };
    expect(await second({}, {})).toBe('accepted');
    expect(await second({}, used)).toBe('R-ALL-06 DemolitionDemandServed');
  });

  it('leave the number and the place of a refused row free', async () => {
    const refused = { '核验面积(㎡)': '0' };
    const same = { 催告文号: '催字〔2021〕第0006号', 地点: '西塘村第1组山脚0006号点位' };
    expect(await second(refused, same)).toBe('accepted');
  });
});
