import { Redis } from 'ioredis';
import { type ImportRun } from '#foundation/imports';
import { type Onebox, startOnebox } from '#foundation/testing';
import { beginningOfLedger, clientOf, expected, handIn, importWhen, ledgerName, logHead, sample } from './harness.js';

/** Every refused row among them refers to rows before it only, so the beginning of the ledger stands for itself. */
const rows = 240;
const refusals = expected.ledgers[ledgerName]!.refusals.filter(({ row }) => row <= rows + 1);
const file = beginningOfLedger(rows);

const isOver = ({ finishedAt }: ImportRun): boolean => finishedAt !== null;
const hasDone =
  (wanted: number) =>
  (run: ImportRun): boolean =>
    isOver(run) || run.rowsDone >= wanted;

let onebox: Onebox;
let over: ImportRun;

beforeAll(async () => {
  onebox = await startOnebox();
  const client = clientOf(onebox);
  await client.publish('grid-register', sample('gridcodes.csv'));
  await client.publish('staff-register', sample('staff.csv'));
  await client.publish('baseline-date', { baselineDate: '2021-07-01' });
}, 300_000);

afterAll(() => onebox?.stop());

// The same import all through, and after each disturbance it goes on by itself.
describe('an import that is disturbed', () => {
  it('loses nothing when Redis is emptied and its worker, the log, Redis and PostgreSQL are killed', async () => {
    const location = await handIn(onebox, file);
    const disturbances: [number, () => Promise<unknown> | void][] = [
      [10, () => emptyRedis(onebox.run.redisUrl)],
      [40, () => onebox.kill('worker')],
      [80, () => onebox.kill('event-node')],
      [120, () => onebox.kill('redis')],
      [160, () => onebox.kill('postgres')],
    ];
    for (const [reached, disturb] of disturbances) {
      expect(isOver(await importWhen(onebox, location, hasDone(reached)))).toBe(false);
      await disturb();
    }
    over = await importWhen(onebox, location, isOver);
    expect(over.result).toMatchObject({ rows, accepted: rows - refusals.length, refused: refusals.length, refusals });
  }, 240_000);

  it('has recorded every accepted row once and no other', async () => {
    await onebox.ready();
    const client = clientOf(onebox);
    const opened: string[] = [];
    for (let after: string | undefined, first = true; first || after !== undefined; first = false) {
      const page = await client.ask<{ cases: { caseId: string }[]; next?: string }>('GET', '/api/v1/cases', {
        ...{ process: 'demolition', limit: 200, after, atLeast: over.position ?? undefined },
      });
      opened.push(...page.cases.map(({ caseId }) => caseId));
      after = page.next;
    }
    const accepted = over.result!.verdicts.flatMap(({ caseId }) => caseId ?? []);
    expect(opened.sort()).toEqual([...accepted].sort());
  }, 60_000);

  it('is not begun again by being handed in again, and not by an empty Redis', async () => {
    const before = await logHead(onebox);
    const location = await handIn(onebox, file, '&dryRun=true');
    await emptyRedis(onebox.run.redisUrl);
    const run = await importWhen(onebox, location, isOver);
    expect(run.result).toMatchObject({ refused: refusals.length, refusals });
    expect(run.result!.verdicts.filter(({ first }) => first)).toEqual([]);
    expect(await logHead(onebox)).toBe(before);
  }, 120_000);
});

async function emptyRedis(url: string): Promise<void> {
  const redis = new Redis(url, { maxRetriesPerRequest: null });
  await redis.flushall();
  redis.disconnect();
}
