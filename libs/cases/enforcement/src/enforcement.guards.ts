import { localMinute, type RuleContext, vocabulary } from '#foundation/process';
import {
  caseTypeOf,
  type EnforcementEvents,
  type EnforcementState,
  noticeInForce,
  openMeasures,
  partyKindOf,
  partyOf,
  servedDecisions,
} from './enforcement.case.js';
import type * as commands from './enforcement.commands.js';

// The rules of processes.md A on leads, notices and the two ends of a case, in the order of the table. The ordinary
// procedure, custody, execution and closures have files of their own.

const { guard, precondition } = vocabulary<EnforcementEvents, EnforcementState>();

/** R-ENF-01 · the grid cell is in force on the day of finding. */
export const gridCodeInForce = guard<commands.RegisterLead>(
  'R-ENF-01',
  (c, _, x) => x.township.gridInForce(c.gridCode, c.foundOn),
  'gridCode',
);

/** R-ENF-01 · a tip-born lead names the tip, and no other lead does; never the tipster. */
export const tipNamedExactlyForTips = guard<commands.RegisterLead>(
  'R-ENF-01',
  (c) => (c.leadSource === 'TIP') === (c.tipId !== undefined),
  'tipId',
);

/** R-ALL-05 · the party has a code, unless it is not yet known who it is. */
export const partyNamedUnlessUnknown = guard<commands.RegisterLead>(
  'R-ALL-05',
  (c) => c.partyKind === 'UNKNOWN' || c.partyRef !== undefined,
  'partyRef',
);

type ByOfficers =
  | commands.VerifyLead
  | commands.RecordRectificationFailure
  | commands.AcceptRectification
  | commands.FileCase
  | commands.CollectEvidence;

/** R-ENF-02 · at least two different officers with a card (APL art. 42). */
export const twoCertifiedOfficers = guard<ByOfficers>(
  'R-ENF-02',
  (c, _, x) => new Set(c.officerRefs.filter((ref) => x.township.isCertified(ref))).size >= 2,
  'officerRefs',
);

/** R-ENF-02 · the cards were shown (APL art. 55). */
export const cardsWereShown = guard<commands.VerifyLead>('R-ENF-02', (c) => c.idShown === true, 'idShown');

/** R-ALL-05 · once verified, it is known who the party is. */
export const partyKnownOnceVerified = guard<commands.VerifyLead>(
  'R-ALL-05',
  (c, kase) => {
    if (kase.ever.latest('LeadRegistered')?.data.partyKind !== 'UNKNOWN') return c.partyKind !== 'UNKNOWN';
    return c.partyKind !== undefined && c.partyKind !== 'UNKNOWN' && c.partyRef !== undefined;
  },
  'partyKind',
);

/** R-ENF-07 · a delegated item names the published paper that delegates it (APL art. 24). */
export const delegationIsPublished = guard<commands.VerifyLead>(
  'R-ENF-07',
  (c, _, x) =>
    !c.delegatedItem ||
    (c.delegationDocNo !== undefined && x.township.hasDelegation(c.legalBasis, x.on, c.delegationDocNo)),
  'delegationDocNo',
);

/** R-ENF-03 · a case goes to somebody else. */
export const receiverIsAnotherOrgan = guard<commands.TransferCase>(
  'R-ENF-03',
  (c) => c.toAuthority !== 'TOWNSHIP_GOVERNMENT',
  'toAuthority',
);

/** R-ENF-03 · every thing in custody goes along, and nothing that is not in custody. */
export const custodyGoesAlong = guard<commands.TransferCase>(
  'R-ENF-03',
  (c, kase) => {
    const open = openMeasures(kase);
    const named = new Set(c.custodyMeasureIds);
    return named.size === open.size && [...open].every((measure) => named.has(measure));
  },
  'custodyMeasureIds',
);

/** R-ENF-03 · the party is told in writing where the things went. */
export const partyIsToldOfHandOver = guard<commands.TransferCase>(
  'R-ENF-03',
  (c) => !c.custodyMeasureIds?.length || (c.partyInformedOn !== undefined && c.partyNoticeRef !== undefined),
  'partyNoticeRef',
);

/** R-ENF-03 · the three days and the 24 hours of a suspected crime can be counted (D-ENF-14). */
export const crimeHasItsDates = guard<commands.TransferCase>(
  'R-ENF-03',
  (c) => !c.criminal || (c.suspectedOn !== undefined && c.decidedOn !== undefined),
  'suspectedOn',
);

interface ServedPaper {
  readonly serviceMethod: string;
  readonly electronicConsentRef?: string;
}

/** R-ENF-04 · electronic service needs the party's signed consent (APL art. 61). */
export const electronicServiceHasConsent = guard<ServedPaper>(
  'R-ENF-04',
  (c) => c.serviceMethod !== 'ELECTRONIC' || c.electronicConsentRef !== undefined,
  'electronicConsentRef',
);

/** R-ENF-04 · the party gets days to put things right, counted from service. */
export const deadlineAfterService = guard<commands.ServeRectificationNotice>(
  'R-ENF-04',
  (c) => c.deadlineOn > c.servedOn,
  'deadlineOn',
);

/** R-ENF-04 · the notice in force is extended, asked for before its deadline ran out. */
export const askedForBeforeExpiry = guard<commands.ExtendRectificationDeadline>(
  'R-ENF-04',
  (c, kase) => {
    const notice = noticeInForce(kase);
    return notice?.noticeNo === c.noticeNo && c.requestedOn <= notice.deadlineOn;
  },
  'requestedOn',
);

/** R-ENF-04 · an extension makes the term longer. */
export const newDeadlineIsLater = guard<commands.ExtendRectificationDeadline>(
  'R-ENF-04',
  (c, kase) => c.newDeadlineOn > (noticeInForce(kase)?.deadlineOn ?? '9999-12-31'),
  'newDeadlineOn',
);

/** R-ENF-05 · what is checked is the notice in force. */
export const noticeWasServed = guard<commands.RecordRectificationFailure>(
  'R-ENF-05',
  (c, kase) =>
    kase
      .all('RectificationNoticeServed')
      .some(({ data }) => data.noticeNo === c.noticeNo && data.servedOn <= c.checkedOn),
  'noticeNo',
);

/** R-ENF-05 · nobody fails before the deadline, unless the party itself asked for the check. */
export const notCheckedBeforeDeadline = guard<commands.RecordRectificationFailure>(
  'R-ENF-05',
  (c, kase) => c.earlyAtPartyRequest === true || c.checkedOn >= (noticeInForce(kase)?.deadlineOn ?? '9999-12-31'),
  'checkedOn',
);

/** R-ENF-05 · what is accepted was asked for before, by a notice or decision that reached the party. */
export const paperWasServedBefore = guard<commands.AcceptRectification>(
  'R-ENF-05',
  (c, kase) => {
    const notices = kase.all('RectificationNoticeServed').map(({ data }) => data);
    const served = (on: string | undefined) => on !== undefined && on <= c.checkedOn;
    const notice = notices.find((each) => each.noticeNo === c.noticeNo);
    const decision = servedDecisions(kase).find((each) => each.decisionNo === c.decisionNo);
    if (c.noticeNo === undefined && c.decisionNo === undefined) return false;
    return (
      (c.noticeNo === undefined || served(notice?.servedOn)) &&
      (c.decisionNo === undefined || served(decision?.servedOn))
    );
  },
  'noticeNo',
);

/** R-ENF-05 · whoever served the paper does not check alone. */
export const checkedByAnotherThanServer = guard<commands.AcceptRectification>(
  'R-ENF-05',
  (c, kase) => {
    const servers = [...kase.all('RectificationNoticeServed'), ...kase.all('DecisionServed')]
      .filter(({ data }) => [c.noticeNo, c.decisionNo].includes('noticeNo' in data ? data.noticeNo : data.decisionNo))
      .map(({ by }) => by);
    return servers.every((server) => c.officerRefs.some((ref) => ref !== server));
  },
  'officerRefs',
);

/** R-ALL-07 · only a storage yard has a yard area. */
export const yardAreaOfYardsOnly = guard<commands.AcceptRectification>(
  'R-ALL-07',
  (c, kase) => c.yardAreaDm2 === undefined || (caseTypeOf(kase) === 'OPEN_STORAGE' && c.yardAreaDm2 > 0),
  'yardAreaDm2',
);

/** R-ALL-05 · a summary penalty warns, fines, or both. */
export const warningOrFine = guard<commands.ImposeSummaryPenalty>(
  'R-ALL-05',
  (c) => c.warning || c.fineFen !== undefined,
  'fineFen',
);

/** R-ENF-06 · at most 200 yuan for a citizen, the sole trader included, and 3,000 for a unit (APL art. 51). */
export const fineWithinSummaryLimit = guard<commands.ImposeSummaryPenalty>(
  'R-ENF-06',
  (c, kase) =>
    c.fineFen === undefined || (c.fineFen > 0 && c.fineFen <= (partyKindOf(kase) === 'ENTERPRISE' ? 300_000 : 20_000)),
  'fineFen',
);

/** R-ALL-05 · a case that ended on site is looked at again. */
export const lookBackIsPlanned = guard<commands.CloseCase>(
  'R-ALL-05',
  (c, kase) => !['EN_RECTIFIED', 'EN_CEASED'].includes(kase.status) || c.lookBackDueOn !== undefined,
  'lookBackDueOn',
);

/** R-ALL-03 · a rebound is recorded as such, not as the result of a look-back. */
export const reboundHasItsOwnStep = guard<commands.RecordLookBack>('R-ALL-03', (c) => c.result !== 'REBOUND', 'result');

/** R-ENF-25 · another party or place is another case. */
export const samePartyAndPlace = guard<commands.RecordRebound>(
  'R-ENF-25',
  (c, kase) => c.placeConfirmed === true && c.partyRef === partyOf(kase),
  'partyRef',
);

/** R-ALL-08, A.6 · a wrong kind of case is put right only while no decision was served; afterwards it is a new case. */
export const kindIsFixedOnceDecided = guard<commands.CorrectEnforcementEntry>(
  'R-ALL-08',
  (c, kase) =>
    !c.replacedFields.some((pair) => /^\s*caseType\s*=/.test(pair)) ||
    !kase.ever.has('DecisionServed', 'SummaryPenaltyImposed'),
  'replacedFields',
);

/** R-ALL-01 · what is resumed was suspended. */
export const executionIsSuspended = precondition('R-ALL-01', (kase) => {
  const suspended = kase.latest('ExecutionSuspended')?.revision ?? -1;
  return suspended > (kase.latest('ExecutionResumed')?.revision ?? -1);
});

/** Day and minute of a moment in local time: what rules on hours compare. */
export const dayAndTime = (moment: string) => {
  const minute = localMinute(moment);
  return { day: minute.slice(0, 10), time: minute.slice(11, 16) };
};

/** An official of the township who may approve: not one of those who ask (processes.md A.4). */
export const isHead = (staffRef: string, x: RuleContext): boolean => x.township.holdsRole(staffRef, 'APPROVING_HEAD');
