import { shanghaiDate } from '#foundation/calendar';
import { OperatorClient } from '#foundation/operator';
import { Dice, say } from '../load/numbers.js';
import { brokenSumRules, type FiguresAnswer, figuresUnlikeTheirLists, type FigureValues } from '../support/figures.js';
import { Township } from '../support/township.js';
import { liuhen } from '../integration/import/harness.js';
import { kinds } from './kinds.js';
import { enterprises, outsideOf } from './plan.js';
import { randomLife } from './random-life.js';
import { companionsOf, Teller } from './teller.js';

// Lives as chance has them, of every kind: whatever the office records, its figures add up.

/** The same lives in every run, unless others are asked for. */
const seed = Number(process.env.LIUHEN_TEST_SEED ?? 7);
const livesOfKind = 6;
const longest = 16;
const today = shanghaiDate(new Date());
const years = Array.from({ length: Number(today.slice(0, 4)) - 2020 }, (_, after) => String(2021 + after));
const halves = years.flatMap((year) => [`${year}H1`, `${year}H2`]);

let township: Township;
let client: OperatorClient;
/** Log positions at which the figures are looked at: half-way, and when all was recorded. */
let positions: readonly number[];

beforeAll(async () => {
  say(`sum rules: LIUHEN_TEST_SEED=${seed}`);
  township = await Township.open();
  await township.publish('enterprise-register', { enterprises });
  client = new OperatorClient(township.onebox.run);
}, 300_000);
afterAll(() => township?.close());

const figuresOf = (period: string, asOf: number, village?: string) =>
  client.ask<FiguresAnswer>('GET', '/api/v1/figures', { period, asOf, village });
const all = (asOf: number, periods: readonly string[]): Promise<FigureValues[]> =>
  Promise.all(periods.map(async (period) => (await figuresOf(period, asOf)).figures));

describe('figures of lives as chance has them', () => {
  it('are made of steps that the rules allow', async () => {
    const dice = new Dice(seed);
    const told: Promise<void>[] = [];
    for (const kind of kinds) {
      let refs = new Map<string, string>();
      const shared = kind.companions.filter(({ neededBy }) => neededBy === undefined);
      for (const [at, each] of shared.entries())
        refs = await companionsOf(township, kind, [each], `${kind.process.name}伴${at}`, refs);
      // A step for which each case would need another of its own is left to the walks.
      const own = new Set(kind.companions.map(({ neededBy }) => neededBy));
      const alone = { ...kind, examples: kind.examples.filter(({ command }) => !own.has(command)) };
      for (let each = 0; each < livesOfKind; each++) {
        const life = randomLife(alone, outsideOf(kind, today), dice, dice.between(1, longest));
        const teller = new Teller(township, kind.process.name, `${kind.process.name}${each}`, refs);
        told.push(
          life.path.reduce((before, step) => before.then(() => teller.take(step)).then(() => {}), Promise.resolve()),
        );
      }
    }
    await Promise.all(told);
    const head = await township.head();
    await client.reached(head);
    positions = [Math.floor(head / 2), head];
    expect(head).toBeGreaterThan(200);
  }, 240_000);

  it('keep the sum rules, as known then and as known now', async () => {
    for (const position of positions)
      for (const periods of [halves, years])
        expect([seed, brokenSumRules(await all(position, periods))]).toEqual([seed, []]);
  }, 60_000);

  it('are each the list that it opens to, as known then and as known now', async () => {
    for (const position of positions)
      for (const period of ['2022H1', '2022H2', today.slice(0, 4)])
        expect([seed, await figuresUnlikeTheirLists(client, period, position)]).toEqual([seed, []]);
  }, 120_000);

  it('of a year are those of its villages', async () => {
    const position = positions.at(-1)!;
    const { figures: whole } = await figuresOf('2022', position);
    const villages = await Promise.all(['东岭村', '西河村'].map((village) => figuresOf('2022', position, village)));
    // Kinds of case that have a place; of a tip it may not be known.
    const placed = Object.keys(whole).filter(
      (id) => /^(demolition|enforcement)\.(?!tip)/.test(id) && !id.endsWith('.rate'),
    );
    const summed = placed.map((id) => [id, villages.reduce((sum, { figures }) => sum + Number(figures[id] ?? 0), 0)]);
    expect(Object.fromEntries(summed)).toEqual(Object.fromEntries(placed.map((id) => [id, whole[id]])));
  });

  it('are the same after the read side was made anew', async () => {
    const position = positions.at(-1)!;
    const before = await all(position, halves);
    expect(await liuhen(township.onebox.dataDir, 'rebuild')).toMatchObject({ code: 0 });
    expect(await all(position, halves)).toEqual(before);
  }, 120_000);
});
