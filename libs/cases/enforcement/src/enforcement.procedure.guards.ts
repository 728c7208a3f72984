import { type Code, vocabulary } from '#foundation/process';
import {
  type EnforcementCase,
  type EnforcementEvents,
  type EnforcementState,
  investigators,
  partyKindOf,
  sinceRebound,
} from './enforcement.case.js';
import { type PenaltyKind } from './enforcement.codes.js';
import type * as commands from './enforcement.commands.js';
import { decisionDueOn, lastHearingRequestDay } from './enforcement.deadlines.js';
import { isHead } from './enforcement.guards.js';
import { isCompetent } from './enforcement.powers.js';

// The ordinary procedure from filing to the service of the decision (APL chapter 5), in the order of the table.

const { guard, precondition } = vocabulary<EnforcementEvents, EnforcementState>();

/** R-ENF-07 · filed by the organ that the law names for the item, or by the township under a published delegation. */
export const filedByCompetentOrgan = guard<commands.FileCase>(
  'R-ENF-07',
  (c, _, x) =>
    isCompetent(c.authority, c.legalBasis, x, c.delegationDocNo) &&
    (c.authority !== 'TOWNSHIP_GOVERNMENT' || c.delegationDocNo !== undefined),
  'authority',
);

/** R-ENF-07 · the head approves what others ask for. */
export const approverIsAnotherHead = guard<commands.FileCase>(
  'R-ENF-07',
  (c, _, x) => !c.officerRefs.includes(c.approvedByStaffRef) && isHead(c.approvedByStaffRef, x),
  'approvedByStaffRef',
);

/** R-ALL-05 · what can be altered without a trace is kept with the hash of its content. */
export const electronicEvidenceHasHash = guard<commands.CollectEvidence>(
  'R-ALL-05',
  (c) => !['AUDIOVISUAL', 'ELECTRONIC_DATA'].includes(c.evidenceKind) || c.contentHash !== undefined,
  'contentHash',
);

/** R-ENF-08 · the head approves a preservation (APL art. 56). */
export const preservationHasApproval = guard<commands.PreserveEvidence>(
  'R-ENF-08',
  (c, _, x) => isHead(c.approvedByStaffRef, x),
  'approvedByStaffRef',
);

/** R-ENF-08 · a preservation is disposed of once. */
export const preservationIsOpen = guard<commands.ResolveEvidencePreservation>(
  'R-ENF-08',
  (c, kase) => kase.open('EVIDENCE_PRESERVATION').includes(c.preservationNo),
  'preservationNo',
);

/** R-ENF-08 · nothing is concluded without evidence. */
export const thereIsEvidence = precondition('R-ENF-08', (kase) => sinceRebound(kase, 'EvidenceCollected').length > 0);

const heavy: readonly Code<typeof PenaltyKind>[] = [
  'SUSPEND_LICENCE',
  'REVOKE_LICENCE',
  'LIMIT_OPERATION',
  'STOP_OPERATION',
  'CLOSE',
];

/** R-ENF-12 · the party is told of the right to speak (APL art. 44). */
export const noticeStatesRights = guard<commands.ServePriorNotice>(
  'R-ENF-12',
  (c) => c.rightsStated === true,
  'rightsStated',
);

/** R-ENF-12 · a proposed fine has its sum, and no sum stands without a fine. */
export const proposedFineHasSum = guard<commands.ServePriorNotice>(
  'R-ENF-12',
  (c) => (c.proposedPenalties.includes('FINE') ? (c.proposedFineFen ?? 0) > 0 : c.proposedFineFen === undefined),
  'proposedFineFen',
);

/** R-ENF-12 · a hearing is offered for licence measures, limits and stops of operation, and larger fines (APL art. 63). */
export const hearingIsOffered = guard<commands.ServePriorNotice>(
  'R-ENF-12',
  (c, kase, x) => {
    const { hearingFineCitizenFen, hearingFineUnitFen } = x.township.limits;
    const limit = partyKindOf(kase) === 'ENTERPRISE' ? hearingFineUnitFen : hearingFineCitizenFen;
    const due = c.proposedPenalties.some((kind) => heavy.includes(kind)) || (c.proposedFineFen ?? 0) > limit;
    return c.hearingRight || !due;
  },
  'hearingRight',
);

/** R-ENF-12 · what the party said is answered, adopted or not (APL art. 45). */
export const statementIsAnswered = guard<commands.HearStatement>(
  'R-ENF-12',
  (c) => c.waived || c.adopted !== undefined,
  'adopted',
);

/** R-ENF-12 · who asks for a hearing was told of the right to one. */
export const hearingRightWasNotified = precondition(
  'R-ENF-12',
  (kase) => kase.latest('PriorNoticeServed')?.data.hearingRight === true,
);

/** R-ENF-12, D-ENF-07 · seven working days between the notice of the hearing and the hearing (APL art. 64). */
export const hearingNoticeInTime = guard<commands.HoldHearing>(
  'R-ENF-12',
  (c, _, x) => x.township.calendar.addWorkingDays(c.noticeOn, 7) <= c.heldOn,
  'noticeOn',
);

/** R-ENF-12 · the host took no part in the investigation (APL art. 64). */
export const hostDidNotInvestigate = guard<commands.HoldHearing>(
  'R-ENF-12',
  (c, kase) => !investigators(kase).has(c.hostStaffRef),
  'hostStaffRef',
);

/** R-ENF-13 · nobody reviews the own investigation (APL art. 58). */
export const reviewerDidNotInvestigate = precondition(
  'R-ENF-13',
  (kase, x) => !investigators(kase).has(x.actor.staffRef),
);

/** R-ENF-14 · the term is longer only where a law, regulation or rule says so (APL art. 60). */
export const extensionHasGround = guard<commands.ExtendDecisionTerm>(
  'R-ENF-14',
  (c) => c.legalBasis === 'APL_60' || c.legalBasis === 'LOCAL_RULE',
  'legalBasis',
);

/** R-ENF-14 · an extension makes the term longer. */
export const newDueDateIsLater = guard<commands.ExtendDecisionTerm>(
  'R-ENF-14',
  (c, kase) => c.newDueOn > (decisionDueOn(kase) ?? '9999-12-31'),
  'newDueOn',
);

/** Steps taken since the party was last told what is proposed: a new notice makes the earlier ones worthless. */
function sinceNotice(kase: EnforcementCase) {
  const notice = kase.latest('PriorNoticeServed');
  const after = <Type extends keyof EnforcementEvents>(type: Type) =>
    kase.all(type).filter((event) => event.revision > (notice?.revision ?? Infinity));
  return { notice, after };
}

/** R-ENF-13 · a fine has its sum, and goods to be confiscated are named. */
export const penaltiesAreComplete = guard<commands.DecidePenalty>(
  'R-ENF-13',
  (c) => {
    const fine = c.penalties.includes('FINE') ? (c.fineFen ?? 0) > 0 : c.fineFen === undefined;
    return fine && (!c.penalties.includes('CONFISCATE_GOODS') || !!c.confiscatedItemIds?.length);
  },
  'penalties',
);

/** R-ENF-13 · the party has spoken or signed a waiver (APL art. 62). */
export const statementHeardOrWaived = precondition(
  'R-ENF-13',
  (kase) => sinceNotice(kase).after('StatementHeard').length > 0,
);

/** R-ENF-13 · a hearing asked for in time was held (APL arts. 63-65). */
export const askedForHearingWasHeld = precondition('R-ENF-13', (kase, x) => {
  const { notice, after } = sinceNotice(kase);
  if (!notice) return false;
  const lastDay = lastHearingRequestDay(notice.data.servedOn, x.township.calendar);
  const asked = after('HearingRequested').find(({ data }) => data.requestedOn <= lastDay);
  return !asked || after('HearingHeld').some((held) => held.revision > asked.revision);
});

/** R-ENF-13 · the legal review passed where a hearing right, a hearing or the township asks for it (APL art. 58). */
export const legalReviewPassed = precondition('R-ENF-13', (kase, x) => {
  const { notice, after } = sinceNotice(kase);
  const due =
    notice?.data.hearingRight === true ||
    after('HearingHeld').length > 0 ||
    x.township.limits.legalReviewOfEveryPenalty > 0;
  return !due || ['PASSED', 'PASSED_WITH_CHANGES'].includes(after('LegalReviewConcluded').at(-1)?.data.result ?? '');
});

/** R-ENF-13 · the party was told of every penalty and of no lower fine: a defence makes nothing heavier (APL art. 45). */
export const notHeavierThanNotified = guard<commands.DecidePenalty>(
  'R-ENF-13',
  (c, kase) => {
    const proposed = kase.latest('PriorNoticeServed')?.data;
    return (
      proposed !== undefined &&
      c.penalties.every((kind) => proposed.proposedPenalties.includes(kind)) &&
      (c.fineFen ?? 0) <= (proposed.proposedFineFen ?? 0)
    );
  },
  'penalties',
);

/** R-ENF-13 · after a hearing the heads decide together (APL art. 57). */
export const collectiveAfterHearing = guard<commands.DecidePenalty>(
  'R-ENF-13',
  (c, kase) => c.collective || sinceNotice(kase).after('HearingHeld').length === 0,
  'collective',
);

/** R-ENF-13 · the party gets time to perform. */
export const performAfterDecision = guard<commands.DecidePenalty>(
  'R-ENF-13',
  (c) => c.performBy >= c.decidedOn,
  'performBy',
);

const educates = ['SLIGHT_AND_CORRECTED', 'FIRST_AND_CORRECTED', 'NO_FAULT'];

/** R-ALL-05 · who is not punished for a slight, first or faultless breach is educated (APL art. 33). */
export const educatedWhereSlight = guard<commands.DecideNoPenalty>(
  'R-ALL-05',
  (c) => c.educated || !educates.includes(c.ground),
  'educated',
);

/** R-ENF-04 · what is served is the decision that was made, and not before it was made. */
export const servedAfterDecided = guard<commands.ServeDecision>(
  'R-ENF-04',
  (c, kase) => {
    const decision = kase.latest('PenaltyDecided')?.data;
    return decision?.decisionNo === c.decisionNo && c.servedOn >= decision.decidedOn;
  },
  'servedOn',
);
