import { type LocalDate } from '#foundation/calendar';
import { type CaseView, viewOf } from './case-view.js';
import { type DecisionContext } from './context.js';
import { type RuleContext } from './guard.js';
import { type ObligationSpec, type Process, type Step } from './process.js';
import { type Obligation, Refusal } from './refusal.js';
import { type CaseState } from './state.js';

type Relations = Pick<DecisionContext, 'related' | 'children'>;

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
  return {
    on,
    today,
    at: context.now,
    actor,
    table,
    township,
    processOf,
    // The other process's own events: the rule that asks knows which they are.
    related: (context.related ?? (() => undefined)) as RuleContext['related'],
    children: (context.children ?? (() => [])) as RuleContext['children'],
  };
}

/**
 * What is still owed and stands in the way of the step (R-ALL-10, or the code the obligation names for it), here or in
 * the stream of another case where it is settled there. A replay does not ask other cases again (`asked then`): they
 * have moved on, and what they owed was asked when the step was taken.
 */
export function blockingObligations(
  process: Process,
  state: CaseState,
  step: Step,
  on: LocalDate,
  relations: Relations | 'asked then' = {},
): Refusal | undefined {
  let code: string | undefined;
  const owed: Obligation[] = [];
  const view = viewOf(state, process.restarts);
  for (const spec of process.obligations) {
    const blockedBy = spec.blocks[step.event];
    if (!blockedBy) continue;
    if (relations === 'asked then' && spec.elsewhere) continue;
    const others = relations === 'asked then' ? {} : relations;
    const open = state.obligations.filter(
      (each) => each.code === spec.code && !spec.lapses?.(each, view, on) && !settledElsewhere(spec, view, others),
    );
    const elsewhere = spec.elsewhere && open.length === 0 ? owedElsewhere(spec, view, others) : [];
    if (open.length + elsewhere.length > 0) code ??= blockedBy;
    owed.push(...open, ...elsewhere);
  }
  return code ? new Refusal(code, 'conflict', { obligations: owed }) : undefined;
}

/** Opened here, settled there: a tip is answered in the tip's own stream. */
function settledElsewhere(spec: ObligationSpec, view: CaseView, { related }: Relations): boolean {
  if (!spec.elsewhere || Object.keys(spec.opens).length === 0) return false;
  const others = (spec.elsewhere.cases?.(view) ?? []).map(({ process, ref }) => related?.(process, ref));
  return others.length > 0 && others.every((other) => other !== undefined && !spec.elsewhere!.isOpen(other, view));
}

/** Opened and settled there: the fine of a linked enforcement case, the households of a project. */
function owedElsewhere(spec: ObligationSpec, view: CaseView, { related, children }: Relations): Obligation[] {
  if (!spec.elsewhere || Object.keys(spec.opens).length > 0) return [];
  const { cases, children: kind, isOpen } = spec.elsewhere;
  const others = [
    ...(cases?.(view) ?? []).map(({ process, ref }) => [process, ref, related?.(process, ref)] as const),
    ...(kind ? (children?.(kind) ?? []) : []).map((other) => [kind!, other.caseId, other] as const),
  ];
  return others.flatMap(([process, ref, other]) =>
    other && isOpen(other, view) ? [{ code: spec.code, key: ref, openedBy: process, openedOn: other.statusSince }] : [],
  );
}

/** The earliest business date the step may carry (R-ALL-03): that of the step it depends on. */
export function earliestDate(process: Process, state: CaseState, step: Step): LocalDate {
  if (state.revision < 0) return '0000-00-00';
  if (!step.notBefore) return state.statusSince;
  const view = viewOf(state, process.restarts);
  const dates = step.notBefore.map((type) => view.ever.latest(type)?.on ?? '0000-00-00');
  return dates.reduce((latest, date) => (date > latest ? date : latest), state.events[0]?.on ?? '0000-00-00');
}
