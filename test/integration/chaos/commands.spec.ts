import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { but, type CastMember, type ExampleStep } from '#foundation/given';
import { claimKey, heldClaims, normaliseNumber } from '#foundation/process';
import { demolition } from '#cases/demolition';
import { Dice, say } from '../../load/numbers.js';
import * as ex from '../../support/examples.js';
import { Story, Township } from '../../support/township.js';
import { full, Killer, parts, seedOf } from './killer.js';
import { people, wholeLives } from './lives.js';
import { PatientClient } from './patient-client.js';
import { expectReadSideToAgree } from './read-side.js';
import { Truth } from './truth.js';

// People record steps of their cases, one by one, while processes are killed under them.

const clients = 6;
const seed = seedOf('single commands');

/** A step and its last answer. */
interface Told {
  readonly requestId: string;
  readonly command: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly status: number;
  readonly answer: Readonly<Record<string, unknown>>;
  /** Whether another case asks for the same numbers or place: only then may a step of these lives be refused. */
  readonly contested: boolean;
}

let township: Township;
let client: PatientClient;
let killer: Killer | undefined;
const tokens = new Map<CastMember, string>();
const acknowledged: Told[] = [];
const refused: Told[] = [];

beforeAll(async () => {
  township = await Township.open();
  for (const who of people) tokens.set(who, await township.tokenOf(who));
  await township.tokenOf('auditor');
  client = new PatientClient(township.onebox.baseUrl, () => killer?.lastAt ?? 0);
}, 180_000);
afterAll(() => township?.close());

/** Leads one case through its life, or up to the step that is refused. */
async function lead(
  story: Story,
  steps: readonly ExampleStep[],
  dice: Dice,
  twin?: 'first' | 'elsewhere',
): Promise<void> {
  const eventIds = new Map<string, string>();
  let revision = -1;
  for (const step of steps) {
    const fields = typeof step.body === 'function' ? step.body((type) => eventIds.get(type)!) : step.body;
    const body = story.bodyOf({ ...step, body: fields });
    if (twin === 'elsewhere' && 'location' in body) body.location = `${body.location}旁`;
    const requestId = randomUUID();
    const headers: Record<string, string> = { 'idempotency-key': requestId };
    if (revision >= 0 && dice.chance(0.5)) headers['if-match'] = `"${revision}"`;
    const token = tokens.get(step.by as CastMember)!;
    const { status, body: answer } = await client.ask('POST', story.pathOf(step), { token, headers, body });
    const told = { requestId, command: step.command, body, status, answer, contested: twin !== undefined };
    if (status !== 201) return void refused.push(told);
    acknowledged.push(told);
    story.caseId = String(answer.caseId);
    revision = Number(answer.revision);
    eventIds.set(String(answer.event), String(answer.eventId));
  }
}

let serial = 0;

/** Case after case, every third against another one that asks for the same numbers, until the killing is over. */
async function work(index: number, over: AbortSignal): Promise<void> {
  const dice = new Dice(seed + index);
  for (let round = index; round === index || !over.aborted; round++) {
    const steps = dice.pick(wholeLives);
    const number = ++serial;
    const first = new Story(township, number);
    if (round % 3 !== 0) await lead(first, steps, dice);
    else {
      const twin = lead(new Story(township, number), steps, dice, dice.chance(0.7) ? 'elsewhere' : 'first');
      await Promise.all([lead(first, steps, dice, 'first'), twin]);
    }
  }
}

describe('single commands while every process is killed again and again', () => {
  let truth: Truth;

  it('are all answered, and never with an error of the product itself', async () => {
    const timesEach = full ? 20 : 1;
    killer = new Killer(township.onebox, new Dice(seed), timesEach, full ? [100, 2_500] : [200, 1_500]);
    const over = new AbortController();
    const working = Promise.all(Array.from({ length: clients }, (_, index) => work(index, over.signal)));
    await Promise.race([killer.run(), working]);
    over.abort();
    await working;
    await township.onebox.ready();
    say(
      `chaos, single commands: ${killer.killed.length} kills, ${acknowledged.length} steps acknowledged, ` +
        `${refused.length} refused, ${client.repeats} requests sent again`,
    );
    expect(client.complaints).toEqual([]);
    expect(killer.killed).toHaveLength(parts.length * timesEach);
    truth = await Truth.read(township.onebox.run.eventstoreUrl);
  }, 1_500_000);

  it('are each in the log once when they were acknowledged, and not at all when they were refused', () => {
    const stored = truth.caseEvents.map(({ id, type, stream, revision, position, metadata }) => ({
      ...{ id, type, stream, revision, position, requestId: metadata.requestId },
    }));
    const promised = acknowledged.map(({ requestId, command, answer }) => ({
      id: answer.eventId,
      type: demolition.stepOfCommand.get(command)!.event,
      stream: `demolition-${String(answer.caseId)}`,
      revision: answer.revision,
      position: Number(answer.position),
      requestId,
    }));
    // Whoever sent a command waited for its answer: nothing may be in the log that nobody was told of.
    expect(stored).toEqual(promised.sort((a, b) => a.position - b.position));
    expect(truth.faults()).toEqual([]);
  });

  it('are refused only for a number or place that another case asked for as well', () => {
    const held = new Set(truth.cases.flatMap((state) => heldClaims(demolition, state).map(claimKey)));
    for (const { status, answer, contested, command, body } of refused) {
      expect({ contested, status, code: answer.code, command }).toMatchObject({
        contested: true,
        status: 422,
        code: expect.stringMatching(/^R-(ALL-06|DEM-01)$/) as string,
      });
      if (answer.code !== 'R-ALL-06') continue;
      const numbers = demolition.stepOfCommand
        .get(command)!
        .numbers.map((field) => normaliseNumber(String(body[field])));
      expect(numbers.some((value) => held.has(claimKey({ kind: 'number', value, refusal: 'R-ALL-06' })))).toBe(true);
    }
  });

  it('leave a list and figures that say what the log says, as a rebuild from zero does', async () => {
    await expectReadSideToAgree(township, truth);
  }, 600_000);
});

describe('numbers and request ids', () => {
  it('stay taken for as long as the projector stands still', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const number = ++serial;
    const [one, other] = [new Story(township, number), new Story(township, number)];
    township.onebox.kill('projector', 'SIGSTOP');
    try {
      const opened = await one.ask(ex.found, key);
      await one.take(ex.surveyed, ex.stopped);
      // Longer than reservations are kept in any case.
      await delay(full ? 45_000 : 500);
      const again = await township.as('gridMember', other.pathOf(ex.found), {
        method: 'POST',
        headers: key,
        body: one.bodyOf(ex.found),
      });
      expect([again.status, again.body.caseId]).toEqual([201, opened.body.caseId]);
      await other.take(but(ex.found, { location: '东岭村1组晒谷场' }), ex.surveyed);
      expect(await other.ask(ex.stopped)).toMatchObject({ status: 422, body: { code: 'R-ALL-06' } });
    } finally {
      township.onebox.kill('projector', 'SIGCONT');
    }
  }, 120_000);
});
