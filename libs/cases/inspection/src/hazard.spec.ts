import { but, cast, type ExampleStep, given } from '#foundation/given';
import { hazard } from './hazard.process.js';
import * as ex from './inspection.examples.js';
import { inspectionMission } from './mission.process.js';

const mission = given(inspectionMission, ...ex.underWay);
const story = (...steps: readonly ExampleStep[]) =>
  given(hazard)
    .under({ related: { 'inspectionMission/AJ-1': mission } })
    .and(...steps);
const major = but(ex.found, { grade: 'MAJOR' });
const stopped = [major, ex.ordered, ex.suspended];

describe('a hazard', () => {
  it('is corrected on the spot', () => void story(ex.found).when(ex.onSite).thenRecorded('HZ_CLEARED'));

  it('is ordered, reported by the unit, visited and cleared', () => {
    story(ex.found).when(ex.ordered).thenRecorded('HZ_ORDERED');
    story(ex.found, ex.ordered).when(ex.unitReported).thenRecorded('HZ_ORDERED');
    story(ex.found, ex.ordered).when(ex.visited).thenRecorded('HZ_ORDERED');
    story(ex.found, ex.ordered, ex.visited).when(ex.cleared).thenRecorded('HZ_CLEARED');
    story(ex.found, ex.ordered, ex.visited, ex.cleared)
      .when(but(ex.visited, { visitedOn: '2022-04-15' }))
      .thenRecorded('HZ_CLEARED');
  });

  it('goes up when it is major, and is suspended by the department', () => {
    story(major).when(ex.reported).thenRecorded('HZ_FOUND');
    story(major, ex.ordered).when(ex.reported).thenRecorded('HZ_ORDERED');
    story(major, ex.ordered).when(ex.suspended).thenRecorded('HZ_SUSPENDED');
    story(...stopped)
      .when(ex.unitReported)
      .thenRecorded('HZ_SUSPENDED');
    story(...stopped, ex.visited)
      .when(but(ex.cleared, { resumptionApprovalNo: '复产〔2022〕1号' }))
      .thenRecorded('HZ_CLEARED');
    story(...stopped)
      .when(but(ex.escalated, { escalatedOn: '2022-03-13' }))
      .thenRecorded('HZ_ESCALATED');
  });

  it('is not cleared before the power that was cut is back', () => {
    const cleared = but(ex.cleared, { resumptionApprovalNo: '复产〔2022〕1号' });
    story(...stopped)
      .when(ex.cut)
      .thenRecorded('HZ_SUSPENDED');
    story(...stopped, ex.cut, ex.visited)
      .when(cleared)
      .thenOwes('R-ALL-10', 'UTILITY_CUT');
    story(...stopped, ex.cut, ex.restored, ex.visited)
      .when(cleared)
      .thenRecorded('HZ_CLEARED');
    story(...stopped, ex.cut, ex.escalated)
      .when(ex.restored)
      .thenRecorded('HZ_ESCALATED');
  });

  it('is escalated when the order is overdue or refused, and may be cleared there', () => {
    story(ex.found, ex.ordered).when(ex.escalated).thenRecorded('HZ_ESCALATED');
    const failed = but(ex.visited, { visitedOn: '2022-03-08', result: 'FAIL' });
    story(ex.found, ex.ordered, failed)
      .when(but(ex.escalated, { escalatedOn: '2022-03-09' }))
      .thenRecorded();
    story(ex.found, ex.ordered, ex.escalated).when(ex.visited).thenRecorded('HZ_ESCALATED');
    story(ex.found, ex.ordered, ex.escalated, ex.visited).when(ex.cleared).thenRecorded('HZ_CLEARED');
  });

  it('comes back as a new finding, and the earlier clearing stays counted', () => {
    const again = story(ex.found, ex.ordered, ex.visited, ex.cleared, ex.returned);
    expect(again.state.status).toBe('HZ_FOUND');
    const on = (kind: string) => again.state.facts.filter((fact) => fact.kind === kind).map((fact) => fact.on);
    expect(on('inspection.hazard-found')).toEqual(['2022-03-02', '2022-05-02']);
    expect(on('inspection.hazard-rectified')).toEqual(['2022-03-25']);
    expect(on('inspection.follow-up')).toEqual(['2022-03-15']);
    // The visit of the first round clears nothing in the second.
    again
      .and(but(ex.ordered, { orderNo: '安责改〔2022〕2号', servedOn: '2022-05-02', dueOn: '2022-05-12' }))
      .when(but(ex.cleared, { clearedOn: '2022-05-20' }))
      .thenRefused('R-INS-06');
  });

  it('is corrected after its mission was closed', () => {
    const over = given(inspectionMission, ...ex.underWay, ex.closed);
    story(ex.found, ex.onSite)
      .under({ related: { 'inspectionMission/AJ-1': over } })
      .when({
        command: 'CorrectHazardEntry',
        by: 'inspector',
        body: (idOf) => ({
          correctedEventId: idOf('HazardFound'),
          reasonCode: 'TYPING',
          replacedFields: ['categoryCode=MACHINERY'],
          approvedByStaffRef: cast.leader.code,
        }),
      })
      .thenRecorded('HZ_CLEARED');
  });
});

const order = [ex.found, ex.ordered];
const passed = [...order, ex.visited];
const refusals: readonly (readonly [string, string, readonly ExampleStep[], ExampleStep])[] = [
  ['a mission that does not exist', 'R-INS-03', [], but(ex.found, { missionRef: 'AJ-9' })],
  ['a unit that nobody inspected', 'R-INS-03', [], but(ex.found, { unitRef: '企业-0002' })],
  ['a day before the inspection', 'R-INS-03', [], but(ex.found, { foundOn: '2022-03-01' })],
  ['a major hazard settled on the spot', 'R-INS-03', [major], ex.onSite],
  ['on the spot a day later', 'R-INS-03', [ex.found], but(ex.onSite, { correctedOn: '2022-03-03' })],
  ['the number of another hazard', 'R-ALL-05', [ex.found], but(ex.onSite, { hazardId: 'YH-9' })],
  ['an order due on the day of its service', 'R-INS-04', [ex.found], but(ex.ordered, { dueOn: '2022-03-02' })],
  ['a general hazard sent up', 'R-INS-04', [ex.found], ex.reported],
  ['the suspension of a general hazard', 'R-INS-05', order, ex.suspended],
  [
    'a suspension by the township',
    'R-INS-05',
    [major, ex.ordered],
    but(ex.suspended, { authority: 'TOWNSHIP_GOVERNMENT' }),
  ],
  [
    'a suspension by the village school board',
    'R-INS-05',
    [major, ex.ordered],
    but(ex.suspended, { authority: 'OTHER' }),
  ],
  ['a suspension before any order', 'R-ALL-01', [major], ex.suspended],
  ['a power cut without a refusal', 'R-INS-05', stopped, but(ex.cut, { refusalRecordRef: undefined })],
  ['a power cut without danger', 'R-INS-05', stopped, but(ex.cut, { dangerDescription: undefined })],
  ['a power cut that nobody approved', 'R-INS-05', stopped, but(ex.cut, { approvalDocRef: undefined })],
  ['a power cut a minute too early', 'R-INS-05', stopped, but(ex.cut, { cutAt: '2022-03-05T08:59' })],
  ['an urgent cut before its notice', 'R-INS-05', stopped, but(ex.cut, { urgent: true, cutAt: '2022-03-04T08:59' })],
  ['a power cut by the township', 'R-INS-05', stopped, but(ex.cut, { authority: 'TOWNSHIP_GOVERNMENT' })],
  ['a power cut where it is cut', 'R-INS-05', [...stopped, ex.cut], but(ex.cut, { noticeNo: '停电〔2022〕2号' })],
  ['restoring what was not cut', 'R-INS-05', stopped, ex.restored],
  ['a report before the order', 'R-ALL-03', order, but(ex.unitReported, { reportedOn: '2022-03-01' })],
  ['one visitor alone', 'R-INS-06', order, but(ex.visited, { visitorRefs: ['安监-01'] })],
  ['one visitor twice', 'R-INS-06', order, but(ex.visited, { visitorRefs: ['安监-01', '安监-01'] })],
  ['a clearing without a visit', 'R-INS-06', order, ex.cleared],
  ['a clearing after a partial pass', 'R-INS-06', [...order, but(ex.visited, { result: 'PARTIAL' })], ex.cleared],
  [
    'a clearing after a pass that failed later',
    'R-INS-06',
    [...passed, but(ex.visited, { result: 'FAIL', visitedOn: '2022-03-16' })],
    ex.cleared,
  ],
  ['a clearing by somebody who was not there', 'R-INS-06', passed, but(ex.cleared, { clearedByStaffRef: '安监-03' })],
  ['work resumed without consent', 'R-INS-06', [...stopped, ex.visited], ex.cleared],
  ['an escalation while the term runs', 'R-INS-06', order, but(ex.escalated, { escalatedOn: '2022-03-12' })],
  ['an escalation to nobody', 'R-INS-06', order, but(ex.escalated, { toAuthority: undefined })],
  ['an escalation without a receipt', 'R-INS-06', order, but(ex.escalated, { receiptNo: undefined })],
  [
    'an escalation into a case that does not exist',
    'R-INS-06',
    order,
    but(ex.escalated, { enforcementCaseRef: 'ZF-9' }),
  ],
  ['a return at another unit', 'R-INS-07', [...passed, ex.cleared], but(ex.returned, { unitRef: '企业-0002' })],
  ['a return at another place', 'R-INS-07', [...passed, ex.cleared], but(ex.returned, { placeConfirmed: false })],
];

describe('a hazard refuses', () => {
  it.each(refusals)(
    '%s (%s)',
    (_, code, history, asked) =>
      void story(...history)
        .when(asked)
        .thenRefused(code),
  );

  it('a mission that is closed', () => {
    const over = given(inspectionMission, ...ex.underWay, ex.closed);
    given(hazard)
      .under({ related: { 'inspectionMission/AJ-1': over } })
      .when({ ...ex.found, today: '2022-04-02' })
      .thenRefused('R-INS-03');
  });

  it('an order number that is used', () =>
    void story(ex.found)
      .under({ taken: ['安责改〔2022〕1号'] })
      .when(ex.ordered)
      .thenRefused('R-ALL-06'));
});
