import { setTimeout as delay } from 'node:timers/promises';
import { type CommandRecorder, idOfName, requestHashOf } from '#foundation/commands';
import { canonicalJson, type EventLog } from '#foundation/event-log';
import {
  asRecorded,
  type CaseEvent,
  type CaseView,
  fold,
  type Process,
  Refusal,
  type RefusalCode,
  viewOf,
} from '#foundation/process';
import { type ReadSide, serving } from '#foundation/read-model';
import { type Crossing, type FollowUp } from './crossing.js';
import { type FollowUps } from './follow-ups.js';

export interface CoordinatorParts {
  readonly log: EventLog;
  readonly readSide: ReadSide;
  readonly commandSide: CommandRecorder;
  readonly processes: ReadonlyMap<string, Process>;
  readonly crossings: readonly Crossing[];
  readonly followUps: Pick<FollowUps, 'position' | 'advance' | 'keep' | 'drop' | 'movedBetween' | 'waiting'>;
  readonly report?: (message: string, details: Record<string, unknown>) => void;
}

const retryMs = [100, 250, 500, 1_000, 2_000];
const patienceMs = 30_000;
const gatherMs = 100;
const lookAgainMs = 5_000;
/** Causes between two checkpoints, at most. */
const mostAtOnce = 200;

/** What a follow-up is about: found again in the log at every try, so that what is tried is what counts today. */
type Cause = {
  readonly process: string;
  readonly caseId: string;
  readonly eventId: string;
};

interface Happened extends Cause {
  readonly type: string;
  readonly position: number;
}

/**
 * Heeds every event of a case, at least once, and takes what follows, once: the request id is that of the causing event
 * and crossing, so a step that was taken before a kill, before the checkpoint was lost, or by a second coordinator beside
 * this one is found in its case and not taken again. A refused follow-up is kept, and tried again whenever its case or
 * the causing one moves on.
 */
export class Coordinator {
  constructor(private readonly parts: CoordinatorParts) {}

  /** Runs until the signal says stop; waits out whatever server is away. */
  async run(signal: AbortSignal): Promise<void> {
    for (let failures = 0; !signal.aborted; failures++) {
      const began = performance.now();
      try {
        await this.heedAll(signal);
      } catch (error) {
        if (signal.aborted) return;
        this.parts.report?.('coordination is held up', {
          error: error instanceof Error ? error.message : String(error),
        });
      }
      if (performance.now() - began > 10_000) failures = 0;
      const pause = retryMs[Math.min(failures, retryMs.length - 1)]!;
      await delay(pause, undefined, { signal }).catch(() => undefined);
    }
  }

  private async heedAll(signal: AbortSignal): Promise<void> {
    const { readSide, followUps } = this.parts;
    // What was refused when this ran last may have become possible by a new version of the rules.
    for (const each of await followUps.waiting(1_000)) await this.tryAgain(each);
    let heeded = await followUps.position();
    while (!signal.aborted) {
      const looked = performance.now();
      const { upTo, causes } = await this.newsAfter(heeded);
      if (upTo <= heeded) {
        await moreThan(heeded, readSide, signal);
        // While many people work, one look finds the steps of several; nobody waits for a link so impatiently.
        const early = Math.max(0, looked + gatherMs - performance.now());
        await delay(early, undefined, { signal }).catch(() => undefined);
        continue;
      }
      for (const each of await followUps.movedBetween(heeded, upTo)) await this.tryAgain(each);
      for (const cause of causes) {
        if (signal.aborted) return;
        await this.heed(cause);
      }
      await followUps.advance(upTo);
      heeded = upTo;
    }
  }

  /**
   * From what has happened after a position something follows, in log order, and up to where that was looked at. Taken
   * from the read side, where every follow-up is looked up too, so it could not run ahead of it anyway (see causes.ts).
   */
  private async newsAfter(heeded: number): Promise<{ upTo: number; causes: readonly Happened[] }> {
    const { readSide } = this.parts;
    const present = await readSide.position();
    if (present <= heeded) return { upTo: present, causes: [] };
    const { rows: causes } = await serving(
      readSide.pool.query<Happened>(
        `select position::float8, process, case_id as "caseId", event_id as "eventId", type from read.cause
         where position > $1 and position <= $2 order by position limit $3`,
        [heeded, present, mostAtOnce],
      ),
    );
    return { upTo: causes.length < mostAtOnce ? present : causes.at(-1)!.position, causes };
  }

  private async heed({ type, position, ...cause }: Happened): Promise<void> {
    for (const crossing of this.parts.crossings)
      if (crossing.from === cause.process && crossing.on.includes(type)) await this.follow(crossing, cause, position);
  }

  private async tryAgain({
    id,
    crossing: name,
    causeProcess: process,
    causeCase: caseId,
    causeEvent: eventId,
  }: Awaited<ReturnType<FollowUps['waiting']>>[number]): Promise<void> {
    const crossing = this.parts.crossings.find((each) => each.name === name);
    if (crossing) await this.follow(crossing, { process, caseId, eventId }, await this.parts.log.headPosition(), true);
    else await this.parts.followUps.drop(id);
  }

  /**
   * Takes what follows from an event, or keeps it with the code it was refused with.
   * @param isKept whether it is known to wait since an earlier refusal
   */
  private async follow(crossing: Crossing, cause: Cause, position: number, isKept = false): Promise<void> {
    const { followUps } = this.parts;
    const id = idOfName(`coordination:${crossing.name}:${cause.eventId}`);
    const found = await this.viewOfCase(cause.process, cause.caseId);
    const event = found?.state.events.find((each) => each.id === cause.eventId);
    const next = found && event && crossing.given(asRecorded(event), found);
    // From most events nothing follows: there is nothing to take back then.
    if (!next) return isKept ? followUps.drop(id) : undefined;
    // Numbers and kinds of case are looked up on the read side: it has to know at least what has been heeded.
    await this.parts.readSide.waitForPosition(position, patienceMs);
    const caseId = 'caseId' in next.in ? next.in.caseId : await this.caseIdOf(next.in.process, next.in.number);
    const target = caseId === undefined ? undefined : await this.viewOfCase(next.in.process, caseId);
    // An id that is of another kind of case concerns another crossing, or none.
    if ('caseId' in next.in && !target) return followUps.drop(id);
    const taken = target?.state.events.some(({ metadata }) => metadata.requestId === id);
    if (target && (taken || next.isDone(target))) return followUps.drop(id);
    const code = target ? await this.take(id, event, next, target) : 'R-ALL-01';
    if (code === undefined) return followUps.drop(id);
    await followUps.keep({
      ...{ id, crossing: crossing.name, process: next.in.process, caseId: caseId ?? null, command: next.command, code },
      ...{ causeProcess: cause.process, causeCase: cause.caseId, causeEvent: cause.eventId },
    });
  }

  /** @returns the code of the refusal, undefined once it is recorded. @throws when a server stayed away */
  private async take(
    id: string,
    { id: eventId, metadata }: CaseEvent,
    next: FollowUp,
    target: CaseView,
  ): Promise<RefusalCode | undefined> {
    const process = this.parts.processes.get(next.in.process);
    const step = process?.stepOfCommand.get(next.command);
    if (!process || !step) throw new Error(`${next.in.process} has no step ${next.command}`);
    const { caseId } = target;
    const named = step.fields.some(({ name }) => name === 'caseRef') ? { caseRef: caseId } : {};
    const body = { ...named, ...next.data };
    const actor = {
      ...{ staffRef: metadata.recordedByStaffRef, roles: [metadata.actingRole], onBehalf: true },
      ...{ grids: [], villages: [] },
    };
    try {
      await this.parts.commandSide.record({
        ...{ process, caseId, steps: [{ process, step, body, actor }] },
        ...{ requestId: id, requestHash: requestHashOf(canonicalJson([process.name, next.command, caseId, body])) },
        origin: { kind: 'coordination', causedBy: eventId },
        cause: { eventId, correlationId: metadata.$correlationId },
      });
      return undefined;
    } catch (error) {
      if (error instanceof Refusal) return error.code;
      throw error;
    }
  }

  private async caseIdOf(process: string, number: string): Promise<string | undefined> {
    return this.parts.commandSide.caseIdOf(process, number);
  }

  private async viewOfCase(name: string, caseId: string): Promise<CaseView | undefined> {
    const process = this.parts.processes.get(name);
    if (!process || !isCaseId(caseId)) return undefined;
    const events = await this.parts.log.readCase(`${name}-${caseId}`);
    return events.length === 0 ? undefined : viewOf(fold(process, caseId, events), process.restarts);
  }
}

const isCaseId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** Waits until the read side has more than that, for some seconds at most; no longer once told to stop. */
async function moreThan(position: number, readSide: ReadSide, signal: AbortSignal): Promise<void> {
  const over = new AbortController();
  const tooLong = delay(lookAgainMs, undefined, { signal: AbortSignal.any([signal, over.signal]) });
  await Promise.race([readSide.waitForPosition(position + 1, lookAgainMs), tooLong]).catch(() => undefined);
  over.abort();
}
