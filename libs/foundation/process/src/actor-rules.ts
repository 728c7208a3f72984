import { unreadableSummary } from './case-summary.js';
import { viewOf } from './case-view.js';
import { type Actor, type DecisionContext } from './context.js';
import { type Process, type Step } from './process.js';
import { Refusal } from './refusal.js';
import { type Role } from './roles.js';
import { type CaseState } from './state.js';

/**
 * The role in which the actor may take the step: the first of the step's roles that the actor holds. What is entered on
 * behalf of somebody who holds none of them is entered in the first role that may.
 */
export function actingRole(step: Step, actor: Actor): Role | undefined {
  const own = step.by.find((role) => actor.roles.includes(role));
  // What only the product's clock records is never entered on behalf of anybody.
  return actor.onBehalf ? (own ?? step.by.find((role) => role !== 'SYSTEM_CLOCK')) : own;
}

/**
 * Recused, or not among those assigned (R-ALL-04). Where handlers of a role are named for a case, only they act in
 * that role; second-person checks stay open to everyone who holds it, because the handler may not check himself.
 */
export function standingRefusal(
  step: Step,
  state: CaseState,
  role: Role,
  context: Pick<DecisionContext, 'actor' | 'today'>,
): Refusal | undefined {
  const { actor, today } = context;
  if (recusedStaff(state).has(actor.staffRef)) return new Refusal('R-ALL-04', 'forbidden', { reason: 'recused' });
  if (actor.onBehalf || step.openToAll) return undefined;
  const assigned = assignedHandlers(state, role, today);
  if (assigned.size > 0 && !assigned.has(actor.staffRef))
    return new Refusal('R-ALL-04', 'forbidden', { reason: 'not assigned' });
  return undefined;
}

/** Officers whose recusal was granted: from then on every command of theirs in the case is refused. */
export function recusedStaff(state: CaseState): ReadonlySet<string> {
  const recused = new Set<string>();
  for (const event of state.events)
    if (event.type === 'RecusalRecorded' && event.data.decision === 'GRANTED') recused.add(String(event.data.staffRef));
  return recused;
}

/**
 * Staff whom the case complains of as it counts today (processes.md 0.8.3): they are not told that it exists. Total: of
 * what cannot be read nobody is named.
 */
export function accusedStaffOf(process: Process, state: CaseState): readonly string[] {
  try {
    const named: unknown = state.revision < 0 ? [] : process.accused(viewOf(state, process.restarts));
    return Array.isArray(named) ? [...new Set(named.filter((each): each is string => typeof each === 'string'))] : [];
  } catch {
    return [];
  }
}

function assignedHandlers(state: CaseState, role: Role, today: string): ReadonlySet<string> {
  const assigned = new Set<string>();
  for (const event of state.events) {
    if (event.type !== 'HandlerAssigned' || event.data.handlerRole !== role) continue;
    if (typeof event.data.fromOn === 'string' && event.data.fromOn > today) continue;
    if (event.data.previousStaffRef) assigned.delete(String(event.data.previousStaffRef));
    assigned.add(String(event.data.staffRef));
  }
  return assigned;
}

/** A grid member or coordinator acts in the own cells and villages only. */
export function scopeRefusal(
  state: CaseState,
  command: object,
  context: Pick<DecisionContext, 'actor' | 'township'>,
): Refusal | undefined {
  const { grids, villages } = context.actor;
  if (grids.length === 0 && villages.length === 0) return undefined;
  const opening = (command as { gridCode?: unknown }).gridCode;
  const outside = new Refusal('R-ALL-04', 'forbidden', { reason: 'outside the own cells' });
  if (state.summary === unreadableSummary) return outside;
  const gridCode = state.revision < 0 ? (typeof opening === 'string' ? opening : undefined) : state.summary.gridCode;
  if (gridCode === undefined || grids.includes(gridCode)) return undefined;
  const village = context.township.villageOf(gridCode);
  // A cell that no register knows is refused by the step's own rule, which says more than "not yours".
  if (village === undefined || villages.includes(village)) return undefined;
  return outside;
}
