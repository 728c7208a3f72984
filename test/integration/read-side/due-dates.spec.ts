import { randomUUID } from 'node:crypto';
import { SETTINGS_STREAM } from '#foundation/settings';
import { corrected, found, publishGrid, record, recordCase, step, surveyed } from './histories.js';
import { ReadSideUnderTest, type RunningProjector } from './read-side.js';

const cell = 'WG-01-01';
const notice = {
  ...{ version: '2027', publishedFrom: '2027-01-01', publishedThrough: '2027-12-31' },
  ...{ holidays: ['2027-01-01'], makeupWorkdays: ['2027-01-02'] },
};

// Found on Tuesday 1 March 2022: the three working days of the survey end on Friday 4 March.
describe('what is stored of the deadlines of cases', () => {
  let side: ReadSideUnderTest;
  let projector: RunningProjector;
  const waiting = randomUUID();
  const inTime = randomUUID();
  const late = randomUUID();
  const endOfYear = randomUUID();
  const first = found(cell, '东岭村1组');
  const registered = { position: -1 };
  const beforeNotice = { position: -1 };

  const survey = async (caseId: string, asOf?: { position: number }) =>
    (await side.cases.get(caseId, { ...(asOf ? { asOf } : {}) }))!.deadlines.find(({ code }) => code === 'D-DEM-01')!;
  const overdue = async (overdueOn: string, asOf?: { position: number }) =>
    (await side.cases.list({ overdueOn, ...(asOf ? { asOf } : {}) })).cases.map(({ caseId }) => caseId);

  beforeAll(async () => {
    side = await ReadSideUnderTest.start();
    projector = side.project();
    await publishGrid(side.log, [{ code: cell, village: '东岭村' }]);
    await recordCase(side.log, waiting, first);
    await recordCase(side.log, inTime, found(cell, '东岭村2组'), surveyed());
    registered.position = await recordCase(side.log, late, found(cell, '东岭村3组', '2022-02-22'));
    await side.readSide.waitForPosition(registered.position, 10_000);
  });

  afterAll(async () => {
    await projector.stop();
    await side.stop();
  });

  test('the day, the rule and the calendar that gave it, and what became of it', async () => {
    expect(await survey(waiting)).toMatchObject({
      ...{ startedBy: first.id, startedOn: '2022-03-01', dueOn: '2022-03-04', awaitsCalendar: false, status: 'open' },
      terms: [{ n: 3, unit: 'working', bound: 'at', from: '2022-03-01', endsOn: '2022-03-04' }],
      ...{ calendar: expect.stringMatching(/^CN-/), owner: 'ENFORCEMENT_OFFICER' },
    });
    expect(await survey(inTime)).toMatchObject({ dueOn: '2022-03-04', status: 'met', endedOn: '2022-03-02' });
  });

  test('lists what is overdue from the day after', async () => {
    // The third, found on 22 February, was due on the 25th.
    expect(await overdue('2022-02-25')).toEqual([]);
    expect(await overdue('2022-02-26')).toEqual([late]);
    expect(await overdue('2022-03-04')).toEqual([late]);
    expect(await overdue('2022-03-05')).toEqual([late, waiting]);
    const { cases } = await side.cases.list({});
    expect(cases.map(({ nextDueOn }) => nextDueOn)).toEqual(['2022-02-25', null, '2022-03-04']);
    const scope = { grids: [cell], villages: [] };
    expect((await side.cases.list({ overdueOn: '2022-03-05', scope })).cases).toHaveLength(2);
    expect((await side.cases.list({ overdueOn: '2022-03-05', scope: { grids: [], villages: [] } })).cases).toEqual([]);
  });

  test('a step that comes too late ends it as missed, and it is no longer overdue', async () => {
    const end = await recordCase(side.log, late, surveyed());
    await side.readSide.waitForPosition(end, 10_000);
    expect(await survey(late)).toMatchObject({ end: 'met', status: 'missed', endedOn: '2022-03-02' });
    expect(await overdue('2022-03-05')).toEqual([waiting]);
    // As it was known before.
    expect(await survey(late, registered)).toMatchObject({ end: 'open', status: 'open' });
    expect(await overdue('2022-03-05', registered)).toEqual([late, waiting]);
    expect((await side.cases.list({ asOf: registered })).cases.map(({ nextDueOn }) => nextDueOn)).toEqual([
      ...['2022-02-25', null, '2022-03-04'],
    ]);
  });

  test('a correction moves the day, and who is assigned answers for it', async () => {
    const handler = { handlerRole: 'ENFORCEMENT_OFFICER', staffRef: 'ZF-07', fromOn: '2022-03-02' };
    const end = await recordCase(
      side.log,
      waiting,
      corrected(first, 'foundOn=2022-03-02'),
      step('HandlerAssigned', { caseRef: waiting, ...handler }, '2022-03-02', 'APPROVING_HEAD'),
    );
    await side.readSide.waitForPosition(end, 10_000);
    // Thursday, Friday and Monday.
    expect(await survey(waiting)).toMatchObject({ dueOn: '2022-03-07', handler: 'ZF-07' });
    expect(await survey(waiting, registered)).toMatchObject({ dueOn: '2022-03-04' });
    expect(await survey(waiting, registered)).not.toHaveProperty('handler');
    expect(await overdue('2022-03-07')).toEqual([]);
    expect(await overdue('2022-03-08')).toEqual([waiting]);
  });

  test('a day beyond the holiday notices is counted once a notice reaches it, in every case that waits for it', async () => {
    beforeNotice.position = await recordCase(side.log, endOfYear, found(cell, '东岭村4组', '2026-12-30'));
    await side.readSide.waitForPosition(beforeNotice.position, 10_000);
    expect(await survey(endOfYear)).toMatchObject({ dueOn: null, awaitsCalendar: true, status: 'open' });
    expect(await overdue('2027-12-31')).toEqual([waiting]);
    const end = await record(side.log, SETTINGS_STREAM, step('HolidayCalendarPublished', notice, '2026-11-01'));
    await side.readSide.waitForPosition(end, 10_000);
    // 31 December, the worked Saturday 2 January, Monday 4 January.
    expect(await survey(endOfYear)).toMatchObject({ dueOn: '2027-01-04', awaitsCalendar: false, calendar: '2027' });
    expect(await overdue('2027-01-04')).toEqual([waiting]);
    expect(await overdue('2027-01-05')).toEqual([endOfYear, waiting]);
    expect(await survey(endOfYear, beforeNotice)).toMatchObject({ dueOn: null, awaitsCalendar: true });
    expect(await overdue('2027-01-05', beforeNotice)).toEqual([waiting]);
    // What had been counted is not counted anew.
    expect(await survey(waiting)).toMatchObject({ calendar: expect.stringMatching(/^CN-/) });
  });

  test('and all of it comes out the same when it is built anew', async () => {
    const before = await side.everything();
    expect(before.case_deadline!.length).toBeGreaterThan(6);
    await projector.stop();
    await side.query('drop schema read cascade');
    projector = side.project({ maxEventsHeld: 2 });
    await projector.following;
    expect(await side.everything()).toEqual(before);
  });
});
