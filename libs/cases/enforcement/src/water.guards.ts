import { vocabulary } from '#foundation/process';
import { builtOf, planInForce, type WaterEvents, type WaterState } from './water.case.js';
import type * as commands from './water.commands.js';
import { publicNoticeMinDays } from './water.deadlines.js';

// The rules of processes.md A-W, in the order of the table.

const { guard, precondition } = vocabulary<WaterEvents, WaterState>();

/** R-ALL-05 · the grid cell is in force on the day of assignment. */
export const gridCodeInForce = guard<commands.RegisterWaterProblem>(
  'R-ALL-05',
  (c, _, x) => x.township.gridInForce(c.gridCode, c.assignedOn),
  'gridCode',
);

/** R-WAT-01 · a problem is assigned with time to solve it. */
export const dueAfterAssignment = guard<commands.RegisterWaterProblem>(
  'R-WAT-01',
  (c) => c.dueOn > c.assignedOn,
  'dueOn',
);

/** R-ALL-06 · a source is registered once. */
export const sourceIsNew = guard<commands.IdentifyPollutionSource>(
  'R-ALL-06',
  (c, kase) => !kase.ever.all('PollutionSourceIdentified').some(({ data }) => data.sourceId === c.sourceId),
  'sourceId',
);

/** R-WAT-01 · somebody of the township answers for the plan. */
export const leaderIsStaff = guard<commands.ApproveRemediationPlan>(
  'R-WAT-01',
  (c, _, x) => x.township.isStaff(c.leaderStaffRef),
  'leaderStaffRef',
);

/** R-WAT-01 · a plan in force is changed by name and with a reason; where there is none, there is nothing to change. */
export const changeNamesPlanAndReason = guard<commands.ApproveRemediationPlan>(
  'R-WAT-01',
  (c, kase) => {
    const changes = kase.status === 'WR_PLANNED' || kase.status === 'WR_IN_PROGRESS';
    if (!changes) return c.changesPlanNo === undefined && c.changeReason === undefined;
    return c.changesPlanNo !== undefined && c.changesPlanNo === planInForce(kase)?.planNo && !!c.changeReason;
  },
  'changesPlanNo',
);

/** R-WAT-01 · only what a plan held can be moved to a later phase. */
export const deferredWasPlanned = guard<commands.ApproveRemediationPlan>(
  'R-WAT-01',
  (c, kase) => {
    const deferred = c.deferredFacilities ?? [];
    if (deferred.length === 0) return true;
    const plan = c.changesPlanNo === undefined ? undefined : planInForce(kase);
    return deferred.every(
      (kind) => deferred.filter((each) => each === kind).length <= (plan?.now.get(kind) ?? 0) - builtOf(kase, kind),
    );
  },
  'deferredFacilities',
);

/** R-WAT-02 · what is removed was identified, as that kind of source, and is still there. */
export const sourceIsThere = guard<commands.RemovePollutionSource>(
  'R-WAT-02',
  (c, kase) =>
    kase.open('POLLUTION_SOURCE').includes(c.sourceId) &&
    kase.ever
      .all('PollutionSourceIdentified')
      .some(({ data }) => data.sourceId === c.sourceId && data.sourceKind === c.sourceKind),
  'sourceId',
);

/** R-WAT-02 · a farm goes by law: its enforcement case is closed. */
export const farmHasClosedCase = guard<commands.RemovePollutionSource>(
  'R-WAT-02',
  (c, _, x) =>
    c.sourceKind !== 'FARM_SITE' ||
    (c.enforcementCaseRef !== undefined && x.related('enforcement', c.enforcementCaseRef)?.status === 'EN_CLOSED'),
  'enforcementCaseRef',
);

/** R-WAT-02 · no more of a kind than the plan in force holds. */
export const facilityIsPlanned = guard<commands.CompleteTreatmentFacility>(
  'R-WAT-02',
  (c, kase) => builtOf(kase, c.facilityKind) < (planInForce(kase)?.now.get(c.facilityKind) ?? 0),
  'facilityKind',
);

/** R-ALL-06 · a facility is completed once. */
export const facilityIsNew = guard<commands.CompleteTreatmentFacility>(
  'R-ALL-06',
  (c, kase) => !kase.ever.all('TreatmentFacilityCompleted').some(({ data }) => data.facilityId === c.facilityId),
  'facilityId',
);

/** R-WAT-03, D-WAT-02 · seven working days of public notice, over before the acceptance. */
export const publicNoticeWasHeld = guard<commands.AcceptRemediation>(
  'R-WAT-03',
  (c, _, x) =>
    x.township.calendar.addWorkingDays(c.publicNoticeFrom, publicNoticeMinDays) <= c.publicNoticeTo &&
    c.publicNoticeTo <= c.acceptedOn,
  'publicNoticeTo',
);

/** R-WAT-03 · the latest sample of this round is neither black nor odorous: one bad value is enough to be either. */
export const latestSamplePasses = precondition('R-WAT-03', (kase, x) => {
  const samples = kase.all('WaterSampled');
  const latest = samples.reduce<(typeof samples)[number] | undefined>(
    (last, sample) => (last === undefined || sample.data.sampledOn >= last.data.sampledOn ? sample : last),
    undefined,
  )?.data;
  const { waterTransparencyMinCm, waterDissolvedOxygenMin, waterAmmoniaNMax } = x.township.limits;
  return (
    latest !== undefined &&
    latest.transparencyCm >= waterTransparencyMinCm &&
    latest.dissolvedOxygen >= waterDissolvedOxygenMin &&
    latest.ammoniaN <= waterAmmoniaNMax
  );
});

/** R-ALL-07 · at most all residents are satisfied. */
export const satisfactionIsShare = guard<commands.AcceptRemediation>(
  'R-ALL-07',
  (c) => c.surveySatisfiedBp === undefined || c.surveySatisfiedBp <= 10_000,
  'surveySatisfiedBp',
);

/** R-ALL-03 · a rebound is recorded as such, not as the result of a look-back. */
export const reboundHasItsOwnStep = guard<commands.RecordWaterLookBack>(
  'R-ALL-03',
  (c) => c.result !== 'REBOUND',
  'result',
);
