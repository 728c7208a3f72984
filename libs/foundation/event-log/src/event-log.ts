import { setTimeout as delay } from 'node:timers/promises';
import { BACKWARDS, END, type EventStoreDBClient, jsonEvent, NO_STREAM, START } from '@eventstore/db-client';
import { type EventMetadata, type NewEvent, type RecordedEvent } from '#foundation/process';
import { Batches } from './batches.js';
import { clientOf, releaseClient } from './connection.js';
import { errorType, isTransient, LogUnavailable, WrongRevision } from './errors.js';
import { follow, followStream, type FollowBatch, type FollowOptions } from './follow.js';
import { linkEvents } from './hash-chain.js';
import { fromClient, type LogEvent } from './log-event.js';
import { readWholeLog } from './whole-log.js';

export interface Appended {
  /** Revision of the stream after the append. */
  readonly revision: number;
  /** Log position of the last appended event. */
  readonly position: number;
  /** Hash of the last appended event: what the next one follows. */
  readonly chainHash: string;
  readonly events: readonly RecordedEvent[];
}

export interface EventLogOptions {
  /** How long a caller may be kept waiting while the log is away, in milliseconds. */
  readonly patienceMs?: number;
}

/** A single call that has no answer after this long is taken for lost and tried again. */
const ATTEMPT_MS = 5_000;
/** What a killed process had sent is in the log by then, or never will be: the server gives up at the call's deadline. */
export const appendEndsWithinMs = ATTEMPT_MS + 1_000;
const READ_BUFFER = 4_096;

/** The log of everything: the only way to EventStoreDB. */
export class EventLog {
  private readonly client: EventStoreDBClient;
  private readonly patienceMs: number;

  constructor(
    readonly url: string,
    options: EventLogOptions = {},
  ) {
    this.client = clientOf(url);
    this.patienceMs = options.patienceMs ?? 10_000;
  }

  /**
   * The events of one stream, oldest first; empty when there is no such stream.
   * @param options.from first revision wanted; `toPosition`: nothing the log learned later; `max` number of events
   * @throws LogUnavailable
   */
  async readCase(
    stream: string,
    options: { readonly from?: number; readonly toPosition?: number; readonly max?: number } = {},
  ): Promise<RecordedEvent[]> {
    const { from = 0, toPosition = Number.MAX_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = options;
    const events = await this.persist(async () => {
      const read = this.client.readStream(
        stream,
        { fromRevision: from === 0 ? START : BigInt(from), maxCount: max },
        { highWaterMark: 256 },
      );
      try {
        return (await new Batches(read, fromClient).take(Number.MAX_SAFE_INTEGER)) ?? [];
      } catch (error) {
        const type = errorType(error);
        if (type === 'stream-not-found' || type === 'stream-deleted') return [];
        throw error;
      }
    });
    return toPosition === Number.MAX_SAFE_INTEGER ? events : events.filter((event) => event.position <= toPosition);
  }

  /**
   * Appends events to a stream, all or none, linked to its hash chain. An append whose answer was lost is sent again
   * with the same ids, which the log stores once.
   * @param expectedRevision the revision that was read, -1 for a stream that must not exist yet
   * @param previousHash chain hash of the event at that revision, `CHAIN_START` for none
   * @throws WrongRevision when somebody else was faster, LogUnavailable
   */
  async append(
    stream: string,
    expectedRevision: number,
    events: readonly NewEvent[],
    previousHash: string,
  ): Promise<Appended> {
    const linked = linkEvents(previousHash, events);
    const proposed = linked.map(({ id, type, data, metadata }) =>
      jsonEvent({ id, type, data: { ...data }, metadata: written(metadata) }),
    );
    const position = await this.persist((attempt) => this.appendOnce(stream, expectedRevision, proposed, attempt));
    const revision = expectedRevision + linked.length;
    const last = linked.at(-1)!;
    const recorded =
      linked.length === 1
        ? [{ ...last, revision, position }]
        : await this.readCase(stream, { from: expectedRevision + 1, max: linked.length });
    return {
      revision,
      position: recorded.at(-1)?.position ?? position,
      chainHash: last.metadata.chain.hash,
      events: recorded,
    };
  }

  private async appendOnce(
    stream: string,
    expectedRevision: number,
    events: ReturnType<typeof jsonEvent>[],
    attempt: number,
  ): Promise<number> {
    try {
      const result = await withDeadline(
        this.client.appendToStream(stream, events, {
          expectedRevision: expectedRevision < 0 ? NO_STREAM : BigInt(expectedRevision),
          deadline: ATTEMPT_MS,
        }),
      );
      if (result.success) return Number(result.position?.commit ?? -1);
      throw new WrongRevision(stream, expectedRevision, Number(result.nextExpectedRevision));
    } catch (error) {
      if (errorType(error) !== 'wrong-expected-version' && !(error instanceof WrongRevision)) throw error;
      if (attempt > 0) {
        // The first try may have been stored although its answer was lost; then the events are ours.
        const [first] = await this.readCase(stream, { from: expectedRevision + 1, max: 1 });
        if (first?.id === events[0]?.id) {
          const stored = await this.readCase(stream, { from: expectedRevision + 1, max: events.length });
          return stored.at(-1)?.position ?? -1;
        }
      }
      if (error instanceof WrongRevision) throw error;
      const actual = (error as { actualVersion?: unknown }).actualVersion;
      throw new WrongRevision(stream, expectedRevision, typeof actual === 'bigint' ? Number(actual) : -1);
    }
  }

  /**
   * Reads the whole log once, in order and in batches, waiting for `onBatch` before the next one.
   * @param options.from position after which to begin, -1 for the beginning; `max` number of events to stop after
   * @returns the position up to which the log was read
   */
  async readAll(options: {
    readonly from?: number;
    readonly max?: number;
    readonly batchSize?: number;
    readonly onBatch: (events: LogEvent[], position: number) => Promise<void> | void;
  }): Promise<number> {
    const { from = -1, max = Number.MAX_SAFE_INTEGER, batchSize = 2_000, onBatch } = options;
    const { batches, cancel } = await readWholeLog(this.client, {
      from,
      maxCount: Math.min(max + 1, Number.MAX_SAFE_INTEGER),
      limit: Math.max(batchSize, READ_BUFFER),
    });
    let count = 0;
    let position = from;
    try {
      for (let batch = await batches.take(batchSize); batch; batch = await batches.take(batchSize)) {
        const wanted = batch.slice(0, max - count);
        count += wanted.length;
        position = count < max ? Math.max(position, batches.position) : (wanted.at(-1)?.position ?? position);
        await onBatch(wanted, position);
        if (count >= max) return position;
      }
      return Math.max(position, batches.position);
    } finally {
      cancel();
    }
  }

  /** Everything after position `from` (-1: all), then whatever comes, for ever: see follow.ts. */
  follow(from: number, options: FollowOptions = {}): AsyncGenerator<FollowBatch> {
    return follow(this.client, from, options);
  }

  /** The events of one stream after `revision`, then whatever comes, for ever. */
  followStream(stream: string, revision: number, options: FollowOptions = {}): AsyncGenerator<FollowBatch> {
    return followStream(this.client, stream, revision, options);
  }

  /** Position of the last event of the log, -1 when it is empty. @throws LogUnavailable */
  async headPosition(): Promise<number> {
    return this.persist(async () => {
      const read = this.client.readAll({ fromPosition: END, direction: BACKWARDS, maxCount: 1 });
      const batches = new Batches(read, fromClient, { limit: 1 });
      await withDeadline(batches.take(1));
      return batches.position;
    });
  }

  async close(): Promise<void> {
    await releaseClient(this.url);
  }

  /** Tries again while the log is away, as long as a caller can be kept waiting. */
  private async persist<T>(call: (attempt: number) => Promise<T>): Promise<T> {
    const giveUpAt = performance.now() + this.patienceMs;
    for (let attempt = 0; ; attempt++) {
      try {
        return await call(attempt);
      } catch (error) {
        if (!isTransient(error)) throw error;
        const pause = Math.min(50 * 2 ** attempt, 500);
        if (performance.now() + pause > giveUpAt) throw new LogUnavailable({ cause: error });
        await delay(pause);
      }
    }
  }
}

const utf8 = new TextEncoder();

/** Bytes, which the client takes as they are: a value it would carry as base64, and take that apart twice. */
const written = (metadata: EventMetadata): Uint8Array => utf8.encode(JSON.stringify(metadata));

/** The client leaves some calls without an answer when a connection ends quietly; nobody may wait for ever. */
async function withDeadline<T>(call: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const lost = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new LogUnavailable()), appendEndsWithinMs);
  });
  try {
    return await Promise.race([call, lost]);
  } finally {
    clearTimeout(timer);
  }
}

/** Opens the log. Connects at the first call, and again by itself whenever the node comes back. */
export const connect = (url: string, options: EventLogOptions = {}): EventLog => new EventLog(url, options);

export type { EventMetadata };
