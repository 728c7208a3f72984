import { vocabulary } from '#foundation/process';
import {
  hadSigned,
  type HouseholdAsSeen,
  householdProcess,
  meetingOf,
  paidFen,
  type ProjectEvents,
  projectNumber,
  type ProjectState,
  securedFen,
  tenureOf,
} from './project.case.js';
import type * as commands from './project.commands.js';

// Signing campaign, land approval, payments, hand-over and closing.

const { guard, precondition } = vocabulary<ProjectEvents, ProjectState>();

/** R-REL-05 · a campaign is kept in the stream of one of its own projects. */
export const campaignIncludesProject = guard<commands.HoldCoordinationMeeting>(
  'R-REL-05',
  (c, kase) => c.projectRefs.includes(projectNumber(kase) ?? '') || c.projectRefs.includes(kase.caseId),
  'projectRefs',
);

/**
 * R-REL-05 · where signing starts on the day of the meeting, every project has its plan confirmed. Of a later start the
 * signing itself is tested.
 */
export const plansAreConfirmed = guard<commands.HoldCoordinationMeeting>(
  'R-REL-05',
  (c, kase, x) =>
    c.startOn > x.on ||
    c.projectRefs.every((ref) => {
      const own = ref === projectNumber(kase) || ref === kase.caseId;
      const project = own ? kase : x.related<ProjectEvents>('relocationProject', ref);
      const confirmed = project?.ever.latest('CompensationPlanConfirmed');
      return confirmed !== undefined && confirmed.on <= c.startOn;
    }),
  'projectRefs',
);

/** R-ALL-03 · signing starts at the meeting or later. */
export const startsAfterMeeting = guard<commands.HoldCoordinationMeeting>(
  'R-ALL-03',
  (c) => c.startOn >= c.meetingOn && (c.plannedEndOn ?? c.startOn) >= c.startOn,
  'startOn',
);

/** R-ALL-03 · a campaign ends where it was opened, and not before it began. */
export const campaignHasBegun = guard<commands.CloseSigningCampaign>(
  'R-ALL-03',
  (c, kase) => c.endOn >= (meetingOf(kase, c.campaignId)?.data.startOn ?? '9999-12-31'),
  'endOn',
);

/** R-REL-04 · houses are expropriated by decision on state-owned land (RSO); collective land goes by approval. */
export const landIsStateOwned = precondition('R-REL-04', (kase) => tenureOf(kase) === 'STATE_OWNED');

/** R-REL-04 · by the county or the city (RSO art. 8). */
export const decidedByCountyOrCity = guard<commands.RecordHouseExpropriationDecision>(
  'R-REL-04',
  (c) => c.authority === 'COUNTY_GOVERNMENT' || c.authority === 'CITY_GOVERNMENT',
  'authority',
);

/** R-ALL-03 · a decision is not announced before it is made. */
export const announcedAfterDecision = guard<commands.RecordHouseExpropriationDecision>(
  'R-ALL-03',
  (c) => c.announcedOn >= c.decidedOn,
  'announcedOn',
);

/** R-REL-04 · land approval is the track of collective land. */
export const landIsCollective = precondition('R-REL-04', (kase) => tenureOf(kase) === 'COLLECTIVE');

/** R-REL-04 · stated truthfully: no fewer unsigned owners than the registered households that have not signed. */
export const unsignedAreStated = guard<commands.ApplyLandApproval>(
  'R-REL-04',
  (c, _, x) => {
    const unsigned = x
      .children<HouseholdAsSeen>(householdProcess)
      .filter((household) => household.status !== 'HH_REMOVED' && !hadSigned(household, c.appliedOn))
      .filter((household) => (household.ever.latest('HouseholdRegistered')?.on ?? '') <= c.appliedOn);
    return c.unsignedHouseholds >= unsigned.length;
  },
  'unsignedHouseholds',
);

/** R-REL-06 · approved is at most what was applied for. */
export const approvedWithinApplied = guard<commands.RecordLandApproval>(
  'R-REL-06',
  (c, kase) => c.areaCentimu <= (kase.ever.latest('LandApprovalApplied')?.data.areaCentimu ?? 0),
  'areaCentimu',
);

/** R-REL-06 · the province or the State Council approves, nobody below (LAL art. 46). */
export const approvedByProvinceOrAbove = guard<commands.RecordLandApproval>(
  'R-REL-06',
  (c) => c.approvingAuthority === 'PROVINCE_GOVERNMENT' || c.approvingAuthority === 'STATE_COUNCIL',
  'approvingAuthority',
);

/** R-ALL-03 · an approval is received when it has been given. */
export const receivedAfterApproval = guard<commands.RecordLandApproval>(
  'R-ALL-03',
  (c) => c.receivedOn >= c.approvedOn,
  'receivedOn',
);

/** R-REL-06 · the approval is on file when the expropriation is announced. */
export const approvalIsOnFile = guard<commands.AnnounceExpropriation>(
  'R-REL-06',
  (c, kase) => c.postedOn >= (kase.ever.latest('LandApprovalGranted')?.data.receivedOn ?? '9999-12-31'),
  'postedOn',
);

/** R-ALL-05 · the group is one of the township's register. */
export const groupIsRegistered = guard<commands.PayLandCompensation>(
  'R-ALL-05',
  (c, _, x) => x.township.gridInForce(c.groupCode, c.paidOn),
  'groupCode',
);

/** R-REL-07 · no more is paid than is secured. */
export const paidWithinFunds = guard<commands.PayLandCompensation | commands.PayGreenCropCompensation>(
  'R-REL-07',
  (c, kase) => paidFen(kase) + c.amountFen <= securedFen(kase),
  'amountFen',
);

/** R-REL-07 · nothing is paid for what was planted after the pre-announcement (LAR art. 26). */
export const plantedBefore = guard<commands.PayGreenCropCompensation>(
  'R-REL-07',
  (c) => c.plantedBeforePreAnnouncement === true,
  'plantedBeforePreAnnouncement',
);

/** R-REL-07 · paid to the owner: a household of this project, for something surveyed there. */
export const ownerHadIt = guard<commands.PayGreenCropCompensation>(
  'R-REL-07',
  (c, kase, x) => {
    const household = x.related<HouseholdAsSeen>(householdProcess, c.householdCaseRef);
    const project = household?.ever.latest('HouseholdRegistered')?.data.projectRef;
    const survey = household?.ever.latest('HouseholdSurveyed');
    return (
      project === projectNumber(kase) &&
      survey !== undefined &&
      survey.on <= c.paidOn &&
      (survey.data.attachments ?? []).some(({ attachmentKind }) => attachmentKind === c.attachmentKind)
    );
  },
  'householdCaseRef',
);

/** R-ALL-10 · all payments are published before the project is closed. */
export const paymentsArePublished = guard<commands.CloseRelocationProject>(
  'R-ALL-10',
  (c, kase) => {
    const paid = [...kase.ever.all('LandCompensationPaid'), ...kase.ever.all('GreenCropCompensationPaid')];
    return c.paymentsPublishedOn <= c.closedOn && paid.every(({ on }) => on <= c.paymentsPublishedOn);
  },
  'paymentsPublishedOn',
);
