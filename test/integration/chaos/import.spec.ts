import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type ImportRun, type RowVerdict } from '#foundation/imports';
import { readLedger, readSheet } from '#foundation/ledger';
import { demolitionLedger } from '#cases/demolition';
import { Dice, say } from '../../load/numbers.js';
import { Township } from '../../support/township.js';
import { full, Killer, seedOf } from './killer.js';
import { PatientClient } from './patient-client.js';
import { expectReadSideToAgree } from './read-side.js';
import { Truth } from './truth.js';

// A year of a paper ledger is taken in while processes are killed under it: handed in once, looked at until it is over.

const seed = seedOf('import');
const samples = join(import.meta.dirname, '../../../samples');
const rowsInShort = 150;

const sample = (name: string): string => readFileSync(join(samples, name), 'utf8');

/**
 * The ledger as it is in the short form. The long form needs ledgers without end, since the kills are many and each is
 * to meet an import under way: the same rows again, with papers, places and parties of their own.
 */
function ledger(copy: number): string {
  const text = sample('控建拆违台账.csv').trimEnd();
  // Records end with CR LF, as Excel writes them; line breaks within their cells are LF alone.
  const [headers, ...rows] = text.split('\r\n');
  expect(readSheet(text).rows).toHaveLength(rows.length);
  const own = (row: string): string =>
    copy === 0
      ? row
      : row
          .replaceAll(/第(\d{4})号/gu, `第${copy}$1号`)
          .replaceAll(/(\d{4})号点位/gu, `${copy}$1号点位`)
          .replaceAll(/-(\d{4})-(\d{4})(?!\d)/gu, `-$1-${copy}$2`);
  return [headers, ...rows.slice(0, full ? rows.length : rowsInShort).map(own)].join('\r\n');
}

let township: Township;
let client: PatientClient;
let killer: Killer | undefined;
beforeAll(async () => {
  township = await Township.open();
  await township.tokenOf('auditor');
  client = new PatientClient(township.onebox.baseUrl, () => killer?.lastAt ?? 0);
  const { operatorToken: token } = township.onebox.run;
  for (const [part, file] of [
    ['grid-register', 'gridcodes.csv'],
    ['staff-register', 'staff.csv'],
  ] as const) {
    const { status, body } = await client.ask('POST', `/api/v1/settings/${part}`, { token, body: sample(file) });
    if (status !== 201) throw new Error(JSON.stringify(body));
  }
}, 180_000);
afterAll(() => township?.close());

async function handIn(file: string, query = ''): Promise<string> {
  const { status, body } = await client.ask('POST', `/api/v1/imports?fileName=ledger.csv${query}`, {
    token: township.onebox.run.operatorToken,
    headers: { 'idempotency-key': randomUUID() },
    body: file,
  });
  expect(status).toBe(202);
  return String(body.id);
}

const look = async (id: string): Promise<ImportRun> =>
  (await client.ask('GET', `/api/v1/imports/${id}`, { token: township.onebox.run.operatorToken }))
    .body as unknown as ImportRun;

async function untilOver(id: string): Promise<ImportRun> {
  for (;;) {
    const run = await look(id);
    if (run.finishedAt !== null) return run;
    await delay(100);
  }
}

/** What a verdict says of its row, without what only a recorded case has. */
const said = ({ row, verdict, ledgerNumber, code, step, column, first }: RowVerdict) => ({
  ...{ row, verdict, ledgerNumber, code, step, column, first },
});

describe('an import while every process is killed again and again', () => {
  const ledgers: string[] = [];
  const runs: ImportRun[] = [];
  let truth: Truth;

  it('comes to its end by itself, with the verdicts of a run that nobody disturbs', async () => {
    killer = new Killer(township.onebox, new Dice(seed), full ? 20 : 1, full ? [100, 900] : [50, 500]);
    do {
      const text = ledger(ledgers.length);
      const undisturbed = await untilOver(await handIn(text, '&dryRun=true'));
      const over = new AbortController();
      const id = await handIn(text);
      while ((await look(id)).rowsDone === 0) await delay(20);
      const killing = killer.run(over.signal);
      const run = await untilOver(id);
      over.abort();
      await killing;
      expect(run.state).toBe('done');
      expect(run.result!.verdicts.map(said)).toEqual(undisturbed.result!.verdicts.map(said));
      expect(run.result!.accepted).toBeGreaterThan(run.result!.rows / 2);
      ledgers.push(text);
      runs.push(run);
      await township.onebox.ready();
      // An import that was over before the first kill is no trial: another one follows.
    } while (full ? !killer.isDone : killer.killed.length === 0);
    say(
      `chaos, import: ${killer.killed.length} kills in ${runs.length} imports, ${client.repeats} requests sent again`,
    );
    expect(killer.killed.length).toBeGreaterThan(0);
    expect(client.complaints).toEqual([]);
    truth = await Truth.read(township.onebox.run.eventstoreUrl);
  }, 1_500_000);

  it('has recorded every accepted row as one case with each of its steps once, and nothing of the others', () => {
    const accepted = runs.flatMap((run, index) => {
      const { rows } = readLedger(readSheet(ledgers[index]!), demolitionLedger);
      return run.result!.verdicts.flatMap(({ row, caseId, verdict }) => {
        const read = rows.find((each) => each.row === row)!;
        if (verdict !== 'accepted' || 'refusal' in read) return [];
        return [{ caseId, row, steps: read.steps.map(({ event }) => event) }];
      });
    });
    const recorded = [...Map.groupBy(truth.caseEvents, ({ stream }) => stream)].map(([stream, events]) => ({
      caseId: stream.slice('demolition-'.length),
      row: events[0]!.metadata.origin.kind === 'ledger' ? events[0]!.metadata.origin.row : undefined,
      steps: events.map(({ type }) => type),
    }));
    expect(recorded).toEqual(accepted);
    expect(truth.faults()).toEqual([]);
    expect(new Set(truth.caseEvents.map(({ metadata }) => metadata.requestId)).size).toBe(accepted.length);
  });

  it('leaves a list and figures that say what the log says, as a rebuild from zero does', async () => {
    await expectReadSideToAgree(township, truth);
  }, 600_000);
});
