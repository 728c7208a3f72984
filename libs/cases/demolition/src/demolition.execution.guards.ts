import { courtApplicationWindow, vocabulary } from '#foundation/process';
import {
  type DemolitionCase,
  type DemolitionEvents,
  type DemolitionState,
  partyOf,
  standingDemolition,
} from './demolition.case.js';
import type * as commands from './demolition.commands.js';
import { isLandLaw, lastRemedyDayOn } from './demolition.deadlines.js';
import { anythingServed, startOf } from './demolition.guards.js';

// The rules of processes.md B from the remedies to what comes after closing, in the order of the table.

const { guard, precondition } = vocabulary<DemolitionEvents, DemolitionState>();

/** R-DEM-09 · a remedy runs against an order: a prior notice alone decides nothing that could be contested. */
export const orderCanBeContested = precondition('R-DEM-09', (kase) =>
  kase.ever.has('DemolitionOrderServed', 'StopOrderServed'),
);

/** R-DEM-09 · a remedy is concluded once, and only one that was filed. */
export const remedyIsOpen = guard<commands.RecordDemolitionRemedyUpheld | commands.RecordDemolitionOrderSetAside>(
  'R-DEM-09',
  (c, kase) => kase.open('REMEDY').includes(c.remedyId),
  'remedyId',
);

/** R-ALL-03 · a remedy is concluded on or after the day on which that remedy was filed. */
export const concludedAfterFiling = guard<
  commands.RecordDemolitionRemedyUpheld | commands.RecordDemolitionOrderSetAside
>(
  'R-ALL-03',
  (c, kase) => {
    const filed = kase.ever.all('DemolitionRemedyFiled').findLast((remedy) => remedy.data.remedyId === c.remedyId);
    return filed !== undefined && c.concludedOn >= filed.on;
  },
  'concludedOn',
);

/** R-DEM-09 · the result leaves the order standing. */
export const resultUpholds = guard<commands.RecordDemolitionRemedyUpheld>(
  'R-DEM-09',
  (c) => c.result === 'UPHELD' || c.result === 'WITHDRAWN',
  'result',
);

/** R-DEM-09 · the result takes the order down. */
export const resultSetsAside = guard<commands.RecordDemolitionOrderSetAside>(
  'R-DEM-09',
  (c) => !['UPHELD', 'WITHDRAWN'].includes(c.result),
  'result',
);

/** R-DEM-08 · the demand waits until the party has let the self-demolition date pass. */
export const selfDemolitionTermOver = guard<commands.ServeDemolitionDemand>(
  'R-DEM-08',
  (c, kase) => c.servedOn > (kase.latest('DemolitionOrderServed')?.data.selfDemolishBy ?? '9999-12-31'),
  'servedOn',
);

/** R-DEM-08 · the announcement gives a new last day (ACL art. 44). */
export const announcementGivesNewDate = guard<commands.AnnounceDemolition>(
  'R-DEM-08',
  (c) => c.selfDemolishBy > c.postedOn,
  'selfDemolishBy',
);

/** R-DEM-10 · on a Land Administration Law ground the court executes, never the organ (LAL art. 83). */
export const organMayExecuteItself = precondition('R-DEM-10', (kase) => !restsOnLandLaw(kase));

/** R-DEM-09 · the days given in demand and announcement are over (D-DEM-04). */
export const announcedTermsOver = guard<commands.DecideDemolitionExecution>(
  'R-DEM-09',
  (c, kase) => {
    const given = [
      kase.latest('DemolitionDemandServed')?.data.performBy ?? '9999-12-31',
      kase.latest('DemolitionAnnounced')?.data.selfDemolishBy ?? '9999-12-31',
    ];
    return given.every((lastDay) => c.decidedOn > lastDay);
  },
  'decidedOn',
);

/**
 * R-DEM-09 · no execution while a remedy is open or its term still runs (ACL art. 44), on whatever ground; the one
 * exception is a structure under construction with a written legal opinion on file (B.1, decision 4).
 */
export const remediesAreOver = guard<commands.DecideDemolitionExecution>(
  'R-DEM-09',
  (c, kase, x) => {
    if (c.underConstructionOpinionRef !== undefined)
      return kase.latest('SiteSurveyed')?.data.constructionStatus === 'UNDER_CONSTRUCTION';
    return noRemedyLeft(kase, c.decidedOn, x.township.calendar);
  },
  'decidedOn',
);

function noRemedyLeft(kase: DemolitionCase, on: string, calendar: Parameters<typeof lastRemedyDayOn>[2]): boolean {
  const order = kase.latest('DemolitionOrderServed');
  if (!order || kase.open('REMEDY').length > 0) return false;
  if (on > lastRemedyDayOn(order.data.servedOn, order.data.legalBasis, calendar)) return true;
  const upheld = kase.latest('DemolitionRemedyUpheld')?.data;
  return upheld?.finalOn !== undefined && on >= upheld.finalOn;
}

/** R-ALL-03 · an execution decision is not served before it is made. */
export const decisionServedAfterMade = guard<commands.DecideDemolitionExecution>(
  'R-ALL-03',
  (c) => c.servedOn >= c.decidedOn,
  'servedOn',
);

/** R-DEM-10 · the court is for Land Administration Law grounds. */
export const courtIsForLandLaw = precondition('R-DEM-10', (kase) => restsOnLandLaw(kase));

/** R-DEM-10 · not before ten working days from the demand and the end of the remedy term, within three months of it. */
export const withinCourtWindow = guard<commands.ApplyCourtDemolition>(
  'R-DEM-10',
  (c, kase, x) => {
    const order = kase.latest('DemolitionOrderServed')?.data;
    const demand = kase.latest('DemolitionDemandServed')?.data;
    if (!order || !demand) return false;
    const { calendar } = x.township;
    const remedyEnds = lastRemedyDayOn(order.servedOn, order.legalBasis, calendar);
    const window = courtApplicationWindow(demand.servedOn, remedyEnds, calendar);
    return c.appliedOn >= window.from && c.appliedOn > remedyEnds && c.appliedOn <= window.to;
  },
  'appliedOn',
);

/** R-DEM-10 · a ruling answers an application. */
export const applicationExists = precondition('R-DEM-10', (kase) => kase.has('DemolitionCourtApplied'));

/** R-DEM-11 · pulled down for the owner only with the owner's signed consent. */
export const assistedHasConsent = guard<commands.RecordSelfDemolition | commands.RecordPartialDemolition>(
  'R-DEM-11',
  (c) => c.mode !== 'ASSISTED' || c.consentDocRef !== undefined,
  'consentDocRef',
);

/** R-DEM-11 · a part is pulled down in the way that the state allows. */
export const partModeFitsState = guard<commands.RecordPartialDemolition>(
  'R-DEM-11',
  (c, kase) => {
    if (c.mode === 'COMPULSORY_ADMIN') return kase.status === 'DM_EXEC_DECIDED';
    if (c.mode === 'COMPULSORY_COURT') return kase.status === 'DM_COURT_APPLIED' && rulingGranted(kase);
    return true;
  },
  'mode',
);

/** R-DEM-11 · parts stay parts: together less than the surveyed area. */
export const partsStayBelowWhole = guard<commands.RecordPartialDemolition>(
  'R-DEM-11',
  (c, kase) => {
    const earlier = kase.all('PartialDemolitionRecorded').reduce((sum, part) => sum + part.data.partAreaDm2, 0);
    return c.partAreaDm2 > 0 && earlier + c.partAreaDm2 < (kase.latest('SiteSurveyed')?.data.floorAreaDm2 ?? 0);
  },
  'partAreaDm2',
);

/** R-DEM-11 · nothing is pulled down before the first paper was served. */
export const firstNoticeServed = guard<commands.RecordSelfDemolition | commands.RecordPartialDemolition>(
  'R-DEM-11',
  (c, kase) => c.demolishedOn >= (anythingServed(kase) ?? '9999-12-31'),
  'demolishedOn',
);

/** R-DEM-11 · this step records what the owner did or agreed to. */
export const modeIsVoluntary = guard<commands.RecordSelfDemolition>(
  'R-DEM-11',
  (c) => c.mode === 'SELF' || c.mode === 'ASSISTED',
  'mode',
);

/** R-DEM-12 · by administrative decision or by court, as the state says. */
export const modeFitsDecision = guard<commands.RecordCompulsoryDemolition>(
  'R-DEM-12',
  (c, kase) => c.mode === (kase.status === 'DM_COURT_APPLIED' ? 'COMPULSORY_COURT' : 'COMPULSORY_ADMIN'),
  'mode',
);

/** R-DEM-10 · by court only as far as the court granted it. */
export const rulingIsGranted = guard<commands.RecordCompulsoryDemolition>(
  'R-DEM-10',
  (c, kase) => c.mode !== 'COMPULSORY_COURT' || rulingGranted(kase),
  'mode',
);

/** R-DEM-12 · the execution decision has reached the party. */
export const decisionIsServed = guard<commands.RecordCompulsoryDemolition>(
  'R-DEM-12',
  (c, kase) => {
    const decision = kase.latest('DemolitionExecutionDecided');
    return c.mode !== 'COMPULSORY_ADMIN' || (decision !== undefined && c.demolishedOn >= decision.data.servedOn);
  },
  'demolishedOn',
);

/** R-DEM-12, D-DEM-07 · by day and on a working day, unless an urgency is reasoned (ACL art. 43). */
export const byDayOnWorkingDay = guard<commands.RecordCompulsoryDemolition>(
  'R-DEM-12',
  (c, _, x) => {
    const { day, time } = startOf(c.startedAt);
    if (day !== c.demolishedOn) return false;
    const { dayHours, calendar } = x.township;
    const regular = time >= dayHours.start && time <= dayHours.end && !calendar.isRestDay(day);
    return regular || (c.urgent && c.urgencyReason !== undefined);
  },
  'startedAt',
);

/** R-DEM-12 · the household keeps its water and power (ACL art. 43). */
export const utilitiesStayIntact = guard<commands.RecordCompulsoryDemolition>(
  'R-DEM-12',
  (c) => c.utilitiesIntact === true,
  'utilitiesIntact',
);

/** R-ALL-05 · only listed belongings can be returned. */
export const belongingsWereListed = precondition('R-ALL-05', (kase) => kase.ever.has('CompulsoryDemolitionRecorded'));

/** R-DEM-13 · the verifier is who acts, and is not who recorded the demolition. */
export const verifiedBySecondPerson = guard<commands.VerifyDemolition>(
  'R-DEM-13',
  (c, kase, x) => c.verifierStaffRef === x.actor.staffRef && c.verifierStaffRef !== standingDemolition(kase)?.by,
  'verifierStaffRef',
);

/** R-DEM-13 · kind and class are those of the survey: fixed there, put right only by correction. */
export const verifiedAsSurveyed = guard<commands.VerifyDemolition>(
  'R-DEM-13',
  (c, kase) => {
    const survey = kase.latest('SiteSurveyed')?.data;
    return c.structureKind === survey?.structureKind && c.stockClass === survey.stockClass;
  },
  'structureKind',
);

/** R-DEM-13 · day and mode are those of the recorded demolition. */
export const verifiedAsDemolished = guard<commands.VerifyDemolition>(
  'R-DEM-13',
  (c, kase) => {
    const down = standingDemolition(kase)?.data;
    return c.mode === down?.mode && c.demolishedOn === down.demolishedOn;
  },
  'demolishedOn',
);

/** R-DEM-13 · something came down, and not more than was surveyed. */
export const verifiedAreaWithinSurvey = guard<commands.VerifyDemolition>(
  'R-DEM-13',
  (c, kase) => c.verifiedAreaDm2 > 0 && c.verifiedAreaDm2 <= (kase.latest('SiteSurveyed')?.data.floorAreaDm2 ?? 0),
  'verifiedAreaDm2',
);

/** R-ALL-05 · a verified demolition is looked at again. */
export const lookBackIsPlanned = guard<commands.CloseDemolitionCase>(
  'R-ALL-05',
  (c, kase) => kase.status !== 'DM_VERIFIED' || c.lookBackDueOn !== undefined,
  'lookBackDueOn',
);

/** R-ALL-03 · a rebuilt structure is recorded as such, not as the result of a look-back. */
export const reboundHasItsOwnStep = guard<commands.RecordDemolitionLookBack>(
  'R-ALL-03',
  (c) => c.result !== 'REBOUND',
  'result',
);

/** R-DEM-14 · another party or place is another case. */
export const samePartyAndPlace = guard<commands.RecordRebuilding>(
  'R-DEM-14',
  (c, kase) => c.placeConfirmed === true && c.partyRef === partyOf(kase),
  'partyRef',
);

/** R-DEM-09 · there is a liability to settle. */
export const liabilityIsOpen = precondition('R-DEM-09', (kase) => kase.open('LIABILITY').length > 0);

/** R-DEM-09 · compensation names its sum; a final refusal has none. */
export const sumFitsOutcome = guard<commands.RecordDemolitionLiabilitySettled>(
  'R-DEM-09',
  (c) => (c.outcome === 'COMPENSATED' ? (c.amountFen ?? 0) > 0 : c.amountFen === undefined),
  'amountFen',
);

const restsOnLandLaw = (kase: DemolitionCase): boolean => {
  const order = kase.latest('DemolitionOrderServed')?.data ?? kase.latest('SiteSurveyed')?.data;
  return order !== undefined && isLandLaw(order.legalBasis);
};

const rulingGranted = (kase: DemolitionCase): boolean => {
  const applied = kase.latest('DemolitionCourtApplied');
  const ruled = kase.latest('DemolitionCourtRuled');
  if (!applied || !ruled || ruled.revision < applied.revision) return false;
  return ruled.data.result === 'GRANTED' || ruled.data.result === 'PARTLY_GRANTED';
};
