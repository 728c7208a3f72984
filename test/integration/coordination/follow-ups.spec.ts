import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { Coordinator, crossings, FollowUps } from '#coordination';
import { demolition } from '#cases/demolition';
import { enforcement, enforcementProcesses, tip } from '#cases/enforcement';
import { CommandSide } from '#foundation/commands';
import { connect, type EventLog } from '#foundation/event-log';
import { but, cast, type ExampleStep } from '#foundation/given';
import { ReadSide } from '#foundation/read-model';
import { SettingsService } from '#foundation/settings';
import { enforcementSteps } from '../../support/steps.js';
import { type Story, Township } from '../../support/township.js';

// Follow-ups over real servers: taken at least once in trying, once in the log, whatever is killed or lost meanwhile.

let township: Township;
let db: Client;
beforeAll(async () => {
  township = await Township.open();
  db = new Client({ connectionString: township.onebox.run.databaseUrl });
  await db.connect();
}, 180_000);
afterAll(async () => {
  await db?.end();
  await township?.close();
});

let tips = 0;
const tipNumber = (): string => `JB-2022-${String(++tips).padStart(4, '0')}`;
const received = (tipId: string): ExampleStep => ({
  command: 'ReceiveTip',
  by: 'petitionClerk',
  body: {
    ...{ tipId, channel: 'HOTLINE_12345', matterCode: 'ILLEGAL_PLASTICS' },
    ...{ receivedOn: '2022-02-28', anonymous: true },
  },
});
const lead = (tipId: string): ExampleStep => but(enforcementSteps.lead, { leadSource: 'TIP', tipId });

async function told(process: typeof tip, ...steps: readonly ExampleStep[]): Promise<Story> {
  const story = township.story(process);
  await story.take(...steps);
  return story;
}

/** Everything is heeded and has come to rest: the last follow-up is heeded too. */
async function settled(): Promise<void> {
  for (;;) {
    const head = await township.head();
    const { rows } = await db.query<{ position: string }>('select position from coordination.checkpoint');
    if (Number(rows[0]?.position ?? -1) >= head) return;
    await sleep(30);
  }
}

interface Linked {
  readonly type: string;
  readonly staffRef: string;
  readonly actingRole: string;
  readonly data: { readonly otherCaseRef: string; readonly linkKind: string };
  readonly origin: { readonly kind: string; readonly causedBy?: string };
}

async function linksOf(story: Story): Promise<readonly Linked[]> {
  const { body } = await township.as(
    'auditor',
    `/api/v1/cases/${story.caseId}/history?atLeast=${await township.head()}`,
  );
  return (body.events as readonly Linked[]).filter(({ type }) => type === 'CasesLinked');
}

/** All links of the township, as far as the log goes. */
async function linksEver(): Promise<number> {
  await township.as('auditor', `/api/v1/cases?limit=1&atLeast=${await township.head()}`);
  const { rows } = await db.query("select from read.case_event where type = 'CasesLinked'");
  return rows.length;
}

const eventOf = async (story: Story, type: string): Promise<string> => {
  const { body } = await township.as(
    'auditor',
    `/api/v1/cases/${story.caseId}/history?atLeast=${await township.head()}`,
  );
  return (body.events as readonly { type: string; eventId: string }[]).find((event) => event.type === type)!.eventId;
};

/**
 * Coordinators beside the worker's, over the same servers and all at once. They begin at that position as if none had
 * been there, and each ends, killed, where it would write that it has heeded everything.
 */
async function coordinateAgain(from: number, howMany = 1): Promise<void> {
  await beside(async ({ log, readSide, commandSide }) => {
    const own = new FollowUps(readSide.pool);
    const head = await log.headPosition();
    const until = () => {
      const killed = new AbortController();
      const coordinator = new Coordinator({
        ...{ log, readSide, commandSide, processes, crossings },
        followUps: {
          position: async () => from,
          advance: async (position) => {
            if (position >= head) killed.abort();
          },
          keep: (each) => own.keep(each),
          drop: (id) => own.drop(id),
          movedBetween: (...asked) => own.movedBetween(...asked),
          waiting: (limit) => own.waiting(limit),
        },
      });
      return coordinator.run(killed.signal);
    };
    await Promise.all(Array.from({ length: howMany }, until));
  });
}

const processes = new Map([demolition, ...enforcementProcesses].map((each) => [each.name, each]));

interface Beside {
  readonly log: EventLog;
  readonly readSide: ReadSide;
  readonly commandSide: CommandSide;
}

/** A command side in this very process, over the servers of the one-box. */
async function beside(work: (parts: Beside) => Promise<void>): Promise<void> {
  const { eventstoreUrl, databaseUrl } = township.onebox.run;
  const log = connect(eventstoreUrl);
  const readSide = new ReadSide(databaseUrl);
  const settings = new SettingsService(log);
  await settings.start();
  const commandSide = new CommandSide({ log, readSide, settings, processes, instance: 'test' });
  commandSide.start();
  await work({ log, readSide, commandSide });
  commandSide.stop();
  await settings.stop();
  await readSide.close();
  await log.close();
}

async function killWorker(): Promise<void> {
  const before = township.onebox.pids().worker;
  township.onebox.kill('worker');
  while ([undefined, before].includes(township.onebox.pids().worker)) await sleep(30);
}

describe('a follow-up', () => {
  it('is taken for whoever took the causing step, in a role of the step, and names its cause', async () => {
    const tipId = tipNumber();
    const story = await told(tip, received(tipId));
    const opened = await told(enforcement, lead(tipId));
    await settled();
    expect(await linksOf(story)).toEqual([
      expect.objectContaining({
        ...{ staffRef: cast.gridMember.code, actingRole: 'ENFORCEMENT_OFFICER' },
        data: { caseRef: story.caseId, otherCaseRef: opened.caseId, linkKind: 'ORIGIN' },
        origin: { kind: 'coordination', causedBy: await eventOf(opened, 'LeadRegistered') },
      }),
    ]);
  });

  it('that is refused is kept, shown to supervision, and taken when the case it waits for comes', async () => {
    const tipId = tipNumber();
    const opened = await told(enforcement, lead(tipId));
    await settled();
    const waiting = async () =>
      (await township.as('auditor', '/api/v1/follow-ups')).body.waiting as readonly { causeCase: string }[];
    expect(await waiting()).toEqual([
      expect.objectContaining({
        ...{ crossing: 'lead-to-tip', causeCase: opened.caseId, process: 'tip', caseId: null },
        ...{ command: 'LinkCases', code: 'R-ALL-01', tries: 1 },
      }),
    ]);
    const shown = await township.as('officer', `/api/v1/cases/${opened.caseId}/follow-ups`);
    expect(shown.body).toMatchObject({ waiting: [{ crossing: 'lead-to-tip', caseId: null, code: 'R-ALL-01' }] });
    const story = await told(tip, received(tipId));
    await settled();
    expect(await linksOf(story)).toHaveLength(1);
    expect(await waiting()).toEqual([]);
  });

  it('is caused by nothing that a paper ledger tells: its own rows say what followed', async () => {
    const tipId = tipNumber();
    const story = await told(tip, received(tipId));
    await beside(async ({ commandSide }) => {
      const step = enforcement.stepOfCommand.get('RegisterLead')!;
      const actor = { staffRef: cast.statistician.code, roles: [], onBehalf: true, grids: [], villages: [] };
      const body = lead(tipId).body as Record<string, unknown>;
      await commandSide.record({
        ...{ process: enforcement, steps: [{ process: enforcement, step, body, actor }] },
        ...{ requestId: `ledger:${tipId}`, requestHash: tipId, origin: { kind: 'ledger', file: 'ledger.csv', row: 2 } },
      });
    });
    await settled();
    expect(await linksOf(story)).toEqual([]);
    expect((await township.as('auditor', '/api/v1/follow-ups')).body.waiting).toEqual([]);
  });

  it('is taken once though a coordinator is killed between the step and its checkpoint', async () => {
    const tipId = tipNumber();
    const story = await told(tip, received(tipId));
    const from = await township.head();
    township.onebox.kill('worker', 'SIGSTOP');
    await told(enforcement, lead(tipId));
    // It takes the step and dies; the worker's own knows nothing of that and heeds the same event.
    await coordinateAgain(from);
    expect(await linksOf(story)).toHaveLength(1);
    township.onebox.kill('worker', 'SIGCONT');
    await settled();
    expect(await linksOf(story)).toHaveLength(1);
  });

  it('is taken once by two coordinators at once', async () => {
    const stories: Story[] = [];
    const from = await township.head();
    township.onebox.kill('worker', 'SIGSTOP');
    for (let each = 0; each < 6; each++) {
      const tipId = tipNumber();
      stories.push(await told(tip, received(tipId)));
      await told(enforcement, lead(tipId));
    }
    await coordinateAgain(from, 2);
    township.onebox.kill('worker', 'SIGCONT');
    await settled();
    for (const story of stories) expect(await linksOf(story)).toHaveLength(1);
  });

  it('is taken once though the worker is killed again and again while it works', async () => {
    const stories: Story[] = [];
    for (let each = 0; each < 12; each++) {
      const tipId = tipNumber();
      stories.push(await told(tip, received(tipId)));
      await told(enforcement, lead(tipId));
      if (each === 3 || each === 9) await killWorker();
    }
    await settled();
    for (const story of stories) expect(await linksOf(story)).toHaveLength(1);
  });

  it('is not taken again when checkpoint and waiting list are lost: the log knows', async () => {
    await settled();
    const before = await linksEver();
    await db.query('truncate coordination.checkpoint, coordination.waiting');
    await killWorker();
    await settled();
    expect(before).toBeGreaterThan(0);
    expect(await linksEver()).toBe(before);
  });

  it('outlives a rebuild of the read side', async () => {
    const at = async () =>
      Number((await db.query<{ position: string }>('select position from coordination.checkpoint')).rows[0]!.position);
    const before = await at();
    const readSide = new ReadSide(township.onebox.run.databaseUrl, { connections: 1 });
    const build = await readSide.requestRebuild();
    while ((await readSide.activeBuild().catch(() => undefined)) !== build) await sleep(50);
    await readSide.close();
    expect(await at()).toBeGreaterThanOrEqual(before);
  });
});
