import { setTimeout as delay } from 'node:timers/promises';
import { type CommandRecorder, idOfName, requestHashOf } from '#foundation/commands';
import { canonicalJson, type EventLog, type LogEvent } from '#foundation/event-log';
import {
  type CaseEvent,
  type CaseView,
  fold,
  type Process,
  Refusal,
  type RefusalCode,
  viewOf,
} from '#foundation/process';
import { type ReadSide } from '#foundation/read-model';
import { type Crossing, type FollowUp } from './crossing.js';
import { type FollowUps } from './follow-ups.js';

export interface CoordinatorParts {
  readonly log: EventLog;
  readonly readSide: ReadSide;
  readonly commandSide: CommandRecorder;
  readonly processes: ReadonlyMap<string, Process>;
  readonly crossings: readonly Crossing[];
  readonly followUps: Pick<FollowUps, 'position' | 'advance' | 'keep' | 'drop' | 'concerning' | 'waiting'>;
  readonly report?: (message: string, details: Record<string, unknown>) => void;
}

const retryMs = [100, 250, 500, 1_000, 2_000];
const patienceMs = 30_000;
/** Each batch is looked up and its end written down; while many people work, nobody waits for a link so impatiently. */
const lingerMs = 200;

/** What a follow-up is about: found again in the log at every try, so that what is tried is what counts today. */
type Cause = {
  readonly process: string;
  readonly caseId: string;
  readonly eventId: string;
};

/**
 * Heeds every event of the log, at least once, and takes what follows, once: the request id is that of the causing event
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
    const { log, followUps } = this.parts;
    // What was refused when this ran last may have become possible by a new version of the rules.
    for (const each of await followUps.waiting(1_000)) await this.tryAgain(each);
    for await (const { events, position } of log.follow(await followUps.position(), { signal, lingerMs })) {
      if (events.length > 0) await this.retry(events);
      for (const event of events) {
        if (signal.aborted) return;
        await this.heed(event);
      }
      await followUps.advance(position);
    }
  }

  private async heed(event: LogEvent): Promise<void> {
    const at = caseOf(event.stream);
    // A ledger tells what was done on paper, and its own rows tell what followed: nothing is added to it.
    if (!at || event.metadata.origin?.kind === 'ledger') return;
    for (const crossing of this.parts.crossings)
      if (crossing.from === at.process && crossing.on.includes(event.type))
        await this.follow(crossing, { ...at, eventId: event.id }, event.position);
  }

  private async retry(events: readonly LogEvent[]): Promise<void> {
    const moved = events.flatMap((event) => {
      const at = caseOf(event.stream);
      return at ? [{ ...at, opens: event.revision === 0 }] : [];
    });
    const opened = new Set(moved.filter(({ opens }) => opens).map(({ process }) => process));
    const caseIds = new Set(moved.map(({ caseId }) => caseId));
    for (const each of await this.parts.followUps.concerning([...caseIds], [...opened])) await this.tryAgain(each);
  }

  private async tryAgain({
    id,
    crossing: name,
    causeProcess: process,
    causeCase: caseId,
    causeEvent: eventId,
  }: Awaited<ReturnType<FollowUps['waiting']>>[number]): Promise<void> {
    const crossing = this.parts.crossings.find((each) => each.name === name);
    if (crossing) await this.follow(crossing, { process, caseId, eventId }, await this.parts.log.headPosition());
    else await this.parts.followUps.drop(id);
  }

  /** Takes what follows from an event, or keeps it with the code it was refused with. */
  private async follow(crossing: Crossing, cause: Cause, position: number): Promise<void> {
    const { followUps } = this.parts;
    const id = idOfName(`coordination:${crossing.name}:${cause.eventId}`);
    const found = await this.viewOfCase(cause.process, cause.caseId);
    const event = found?.state.events.find((each) => each.id === cause.eventId);
    const next = found && event && crossing.given(asRecorded(event), found);
    if (!next) return followUps.drop(id);
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

function caseOf(stream: string): { readonly process: string; readonly caseId: string } | undefined {
  const dash = stream.indexOf('-');
  const caseId = stream.slice(dash + 1);
  return dash > 0 && isCaseId(caseId) ? { process: stream.slice(0, dash), caseId } : undefined;
}

const asRecorded = ({ id, type, on, metadata, revision, data }: CaseEvent) => ({
  ...{ id, type, on, revision, data },
  ...{ by: metadata.recordedByStaffRef, role: metadata.actingRole, recordedAt: metadata.recordedAt },
});
