import { type CaseView } from '#foundation/process';
import type * as commands from './labour.commands.js';

/** Each event of a labour dispute with the command whose fields it carries. */
export type LabourEvents = {
  LabourComplaintReceived: commands.ReceiveLabourComplaint;
  LabourComplaintReferred: commands.ReferLabourComplaint;
  LabourMediationStarted: commands.StartLabourMediation;
  LabourMediationSessionHeld: commands.HoldLabourMediationSession;
  LabourAgreementReached: commands.RecordLabourAgreement;
  JudicialConfirmationRecorded: commands.RecordJudicialConfirmation;
  LabourMediationFailed: commands.RecordLabourMediationFailure;
  LabourPaymentConfirmed: commands.ConfirmLabourPayment;
  LabourCaseClosed: commands.CloseLabourCase;
  LabourCaseReopened: commands.ReopenLabourCase;
  LabourEntryCorrected: commands.CorrectLabourEntry;
};

export type LabourCase = CaseView<LabourEvents>;

/** The states of D.2 that begin with LD. */
export const labourStates = {
  LD_RECEIVED: ['已登记', 'Complaint on file'],
  LD_MEDIATING: ['调解中', 'Both agreed to mediate'],
  LD_AGREED: ['达成协议', 'Agreement signed'],
  LD_PAID: ['已支付', 'Money reached the workers'],
  LD_FAILED: ['调解不成', 'Guided to arbitration or court'],
  LD_REFERRED: ['已移交', 'With labour supervision or arbitration'],
  LD_CLOSED: ['已办结', 'Counted', 'terminal'],
  LD_REOPENED: ['重新办理', 'Not performed or new claim'],
} as const;

export type LabourState = keyof typeof labourStates;

export const labourRestarts = ['LabourCaseReopened'] as const;

export const complaintOf = (kase: LabourCase) => kase.ever.latest('LabourComplaintReceived')?.data;

const sum = (payments: readonly { readonly data: { readonly amountFen: number } }[]): number =>
  payments.reduce((total, { data }) => total + data.amountFen, 0);

/** What the workers have been paid in this round, fen: what a closing states. */
export const paidInRound = (kase: LabourCase): number => sum(kase.all('LabourPaymentConfirmed'));

/** Whether a court has confirmed the agreement of this round: it can be enforced like a judgment. */
export const isConfirmed = (kase: LabourCase): boolean =>
  kase.all('JudicialConfirmationRecorded').some(({ data }) => data.result === 'GRANTED');

/**
 * What the workers may still be paid, fen: the rest of the agreement that stands, else of the claim. Undefined where no
 * sum was ever named. An agreement that was not kept and went to another organ limits nothing any more: the claim does.
 * A new claim of the same dispute has no sum in the case, and what was paid on the first one is not held against it.
 */
export function stillOwed(kase: LabourCase): number | undefined {
  const newClaim = kase.latest('LabourCaseReopened')?.data.ground === 'NEW_CLAIM_SAME_DISPUTE';
  const scope = newClaim ? kase : kase.ever;
  const payments = scope.all('LabourPaymentConfirmed');
  const agreement = scope.latest('LabourAgreementReached');
  const referral = scope.latest('LabourComplaintReferred');
  if (agreement && !(referral && referral.revision > agreement.revision))
    return agreement.data.amountFen - sum(payments.filter(({ revision }) => revision > agreement.revision));
  const claim = newClaim ? undefined : complaintOf(kase)?.claimFen;
  return claim === undefined ? undefined : Math.max(claim, agreement?.data.amountFen ?? 0) - sum(payments);
}
