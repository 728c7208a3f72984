import { but, type ExampleStep, given } from '#foundation/given';
import { type Process, vocabulary } from '#foundation/process';
import * as ex from './permit.examples.js';
import { housePermit } from './permit.process.js';

const { lives } = ex;

/** A demolition case as this one sees it: its state, and whether the demolition was verified. */
class Verify {}
const { process, step } = vocabulary<{ DemolitionVerified: Verify; BuildingFound: Verify }, string>();
const demolition: Process = process({
  name: 'demolition',
  title: ['控建拆违', 'Demolition'],
  states: { DM_FOUND: ['已发现', 'Found'], DM_CLOSED: ['已结案', 'Closed', 'terminal'] },
  steps: [
    step('BuildingFound', class FindBuilding extends Verify {}, {
      ...{ label: ['发现', 'Found'], from: ['NONE'], to: 'DM_FOUND', by: ['ENFORCEMENT_OFFICER'], on: 'recorded' },
    }),
    step('DemolitionVerified', class VerifyDemolition extends Verify {}, {
      ...{ label: ['核验', 'Verified'], from: ['DM_FOUND'], to: 'DM_CLOSED', by: ['ENFORCEMENT_OFFICER'] },
      on: 'recorded',
    }),
  ],
  ...{ restarts: [], obligations: {}, deadlines: {}, facts: {}, voids: {}, figures: [] },
  caseNumber: ['违建', 'DM'],
  summary: () => ({}),
});
const found: ExampleStep = { command: 'FindBuilding', by: 'officer', body: {} };
const verified: ExampleStep = { command: 'VerifyDemolition', by: 'officer', body: {} };
const openCase = given(demolition, found);
const closedCase = openCase.and(verified);

const story = (...steps: readonly ExampleStep[]) =>
  given(housePermit)
    .under({ related: { [`demolition/${ex.demolitionRef}`]: openCase } })
    .and(...steps);
const settled = (...steps: readonly ExampleStep[]) =>
  story(...steps).under({ related: { [`demolition/${ex.demolitionRef}`]: closedCase } });

describe('a house permit', () => {
  it.each<readonly [string, readonly ExampleStep[], ExampleStep, string]>([
    ['is applied for', [], ex.received, 'HP_APPLIED'],
    ['is discussed by the villagers', [ex.received], ex.met, 'HP_GROUP_PASSED'],
    ['is put on the board', [ex.received, ex.met], ex.posted, 'HP_FIRST_PUBLICITY'],
    ['may be objected to', lives.publicised, ex.objected, 'HP_FIRST_PUBLICITY'],
    [
      'may be objected to by nobody named',
      lives.publicised,
      but(ex.objected, { identityToken: undefined }),
      'HP_FIRST_PUBLICITY',
    ],
    ['has its objections answered', [...lives.publicised, ex.objected], ex.answered, 'HP_FIRST_PUBLICITY'],
    ['is reviewed by the village', lives.publicised, ex.villageReviewed, 'HP_VILLAGE_REVIEWED'],
    ['reaches the township', [...lives.publicised, ex.villageReviewed], ex.submitted, 'HP_SUBMITTED'],
    ['is returned for missing papers', lives.atTown, ex.returned, 'HP_RETURNED'],
    [
      'comes back complete under its number',
      [...lives.atTown, ex.returned],
      but(ex.submitted, { submittedOn: '2022-03-16', acceptedOn: '2022-03-16' }),
      'HP_SUBMITTED',
    ],
    ['has its term extended', lives.atTown, ex.extended, 'HP_SUBMITTED'],
    ['is looked at on site', lives.atTown, ex.siteReviewed, 'HP_SITE_REVIEWED'],
    ['is reviewed by all offices', lives.seenOnSite, ex.reviewed, 'HP_JOINTLY_REVIEWED'],
    ['is approved', lives.jointlyReviewed, ex.approved, 'HP_APPROVED'],
    ['is refused', lives.jointlyReviewed, ex.refused, 'HP_REFUSED'],
    ['is refused before the joint review', lives.seenOnSite, ex.refused, 'HP_REFUSED'],
    ['is handed out', lives.granted, ex.handedOut, 'HP_APPROVED'],
    ['is publicised again', lives.granted, ex.approvalPosted, 'HP_RESULT_PUBLISHED'],
    [
      'may be objected to again',
      lives.granted,
      but(ex.objected, { publicity: 'RESULT', raisedOn: '2022-03-24' }),
      'HP_APPROVED',
    ],
    ['waits for the setting out', lives.ready, ex.settingOutRequested, 'HP_RESULT_PUBLISHED'],
    ['is set out', lives.ready, ex.setOut, 'HP_SET_OUT'],
    ['is looked at while built', lives.building, ex.checked, 'HP_SET_OUT'],
    ['deviates', lives.building, ex.deviated, 'HP_DEVIATED'],
    ['sees the old house go', lives.building, ex.oldHouseRemoved, 'HP_SET_OUT'],
    ['is measured at completion', lives.building, ex.completed, 'HP_COMPLETION_CHECKED'],
    ['is accepted', lives.built, ex.closed, 'HP_CLOSED'],
    ['is filed when refused', lives.refused, ex.filed, 'HP_CLOSED'],
    ['is revoked', lives.closed, ex.revoked, 'HP_REVOKED'],
    ['is compensated', lives.revoked, ex.compensated, 'HP_REVOKED'],
    [
      'is filed when revoked and paid',
      [...lives.revoked, ex.compensated],
      but(ex.filed, { closedOn: '2022-07-30' }),
      'HP_CLOSED',
    ],
    ['is decided anew', lives.refused, ex.reopened, 'HP_SUBMITTED'],
    ['is corrected by the measuring sheet', lives.closed, ex.corrected, 'HP_CLOSED'],
  ])('%s', (_, history, next, state) => {
    story(...history)
      .when(next)
      .thenRecorded(state);
  });

  it('is built on when the demolition case is settled', () => {
    settled(...lives.building, ex.deviated)
      .when(ex.resolved)
      .thenRecorded('HP_SET_OUT');
    settled(...lives.building, ex.deviated)
      .when(but(ex.resolved, { result: 'DEMOLISHED' }))
      .thenRecorded('HP_SET_OUT');
  });
});

describe('a house permit is refused', () => {
  it.each<readonly [string, string, readonly ExampleStep[], ExampleStep]>([
    ['R-PER-01', 'for nothing', [], but(ex.received, { plotAreaDm2: 0 })],
    ['R-PER-01', 'for a second plot with the first kept', [], but(ex.received, { oldHouseRemovalPromised: false })],
    ['R-PER-01', 'on basic farmland', [], but(ex.received, { landUse: 'BASIC_FARMLAND' })],
    ['R-PER-02', 'when more agree than are there', [ex.received], but(ex.met, { agreedCount: 41 })],
    ['R-PER-02', 'when half agree', [ex.received], but(ex.met, { agreedCount: 20 })],
    [
      'R-PER-02',
      'when it hangs four working days',
      [ex.received, ex.met],
      but(ex.posted, { postedUntil: '2022-03-10' }),
    ],
    [
      'R-PER-03',
      'when the objection is to the other publicity',
      lives.publicised,
      but(ex.objected, { publicity: 'RESULT' }),
    ],
    ['R-PER-03', 'when the objector is named', lives.publicised, but(ex.objected, { identityToken: '张三' })],
    ['R-PER-03', 'when the objection is on file', [...lives.publicised, ex.objected], ex.objected],
    ['R-PER-03', 'when nobody objected', lives.publicised, ex.answered],
    [
      'R-PER-03',
      'on the last day of the publicity',
      lives.publicised,
      but(ex.villageReviewed, { reviewedOn: '2022-03-11' }),
    ],
    ['R-PER-03', 'with an objection open', [...lives.publicised, ex.objected], ex.villageReviewed],
    [
      'R-PER-04',
      'when accepted before submission',
      [...lives.publicised, ex.villageReviewed],
      but(ex.submitted, { acceptedOn: '2022-03-13' }),
    ],
    ['R-PER-04', 'when no paper is named', lives.atTown, but(ex.returned, { missing: [] })],
    [
      'R-PER-04',
      'when papers are asked for twice',
      [...lives.atTown, ex.returned, but(ex.submitted, { submittedOn: '2022-03-16', acceptedOn: '2022-03-16' })],
      but(ex.returned, { returnedOn: '2022-03-17' }),
    ],
    ['R-PER-04', 'when extended twice', [...lives.atTown, ex.extended], ex.extended],
    ['R-PER-04', 'when extended by eleven days', lives.atTown, but(ex.extended, { newDueOn: '2022-04-26' })],
    ['R-PER-04', 'when extended after the due date', lives.atTown, but(ex.extended, { extendedOn: '2022-04-13' })],
    ['R-PER-04', 'when the applicant is not told', lives.atTown, but(ex.extended, { informedOn: undefined })],
    ['R-PER-05', 'when one came twice', lives.atTown, but(ex.siteReviewed, { attendeeRefs: ['联审-01', '联审-01'] })],
    ['R-PER-05', 'when found on basic farmland', lives.atTown, but(ex.siteReviewed, { onBasicFarmland: true })],
    ['R-PER-05', 'when an office was silent', lives.seenOnSite, but(ex.reviewed, { opinions: ['AGREE', 'AGREE'] })],
    [
      'R-PER-05',
      'when an office was not asked',
      lives.seenOnSite,
      but(ex.reviewed, { reviewOffices: ['AGRICULTURE', 'WATER', 'PLANNING_CONSTRUCTION'] }),
    ],
    [
      'R-PER-05',
      'when passed against an office',
      lives.seenOnSite,
      but(ex.reviewed, { opinions: ['AGREE', 'DISAGREE', 'AGREE'] }),
    ],
    [
      'R-PER-05',
      'when arable land was not converted',
      lives.seenOnSite,
      but(ex.reviewed, { farmlandConversionNo: undefined }),
    ],
    [
      'R-PER-06',
      'when the review did not pass',
      [...lives.seenOnSite, but(ex.reviewed, { result: 'NOT_PASSED' })],
      ex.approved,
    ],
    ['R-PER-06', 'above 130 m2 of arable land', lives.jointlyReviewed, but(ex.approved, { plotAreaDm2: 13_001 })],
    [
      'R-PER-06',
      'without a planning permit for new land',
      lives.jointlyReviewed,
      but(ex.approved, { planningPermitNo: undefined }),
    ],
    ['R-ALL-05', 'without remedies', lives.jointlyReviewed, but(ex.refused, { remedyInfoGiven: false })],
    ['R-ALL-05', 'with a blank reason', lives.jointlyReviewed, but(ex.refused, { reason: ' ' })],
    [
      'R-ALL-05',
      'with papers of another approval',
      lives.granted,
      but(ex.handedOut, { plotApprovalNo: '宅批〔2022〕2号' }),
    ],
    ['R-ALL-05', 'with a paper kept back', lives.granted, but(ex.handedOut, { planningPermitNo: undefined })],
    [
      'R-PER-02',
      'when publicised before the approval',
      lives.granted,
      but(ex.approvalPosted, { postedOn: '2022-03-21' }),
    ],
    [
      'R-PER-02',
      'when the second publicity is short',
      lives.granted,
      but(ex.approvalPosted, { postedUntil: '2022-03-29' }),
    ],
    ['R-PER-02', 'when set out while publicised', lives.ready, but(ex.setOut, { attendedOn: '2022-03-30' })],
    ['R-PER-05', 'when one set it out', lives.ready, but(ex.setOut, { attendeeRefs: ['联审-01'] })],
    [
      'R-PER-07',
      'when a deviation has no demolition case',
      lives.building,
      but(ex.deviated, { demolitionCaseRef: undefined }),
    ],
    ['R-PER-07', 'when that case does not exist', lives.building, but(ex.deviated, { demolitionCaseRef: 'X' })],
    ['R-PER-07', 'when that case is open', [...lives.building, ex.deviated], ex.resolved],
    ['R-PER-05', 'when one measured it', lives.building, but(ex.completed, { attendeeRefs: ['联审-01'] })],
    ['R-PER-07', 'when a storey above the permit passes', lives.building, but(ex.completed, { storeys: 3 })],
    ['R-PER-07', 'when the plot above the permit passes', lives.building, but(ex.completed, { plotAreaDm2: 12_001 })],
    [
      'R-PER-07',
      'when the area above the permit passes',
      lives.building,
      but(ex.completed, { buildingAreaDm2: 24_001 }),
    ],
    [
      'R-PER-07',
      'when closed as it deviates',
      [...lives.building, ex.oldHouseRemoved, but(ex.completed, { result: 'DEVIATION' })],
      ex.closed,
    ],
    ['R-PER-08', 'a removal twice', [...lives.building, ex.oldHouseRemoved], ex.oldHouseRemoved],
    ['R-ALL-05', 'when accepted without number', lives.built, ex.filed],
    ['R-ALL-10', 'while the old house stands', [...lives.building, ex.completed], ex.closed],
    ['R-PER-06', 'when revoked without a hearing', lives.granted, but(ex.revoked, { hearingRecordRef: undefined })],
    ['R-PER-06', 'when revoked without ground', lives.granted, but(ex.revoked, { ground: undefined })],
    ['R-PER-06', 'when trust is not compensated', lives.granted, but(ex.revoked, { compensationDue: false })],
    ['R-PER-06', 'when deceit is compensated', lives.granted, but(ex.revoked, { ground: 'FALSE_APPLICATION' })],
    ['R-PER-06', 'when nothing is there to revoke', [...lives.refused, ex.filed], ex.revoked],
    ['R-PER-06', 'when nothing is paid', lives.revoked, but(ex.compensated, { amountFen: 0 })],
    [
      'R-PER-06',
      'when paid after the final payment',
      [...lives.revoked, ex.compensated],
      but(ex.compensated, { voucherNo: '建补-0002' }),
    ],
    [
      'R-ALL-06',
      'when paid on a used voucher',
      [...lives.revoked, but(ex.compensated, { finalPayment: false })],
      ex.compensated,
    ],
    ['R-ALL-10', 'when filed with compensation owed', lives.revoked, ex.filed],
    ['R-PER-06', 'when no refusal was set aside', lives.closed, but(ex.reopened, { ground: 'REFUSAL_SET_ASIDE' })],
    [
      'R-PER-06',
      'when no revocation was set aside',
      lives.closed,
      but(ex.reopened, { ground: 'REVOCATION_SET_ASIDE' }),
    ],
    ['R-PER-06', 'when reopened without ground', lives.closed, but(ex.reopened, { ground: undefined })],
    [
      'R-ALL-08',
      'when measured values change without a sheet',
      lives.closed,
      but(ex.corrected, { measuringSheetRef: undefined }),
    ],
  ])('%s %s', (code, _, history, next) => {
    story(...history)
      .when(next)
      .thenRefused(code);
  });

  it('R-PER-08 for an old house that nobody promised to remove', () => {
    const rebuilt = but(ex.received, { applicationKind: 'REBUILD', oldHouseRemovalPromised: false });
    const [, ...rest] = lives.building;
    story(rebuilt, ...rest)
      .when(ex.oldHouseRemoved)
      .thenRefused('R-PER-08');
  });

  it('R-PER-07 as demolished when no linked case verified it', () => {
    const standing = but(ex.deviated, { deviationKind: 'OLD_HOUSE_STANDING', demolitionCaseRef: undefined });
    const waiting = story(...lives.building, standing);
    waiting.when(but(ex.resolved, { result: 'DEMOLISHED' })).thenRefused('R-PER-07');
    waiting.when(ex.resolved).thenRecorded('HP_SET_OUT');
  });

  it('R-PER-07 for setting out a house that was begun under an earlier permit', () => {
    const revoked = [...lives.building, ex.checked, ex.revoked, ex.compensated];
    const anew = [
      but(ex.siteReviewed, { attendedOn: '2022-08-02' }),
      but(ex.reviewed, { concludedOn: '2022-08-03' }),
      but(ex.approved, {
        approvedOn: '2022-08-04',
        plotApprovalNo: '宅批〔2022〕9号',
        planningPermitNo: '乡字第2022009号',
      }),
      but(ex.approvalPosted, { postedOn: '2022-08-05', postedUntil: '2022-08-12' }),
    ];
    const setOutAgain = but(ex.setOut, { attendedOn: '2022-08-15' });
    story(...revoked, ex.reopened, ...anew)
      .when(setOutAgain)
      .thenRefused('R-PER-07');
    story(...revoked, but(ex.reopened, { ground: 'REVOCATION_SET_ASIDE' }), ...anew)
      .when(setOutAgain)
      .thenRecorded('HP_SET_OUT');
  });
});

describe('what a house permit adds to the statistics', () => {
  const kinds = (steps: readonly ExampleStep[]) =>
    story(...steps)
      .state.facts.map(({ kind, on }) => `${kind} ${on}`)
      .sort();

  it('counts the review, the approval with both publicities and the house with three attendances', () => {
    expect(kinds(lives.closed)).toEqual([
      'permit.accepted 2022-06-30',
      'permit.accepted-and-attended 2022-06-30',
      'permit.approved 2022-03-22',
      'permit.approved-and-publicised 2022-03-22',
      'permit.joint-review 2022-03-20',
    ]);
  });

  it('counts an approval without its second publicity in the denominator only', () => {
    expect(kinds(lives.granted)).toEqual(['permit.approved 2022-03-22', 'permit.joint-review 2022-03-20']);
  });

  it('accepts no house by filing a refusal', () => {
    expect(kinds([...lives.refused, ex.filed])).toEqual(['permit.joint-review 2022-03-20']);
  });
});
