import { type CaseView } from '#foundation/process';
import type * as building from './permit.building.commands.js';
import type * as commands from './permit.commands.js';

/** Each event of a house permit with the command whose fields it carries. */
export type PermitEvents = {
  HouseApplicationReceived: commands.ReceiveHouseApplication;
  GroupMeetingPassed: commands.RecordGroupMeeting;
  ApplicationPublicised: commands.PublicizeApplication;
  PublicObjectionRaised: commands.RaisePublicObjection;
  PublicObjectionResolved: commands.ResolvePublicObjection;
  VillageReviewPassed: commands.PassVillageReview;
  ApplicationSubmittedToTown: commands.SubmitApplicationToTown;
  MaterialsReturned: commands.ReturnMaterials;
  PermitTermExtended: commands.ExtendPermitTerm;
  SiteReviewAttended: commands.AttendSiteReview;
  JointReviewConcluded: commands.ConcludeJointReview;
  PermitApproved: commands.ApprovePermit;
  PermitHandedOut: building.HandOutPermit;
  PermitRefused: commands.RefusePermit;
  ApprovalPublicised: building.PublicizeApproval;
  SettingOutRequested: building.RequestSettingOut;
  SettingOutAttended: building.AttendSettingOut;
  ConstructionChecked: building.RecordConstructionCheck;
  PermitDeviationFound: building.RecordPermitDeviation;
  PermitDeviationResolved: building.ResolvePermitDeviation;
  CompletionCheckAttended: building.AttendCompletionCheck;
  OldHouseRemoved: building.ConfirmOldHouseRemoved;
  PermitClosed: building.ClosePermit;
  PermitRevoked: building.RevokePermit;
  PermitCompensationPaid: building.PayPermitCompensation;
  PermitReopened: building.ReopenPermit;
  PermitEntryCorrected: commands.CorrectPermitEntry;
};

export type PermitCase = CaseView<PermitEvents>;

/** The states of processes.md F.1. */
export const permitStates = {
  HP_APPLIED: ['已申请', 'Application on file'],
  HP_GROUP_PASSED: ['村组通过', 'Meeting agreed'],
  HP_FIRST_PUBLICITY: ['申请公示中', 'First publicity'],
  HP_VILLAGE_REVIEWED: ['村级已审', 'Village opinion'],
  HP_SUBMITTED: ['镇已受理', 'Term runs'],
  HP_RETURNED: ['待补正', 'Papers missing'],
  HP_SITE_REVIEWED: ['已审查到场', 'First attendance'],
  HP_JOINTLY_REVIEWED: ['已联审', 'All offices spoke'],
  HP_APPROVED: ['已批准', 'Permit granted'],
  HP_REFUSED: ['不予批准', 'Refused'],
  HP_RESULT_PUBLISHED: ['结果已公示', 'Second publicity'],
  HP_SET_OUT: ['已放样', 'Second attendance'],
  HP_DEVIATED: ['未按批建设', 'Deviation open'],
  HP_COMPLETION_CHECKED: ['已竣工核查', 'Third attendance'],
  HP_REVOKED: ['已撤销', 'Permit revoked'],
  HP_CLOSED: ['已归档', 'Done', 'terminal'],
} as const;

export type PermitState = keyof typeof permitStates;

/** What the household asked for; it stays the same through a reopening. */
export const applicationOf = (kase: PermitCase) => kase.ever.latest('HouseApplicationReceived')?.data;

/** Kind of the case that answers a deviation from the permit. */
export const demolitionProcess = 'demolition';

/** The demolition case named by the deviation that is open; none for an old house that still stands. */
export const demolitionOf = (kase: PermitCase): string | undefined =>
  kase.latest('PermitDeviationFound')?.data.demolitionCaseRef;
