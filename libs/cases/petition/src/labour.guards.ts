import { vocabulary } from '#foundation/process';
import { complaintOf, type LabourEvents, type LabourState, paidInRound, stillOwed } from './labour.case.js';
import type * as commands from './labour.commands.js';
import { agreementHasRunItsCourse } from './labour.obligations.js';
import { isToken } from './token.js';

// The rules of processes.md D.4 and D.5 for labour disputes, in the order of the table.

const { guard } = vocabulary<LabourEvents, LabourState>();

/** R-LAB-01 · somebody has worked. */
export const hasWorkers = guard<commands.ReceiveLabourComplaint>('R-LAB-01', (c) => c.workersCount > 0, 'workersCount');

/** R-LAB-01 · whoever claims pay says how much, and nobody claims less than nothing. */
export const claimIsNamed = guard<commands.ReceiveLabourComplaint>(
  'R-LAB-01',
  (c) => {
    if (c.claimFen === undefined) return c.claimKind !== 'WAGE_ARREARS' && c.claimKind !== 'OVERTIME';
    return c.claimFen >= 0;
  },
  'claimFen',
);

/** R-LAB-01, 0.8 · workers are tokens of the vault, no more of them than there are; a third person may report without. */
export const workersAreTokens = guard<commands.ReceiveLabourComplaint>(
  'R-LAB-01',
  (c) => {
    const tokens = c.identityTokens ?? [];
    return tokens.length <= c.workersCount && tokens.every(isToken);
  },
  'identityTokens',
);

/** R-ALL-03 · a complaint follows what it is about. */
export const claimAroseBefore = guard<commands.ReceiveLabourComplaint>(
  'R-ALL-03',
  (c) => c.claimAroseOn === undefined || c.claimAroseOn <= c.receivedOn,
  'claimAroseOn',
);

/** R-LAB-02 · an agreement is left to stand until its pay date has passed unpaid (LMA art. 16). */
export const agreementIsBroken = guard<commands.ReferLabourComplaint>(
  'R-LAB-02',
  (c, kase) => {
    if (kase.status !== 'LD_AGREED') return true;
    const payBy = kase.latest('LabourAgreementReached')?.data.payBy;
    return payBy !== undefined && c.referredOn > payBy && (stillOwed(kase) ?? 0) > 0;
  },
  'referredOn',
);

/** R-LAB-01 · nobody is brought to a mediation. */
export const bothSidesConsent = guard<commands.StartLabourMediation>(
  'R-LAB-01',
  (c) => c.bothConsent === true,
  'bothConsent',
);

/** R-LAB-03 · nobody is bound by what he did not sign: a worker's side, an employer's side and the mediator. */
export const agreementIsSigned = guard<commands.RecordLabourAgreement>(
  'R-LAB-03',
  (c) => {
    const signed = (...parties: readonly commands.RecordLabourAgreement['signedBy'][number][]) =>
      parties.some((party) => c.signedBy.includes(party));
    return (
      signed('WORKER', 'WORKER_REPRESENTATIVE') && signed('EMPLOYER', 'EMPLOYER_REPRESENTATIVE') && signed('MEDIATOR')
    );
  },
  'signedBy',
);

/** R-LAB-03 · from nothing up to the claim; more than claimed needs its reason. */
export const sumFitsClaim = guard<commands.RecordLabourAgreement>(
  'R-LAB-03',
  (c, kase) => {
    const claim = complaintOf(kase)?.claimFen;
    return c.amountFen >= 0 && (claim === undefined || c.amountFen <= claim || c.excessReason !== undefined);
  },
  'amountFen',
);

/** R-LAB-03 · money has its day, which does not lie before the agreement. */
export const payDateIsNamed = guard<commands.RecordLabourAgreement>(
  'R-LAB-03',
  (c) => (c.payBy === undefined ? c.amountFen === 0 : c.payBy >= c.signedOn),
  'payBy',
);

/** R-LAB-03 · nobody is settled for who did not complain. */
export const coversComplainants = guard<commands.RecordLabourAgreement>(
  'R-LAB-03',
  (c, kase) => c.workersCovered <= (complaintOf(kase)?.workersCount ?? 0),
  'workersCovered',
);

/** R-ALL-05 · a ruling has its date and its number, and neither stands without it. */
export const rulingIsComplete = guard<commands.RecordJudicialConfirmation>(
  'R-ALL-05',
  (c) => new Set([c.result, c.ruledOn, c.rulingNo].map((value) => value === undefined)).size === 1,
  'rulingNo',
);

/** R-ALL-03 · no ruling before the request. */
export const ruledAfterRequest = guard<commands.RecordJudicialConfirmation>(
  'R-ALL-03',
  (c) => c.ruledOn === undefined || c.ruledOn >= c.appliedOn,
  'ruledOn',
);

/** R-LAB-02 · who did not come to terms is told what comes next: arbitration and legal aid (LMA art. 14). */
export const toldOfArbitration = guard<commands.RecordLabourMediationFailure>(
  'R-LAB-02',
  (c) => c.informedOfArbitration === true,
  'informedOfArbitration',
);

/** R-LAB-03 · wages go to those who earned them, to nobody on their behalf (WPR art. 11). */
export const paidToWorkers = guard<commands.ConfirmLabourPayment>(
  'R-LAB-03',
  (c) => c.paidToWorkersThemselves === true,
  'paidToWorkersThemselves',
);

/** R-LAB-03 · something was paid, and no more than is owed. */
export const paymentWithinDebt = guard<commands.ConfirmLabourPayment>(
  'R-LAB-03',
  (c, kase) => c.amountFen > 0 && c.amountFen <= (stillOwed(kase) ?? c.amountFen),
  'amountFen',
);

/** R-LAB-03 · no more workers were paid than complained. */
export const paysComplainants = guard<commands.ConfirmLabourPayment>(
  'R-LAB-03',
  (c, kase) => c.workersPaid <= (complaintOf(kase)?.workersCount ?? 0),
  'workersPaid',
);

const stateOfOutcome = {
  AGREED: 'LD_AGREED',
  PAID: 'LD_PAID',
  FAILED_GUIDED: 'LD_FAILED',
  REFERRED: 'LD_REFERRED',
} as const satisfies Record<commands.CloseLabourCase['outcome'], LabourState>;

/** R-LAB-04 · what is counted as a success was one: the outcome is the state that the case has reached. */
export const outcomeFitsState = guard<commands.CloseLabourCase>(
  'R-LAB-04',
  (c, kase) => stateOfOutcome[c.outcome] === kase.status,
  'outcome',
);

/** R-LAB-04 · an agreement counts once its pay date is over or a court has confirmed it, not on the day it is signed. */
export const agreementHasPassed = guard<commands.CloseLabourCase>(
  'R-LAB-04',
  (c, kase) => c.outcome !== 'AGREED' || agreementHasRunItsCourse(kase, c.closedOn),
  'closedOn',
);

/** R-LAB-04 · the sum stated is the sum of the payments on file. */
export const statesWhatWasPaid = guard<commands.CloseLabourCase>(
  'R-LAB-04',
  (c, kase) => (c.paidFen === undefined ? c.outcome !== 'PAID' : c.paidFen === paidInRound(kase)),
  'paidFen',
);

/** R-LAB-04 · an agreement that was not kept is one that was made. */
export const brokenAgreementExists = guard<commands.ReopenLabourCase>(
  'R-LAB-04',
  (c, kase) => c.ground !== 'AGREEMENT_NOT_PERFORMED' || kase.ever.has('LabourAgreementReached'),
  'ground',
);
