import { localMinute, vocabulary } from '#foundation/process';
import {
  caseTypeOf,
  type EnforcementEvents,
  type EnforcementState,
  servedDecision,
  sinceRebound,
} from './enforcement.case.js';
import type * as commands from './enforcement.commands.js';
import { isCountyOrAbove } from './enforcement.powers.js';

// The end of an operation: what the slogan "two cuts, three clearings" is in law, farms, and their compensation.

const { guard, precondition } = vocabulary<EnforcementEvents, EnforcementState>();

/** R-ENF-20 · a household keeps its water and power, whatever the ground (ACL art. 43). */
export const householdIsNotCut = guard<commands.CutUtilitySupply>(
  'R-ENF-20',
  (c) => c.productionSupplyOnly === true,
  'productionSupplyOnly',
);

/** R-ENF-20 · the operator asked for it in writing, or a law or local rule gives the power and a decision uses it. */
export const cutHasGround = guard<commands.CutUtilitySupply>(
  'R-ENF-20',
  (c, kase) => {
    if (c.selfRequested) return c.requestDocRef !== undefined && c.legalBasis === 'SELF_REQUEST';
    // SPL art. 70 stops power, not water; anything else needs a local rule (processes.md A.1).
    const ground = c.legalBasis === 'LOCAL_RULE' || (c.legalBasis === 'SPL_70' && c.utility === 'POWER');
    return ground && c.decisionNo !== undefined && kase.status !== 'EN_NOTICED';
  },
  'legalBasis',
);

/** R-ENF-20 · twenty-four hours of notice where the ground asks for it (SPL art. 70). */
export const cutIsAnnounced = guard<commands.CutUtilitySupply>(
  'R-ENF-20',
  (c) => c.legalBasis !== 'SPL_70' || (c.noticeHours ?? 0) >= 24,
  'noticeHours',
);

/** R-ENF-20 · what is cut is not cut again. */
export const supplyIsOn = guard<commands.CutUtilitySupply>(
  'R-ENF-20',
  (c, kase) => !kase.open('UTILITY_CUT').includes(c.utility),
  'utility',
);

/** R-ENF-20 · only what was cut can be restored. */
export const supplyIsCut = guard<commands.RestoreUtilitySupply>(
  'R-ENF-20',
  (c, kase) => kase.open('UTILITY_CUT').includes(c.utility),
  'utility',
);

/** R-ENF-20 · a supply that the operator gave up ends as a measure with the operator's signed word. */
export const endedContractIsSigned = guard<commands.RestoreUtilitySupply>(
  'R-ENF-20',
  (c) => c.reasonCode !== 'CONTRACT_ENDED_BY_OPERATOR' || c.docRef !== undefined,
  'docRef',
);

/** R-ALL-03 · nothing is restored before it was cut. */
export const restoredAfterCut = guard<commands.RestoreUtilitySupply>(
  'R-ALL-03',
  (c, kase) => {
    const cut = kase.ever.all('UtilitySupplyCut').findLast(({ data }) => data.utility === c.utility);
    return cut === undefined || localMinute(c.restoredAt) >= localMinute(cut.data.cutAt);
  },
  'restoredAt',
);

/** R-ALL-07 · something was cleared. */
export const somethingWasCleared = guard<commands.ClearSite>(
  'R-ALL-07',
  ({ rawMaterialKg = 0, productKg = 0, equipmentSets = 0 }) => rawMaterialKg > 0 || productKg > 0 || equipmentSets > 0,
  'rawMaterialKg',
);

/** R-ENF-21 · until a decision is served only the operator clears. */
export const agencyClearsAfterDecision = guard<commands.ClearSite>(
  'R-ENF-21',
  (c, kase) => c.clearedBy === 'OPERATOR' || (servedDecision(kase)?.servedOn ?? '9999-12-31') <= c.clearedOn,
  'clearedBy',
);

/** R-ENF-21 · a shed comes down in its own demolition case. */
export const shedHasDemolitionCase = guard<commands.ClearSite>(
  'R-ENF-21',
  (c, _, x) =>
    c.demolitionCaseRef === undefined ? c.shedAreaDm2 === undefined : x.processOf(c.demolitionCaseRef) === 'demolition',
  'demolitionCaseRef',
);

/** R-ENF-22 · by the operator itself, ordered by a served decision, or compulsory in execution. */
export const modeFitsState = guard<commands.ConfirmOperatorBanned>(
  'R-ENF-22',
  (c, kase) => {
    if (c.closureMode === 'SELF_CLOSED') return true;
    return c.closureMode === 'ORDERED' ? servedDecision(kase) !== undefined : kase.status === 'EN_EXECUTING';
  },
  'closureMode',
);

/** R-ENF-22 · an operation has ended when raw material, product and equipment are gone. */
export const siteIsCleared = guard<commands.ConfirmOperatorBanned>(
  'R-ENF-22',
  (c) => c.rawMaterialCleared && c.productCleared && c.equipmentCleared,
  'rawMaterialCleared',
);

/** R-ENF-22 · a cut that is ticked was recorded, with its ground, when it was made. */
export const cutsAreRecorded = guard<commands.ConfirmOperatorBanned>(
  'R-ENF-22',
  (c, kase) => {
    const cut = new Set(kase.all('UtilitySupplyCut').map(({ data }) => data.utility));
    return (!c.waterCut || cut.has('WATER')) && (!c.powerCut || cut.has('POWER'));
  },
  'waterCut',
);

/** R-ENF-22 · washing and crushing are processes of plastics. */
export const processFitsKind = guard<commands.ConfirmOperatorBanned>(
  'R-ENF-22',
  (c, kase) => c.processKind === 'OTHER' || caseTypeOf(kase) === 'ILLEGAL_PLASTICS',
  'processKind',
);

/** R-ENF-23 · from none to a bound that is not below the lower one. */
export const boundsAreInOrder = guard<commands.SurveyFarmStock>(
  'R-ENF-23',
  (c) => c.stockMin >= 0 && c.stockMin <= c.stockMax,
  'stockMax',
);

/** R-ENF-24 · a farm is closed by an order of the county or above (LBR art. 37). */
export const orderedByCountyOrAbove = guard<commands.RecordClosureOrder>(
  'R-ENF-24',
  (c) => isCountyOrAbove(c.orderingAuthority),
  'orderingAuthority',
);

/** R-ENF-24 · a lawful farm that a plan or zone closes is compensated (LBR art. 25). */
export const lawfulFarmIsCompensated = guard<commands.RecordClosureOrder>(
  'R-ENF-24',
  (c) => c.legalBasis !== 'LBR_25' || c.compensationDue === true,
  'compensationDue',
);

/** R-ENF-24 · what stood on the farm was counted before it was closed. */
export const stockWasSurveyed = guard<commands.ConfirmFarmClosed>(
  'R-ENF-24',
  (c, kase) => sinceRebound(kase, 'FarmStockSurveyed').some(({ data }) => data.species === c.species),
  'species',
);

/** R-ENF-24 · closed by the recorded order, or by the operator's signed word. */
export const orderedOrSignedFor = guard<commands.ConfirmFarmClosed>(
  'R-ENF-24',
  (c, kase) => {
    if (c.closureMode === 'SELF_CLOSED') return c.consentDocRef !== undefined;
    return kase
      .all('ClosureOrderRecorded')
      .some(({ data }) => data.orderNo === c.orderNo && data.orderedOn <= c.closedOn);
  },
  'orderNo',
);

/** R-ENF-24 · a farm is closed when it is empty. */
export const farmIsEmpty = guard<commands.ConfirmFarmClosed>('R-ENF-24', (c) => c.emptied === true, 'emptied');

/** R-ENF-24 · only compensation that is due is paid. */
export const compensationIsDue = precondition('R-ENF-24', (kase) => kase.open('COMPENSATION').length > 0);

/** R-ENF-24 · a payment has a sum. */
export const compensationHasSum = guard<commands.PayFarmCompensation>('R-ENF-24', (c) => c.amountFen > 0, 'amountFen');
