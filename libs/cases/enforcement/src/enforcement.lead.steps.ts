import { vocabulary } from '#foundation/process';
import { type EnforcementEvents, type EnforcementState, underDecision } from './enforcement.case.js';
import * as commands from './enforcement.commands.js';
import * as rules from './enforcement.guards.js';

const { step } = vocabulary<EnforcementEvents, EnforcementState>();

/** From the lead to the notice and its check, and what can be punished on the spot. */
export const leadSteps = [
  step('LeadRegistered', commands.RegisterLead, {
    label: ['线索登记', 'Lead registered'],
    from: ['NONE'],
    to: 'EN_LEAD',
    by: ['GRID_MEMBER', 'VILLAGE_COORDINATOR', 'ENFORCEMENT_OFFICER'],
    on: 'foundOn',
    stage: 'START',
    // A lead holds the number of its tip and nothing of the tipster.
    unwanted: { names: /tipster|informant|name|phone|mobile|idNumber|idCard/i, code: 'R-ENF-01' },
    guards: [rules.gridCodeInForce, rules.tipNamedExactlyForTips, rules.partyNamedUnlessUnknown],
  }),
  step('LeadVerified', commands.VerifyLead, {
    label: ['线索核实', 'Lead verified'],
    from: ['EN_LEAD'],
    to: 'EN_VERIFIED',
    by: ['ENFORCEMENT_OFFICER'],
    on: 'verifiedOn',
    stage: 'SURVEY',
    guards: [
      rules.twoCertifiedOfficers,
      rules.cardsWereShown,
      rules.partyKnownOnceVerified,
      rules.delegationIsPublished,
    ],
  }),
  step('LeadDismissed', commands.DismissLead, {
    label: ['线索不予立案', 'Lead dismissed'],
    from: ['EN_LEAD', 'EN_VERIFIED'],
    to: 'EN_DISMISSED',
    by: ['ENFORCEMENT_OFFICER', 'APPROVING_HEAD'],
    on: 'decidedOn',
    stage: 'DECISION',
  }),
  step('CaseTransferred', commands.TransferCase, {
    label: ['案件移送', 'Case transferred'],
    from: ['EN_VERIFIED', 'EN_NOTICED', 'EN_FILED', 'EN_INVESTIGATED'],
    to: 'EN_TRANSFERRED',
    by: ['APPROVING_HEAD'],
    on: 'transferredOn',
    numbers: ['receiptNo'],
    stage: 'DECISION',
    guards: [rules.receiverIsAnotherOrgan, rules.custodyGoesAlong, rules.partyIsToldOfHandOver, rules.crimeHasItsDates],
  }),
  step('TransferOutcomeRecorded', commands.RecordTransferOutcome, {
    label: ['移送结果回告', 'Transfer outcome recorded'],
    from: ['EN_TRANSFERRED'],
    to: '(same)',
    by: ['ENFORCEMENT_OFFICER'],
    on: 'outcomeOn',
  }),
  step('LeadReopened', commands.ReopenLead, {
    label: ['线索重启', 'Lead reopened'],
    from: ['EN_DISMISSED'],
    to: 'EN_LEAD',
    by: ['ENFORCEMENT_OFFICER', 'APPROVING_HEAD'],
    on: 'reopenedOn',
    stage: 'START',
  }),
  step('TransferReturned', commands.ReturnTransfer, {
    label: ['移送退回', 'Transfer returned'],
    from: ['EN_TRANSFERRED'],
    to: 'EN_VERIFIED',
    by: ['APPROVING_HEAD'],
    on: 'returnedOn',
    stage: 'START',
  }),
  step('RectificationNoticeServed', commands.ServeRectificationNotice, {
    label: ['限期整改通知送达', 'Rectification notice served'],
    moves: [
      { from: ['EN_VERIFIED', 'EN_REOPENED'], to: 'EN_NOTICED' },
      { from: ['EN_FILED'], to: '(same)' },
    ],
    by: ['ENFORCEMENT_OFFICER'],
    on: 'servedOn',
    future: ['deadlineOn'],
    numbers: ['noticeNo'],
    stage: 'SERVICE',
    guards: [rules.electronicServiceHasConsent, rules.deadlineAfterService],
  }),
  step('RectificationDeadlineExtended', commands.ExtendRectificationDeadline, {
    label: ['整改期限延长', 'Rectification deadline extended'],
    from: ['EN_NOTICED'],
    to: '(same)',
    by: ['APPROVING_HEAD'],
    on: 'requestedOn',
    future: ['newDeadlineOn'],
    guards: [rules.askedForBeforeExpiry, rules.newDeadlineIsLater],
  }),
  step('RectificationFailed', commands.RecordRectificationFailure, {
    label: ['整改复查不合格', 'Rectification failed'],
    from: ['EN_NOTICED'],
    to: '(same)',
    by: ['ENFORCEMENT_OFFICER'],
    on: 'checkedOn',
    stage: 'SURVEY',
    guards: [rules.twoCertifiedOfficers, rules.noticeWasServed, rules.notCheckedBeforeDeadline],
  }),
  step('RectificationAccepted', commands.AcceptRectification, {
    label: ['整改验收合格', 'Rectification accepted'],
    moves: [
      { from: ['EN_NOTICED', ...underDecision], to: 'EN_RECTIFIED' },
      { from: ['EN_FILED', 'EN_INVESTIGATED', 'EN_PRIOR_NOTICED'], to: '(same)' },
    ],
    by: ['ENFORCEMENT_OFFICER', 'APPROVING_HEAD'],
    on: 'checkedOn',
    openToAll: true,
    stage: 'SURVEY',
    guards: [
      rules.paperWasServedBefore,
      rules.checkedByAnotherThanServer,
      rules.twoCertifiedOfficers,
      rules.yardAreaOfYardsOnly,
    ],
  }),
  step('SummaryPenaltyImposed', commands.ImposeSummaryPenalty, {
    label: ['当场处罚', 'Summary penalty imposed'],
    from: ['EN_VERIFIED', 'EN_NOTICED'],
    to: 'EN_DECISION_SERVED',
    by: ['ENFORCEMENT_OFFICER'],
    on: 'imposedOn',
    numbers: ['decisionNo'],
    stage: 'DECISION',
    guards: [rules.warningOrFine, rules.fineWithinSummaryLimit],
  }),
];
