import { Redis } from 'ioredis';
import { setTimeout as delay } from 'node:timers/promises';
import { demolition } from '#cases/demolition';
import { petitionProcesses } from '#cases/petition';
import { CommandSide } from '#foundation/commands';
import { connect, type LogEvent } from '#foundation/event-log';
import { type Process } from '#foundation/process';
import { ReadSide } from '#foundation/read-model';
import { SettingsService } from '#foundation/settings';
import { MissedTerms } from '#insights/status';
import { recordMissedDeadlines } from '../../../apps/worker/src/missed-deadlines.js';
import { Township } from '../../support/township.js';

const processes: ReadonlyMap<string, Process> = new Map(
  [demolition, ...petitionProcesses].map((each) => [each.name, each]),
);

let township: Township;
beforeAll(async () => {
  township = await Township.open();
}, 300_000);
afterAll(() => township?.close());

async function take(caseId: string | undefined, command: string, body: object) {
  const path = `/api/v1/petition${caseId === undefined ? '' : `/${caseId}`}/commands/${command}`;
  const answer = await township.as('petitionClerk', path, { method: 'POST', body });
  if (answer.status !== 201) throw new Error(`${command}: ${JSON.stringify(answer.body)}`);
  return answer.body as { caseId: string; position: number; revision: number };
}

/** Received on 5 May 2022: to be answered by 20 May, 15 days later. */
const register = () =>
  take(undefined, 'register-petition', {
    ...{ receivedOn: '2022-05-05', channel: 'VISIT', matterKind: 'APPEAL_REQUEST', subjectArea: 'ROADS_TRANSPORT' },
    ...{ claims: ['请求修复通组路'], identityToken: '令牌-X0001', anonymous: false },
    ...{ partiesCount: 1, representativeCount: 1 },
  });

const registerMany = async (count: number): Promise<string[]> => {
  const opened: string[] = [];
  const clerks = Array.from({ length: 8 }, async (_, clerk) => {
    for (let at = clerk; at < count; at += 8) opened.push((await register()).caseId);
  });
  await Promise.all(clerks);
  return opened;
};

/** Every miss in the log, read past everything that the product derives from it. */
async function misses(): Promise<LogEvent[]> {
  const log = connect(township.onebox.run.eventstoreUrl);
  const found: LogEvent[] = [];
  await log.readAll({
    onBatch: (batch) => void found.push(...batch.filter(({ type }) => type === 'DeadlineMissed')),
  });
  await log.close();
  return found;
}

const missesOf = async (caseIds: readonly string[]) =>
  (await misses()).filter(({ metadata }) => caseIds.includes(metadata.caseRef));

/** Waits until there are as many misses in these cases, and a moment longer for one too many. */
async function untilMissed(caseIds: readonly string[], count: number): Promise<LogEvent[]> {
  while ((await missesOf(caseIds)).length < count) await delay(100);
  await delay(3_000);
  return missesOf(caseIds);
}

const emptyRedis = async (): Promise<void> => {
  const redis = new Redis(township.onebox.run.redisUrl, { maxRetriesPerRequest: null });
  await redis.flushall();
  redis.disconnect();
};

const dated = (missed: readonly LogEvent[]) => missed.map(({ data }) => [data.deadlineCode, data.dueOn]);
const once = (caseIds: readonly string[], missed: readonly LogEvent[]) =>
  expect(missed.map(({ metadata }) => metadata.caseRef).sort()).toEqual([...caseIds].sort());

describe('the clock', () => {
  it('records a missed term by itself, as nobody of the staff, and the case shows it', async () => {
    const { caseId } = await register();
    const [missed, ...more] = await untilMissed([caseId], 1);
    expect(more).toEqual([]);
    expect(missed!.data).toEqual({
      ...{ caseRef: caseId, deadlineCode: 'D-PET-01', dueOn: '2022-05-20', missedStep: 'PetitionAccepted' },
    });
    expect(missed!.metadata).toMatchObject({ actingRole: 'SYSTEM_CLOCK', origin: { kind: 'clock' } });
    const { body } = await township.as('petitionClerk', `/api/v1/cases/${caseId}?atLeast=${missed!.position}`);
    expect(body.deadlines).toMatchObject([
      { code: 'D-PET-01', dueOn: '2022-05-20', status: 'missed', end: 'open', missedBy: missed!.id },
    ]);
    const overdue = await township.as('auditor', '/api/v1/cases?process=petition&overdue=true');
    expect((overdue.body.cases as { caseId: string }[]).map((row) => row.caseId)).toEqual([caseId]);
  }, 60_000);

  it('records a step that came too late, once for each term of the case, also when it is closed', async () => {
    const { caseId } = await register();
    // Accepted on 30 May, ten days too late; then withdrawn within the sixty days that begin there.
    await take(caseId, 'accept-petition', {
      ...{ acceptedOn: '2022-05-30', informedOn: '2022-05-30', path: 'PETITION_OPINION', docRef: '纸质:受理-1' },
    });
    const withdrawal = { statementRef: '纸质:撤回-1', voluntaryConfirmedBy: '包案-01' };
    await take(caseId, 'withdraw-petition', { withdrawnOn: '2022-06-20', ...withdrawal });
    await take(caseId, 'close-petition', { closedOn: '2022-06-21', archiveNo: '档〔2022〕1号' });
    const missed = await untilMissed([caseId], 1);
    expect(dated(missed)).toEqual([['D-PET-01', '2022-05-20']]);
    const listed = await township.as('auditor', '/api/v1/cases?process=petition&overdue=true');
    expect((listed.body.cases as { caseId: string }[]).map((row) => row.caseId)).not.toContain(caseId);
  }, 60_000);

  it('is refused to people, whatever their role', async () => {
    const { caseId } = await register();
    const body = { caseRef: caseId, deadlineCode: 'D-PET-01', dueOn: '2022-05-20', missedStep: 'PetitionAccepted' };
    const path = `/api/v1/petition/${caseId}/commands/mark-deadline-missed`;
    const answer = await township.as('leader', path, { method: 'POST', body });
    expect([answer.status, answer.body.code]).toEqual([403, 'R-ALL-04']);
  });

  it('goes on where it was killed in the middle, and records none twice', async () => {
    township.onebox.kill('worker', 'SIGSTOP');
    const opened = await registerMany(160);
    township.onebox.kill('worker', 'SIGCONT');
    let reached = 0;
    while (reached < 20) reached = (await missesOf(opened)).length;
    township.onebox.kill('worker');
    once(opened, await untilMissed(opened, opened.length));
  }, 120_000);

  it('loses and doubles nothing when Redis is emptied', async () => {
    township.onebox.kill('worker', 'SIGSTOP');
    const opened = await registerMany(40);
    const before = (await misses()).length;
    await emptyRedis();
    township.onebox.kill('worker', 'SIGCONT');
    once(opened, await untilMissed(opened, opened.length));
    await emptyRedis();
    await delay(3_000);
    expect((await misses()).length).toBe(before + opened.length);
  }, 120_000);

  it('runs twice at once and records each miss once', async () => {
    township.onebox.kill('worker', 'SIGSTOP');
    const opened = await registerMany(60);
    const { eventstoreUrl, databaseUrl } = township.onebox.run;
    const log = connect(eventstoreUrl);
    const readSide = new ReadSide(databaseUrl);
    // Nothing that the clock records depends on a register of the township.
    const settings = new SettingsService(log);
    const workers = ['first', 'second'].map((instance) => {
      const commandSide = new CommandSide({ log, readSide, settings, processes, instance: `${instance}@clock.spec` });
      commandSide.start();
      return commandSide;
    });
    const around = { missed: new MissedTerms(readSide), readSide, processes, report: () => undefined };
    // A run does what the read side shows when it begins; what comes later is for the next run.
    await readSide.waitForPosition(await log.headPosition(), 30_000);
    const counted = await Promise.all(
      workers.map((commandSide) => recordMissedDeadlines({ ...around, commandSide }, new AbortController().signal)),
    );
    once(opened, await missesOf(opened));
    expect(counted[0]! + counted[1]!).toBeGreaterThanOrEqual(opened.length);
    township.onebox.kill('worker', 'SIGCONT');
    once(opened, await untilMissed(opened, opened.length));
    for (const commandSide of workers) commandSide.stop();
    await Promise.all([readSide.close(), log.close()]);
  }, 120_000);

  it('counts a missed step in the half-year in which it fell due', async () => {
    const { body } = await township.as('auditor', '/api/v1/figures?period=2022H1');
    expect((body.figures as Record<string, number>)['petition.overdue.count']).toBe((await misses()).length);
    const later = await township.as('auditor', '/api/v1/figures?period=2022H2');
    expect((later.body.figures as Record<string, number>)['petition.overdue.count']).toBe(0);
  });
});
