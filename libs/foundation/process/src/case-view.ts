import { type LocalDate } from '#foundation/calendar';
import { type Role } from './roles.js';
import { type CaseEvent, type CaseState } from './state.js';

/** Names the events of a process and the command class whose fields each one carries. */
export type EventShapes = Record<string, object>;

/** An event of a case as a rule reads it. */
export interface Recorded<Data> {
  readonly id: string;
  readonly type: string;
  readonly on: LocalDate;
  readonly by: string;
  readonly role: Role;
  readonly revision: number;
  readonly recordedAt: string;
  readonly data: Readonly<Data>;
}

/**
 * A case as guards, facts and obligations read it. `latest` and `all` look at the present round only: after a
 * reopening the old order, notice and survey no longer carry a step. `ever` looks at the whole history.
 */
export interface CaseView<Events extends EventShapes = EventShapes> {
  readonly caseId: string;
  readonly status: string;
  readonly statusSince: LocalDate;
  readonly state: CaseState;
  latest<Type extends keyof Events & string>(type: Type): Recorded<Events[Type]> | undefined;
  all<Type extends keyof Events & string>(type: Type): readonly Recorded<Events[Type]>[];
  has(...types: (keyof Events & string)[]): boolean;
  readonly ever: {
    latest<Type extends keyof Events & string>(type: Type): Recorded<Events[Type]> | undefined;
    all<Type extends keyof Events & string>(type: Type): readonly Recorded<Events[Type]>[];
    has(...types: (keyof Events & string)[]): boolean;
  };
  /** Keys of the open obligations of that code. */
  open(obligation: string): readonly string[];
}

/** An event as rules read it. */
export function asRecorded<Data>(event: CaseEvent): Recorded<Data> {
  return {
    id: event.id,
    type: event.type,
    on: event.on,
    by: event.metadata.recordedByStaffRef,
    role: event.metadata.actingRole,
    revision: event.revision,
    recordedAt: event.metadata.recordedAt,
    data: event.data as Data,
  };
}

/** Looks events up by type, from a revision on. */
class Lookup<Events extends EventShapes> {
  constructor(
    protected readonly events: readonly CaseEvent[],
    protected readonly from: number,
  ) {}

  latest<Type extends keyof Events & string>(type: Type): Recorded<Events[Type]> | undefined {
    for (let index = this.events.length - 1; index >= this.from; index--) {
      const event = this.events[index]!;
      if (event.type === type) return asRecorded(event);
    }
    return undefined;
  }

  all<Type extends keyof Events & string>(type: Type): readonly Recorded<Events[Type]>[] {
    const found: Recorded<Events[Type]>[] = [];
    for (let index = this.from; index < this.events.length; index++) {
      const event = this.events[index]!;
      if (event.type === type) found.push(asRecorded(event));
    }
    return found;
  }

  has(...types: (keyof Events & string)[]): boolean {
    for (let index = this.from; index < this.events.length; index++)
      if (types.includes(this.events[index]!.type)) return true;
    return false;
  }
}

/** Made several times for every event that is folded: small, and without closures of its own. */
class View<Events extends EventShapes> extends Lookup<Events> implements CaseView<Events> {
  constructor(
    readonly state: CaseState,
    round: number,
  ) {
    super(state.events, round);
  }

  get caseId(): string {
    return this.state.caseId;
  }

  get status(): string {
    return this.state.status;
  }

  get statusSince(): LocalDate {
    return this.state.statusSince;
  }

  get ever(): Lookup<Events> {
    return this.from === 0 ? this : new Lookup(this.events, 0);
  }

  open(obligation: string): readonly string[] {
    return this.state.obligations.filter((each) => each.code === obligation).map((each) => each.key);
  }
}

/** Opens a folded case to the rules of its process. `restarts` names the events that begin a new round. */
export function viewOf<Events extends EventShapes>(state: CaseState, restarts: ReadonlySet<string>): CaseView<Events> {
  let round = 0;
  for (let index = state.events.length - 1; index > 0; index--) {
    if (restarts.has(state.events[index]!.type)) {
      round = index;
      break;
    }
  }
  return new View(state, round);
}
