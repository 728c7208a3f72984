import { correctionHasSecondPerson, otherReasonIsNamed, vocabulary } from '#foundation/process';
import { type LabourEvents, labourRestarts, type LabourState, labourStates } from './labour.case.js';
import * as commands from './labour.commands.js';
import { labourDeadlines } from './labour.deadlines.js';
import { labourFacts, labourFigures, labourVoids } from './labour.facts.js';
import * as rules from './labour.guards.js';
import { labourObligations } from './labour.obligations.js';
import { personFields } from './token.js';

const { process, step } = vocabulary<LabourEvents, LabourState>();

/** 劳资纠纷: a claim of workers against their employer, until the money reached them or the next route is open (D.4). */
export const labourDispute = process({
  name: 'labourDispute',
  title: ['劳资纠纷', 'Labour disputes'],
  states: labourStates,
  steps: [
    step('LabourComplaintReceived', commands.ReceiveLabourComplaint, {
      label: ['劳资投诉登记', 'Labour complaint received'],
      from: ['NONE'],
      to: 'LD_RECEIVED',
      by: ['LABOUR_MEDIATOR', 'PETITION_CLERK'],
      on: 'receivedOn',
      stage: 'START',
      unwanted: { names: personFields, code: 'R-LAB-01' },
      guards: [rules.hasWorkers, rules.claimIsNamed, rules.workersAreTokens, rules.claimAroseBefore],
    }),
    step('LabourComplaintReferred', commands.ReferLabourComplaint, {
      label: ['移交监察仲裁', 'Labour complaint referred'],
      from: ['LD_RECEIVED', 'LD_MEDIATING', 'LD_FAILED', 'LD_AGREED', 'LD_REOPENED'],
      to: 'LD_REFERRED',
      by: ['LABOUR_MEDIATOR'],
      on: 'referredOn',
      numbers: ['receiptNo'],
      stage: 'DECISION',
      guards: [rules.agreementIsBroken],
    }),
    step('LabourMediationStarted', commands.StartLabourMediation, {
      label: ['劳动争议调解受理', 'Labour mediation started'],
      from: ['LD_RECEIVED', 'LD_REOPENED'],
      to: 'LD_MEDIATING',
      by: ['LABOUR_MEDIATOR'],
      on: 'startedOn',
      stage: 'START',
      guards: [rules.bothSidesConsent],
    }),
    step('LabourMediationSessionHeld', commands.HoldLabourMediationSession, {
      label: ['调解会', 'Labour mediation session held'],
      from: ['LD_MEDIATING'],
      to: '(same)',
      by: ['LABOUR_MEDIATOR'],
      on: 'heldOn',
      stage: 'HEARING',
    }),
    step('LabourAgreementReached', commands.RecordLabourAgreement, {
      label: ['调解协议', 'Labour agreement reached'],
      from: ['LD_MEDIATING'],
      to: 'LD_AGREED',
      by: ['LABOUR_MEDIATOR'],
      on: 'signedOn',
      future: ['payBy'],
      numbers: ['agreementNo'],
      stage: 'DECISION',
      guards: [rules.agreementIsSigned, rules.sumFitsClaim, rules.payDateIsNamed, rules.coversComplainants],
    }),
    step('JudicialConfirmationRecorded', commands.RecordJudicialConfirmation, {
      label: ['司法确认', 'Judicial confirmation recorded'],
      from: ['LD_AGREED'],
      to: '(same)',
      by: ['LABOUR_MEDIATOR'],
      on: 'appliedOn',
      numbers: ['rulingNo'],
      stage: 'REVIEW',
      guards: [rules.rulingIsComplete, rules.ruledAfterRequest],
    }),
    step('LabourMediationFailed', commands.RecordLabourMediationFailure, {
      label: ['调解不成', 'Labour mediation failed'],
      from: ['LD_MEDIATING'],
      to: 'LD_FAILED',
      by: ['LABOUR_MEDIATOR'],
      on: 'failedOn',
      stage: 'DECISION',
      guards: [rules.toldOfArbitration],
    }),
    step('LabourPaymentConfirmed', commands.ConfirmLabourPayment, {
      label: ['工资支付确认', 'Labour payment confirmed'],
      moves: [
        { from: ['LD_AGREED', 'LD_RECEIVED', 'LD_MEDIATING', 'LD_REFERRED', 'LD_REOPENED'], to: 'LD_PAID' },
        { from: ['LD_PAID'], to: '(same)' },
      ],
      by: ['LABOUR_MEDIATOR'],
      on: 'paidOn',
      stage: 'EXECUTION',
      guards: [rules.paidToWorkers, rules.paymentWithinDebt, rules.paysComplainants],
    }),
    step('LabourCaseClosed', commands.CloseLabourCase, {
      label: ['劳资案件办结', 'Labour case closed'],
      from: ['LD_AGREED', 'LD_PAID', 'LD_FAILED', 'LD_REFERRED'],
      to: 'LD_CLOSED',
      by: ['LABOUR_MEDIATOR', 'LEAD_OFFICIAL'],
      on: 'closedOn',
      stage: 'CLOSING',
      guards: [rules.outcomeFitsState, rules.agreementHasPassed, rules.statesWhatWasPaid],
    }),
    step('LabourCaseReopened', commands.ReopenLabourCase, {
      label: ['劳资案件重启', 'Labour case reopened'],
      from: ['LD_CLOSED'],
      to: 'LD_REOPENED',
      by: ['LABOUR_MEDIATOR'],
      on: 'reopenedOn',
      stage: 'START',
      guards: [rules.brokenAgreementExists],
    }),
    step('LabourEntryCorrected', commands.CorrectLabourEntry, {
      label: ['劳资更正', 'Labour entry corrected'],
      from: ['ANY'],
      to: '(same)',
      by: ['LABOUR_MEDIATOR'],
      on: 'recorded',
      notBefore: [],
      correction: true,
      guards: [otherReasonIsNamed, correctionHasSecondPerson],
    }),
  ],
  restarts: labourRestarts,
  obligations: labourObligations,
  deadlines: labourDeadlines,
  facts: labourFacts,
  voids: labourVoids,
  figures: labourFigures,
  caseNumber: ['劳资', 'LD'],
  summary: () => ({}),
});
