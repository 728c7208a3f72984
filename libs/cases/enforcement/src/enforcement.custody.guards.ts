import { localDayOf, localMinute, vocabulary } from '#foundation/process';
import {
  custodyKey,
  type EnforcementCase,
  type EnforcementEvents,
  type EnforcementState,
  openMeasures,
  servedDecision,
} from './enforcement.case.js';
import type * as commands from './enforcement.commands.js';
import { custodyLimit } from './enforcement.deadlines.js';
import { maySeal } from './enforcement.powers.js';

// Sealing and custody (ACL chapter 3): each form with its paper, its term and its end.

const { guard } = vocabulary<EnforcementEvents, EnforcementState>();

/** R-ENF-09 · a home is not sealed. */
export const noHomeIsSealed = guard<commands.SealPremises>(
  'R-ENF-09',
  (c) => c.premisesKind !== 'LIVING_QUARTERS',
  'premisesKind',
);

/** R-ENF-09 · a law or regulation gives the organ the power to seal on that ground (ACL arts. 17, 22). */
export const organMaySeal = guard<commands.SealPremises>(
  'R-ENF-09',
  (c, _, x) => maySeal(c.authority, c.legalBasis, x),
  'authority',
);

/** R-ENF-09, D-ENF-03 · at most thirty days (ACL art. 25). */
export const sealedAtMostThirtyDays = guard<commands.SealPremises>(
  'R-ENF-09',
  (c) => c.endOn >= c.startOn && c.endOn <= custodyLimit(c.startOn),
  'endOn',
);

/** R-ENF-09 · approved before it starts; what could not wait states its minute, from which 24 hours run (ACL art. 19). */
export const sealingIsApprovedOrUrgent = guard<commands.SealPremises>(
  'R-ENF-09',
  (c) => {
    if (c.startedAt !== undefined && localDayOf(c.startedAt) !== c.startOn) return false;
    if (c.urgent) return c.startedAt !== undefined;
    if (c.approvedAt === undefined || localDayOf(c.approvedAt) > c.startOn) return false;
    return c.startedAt === undefined || localMinute(c.approvedAt) <= localMinute(c.startedAt);
  },
  'approvedAt',
);

/** R-ENF-09 · an urgent sealing is decided on once, after it was done. */
export const urgentSealingIsUndecided = guard<commands.ApproveUrgentMeasure>(
  'R-ENF-09',
  (c, kase) => {
    const sealed = kase.ever.all('PremisesSealed').find(({ data }) => data.measureId === c.measureId)?.data;
    if (!sealed?.urgent || sealed.startedAt === undefined) return false;
    const decided = kase.ever.all('UrgentMeasureApproved').some(({ data }) => data.measureId === c.measureId);
    return !decided && localMinute(c.decidedAt) >= localMinute(sealed.startedAt);
  },
  'measureId',
);

const penaltyIsServed = (kase: EnforcementCase, decisionNo: string | undefined): boolean =>
  decisionNo !== undefined && servedDecision(kase)?.decisionNo === decisionNo;

/** R-ENF-10 · seized by decision and list, confiscated by a served penalty, surrendered by a signed consent. */
export const formHasItsPaper = guard<commands.TakePropertyIntoCustody>(
  'R-ENF-10',
  (c, kase) => {
    if (c.legalForm === 'SURRENDERED') return c.consentDocRef !== undefined && c.legalBasis === 'SELF_REQUEST';
    if (c.legalBasis === 'SELF_REQUEST') return false;
    if (c.legalForm === 'CONFISCATED') return penaltyIsServed(kase, c.decisionNo);
    return c.decisionNo !== undefined && c.listNo !== undefined && c.endOn !== undefined;
  },
  'legalForm',
);

/** R-ENF-10, D-ENF-03 · a seizure ends after at most thirty days (ACL art. 25). */
export const seizedAtMostThirtyDays = guard<commands.TakePropertyIntoCustody>(
  'R-ENF-10',
  (c) =>
    c.legalForm !== 'SEIZED' || c.endOn === undefined || (c.endOn >= c.takenOn && c.endOn <= custodyLimit(c.takenOn)),
  'endOn',
);

/** R-ENF-10 · machines are counted, raw material is weighed, anything else one of the two. */
export const takenInQuantity = guard<commands.TakePropertyIntoCustody>(
  'R-ENF-10',
  ({ itemKind, quantity = 0, massKg = 0 }) => {
    if (itemKind === 'EQUIPMENT') return quantity > 0;
    return itemKind === 'RAW_MATERIAL' ? massKg > 0 : quantity > 0 || massKg > 0;
  },
  'quantity',
);

/** R-ENF-10 · the party and its dependants keep what they live on (ACL art. 23). */
export const necessitiesStay = guard<commands.TakePropertyIntoCustody>(
  'R-ENF-10',
  (c) => c.lifeNecessity === false,
  'lifeNecessity',
);

/** R-ENF-10 · what is in custody is not taken again. */
export const itemIsNotInCustody = guard<commands.TakePropertyIntoCustody>(
  'R-ENF-10',
  (c, kase) => !kase.open('CUSTODY').some((key) => key.split('|')[1] === c.itemId),
  'itemId',
);

/** The last day of a measure as first set: the earliest of its items, since an extension covers them all. */
function firstEndOf(kase: EnforcementCase, measureId: string): string | undefined {
  const sealed = kase.ever.all('PremisesSealed').map(({ data }) => data);
  const taken = kase.ever.all('PropertyTakenIntoCustody').map(({ data }) => data);
  const ends = [...sealed, ...taken].filter((each) => each.measureId === measureId).map(({ endOn }) => endOn);
  return ends.filter((endOn) => endOn !== undefined).sort()[0];
}

/** R-ENF-11 · a measure that still runs is extended, once. */
export const measureRunsAndIsNotExtended = guard<commands.ExtendCustody>(
  'R-ENF-11',
  (c, kase) =>
    openMeasures(kase).has(c.measureId) &&
    !kase.ever.all('CustodyExtended').some(({ data }) => data.measureId === c.measureId),
  'measureId',
);

/** R-ENF-11 · by at most thirty days more (ACL art. 25). */
export const extendedAtMostThirtyDays = guard<commands.ExtendCustody>(
  'R-ENF-11',
  (c, kase) => {
    const end = firstEndOf(kase, c.measureId);
    return end !== undefined && c.newEndOn > end && c.newEndOn <= custodyLimit(end);
  },
  'newEndOn',
);

/** R-ENF-11 · and the party is told in writing before the first term runs out. */
export const partyToldBeforeExpiry = guard<commands.ExtendCustody>(
  'R-ENF-11',
  (c, kase) => c.notifiedOn <= (firstEndOf(kase, c.measureId) ?? ''),
  'notifiedOn',
);

/** R-ENF-11 · custody ends once: of an item by its number, of sealed premises without one. */
export const custodyIsOpen = guard<commands.ResolveCustody>(
  'R-ENF-11',
  (c, kase) => kase.open('CUSTODY').includes(custodyKey(c.measureId, c.itemId)),
  'measureId',
);

/** R-ENF-11 · premises are opened again or handed over; nothing else can happen to them. */
export const premisesAreLiftedOrTransferred = guard<commands.ResolveCustody>(
  'R-ENF-11',
  (c) => c.itemId !== undefined || c.outcome === 'LIFTED' || c.outcome === 'TRANSFERRED',
  'outcome',
);

/** R-ENF-11 · only a served penalty decision takes property away for good. */
export const confiscationHasDecision = guard<commands.ResolveCustody>(
  'R-ENF-11',
  (c, kase) => c.outcome !== 'CONFISCATED' || servedDecision(kase) !== undefined,
  'outcome',
);

/** R-ALL-03 · custody does not end before it began. */
export const resolvedAfterTaken = guard<commands.ResolveCustody>(
  'R-ALL-03',
  (c, kase) => {
    const taken = c.itemId
      ? kase.ever.all('PropertyTakenIntoCustody').findLast(({ data }) => data.itemId === c.itemId)
      : kase.ever.all('PremisesSealed').findLast(({ data }) => data.measureId === c.measureId);
    return taken === undefined || c.resolvedOn >= taken.on;
  },
  'resolvedOn',
);
