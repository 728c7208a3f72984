import { courtApplicationWindow, lastRemedyDay, vocabulary } from '#foundation/process';
import {
  contestedBy,
  type EnforcementEvents,
  type EnforcementState,
  fineOwed,
  payments,
  servedDecision,
  servedDecisions,
} from './enforcement.case.js';
import type * as commands from './enforcement.commands.js';
import { termToPerform } from './enforcement.deadlines.js';
import { dayAndTime } from './enforcement.guards.js';
import { publicOnes } from './enforcement.obligations.js';
import { mayExecute } from './enforcement.powers.js';

// What follows a served decision: payment, remedies, publication, demand and execution, in the order of the table.

const { guard, precondition } = vocabulary<EnforcementEvents, EnforcementState>();

/** R-ENF-15 · nobody pays more than is owed. */
export const paidAtMostWhatIsOwed = guard<commands.RecordFinePayment>(
  'R-ENF-15',
  (c, kase) => c.amountFen <= fineOwed(kase, c.decisionNo),
  'amountFen',
);

/** R-ENF-15 · all surcharges together are at most the fine (APL art. 72). */
export const surchargeAtMostTheFine = guard<commands.RecordFinePayment>(
  'R-ENF-15',
  (c, kase) => {
    const fine = servedDecisions(kase).find(({ decisionNo }) => decisionNo === c.decisionNo)?.fineFen ?? 0;
    const earlier = payments(kase, c.decisionNo).reduce((sum, paid) => sum + (paid.surchargeFen ?? 0), 0);
    return earlier + (c.surchargeFen ?? 0) <= fine;
  },
  'surchargeFen',
);

/** R-ALL-05 · what is deferred is a fine that is still owed. */
export const deferredFineIsOwed = guard<commands.DeferFine>(
  'R-ALL-05',
  (c, kase) => kase.open('FINE').includes(c.decisionNo),
  'decisionNo',
);

/** R-ALL-07 · one instalment is no instalment. */
export const atLeastTwoInstalments = guard<commands.DeferFine>(
  'R-ALL-07',
  (c) => c.instalments === undefined || c.instalments >= 2,
  'instalments',
);

/** R-ENF-16 · a remedy is concluded once, and only one that was filed. */
export const remedyIsOpen = guard<commands.RecordRemedyUpheld | commands.RecordDecisionSetAside>(
  'R-ENF-16',
  (c, kase) => kase.open('REMEDY').includes(c.remedyId),
  'remedyId',
);

/** R-ENF-16 · the decision stands, or the party withdrew. */
export const resultUpholds = guard<commands.RecordRemedyUpheld>(
  'R-ENF-16',
  (c) => c.result === 'UPHELD' || c.result === 'WITHDRAWN',
  'result',
);

/** R-ENF-16 · the decision was changed, revoked, or found unlawful or void. */
export const resultSetsAside = guard<commands.RecordDecisionSetAside>(
  'R-ENF-16',
  (c) => c.result !== 'UPHELD' && c.result !== 'WITHDRAWN',
  'result',
);

/** R-ENF-16 · nothing goes back that was not owed. */
export const restitutionIsDue = precondition('R-ENF-16', (kase) => kase.open('RESTITUTION').length > 0);

/** R-ENF-16 · money that goes back names its sum. */
export const moneyHasItsSum = guard<commands.RecordRestitution>(
  'R-ENF-16',
  (c) => {
    const money = ['MONEY_REFUNDED', 'COMPENSATION_PAID'].includes(c.restitutionKind);
    return money ? (c.amountFen ?? 0) > 0 : (c.amountFen ?? 1) > 0;
  },
  'amountFen',
);

/** R-ENF-17 · what is published is a decision that was served. */
export const publishedDecisionWasServed = guard<commands.PublishPenalty>(
  'R-ENF-17',
  (c, kase) => servedDecision(kase)?.decisionNo === c.decisionNo,
  'decisionNo',
);

/** R-ENF-17 · only what is public can be withdrawn. */
export const decisionIsPublic = guard<commands.WithdrawPenaltyPublication>(
  'R-ENF-17',
  (c, kase) => publicOnes(kase).includes(c.decisionNo),
  'decisionNo',
);

/** R-ENF-18 · the party had the whole term to perform. */
export const termToPerformIsOver = guard<commands.ServeDemandNotice>(
  'R-ENF-18',
  (c, kase, x) => c.servedOn > (termToPerform(kase, x.township.calendar) ?? '9999-12-31'),
  'servedOn',
);

/** R-ENF-18 · the party is told that it may speak (ACL art. 35). */
export const demandStatesRights = guard<commands.ServeDemandNotice>(
  'R-ENF-18',
  (c) => c.statementRightStated === true,
  'statementRightStated',
);

/** R-ENF-18 · and gets days to perform. */
export const performAfterDemand = guard<commands.ServeDemandNotice>(
  'R-ENF-18',
  (c) => c.performBy > c.servedOn,
  'performBy',
);

/** R-ENF-18 · an unpaid fine is demanded in figures. */
export const unpaidFineIsNamed = guard<commands.ServeDemandNotice>(
  'R-ENF-18',
  (c, kase) => c.amountFen !== undefined || kase.open('FINE').length === 0,
  'amountFen',
);

/** R-ENF-18 · once things are put right only money can still be demanded. */
export const onlyFineAfterRectification = precondition(
  'R-ENF-18',
  (kase) => kase.status === 'EN_DECISION_SERVED' || kase.open('FINE').length > 0,
);

/** R-ENF-18 · the organ may execute by law; most may only apply to the court (ACL arts. 13, 34). */
export const organMayExecute = guard<commands.DecideCompulsoryExecution>(
  'R-ENF-18',
  (c, kase, x) => {
    const basis = kase.latest('CaseFiled')?.data.legalBasis ?? kase.ever.latest('LeadVerified')?.data.legalBasis;
    return basis !== undefined && mayExecute(c.authority, basis, c.measure, x);
  },
  'authority',
);

/** R-ENF-18 · the last demand ran out first. */
export const demandTermIsOver = guard<commands.DecideCompulsoryExecution>(
  'R-ENF-18',
  (c, kase) => c.decidedOn > (kase.latest('DemandNoticeServed')?.data.performBy ?? '9999-12-31'),
  'decidedOn',
);

/** R-ENF-18 · by day and on a working day, unless an urgency is reasoned (ACL art. 43); never before it is decided. */
export const byDayOnWorkingDay = guard<commands.DecideCompulsoryExecution>(
  'R-ENF-18',
  (c, _, x) => {
    const { day, time } = dayAndTime(c.executeAt);
    if (day < c.decidedOn) return false;
    if (c.urgent && c.urgencyReason !== undefined) return true;
    const { dayHours, calendar } = x.township;
    return time >= dayHours.start && time <= dayHours.end && !calendar.isRestDay(day);
  },
  'executeAt',
);

/** R-ENF-19, D-ENF-12 · after the remedy terms and any pending remedy, ten working days from the demand, three months. */
export const withinCourtWindow = guard<commands.ApplyCourtExecution>(
  'R-ENF-19',
  (c, kase, x) => {
    const decision = servedDecision(kase);
    const demand = kase.latest('DemandNoticeServed')?.data;
    if (!decision || !demand || kase.open('REMEDY').length > 0) return false;
    const { calendar } = x.township;
    // A remedy that was filed in time keeps the decision from becoming final until it is concluded.
    const concluded = kase
      .all('RemedyUpheld')
      .filter(({ data }) => contestedBy(kase, data.remedyId)?.decisionNo === decision.decisionNo)
      .map(({ data }) => data.concludedOn);
    const final = [lastRemedyDay(decision.servedOn, calendar), ...concluded].sort().at(-1)!;
    const { from, to } = courtApplicationWindow(demand.servedOn, final, calendar);
    return c.appliedOn >= from && c.appliedOn > final && c.appliedOn <= to;
  },
  'appliedOn',
);

/** R-ENF-19 · a ruling answers an application. */
export const applicationExists = precondition('R-ENF-19', (kase) => kase.has('CourtExecutionApplied'));
