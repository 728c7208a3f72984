import { type Code, type Limits, vocabulary } from '#foundation/process';
import { applicationOf, type PermitEvents, type PermitState } from './permit.case.js';
import { type JointReviewOffice, type LandUse } from './permit.codes.js';
import type * as commands from './permit.commands.js';
import { decisionDays, extensionMaxDays, publicityMinDays } from './permit.deadlines.js';

// The rules of processes.md F up to the decision, in the order of the table.

const { guard, precondition } = vocabulary<PermitEvents, PermitState>();

/** R-PER-01 · what is asked for has a size. */
export const sizesArePositive = guard<commands.ReceiveHouseApplication>(
  'R-PER-01',
  (c) => c.plotAreaDm2 > 0 && c.buildingAreaDm2 > 0 && c.storeys > 0,
  'plotAreaDm2',
);

/** R-PER-01, LAL art. 62 · one household, one plot: who has one gives it back for another. */
export const oneHouseholdOnePlot = guard<commands.ReceiveHouseApplication>(
  'R-PER-01',
  (c) => c.applicationKind !== 'NEW_PLOT' || c.existingPlots === 0 || c.oldHouseRemovalPromised,
  'oldHouseRemovalPromised',
);

/** R-PER-01, LAL art. 62 · nothing is built on permanent basic farmland. */
export const notAskedOnBasicFarmland = guard<commands.ReceiveHouseApplication>(
  'R-PER-01',
  (c) => c.landUse !== 'BASIC_FARMLAND',
  'landUse',
);

/** R-PER-02, LAR art. 34 · those who agreed were there, and are the share that the village rules ask for. */
export const meetingAgreed = guard<commands.RecordGroupMeeting>(
  'R-PER-02',
  (c, _, x) =>
    c.agreedCount <= c.presentCount &&
    c.agreedCount * 10_000 > c.presentCount * x.township.limits.groupMeetingAgreeOverBp,
  'agreedCount',
);

/** R-PER-02, D-PER-03 · on the board for the full term. */
export const postedForFullTerm = guard<{ postedOn: string; postedUntil: string }>(
  'R-PER-02',
  (c, _, x) => c.postedUntil >= x.township.calendar.addWorkingDays(c.postedOn, publicityMinDays),
  'postedUntil',
);

/** R-PER-03 · an objection is to the publicity that runs. */
export const objectsToThisPublicity = guard<commands.RaisePublicObjection>(
  'R-PER-03',
  (c, kase) => (c.publicity === 'APPLICATION') === (kase.status === 'HP_FIRST_PUBLICITY'),
  'publicity',
);

/**
 * R-PER-03 (processes.md 0.8) · who objects is a token of the vault, never a name: Latin letters and digits, with at
 * least one digit or sign. The word 令牌 may stand before them, as on paper.
 */
export const objectorIsToken = guard<commands.RaisePublicObjection>(
  'R-PER-03',
  (c) => c.identityToken === undefined || /^(?:令牌-)?(?=[\w:.-]*[\d_:.-])[\w:.-]{4,}$/u.test(c.identityToken.trim()),
  'identityToken',
);

/** R-PER-03 · an objection is raised once. */
export const objectionIsNew = guard<commands.RaisePublicObjection>(
  'R-PER-03',
  (c, kase) => !kase.ever.all('PublicObjectionRaised').some(({ data }) => data.objectionId === c.objectionId),
  'objectionId',
);

/** R-PER-03 · an answer is to an objection that waits for one. */
export const objectionWaits = guard<commands.ResolvePublicObjection>(
  'R-PER-03',
  (c, kase) => kase.open('OBJECTION').includes(c.objectionId),
  'objectionId',
);

/** R-PER-03, D-PER-03 · the village gives its opinion after the last day on the board. */
export const firstPublicityIsOver = precondition(
  'R-PER-03',
  (kase, x) => x.on > (kase.latest('ApplicationPublicised')?.data.postedUntil ?? '9999-12-31'),
);

/** R-PER-04 · accepted on the day of submission or later. */
export const acceptedAfterSubmission = guard<commands.SubmitApplicationToTown>(
  'R-PER-04',
  (c) => c.acceptedOn >= c.submittedOn,
  'acceptedOn',
);

/** R-PER-04, ALL art. 32 · every missing paper is named at once: there is no second notice in a case. */
export const firstNoticeOfGaps = precondition('R-PER-04', (kase) => !kase.ever.has('MaterialsReturned'));

/** R-PER-04, ALL art. 42 · the term of a submission is extended once. */
export const termExtendedOnce = precondition('R-PER-04', (kase) => {
  const started = kase.latest('ApplicationSubmittedToTown')?.revision ?? -1;
  return (kase.latest('PermitTermExtended')?.revision ?? -1) <= started;
});

/** R-PER-04, ALL art. 42 · extended before the term is over, by 10 working days at most, and told in time. */
export const extendedInTime = guard<commands.ExtendPermitTerm>(
  'R-PER-04',
  (c, kase, x) => {
    const { calendar } = x.township;
    const from = kase.latest('ApplicationSubmittedToTown') ?? kase.latest('PermitReopened');
    if (!from) return false;
    const due = calendar.addWorkingDays(from.on, decisionDays);
    return (
      c.extendedOn <= due &&
      c.informedOn <= due &&
      c.newDueOn > due &&
      c.newDueOn <= calendar.addWorkingDays(due, extensionMaxDays)
    );
  },
  'newDueOn',
);

/** R-PER-05 · two different people of the joint review stood there. */
export const twoAttended = guard<{ attendeeRefs: string[] }>(
  'R-PER-05',
  (c) => new Set(c.attendeeRefs).size >= 2,
  'attendeeRefs',
);

/** R-PER-05, LAL art. 62 · the plot lies off permanent basic farmland, whatever it was applied for as. */
export const notFoundOnBasicFarmland = guard<commands.AttendSiteReview>(
  'R-PER-05',
  (c) => !c.onBasicFarmland && c.landUse !== 'BASIC_FARMLAND',
  'onBasicFarmland',
);

const memberLimit = {
  AGRICULTURE: 'jointReviewAgriculture',
  NATURAL_RESOURCES: 'jointReviewNaturalResources',
  PLANNING_CONSTRUCTION: 'jointReviewPlanningConstruction',
  FORESTRY: 'jointReviewForestry',
  WATER: 'jointReviewWater',
  TRANSPORT: 'jointReviewTransport',
  POWER: 'jointReviewPower',
  EMERGENCY: 'jointReviewEmergency',
} as const satisfies Record<Code<typeof JointReviewOffice>, keyof Limits>;

/** R-PER-05 · each member office of the township's joint review spoke, each once. */
export const allOfficesSpoke = guard<commands.ConcludeJointReview>(
  'R-PER-05',
  (c, _, x) => {
    const spoke = new Set(c.reviewOffices);
    const once = spoke.size === c.reviewOffices.length && c.opinions.length === c.reviewOffices.length;
    const offices = Object.keys(memberLimit) as (keyof typeof memberLimit)[];
    return once && offices.every((office) => x.township.limits[memberLimit[office]] !== 1 || spoke.has(office));
  },
  'reviewOffices',
);

/** R-PER-05 · one office that disagrees stops the application. */
export const passedWithoutDisagreement = guard<commands.ConcludeJointReview>(
  'R-PER-05',
  (c) => c.result !== 'PASSED' || !c.opinions.includes('DISAGREE'),
  'result',
);

/** R-PER-05, LAL arts. 44, 62 · farmland is converted first; what the land is was seen on site. */
export const farmlandIsConverted = guard<commands.ConcludeJointReview>(
  'R-PER-05',
  (c, kase) => {
    const landUse = kase.latest('SiteReviewAttended')?.data.landUse;
    const farmland = landUse === 'ARABLE' || landUse === 'FOREST';
    return c.result !== 'PASSED' || !farmland || !!c.farmlandConversionNo?.trim();
  },
  'farmlandConversionNo',
);

/** R-PER-06 · the joint review let it pass. */
export const reviewPassed = precondition(
  'R-PER-06',
  (kase) => kase.latest('JointReviewConcluded')?.data.result === 'PASSED',
);

/** R-PER-06, CPL art. 41 · new land needs a planning permit first; old plots where the province says so. */
export const planningPermitIsThere = guard<commands.ApprovePermit>(
  'R-PER-06',
  (c, kase, x) => {
    const needed =
      applicationOf(kase)?.applicationKind === 'NEW_PLOT' || x.township.limits.planningPermitForOldPlots === 1;
    return !needed || !!c.planningPermitNo?.trim();
  },
  'planningPermitNo',
);

/** No plot lies on basic farmland or in a river, so the province sets no limit there. */
function plotLimit(landUse: Code<typeof LandUse> | undefined, limits: Limits): number {
  if (landUse === undefined || landUse === 'BASIC_FARMLAND' || landUse === 'RIVER') return 0;
  if (landUse === 'ARABLE') return limits.homesteadArableMaxDm2;
  return landUse === 'UNUSED' ? limits.homesteadUnusedMaxDm2 : limits.homesteadOtherMaxDm2;
}

/** R-PER-06, LAL art. 62 · the plot keeps within the provincial limit of the land that was seen on site. */
export const plotWithinLimit = guard<commands.ApprovePermit>(
  'R-PER-06',
  (c, kase, x) => c.plotAreaDm2 <= plotLimit(kase.latest('SiteReviewAttended')?.data.landUse, x.township.limits),
  'plotAreaDm2',
);

/** R-ALL-05 · a refusal says why. */
export const refusalHasReason = guard<commands.RefusePermit>('R-ALL-05', (c) => c.reason.trim() !== '', 'reason');

/** R-ALL-05, ALL art. 38 · a refusal tells where the applicant may turn. */
export const refusalTellsRemedies = guard<commands.RefusePermit>(
  'R-ALL-05',
  (c) => c.remedyInfoGiven,
  'remedyInfoGiven',
);

const measured: Readonly<Record<string, readonly string[]>> = {
  SiteReviewAttended: ['plotAreaDm2'],
  CompletionCheckAttended: ['plotAreaDm2', 'buildingAreaDm2', 'storeys'],
  OldHouseRemoved: ['areaDm2'],
};

/** R-ALL-08, F.5 · a measured value changes with the measuring sheet only. */
export const measuringSheetIsThere = guard<commands.CorrectPermitEntry>(
  'R-ALL-08',
  (c, kase) => {
    const id = c.correctedEventId;
    const target = kase.state.events.find((event) => event.id === id || event.correctedBy.includes(id));
    const fields = measured[target?.type ?? ''] ?? [];
    const changes = c.replacedFields.some((pair) => fields.includes(pair.split('=', 1)[0]!.trim()));
    return !changes || !!c.measuringSheetRef?.trim();
  },
  'measuringSheetRef',
);
