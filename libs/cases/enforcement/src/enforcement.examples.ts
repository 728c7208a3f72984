import { but, cast, type ExampleStep, type IdOf } from '#foundation/given';
import { banned, closed, step, stockSurveyed } from './enforcement.measures.examples.js';

export * from './enforcement.measures.examples.js';

// Steps of an enforcement case as its people ask for them, in the order of a life. Every date was counted by hand on
// the calendar of 2022 (rest days: 3-5 April, 30 April to 4 May, 3-5 June). Specs tell their stories with these.

export const officers = [cast.officer.code, cast.secondOfficer.code];

/** Tuesday 1 March: plastics are washed behind a house in cell WG-01-01. */
export const lead = step('RegisterLead', 'gridMember', {
  caseType: 'ILLEGAL_PLASTICS',
  industryCode: 'PLASTIC_WASHING',
  leadSource: 'GRID_PATROL',
  gridCode: 'WG-01-01',
  location: '东岭村1组河堤内侧',
  partyKind: 'SOLE_TRADER',
  partyRef: 'PTY-0001',
  foundOn: '2022-03-01',
});
export const farmLead = but(lead, { caseType: 'LIVESTOCK', industryCode: 'PIG' });
export const yardLead = but(lead, { caseType: 'OPEN_STORAGE', industryCode: 'SCRAP_IRON' });

export const verified = step('VerifyLead', 'officer', {
  verifiedOn: '2022-03-02',
  officerRefs: officers,
  idShown: true,
  siteRecordRef: '纸质:笔录-1',
  legalBasis: 'SWL_102_7',
  competentAuthority: 'ECOLOGY_DEPT',
  delegatedItem: false,
  livesOnSite: true,
});

export const dismissed = step('DismissLead', 'head', {
  reasonCode: 'NOT_FOUND',
  reason: '现场未发现加工行为',
  decidedOn: '2022-03-03',
});
export const leadReopened = step('ReopenLead', 'head', { reopenedOn: '2022-03-10', ground: 'NEW_FACT' });

export const transferred = step('TransferCase', 'head', {
  toAuthority: 'ECOLOGY_DEPT',
  criminal: false,
  transferredOn: '2022-03-20',
  receiptNo: '移回〔2022〕1号',
});
export const transferOutcome = step('RecordTransferOutcome', 'officer', {
  outcomeCode: 'PENALISED',
  outcomeOn: '2022-04-20',
  docRef: '纸质:移送-1',
});
export const transferReturned = step('ReturnTransfer', 'head', { returnedOn: '2022-04-20', reason: '不属该机关管辖' });

export const noticed = step('ServeRectificationNotice', 'officer', {
  noticeNo: '环改字〔2022〕1号',
  servedOn: '2022-03-04',
  serviceMethod: 'DIRECT',
  deadlineOn: '2022-03-18',
  requirements: ['清运原料', '拆除设备'],
  remedyInfoGiven: true,
  serviceProofRef: '纸质:回证-1',
});
export const extended = step('ExtendRectificationDeadline', 'head', {
  noticeNo: '环改字〔2022〕1号',
  newDeadlineOn: '2022-03-31',
  reason: '运输车辆不足',
  requestedOn: '2022-03-18',
});
export const failed = step('RecordRectificationFailure', 'officer', {
  noticeNo: '环改字〔2022〕1号',
  checkedOn: '2022-03-18',
  officerRefs: officers,
  unmetRequirements: ['拆除设备'],
});
export const accepted = step('AcceptRectification', 'officer', {
  noticeNo: '环改字〔2022〕1号',
  checkedOn: '2022-03-18',
  officerRefs: officers,
  photoRefs: ['纸质:复查-1'],
});

export const finedOnTheSpot = step('ImposeSummaryPenalty', 'officer', {
  decisionNo: '当罚〔2022〕1号',
  fineFen: 20_000,
  warning: true,
  imposedOn: '2022-03-05',
});

export const filed = step('FileCase', 'officer', {
  filingNo: '环立〔2022〕1号',
  filedOn: '2022-03-21',
  officerRefs: officers,
  authority: 'ECOLOGY_DEPT',
  legalBasis: 'SWL_102_7',
  approvedByStaffRef: cast.head.code,
});
export const evidence = step('CollectEvidence', 'officer', {
  evidenceKind: 'SITE_RECORD',
  collectedOn: '2022-03-22',
  officerRefs: officers,
  docRef: '纸质:证据-1',
});
export const preserved = step('PreserveEvidence', 'officer', {
  preservationNo: '先保〔2022〕1号',
  items: ['账本'],
  preservedOn: '2022-03-22',
  approvedByStaffRef: cast.head.code,
});
export const preservationResolved = step('ResolveEvidencePreservation', 'officer', {
  preservationNo: '先保〔2022〕1号',
  outcome: 'COPIED_AND_RETURNED',
  resolvedOn: '2022-03-24',
});
export const concluded = step('ConcludeInvestigation', 'officer', {
  concludedOn: '2022-03-25',
  findings: '堆放废塑料未采取防护措施',
  proposal: 'PENALTY',
});

/** A fine of 8,000 yuan on a sole trader: above the limit of 5,000, so a hearing is offered. */
export const priorNotice = step('ServePriorNotice', 'officer', {
  noticeNo: '罚告〔2022〕1号',
  servedOn: '2022-03-28',
  proposedPenalties: ['FINE', 'CONFISCATE_GOODS'],
  proposedFineFen: 800_000,
  hearingRight: true,
  facts: '堆放废塑料',
  reasons: '未采取防护措施',
  legalBasis: 'SWL_102_7',
  rightsStated: true,
});
export const heard = step('HearStatement', 'officer', {
  heardOn: '2022-03-29',
  waived: false,
  adopted: 'NOT_ADOPTED',
  recordRef: '纸质:申辩-1',
});
/** The fifth working day after Monday 28 March is Saturday 2 April, which was worked. */
export const hearingRequested = step('RequestHearing', 'officer', { requestedOn: '2022-03-30' });
/** Noticed on Thursday 31 March, the seventh working day is Tuesday 12 April. */
export const hearingHeld = step('HoldHearing', 'reviewer', {
  heldOn: '2022-04-13',
  noticeOn: '2022-03-31',
  hostStaffRef: cast.reviewer.code,
  recordRef: '纸质:听证-1',
});
export const reviewed = step('ConcludeLegalReview', 'reviewer', {
  reviewedOn: '2022-04-15',
  result: 'PASSED',
  opinionRef: '纸质:法审-1',
});
export const termExtended = step('ExtendDecisionTerm', 'head', {
  newDueOn: '2022-07-31',
  legalBasis: 'APL_60',
  reason: '案情复杂',
});
export const decided = step('DecidePenalty', 'head', {
  decisionNo: '环罚〔2022〕1号',
  decidedOn: '2022-04-18',
  penalties: ['FINE'],
  fineFen: 800_000,
  performBy: '2022-05-05',
  collective: false,
});
export const noPenalty = step('DecideNoPenalty', 'head', {
  decisionNo: '不罚〔2022〕1号',
  decidedOn: '2022-04-18',
  ground: 'SLIGHT_AND_CORRECTED',
  educated: true,
});
/** Served on Wednesday 20 April: the 15 days to pay end on Thursday 5 May, the six months to sue on 20 October. */
export const served = step('ServeDecision', 'officer', {
  decisionNo: '环罚〔2022〕1号',
  servedOn: '2022-04-20',
  serviceMethod: 'DIRECT',
  serviceProofRef: '纸质:回证-2',
});
export const paid = step('RecordFinePayment', 'finance', {
  decisionNo: '环罚〔2022〕1号',
  paidOn: '2022-05-06',
  amountFen: 800_000,
  treasuryReceiptNo: '国库〔2022〕1号',
});
export const deferred = step('DeferFine', 'head', {
  decisionNo: '环罚〔2022〕1号',
  newDueOn: '2022-06-30',
  instalments: 2,
  requestDocRef: '纸质:延期-1',
});

export const remedyFiled = step('RecordRemedyFiled', 'reviewer', {
  remedyId: '复议〔2022〕1号',
  remedyKind: 'RECONSIDERATION',
  filedOn: '2022-05-10',
  organ: 'COUNTY_GOVERNMENT',
});
export const upheld = step('RecordRemedyUpheld', 'reviewer', {
  remedyId: '复议〔2022〕1号',
  concludedOn: '2022-06-20',
  result: 'UPHELD',
});
export const setAside = step('RecordDecisionSetAside', 'reviewer', {
  remedyId: '复议〔2022〕1号',
  concludedOn: '2022-06-20',
  result: 'REVOKED',
  restitutionDue: true,
});
export const restituted = step('RecordRestitution', 'finance', {
  restitutionKind: 'MONEY_REFUNDED',
  amountFen: 800_000,
  doneOn: '2022-07-01',
  docRef: '纸质:退款-1',
});
export const published = step('PublishPenalty', 'reviewer', {
  decisionNo: '环罚〔2022〕1号',
  publishedOn: '2022-04-22',
  redactedRef: '纸质:公开-1',
});
export const withdrawn = step('WithdrawPenaltyPublication', 'reviewer', {
  decisionNo: '环罚〔2022〕1号',
  withdrawnOn: '2022-06-22',
  statement: '决定被撤销',
});

/** The first day after the term to pay. */
export const demanded = step('ServeDemandNotice', 'officer', {
  noticeNo: '催〔2022〕1号',
  servedOn: '2022-05-06',
  performBy: '2022-05-20',
  amountFen: 800_000,
  statementRightStated: true,
});
/** Tuesday 24 May, half past nine. */
export const executionDecided = step('DecideCompulsoryExecution', 'head', {
  decisionNo: '强执〔2022〕1号',
  decidedOn: '2022-05-21',
  measure: 'SURCHARGE',
  executeAt: '2022-05-24T09:30',
  authority: 'ECOLOGY_DEPT',
  urgent: false,
});
/** The first day after the six months; the window closes on 20 January 2023. */
export const courtApplied = step('ApplyCourtExecution', 'reviewer', {
  appliedOn: '2022-10-21',
  court: 'BASIC_COURT',
  applicationNo: '强申〔2022〕1号',
});
export const courtRuled = step('RecordCourtExecutionRuling', 'reviewer', { ruledOn: '2022-11-20', result: 'GRANTED' });
export const suspended = step('SuspendExecution', 'head', { suspendedOn: '2022-11-21', ground: 'PARTY_UNABLE' });
export const resumed = step('ResumeExecution', 'head', { resumedOn: '2022-11-25' });
export const terminated = step('TerminateExecution', 'head', {
  terminatedOn: '2022-11-28',
  ground: 'OBJECT_LOST',
  docRef: '纸质:终结-1',
});

/** Puts right one value of the latest event of a type. */
export const corrected = (type: string, pair: string): ExampleStep => ({
  command: 'CorrectEnforcementEntry',
  by: 'officer',
  body: (idOf: IdOf) => ({
    correctedEventId: idOf(type),
    reasonCode: 'TYPING',
    replacedFields: [pair],
    approvedByStaffRef: cast.head.code,
  }),
});

const underNotice = [lead, verified, noticed];
const underInvestigation = [...underNotice, filed, evidence];
const notified = [...underInvestigation, concluded, priorNotice];
const decisionMade = [...notified, heard, reviewed, decided];
const decisionServed = [...decisionMade, served];
const farm = [farmLead, verified, noticed, stockSurveyed];

/** Lives up to a point of interest. */
export const lives = {
  verified: [lead, verified],
  noticed: underNotice,
  filed: underInvestigation,
  concluded: [...underInvestigation, concluded],
  notified,
  decided: decisionMade,
  served: decisionServed,
  demanded: [...decisionServed, demanded],
  executing: [...decisionServed, demanded, executionDecided],
  atCourt: [...decisionServed, demanded, courtApplied],
  rectified: [...underNotice, accepted],
  ceased: [...underNotice, banned],
  closed: [...underNotice, banned, closed],
  farm,
};
