import { type CaseView, vocabulary } from '#foundation/process';
import type * as commands from './permit.building.commands.js';
import { applicationOf, demolitionOf, demolitionProcess, type PermitEvents, type PermitState } from './permit.case.js';

// The rules of processes.md F from the permit on, in the order of the table.

const { guard, precondition } = vocabulary<PermitEvents, PermitState>();

/** R-ALL-05 · the papers handed out are those of the approval, all of them. */
export const papersOfTheApproval = guard<commands.HandOutPermit>(
  'R-ALL-05',
  (c, kase) => {
    const approved = kase.latest('PermitApproved')?.data;
    return c.plotApprovalNo === approved?.plotApprovalNo && c.planningPermitNo === approved.planningPermitNo;
  },
  'plotApprovalNo',
);

/** R-PER-02 · what is publicised was approved before. */
export const publicisedAfterApproval = guard<commands.PublicizeApproval>(
  'R-PER-02',
  (c, kase) => c.postedOn >= (kase.latest('PermitApproved')?.on ?? '9999-12-31'),
  'postedOn',
);

/** R-PER-02, D-PER-03 · the second publicity ran its full term before anything is set out. */
export const secondPublicityIsOver = precondition(
  'R-PER-02',
  (kase, x) => x.on > (kase.latest('ApprovalPublicised')?.data.postedUntil ?? '9999-12-31'),
);

/**
 * R-PER-07 · set out before building starts. A permit decided anew cannot cover a house begun under the old one, unless
 * the revocation itself never held.
 */
export const buildingHasNotBegun = precondition(
  'R-PER-07',
  (kase) =>
    !kase.ever.has('ConstructionChecked') || kase.latest('PermitReopened')?.data.ground === 'REVOCATION_SET_ASIDE',
);

/** R-PER-07 · a deviation is answered in a demolition case that exists; an old house that stands needs none. */
export const deviationHasDemolitionCase = guard<commands.RecordPermitDeviation>(
  'R-PER-07',
  (c, _, x) =>
    c.demolitionCaseRef === undefined
      ? c.deviationKind === 'OLD_HOUSE_STANDING'
      : x.related(demolitionProcess, c.demolitionCaseRef) !== undefined,
  'demolitionCaseRef',
);

type DemolitionAsSeen = { DemolitionVerified: object };

const settled = ['DM_CLOSED', 'DM_REGULARISED', 'DM_DISMISSED'];

/** R-PER-07, F.5 · the permit waits until the demolition case is closed, regularised or dismissed. */
export const demolitionCaseIsSettled = precondition('R-PER-07', (kase, x) => {
  const ref = demolitionOf(kase);
  return ref === undefined || settled.includes(x.related(demolitionProcess, ref)?.status ?? '');
});

/** R-PER-07 · demolished is what a second person verified as demolished. */
export const demolitionWasVerified = guard<commands.ResolvePermitDeviation>(
  'R-PER-07',
  (c, kase, x) => {
    if (c.result !== 'DEMOLISHED') return true;
    const ref = demolitionOf(kase);
    const other: CaseView<DemolitionAsSeen> | undefined =
      ref === undefined ? undefined : x.related<DemolitionAsSeen>(demolitionProcess, ref);
    return other?.has('DemolitionVerified') === true;
  },
  'result',
);

/** R-PER-07 · within the permit is what measures no more than the permit, in each value. */
export const measuredWithinPermit = guard<commands.AttendCompletionCheck>(
  'R-PER-07',
  (c, kase) => {
    const permit = kase.latest('PermitApproved')?.data;
    if (c.result !== 'WITHIN_PERMIT') return true;
    return (
      permit !== undefined &&
      c.plotAreaDm2 <= permit.plotAreaDm2 &&
      c.buildingAreaDm2 <= permit.buildingAreaDm2 &&
      c.storeys <= permit.storeys
    );
  },
  'result',
);

/** R-PER-08 · only a promised removal is recorded here; anything else torn down is no part of a permit. */
export const removalWasPromised = precondition(
  'R-PER-08',
  (kase) => applicationOf(kase)?.oldHouseRemovalPromised === true,
);

/** R-PER-08 · an old house is removed once. */
export const oldHouseStands = precondition('R-PER-08', (kase) => !kase.ever.has('OldHouseRemoved'));

/** R-PER-07 · a deviation seen at completion is recorded as one before the case is closed. */
export const completionPassed = precondition(
  'R-PER-07',
  (kase) =>
    kase.status !== 'HP_COMPLETION_CHECKED' || kase.latest('CompletionCheckAttended')?.data.result === 'WITHIN_PERMIT',
);

/** R-ALL-05 · an accepted house has an acceptance number. */
export const acceptanceIsNumbered = guard<commands.ClosePermit>(
  'R-ALL-05',
  (c, kase) => kase.status !== 'HP_COMPLETION_CHECKED' || !!c.acceptanceNo?.trim(),
  'acceptanceNo',
);

/** R-PER-06 · there is a permit to revoke. */
export const permitStands = precondition(
  'R-PER-06',
  (kase) => kase.has('PermitApproved') && !kase.has('PermitRevoked'),
);

/** R-PER-06, ALL arts. 8, 69 · who trusted the permit is compensated for a change of ground, who deceived is not. */
export const trustIsCompensated = guard<commands.RevokePermit>(
  'R-PER-06',
  (c) =>
    (c.ground !== 'BASIS_CHANGED' || c.compensationDue) && (c.ground !== 'FALSE_APPLICATION' || !c.compensationDue),
  'compensationDue',
);

/** R-PER-06 · paid is what is owed. */
export const compensationIsOwed = precondition('R-PER-06', (kase) => kase.open('COMPENSATION').length > 0);

/** R-PER-06 · a payment has an amount. */
export const compensationIsPositive = guard<commands.PayPermitCompensation>(
  'R-PER-06',
  (c) => c.amountFen > 0,
  'amountFen',
);

/** R-PER-06 · only a refusal is set aside as a refusal, only a revocation as a revocation. */
export const groundFitsTheCase = guard<commands.ReopenPermit>(
  'R-PER-06',
  (c, kase) => {
    if (c.ground === 'REFUSAL_SET_ASIDE') return kase.has('PermitRefused');
    return c.ground !== 'REVOCATION_SET_ASIDE' || kase.has('PermitRevoked');
  },
  'ground',
);
