import { type EventLog, type LogEvent } from '#foundation/event-log';
import {
  type CaseState,
  emptyCase,
  type EventMetadata,
  evolve,
  fold,
  type Process,
  type RecordedEvent,
} from '#foundation/process';
import { type CaseChange } from './projection.js';

/** Streams read at the same time when cases have to be folded anew. */
const PARALLEL_READS = 32;

/** Events worked on before the connection to the log may take in what came meanwhile, and ask for more. */
export const SLICE = 32;

/** The log sends no more than a small window ahead: a process that is busy for long finds nothing to go on with. */
export const turnOfOthers = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

interface FoundCase {
  readonly process: Process;
  readonly caseId: string;
}

/** `demolition-0192...` → its process and case; undefined for streams that are no case. */
export function caseOf(processes: ReadonlyMap<string, Process>, stream: string): FoundCase | undefined {
  const dash = stream.indexOf('-');
  const process = dash > 0 ? processes.get(stream.slice(0, dash)) : undefined;
  const caseId = stream.slice(dash + 1);
  return process && uuid.test(caseId) ? { process, caseId } : undefined;
}

/**
 * An event as it is held with its case: of its envelope what rules and projections read. Cases are held by the thousand,
 * and what nobody asks for would be the larger part of them.
 */
function held(process: Process, { id, type, data, metadata, revision, position }: RecordedEvent): RecordedEvent {
  const { occurredOn, recordedAt, recordedByStaffRef, actingRole, origin, chain } = metadata;
  return {
    id,
    type: process.stepOfEvent.get(type)?.event ?? type,
    data,
    metadata: { occurredOn, recordedAt, recordedByStaffRef, actingRole, origin, chain } as EventMetadata,
    revision,
    position,
  };
}

/**
 * Folds the log as it goes by. Keeps the cases that changed last, up to a number of events in all, so that memory
 * stays flat however long the log is; a case that comes back later is read again from its stream.
 */
export class FoldCache {
  private readonly states = new Map<string, CaseState>();
  private held = 0;

  constructor(
    private readonly log: Pick<EventLog, 'readCase'>,
    private readonly processes: ReadonlyMap<string, Process>,
    private readonly maxEvents: number,
  ) {}

  /**
   * Each event of a case with the case before and after it; the rest as `others`.
   * @throws LogUnavailable when a case has to be read again and cannot
   */
  async fold(events: readonly LogEvent[]): Promise<{ changes: CaseChange[]; others: LogEvent[] }> {
    const recalled = this.recall(events);
    const changes: CaseChange[] = [];
    const others: LogEvent[] = [];
    for (const [index, event] of events.entries()) {
      if (index % SLICE === SLICE - 1) await turnOfOthers();
      // It was on its way while the events before this one were worked on.
      if (recalled.has(event)) await recalled.get(event);
      const before = this.states.get(event.stream) ?? this.unknown(event.stream);
      if (!before) {
        others.push(event);
        continue;
      }
      const process = this.processes.get(before.process)!;
      const after = evolve(process, before, held(process, event));
      this.keep(event.stream, after);
      changes.push({ process, caseId: before.caseId, event, before, after });
    }
    this.evict();
    return { changes, others };
  }

  /** A case as it stood at a position, none of whose later events has been folded here. */
  async at(process: Process, caseId: string, position: number): Promise<CaseState> {
    const stream = `${process.name}-${caseId}`;
    const held = this.states.get(stream);
    if (held && held.position <= position) return held;
    return fold(process, caseId, await this.log.readCase(stream, { toPosition: position }));
  }

  /**
   * Begins to read the cases of these events that are not held as they were just before their first event here. Each is
   * there when what it is found under, that event, has been waited for.
   */
  private recall(events: readonly LogEvent[]): ReadonlyMap<LogEvent, Promise<void>> {
    const seen = new Set<string>();
    const recalled = new Map<LogEvent, Promise<void>>();
    const readers = Array.from({ length: PARALLEL_READS }, () => Promise.resolve());
    for (const event of events) {
      if (seen.has(event.stream)) continue;
      seen.add(event.stream);
      const held = this.states.get(event.stream)?.revision ?? -1;
      const found = held === event.revision - 1 ? undefined : caseOf(this.processes, event.stream);
      if (!found) continue;
      const reader = recalled.size % PARALLEL_READS;
      const read = readers[reader]!.then(() => this.read(found, event));
      // Its failure is met when its turn comes; until then it must not count as unhandled.
      read.catch(() => undefined);
      recalled.set(event, (readers[reader] = read));
    }
    return recalled;
  }

  private async read({ process, caseId }: FoundCase, { stream, revision }: LogEvent): Promise<void> {
    const earlier = revision === 0 ? [] : await this.log.readCase(stream, { max: revision });
    const kept = earlier.map((each) => held(process, each));
    this.keep(stream, fold(process, caseId, kept));
  }

  /** A case of which nothing was told yet; undefined for a stream that is no case. */
  private unknown(stream: string): CaseState | undefined {
    const found = caseOf(this.processes, stream);
    return found && emptyCase(found.process, found.caseId);
  }

  private keep(stream: string, state: CaseState): void {
    const old = this.states.get(stream);
    if (old) {
      this.held -= old.events.length;
      this.states.delete(stream);
    }
    this.states.set(stream, state);
    this.held += state.events.length;
  }

  private evict(): void {
    for (const [stream, state] of this.states) {
      if (this.held <= this.maxEvents) return;
      this.states.delete(stream);
      this.held -= state.events.length;
    }
  }
}
