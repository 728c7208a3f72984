import { randomUUID } from 'node:crypto';
import { asked, but, type ExampleStep } from '#foundation/given';
import * as ex from '../../support/examples.js';
import { lives } from '../../support/examples.js';
import { type Answer, type Story, Township } from '../../support/township.js';

// The same request twice, two people at once, one number for two cases: what the log ends up with.

let township: Township;
beforeAll(async () => {
  township = await Township.open();
}, 180_000);
afterAll(() => township?.close());

const codeOf = ({ status, body }: Answer) => [status, body.code];
const recorded = ({ body }: Answer) => [
  body.caseId,
  body.event,
  body.eventId,
  body.revision,
  body.position,
  body.status,
];
const eventsOf = async (story: Story) =>
  (await story.seenBy('auditor', '/history')).body.events as readonly { type: string }[];

async function told(...steps: readonly ExampleStep[]): Promise<Story> {
  const story = township.story();
  await story.take(...steps);
  return story;
}

describe('a request that is sent again', () => {
  it('is answered with its first result, also after the case has moved on', async () => {
    const story = await told(ex.found);
    const key = { 'idempotency-key': randomUUID() };
    const first = await story.ask(ex.surveyed, key);
    await story.take(ex.stopped);
    const again = await story.ask(ex.surveyed, key);
    expect(again.status).toBe(201);
    expect(recorded(again)).toEqual(recorded(first));
    expect(again.headers.get('etag')).toBe('"1"');
    expect(await eventsOf(story)).toHaveLength(3);
  });

  it('opens one case, however often', async () => {
    const story = township.story();
    const key = { 'idempotency-key': randomUUID() };
    const open = () =>
      township.as('gridMember', '/api/v1/demolition/commands/register-illegal-building', {
        method: 'POST',
        body: story.bodyOf(ex.found),
        headers: key,
      });
    const first = await open();
    const again = await open();
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(recorded(again)).toEqual(recorded(first));
  });

  it('is the same whatever the order of its fields', async () => {
    const story = await told(ex.found);
    const key = { 'idempotency-key': randomUUID() };
    const reversed = { ...ex.surveyed, body: Object.fromEntries(Object.entries(ex.surveyed.body).reverse()) };
    const first = await story.ask(ex.surveyed, key);
    expect(recorded(await story.ask(reversed, key))).toEqual(recorded(first));
  });

  it('is R-ALL-06 with other content, for another step, case or person', async () => {
    const story = await told(ex.found);
    const other = await told(ex.found);
    const key = { 'idempotency-key': randomUUID() };
    expect((await story.ask(ex.surveyed, key)).status).toBe(201);
    expect(codeOf(await story.ask(but(ex.surveyed, { storeys: 3 }), key))).toEqual([422, 'R-ALL-06']);
    expect(codeOf(await story.ask(ex.stopped, key))).toEqual([422, 'R-ALL-06']);
    expect(codeOf(await story.ask(asked('secondOfficer', ex.surveyed), key))).toEqual([422, 'R-ALL-06']);
    expect(codeOf(await other.ask(ex.surveyed, key))).toEqual([422, 'R-ALL-06']);
  });

  it('may be sent again with other content when it was refused', async () => {
    const story = await told(ex.found);
    const key = { 'idempotency-key': randomUUID() };
    expect(codeOf(await story.ask(but(ex.surveyed, { floorAreaDm2: 0 }), key))).toEqual([422, 'R-DEM-02']);
    expect((await story.ask(ex.surveyed, key)).status).toBe(201);
  });

  it('records one event when it is sent many times at once', async () => {
    for (let round = 0; round < 8; round++) {
      const story = township.story();
      const key = { 'idempotency-key': randomUUID() };
      const path = story.pathOf(ex.found);
      const open = () =>
        township.as('gridMember', path, { method: 'POST', body: story.bodyOf(ex.found), headers: key });
      const answers = await Promise.all([open(), open(), open(), open()]);
      expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
      expect(new Set(answers.map(({ body }) => `${String(body.caseId)} ${String(body.eventId)}`)).size).toBe(1);
    }
  });
});

describe('two people at one case', () => {
  it('see R-ALL-12 with what was recorded meanwhile when they saw another revision', async () => {
    const story = await told(ex.found);
    await story.take(ex.surveyed);
    const stale = await story.ask(ex.stopped, { 'if-match': '"0"' });
    expect(codeOf(stale)).toEqual([412, 'R-ALL-12']);
    expect(stale.body.changed).toMatchObject([
      { revision: 1, event: 'SiteSurveyed', occurredOn: '2022-03-03', actingRole: 'ENFORCEMENT_OFFICER' },
    ]);
    expect(codeOf(await story.ask(ex.stopped, { 'if-match': '"7"' }))).toEqual([412, 'R-ALL-12']);
    expect((await story.ask(ex.stopped, { 'if-match': '"1"' })).status).toBe(201);
  });

  it('writing on one revision at once: exactly one is recorded, 64 times over', async () => {
    const story = await told(ex.found);
    const attach = (by: 'officer' | 'secondOfficer', round: number) =>
      story.ask(
        {
          command: 'AttachProcessRecord',
          by,
          body: {
            stage: 'START',
            recordKind: 'PHOTO',
            capturedAt: '2022-03-01T09:00',
            contentHash: 'd'.repeat(64),
            docRef: `纸质:照片-${by}-${round}`,
          },
        },
        { 'if-match': `"${round}"` },
      );
    for (let round = 0; round < 64; round++) {
      const answers = await Promise.all([attach('officer', round), attach('secondOfficer', round)]);
      const [won, lost] = answers[0].status === 201 ? answers : [answers[1], answers[0]];
      expect([won?.status, won?.body.revision]).toEqual([201, round + 1]);
      expect(codeOf(lost!)).toEqual([412, 'R-ALL-12']);
    }
    expect(await eventsOf(story)).toHaveLength(65);
  });

  it('taking the same step without a revision: one takes it, the other finds it taken', async () => {
    for (let round = 0; round < 8; round++) {
      const story = await told(ex.found);
      const answers = await Promise.all([story.ask(ex.surveyed), story.ask(asked('secondOfficer', ex.surveyed))]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    }
  });
});

describe('one number, one place', () => {
  const stop = (orderNo: string) => ({ ...ex.stopped.body, orderNo });
  const serve = (story: Story, orderNo: string) =>
    township.as('officer', story.pathOf(ex.stopped), { method: 'POST', body: stop(orderNo) });

  it('is used once in the product, however it is written', async () => {
    const [one, other] = [await told(...lives.surveyed), await told(...lives.surveyed)];
    expect((await serve(one, '责停〔2022〕500号')).status).toBe(201);
    expect(codeOf(await serve(other, '责停〔２０２２〕５００ 号'))).toEqual([422, 'R-ALL-06']);
    expect((await serve(other, '责停〔2022〕501号')).status).toBe(201);
  });

  it('goes to one of two cases that ask for it at once', async () => {
    for (let round = 0; round < 16; round++) {
      const [one, other] = await Promise.all([told(...lives.surveyed), told(...lives.surveyed)]);
      const answers = await Promise.all([
        serve(one, `责停〔2022〕6${round}号`),
        serve(other, `责停〔2022〕6${round}号`),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
      expect(answers.find(({ status }) => status === 422)?.body.code).toBe('R-ALL-06');
    }
  });

  it('is free again when the step that asked for it was refused', async () => {
    const [one, other] = [await told(...lives.surveyed), await told(...lives.surveyed)];
    const refused = { ...stop('责停〔2022〕700号'), servedOn: '2022-03-02' };
    const answer = await township.as('officer', one.pathOf(ex.stopped), { method: 'POST', body: refused });
    expect(codeOf(answer)).toEqual([422, 'R-ALL-03']);
    expect((await serve(other, '责停〔2022〕700号')).status).toBe(201);
  });

  it('holds while the case is open, and is free once it is closed', async () => {
    const place = { location: '东岭村2组老仓库西侧', gridCode: 'WG-01-02' };
    const report = (headers = {}) =>
      township.as('gridMember', '/api/v1/demolition/commands/register-illegal-building', {
        method: 'POST',
        body: { ...ex.found.body, ...place },
        headers,
      });
    const first = await report();
    expect(first.status).toBe(201);
    expect(codeOf(await report())).toEqual([422, 'R-DEM-01']);
    const lawful = `/api/v1/demolition/${String(first.body.caseId)}/commands/confirm-building-lawful`;
    expect((await township.as('officer', lawful, { method: 'POST', body: ex.foundLawful.body })).status).toBe(201);
    expect((await report()).status).toBe(201);
    const reopen = `/api/v1/demolition/${String(first.body.caseId)}/commands/reopen-demolition-case`;
    expect(codeOf(await township.as('head', reopen, { method: 'POST', body: ex.reopened.body }))).toEqual([
      422,
      'R-DEM-01',
    ]);
  });

  it('is reported once by two people at once', async () => {
    for (let round = 0; round < 8; round++) {
      const story = township.story();
      const body = story.bodyOf(ex.found);
      const by = (who: 'gridMember' | 'officer') => township.as(who, story.pathOf(ex.found), { method: 'POST', body });
      const answers = await Promise.all([by('gridMember'), by('officer')]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
    }
  });
});
