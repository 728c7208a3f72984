import { vocabulary } from '#foundation/process';
import { type ProjectEvents, type ProjectState } from './project.case.js';
import type * as commands from './project.commands.js';
import { lastDayOfPublicity, planPublicityEnds } from './project.deadlines.js';

// The rules of processes.md C for a project up to the confirmed plan, in the order of the table. Money, campaign and
// land approval stand in project.money.guards.ts.

const { guard, precondition } = vocabulary<ProjectEvents, ProjectState>();

const countyOrAbove = ['COUNTY_GOVERNMENT', 'CITY_GOVERNMENT', 'PROVINCE_GOVERNMENT', 'STATE_COUNCIL'];

/** R-REL-01 · the township only carries out: expropriation is the county's (LAL art. 47). */
export const countyIsNamed = guard<commands.RegisterRelocationProject>(
  'R-REL-01',
  (c) => countyOrAbove.includes(c.countyAuthority),
  'countyAuthority',
);

/** R-REL-01 · a radius reaches somewhere, and clearing around a landfill names one. */
export const radiusIsPositive = guard<commands.RegisterRelocationProject>(
  'R-REL-01',
  (c) => (c.scopeRadiusM === undefined ? c.projectKind !== 'LANDFILL_ZONE' : c.scopeRadiusM > 0),
  'scopeRadiusM',
);

/** R-REL-02 · posted in town, village and group (LAR art. 26). */
export const postedInAllPlaces = guard<commands.PostPreAnnouncement>(
  'R-REL-02',
  (c) => (['TOWN', 'VILLAGE', 'VILLAGER_GROUP'] as const).every((place) => c.places.includes(place)),
  'places',
);

/** R-REL-02, D-REL-01 · for at least ten working days. */
export const postedTenWorkingDays = guard<commands.PostPreAnnouncement>(
  'R-REL-02',
  (c, _, x) => c.postedUntil >= lastDayOfPublicity(c.postedOn, x.township.calendar),
  'postedUntil',
);

/** R-REL-02, D-REL-01 · the survey waits until those ten working days are over. */
export const preAnnouncementIsOver = guard<commands.CompleteLandSurvey>(
  'R-REL-02',
  (c, kase, x) => {
    const posted = kase.ever.latest('PreAnnouncementPosted');
    return posted !== undefined && c.surveyedOn > lastDayOfPublicity(posted.data.postedOn, x.township.calendar);
  },
  'surveyedOn',
);

/** R-REL-02 · there is land to take. */
export const landIsMeasured = guard<commands.CompleteLandSurvey>('R-REL-02', (c) => c.areaCentimu > 0, 'areaCentimu');

/** R-REL-03 · those whose land is taken took part in the assessment (LAR art. 27). */
export const affectedTookPart = guard<commands.AssessStabilityRisk>(
  'R-REL-03',
  (c) => c.participants.includes('AFFECTED_COLLECTIVE') && c.participants.includes('AFFECTED_MEMBERS'),
  'participants',
);

/** R-REL-02, D-REL-02, D-REL-08 · at least thirty days (LAL art. 47, LAR art. 28; RSO art. 10). */
export const planPostedThirtyDays = guard<commands.AnnounceCompensationPlan>(
  'R-REL-02',
  (c) => c.postedUntil >= planPublicityEnds(c.postedOn),
  'postedUntil',
);

/** R-REL-03 · what is heard is the plan that stands announced. */
export const planIsAnnounced = guard<commands.HoldPlanHearing>(
  'R-REL-03',
  (c, kase) => c.heldOn >= (kase.ever.latest('CompensationPlanAnnounced')?.data.postedOn ?? '9999-12-31'),
  'heldOn',
);

/** R-ALL-07 · a share of all members is at most the whole. */
export const shareIsAtMostAll = guard<commands.HoldPlanHearing | commands.ConfirmCompensationPlan>(
  'R-ALL-07',
  (c) => c.objectorsBp <= 10_000,
  'objectorsBp',
);

/** R-REL-03 · confirmed is the plan that was announced. */
export const planAsAnnounced = guard<commands.ConfirmCompensationPlan>(
  'R-REL-03',
  (c, kase) => c.planNo === kase.ever.latest('CompensationPlanAnnounced')?.data.planNo,
  'planNo',
);

/** R-REL-03 · and not before its announcement is over. */
export const announcementIsOver = guard<commands.ConfirmCompensationPlan>(
  'R-REL-03',
  (c, kase) => c.confirmedOn > (kase.ever.latest('CompensationPlanAnnounced')?.data.postedUntil ?? '9999-12-31'),
  'confirmedOn',
);

/** R-REL-03, D-REL-03 · most members object: they are heard first (LAL art. 47, LAR art. 28). */
export const objectorsWereHeard = guard<commands.ConfirmCompensationPlan>(
  'R-REL-03',
  (c, kase) =>
    c.objectorsBp <= 5_000 || kase.ever.all('PlanHearingHeld').some((hearing) => hearing.on <= c.confirmedOn),
  'objectorsBp',
);

/** R-REL-04 · money that is there is more than nothing. */
export const fundsArePositive = guard<commands.SecureCompensationFunds>(
  'R-REL-04',
  (c) => c.amountFen > 0,
  'amountFen',
);

/** R-REL-04, D-REL-04 · no approval is asked for and nothing expropriated before the money is there (LAR art. 32). */
export const fundsAreSecured = precondition('R-REL-04', (kase) => kase.ever.has('CompensationFundsSecured'));
