import { type Appended, linkEvents } from '#foundation/event-log';
import { type CaseState, evolve, type NewEvent, type Process } from '#foundation/process';
import { type Cases, streamOf } from './case-store.js';
import { type ClaimSource, type Holder, type Reservations, type Wanted } from './reservations.js';

/** Cases as they would be: what is rehearsed is kept here and nowhere else, on top of what is recorded. */
export class RehearsedCases implements Cases {
  private readonly rehearsed = new Map<string, CaseState>();

  constructor(private readonly recorded: Cases) {}

  async load(process: Process, caseId: string): Promise<{ readonly state: CaseState; readonly fresh: boolean }> {
    return { state: await this.reload(process, caseId), fresh: true };
  }

  async reload(process: Process, caseId: string): Promise<CaseState> {
    return this.rehearsed.get(streamOf(process, caseId)) ?? this.recorded.reload(process, caseId);
  }

  /** Ids of the cases of a kind that were moved on here and belong to that case. */
  childrenOf(processes: ReadonlyMap<string, Process>, name: string, parent: string): readonly string[] {
    const process = processes.get(name);
    if (!process) return [];
    return [...this.rehearsed.values()]
      .filter((state) => state.process === name && state.summary.parent === parent)
      .map((state) => state.caseId);
  }

  async append(
    process: Process,
    state: CaseState,
    events: readonly NewEvent[],
  ): Promise<Appended & { state: CaseState }> {
    const recorded = linkEvents(state.chainHash, events).map((event, at) => ({
      ...event,
      revision: state.revision + 1 + at,
      position: state.position,
    }));
    const after = recorded.reduce((before, event) => evolve(process, before, event), state);
    this.rehearsed.set(streamOf(process, state.caseId), after);
    const { revision, position, chainHash } = after;
    return { events: recorded, revision, position, chainHash, state: after };
  }
}

/** Numbers, places and request ids as they would be taken: looked up in the product, held here alone. */
export class RehearsedClaims implements ClaimSource {
  private readonly held = new Map<string, Wanted>();

  constructor(private readonly reservations: Pick<Reservations, 'look'>) {}

  async take(wanted: readonly Wanted[]): Promise<(Holder | undefined)[]> {
    const holders = await this.look(wanted);
    for (const [at, each] of wanted.entries())
      if (!holders[at] && !this.held.has(keyOf(each))) this.held.set(keyOf(each), each);
    return holders;
  }

  /** What is held here hides what the product says of it: it was taken over, or is the case's own. */
  async look(wanted: readonly Wanted[]): Promise<(Holder | undefined)[]> {
    const recorded = await this.reservations.look(wanted);
    return wanted.map((each, at) => {
      const holder = this.held.get(keyOf(each));
      if (!holder) return recorded[at];
      return holder.caseId === each.caseId ? undefined : { ...holder, pending: false, ageMs: Infinity };
    });
  }

  /** Id of the case that holds it in this rehearsal. */
  holderOf(kind: string, value: string): string | undefined {
    return this.held.get(keyOf({ kind, value }))?.caseId;
  }

  async release(wanted: readonly Wanted[]): Promise<void> {
    for (const each of wanted)
      if (this.held.get(keyOf(each))?.requestId === each.requestId) this.held.delete(keyOf(each));
  }

  settle(): void {
    // What is rehearsed stays held as long as the rehearsal lasts.
  }

  async takeOver(wanted: Wanted): Promise<boolean> {
    this.held.set(keyOf(wanted), wanted);
    return true;
  }
}

const keyOf = ({ kind, value }: Pick<Wanted, 'kind' | 'value'>): string => `${kind}\u0000${value}`;
