import { type LocalDate } from '#foundation/calendar';
import { type Actor, type CaseState, type Origin, type Process, type Step } from '#foundation/process';

/** A step as asked for: whoever asks, through whichever door. */
export interface StepRequest {
  readonly process: Process;
  readonly step: Step;
  /** The command's fields as sent. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly actor: Actor;
  /** Day of a step that has no date of its own, as a paper ledger names it. */
  readonly occurredOn?: LocalDate;
  readonly lateEntryReason?: string;
  readonly legalTextVersion?: string;
}

/** One or several steps of one case, recorded all or none. */
export interface SeriesRequest {
  readonly process: Process;
  /** Absent when the first step opens the case. */
  readonly caseId?: string;
  readonly steps: readonly StepRequest[];
  /** The caller's idempotency key; the same key with the same content is answered with the first result. */
  readonly requestId: string;
  readonly requestHash: string;
  /** Revision that the caller saw: another one is R-ALL-12. */
  readonly expectedRevision?: number;
  readonly origin: Origin;
  /** The recorded event that this follows from; absent when somebody asked for it. */
  readonly cause?: { readonly eventId: string; readonly correlationId: string };
}

export interface Recorded {
  readonly caseId: string;
  /** The case right after the recorded steps, also when a repeated request is answered. */
  readonly state: CaseState;
  readonly events: readonly { readonly id: string; readonly type: string; readonly revision: number }[];
  readonly revision: number;
  readonly position: number;
  /** False when the request had been recorded before and is only answered again. */
  readonly first: boolean;
}
