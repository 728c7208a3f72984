import { type CaseView } from '#foundation/process';
import type * as commands from './enforcement.commands.js';

/** Each event of an enforcement case with the command whose fields it carries. */
export type EnforcementEvents = {
  LeadRegistered: commands.RegisterLead;
  LeadVerified: commands.VerifyLead;
  LeadDismissed: commands.DismissLead;
  CaseTransferred: commands.TransferCase;
  TransferOutcomeRecorded: commands.RecordTransferOutcome;
  LeadReopened: commands.ReopenLead;
  TransferReturned: commands.ReturnTransfer;
  RectificationNoticeServed: commands.ServeRectificationNotice;
  RectificationDeadlineExtended: commands.ExtendRectificationDeadline;
  RectificationFailed: commands.RecordRectificationFailure;
  RectificationAccepted: commands.AcceptRectification;
  SummaryPenaltyImposed: commands.ImposeSummaryPenalty;
  CaseFiled: commands.FileCase;
  EvidenceCollected: commands.CollectEvidence;
  EvidencePreserved: commands.PreserveEvidence;
  EvidencePreservationResolved: commands.ResolveEvidencePreservation;
  PremisesSealed: commands.SealPremises;
  UrgentMeasureApproved: commands.ApproveUrgentMeasure;
  PropertyTakenIntoCustody: commands.TakePropertyIntoCustody;
  CustodyExtended: commands.ExtendCustody;
  CustodyResolved: commands.ResolveCustody;
  InvestigationConcluded: commands.ConcludeInvestigation;
  PriorNoticeServed: commands.ServePriorNotice;
  StatementHeard: commands.HearStatement;
  HearingRequested: commands.RequestHearing;
  HearingHeld: commands.HoldHearing;
  LegalReviewConcluded: commands.ConcludeLegalReview;
  DecisionTermExtended: commands.ExtendDecisionTerm;
  PenaltyDecided: commands.DecidePenalty;
  NoPenaltyDecided: commands.DecideNoPenalty;
  DecisionServed: commands.ServeDecision;
  FinePaid: commands.RecordFinePayment;
  FineDeferred: commands.DeferFine;
  RemedyFiled: commands.RecordRemedyFiled;
  RemedyUpheld: commands.RecordRemedyUpheld;
  DecisionSetAside: commands.RecordDecisionSetAside;
  RestitutionMade: commands.RecordRestitution;
  PenaltyPublished: commands.PublishPenalty;
  PenaltyPublicationWithdrawn: commands.WithdrawPenaltyPublication;
  DemandNoticeServed: commands.ServeDemandNotice;
  CompulsoryExecutionDecided: commands.DecideCompulsoryExecution;
  CourtExecutionApplied: commands.ApplyCourtExecution;
  CourtExecutionRuled: commands.RecordCourtExecutionRuling;
  ExecutionSuspended: commands.SuspendExecution;
  ExecutionResumed: commands.ResumeExecution;
  ExecutionTerminated: commands.TerminateExecution;
  UtilitySupplyCut: commands.CutUtilitySupply;
  UtilitySupplyRestored: commands.RestoreUtilitySupply;
  SiteCleared: commands.ClearSite;
  OperatorBanned: commands.ConfirmOperatorBanned;
  FarmStockSurveyed: commands.SurveyFarmStock;
  ClosureOrderRecorded: commands.RecordClosureOrder;
  FarmClosed: commands.ConfirmFarmClosed;
  FarmCompensationPaid: commands.PayFarmCompensation;
  CaseClosed: commands.CloseCase;
  LookBackRecorded: commands.RecordLookBack;
  ReboundFound: commands.RecordRebound;
  EnforcementEntryCorrected: commands.CorrectEnforcementEntry;
};

export type EnforcementCase = CaseView<EnforcementEvents>;

/** The states of processes.md A.2; the two terminal ones end a round of the case. */
export const enforcementStates = {
  EN_LEAD: ['线索', 'Lead registered'],
  EN_VERIFIED: ['已核实', 'Offence and place confirmed'],
  EN_DISMISSED: ['不予立案', 'No offence or no power', 'terminal'],
  EN_TRANSFERRED: ['已移送', 'With another organ'],
  EN_NOTICED: ['限期整改中', 'Notice served, term running or over'],
  EN_FILED: ['已立案', 'Ordinary procedure running'],
  EN_INVESTIGATED: ['调查终结', 'Proposal on the table'],
  EN_PRIOR_NOTICED: ['已告知', 'Party may speak, hearing possible'],
  EN_DECIDED: ['已决定', 'Decision made, not served'],
  EN_NO_PENALTY: ['不予处罚', 'Decided without penalty'],
  EN_DECISION_SERVED: ['决定已送达', 'Term to perform and remedy terms run'],
  EN_DEMANDED: ['已催告', 'Written demand served'],
  EN_EXECUTING: ['强制执行中', 'Own execution or court application'],
  EN_RECTIFIED: ['整改合格', 'Requirements met'],
  EN_CEASED: ['已取缔关停', 'Operation ended'],
  EN_CLOSED: ['已结案', 'Archived, look-back due', 'terminal'],
  EN_REOPENED: ['重新启动', 'Rebound or decision set aside'],
} as const;

export type EnforcementState = keyof typeof enforcementStates;

/** States in which a served decision is being carried out. */
export const underDecision = [
  'EN_DECISION_SERVED',
  'EN_DEMANDED',
  'EN_EXECUTING',
] as const satisfies EnforcementState[];

/** A new round begins: started again, dismissed wrongly, sent back, or the decision fell (processes.md A.6). */
export const enforcementRestarts = ['ReboundFound', 'DecisionSetAside', 'LeadReopened', 'TransferReturned'] as const;

export const partyOf = (kase: EnforcementCase): string | undefined =>
  kase.ever.latest('LeadVerified')?.data.partyRef ?? kase.ever.latest('LeadRegistered')?.data.partyRef;

export const partyKindOf = (kase: EnforcementCase) =>
  kase.ever.latest('LeadVerified')?.data.partyKind ?? kase.ever.latest('LeadRegistered')?.data.partyKind;

export const caseTypeOf = (kase: EnforcementCase) => kase.ever.latest('LeadRegistered')?.data.caseType;

/** A penalty decision that reached the party, by service or on the spot. */
export interface ServedDecision {
  readonly decisionNo: string;
  readonly servedOn: string;
  readonly fineFen: number;
  /** The term set in the decision; a summary penalty sets none. */
  readonly performBy?: string;
  readonly revision: number;
}

/** Every decision that reached the party, oldest first, over the whole history of the case. */
export function servedDecisions(kase: EnforcementCase): readonly ServedDecision[] {
  const decided = kase.ever.all('PenaltyDecided');
  const served = kase.ever.all('DecisionServed').flatMap(({ data, revision }) => {
    const decision = decided.find((each) => each.data.decisionNo === data.decisionNo)?.data;
    if (!decision) return [];
    const { decisionNo, performBy, fineFen = 0 } = decision;
    return [{ decisionNo, performBy, fineFen, servedOn: data.servedOn, revision }];
  });
  const onTheSpot = kase.ever.all('SummaryPenaltyImposed').map(({ data, revision }) => ({
    decisionNo: data.decisionNo,
    servedOn: data.imposedOn,
    fineFen: data.fineFen ?? 0,
    revision,
  }));
  return [...served, ...onTheSpot].sort((a, b) => a.revision - b.revision);
}

/** The decision that carries the present round: what was decided before a reopening carries nothing any more. */
export function servedDecision(kase: EnforcementCase): ServedDecision | undefined {
  if (!kase.has('DecisionServed', 'SummaryPenaltyImposed')) return undefined;
  return servedDecisions(kase).at(-1);
}

/** The decision that a remedy contests: the last one served when it was filed. */
export function contestedBy(kase: EnforcementCase, remedyId: string): ServedDecision | undefined {
  const filed = kase.ever.all('RemedyFiled').findLast((remedy) => remedy.data.remedyId === remedyId);
  return filed && servedDecisions(kase).findLast((decision) => decision.revision < filed.revision);
}

/** The rectification notice in force with its deadline, as extended. */
export function noticeInForce(kase: EnforcementCase) {
  const notice = kase.latest('RectificationNoticeServed');
  if (!notice) return undefined;
  const extended = kase
    .all('RectificationDeadlineExtended')
    .findLast(({ data }) => data.noticeNo === notice.data.noticeNo);
  return { noticeNo: notice.data.noticeNo, deadlineOn: extended?.data.newDeadlineOn ?? notice.data.deadlineOn };
}

/** What is still to be paid of a fine, in fen, surcharges apart. */
export function fineOwed(kase: EnforcementCase, decisionNo: string): number {
  if (!kase.open('FINE').includes(decisionNo)) return 0;
  const summary = kase.ever.all('SummaryPenaltyImposed').findLast(({ data }) => data.decisionNo === decisionNo);
  const decided = kase.ever.all('PenaltyDecided').findLast(({ data }) => data.decisionNo === decisionNo);
  const fine = (decided ?? summary)?.data.fineFen ?? 0;
  return payments(kase, decisionNo).reduce((left, paid) => left - paid.amountFen, fine);
}

export const payments = (kase: EnforcementCase, decisionNo: string) =>
  kase.ever
    .all('FinePaid')
    .map(({ data }) => data)
    .filter((paid) => paid.decisionNo === decisionNo);

/** Custody is kept per sealed premises (the measure) or per item of a measure. */
export const custodyKey = (measureId: string, itemId?: string): string =>
  itemId === undefined ? measureId : `${measureId}|${itemId}`;

export const openMeasures = (kase: EnforcementCase): ReadonlySet<string> =>
  new Set(kase.open('CUSTODY').map((key) => key.split('|')[0]!));

/** Officers who investigated: they neither host the hearing nor review the result. */
export function investigators(kase: EnforcementCase): ReadonlySet<string> {
  const officers = [
    ...kase.ever.all('LeadVerified').flatMap(({ data }) => data.officerRefs),
    ...kase.ever.all('CaseFiled').flatMap(({ data }) => data.officerRefs),
    ...kase.ever.all('EvidenceCollected').flatMap(({ data }) => data.officerRefs),
  ];
  return new Set(officers);
}

/**
 * Events since the operation last started again. A rebound makes old findings worthless; a decision that fell or a
 * transfer sent back leaves what was found on site as true as it was.
 */
export function sinceRebound<Type extends keyof EnforcementEvents>(kase: EnforcementCase, type: Type) {
  const rebound = kase.ever.latest('ReboundFound')?.revision ?? -1;
  return kase.ever.all(type).filter((event) => event.revision > rebound);
}

export function summaryOf(kase: EnforcementCase): { readonly gridCode?: string; readonly place?: string } {
  const lead = kase.ever.latest('LeadRegistered')?.data;
  return lead ? { gridCode: lead.gridCode, place: lead.location } : {};
}
