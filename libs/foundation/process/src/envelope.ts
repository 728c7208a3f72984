import { type LocalDate } from '#foundation/calendar';
import { type Role } from './roles.js';

/** Where a step came from: typed by a person, read from a paper ledger, or caused by the product itself. */
export type Origin =
  | { readonly kind: 'web' }
  | { readonly kind: 'ledger'; readonly file: string; readonly row: number }
  /** `startedBy`: the events that started what was missed, so that a correction of their dates makes it no other miss. */
  | { readonly kind: 'clock'; readonly startedBy?: readonly string[] }
  | { readonly kind: 'coordination'; readonly causedBy: string };

/** Each event names the hash of the one before it in its stream, so that nothing can be altered unseen. */
export interface ChainLink {
  /** Hash of the previous event of the stream, or 64 zeros for the first. */
  readonly previous: string;
  /** SHA-256 (hex) over `previous`, id, type, data and the rest of the metadata: see event-log/hash-chain. */
  readonly hash: string;
}

/** The envelope of processes.md section 0.2, stored as event metadata. */
export interface EventMetadata {
  readonly caseRef: string;
  /** Business date: when it happened, local date in Asia/Shanghai. */
  readonly occurredOn: LocalDate;
  /** Instant of recording, ISO 8601 in UTC. */
  readonly recordedAt: string;
  readonly recordedByStaffRef: string;
  readonly actingRole: Role;
  /** The caller's idempotency key; one request stores its step once. */
  readonly requestId: string;
  /** Hash of the request's content: the same key with other content is R-ALL-06. */
  readonly requestHash: string;
  readonly lateEntryReason?: string;
  readonly legalTextVersion?: string;
  readonly origin: Origin;
  readonly $correlationId: string;
  readonly $causationId: string;
  readonly chain: ChainLink;
}

/** An event about to be appended: everything but what the log adds. */
export interface NewEvent {
  readonly id: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: Omit<EventMetadata, 'chain'>;
}

/** An event as the log holds it. */
export interface RecordedEvent {
  readonly id: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: EventMetadata;
  /** Number within its stream, from 0. */
  readonly revision: number;
  /** Commit position in the whole log: when the product came to know it. */
  readonly position: number;
}
