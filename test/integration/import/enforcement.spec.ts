import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Onebox, startOnebox } from '#foundation/testing';
import { liuhen, samplePath } from './harness.js';

const worked = (name: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8'));
const figures = worked('expected-enforcement.figures.json') as Readonly<
  Record<string, Readonly<Record<string, number>>>
>;

let onebox: Onebox;
const command = (...args: string[]) => liuhen(onebox.dataDir, ...args);

beforeAll(async () => {
  onebox = await startOnebox();
  const registers = ['--grid', samplePath('gridcodes.csv'), '--staff', samplePath('staff.csv')];
  expect(await command('configure', ...registers)).toMatchObject({ code: 0 });
}, 120_000);

afterAll(() => onebox?.stop());

describe('the sample ledgers of enforcement', () => {
  it.each([
    ['非法塑料加工整治台账.csv', 'expected-plastics.json'],
    ['畜禽养殖关停台账.csv', 'expected-farms.json'],
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
      const shown = (JSON.parse(said.stdout) as { figures: Readonly<Record<string, number>> }).figures;
      expect(Object.fromEntries(Object.keys(values).map((id) => [id, shown[id]]))).toEqual(values);
    },
    60_000,
  );
});
