import { type LocalDate } from '#foundation/calendar';
import { actingRole, standingRefusal } from './actor-rules.js';
import { viewOf } from './case-view.js';
import { type Actor } from './context.js';
import { targetOf } from './evolve.js';
import { type Process, type Step } from './process.js';
import { Refusal } from './refusal.js';
import { blockingObligations } from './rules.js';
import { type CaseState } from './state.js';
import { type Township } from './township.js';

/** A step seen from where the case stands: allowed for this actor today, or the refusal that stands in the way. */
export interface NextAction {
  readonly step: Step;
  readonly refusal?: Refusal;
}

// The two that most steps meet in most states, said once for all.
const notFromHere = new Refusal('R-ALL-01', 'conflict');
const notTheirs = new Refusal('R-ALL-04', 'forbidden');

/**
 * Every step of the process with the reason why it is not possible now, as far as case, actor and day can tell;
 * what depends on the form's content is decided when it is sent. Never changes anything.
 */
export function nextActions(
  process: Process,
  state: CaseState,
  context: { readonly actor: Actor; readonly today: LocalDate; readonly township: Township },
): readonly NextAction[] {
  return process.steps.map((step) => {
    const refusal = standing(process, state, step, context);
    return refusal ? { step, refusal } : { step };
  });
}

function standing(
  process: Process,
  state: CaseState,
  step: Step,
  context: { readonly actor: Actor; readonly today: LocalDate; readonly township: Township },
): Refusal | undefined {
  if (targetOf(process, step, state) === undefined) return notFromHere;
  const role = actingRole(step, context.actor);
  if (!role) return notTheirs;
  const refused = standingRefusal(step, state, role, context);
  if (refused) return refused;
  const { actor, today, township } = context;
  const rules = {
    on: today,
    today,
    // Rules that can be told beforehand look at the day: its last minute in Asia/Shanghai.
    at: `${today}T15:59:59.999Z`,
    actor,
    table: process,
    township,
    processOf: () => undefined,
    related: () => undefined,
    children: () => [],
  };
  const view = viewOf(state, process.restarts);
  for (const rule of step.guards)
    if (rule.beforehand && !holdsToday(() => rule.holds({}, view, rules))) return new Refusal(rule.code, 'rule');
  return blockingObligations(process, state, step, today);
}

/** A rule that cannot be answered beforehand (a term past the published calendar) is left to the decision. */
function holdsToday(rule: () => boolean): boolean {
  try {
    return rule();
  } catch {
    return true;
  }
}
