import { lastRemedyDay, vocabulary } from '#foundation/process';
import {
  agreedKinds,
  demolishedIds,
  type HouseholdCase,
  type HouseholdEvents,
  type HouseholdState,
  paidOf,
  paymentsOf,
  resettledUnderTitle,
  standingBuildings,
  surveyedBuilding,
  titleOf,
  totalOf,
} from './household.case.js';
import type * as commands from './household.commands.js';

// Remedies, payment, moving, demolition and closing. First compensate, then move: nobody is made to leave by anything
// but a court, and never by cutting water, power, heat, gas or road (LAL art. 48, RSO art. 27).

const { guard, precondition } = vocabulary<HouseholdEvents, HouseholdState>();

/** R-REL-13 · a remedy is concluded once, and only one that was filed. */
export const remedyIsOpen = guard<commands.RecordRelocationRemedyConcluded>(
  'R-REL-13',
  (c, kase) => kase.open('REMEDY').includes(c.remedyId),
  'remedyId',
);

/** R-ALL-03 · and not before it was filed. */
export const concludedAfterFiling = guard<commands.RecordRelocationRemedyConcluded>(
  'R-ALL-03',
  (c, kase) => {
    const filed = kase.ever.all('RelocationRemedyFiled').findLast(({ data }) => data.remedyId === c.remedyId);
    return filed !== undefined && c.concludedOn >= filed.on;
  },
  'concludedOn',
);

/** R-REL-14 · money that is paid is more than nothing. */
export const paymentIsPositive = guard<commands.PayCompensation>('R-REL-14', (c) => c.amountFen > 0, 'amountFen');

/** R-REL-14 · all payments together stay within the total in force. */
export const paidWithinTotal = guard<commands.PayCompensation>(
  'R-REL-14',
  (c, kase) => paidOf(kase) + c.amountFen <= totalOf(kase),
  'amountFen',
);

/** R-REL-14 · paid to an account, or deposited. */
export const accountOrDeposit = guard<commands.PayCompensation>(
  'R-REL-14',
  (c) => c.depositedWithNotary || c.payeeAccountToken !== undefined,
  'payeeAccountToken',
);

/** R-REL-14 · the payee is the signer: one account all through, unless several co-owners signed. */
export const payeeIsSigner = guard<commands.PayCompensation>(
  'R-REL-14',
  (c, kase) =>
    c.payeeAccountToken === undefined ||
    titleOf(kase)?.signed?.data.signerCapacity === 'ALL_CO_OWNERS' ||
    paymentsOf(kase).every(({ data }) => (data.payeeAccountToken ?? c.payeeAccountToken) === c.payeeAccountToken),
  'payeeAccountToken',
);

/** R-REL-15 · the kind that was agreed, or a place to bridge the time. */
export const resettledAsAgreed = guard<commands.ProvideResettlement>(
  'R-REL-15',
  (c, kase) => c.kind === 'TEMPORARY_HOUSING' || (agreedKinds(kase)?.includes(c.kind) ?? true),
  'kind',
);

/**
 * R-REL-13 · the court is asked when there is nothing left to contest: the decision's remedy terms are over or a remedy
 * left it standing; under an agreement, the day to move has passed (LAR art. 62, RSO art. 28).
 */
export const titleIsFinal = guard<commands.ApplyCourtVacating>(
  'R-REL-13',
  (c, kase, x) => {
    const title = titleOf(kase);
    if (!title) return false;
    if (title.signed) return c.appliedOn > title.signed.data.vacateBy;
    if (c.appliedOn > lastRemedyDay(title.decided.data.servedOn, x.township.calendar)) return true;
    const concluded = kase.ever.latest('RelocationRemedyConcluded');
    return concluded !== undefined && concluded.revision > title.revision && concluded.data.result === 'UPHELD';
  },
  'appliedOn',
);

/** R-REL-13 · and when what is due is paid or deposited. */
export const dueIsPaidOrDeposited = guard<commands.ApplyCourtVacating>('R-REL-13', (c, kase) =>
  dueIsPaid(kase, c.appliedOn),
);

/** R-REL-13 · a ruling answers an application, once. */
export const applicationIsPending = precondition('R-REL-13', (kase) => {
  const applied = kase.ever.latest('CourtVacatingApplied');
  const ruled = kase.ever.latest('CourtVacatingRuled');
  return applied !== undefined && (!ruled || ruled.revision < applied.revision);
});

/** R-REL-15 · the payment that was due has been made, all of it where the county decided. */
export const duePaymentIsMade = guard<commands.ConfirmHouseVacated>(
  'R-REL-15',
  (c, kase) => dueIsPaid(kase, c.vacatedOn),
  'vacatedOn',
);

/** R-REL-15 · no cut of water, power, heat, gas or road makes anyone move (RSO art. 27). */
export const nothingWasCut = guard<commands.ConfirmHouseVacated>(
  'R-REL-15',
  (c) => c.utilitiesAndRoadIntact === true,
  'utilitiesAndRoadIntact',
);

/** R-REL-15 · against the owner's will only on a court's ruling. */
export const compulsoryHasRuling = guard<commands.ConfirmHouseVacated>(
  'R-REL-15',
  (c, kase) => {
    if (c.voluntary) return true;
    const ruled = kase.ever.latest('CourtVacatingRuled');
    const current = ruled !== undefined && ruled.revision > (titleOf(kase)?.revision ?? Infinity);
    return current && ['GRANTED', 'PARTLY_GRANTED'].includes(ruled.data.result) && ruled.on <= c.vacatedOn;
  },
  'voluntary',
);

/** R-REL-13 · a remedy that is open stops the enforcement of a ruling. */
export const noRemedyStopsIt = guard<commands.ConfirmHouseVacated>(
  'R-REL-13',
  (c, kase) => c.voluntary || kase.open('REMEDY').length === 0,
  'voluntary',
);

/** R-REL-15 · where housing or a plot was agreed, there is a place to go to. */
export const hasPlaceToLive = guard<commands.ConfirmHouseVacated>(
  'R-REL-15',
  (c, kase) => (agreedKinds(kase) ?? []).length === 0 || resettledUnderTitle(kase).some(({ on }) => on <= c.vacatedOn),
  'vacatedOn',
);

/** R-REL-16 · a building comes down once, and is one of the survey. */
export const buildingIsStanding = guard<commands.RecordHouseDemolished>(
  'R-REL-16',
  (c, kase) => surveyedBuilding(kase, c.buildingId) !== undefined && !demolishedIds(kase).includes(c.buildingId),
  'buildingId',
);

/** R-REL-16 · of the use and the area that were measured. */
export const buildingAsSurveyed = guard<commands.RecordHouseDemolished>(
  'R-REL-16',
  (c, kase) => {
    const building = surveyedBuilding(kase, c.buildingId);
    return c.areaDm2 === building?.floorAreaDm2 && c.buildingUse === building.buildingUse;
  },
  'areaDm2',
);

/** R-REL-16 · the last one is the one after which none is left standing. */
export const lastLeavesNone = guard<commands.RecordHouseDemolished>(
  'R-REL-16',
  (c, kase) => c.lastBuilding === standingBuildings(kase).every(({ buildingId }) => buildingId === c.buildingId),
  'lastBuilding',
);

/** R-REL-16 · cleared is a site on which nothing stands. */
export const allAreDown = guard<commands.AcceptSiteClearance>(
  'R-REL-16',
  (c, kase) =>
    standingBuildings(kase).length === 0 && kase.ever.all('HouseDemolished').every(({ on }) => on <= c.acceptedOn),
  'acceptedOn',
);

/** R-REL-16 · nobody accepts what he or she recorded. */
export const acceptedBySecondPerson = guard<commands.AcceptSiteClearance>('R-REL-16', (_, kase, x) =>
  kase.ever.all('HouseDemolished').every(({ by }) => by !== x.actor.staffRef),
);

/** R-ALL-10 · what the household received is published before its case is closed. */
export const resultIsPublished = guard<commands.CloseHouseholdCase>(
  'R-ALL-10',
  (c) => c.resultPublishedOn <= c.closedOn,
  'resultPublishedOn',
);

/** R-REL-17 · each ground reopens to its own step, and only where it can have arisen. */
export const groundFitsState = guard<commands.ReopenHouseholdCase>(
  'R-REL-17',
  (c, kase) => {
    if (c.toStep === 'HH_ACCEPTED') return kase.status === 'HH_CLOSED' && c.ground === 'PAYMENT_CLAIM_UPHELD';
    if (kase.status === 'HH_CLOSED') return false;
    if (c.ground === 'AGREEMENT_VOID') return titleOf(kase)?.signed !== undefined;
    return c.ground === 'DECISION_SET_ASIDE' && titleOf(kase)?.decided !== undefined;
  },
  'ground',
);

/** Names of fields that hold areas and sums, within buildings too. */
const areaOrSum = /^\s*(?:\w*(?:Fen|Dm2)|(?:buildings|attachments)\[\d+\]\.(?:floorAreaDm2|quantity))\s*=/u;

/** R-REL-17 · once signed, areas and sums change with the owner's signature on the change, or not at all. */
export const ownerSignsChange = guard<commands.CorrectHouseholdEntry>(
  'R-REL-17',
  (c, kase) =>
    c.ownerSignatureRef !== undefined ||
    !kase.ever.has('AgreementSigned') ||
    !c.replacedFields.some((pair) => areaOrSum.test(pair)),
  'ownerSignatureRef',
);

/** Under an agreement its first payment, under a decision the whole: a decision names no dates (LAL art. 48). */
function dueIsPaid(kase: HouseholdCase, day: string): boolean {
  const title = titleOf(kase);
  const made = paymentsOf(kase).filter(({ on }) => on <= day);
  const inFull = made.reduce((sum, { data }) => sum + data.amountFen, 0) >= totalOf(kase);
  if (!title?.signed) return title !== undefined && inFull;
  return inFull || title.signed.data.firstPaymentBy > day || made.some(({ data }) => data.stage === 'FIRST');
}
