import { type Actor } from '#foundation/process';
import { but, cast, type ExampleStep, given } from '#foundation/given';
import * as ex from './inspection.examples.js';
import { hazard } from './hazard.process.js';
import { inspectionMission } from './mission.process.js';

const mission = (...steps: readonly ExampleStep[]) => given(inspectionMission, ...steps);
const hazardOf = (...steps: readonly ExampleStep[]) =>
  given(hazard)
    .under({ related: { 'inspectionMission/AJ-1': mission(...ex.underWay) } })
    .and(...steps);

describe('a mission', () => {
  it('is planned, dispatched, conducted at each unit and closed', () => {
    mission().when(ex.planned).thenRecorded('IN_PLANNED');
    mission(ex.planned).when(ex.dispatched).thenRecorded('IN_DISPATCHED');
    mission(ex.planned, ex.dispatched).when(ex.conducted).thenRecorded('IN_CONDUCTED');
    mission(...ex.underWay)
      .when(but(ex.conducted, { unitRef: '企业-0002' }))
      .thenRecorded('IN_CONDUCTED');
    mission(...ex.underWay)
      .when(ex.closed)
      .thenRecorded('IN_CLOSED');
  });

  it('is cancelled while nobody has inspected', () => {
    mission(ex.planned).when(ex.cancelled).thenRecorded('IN_CANCELLED');
    mission(ex.planned, ex.dispatched).when(ex.cancelled).thenRecorded('IN_CANCELLED');
    mission(...ex.underWay)
      .when(ex.cancelled)
      .thenRefused('R-ALL-01');
  });

  it('stays open while a hazard of it is neither cleared nor escalated', () => {
    const withHazards = (...hazards: ReturnType<typeof given>[]) =>
      mission(...ex.underWay).under({ children: { hazard: hazards } });
    const open = hazardOf(ex.found);
    const settled = hazardOf(ex.found, ex.onSite);
    withHazards(settled, open).when(ex.closed).thenOwes('R-ALL-10', 'HAZARD');
    withHazards(settled).when(ex.closed).thenRecorded('IN_CLOSED');
    withHazards(hazardOf(ex.found, ex.ordered, ex.escalated))
      .when(ex.closed)
      .thenRecorded('IN_CLOSED');
  });

  it('is reopened when a hazard came back or an entry was wrong', () => {
    const over = mission(...ex.underWay, ex.closed);
    over.when(but(ex.reopened, { ground: 'ENTRY_WRONG' })).thenRecorded('IN_CONDUCTED');
    over.when(ex.reopened).thenRefused('R-INS-07', 'ground');
    over.when(but(ex.reopened, { ground: undefined })).thenRefused('R-INS-07');
    const returned = hazardOf(ex.found, ex.onSite, ex.returned);
    over
      .under({ children: { hazard: [returned] } })
      .when(ex.reopened)
      .thenRecorded('IN_CONDUCTED');
  });

  it('counts each attendee once a day, however many units were visited', () => {
    const facts = mission(...ex.underWay, but(ex.conducted, { unitRef: '企业-0002' })).state.facts;
    const keys = facts.filter(({ kind }) => kind === 'inspection.attendance').map(({ key }) => key);
    expect([keys.length, new Set(keys).size]).toEqual([4, 2]);
    expect(facts.filter(({ kind }) => kind === 'inspection.conducted')).toHaveLength(2);
  });
});

const refusals: readonly (readonly [string, string, readonly ExampleStep[], ExampleStep])[] = [
  ['a mission to no unit', 'R-INS-01', [], but(ex.planned, { unitRefs: [] })],
  ['a mission that nobody leads', 'R-INS-01', [], but(ex.planned, { leaderStaffRef: undefined })],
  ['a mission led by nobody of the township', 'R-INS-01', [], but(ex.planned, { leaderStaffRef: '外人-01' })],
  ['one inspector', 'R-INS-01', [ex.planned], but(ex.dispatched, { inspectorRefs: ['安监-01'] })],
  ['the same inspector twice', 'R-INS-01', [ex.planned], but(ex.dispatched, { inspectorRefs: ['安监-01', '安监-01'] })],
  [
    'a third who is the second',
    'R-INS-01',
    [ex.planned],
    but(ex.dispatched, { inspectorRefs: ['安监-01', '安监-02', '安监-02'] }),
  ],
  [
    'somebody who was not sent out',
    'R-INS-02',
    [ex.planned, ex.dispatched],
    but(ex.conducted, { attendees: ['安监-01', '安监-03'] }),
  ],
  [
    'an attendee named twice',
    'R-INS-01',
    [ex.planned, ex.dispatched],
    but(ex.conducted, { attendees: ['安监-01', '安监-01'] }),
  ],
  [
    'an end before the start',
    'R-INS-02',
    [ex.planned, ex.dispatched],
    but(ex.conducted, { endedAt: '2022-03-02T08:59' }),
  ],
  ['an end at the start', 'R-INS-02', [ex.planned, ex.dispatched], but(ex.conducted, { endedAt: '2022-03-02T09:00' })],
  [
    'an inspection on another day than it says',
    'R-INS-02',
    [ex.planned, ex.dispatched],
    but(ex.conducted, { startedAt: '2022-03-01T09:00' }),
  ],
  ['a card that was not shown', 'R-INS-02', [ex.planned, ex.dispatched], but(ex.conducted, { idShown: false })],
  [
    'an inspection without a record',
    'R-INS-02',
    [ex.planned, ex.dispatched],
    but(ex.conducted, { recordRef: undefined }),
  ],
  [
    'neither signature nor noted refusal',
    'R-INS-02',
    [ex.planned, ex.dispatched],
    but(ex.conducted, { unitSigned: false }),
  ],
  [
    'an inspection before the dispatch',
    'R-ALL-03',
    [ex.planned, ex.dispatched],
    but(ex.conducted, { inspectedOn: '2022-03-01', startedAt: '2022-03-01T09:00' }),
  ],
  ['a cancelling without a reason', 'R-ALL-05', [ex.planned], but(ex.cancelled, { reason: undefined })],
];

describe('a mission refuses', () => {
  it.each(refusals)(
    '%s (%s)',
    (_, code, history, asked) =>
      void mission(...history)
        .when(asked)
        .thenRefused(code),
  );

  it('nothing where the refusal to sign is noted', () =>
    void mission(ex.planned, ex.dispatched)
      .when(but(ex.conducted, { unitSigned: false, refusalNoted: true }))
      .thenRecorded());
});

describe('the attendees of an inspection', () => {
  const corrected = (attendees: string, today: string, more: Record<string, unknown> = {}): ExampleStep => ({
    command: 'CorrectInspectionEntry',
    by: 'inspector',
    today,
    body: (idOf) => ({
      correctedEventId: idOf('InspectionConducted'),
      reasonCode: 'TYPING',
      replacedFields: [`attendees=${attendees}`],
      approvedByStaffRef: cast.leader.code,
      ...more,
    }),
  });
  const three = mission(
    ex.planned,
    but(ex.dispatched, { inspectorRefs: ['安监-01', '安监-02', '安监-03'] }),
    ex.conducted,
  );

  it('are taken out at any time', () => void three.when(corrected('安监-01', '2022-12-30')).thenRecorded());

  it('are added with the dispatch paper, for thirty days', () => {
    const all = '安监-01、安监-02、安监-03';
    three.when(corrected(all, '2022-04-01')).thenRefused('R-ALL-08', 'dispatchPaperRef');
    three.when(corrected(all, '2022-04-01', { dispatchPaperRef: '纸质:出动-1' })).thenRecorded();
    three.when(corrected(all, '2022-04-02', { dispatchPaperRef: '纸质:出动-1' })).thenRefused('R-ALL-08');
  });

  it('are corrected with a second person', () => {
    const clerk: Actor = { staffRef: cast.leader.code, roles: ['LEAD_OFFICIAL'], grids: [], villages: [] };
    three.when({ ...corrected('安监-01', '2022-04-01'), by: clerk }).thenRefused('R-ALL-08');
  });
});
