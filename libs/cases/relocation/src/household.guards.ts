import { type RuleContext, vocabulary } from '#foundation/process';
import {
  type HouseholdCase,
  type HouseholdEvents,
  type HouseholdState,
  paidOf,
  type ProjectAsSeen,
  projectOf,
  projectProcess,
  registrationOf,
  titleOf,
} from './household.case.js';
import type * as commands from './household.commands.js';
import { surveyPublicityEnds } from './household.deadlines.js';

// The rules of processes.md C for a household up to agreement or decision, in the order of the table. What follows
// stands in household.moving.guards.ts.

const { guard, precondition } = vocabulary<HouseholdEvents, HouseholdState>();

const projectAt = (ref: string | undefined, x: RuleContext) =>
  ref === undefined ? undefined : x.related<ProjectAsSeen>(projectProcess, ref);

const projectIn = (kase: HouseholdCase, x: RuleContext) => projectAt(projectOf(kase), x);

/** R-REL-09 · the project is named by its registered number, under which all its households are found again. */
export const projectIsNamed = guard<commands.RegisterHousehold>(
  'R-REL-09',
  (c, _, x) => projectAt(c.projectRef, x)?.ever.latest('RelocationProjectRegistered')?.data.projectId === c.projectRef,
  'projectRef',
);

/** R-REL-09 · nobody is put on file before the project was announced to all (LAR art. 26). */
export const projectIsPreAnnounced = guard<commands.RegisterHousehold>(
  'R-REL-09',
  (c, _, x) => c.registeredOn >= (projectAt(c.projectRef, x)?.ever.latest('PreAnnouncementPosted')?.on ?? '9999-12-31'),
  'registeredOn',
);

/** R-ALL-05 · a household or collective has its group, one of the township's register; an enterprise may have none. */
export const groupIsRegistered = guard<commands.RegisterHousehold>(
  'R-ALL-05',
  (c, _, x) =>
    c.groupCode === undefined ? c.partyKind === 'ENTERPRISE' : x.township.gridInForce(c.groupCode, c.registeredOn),
  'groupCode',
);

/** R-REL-10 · measured by two people of the staff. */
export const measuredByTwo = guard<commands.SurveyHousehold>(
  'R-REL-10',
  (c, _, x) => new Set(c.surveyorRefs.filter((ref) => x.township.isStaff(ref))).size >= 2,
  'surveyorRefs',
);

/** R-REL-10 · a building has an area, and a number of its own in the survey. */
export const buildingsAreMeasured = guard<commands.SurveyHousehold>(
  'R-REL-10',
  (c) =>
    c.buildings.every(({ floorAreaDm2 }) => floorAreaDm2 > 0) &&
    new Set(c.buildings.map(({ buildingId }) => buildingId)).size === c.buildings.length,
  'buildings',
);

/** R-REL-10 · something was found. */
export const somethingIsSurveyed = guard<commands.SurveyHousehold>(
  'R-REL-10',
  (c) => c.buildings.length + (c.attachments?.length ?? 0) > 0,
  'buildings',
);

/** R-REL-10 · who does not sign is taken at no word: a witness of the refusal, not one of the surveyors. */
export const refusalHasWitness = guard<commands.SurveyHousehold>(
  'R-REL-10',
  (c) => c.ownerSigned || (c.refusalWitnessRef !== undefined && !c.surveyorRefs.includes(c.refusalWitnessRef)),
  'refusalWitnessRef',
);

/** R-REL-10 · posted where those concerned pass by. */
export const postedWithinProject = guard<commands.PublishSurveyResult>(
  'R-REL-10',
  (c) => ['VILLAGE', 'VILLAGER_GROUP', 'PROJECT_AREA'].includes(c.place),
  'place',
);

/** R-ALL-10 · an objection is raised once; it is owed an answer from then on. */
export const objectionIsNew = guard<commands.RaiseSurveyObjection>(
  'R-ALL-10',
  (c, kase) => kase.ever.all('SurveyObjectionRaised').every(({ data }) => data.objectionId !== c.objectionId),
  'objectionId',
);

/** R-ALL-05 · what is answered is an open objection. */
export const objectionIsOpen = guard<commands.ResolveSurveyObjection>(
  'R-ALL-05',
  (c, kase) => kase.open('SURVEY_OBJECTION').includes(c.objectionId),
  'objectionId',
);

/** R-REL-11, D-REL-11 · nothing is valued before the publicity is over. */
export const publicityIsOver = guard<commands.AppraiseProperty>(
  'R-REL-11',
  (c, kase) => {
    const posted = kase.ever.latest('SurveyResultPublished')?.data;
    return posted !== undefined && c.appraisedOn > surveyPublicityEnds(posted);
  },
  'appraisedOn',
);

/** R-REL-11 · the owner holds the report. */
export const reportIsGiven = guard<commands.AppraiseProperty>('R-REL-11', (c) => c.served === true, 'served');

/** R-REL-11 · the office that applies the rate table applies the rate table and values nothing else. */
export const officeAppliesTable = guard<commands.AppraiseProperty>(
  'R-REL-11',
  (c) => c.appraiser !== 'RATE_TABLE_OFFICE' || c.method === 'RATE_TABLE',
  'appraiser',
);

/** R-REL-11 · the parts add up; an absent part is nothing. */
export const partsAddUp = guard<commands.OfferCompensation>(
  'R-REL-11',
  (c) =>
    c.houseFen + (c.movingFen ?? 0) + (c.temporaryFen ?? 0) + (c.businessLossFen ?? 0) + (c.bonusFen ?? 0) ===
    c.totalFen,
  'totalFen',
);

/** R-REL-11 · the owner chooses: from at least two modes for a household (LAL art. 48). */
export const ownerHasChoice = guard<commands.OfferCompensation>(
  'R-REL-11',
  (c, kase) =>
    c.modesOffered.includes(c.compensationMode) &&
    (registrationOf(kase)?.partyKind !== 'HOUSEHOLD' || new Set(c.modesOffered).size >= 2),
  'modesOffered',
);

/** R-REL-12 · nothing is signed before the plan is confirmed. */
export const planIsConfirmed = guard<commands.SignAgreement>(
  'R-REL-12',
  (c, kase, x) => c.signedOn >= (projectIn(kase, x)?.ever.latest('CompensationPlanConfirmed')?.on ?? '9999-12-31'),
  'signedOn',
);

/** R-REL-12 · what is signed is what was offered. */
export const totalAsOffered = guard<commands.SignAgreement>(
  'R-REL-12',
  (c, kase) => c.totalFen === kase.ever.latest('CompensationOffered')?.data.totalFen,
  'totalFen',
);

/** R-REL-12 · first the money, then the move (LAL art. 48). */
export const paidBeforeMoving = guard<commands.SignAgreement>(
  'R-REL-12',
  (c) => c.firstPaymentBy < c.vacateBy,
  'firstPaymentBy',
);

/** R-REL-12 · whoever is to be housed elsewhere knows where. */
export const resettlementIsNamed = guard<commands.SignAgreement>(
  'R-REL-12',
  (c) => c.compensationMode === 'MONEY' || c.resettlement !== undefined,
  'resettlement',
);

/** R-REL-12 · who signs for another shows the power. */
export const signerHasPower = guard<commands.SignAgreement>(
  'R-REL-12',
  (c) => !['AUTHORISED_AGENT', 'GUARDIAN'].includes(c.signerCapacity) || c.powerRef !== undefined,
  'powerRef',
);

/** R-REL-12 · and knows what the law says. */
export const lawIsExplained = guard<commands.SignAgreement>(
  'R-REL-12',
  (c) => c.legalExplained === true,
  'legalExplained',
);

/** R-REL-12 · rescinded is the agreement in force. */
export const agreementIsInForce = guard<commands.RescindAgreement>(
  'R-REL-12',
  (c, kase) => c.agreementNo === titleOf(kase)?.signed?.data.agreementNo,
  'agreementNo',
);

/** R-REL-12 · a supplement takes nothing back that was paid. */
export const totalCoversPayments = guard<commands.SignSupplementaryAgreement>(
  'R-REL-12',
  (c, kase) => c.newTotalFen > 0 && c.newTotalFen >= paidOf(kase),
  'newTotalFen',
);

/** R-REL-13 · the county decides, and nobody below (LAR art. 31, RSO art. 26). */
export const countyDecides = guard<commands.RecordCompensationDecision>(
  'R-REL-13',
  (c) => c.authority === 'COUNTY_GOVERNMENT',
  'authority',
);

/** R-REL-13 · and only once the expropriation is announced. */
export const expropriationIsAnnounced = guard<commands.RecordCompensationDecision>(
  'R-REL-13',
  (c, kase, x) => {
    const project = projectIn(kase, x)?.ever;
    const announced = project?.latest('ExpropriationAnnounced') ?? project?.latest('HouseExpropriationDecided');
    return c.decidedOn >= (announced?.on ?? '9999-12-31');
  },
  'decidedOn',
);

/** R-ALL-03 · a decision is not served before it is made. */
export const servedAfterDecision = guard<commands.RecordCompensationDecision>(
  'R-ALL-03',
  (c) => c.servedOn >= c.decidedOn,
  'servedOn',
);

/** R-REL-13 · a remedy runs against an agreement or a decision. */
export const titleCanBeContested = precondition('R-REL-13', (kase) => titleOf(kase) !== undefined);
