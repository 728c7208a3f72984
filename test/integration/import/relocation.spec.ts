import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Onebox, startOnebox } from '#foundation/testing';
import { liuhen, logHead, samplePath } from './harness.js';

const worked = (name: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8'));
const figures = worked('expected-relocation.figures.json') as Readonly<
  Record<string, Readonly<Record<string, number | string | null>>>
>;

let onebox: Onebox;
const command = (...args: string[]) => liuhen(onebox.dataDir, ...args);

beforeAll(async () => {
  onebox = await startOnebox();
  const registers = ['--grid', samplePath('gridcodes.csv'), '--staff', samplePath('staff.csv')];
  expect(await command('configure', ...registers)).toMatchObject({ code: 0 });
}, 300_000);

afterAll(() => onebox?.stop());

// Projects first: their households are registered in them, and receive payments out of their money.
describe('the sample ledgers of relocation', () => {
  it.each([
    ['征拆项目台账.csv', 'expected-relocation-projects.json'],
    ['征拆台账.csv', 'expected-relocation-households.json'],
  ])(
    'are imported row by row, each with the verdict that goes with it: %s',
    async (ledger, verdicts) => {
      const said = await command('import', samplePath(ledger), '--json');
      expect([said.code, JSON.parse(said.stdout)]).toEqual([0, worked(verdicts)]);
    },
    240_000,
  );

  it.each(Object.entries(figures))(
    'give the half-year %s its figures',
    async (period, values) => {
      const said = await command('figures', '--period', period, '--json');
      const shown = (JSON.parse(said.stdout) as { figures: Readonly<Record<string, number | string | null>> }).figures;
      expect(Object.fromEntries(Object.keys(values).map((id) => [id, shown[id]]))).toEqual(values);
    },
    60_000,
  );

  it('change nothing when they are imported again: neither the households nor the payments in their projects', async () => {
    const before = await logHead(onebox);
    const said = await command('import', samplePath('征拆台账.csv'), '--json');
    expect([said.code, JSON.parse(said.stdout)]).toEqual([0, worked('expected-relocation-households.json')]);
    expect(await logHead(onebox)).toBe(before);
  }, 240_000);
});
