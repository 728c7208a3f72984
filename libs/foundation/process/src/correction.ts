import { claimKey, heldClaims } from './claims.js';
import { type DecisionContext } from './context.js';
import { apply, businessDate, correctedEventOf, emptyCase, followed, targetOf, withCorrection } from './evolve.js';
import { type Process } from './process.js';
import { Refusal } from './refusal.js';
import { replacedData } from './replacement.js';
import { blockingObligations, earliestDate, guardsRefusal, ruleContext } from './rules.js';
import { type CaseEvent, type CaseState } from './state.js';
import { shapeOf, signFaults } from './validation.js';

interface CorrectionCommand {
  readonly correctedEventId: string;
  readonly reasonCode: string;
  readonly reason?: string;
  readonly replacedFields: readonly string[];
  readonly approvedByStaffRef: string;
}

const refused = (reason: string): Refusal => new Refusal('R-ALL-08', 'rule', { reason });

/**
 * Tests a correction (processes.md 0.5): it must aim at an event of this case that no later correction has replaced,
 * name values that fit, and leave a case that every step's own rules would still have allowed.
 */
export function correctionRefusal(
  process: Process,
  state: CaseState,
  command: object,
  context: DecisionContext,
): Refusal | undefined {
  const correction = command as CorrectionCommand;
  const targetId = correctedEventOf(state, correction.correctedEventId);
  const target = state.events.find((event) => event.id === targetId);
  const step = target && process.stepOfEvent.get(target.type);
  if (!target || !step) return refused('the corrected event is not of this case');
  if (step.correction) return refused('a correction is corrected through the event that it changed');
  const latest = target.correctedBy.at(-1) ?? target.id;
  if (correction.correctedEventId !== latest) return refused('superseded by a later correction');
  const { data, faults } = replacedData(step, target.data, correction.replacedFields);
  if (faults.length > 0) return refused(`cannot be read: ${faults.join(', ')}`);
  const shape = shapeOf(step, data);
  if (shape.malformed.length + shape.missing.length + signFaults(step, shape.command).length > 0)
    return refused('a value does not fit its field');
  return replayRefusal(process, state, correction, context);
}

/** Takes every step of the case again with the new values; the first rule that breaks refuses the correction. */
function replayRefusal(
  process: Process,
  state: CaseState,
  correction: CorrectionCommand,
  context: DecisionContext,
): Refusal | undefined {
  const pending = { data: correction, id: context.eventId } as unknown as CaseEvent;
  let replayed = emptyCase(process, state.caseId);
  for (const event of withCorrection(process, state, pending).slice(0, -1)) {
    const step = process.stepOfEvent.get(event.type)!;
    const data = followed(process, step, replayed, event);
    const on = businessDate(step, data, event);
    if (!step.correction) {
      if (targetOf(process, step, replayed) === undefined) return refused(`R-ALL-01 at ${event.type}`);
      const { command } = shapeOf(step, data);
      const asThen: DecisionContext = {
        ...context,
        now: event.metadata.recordedAt,
        township: context.townshipAt(event.metadata.recordedAt),
        actor: { ...context.actor, staffRef: event.metadata.recordedByStaffRef, roles: [event.metadata.actingRole] },
      };
      const broken =
        guardsRefusal(process, replayed, step, command, ruleContext(process, on, asThen)) ??
        blockingObligations(process, replayed, step, on, 'asked then');
      if (broken) return refused(`${broken.code} at ${event.type}`);
      if (on > context.today) return refused(`R-ALL-02 at ${event.type}`);
      if (on < earliestDate(process, replayed, step)) return refused(`R-ALL-03 at ${event.type}`);
    }
    replayed = apply(process, replayed, step, { ...event, data, on });
  }
  const held = heldClaims(process, replayed).map(claimKey);
  return new Set(held).size < held.length ? refused('R-ALL-06 within the case') : undefined;
}
