import { type CaseView } from '#foundation/process';
import type * as commands from './tip.commands.js';

/** Each event of a tip with the command whose fields it carries. */
export type TipEvents = {
  TipReceived: commands.ReceiveTip;
  TipAssigned: commands.AssignTip;
  TipForwarded: commands.ForwardTip;
  TipOutcomeReturned: commands.ReturnTipOutcome;
  TipRewardPaid: commands.PayTipReward;
  TipClosed: commands.CloseTip;
  TipEntryCorrected: commands.CorrectTipEntry;
};

export type Tip = CaseView<TipEvents>;

/** The states of a tip (processes.md A.2). */
export const tipStates = {
  TP_RECEIVED: ['举报已收', 'Tip registered'],
  TP_ASSIGNED: ['已交办', 'Handed to a handler'],
  TP_ANSWERED: ['已答复', 'Outcome returned or forwarded'],
  TP_REWARDED: ['已奖励', 'Reward paid against a code'],
  TP_CLOSED: ['已办结', 'Done', 'terminal'],
} as const;

export type TipState = keyof typeof tipStates;

/** The tip as it came in: who is complained of stays with it for good. */
export const receivedTip = (tip: Tip) => tip.ever.latest('TipReceived')?.data;

/** Staff of the township of whom the tip complains. */
export const accusedByTip = (tip: Tip): readonly string[] => receivedTip(tip)?.accusedStaffRefs ?? [];

/** The number under which leads name the tip. */
export const tipNumber = (tip: Tip): string | undefined => receivedTip(tip)?.tipId;

/** Cases that were opened on the tip, as the assignments and links of its own stream name them. */
export function casesOnTip(tip: CaseView): readonly string[] {
  const assigned = (tip as unknown as Tip).ever.all('TipAssigned').map(({ data }) => data.leadCaseRef);
  const linked = tip.state.events
    .filter((event) => event.type === 'CasesLinked' && event.data.linkKind === 'ORIGIN')
    .map((event) => String(event.data.otherCaseRef));
  return [...new Set([...assigned, ...linked])].filter((ref) => ref !== undefined);
}
