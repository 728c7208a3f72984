import { randomUUID } from 'node:crypto';
import {
  END,
  type EventStoreDBClient,
  START,
  type StreamSubscription,
  eventTypeFilter,
  excludeSystemEvents,
  streamNameFilter,
} from '@eventstore/db-client';
import { Bench, event, events, failure } from './harness.js';

describe('subscriptions', () => {
  const bench = new Bench();
  let client: EventStoreDBClient;

  beforeAll(async () => {
    client = await bench.start();
  });
  afterAll(() => bench.tearDown());

  const fresh = (): string => `case-${randomUUID()}`;
  const endOfLog = async (): Promise<{ commit: bigint; prepare: bigint }> =>
    (await client.appendToStream(`mark-${randomUUID()}`, event(-1))).position as { commit: bigint; prepare: bigint };

  it('to a stream deliver what is there, say that they caught up, and go on live', async () => {
    const stream = fresh();
    await client.appendToStream(stream, events(300));
    const watched = watch(client.subscribeToStream(stream, { fromRevision: START }));
    await watched.heard('caughtUp');
    expect(watched.signals).toEqual(['confirmation', 'caughtUp']);
    await client.appendToStream(stream, events(50, 300));
    expect(await watched.take(350)).toEqual(Array.from({ length: 350 }, (_, n) => n));
    await watched.end();
  });

  it('to a stream begin after the given revision, or with what comes next', async () => {
    const stream = fresh();
    await client.appendToStream(stream, events(5));
    const after = watch(client.subscribeToStream(stream, { fromRevision: 2n }));
    const next = watch(client.subscribeToStream(stream, { fromRevision: END }));
    await Promise.all([after.heard('caughtUp'), next.heard('caughtUp')]);
    await client.appendToStream(stream, event(5));
    expect(await after.take(3)).toEqual([3, 4, 5]);
    expect(await next.take(1)).toEqual([5]);
    await Promise.all([after.end(), next.end()]);
  });

  it('to a stream that does not exist yet wait for it', async () => {
    const stream = fresh();
    const watched = watch(client.subscribeToStream(stream));
    await watched.heard('confirmation');
    await client.appendToStream(stream, events(2));
    expect(await watched.take(2)).toEqual([0, 1]);
    await watched.end();
  });

  it('to a stream end with an error when the stream is deleted for good, after its last event', async () => {
    const stream = fresh();
    const watched = watch(client.subscribeToStream(stream));
    await watched.heard('caughtUp');
    await client.appendToStream(stream, event(1));
    await client.tombstoneStream(stream);
    expect(await watched.failed).toMatchObject({ type: 'stream-deleted', streamName: stream });
    expect(watched.seen).toEqual([1]);
    expect(await failure(client.subscribeToStream(stream))).toMatchObject({ type: 'stream-deleted' });
  });

  it('to a stream that keeps only its last event still deliver every event live', async () => {
    const stream = fresh();
    await client.setStreamMetadata(stream, { maxCount: 1 });
    await client.appendToStream(stream, events(3));
    const watched = watch(client.subscribeToStream(stream));
    await watched.heard('caughtUp');
    await client.appendToStream(stream, events(4, 3));
    expect(await watched.take(5)).toEqual([2, 3, 4, 5, 6]);
    await watched.end();
  });

  it('to $all begin after the given position, or with what comes next', async () => {
    const mark = await endOfLog();
    const stream = fresh();
    await client.appendToStream(stream, events(2));
    const after = watch(client.subscribeToAll({ fromPosition: mark }));
    const next = watch(client.subscribeToAll({ fromPosition: END }));
    await Promise.all([after.heard('caughtUp'), next.heard('caughtUp')]);
    await client.appendToStream(fresh(), events(2, 2));
    expect(await after.take(4)).toEqual([0, 1, 2, 3]);
    expect(await next.take(2)).toEqual([2, 3]);
    await Promise.all([after.end(), next.end()]);
  });

  it.each([
    ['event type by prefix', eventTypeFilter({ prefixes: ['Site', 'Order'] }), [0, 2]],
    ['event type by pattern', eventTypeFilter({ regex: '^.*Closed$' }), [1]],
    ['stream name by prefix', streamNameFilter({ prefixes: ['demolition-'] }), [0, 1]],
    ['stream name by pattern', streamNameFilter({ regex: '^(permit|petition)-' }), [2, 3]],
    ['system events left out', excludeSystemEvents(), [0, 1, 2, 3]],
  ] as const)('to $all filter on the server: %s', async (_case, filter, expected) => {
    const mark = await endOfLog();
    const watched = watch(client.subscribeToAll({ fromPosition: mark, filter }));
    await watched.heard('confirmation');
    await client.appendToStream(`demolition-${randomUUID()}`, [
      event(0, { type: 'SiteSurveyed' }),
      event(1, { type: 'CaseClosed' }),
    ]);
    await client.setStreamMetadata(`permit-${randomUUID()}`, { owner: 'system' });
    await client.appendToStream(`permit-${randomUUID()}`, event(2, { type: 'OrderServed' }));
    await client.appendToStream(`petition-${randomUUID()}`, event(3, { type: 'Heard' }));
    expect(await watched.take(expected.length)).toEqual(expected);
    await watched.end();
  });

  it('to $all with a filter give a checkpoint after so many events looked at, history and live', async () => {
    const mark = await endOfLog();
    const checkpoints: number[] = [];
    const filter = eventTypeFilter({
      prefixes: ['Nothing'],
      maxSearchWindow: 5,
      checkpointInterval: 2,
      checkpointReached: (_subscription, position) => void checkpoints.push(Number(position.commit - mark.commit)),
    });
    await client.appendToStream(fresh(), events(23));
    const watched = watch(client.subscribeToAll({ fromPosition: mark, filter }));
    await watched.heard('caughtUp');
    // Every 10 events, and one on catching up so that the reader knows how far it is.
    expect(checkpoints).toEqual([10, 20, 23]);
    await client.appendToStream(fresh(), events(10, 23));
    await until(() => checkpoints.length === 4);
    expect(checkpoints[3]).toBe(30);
    expect(watched.seen).toEqual([]);
    await watched.end();
  });

  it('miss and repeat nothing while 16 writers append', async () => {
    const mark = await endOfLog();
    const total = 16 * 40;
    const early = watch(
      client.subscribeToAll({ fromPosition: mark, filter: streamNameFilter({ prefixes: ['busy-'] }) }),
    );
    const writing = Promise.all(
      Array.from({ length: 16 }, async (_, writer) => {
        for (let round = 0; round < 40; round++)
          await client.appendToStream(`busy-${writer}`, event(writer * 40 + round));
      }),
    );
    await early.take(100);
    const late = watch(
      client.subscribeToAll({ fromPosition: mark, filter: streamNameFilter({ prefixes: ['busy-'] }) }),
    );
    await writing;
    const [first, second] = await Promise.all([early.take(total), late.take(total)]);
    expect([...first].sort((a, b) => a - b)).toEqual(Array.from({ length: total }, (_, n) => n));
    expect(second).toEqual(first);
    await Promise.all([early.end(), late.end()]);
  });
});

describe('a subscription across a restart of the node', () => {
  const bench = new Bench();
  afterAll(() => bench.tearDown());

  it('resumes after its last position and sees every event once', async () => {
    const first = await bench.startProcess();
    let client = bench.client(first.url);
    await client.appendToStream('a', events(40));
    let watched = watch(client.subscribeToAll({ fromPosition: START }));
    await watched.take(40);
    await client.appendToStream('a', events(10, 40));
    const seen = [...(await watched.take(50))];
    const last = watched.position;
    await first.kill();
    await watched.failed;

    const second = await bench.startProcess(first.port);
    client = bench.client(second.url);
    await client.appendToStream('a', events(10, 50));
    watched = watch(client.subscribeToAll({ fromPosition: { commit: last, prepare: last } }));
    seen.push(...(await watched.take(10)));
    expect(seen).toEqual(Array.from({ length: 60 }, (_, n) => n));
    await watched.end();
    await second.kill();
  }, 240_000);
});

interface Subscription extends AsyncIterable<{ event?: { data: unknown }; commitPosition?: bigint }> {
  on(name: 'confirmation' | 'caughtUp', listener: () => void): unknown;
  on(name: 'error', listener: (error: unknown) => void): unknown;
  on(name: 'data', listener: (resolved: { event?: { data: unknown }; commitPosition?: bigint }) => void): unknown;
  unsubscribe: StreamSubscription['unsubscribe'];
}

/** Collects what a subscription delivers. */
function watch(subscription: unknown) {
  const source = subscription as Subscription;
  const signals: string[] = [];
  const seen: number[] = [];
  const state = { position: 0n };
  const failed = new Promise<unknown>((resolve) => source.on('error', resolve));
  source.on('confirmation', () => signals.push('confirmation'));
  source.on('caughtUp', () => signals.push('caughtUp'));
  source.on('data', (resolved) => {
    const n = (resolved.event?.data as { n?: number } | undefined)?.n;
    if (n !== undefined && n >= 0) seen.push(n);
    state.position = resolved.commitPosition ?? state.position;
  });
  return {
    signals,
    seen,
    failed,
    get position() {
      return state.position;
    },
    heard: (signal: string) => until(() => signals.includes(signal)),
    /** Waits for so many events, then a moment longer for any that should not come. */
    take: async (count: number): Promise<number[]> => {
      await until(() => seen.length >= count);
      await new Promise((resolve) => setTimeout(resolve, 20));
      return [...seen];
    },
    end: () => source.unsubscribe(),
  };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}
