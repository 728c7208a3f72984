import { randomUUID } from 'node:crypto';
import {
  METADATA_TYPE,
  TOMBSTONE_TYPE,
  isMetastream,
  metastreamOf,
  originalOf,
  recreateMetadata,
  softDeleteMetadata,
} from './metadata.js';
import { type Storage, TOMBSTONE_REVISION } from './storage.js';
import { type Streams } from './streams.js';
import { uuidBytes } from './wire.js';

export type ExpectedRevision = number | 'any' | 'no_stream' | 'stream_exists';

export interface ProposedEvent {
  /** 16 bytes. */
  id: Uint8Array;
  type: string;
  isJson: boolean;
  data: Uint8Array;
  metadata: Uint8Array;
}

export type AppendOutcome =
  /** `revision` and `position` of the last event of the append; -1 and undefined when it held none. */
  | { kind: 'appended'; revision: number; position: number | undefined }
  /** `current` is the revision the stream has, -1 for no stream. */
  | { kind: 'wrong-expected-revision'; current: number }
  | { kind: 'stream-deleted' };

type Decision =
  | { kind: 'write'; current: number; softlyDeleted: boolean }
  | Exclude<AppendOutcome, { kind: 'appended' }>
  | { kind: 'repeat'; revision: number; position: number };

/**
 * Decides and writes appends and deletions. To be called inside a transaction (see GroupCommit). The rules are those
 * of EventStoreDB's own commit check, with one difference in the safe direction: an append of `any` revision is
 * recognised as a repeat however long ago the first one was, not only while a cache remembers it.
 */
export class Appender {
  #position: number;

  constructor(
    private readonly storage: Storage,
    private readonly streams: Streams,
  ) {
    this.#position = storage.lastPosition();
  }

  get position(): number {
    return this.#position;
  }

  /** To be called after a rollback. */
  reset(): void {
    this.#position = this.storage.lastPosition();
    this.streams.forgetAll();
  }

  append(streamName: string, expected: ExpectedRevision, events: readonly ProposedEvent[]): AppendOutcome {
    const decision = this.#check(
      streamName,
      expected,
      events.map((event) => event.id),
    );
    if (decision.kind === 'repeat') return { ...decision, kind: 'appended' };
    if (decision.kind !== 'write') return decision;

    const undeletesOriginal = isMetastream(streamName) && this.streams.retention(originalOf(streamName)).deleted;
    const revision = this.#write(streamName, decision.current, events);
    const position = events.length > 0 ? this.#position : undefined;
    if (decision.softlyDeleted) this.#recreateFrom(streamName, decision.current + 1);
    if (undeletesOriginal)
      this.#recreateFrom(originalOf(streamName), this.streams.lastRevision(originalOf(streamName)) + 1);
    return { kind: 'appended', revision, position };
  }

  /** Soft deletion: the stream reads as not found, and begins anew with the next append. */
  softDelete(streamName: string, expected: ExpectedRevision): AppendOutcome {
    const decision = this.#checkDeletion(streamName, expected);
    if (decision.kind !== 'write') return decision;
    this.#writeMetadata(streamName, softDeleteMetadata());
    return { kind: 'appended', revision: decision.current, position: this.#position };
  }

  /** Hard deletion: nobody can ever read or write a stream of this name again. */
  tombstone(streamName: string, expected: ExpectedRevision): AppendOutcome {
    const decision = this.#checkDeletion(streamName, expected);
    if (decision.kind !== 'write') return decision;
    const stream = this.streams.find(streamName) ?? this.streams.create(streamName);
    const tombstone = {
      id: freshId(),
      type: TOMBSTONE_TYPE,
      isJson: true,
      data: new Uint8Array(0),
      metadata: new Uint8Array(0),
    };
    this.#insert(stream.id, TOMBSTONE_REVISION, tombstone, Date.now());
    stream.last = TOMBSTONE_REVISION;
    return { kind: 'appended', revision: TOMBSTONE_REVISION, position: this.#position };
  }

  /** A deletion is checked like an append of one new event, and can never be a repeat. */
  #checkDeletion(streamName: string, expected: ExpectedRevision): Exclude<Decision, { kind: 'repeat' }> {
    const decision = this.#check(streamName, expected, [freshId()]);
    return decision.kind === 'repeat' ? { kind: 'wrong-expected-revision', current: decision.revision } : decision;
  }

  #check(streamName: string, expected: ExpectedRevision, ids: readonly Uint8Array[]): Decision {
    const current = this.streams.lastRevision(streamName);
    if (current === TOMBSTONE_REVISION) return { kind: 'stream-deleted' };
    const wrong: Decision = { kind: 'wrong-expected-revision', current };
    const softlyDeleted = this.streams.retention(streamName).deleted;

    if (expected === 'stream_exists') {
      if (softlyDeleted) return { kind: 'stream-deleted' };
      if (current < 0 && this.streams.lastRevision(metastreamOf(streamName)) < 0) return wrong;
    }
    if (expected === 'any' || expected === 'stream_exists') {
      return this.#checkRepeatAnywhere(streamName, current, ids) ?? { kind: 'write', current, softlyDeleted };
    }

    const expectedRevision = expected === 'no_stream' ? -1 : expected;
    if (expectedRevision > current) return wrong;
    if (expectedRevision === current) return { kind: 'write', current, softlyDeleted };
    const repeat = this.#checkRepeatAfter(streamName, expectedRevision, ids);
    if (repeat) return repeat;
    const beginsAnew = expected === 'no_stream' && softlyDeleted && ids[0] && !this.#positionOf(streamName, 0, ids[0]);
    return beginsAnew ? { kind: 'write', current, softlyDeleted } : wrong;
  }

  /** Without an expected revision: all ids stored means a repeat, some stored a contradiction, none a new append. */
  #checkRepeatAnywhere(streamName: string, current: number, ids: readonly Uint8Array[]): Decision | undefined {
    const stream = current < 0 ? undefined : this.streams.find(streamName);
    if (!stream) return undefined;
    let last: [revision: number, position: number] | undefined;
    for (const id of ids) {
      const found = this.storage.findById.get(stream.id, id) as unknown as [number, number] | undefined;
      if (!found) return last && { kind: 'wrong-expected-revision', current };
      last = found;
    }
    return last && { kind: 'repeat', revision: last[0], position: last[1] };
  }

  /** With an expected revision: a repeat holds the same ids in the same places after it. */
  #checkRepeatAfter(streamName: string, expectedRevision: number, ids: readonly Uint8Array[]): Decision | undefined {
    let revision = expectedRevision;
    let position = 0;
    for (const id of ids) {
      revision += 1;
      const stored = this.#positionOf(streamName, revision, id);
      if (!stored) return undefined;
      position = stored;
    }
    return revision > expectedRevision ? { kind: 'repeat', revision, position } : undefined;
  }

  /** The position of the event at `revision`, when it has this id. */
  #positionOf(streamName: string, revision: number, id: Uint8Array): number | undefined {
    const stream = this.streams.find(streamName);
    if (!stream) return undefined;
    const row = this.storage.findByRevision.get(stream.id, revision) as unknown as [Uint8Array, number] | undefined;
    return row && Buffer.compare(row[0], id) === 0 ? row[1] : undefined;
  }

  #write(streamName: string, current: number, events: readonly ProposedEvent[]): number {
    if (events.length === 0) return current;
    const stream = this.streams.find(streamName) ?? this.streams.create(streamName);
    const now = Date.now();
    let revision = current;
    for (const event of events) this.#insert(stream.id, (revision += 1), event, now);
    stream.last = revision;
    if (isMetastream(streamName)) this.streams.forgetRetention(originalOf(streamName));
    return revision;
  }

  #insert(streamId: number, revision: number, event: ProposedEvent, now: number): void {
    const position = this.#position + 1;
    const isJson = event.isJson ? 1 : 0;
    this.storage.insertEvent.run(
      position,
      streamId,
      revision,
      event.id,
      event.type,
      isJson,
      now,
      event.data,
      event.metadata,
    );
    this.#position = position;
  }

  #recreateFrom(streamName: string, revision: number): void {
    this.#writeMetadata(
      streamName,
      recreateMetadata(this.streams.rawMetadata(streamName) ?? new Uint8Array(0), revision),
    );
  }

  #writeMetadata(streamName: string, data: Uint8Array): void {
    const metastream = metastreamOf(streamName);
    const event = { id: freshId(), type: METADATA_TYPE, isJson: true, data, metadata: new Uint8Array(0) };
    this.#write(metastream, this.streams.find(metastream)?.last ?? -1, [event]);
  }
}

const freshId = (): Uint8Array => uuidBytes(randomUUID());
