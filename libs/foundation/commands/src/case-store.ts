import { type Appended, type EventLog } from '#foundation/event-log';
import { type CaseState, emptyCase, evolve, fold, type NewEvent, type Process } from '#foundation/process';

const maxHeldEvents = 40_000;

export const streamOf = (process: Process, caseId: string): string => `${process.name}-${caseId}`;

/** Where decisions read cases and put their events. */
export type Cases = Pick<CaseStore, 'load' | 'reload' | 'append'>;

/**
 * Cases as the command side knows them. What is held may be behind the log, never ahead of it: an append carries the
 * revision that was read, and a refusal is given only on a case read afresh.
 */
export class CaseStore {
  private readonly held = new Map<string, CaseState>();
  private heldEvents = 0;

  constructor(private readonly log: EventLog) {}

  /** The case as held, else as the log has it. @throws LogUnavailable */
  async load(process: Process, caseId: string): Promise<{ readonly state: CaseState; readonly fresh: boolean }> {
    const held = this.held.get(streamOf(process, caseId));
    return held ? { state: held, fresh: false } : { state: await this.reload(process, caseId), fresh: true };
  }

  /** The case as the log has it now: only the events after those held are read. @throws LogUnavailable */
  async reload(process: Process, caseId: string): Promise<CaseState> {
    const stream = streamOf(process, caseId);
    const held = this.held.get(stream);
    if (!held) {
      const state = fold(process, caseId, await this.log.readCase(stream));
      if (state.revision >= 0) this.keep(stream, state);
      return state;
    }
    const news = await this.log.readCase(stream, { from: held.revision + 1 });
    const state = news.reduce((before, event) => evolve(process, before, event), held);
    if (news.length > 0) this.keep(stream, state);
    return state;
  }

  /** Appends to the case as it was read. @throws WrongRevision, LogUnavailable */
  async append(
    process: Process,
    state: CaseState,
    events: readonly NewEvent[],
  ): Promise<Appended & { state: CaseState }> {
    const stream = streamOf(process, state.caseId);
    const appended = await this.log.append(stream, state.revision, events, state.chainHash);
    const after = appended.events.reduce(
      (before, event) => evolve(process, before, event),
      state.revision < 0 ? emptyCase(process, state.caseId) : state,
    );
    this.keep(stream, after);
    return { ...appended, state: after };
  }

  private keep(stream: string, state: CaseState): void {
    const old = this.held.get(stream);
    if (old) {
      // Two requests may finish out of order: the later revision stays.
      if (old.revision > state.revision) return;
      this.held.delete(stream);
      this.heldEvents -= old.events.length;
    }
    this.held.set(stream, state);
    this.heldEvents += state.events.length;
    for (const [oldest, other] of this.held) {
      if (this.heldEvents <= maxHeldEvents) break;
      this.held.delete(oldest);
      this.heldEvents -= other.events.length;
    }
  }
}
