import { type LocalDate } from '#foundation/calendar';
import { type KnownSummary } from './case-summary.js';
import { type RecordedEvent } from './envelope.js';
import { type Obligation } from './refusal.js';

/** An event of a case as it counts today: its data after every correction. */
export interface CaseEvent extends RecordedEvent {
  /** Business date as corrected; `metadata.occurredOn` keeps what was first recorded. */
  readonly on: LocalDate;
  /** Ids of the corrections that changed `data`, oldest first; empty when it stands as recorded. */
  readonly correctedBy: readonly string[];
}

/**
 * What an event adds to the statistics: a countable thing with its quantity and the date that decides its period.
 * A figure is a declared aggregate over facts.
 */
export interface Fact {
  /** What is counted, for example `demolition.site`. */
  readonly kind: string;
  /** The event that carries the thing counted. */
  readonly eventId: string;
  /** The date that decides the period, which may differ from the event's own. */
  readonly on: LocalDate;
  /** Whole number in the smallest unit (dm2, fen, kg, head); 1 where only the count matters. */
  readonly quantity: number;
  /** What a distinct figure counts once: an enterprise, a project, one person on one mission and day. */
  readonly key?: string;
  /** Last day on which it stood, for figures that give the state at a date; absent while it stands. */
  readonly until?: LocalDate;
  /** Codes by which figures filter, for example structureKind. */
  readonly dims: Readonly<Record<string, string>>;
}

/** A term that runs or ran in a case: declared in the deadlines table, started by an event. */
export interface Deadline {
  readonly code: string;
  readonly startedBy: string;
  readonly startedOn: LocalDate;
  readonly end: 'open' | 'met' | 'void';
  readonly endedBy?: string;
  /** Id of the `DeadlineMissed` that the clock recorded for it. */
  readonly missedBy?: string;
}

/**
 * A case folded from its events. Holds what a decision reads; never mutated, so it may be kept and shared.
 */
export interface CaseState {
  readonly process: string;
  readonly caseId: string;
  /** State code of the process, `NONE` before the first event. */
  readonly status: string;
  /** Business date on which the present state was entered. */
  readonly statusSince: LocalDate;
  /** Revision of the last event, -1 before the first. */
  readonly revision: number;
  /** Log position of the last event, -1 before the first. */
  readonly position: number;
  /** Chain hash of the last event, the next one's `previous`. */
  readonly chainHash: string;
  readonly events: readonly CaseEvent[];
  readonly obligations: readonly Obligation[];
  readonly deadlines: readonly Deadline[];
  /** The facts that stand, corrections and annulments applied. Replaced, never changed, so `===` tells whether they moved. */
  readonly facts: readonly Fact[];
  readonly summary: KnownSummary;
  /** Event types that this version of the product does not know: they stop a decision. */
  readonly unknownEvents: readonly string[];
}
