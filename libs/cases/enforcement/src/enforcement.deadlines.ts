import { addDays, addMonths, type LocalDate, type WorkCalendar } from '#foundation/calendar';
import { type CaseEvent, dateIn, onWorkingDay, sameIn, type TermRule } from '#foundation/process';
import { caseTypeOf, type EnforcementCase, servedDecision } from './enforcement.case.js';

/** D-ENF-03 · the last day of a sealing or seizure that begins, or goes on, on that day (ACL art. 25). */
export const custodyLimit = (from: LocalDate): LocalDate => addDays(from, 30);

/** D-ENF-05 · the day by which the decision is due: 90 days from filing, or as extended (APL art. 60). */
export function decisionDueOn(kase: EnforcementCase): LocalDate | undefined {
  const filed = kase.latest('CaseFiled')?.data.filedOn;
  return kase.latest('DecisionTermExtended')?.data.newDueOn ?? (filed === undefined ? undefined : addDays(filed, 90));
}

/** D-ENF-06 · the last day to ask for a hearing; a later request is answered all the same (APL arts. 64, 85). */
export const lastHearingRequestDay = (noticeServedOn: LocalDate, calendar: WorkCalendar): LocalDate =>
  calendar.addWorkingDays(noticeServedOn, 5);

/**
 * The last day of the term to perform: that of the decision, and for an unpaid fine at least 15 days from receipt
 * (D-ENF-09, APL art. 67) or the day to which it was deferred. Undefined while no decision is served.
 */
export function termToPerform(kase: EnforcementCase, calendar: WorkCalendar): LocalDate | undefined {
  const decision = servedDecision(kase);
  if (!decision) return undefined;
  const days = [decision.performBy];
  if (kase.open('FINE').includes(decision.decisionNo)) {
    days.push(onWorkingDay(addDays(decision.servedOn, 15), calendar));
    days.push(kase.all('FineDeferred').findLast(({ data }) => data.decisionNo === decision.decisionNo)?.data.newDueOn);
  }
  return days
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
}

/** D-ENF-03 · the end of a sealing or seizure as its paper says, or as it was extended once. */
function custodyEndsOn(started: CaseEvent, kase: EnforcementCase): LocalDate | undefined {
  const extended = kase.ever.all('CustodyExtended').findLast(({ data }) => data.measureId === started.data.measureId);
  return extended?.data.newEndOn ?? dateIn(started, 'endOn');
}

/** D-ENF-11 · six months to sue, the longer of the two remedies. */
const toSue = (servedOn: LocalDate): TermRule => ({
  ...{ n: 6, unit: 'month', bound: 'at', from: servedOn, favoursCitizen: true },
});

/**
 * D-ENF-14 · three days from the suspicion to the decision, then a day to the hand-over. The suspicion and its decision
 * are dated by the transfer; until then the proposal of the investigation is what is known of them.
 */
function transferTerms({ on }: CaseEvent, kase: EnforcementCase): readonly TermRule[] {
  const transfer = kase.latest('CaseTransferred')?.data;
  const suspectedOn = transfer?.suspectedOn ?? on;
  const decide: TermRule = { n: 3, unit: 'calendar', bound: 'at', from: suspectedOn };
  const decidedInTime = transfer?.decidedOn !== undefined && transfer.decidedOn <= addDays(suspectedOn, 3);
  return [decide, { n: 1, unit: 'calendar', bound: 'at', from: decidedInTime ? transfer.decidedOn! : decide }];
}

/** D-ENF-15 · look-backs after the first: one a quarter for a year. */
const quarters = 4;

/** D-ENF-15 · the first look-back on the day that the closing names, then the next quarter day, or the day named last. */
function lookBackDueOn(started: CaseEvent, kase: EnforcementCase): LocalDate | undefined {
  if (started.type === 'CaseClosed') return dateIn(started, 'lookBackDueOn');
  const closed = kase.latest('CaseClosed');
  const done = kase.all('LookBackRecorded').filter(({ revision }) => revision <= started.revision).length;
  return dateIn(started, 'nextDueOn') ?? (closed && addMonths(closed.on, 3 * done));
}

/** The terms of processes.md A.3 and deadlines.csv: what starts them, how long they run, what meets them. */
export const enforcementDeadlines = {
  'D-ENF-01': {
    label: ['立案期限', 'Case filed once the filing standard is met'],
    starts: ['LeadVerified'],
    ends: ['CaseFiled', 'RectificationNoticeServed', 'SummaryPenaltyImposed', 'LeadDismissed', 'CaseTransferred'],
    length: '7d',
    unit: 'working',
    owner: 'ENFORCEMENT_OFFICER',
    basis: 'APL art. 54 (without delay); the 7 days from department rules',
    effect: 'FLAG',
  },
  'D-ENF-02': {
    label: ['先行登记保存处理期限', 'Disposal of preserved evidence'],
    starts: ['EvidencePreserved'],
    ends: ['EvidencePreservationResolved'],
    length: '7d',
    unit: 'working',
    owner: 'ENFORCEMENT_OFFICER',
    basis: 'APL arts. 56, 85',
    effect: 'MISSED_EVENT',
    meets: sameIn('preservationNo'),
  },
  'D-ENF-03': {
    label: ['查封扣押期限', 'Term of sealing or seizure'],
    starts: ['PremisesSealed', 'PropertyTakenIntoCustody'],
    ends: ['CustodyResolved'],
    length: 'max 30d; +30d once',
    unit: 'calendar|calendar',
    owner: 'ENFORCEMENT_OFFICER',
    basis: 'ACL art. 25',
    effect: 'MISSED_EVENT',
    dueOn: custodyEndsOn,
    movedBy: ['CustodyExtended'],
    meets: sameIn('measureId', 'itemId'),
    applies: (started: CaseEvent) => started.type === 'PremisesSealed' || started.data.legalForm === 'SEIZED',
  },
  'D-ENF-04': {
    label: ['紧急查封补批期限', 'Approval of an urgent sealing'],
    starts: ['PremisesSealed'],
    ends: ['UrgentMeasureApproved', 'CustodyResolved'],
    length: '24h',
    unit: 'calendar',
    owner: 'APPROVING_HEAD',
    basis: 'ACL art. 19',
    effect: 'MISSED_EVENT',
    from: (started: CaseEvent) => dateIn(started, 'startedAt'),
    meets: sameIn('measureId'),
    applies: (started: CaseEvent) => started.data.urgent === true,
  },
  'D-ENF-05': {
    label: ['办案期限', 'Penalty decision after filing'],
    starts: ['CaseFiled'],
    ends: ['PenaltyDecided', 'NoPenaltyDecided', 'CaseTransferred'],
    length: '90d',
    unit: 'calendar',
    owner: 'ENFORCEMENT_OFFICER',
    basis: 'APL art. 60',
    effect: 'MISSED_EVENT',
    dueOn: (_: CaseEvent, kase: EnforcementCase) => kase.latest('DecisionTermExtended')?.data.newDueOn,
    movedBy: ['DecisionTermExtended'],
  },
  'D-ENF-06': {
    label: ['申请听证期限', 'Party asks for a hearing'],
    starts: ['PriorNoticeServed'],
    ends: ['HearingRequested'],
    length: '5d',
    unit: 'working',
    owner: 'PARTY',
    basis: 'APL arts. 64, 85',
    effect: 'LAPSE',
    applies: (started: CaseEvent) => started.data.hearingRight === true,
  },
  'D-ENF-07': {
    label: ['听证通知期限', 'Notice ahead of the hearing'],
    starts: ['HearingRequested'],
    ends: ['HearingHeld'],
    length: 'min 7d',
    unit: 'working',
    owner: 'LEGAL_REVIEWER',
    basis: 'APL art. 64',
    effect: 'REFUSE',
  },
  'D-ENF-08': {
    label: ['决定送达期限', 'Service of the decision'],
    starts: ['PenaltyDecided'],
    ends: ['DecisionServed'],
    length: '7d',
    unit: 'working',
    owner: 'ENFORCEMENT_OFFICER',
    basis: 'APL art. 61',
    effect: 'MISSED_EVENT',
    meets: sameIn('decisionNo'),
  },
  'D-ENF-09': {
    label: ['罚款缴纳期限', 'Fine paid to the bank'],
    starts: ['DecisionServed', 'SummaryPenaltyImposed'],
    ends: ['FinePaid'],
    length: '15d',
    unit: 'calendar',
    owner: 'PARTY',
    basis: 'APL arts. 67, 72 (then up to 3 % a day, capped at the fine)',
    effect: 'OPEN_NEXT',
    dueOn: ({ data }: CaseEvent, kase: EnforcementCase) =>
      kase.all('FineDeferred').findLast((deferred) => deferred.data.decisionNo === data.decisionNo)?.data.newDueOn,
    movedBy: ['FineDeferred'],
    meets: sameIn('decisionNo'),
    applies: (_: unknown, kase: EnforcementCase) => kase.open('FINE').length > 0,
  },
  'D-ENF-10': {
    label: ['撤回公开期限', 'Withdrawal of a published decision that fell'],
    starts: ['DecisionSetAside'],
    ends: ['PenaltyPublicationWithdrawn'],
    length: '3d',
    unit: 'working',
    owner: 'LEGAL_REVIEWER',
    basis: 'APL art. 48',
    effect: 'MISSED_EVENT',
    applies: (_: unknown, kase: EnforcementCase) => kase.open('PUBLICATION_WITHDRAWAL').length > 0,
  },
  'D-ENF-11': {
    label: ['复议诉讼期限', 'Reconsideration or litigation by the party'],
    starts: ['DecisionServed', 'SummaryPenaltyImposed'],
    ends: ['RemedyFiled'],
    length: '60d; 6m',
    unit: 'calendar|calendar',
    owner: 'PARTY',
    basis: 'ARL (1999 art. 9, 2023 art. 20), ALiL art. 46',
    effect: 'LAPSE',
  },
  'D-ENF-12': {
    label: ['申请法院强制执行期限', 'Application to the court'],
    starts: ['DemandNoticeServed'],
    ends: ['CourtExecutionApplied'],
    length: 'min 10d; max 3m',
    unit: 'working|calendar',
    owner: 'LEGAL_REVIEWER',
    basis: 'ACL arts. 53, 54',
    effect: 'REFUSE',
    terms: ({ on }: CaseEvent, kase: EnforcementCase): readonly TermRule[] => {
      const decision = servedDecision(kase);
      return [
        { n: 10, unit: 'working', bound: 'min', from: on },
        ...(decision ? [{ n: 3, unit: 'month', bound: 'max', from: toSue(decision.servedOn) } as const] : []),
      ];
    },
  },
  'D-ENF-13': {
    label: ['处罚时效', 'Limitation of punishment'],
    starts: ['LeadVerified'],
    ends: ['LeadRegistered'],
    length: 'max 2y; max 5y',
    unit: 'calendar|calendar',
    owner: 'LEGAL_REVIEWER',
    basis: 'APL art. 36',
    effect: 'WARN',
    // Two years, and five where life, health or finance was harmed: which of them the legal reviewer decides.
    from: (started: CaseEvent) => dateIn(started, 'offenceEndedOn'),
    applies: (started: CaseEvent) => started.data.offenceEndedOn !== undefined,
  },
  'D-ENF-14': {
    label: ['涉嫌犯罪移送期限', 'Transfer of a suspected crime'],
    starts: ['LeadVerified', 'InvestigationConcluded'],
    ends: ['CaseTransferred'],
    length: '3d; 24h',
    unit: 'calendar|calendar',
    owner: 'APPROVING_HEAD',
    basis: 'State Council rules on transfer of suspected criminal cases',
    effect: 'MISSED_EVENT',
    terms: transferTerms,
    applies: (started: CaseEvent) => started.data.proposal === 'TRANSFER_CRIMINAL',
  },
  'D-ENF-15': {
    label: ['结案回头看期限', 'First look-back, then quarterly for a year'],
    starts: ['CaseClosed'],
    ends: ['LookBackRecorded', 'ReboundFound'],
    length: '30d; every 3m for 1y',
    unit: 'calendar|calendar',
    owner: 'GRID_MEMBER',
    basis: 'local practice',
    effect: 'FLAG',
    dueOn: lookBackDueOn,
    repeats: ({ type }: CaseEvent, kase: EnforcementCase) =>
      type === 'LookBackRecorded' && kase.all('LookBackRecorded').length <= quarters,
    applies: (started: CaseEvent) => started.data.lookBackDueOn !== undefined,
  },
  'D-ENF-16': {
    label: ['安全处罚公开期限', 'Publication of a safety penalty'],
    starts: ['PenaltyDecided'],
    ends: ['PenaltyPublished'],
    length: '7d',
    unit: 'working',
    owner: 'LEGAL_REVIEWER',
    basis: 'SPL art. 78',
    effect: 'MISSED_EVENT',
    meets: sameIn('decisionNo'),
    applies: (_: unknown, kase: EnforcementCase) => caseTypeOf(kase) === 'WORKPLACE_SAFETY',
  },
} as const;
