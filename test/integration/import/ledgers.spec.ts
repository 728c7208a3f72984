import { type Onebox, startOnebox } from '#foundation/testing';
import { brokenSumRules, type FiguresAnswer, figuresUnlikeTheirLists } from '../../support/figures.js';
import { clientOf, expected, liuhen, logHead, samplePath } from './harness.js';

/** Projects before their households, which are registered in them and paid out of their money. */
const inOrder = ['征拆项目台账.csv', ...Object.keys(expected.ledgers).filter((name) => name !== '征拆项目台账.csv')];

let onebox: Onebox;
const command = (...args: string[]) => liuhen(onebox.dataDir, ...args);

beforeAll(async () => {
  onebox = await startOnebox();
  const registers = ['--grid', samplePath('gridcodes.csv'), '--staff', samplePath('staff.csv')];
  expect(await command('configure', ...registers, '--baseline-date', '2021-07-01')).toMatchObject({ code: 0 });
}, 300_000);

afterAll(() => onebox?.stop());

// All eight ledgers of a township into one product, as it would take them in.
describe('the sample ledgers', () => {
  it.each(inOrder)(
    'are imported row by row, each with the verdict that goes with it: %s',
    async (ledger) => {
      const said = await command('import', samplePath(ledger), '--json');
      expect([said.code, JSON.parse(said.stdout)]).toEqual([0, expected.ledgers[ledger]]);
    },
    240_000,
  );

  it.each(Object.keys(expected.figures))(
    'give the half-year %s its figures, and rates with both their parts',
    async (period) => {
      const said = await command('figures', '--period', period, '--json');
      const { figures } = JSON.parse(said.stdout) as FiguresAnswer;
      const wanted = expected.figures[period]!;
      expect(Object.fromEntries(Object.keys(wanted).map((id) => [id, figures[id]]))).toEqual(wanted);
      const { ratioParts } = await clientOf(onebox).ask<FiguresAnswer>('GET', '/api/v1/figures', { period });
      expect(ratioParts).toEqual(expected.ratioParts[period]);
    },
    60_000,
  );

  it('are over once what they missed is recorded: the figures as of their last position are whole', async () => {
    const client = clientOf(onebox);
    const { imports } = await client.ask<{ imports: { id: string; fileName: string }[] }>('GET', '/api/v1/imports');
    const { id } = imports.find(({ fileName }) => fileName === '信访台账.csv')!;
    const { position } = await client.ask<{ position: number }>('GET', `/api/v1/imports/${id}`);
    for (const [period, wanted] of Object.entries(expected.figures)) {
      const { figures } = await client.ask<FiguresAnswer>('GET', '/api/v1/figures', { period, asOf: position });
      expect(figures['petition.overdue.count']).toBe(wanted['petition.overdue.count']);
    }
  });

  it('let every figure be opened to the list that it is', async () => {
    for (const period of Object.keys(expected.figures))
      expect(await figuresUnlikeTheirLists(clientOf(onebox), period)).toEqual([]);
    const listed = await command('entries', 'petition.disposition.aided.count', '--period', '2022H2', '--json');
    expect(JSON.parse(listed.stdout)).toHaveLength(8);
  }, 120_000);

  it('keep the sum rules', async () => {
    const halves = ['2021H1', '2021H2', '2022H1', '2022H2', '2023H1'];
    const figures = await Promise.all(halves.map((period) => clientOf(onebox).figures({ period })));
    expect(brokenSumRules(figures.map((each) => each.figures))).toEqual([]);
  });

  it('change nothing when they are imported again, neither in their own cases nor in others', async () => {
    const before = await logHead(onebox);
    for (const ledger of ['征拆台账.csv', '安全生产检查台账.csv']) {
      const said = await command('import', samplePath(ledger), '--json');
      expect([said.code, JSON.parse(said.stdout)]).toEqual([0, expected.ledgers[ledger]]);
    }
    expect(await logHead(onebox)).toBe(before);
  }, 240_000);

  it('give the same figures after the read side was made anew', async () => {
    const figures = async () => JSON.stringify((await clientOf(onebox).figures({ period: '2022' })).figures);
    const before = await figures();
    expect(await command('rebuild')).toMatchObject({ code: 0 });
    expect(await figures()).toBe(before);
  }, 120_000);
});
