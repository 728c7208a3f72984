import { type CaseEvent, type CaseView, type Recorded } from '#foundation/process';
import { type TeamRole } from './petition.codes.js';
import type * as commands from './petition.commands.js';

/** Each event of a petition case with the command whose fields it carries. */
export type PetitionEvents = {
  PetitionRegistered: commands.RegisterPetition;
  PetitionAccepted: commands.AcceptPetition;
  PetitionDeclined: commands.DeclinePetition;
  PetitionForwarded: commands.ForwardPetition;
  ResponsibilityTeamAssigned: commands.AssignResponsibilityTeam;
  TeamMemberReplaced: commands.ReplaceTeamMember;
  PetitionerHeard: commands.HearPetitioner;
  PetitionMediated: commands.MediatePetition;
  PetitionHearingHeld: commands.HoldPetitionHearing;
  PetitionDeadlineExtended: commands.ExtendPetitionDeadline;
  PetitionInvestigated: commands.RecordPetitionInvestigation;
  DispositionRecorded: commands.RecordDisposition;
  OpinionIssued: commands.IssueOpinion;
  OpinionServed: commands.ServeOpinion;
  ReviewRequested: commands.RecordReviewRequest;
  ReviewConcluded: commands.RecordReviewOpinion;
  ReReviewRequested: commands.RecordReReviewRequest;
  ReReviewConcluded: commands.RecordReReviewOpinion;
  PetitionReopened: commands.ReopenPetition;
  FulfilmentStarted: commands.StartFulfilment;
  FulfilmentConfirmed: commands.ConfirmFulfilment;
  SupervisionIssued: commands.IssueSupervision;
  PetitionWithdrawn: commands.WithdrawPetition;
  PetitionClosed: commands.ClosePetition;
  PetitionEntryCorrected: commands.CorrectPetitionEntry;
  /** Recorded by the clock in every kind of case; here it is counted. */
  DeadlineMissed: { readonly deadlineCode: string; readonly dueOn: string };
};

export type PetitionCase = CaseView<PetitionEvents>;

/** The states of D.2. */
export const petitionStates = {
  PT_REGISTERED: ['已登记', 'On file'],
  PT_ACCEPTED: ['已受理', 'Accepted'],
  PT_DECLINED: ['不予受理', 'Declined with ground'],
  PT_FORWARDED: ['已转送', 'With the competent organ'],
  PT_ASSIGNED: ['已包案', 'Team complete'],
  PT_INVESTIGATED: ['已查清', 'Findings on file'],
  PT_OPINION_ISSUED: ['意见已出', 'Opinion written'],
  PT_OPINION_SERVED: ['意见已送达', 'Review term runs'],
  PT_FULFILLING: ['落实中', 'Promises being kept'],
  PT_UNDER_REVIEW: ['复查中', 'With the organ above'],
  PT_REVIEWED: ['已复查', 'Review opinion given'],
  PT_UNDER_REREVIEW: ['复核中', 'Second organ above'],
  PT_REREVIEWED: ['已复核', 'Last opinion given'],
  PT_WITHDRAWN: ['已撤回', 'Withdrawn by own will'],
  PT_CLOSED: ['已办结', 'Archived', 'terminal'],
  PT_REOPENED: ['重新办理', 'Handled again'],
} as const;

export type PetitionState = keyof typeof petitionStates;

/** A new round begins: heard, investigated and answered anew, with a new set of terms. */
export const petitionRestarts = ['PetitionReopened'] as const;

/** What the petitioner asked for, as it stands after corrections. */
export const registrationOf = (kase: PetitionCase) => kase.ever.latest('PetitionRegistered')?.data;

/** Staff of the township whom the petition complains of. */
export const accusedStaff = (kase: PetitionCase): readonly string[] => registrationOf(kase)?.accusedStaffRefs ?? [];

/** Whether an organ is the one complained of, or the unit of somebody complained of. */
export const isAccused = (organ: string, kase: PetitionCase): boolean =>
  organ === registrationOf(kase)?.accusedOrgan || (organ === 'TOWNSHIP_GOVERNMENT' && accusedStaff(kase).length > 0);

type Post = keyof typeof TeamRole.codes;

/** The team that answers for the case now: as assigned last, with the replacements since. */
export function teamOf(kase: PetitionCase): ReadonlyMap<Post, string> {
  const team = new Map<Post, string>();
  const assigned = kase.ever.latest('ResponsibilityTeamAssigned');
  if (!assigned) return team;
  const { members, teamRoles } = assigned.data;
  for (const [index, role] of teamRoles.entries()) if (members[index]) team.set(role, members[index]);
  for (const { revision, data } of kase.ever.all('TeamMemberReplaced'))
    if (revision > assigned.revision) team.set(data.teamRole, data.toStaffRef);
  return team;
}

/** The opinion against which the petitioner may still turn: the last one that reached him or her in this round. */
export function lastAnswer(
  kase: PetitionCase,
): Recorded<commands.ServeOpinion | commands.RecordReviewOpinion | commands.RecordReReviewOpinion> | undefined {
  const answers = [kase.latest('OpinionServed'), kase.latest('ReviewConcluded'), kase.latest('ReReviewConcluded')];
  return answers.filter((answer) => answer !== undefined).sort((a, b) => b.revision - a.revision)[0];
}

/** Keys of the promises that an event makes: numbered through the case, starting at 1. */
export function promiseKeys(promises: readonly string[], before: PetitionCase): readonly string[] {
  const made = before.ever.all('FulfilmentStarted').reduce((sum, { data }) => sum + data.promises.length, 0);
  return promises.map((_, index) => String(made + index + 1));
}

/**
 * Stretches of time in which an accepted petition was open, and in which a complete team answered for it. A closed
 * case that goes to review or is handled again is open once more; handled again, it needs its team named again.
 */
export function openStretches(events: readonly CaseEvent[]): {
  readonly open: readonly Stretch[];
  readonly withTeam: readonly Stretch[];
} {
  const open: Stretch[] = [];
  const withTeam: Stretch[] = [];
  let team = false;
  for (const { type, on, id } of events) {
    if (type === 'PetitionAccepted') open.push({ from: on, eventId: id });
    if (type === 'PetitionReopened') {
      team = false;
      end(withTeam, on);
      if (!isRunning(open)) open.push({ from: on, eventId: id });
    }
    if (type === 'ReviewRequested' && !isRunning(open)) {
      open.push({ from: on, eventId: id });
      if (team) withTeam.push({ from: on, eventId: id });
    }
    if (type === 'ResponsibilityTeamAssigned') {
      team = true;
      withTeam.push({ from: on, eventId: id });
    }
    if (type === 'PetitionClosed') {
      end(open, on);
      end(withTeam, on);
    }
  }
  return { open, withTeam };
}

export interface Stretch {
  readonly from: string;
  readonly eventId: string;
  /** The day on which it ended; absent while it runs. */
  readonly until?: string;
}

const isRunning = (stretches: readonly Stretch[]): boolean =>
  stretches.length > 0 && stretches.at(-1)!.until === undefined;

function end(stretches: Stretch[], on: string): void {
  if (isRunning(stretches)) stretches.push({ ...stretches.pop()!, until: on });
}
