import { localDayOf, localMinute, type RuleContext, vocabulary } from '#foundation/process';
import { type DemolitionCase, type DemolitionEvents, type DemolitionState, partyOf } from './demolition.case.js';
import type * as commands from './demolition.commands.js';
import { isLandLaw } from './demolition.deadlines.js';

// The rules of processes.md B up to the order, in the order of the table. Rules of execution and of what comes after
// stand in demolition.execution.guards.ts.

const { guard, precondition } = vocabulary<DemolitionEvents, DemolitionState>();

/** R-DEM-01 · the grid cell is in force on the day of finding. */
export const gridCodeInForce = guard<commands.RegisterIllegalBuilding>(
  'R-DEM-01',
  (c, _, x) => x.township.gridInForce(c.gridCode, c.foundOn),
  'gridCode',
);

/** R-DEM-01 · a tip-born report names the tip, and no other report does; never the tipster. */
export const tipNamedExactlyForTips = guard<commands.RegisterIllegalBuilding>(
  'R-DEM-01',
  (c) => (c.leadSource === 'TIP') === (c.tipId !== undefined),
  'tipId',
);

/** R-DEM-02 · measured and classed by two different officers of the enforcement team. */
export const surveyedByTwoOfficers = guard<commands.SurveySite>(
  'R-DEM-02',
  (c, _, x) =>
    new Set(c.officerRefs).size >= 2 && c.officerRefs.every((ref) => x.township.holdsRole(ref, 'ENFORCEMENT_OFFICER')),
  'officerRefs',
);

/** R-DEM-02 · a structure has an area. */
export const surveyedAreaIsPositive = guard<commands.SurveySite>('R-DEM-02', (c) => c.floorAreaDm2 > 0, 'floorAreaDm2');

/** R-DEM-02 · of a finished structure the start of building is at least estimated, with evidence. */
export const finishedHasStartDate = guard<commands.SurveySite>(
  'R-DEM-02',
  (c) => c.constructionStatus !== 'FINISHED' || c.startedOn !== undefined,
  'startedOn',
);

/** R-DEM-02, B.2 · new is what is being built or was begun on or after the baseline date; all else is existing. */
export const stockClassFollowsBaseline = guard<commands.SurveySite>(
  'R-DEM-02',
  (c, _, x) => {
    if (c.constructionStatus === 'UNDER_CONSTRUCTION') return c.stockClass === 'NEW';
    const { baselineDate } = x.township;
    if (baselineDate === undefined || c.startedOn === undefined) return false;
    return c.stockClass === (c.startedOn >= baselineDate ? 'NEW' : 'EXISTING');
  },
  'stockClass',
);

/** R-DEM-02 · CPL art. 65 rules in villages and townships, art. 64 in towns and cities. */
export const basisFitsPlanningArea = guard<commands.SurveySite>(
  'R-DEM-02',
  (c) => {
    if (c.legalBasis === 'CPL65') return c.planningArea !== 'CITY';
    if (c.legalBasis === 'CPL64') return c.planningArea !== 'VILLAGE';
    return c.legalBasis === 'CPL66' || isLandLaw(c.legalBasis);
  },
  'legalBasis',
);

/** R-DEM-02 · no storey is larger than the whole. */
export const footprintWithinFloorArea = guard<commands.SurveySite>(
  'R-DEM-02',
  (c) => c.footprintDm2 === undefined || !((c.storeys ?? 0) >= 1) || c.footprintDm2 <= c.floorAreaDm2,
  'footprintDm2',
);

/** R-ALL-05 · what makes a structure lawful is named: the permit, or the reason. */
export const permitOrReasonGiven = guard<commands.ConfirmBuildingLawful>(
  'R-ALL-05',
  (c) => c.permitNo !== undefined || c.reason !== undefined,
  'permitNo',
);

const organOfBasis: Readonly<Record<string, string>> = {
  CPL64: 'PLANNING_DEPT',
  CPL65: 'TOWNSHIP_GOVERNMENT',
  CPL66: 'PLANNING_DEPT',
  LAL77: 'NATURAL_RESOURCES_DEPT',
  LAL78: 'AGRICULTURE_DEPT',
};

/** B.1 · the organ that the law names for the ground, or the township where the item was delegated and published. */
function isCompetent(authority: string, basis: string, x: RuleContext): boolean {
  if (organOfBasis[basis] === authority) return true;
  return authority === 'TOWNSHIP_GOVERNMENT' && x.township.hasDelegation(basis, x.on);
}

/** R-DEM-03 · a case is handed over only where the township may not decide itself. */
export const townshipIsNotCompetent = precondition('R-DEM-03', (kase, x) => {
  const survey = kase.latest('SiteSurveyed');
  return survey !== undefined && !isCompetent('TOWNSHIP_GOVERNMENT', survey.data.legalBasis, x);
});

/** R-DEM-03 · no step against the party by an organ to which the law or a published delegation gives no power. */
export const surveyedOrganIsCompetent = precondition('R-DEM-03', (kase, x) => {
  const survey = kase.latest('SiteSurveyed');
  return survey !== undefined && isCompetent(survey.data.authority, survey.data.legalBasis, x);
});

/** R-ALL-05 · a case that comes back names why, unless it comes back to be carried out. */
export const returnHasReason = guard<commands.ReturnDemolitionTransfer>(
  'R-ALL-05',
  (c) => c.outcomeCode === 'ENTRUSTED_EXECUTION' || c.reason !== undefined,
  'reason',
);

/** R-ALL-05 · a paper is served on somebody: the party is known, from the report or from the survey. */
export const partyIsKnown = precondition('R-ALL-05', (kase) => partyOf(kase) !== undefined);

/** R-ALL-05 · electronic service needs the party's signed consent (APL art. 61). */
export const electronicServiceHasConsent = guard<commands.ServeStopOrder>(
  'R-ALL-05',
  (c) => c.serviceMethod !== 'ELECTRONIC' || c.electronicConsentRef !== undefined,
  'electronicConsentRef',
);

/** R-DEM-04 · only building that goes on can be stopped. */
export const stillUnderConstruction = precondition(
  'R-DEM-04',
  (kase) => kase.latest('SiteSurveyed')?.data.constructionStatus === 'UNDER_CONSTRUCTION',
);

/** R-DEM-05 · the party is told of the right to speak (APL art. 44). */
export const noticeStatesRights = guard<commands.ServeDemolitionPriorNotice>(
  'R-DEM-05',
  (c) => c.rightsStated === true,
  'rightsStated',
);

/** R-DEM-05 · and is given days to do so. */
export const statementTermAfterService = guard<commands.ServeDemolitionPriorNotice>(
  'R-DEM-05',
  (c) => c.statementDueOn > c.servedOn,
  'statementDueOn',
);

/** R-DEM-05 · what the party said is answered, adopted or not. */
export const statementIsAnswered = guard<commands.HearDemolitionStatement>(
  'R-DEM-05',
  (c) => c.waived || c.adopted !== undefined,
  'adopted',
);

/** R-DEM-06 · nothing is decided before the party has spoken, waived, or let the term pass (APL arts. 44-45). */
export const statementHeardOrTermOver = guard<commands.ServeDemolitionOrder>(
  'R-DEM-06',
  (c, kase) => {
    const notice = kase.latest('DemolitionPriorNoticeServed');
    if (!notice) return false;
    const heard = kase.latest('DemolitionStatementHeard');
    const spoken = heard !== undefined && heard.revision > notice.revision && c.decidedOn >= heard.on;
    return spoken || c.decidedOn > notice.data.statementDueOn;
  },
  'decidedOn',
);

/** R-DEM-06 · decided by the organ that the ground names, or under a published delegation. */
export const decidingOrganIsCompetent = guard<commands.ServeDemolitionOrder>(
  'R-DEM-06',
  (c, _, x) => isCompetent(c.authority, c.legalBasis, x),
  'authority',
);

/** R-DEM-06 · the order rests on the ground that the party was told of. */
export const orderRestsOnNotifiedBasis = guard<commands.ServeDemolitionOrder>(
  'R-DEM-06',
  (c, kase) => c.legalBasis === kase.latest('DemolitionPriorNoticeServed')?.data.legalBasis,
  'legalBasis',
);

/** R-DEM-06 · an order without its remedies is void towards the party. */
export const remediesAreStated = guard<commands.ServeDemolitionOrder>(
  'R-DEM-06',
  (c) => c.remedyInfoGiven === true,
  'remedyInfoGiven',
);

/** R-DEM-06 · the party gets days to pull down, counted from service, and no order is served before it is made. */
export const selfDemolitionAfterService = guard<commands.ServeDemolitionOrder>(
  'R-DEM-06',
  (c) => c.selfDemolishBy > c.servedOn && c.servedOn >= c.decidedOn,
  'selfDemolishBy',
);

/** R-DEM-07 · a permit was granted, or the deviation was put right and checked. */
export const permitOrCheckedCorrection = guard<commands.RegulariseBuilding>(
  'R-DEM-07',
  (c) => c.permitNo !== undefined || c.checkRecordRef !== undefined,
  'permitNo',
);

/** The local day and minute of a start of work, for the rules on execution. */
export const startOf = (moment: string) => ({ day: localDayOf(moment), time: localMinute(moment).slice(11, 16) });

/** Whether any paper was served on the party in this round. */
export const anythingServed = (kase: DemolitionCase): string | undefined =>
  [
    kase.latest('StopOrderServed')?.on,
    kase.latest('DemolitionPriorNoticeServed')?.on,
    kase.latest('DemolitionOrderServed')?.on,
  ]
    .filter((on) => on !== undefined)
    .sort()[0];
