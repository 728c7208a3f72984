import { type CaseView, type Code } from '#foundation/process';
import { type FacilityKind } from './water.codes.js';
import type * as commands from './water.commands.js';

/** Each event of a water case with the command whose fields it carries. */
export type WaterEvents = {
  WaterProblemRegistered: commands.RegisterWaterProblem;
  PollutionSourceIdentified: commands.IdentifyPollutionSource;
  RemediationPlanApproved: commands.ApproveRemediationPlan;
  RemediationStarted: commands.StartRemediation;
  PollutionSourceRemoved: commands.RemovePollutionSource;
  TreatmentFacilityCompleted: commands.CompleteTreatmentFacility;
  WaterBodyDredged: commands.DredgeWaterBody;
  WaterSampled: commands.RecordWaterSample;
  RemediationCompleted: commands.CompleteRemediation;
  RemediationRejected: commands.RejectRemediation;
  RemediationAccepted: commands.AcceptRemediation;
  WaterCaseClosed: commands.CloseWaterCase;
  WaterLookBackRecorded: commands.RecordWaterLookBack;
  WaterReboundFound: commands.RecordWaterRebound;
  WaterEntryCorrected: commands.CorrectWaterEntry;
};

export type WaterCase = CaseView<WaterEvents>;

/** The states of processes.md A-W. */
export const waterStates = {
  WR_REGISTERED: ['已登记', 'Problem assigned'],
  WR_PLANNED: ['方案已批', 'Plan approved'],
  WR_IN_PROGRESS: ['整改中', 'Works running'],
  WR_COMPLETED: ['已完工', 'Waiting for acceptance'],
  WR_ACCEPTED: ['已验收', 'Accepted'],
  WR_CLOSED: ['已销号归档', 'Closed, look-back due', 'terminal'],
  WR_REOPENED: ['返黑返臭', 'Turned bad again'],
} as const;

export type WaterState = keyof typeof waterStates;

type Kind = Code<typeof FacilityKind>;

/** How many facilities of each kind are to be built now, and how many were moved to a later phase. */
export interface PlanInForce {
  readonly planNo: string;
  readonly now: ReadonlyMap<string, number>;
  readonly later: ReadonlyMap<string, number>;
}

const countOf = (kinds: readonly Kind[] | undefined, kind: string): number =>
  (kinds ?? []).filter((each) => each === kind).length;

/**
 * The plan after one more approval. A first plan stands for itself. A change states the facilities anew and names those
 * it moves to a later phase; townships write these either into the new list as well or out of it, and both mean the
 * same: what the old plan held less what was moved.
 */
export function planAfter(
  plan: PlanInForce | undefined,
  approved: WaterEvents['RemediationPlanApproved'],
): PlanInForce {
  const changed = approved.changesPlanNo === undefined ? undefined : plan;
  const kinds = new Set([
    ...approved.plannedFacilities,
    ...(approved.deferredFacilities ?? []),
    ...(changed?.later.keys() ?? []),
  ]);
  const now = new Map<string, number>();
  const later = new Map<string, number>();
  for (const kind of kinds) {
    const stated = countOf(approved.plannedFacilities, kind);
    const moved = countOf(approved.deferredFacilities, kind);
    const before = changed?.now.get(kind) ?? 0;
    const listsMoved = moved > 0 && stated + moved > before;
    now.set(kind, listsMoved ? Math.max(stated - moved, 0) : stated);
    const broughtForward = moved === 0 ? Math.max(stated - before, 0) : 0;
    later.set(kind, Math.max((changed?.later.get(kind) ?? 0) + moved - broughtForward, 0));
  }
  return { planNo: approved.planNo, now, later };
}

/** The plan that the works follow, of this round of the case. */
export const planInForce = (kase: WaterCase): PlanInForce | undefined =>
  kase
    .all('RemediationPlanApproved')
    .reduce<PlanInForce | undefined>((plan, { data }) => planAfter(plan, data), undefined);

/** Facilities of a kind that were built in this round. */
export const builtOf = (kase: WaterCase, kind: string): number =>
  kase.all('TreatmentFacilityCompleted').filter(({ data }) => data.facilityKind === kind).length;

export function summaryOf(kase: WaterCase): { readonly gridCode?: string; readonly place?: string } {
  const problem = kase.ever.latest('WaterProblemRegistered')?.data;
  return problem ? { gridCode: problem.gridCode, place: problem.waterName } : {};
}
