import { setTimeout as delay } from 'node:timers/promises';
import { type EventStoreDBClient, START, type StreamSubscription } from '@eventstore/db-client';
import { Batches } from './batches.js';
import { errorType, isTransient } from './errors.js';
import { fromClient, type LogEvent } from './log-event.js';
import { readWholeLog, type Reading } from './whole-log.js';

export interface FollowOptions {
  /** Ends the following: the generator returns. */
  readonly signal?: AbortSignal;
  /** How many events may gather while a batch is worked on; beyond it the server waits. */
  readonly buffer?: number;
  /** While catching up, batches of at least this many events: fewer, larger transactions. */
  readonly bulk?: number;
  /**
   * Milliseconds by which a batch is delayed while events come fast, so that more of them share its cost. A single
   * event now and then is handed over at once, and twice as long while they come three times as fast as that. None by
   * default.
   */
  readonly lingerMs?: number;
}

export interface FollowBatch {
  /** In log order, never an event twice, never one missing. May be empty. */
  readonly events: readonly LogEvent[];
  /** The position that has been reached with this batch, events of the server itself included. */
  readonly position: number;
  /** True once everything that was in the log when following began (or began again) has been delivered. */
  readonly caughtUp: boolean;
}

/** From so many events within the last window or the one before, they count as coming fast: 400 a second. */
const FAST = 20;
const VERY_FAST = 60;
const WINDOW_MS = 50;

const RECONNECT_MS = [50, 100, 200, 500, 1_000];

/** Tells whether events come fast, by how many came lately. */
class Pace {
  private windowBegan = performance.now();
  private before = 0;
  private now = 0;

  /** 0 while events come slowly, 1 while they come fast, 2 while they come very fast. */
  after(more: number): number {
    const elapsed = performance.now() - this.windowBegan;
    if (elapsed < WINDOW_MS) this.now += more;
    else {
      this.before = elapsed < 2 * WINDOW_MS ? this.now : 0;
      // What gathered over several windows counts as what came in one of them.
      this.now = (more * WINDOW_MS) / elapsed;
      this.windowBegan += elapsed;
    }
    const most = Math.max(this.before, this.now);
    return most >= VERY_FAST ? 2 : most >= FAST ? 1 : 0;
  }
}

/** Takes batches from one stream until it ends or the caller stops. */
async function* taken(
  { batches, cancel }: Reading,
  { signal, atLeast = 1, lingerMs = 0 }: { signal?: AbortSignal | undefined; atLeast?: number; lingerMs?: number },
): AsyncGenerator<LogEvent[]> {
  const stop = (): void => batches.stop();
  const pace = new Pace();
  signal?.addEventListener('abort', stop);
  try {
    for (;;) {
      const batch = await batches.take(atLeast);
      if (signal?.aborted || !batch) return;
      yield batch;
      const linger = lingerMs > 0 ? lingerMs * pace.after(batch.length) : 0;
      if (linger > 0) await pause(linger, signal);
    }
  } finally {
    signal?.removeEventListener('abort', stop);
    cancel();
  }
}

/** Waits before the next try, longer each time; returns at once when told to stop. */
async function pauseAfter(failures: number, signal: AbortSignal | undefined): Promise<void> {
  await pause(RECONNECT_MS[Math.min(failures, RECONNECT_MS.length - 1)]!, signal);
}

const pause = (ms: number, signal: AbortSignal | undefined): Promise<void> =>
  delay(ms, undefined, signal ? { signal } : {}).catch(() => undefined);

/**
 * Follows the whole log from a position on. First it reads, in bulk, what is there; then it subscribes for what comes.
 * The two meet without a gap because the subscription starts at the last position that was read. When the node goes
 * away it tries until it is back and goes on from the last position that it handed out.
 */
export async function* follow(
  client: EventStoreDBClient,
  from: number,
  { signal, buffer = 4_096, bulk = 1_000, lingerMs = 0 }: FollowOptions,
): AsyncGenerator<FollowBatch> {
  let position = from;
  for (let failures = 0; !signal?.aborted;) {
    try {
      const reading = await readWholeLog(client, { from: position, limit: buffer });
      for await (const events of taken(reading, { signal, atLeast: bulk })) {
        position = events.at(-1)!.position;
        failures = 0;
        yield { events, position, caughtUp: false };
      }
      if (signal?.aborted) return;
      position = Math.max(position, reading.batches.position);
      yield { events: [], position, caughtUp: true };

      const following = await readWholeLog(client, { from: position, limit: buffer, live: true });
      for await (const events of taken(following, { signal, lingerMs })) {
        position = events.at(-1)!.position;
        failures = 0;
        yield { events, position, caughtUp: true };
      }
    } catch (error) {
      if (!isTransient(error)) throw error;
    }
    await pauseAfter(failures++, signal);
  }
}

const subscribed = (subscription: StreamSubscription, limit: number): Reading => ({
  batches: new Batches(subscription, fromClient, { limit }),
  cancel() {
    subscription.destroy();
    void subscription.unsubscribe().catch(() => undefined);
  },
});

/** As `follow`, for one stream. A stream that does not exist yet is waited for. */
export async function* followStream(
  client: EventStoreDBClient,
  stream: string,
  revision: number,
  { signal, buffer = 1_024 }: FollowOptions,
): AsyncGenerator<FollowBatch> {
  let last = revision;
  for (let failures = 0; !signal?.aborted;) {
    try {
      const subscription = client.subscribeToStream(stream, { fromRevision: last < 0 ? START : BigInt(last) });
      for await (const events of taken(subscribed(subscription, buffer), { signal })) {
        const fresh = events.filter((event) => event.revision > last);
        if (fresh.length === 0) continue;
        last = fresh.at(-1)!.revision;
        failures = 0;
        yield { events: fresh, position: fresh.at(-1)!.position, caughtUp: true };
      }
    } catch (error) {
      if (!isTransient(error) && errorType(error) !== 'stream-not-found') throw error;
    }
    await pauseAfter(failures++, signal);
  }
}
