import { type LocalDate } from '#foundation/calendar';
import { viewOf } from './case-view.js';
import { type DecisionContext } from './context.js';
import { type RuleContext } from './guard.js';
import { type Process, type Step } from './process.js';
import { type Obligation, Refusal } from './refusal.js';
import { type CaseState } from './state.js';

/** The first guard of the step that does not hold, as a refusal. */
export function guardsRefusal(
  process: Process,
  state: CaseState,
  step: Step,
  command: object,
  context: RuleContext,
): Refusal | undefined {
  const view = viewOf(state, process.restarts);
  for (const rule of step.guards) {
    if (!rule.holds(command, view, context))
      return new Refusal(rule.code, 'rule', rule.field ? { fields: [{ field: rule.field, code: rule.code }] } : {});
  }
  return undefined;
}

/** What the rules of a step on that business date may know. */
export function ruleContext(table: Process, on: LocalDate, context: DecisionContext): RuleContext {
  const { today, actor, township, processOf } = context;
  return { on, today, actor, table, township, processOf };
}

/** What is still owed and stands in the way of the step (R-ALL-10, or the code the obligation names for it). */
export function blockingObligations(process: Process, state: CaseState, step: Step): Refusal | undefined {
  let code: string | undefined;
  const owed: Obligation[] = [];
  for (const obligation of state.obligations) {
    const blockedBy = process.obligations.find((spec) => spec.code === obligation.code)?.blocks[step.event];
    if (!blockedBy) continue;
    code ??= blockedBy;
    owed.push(obligation);
  }
  return code ? new Refusal(code, 'conflict', { obligations: owed }) : undefined;
}

/** The earliest business date the step may carry (R-ALL-03): that of the step it depends on. */
export function earliestDate(process: Process, state: CaseState, step: Step): LocalDate {
  if (state.revision < 0) return '0000-00-00';
  if (!step.notBefore) return state.statusSince;
  const view = viewOf(state, process.restarts);
  const dates = step.notBefore.map((type) => view.ever.latest(type)?.on ?? '0000-00-00');
  return dates.reduce((latest, date) => (date > latest ? date : latest), state.events[0]?.on ?? '0000-00-00');
}
