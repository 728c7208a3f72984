import { type CaseView, type Recorded } from '#foundation/process';
import type * as commands from './project.commands.js';

/** Each event of a relocation project with the command whose fields it carries. */
export type ProjectEvents = {
  RelocationProjectRegistered: commands.RegisterRelocationProject;
  PreAnnouncementPosted: commands.PostPreAnnouncement;
  LandSurveyCompleted: commands.CompleteLandSurvey;
  StabilityRiskAssessed: commands.AssessStabilityRisk;
  CompensationPlanAnnounced: commands.AnnounceCompensationPlan;
  PlanHearingHeld: commands.HoldPlanHearing;
  CompensationPlanConfirmed: commands.ConfirmCompensationPlan;
  CompensationFundsSecured: commands.SecureCompensationFunds;
  CoordinationMeetingHeld: commands.HoldCoordinationMeeting;
  SigningCampaignClosed: commands.CloseSigningCampaign;
  HouseExpropriationDecided: commands.RecordHouseExpropriationDecision;
  LandApprovalApplied: commands.ApplyLandApproval;
  LandApprovalGranted: commands.RecordLandApproval;
  LandApprovalRefused: commands.RecordLandApprovalRefusal;
  ExpropriationAnnounced: commands.AnnounceExpropriation;
  LandCompensationPaid: commands.PayLandCompensation;
  GreenCropCompensationPaid: commands.PayGreenCropCompensation;
  LandHandedOver: commands.HandOverLand;
  RelocationProjectClosed: commands.CloseRelocationProject;
  RelocationProjectEntryCorrected: commands.CorrectRelocationProjectEntry;
};

export type ProjectCase = CaseView<ProjectEvents>;

/** The project states of C.1. */
export const projectStates = {
  PJ_REGISTERED: ['已立项', 'Project on file'],
  PJ_PREANNOUNCED: ['已预公告', 'Posted'],
  PJ_SURVEYED: ['已调查', 'Land survey done'],
  PJ_RISK_ASSESSED: ['已稳评', 'Assessed'],
  PJ_PLAN_ANNOUNCED: ['方案公告中', 'Plan posted'],
  PJ_PLAN_CONFIRMED: ['方案已定', 'Plan fixed'],
  PJ_APPLIED: ['报批中', 'With the approving government'],
  PJ_APPROVED: ['已批准', 'Land approval granted'],
  PJ_EXPROPRIATED: ['已征收公告', 'Expropriation announced'],
  PJ_HANDED_OVER: ['已净地交付', 'Land handed over'],
  PJ_CLOSED: ['已结案', 'Done', 'terminal'],
} as const;

export type ProjectState = keyof typeof projectStates;

/** From the confirmed plan on, money is secured and paid. */
export const afterPlan = [
  'PJ_PLAN_CONFIRMED',
  'PJ_APPLIED',
  'PJ_APPROVED',
  'PJ_EXPROPRIATED',
] as const satisfies ProjectState[];

/** Until the land is handed over, campaigns are opened and closed. */
export const beforeHandOver = [
  'PJ_REGISTERED',
  'PJ_PREANNOUNCED',
  'PJ_SURVEYED',
  'PJ_RISK_ASSESSED',
  'PJ_PLAN_ANNOUNCED',
  ...afterPlan,
] as const satisfies ProjectState[];

/** The number under which households and campaigns name the project. */
export const projectNumber = (kase: ProjectCase): string | undefined =>
  kase.ever.latest('RelocationProjectRegistered')?.data.projectId;

export const tenureOf = (kase: ProjectCase) => kase.ever.latest('RelocationProjectRegistered')?.data.tenure;

/** The meeting that opened the campaign, in this project's stream. */
export const meetingOf = (kase: ProjectCase, campaignId: string) =>
  kase.ever.all('CoordinationMeetingHeld').findLast(({ data }) => data.campaignId === campaignId);

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

export const securedFen = (kase: ProjectCase): number =>
  sum(kase.ever.all('CompensationFundsSecured').map(({ data }) => data.amountFen));

/** What the project itself has paid: for land, and for crops and attachments. */
export const paidFen = (kase: ProjectCase): number =>
  sum(kase.ever.all('LandCompensationPaid').map(({ data }) => data.amountFen)) +
  sum(kase.ever.all('GreenCropCompensationPaid').map(({ data }) => data.amountFen));

/** Whether the approved area is paid for, with a further payment that is about to be recorded. */
export function landIsPaid(kase: ProjectCase, furtherCentimu = 0): boolean {
  const approved = kase.ever.latest('LandApprovalGranted')?.data.areaCentimu ?? 0;
  const paid = sum(kase.ever.all('LandCompensationPaid').map(({ data }) => data.areaCentimu));
  return paid + furtherCentimu >= approved;
}

/** What this kind reads of a household's own events. */
export type HouseholdAsSeen = {
  HouseholdRegistered: { readonly householdCaseId: string; readonly projectRef: string };
  HouseholdSurveyed: { readonly attachments?: readonly { readonly attachmentKind: string }[] };
  AgreementSigned: { readonly signedOn: string };
  AgreementRescinded: { readonly rescindedOn: string };
  HouseholdCaseReopened: { readonly toStep: string };
};

export const householdProcess = 'relocationHousehold';

/** Kinds of attachment of the household that no payment of this project names yet. */
export function unpaidAttachments(household: CaseView<HouseholdAsSeen>, project: ProjectCase): readonly string[] {
  // What was removed from the scope keeps its crops, and nothing is owed for them.
  if (household.status === 'HH_REMOVED') return [];
  const number = household.ever.latest('HouseholdRegistered')?.data.householdCaseId;
  const paid = project.ever
    .all('GreenCropCompensationPaid')
    .filter(({ data }) => data.householdCaseRef === number || data.householdCaseRef === household.caseId)
    .map(({ data }) => data.attachmentKind as string);
  const surveyed = household.ever.latest('HouseholdSurveyed')?.data.attachments ?? [];
  return surveyed.map(({ attachmentKind }) => attachmentKind).filter((kind) => !paid.includes(kind));
}

/** Whether an agreement of the household stood on that day. */
export function hadSigned(household: CaseView<HouseholdAsSeen>, day: string): boolean {
  const ends = [...household.ever.all('AgreementRescinded'), ...household.ever.all('HouseholdCaseReopened')];
  const undone = (signed: Recorded<object>) =>
    ends.some((end) => end.revision > signed.revision && end.on <= day && !stillSigned(end.data));
  return household.ever.all('AgreementSigned').some((signed) => signed.on <= day && !undone(signed));
}

/** A closed case that is reopened for its payment keeps its agreement. */
const stillSigned = (end: object): boolean => 'toStep' in end && end.toStep === 'HH_ACCEPTED';
