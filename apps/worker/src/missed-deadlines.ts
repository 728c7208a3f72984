import { type CommandSide, requestHashOf } from '#foundation/commands';
import { type Actor, type Process, Refusal } from '#foundation/process';
import { type ReadSide } from '#foundation/read-model';
import { type MissedTerm, type MissedTerms } from '#insights/status';

export interface ClockSurroundings {
  readonly missed: MissedTerms;
  readonly readSide: ReadSide;
  readonly commandSide: CommandSide;
  readonly processes: ReadonlyMap<string, Process>;
  readonly report: (message: string, details: Record<string, unknown>) => void;
}

/** The product itself: no account can have this role. */
const clock: Actor = { staffRef: 'clock', roles: ['SYSTEM_CLOCK'], grids: [], villages: [] };
const pageSize = 200;
const casesAtOnce = 8;
const seenWithinMs = 30_000;

/**
 * Records `DeadlineMissed` for every statutory term that has passed, once a case and deadline, also where its step was
 * taken too late and where the case is closed (processes.md 0.1, 0.4). The request id is the case and the event that
 * started the term, so it may run twice, by two workers at once, or again after it was killed.
 *
 * @returns how many misses it recorded
 * @throws LogUnavailable, NotYetProjected: what is left is found when it runs again
 */
export async function recordMissedDeadlines(around: ClockSurroundings, signal: AbortSignal): Promise<number> {
  let recorded = 0;
  let after: Awaited<ReturnType<MissedTerms['at']>>['next'];
  do {
    signal.throwIfAborted();
    const { terms, next } = await around.missed.at(new Date(), { after, limit: pageSize });
    const cases = [...Map.groupBy(terms, ({ caseId }) => caseId).values()];
    let position = -1;
    const recorders = Array.from({ length: Math.min(casesAtOnce, cases.length) }, async () => {
      for (let own = cases.pop(); own; own = cases.pop()) {
        signal.throwIfAborted();
        const done = await recordCase(own, around);
        recorded += done.recorded;
        position = Math.max(position, done.position);
      }
    });
    await Promise.all(recorders);
    // What was recorded is passed over from here on: the next question does not find it again.
    if (position >= 0) await around.readSide.waitForPosition(position, seenWithinMs);
    after = next;
  } while (after);
  return recorded;
}

/** The misses of one case, one after the other: each rests on the revision that the one before left. */
async function recordCase(
  terms: readonly MissedTerm[],
  { commandSide, processes, report }: ClockSurroundings,
): Promise<{ recorded: number; position: number }> {
  let { revision } = terms[0]!;
  let recorded = 0;
  let position = -1;
  for (const term of terms) {
    const process = processes.get(term.process);
    const spec = process?.deadlines.find(({ code }) => code === term.code);
    const step = process?.stepOfEvent.get('DeadlineMissed');
    if (!process || !spec || !step) continue;
    const missedStep = spec.endsOn.find((type) => type === term.endedByType) ?? spec.endsOn[0];
    const requestId = `clock:${term.caseId}:${term.code}:${term.startedBy[0]}`;
    const body = {
      ...{ caseRef: term.caseId, deadlineCode: term.code, dueOn: term.dueOn, missedStep },
      ...(term.handler ? { responsibleStaffRef: term.handler } : {}),
    };
    try {
      const answer = await commandSide.record({
        ...{ process, caseId: term.caseId, steps: [{ process, step, body, actor: clock }], requestId },
        // A date that a correction moves is the same miss all the same.
        requestHash: requestHashOf(requestId),
        expectedRevision: revision,
        origin: { kind: 'clock', startedBy: term.startedBy },
      });
      revision = answer.revision;
      position = Math.max(position, answer.position);
      if (answer.first) recorded += 1;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // Somebody moved the case on meanwhile: it is looked at again when the read side has seen that.
      if (error.code === 'R-ALL-12') break;
      report('a missed deadline was refused', { caseId: term.caseId, deadline: term.code, code: error.code });
    }
  }
  return { recorded, position };
}
