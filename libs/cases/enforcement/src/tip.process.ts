import { correctionHasSecondPerson, otherReasonIsNamed, vocabulary } from '#foundation/process';
import { accusedByTip, casesOnTip, type TipEvents, tipNumber, type TipState, tipStates } from './tip.case.js';
import * as commands from './tip.commands.js';
import { tipDeadlines } from './tip.deadlines.js';
import { tipFacts, tipFigures } from './tip.facts.js';
import * as rules from './tip.guards.js';
import { tipObligations } from './tip.obligations.js';

const { process, step } = vocabulary<TipEvents, TipState>();

/** 举报: a tip, from its receipt to the answer; assigned again when the tipster objects (processes.md A.4, A.6). */
export const tip = process({
  name: 'tip',
  title: ['举报线索', 'Tip'],
  states: tipStates,
  steps: [
    step('TipReceived', commands.ReceiveTip, {
      label: ['举报受理', 'Tip received'],
      from: ['NONE'],
      to: 'TP_RECEIVED',
      by: ['PETITION_CLERK', 'ENFORCEMENT_OFFICER'],
      on: 'receivedOn',
      stage: 'START',
      // No identity in clear text: there is no field for one.
      unwanted: { names: /tipster|informant|name|phone|mobile|address|idNumber|idCard/i, code: 'R-ENF-26' },
      guards: [rules.tokenUnlessAnonymous, rules.tokenIsNoName, rules.accusedAreStaff, rules.gridCodeInForce],
    }),
    step('TipAssigned', commands.AssignTip, {
      label: ['举报交办', 'Tip assigned'],
      from: ['TP_RECEIVED', 'TP_CLOSED'],
      to: 'TP_ASSIGNED',
      by: ['PETITION_CLERK', 'APPROVING_HEAD'],
      on: 'assignedOn',
      stage: 'DECISION',
      guards: [
        rules.handlerIsNotAccused,
        rules.conductGoesToDiscipline,
        rules.handlerHoldsRole,
        rules.actorIsNotAccused,
      ],
    }),
    step('TipForwarded', commands.ForwardTip, {
      label: ['举报转送', 'Tip forwarded'],
      from: ['TP_RECEIVED'],
      to: 'TP_ANSWERED',
      by: ['PETITION_CLERK'],
      on: 'forwardedOn',
      numbers: ['sealedHandOverNo'],
      stage: 'DECISION',
      guards: [rules.receiverIsNotAccused, rules.handOverHasIdentity, rules.actorIsNotAccused],
    }),
    step('TipOutcomeReturned', commands.ReturnTipOutcome, {
      label: ['举报反馈', 'Tip answered'],
      from: ['TP_ASSIGNED'],
      to: 'TP_ANSWERED',
      by: ['PETITION_CLERK'],
      on: 'returnedOn',
      stage: 'SERVICE',
      relates: (_, tip) => casesOnTip(tip).flatMap((ref) => rules.leadKinds.map((kind) => ({ process: kind, ref }))),
      guards: [rules.leadWasLookedInto, rules.actorIsNotAccused],
    }),
    step('TipRewardPaid', commands.PayTipReward, {
      label: ['举报奖励', 'Tip reward paid'],
      from: ['TP_ANSWERED'],
      to: 'TP_REWARDED',
      by: ['FINANCE_OFFICER', 'IDENTITY_CUSTODIAN'],
      on: 'paidOn',
      numbers: ['codeVoucherNo'],
      stage: 'EXECUTION',
      guards: [rules.tipProvedTrue, rules.rewardGoesToCode, rules.actorIsNotAccused],
    }),
    step('TipClosed', commands.CloseTip, {
      label: ['举报办结', 'Tip closed'],
      from: ['TP_ANSWERED', 'TP_REWARDED'],
      to: 'TP_CLOSED',
      by: ['PETITION_CLERK'],
      on: 'closedOn',
      stage: 'CLOSING',
      guards: [rules.actorIsNotAccused],
    }),
    step('TipEntryCorrected', commands.CorrectTipEntry, {
      label: ['举报更正', 'Tip entry corrected'],
      from: ['ANY'],
      to: '(same)',
      by: ['PETITION_CLERK'],
      on: 'recorded',
      notBefore: [],
      correction: true,
      guards: [otherReasonIsNamed, correctionHasSecondPerson, rules.actorIsNotAccused],
    }),
  ],
  restarts: [],
  obligations: tipObligations,
  deadlines: tipDeadlines,
  facts: tipFacts,
  voids: {},
  figures: tipFigures,
  caseNumber: ['举报', 'TP'],
  registeredAs: tipNumber,
  accused: accusedByTip,
  // No place and no cell: whoever works there may be who is complained of.
  summary: () => ({}),
});
