import { but, cast, type ExampleStep, given } from '#foundation/given';
import * as ex from './enforcement.examples.js';
import { lives } from './enforcement.examples.js';
import { enforcement } from './enforcement.process.js';

// R-ENF-01 to R-ENF-08, 12 to 14 and 25: leads, notices, the ordinary procedure, and the ends of a case. One sentence a
// reason for which a code refuses; the plain step is taken in enforcement.spec.ts.

type Refused = readonly [code: string, sentence: string, history: readonly ExampleStep[], step: ExampleStep];

const one = [cast.officer.code];
const twice = [cast.officer.code, cast.officer.code];
const notCertified = [cast.officer.code, cast.gridMember.code];
const inNotice = [...lives.notified, ex.heard, ex.reviewed];
const custody = [...lives.noticed, ex.sealed, ex.seized];
const late = { transferredOn: '2022-03-25' };

const refusals: readonly Refused[] = [
  ['R-ENF-01', 'a lead from a cell that is in no register', [], but(ex.lead, { gridCode: 'WG-99-99' })],
  ['R-ENF-01', 'a lead of an unknown kind', [], but(ex.lead, { caseType: 'NOISE' })],
  ['R-ENF-01', 'a tip-born lead without the tip', [], but(ex.lead, { leadSource: 'TIP' })],
  ['R-ENF-01', 'a lead with a tip that it does not come from', [], but(ex.lead, { tipId: 'JB-1' })],
  ['R-ENF-01', 'a lead with the name of the tipster', [], but(ex.lead, { tipsterName: '某某' })],
  ['R-ALL-11', 'a lead with a telephone number', [], but(ex.lead, { location: '河堤内侧，电话13812345678' })],
  ['R-ALL-05', 'a known kind of party without a code', [], but(ex.lead, { partyRef: undefined })],
  ['R-ENF-02', 'a verification by one officer', [ex.lead], but(ex.verified, { officerRefs: one })],
  ['R-ENF-02', 'a verification by the same officer twice', [ex.lead], but(ex.verified, { officerRefs: twice })],
  [
    'R-ENF-02',
    'a verification by an officer and somebody else',
    [ex.lead],
    but(ex.verified, { officerRefs: notCertified }),
  ],
  ['R-ENF-02', 'a verification without cards', [ex.lead], but(ex.verified, { idShown: false })],
  ['R-ENF-02', 'a verification without a site record', [ex.lead], but(ex.verified, { siteRecordRef: undefined })],
  ['R-ENF-07', 'a delegated item without its paper', [ex.lead], but(ex.verified, { delegatedItem: true })],
  [
    'R-ENF-07',
    'a delegation that was never published',
    [ex.lead],
    but(ex.verified, { delegatedItem: true, delegationDocNo: '政发〔2022〕1号' }),
  ],
  [
    'R-ALL-05',
    'a verification that leaves the party unknown',
    [but(ex.lead, { partyKind: 'UNKNOWN', partyRef: undefined })],
    ex.verified,
  ],
  ['R-ENF-03', 'a transfer without a receipt', lives.verified, but(ex.transferred, { receiptNo: undefined })],
  [
    'R-ENF-03',
    'a transfer to the township itself',
    lives.verified,
    but(ex.transferred, { toAuthority: 'TOWNSHIP_GOVERNMENT' }),
  ],
  ['R-ENF-03', 'a transfer that leaves things in custody behind', custody, but(ex.transferred, late)],
  [
    'R-ENF-03',
    'a transfer that names one of two measures',
    custody,
    but(ex.transferred, {
      ...late,
      custodyMeasureIds: ['封-1'],
      partyInformedOn: '2022-03-24',
      partyNoticeRef: '纸质:1',
    }),
  ],
  [
    'R-ENF-03',
    'a transfer of things of which the party is not told in writing',
    custody,
    but(ex.transferred, { ...late, custodyMeasureIds: ['封-1', '扣-1'], partyInformedOn: '2022-03-24' }),
  ],
  ['R-ENF-03', 'the transfer of a crime without its dates', lives.verified, but(ex.transferred, { criminal: true })],
  [
    'R-ENF-03',
    'a return without a reason',
    [...lives.verified, ex.transferred],
    but(ex.transferReturned, { reason: undefined }),
  ],
  ['R-ENF-04', 'a deadline on the day of service', lives.verified, but(ex.noticed, { deadlineOn: '2022-03-04' })],
  ['R-ENF-04', 'a notice without proof of service', lives.verified, but(ex.noticed, { serviceProofRef: undefined })],
  ['R-ENF-04', 'a notice that asks for nothing', lives.verified, but(ex.noticed, { requirements: [] })],
  ['R-ENF-04', 'electronic service without consent', lives.verified, but(ex.noticed, { serviceMethod: 'ELECTRONIC' })],
  ['R-ENF-04', 'an extension asked for after expiry', lives.noticed, but(ex.extended, { requestedOn: '2022-03-19' })],
  ['R-ENF-04', 'an extension to an earlier day', lives.noticed, but(ex.extended, { newDeadlineOn: '2022-03-18' })],
  ['R-ENF-04', 'an extension of another notice', lives.noticed, but(ex.extended, { noticeNo: '环改字〔2022〕9号' })],
  ['R-ENF-05', 'a failure before the deadline', lives.noticed, but(ex.failed, { checkedOn: '2022-03-17' })],
  ['R-ENF-05', 'a failure before the deadline as extended', [...lives.noticed, ex.extended], ex.failed],
  ['R-ENF-05', 'a failure that misses nothing', lives.noticed, but(ex.failed, { unmetRequirements: [] })],
  ['R-ENF-02', 'a check by one officer', lives.noticed, but(ex.failed, { officerRefs: one })],
  ['R-ENF-05', 'the check of another notice', lives.noticed, but(ex.failed, { noticeNo: '环改字〔2022〕9号' })],
  ['R-ENF-05', 'an acceptance of nothing', lives.noticed, but(ex.accepted, { noticeNo: undefined })],
  [
    'R-ENF-05',
    'an acceptance of a notice not served',
    lives.noticed,
    but(ex.accepted, { noticeNo: '环改字〔2022〕9号' }),
  ],
  [
    'R-ENF-05',
    'an acceptance of a decision not served',
    lives.noticed,
    but(ex.accepted, { decisionNo: '环罚〔2022〕1号' }),
  ],
  ['R-ENF-05', 'a check by the server alone', lives.noticed, but(ex.accepted, { officerRefs: one })],
  [
    'R-ENF-02',
    'an acceptance by one other officer',
    lives.noticed,
    but(ex.accepted, { officerRefs: [cast.thirdOfficer.code] }),
  ],
  ['R-ALL-07', 'a yard area where there is no yard', lives.noticed, but(ex.accepted, { yardAreaDm2: 100 })],
  [
    'R-ALL-05',
    'a summary penalty of nothing',
    lives.verified,
    but(ex.finedOnTheSpot, { fineFen: undefined, warning: false }),
  ],
  [
    'R-ENF-06',
    'a summary fine of 200.01 yuan on a trader',
    lives.verified,
    but(ex.finedOnTheSpot, { fineFen: 20_001 }),
  ],
  ['R-ENF-06', 'a summary fine of nothing', lives.verified, but(ex.finedOnTheSpot, { fineFen: 0 })],
  [
    'R-ENF-07',
    'filing by an organ without the power',
    lives.noticed,
    but(ex.filed, { authority: 'MARKET_SUPERVISION_DEPT' }),
  ],
  [
    'R-ENF-07',
    'filing by the township without a published delegation',
    lives.noticed,
    but(ex.filed, { authority: 'TOWNSHIP_GOVERNMENT', delegationDocNo: '政发〔2022〕1号' }),
  ],
  ['R-ENF-07', 'filing on the party’s own request', lives.noticed, but(ex.filed, { legalBasis: 'SELF_REQUEST' })],
  [
    'R-ENF-07',
    'approval by one of the two officers',
    lives.noticed,
    but(ex.filed, { approvedByStaffRef: cast.officer.code }),
  ],
  ['R-ENF-02', 'filing by one officer', lives.noticed, but(ex.filed, { officerRefs: one })],
  ['R-ALL-05', 'a recording without its hash', lives.filed, but(ex.evidence, { evidenceKind: 'AUDIOVISUAL' })],
  ['R-ENF-02', 'evidence taken by one officer', lives.filed, but(ex.evidence, { officerRefs: one })],
  [
    'R-ENF-08',
    'a preservation that no head approved',
    lives.filed,
    but(ex.preserved, { approvedByStaffRef: cast.officer.code }),
  ],
  [
    'R-ENF-08',
    'what was preserved disposed of twice',
    [...lives.filed, ex.preserved, ex.preservationResolved],
    ex.preservationResolved,
  ],
  ['R-ENF-08', 'a conclusion without evidence', [...lives.noticed, ex.filed], ex.concluded],
  ['R-ENF-08', 'a conclusion with things still preserved', [...lives.filed, ex.preserved], ex.concluded],
  ['R-ENF-12', 'a prior notice without facts', lives.concluded, but(ex.priorNotice, { facts: undefined })],
  ['R-ENF-12', 'a prior notice without rights', lives.concluded, but(ex.priorNotice, { rightsStated: false })],
  ['R-ENF-12', 'a fine without its sum', lives.concluded, but(ex.priorNotice, { proposedFineFen: undefined })],
  ['R-ENF-12', 'a larger fine without a hearing', lives.concluded, but(ex.priorNotice, { hearingRight: false })],
  [
    'R-ENF-12',
    'a closure without a hearing',
    lives.concluded,
    but(ex.priorNotice, { proposedPenalties: ['CLOSE'], proposedFineFen: undefined, hearingRight: false }),
  ],
  ['R-ENF-12', 'a statement that nobody answered', lives.notified, but(ex.heard, { adopted: undefined })],
  ['R-ENF-12', 'a statement without its record', lives.notified, but(ex.heard, { recordRef: undefined })],
  [
    'R-ENF-12',
    'a hearing that was not offered',
    [...lives.concluded, but(ex.priorNotice, { proposedFineFen: 500_000, hearingRight: false })],
    ex.hearingRequested,
  ],
  ['R-ENF-12', 'a hearing noticed a working day late', lives.notified, but(ex.hearingHeld, { heldOn: '2022-04-11' })],
  [
    'R-ENF-12',
    'a hearing hosted by an investigator',
    lives.notified,
    but(ex.hearingHeld, { hostStaffRef: cast.officer.code }),
  ],
  [
    'R-ENF-13',
    'a review by an investigator',
    lives.notified,
    { ...ex.reviewed, by: { staffRef: cast.officer.code, roles: ['LEGAL_REVIEWER'], grids: [], villages: [] } },
  ],
  ['R-ENF-14', 'a longer term without a ground', lives.filed, but(ex.termExtended, { legalBasis: 'SWL_104' })],
  ['R-ENF-14', 'a term extended to its own last day', lives.filed, but(ex.termExtended, { newDueOn: '2022-06-19' })],
  ['R-ENF-13', 'a decision before the party spoke', [...lives.notified, ex.reviewed], ex.decided],
  ['R-ENF-13', 'a decision without the legal review', [...lives.notified, ex.heard], ex.decided],
  [
    'R-ENF-13',
    'a decision after a failed review',
    [...lives.notified, ex.heard, but(ex.reviewed, { result: 'NOT_PASSED' })],
    ex.decided,
  ],
  ['R-ENF-13', 'a decision without the hearing asked for', [...inNotice, ex.hearingRequested], ex.decided],
  [
    'R-ENF-13',
    'a decision of one alone after a hearing',
    [...lives.notified, ex.heard, ex.hearingRequested, ex.hearingHeld, ex.reviewed],
    ex.decided,
  ],
  ['R-ENF-13', 'a higher fine than proposed', inNotice, but(ex.decided, { fineFen: 800_001 })],
  ['R-ENF-13', 'a penalty that was not proposed', inNotice, but(ex.decided, { penalties: ['FINE', 'CLOSE'] })],
  ['R-ENF-13', 'a fine without its sum', inNotice, but(ex.decided, { fineFen: undefined })],
  [
    'R-ENF-13',
    'a confiscation of nothing',
    inNotice,
    but(ex.decided, { penalties: ['CONFISCATE_GOODS'], fineFen: undefined }),
  ],
  ['R-ENF-13', 'a term that ends before the decision', inNotice, but(ex.decided, { performBy: '2022-04-17' })],
  [
    'R-ENF-13',
    'what was heard before a new notice',
    [...inNotice, but(ex.priorNotice, { noticeNo: '罚告〔2022〕2号', servedOn: '2022-04-16' })],
    ex.decided,
  ],
  [
    'R-ALL-05',
    'no penalty for a slight breach without educating',
    lives.concluded,
    but(ex.noPenalty, { educated: false }),
  ],
  ['R-ENF-04', 'service before the decision', lives.decided, but(ex.served, { servedOn: '2022-04-17' })],
  ['R-ENF-04', 'service of another decision', lives.decided, but(ex.served, { decisionNo: '环罚〔2022〕9号' })],
  ['R-ALL-05', 'closing without a day for the look-back', lives.ceased, but(ex.closed, { lookBackDueOn: undefined })],
  ['R-ALL-03', 'a rebound told as a look-back', lives.closed, but(ex.lookedBack, { result: 'REBOUND' })],
  ['R-ENF-25', 'a rebound of another party', lives.closed, but(ex.rebound, { partyRef: 'PTY-0002' })],
  ['R-ENF-25', 'a rebound at another place', lives.closed, but(ex.rebound, { placeConfirmed: false })],
  [
    'R-ENF-25',
    'a reopening on no ground of the list',
    [ex.lead, ex.dismissed],
    but(ex.leadReopened, { ground: 'MOOD' }),
  ],
  [
    'R-ALL-08',
    'another kind of case after the decision',
    lives.served,
    ex.corrected('LeadRegistered', 'caseType=OPEN_STORAGE'),
  ],
  [
    'R-ALL-06',
    'a notice number used before',
    lives.filed,
    but(ex.noticed, { servedOn: '2022-03-24', deadlineOn: '2022-04-10' }),
  ],
];

describe('an enforcement case refuses', () => {
  it.each(refusals.map(([code, sentence, history, step]) => [sentence, code, history, step] as const))(
    '%s (%s)',
    (_, code, history, step) =>
      void given(enforcement, ...history)
        .when(step)
        .thenRefused(code),
  );
});

describe('the township itself', () => {
  const documentNo = '政发〔2022〕1号';
  const settings = {
    delegations: [{ authority: 'ECOLOGY_DEPT', legalBasis: 'SWL_102_7', documentNo, from: '2022-01-01' }],
  };
  const byTownship = but(ex.filed, { authority: 'TOWNSHIP_GOVERNMENT', delegationDocNo: documentNo });

  it('files under the delegation that was published, and under no other', () => {
    const delegated = given(enforcement, ...lives.noticed).under({ settings });
    delegated.when(byTownship).thenRecorded('EN_FILED');
    delegated.when(but(byTownship, { delegationDocNo: undefined })).thenRefused('R-ENF-07');
    delegated.when(but(byTownship, { delegationDocNo: '政发〔2022〕2号' })).thenRefused('R-ENF-07');
    delegated.when(but(byTownship, { legalBasis: 'SWL_104' })).thenRefused('R-ENF-07');
  });
});

describe('the hearing', () => {
  it('is owed to who asked on the last day, and not to who asked later', () => {
    const asked = (requestedOn: string) => given(enforcement, ...inNotice, but(ex.hearingRequested, { requestedOn }));
    asked('2022-04-02').when(ex.decided).thenRefused('R-ENF-13');
    asked('2022-04-06').when(ex.decided).thenRecorded('EN_DECIDED');
  });
});
