import { demolition } from '#cases/demolition';
import { CommandSide, type Recorded, requestHashOf, type SeriesRequest } from '#foundation/commands';
import { connect, EventLog, LogUnavailable, verifyStream } from '#foundation/event-log';
import { cast, type ExampleStep } from '#foundation/given';
import { ReadSide } from '#foundation/read-model';
import { SettingsService } from '#foundation/settings';
import * as ex from '../../support/examples.js';
import { type Story, Township } from '../../support/township.js';

// An append whose answer is lost, and the request sent again: what is then known of the case is what the log has.

let township: Township;
beforeAll(async () => {
  township = await Township.open();
}, 180_000);
afterAll(() => township?.close());

/** A log on whose answers the caller cannot count: the appends are stored, and told to have failed. */
class Deaf extends EventLog {
  hears = true;

  override async append(...words: Parameters<EventLog['append']>): ReturnType<EventLog['append']> {
    const appended = await super.append(...words);
    if (!this.hears) throw new LogUnavailable();
    return appended;
  }
}

interface Beside {
  readonly log: Deaf;
  record(request: SeriesRequest): Promise<Recorded>;
}

async function beside(instance: string, work: (side: Beside) => Promise<void>): Promise<void> {
  const { eventstoreUrl, databaseUrl } = township.onebox.run;
  const log = new Deaf(eventstoreUrl);
  const readSide = new ReadSide(databaseUrl);
  const settings = new SettingsService(log);
  await settings.start();
  const processes = new Map([[demolition.name, demolition]]);
  const commandSide = new CommandSide({ log, readSide, settings, processes, instance });
  commandSide.start();
  try {
    await work({ log, record: (request) => commandSide.record(request) });
  } finally {
    commandSide.stop();
    await settings.stop();
    await readSide.close();
    await log.close();
  }
}

let requests = 0;
function asked(story: Story, { command, by, ...step }: ExampleStep): SeriesRequest {
  const who = cast[by as keyof typeof cast];
  const body = story.bodyOf({ command, by, ...step });
  return {
    process: demolition,
    ...(story.caseId === undefined ? {} : { caseId: story.caseId }),
    steps: [
      {
        process: demolition,
        step: demolition.stepOfCommand.get(command)!,
        body,
        actor: { staffRef: who.code, roles: who.roles, grids: who.grids, villages: who.villages },
      },
    ],
    requestId: `repeat-${++requests}`,
    requestHash: requestHashOf(JSON.stringify([command, body])),
    origin: { kind: 'web' },
  };
}

async function stored(story: Story) {
  const log = connect(township.onebox.run.eventstoreUrl);
  const events = await log.readCase(`demolition-${story.caseId}`);
  await log.close();
  return events;
}

it('a step that was stored without an answer, sent again, is answered as stored and followed as stored', async () => {
  const story = township.story();
  await story.take(ex.found);
  await beside('beside', async ({ log, record }) => {
    const survey = asked(story, ex.surveyed);
    log.hears = false;
    await expect(record(survey)).rejects.toThrow(LogUnavailable);
    log.hears = true;
    const again = await record(survey);
    const next = await record(asked(story, ex.stopped));
    const events = await stored(story);
    expect(events.map(({ type }) => type)).toEqual(['IllegalBuildingFound', 'SiteSurveyed', 'StopOrderServed']);
    expect(again).toMatchObject({ revision: 1, position: events[1]!.position, events: [{ id: events[1]!.id }] });
    expect(next.revision).toBe(2);
    expect(verifyStream(events)).toMatchObject({ ok: true, events: 3 });
  });
}, 60_000);

it('two processes that are asked the same at once store one of the two, and both know which', async () => {
  const story = township.story();
  await story.take(ex.found);
  await beside('one', ({ record: one }) =>
    beside('other', async ({ record: other }) => {
      const survey = asked(story, ex.surveyed);
      const [here, there] = await Promise.all([one(survey), other(survey)]);
      expect(here.events).toEqual(there.events);
      await one(asked(story, ex.stopped));
      await expect(other(asked(story, ex.found))).rejects.toMatchObject({ code: 'R-ALL-01' });
      expect(verifyStream(await stored(story))).toMatchObject({ ok: true, events: 3 });
    }),
  );
}, 60_000);

it('what a killed process had reserved stays taken while its append may be on the way', async () => {
  const [first, second] = [township.story(), township.story()];
  for (const story of [first, second]) await story.take(ex.found, ex.surveyed);
  const stop = asked(first, ex.stopped);
  const theSame = {
    ...asked(second, ex.stopped),
    steps: [{ ...asked(second, ex.stopped).steps[0]!, body: stop.steps[0]!.body }],
  };
  await beside('killed', async ({ log, record }) => {
    // Stands for an append that reaches the log only after its process is gone.
    log.append = () => Promise.reject(new LogUnavailable());
    await expect(record(stop)).rejects.toThrow(LogUnavailable);
  });
  await beside('killed', async ({ record }) => {
    await expect(record(theSame)).rejects.toMatchObject({ code: 'R-ALL-06' });
    expect((await record(stop)).revision).toBe(2);
  });
}, 60_000);
