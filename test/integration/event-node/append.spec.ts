import { randomUUID } from 'node:crypto';
import {
  ANY,
  type EventStoreDBClient,
  MaxAppendSizeExceededError,
  NO_STREAM,
  STREAM_EXISTS,
  WrongExpectedVersionError,
  binaryEvent,
  jsonEvent,
} from '@eventstore/db-client';
import { Bench, all, event, events, failure, numbers } from './harness.js';

/** With credentials of its own an append takes the single call, without them the batch call: both must behave alike. */
const ways = [
  ['batch append', {}],
  ['append', { credentials: { username: 'anyone', password: 'anything' } }],
] as const;

describe.each(ways)('appending by the %s call', (_name, options) => {
  const bench = new Bench();
  let client: EventStoreDBClient;
  const fresh = (): string => `case-${randomUUID()}`;

  beforeAll(async () => {
    client = await bench.start();
  });
  afterAll(() => bench.tearDown());

  it('answers the revision of the last event and its position in the log', async () => {
    const stream = fresh();
    const first = await client.appendToStream(stream, event(1), { ...options, expectedRevision: NO_STREAM });
    const second = await client.appendToStream(stream, events(3), { ...options, expectedRevision: 0n });
    expect(first).toMatchObject({ success: true, nextExpectedRevision: 0n });
    expect(second).toMatchObject({ success: true, nextExpectedRevision: 3n });
    expect(second.position?.commit).toBe((first.position?.commit ?? 0n) + 3n);
    expect(second.position?.prepare).toBe(second.position?.commit);
  });

  it('gives back exactly what was written', async () => {
    const stream = fresh();
    const before = Date.now();
    const written = [
      jsonEvent({
        type: '已立案',
        data: { 名: '违建〔2022〕第37号', emoji: '🏠' },
        metadata: { $correlationId: 'c', deep: { n: 1.5 } },
      }),
      binaryEvent({ type: 'Scan', data: Uint8Array.from([0, 255, 1, 254]), metadata: Uint8Array.from([200, 1]) }),
      jsonEvent({ type: 'NoMetadata', data: {} }),
    ];
    await client.appendToStream(stream, written, { ...options });
    const [json, binary, bare] = (await all(client.readStream(stream))).map((resolved) => resolved.event);
    expect(json).toMatchObject({
      id: written[0]?.id,
      streamId: stream,
      revision: 0n,
      type: '已立案',
      isJson: true,
      data: written[0]?.data,
      metadata: written[0]?.metadata,
    });
    expect(json?.created.getTime()).toBeGreaterThanOrEqual(before);
    expect(json?.created.getTime()).toBeLessThanOrEqual(Date.now());
    expect(binary).toMatchObject({ id: written[1]?.id, revision: 1n, type: 'Scan', isJson: false });
    expect([...(binary?.data as Uint8Array)]).toEqual([0, 255, 1, 254]);
    expect([...(binary?.metadata as Uint8Array)]).toEqual([200, 1]);
    expect(bare).toMatchObject({ revision: 2n, data: {}, metadata: undefined });
  });

  it('takes any stream name', async () => {
    const stream = `案件-${randomUUID()}`;
    await client.appendToStream(stream, event(1), { ...options });
    expect((await all(client.readStream(stream)))[0]?.event?.streamId).toBe(stream);
  });

  describe('expected revision', () => {
    it.each([
      ['no stream', NO_STREAM],
      ['any', ANY],
    ] as const)('%s: begins a stream', async (_case, expectedRevision) => {
      expect(
        (await client.appendToStream(fresh(), event(1), { ...options, expectedRevision })).nextExpectedRevision,
      ).toBe(0n);
    });

    it.each([
      ['a revision', 0n, 0n],
      ['stream exists', STREAM_EXISTS, 'stream_exists'],
    ] as const)('%s: is refused where there is no stream', async (_case, expectedRevision, expectedVersion) => {
      const stream = fresh();
      const error = await failure(client.appendToStream(stream, event(1), { ...options, expectedRevision }));
      expect(error).toBeInstanceOf(WrongExpectedVersionError);
      expect(error).toMatchObject({ streamName: stream, expectedVersion, actualVersion: 'no_stream' });
    });

    it.each([
      ['no stream', NO_STREAM, 'no_stream'],
      ['an earlier revision', 0n, 0n],
      ['a later revision', 7n, 7n],
    ] as const)('%s: is refused where the stream has another one', async (_case, expectedRevision, expectedVersion) => {
      const stream = fresh();
      await client.appendToStream(stream, events(2), { ...options });
      const error = await failure(client.appendToStream(stream, event(9), { ...options, expectedRevision }));
      expect(error).toBeInstanceOf(WrongExpectedVersionError);
      expect(error).toMatchObject({ streamName: stream, expectedVersion, actualVersion: 1n });
      expect(await numbers(client.readStream(stream))).toEqual([0, 1]);
    });

    it('stream exists: goes on with a stream', async () => {
      const stream = fresh();
      await client.appendToStream(stream, event(1), { ...options });
      const second = await client.appendToStream(stream, event(2), { ...options, expectedRevision: STREAM_EXISTS });
      expect(second.nextExpectedRevision).toBe(1n);
    });

    it('is refused without an error for a client that asked for that', async () => {
      const quiet = bench.client(`${bench.node?.url}&throwOnAppendFailure=false`);
      const result = await quiet.appendToStream(fresh(), event(1), { ...options, expectedRevision: 5n });
      expect(result).toMatchObject({ success: false, nextExpectedRevision: -1n });
    });
  });

  describe('a repeat', () => {
    it.each([
      ['no stream', NO_STREAM],
      ['any', ANY],
    ] as const)('of an append to %s stores nothing and answers as the first did', async (_case, expectedRevision) => {
      const stream = fresh();
      const batch = events(3);
      const first = await client.appendToStream(stream, batch, { ...options, expectedRevision });
      await client.appendToStream(stream, event(3), { ...options });
      expect(await client.appendToStream(stream, batch, { ...options, expectedRevision })).toEqual(first);
      expect(await numbers(client.readStream(stream))).toEqual([0, 1, 2, 3]);
    });

    it('of an append after a revision stores nothing', async () => {
      const stream = fresh();
      await client.appendToStream(stream, event(0), { ...options });
      const batch = events(2, 1);
      const first = await client.appendToStream(stream, batch, { ...options, expectedRevision: 0n });
      expect(await client.appendToStream(stream, batch, { ...options, expectedRevision: 0n })).toEqual(first);
      expect(await numbers(client.readStream(stream))).toEqual([0, 1, 2]);
    });

    it('of the first part of an append is taken for a repeat', async () => {
      const stream = fresh();
      const batch = events(3);
      await client.appendToStream(stream, batch, { ...options, expectedRevision: NO_STREAM });
      const again = await client.appendToStream(stream, batch.slice(0, 2), { ...options, expectedRevision: NO_STREAM });
      expect(again.nextExpectedRevision).toBe(1n);
    });

    it.each([
      ['no stream', NO_STREAM],
      ['any', ANY],
    ] as const)('with something new behind it (%s) is refused', async (_case, expectedRevision) => {
      const stream = fresh();
      const batch = events(2);
      await client.appendToStream(stream, batch, { ...options, expectedRevision });
      const error = await failure(
        client.appendToStream(stream, [...batch, event(2)], { ...options, expectedRevision }),
      );
      expect(error).toMatchObject({ type: 'wrong-expected-version', actualVersion: 1n });
      expect(await numbers(client.readStream(stream))).toEqual([0, 1]);
    });

    it('in another order is refused', async () => {
      const stream = fresh();
      const batch = events(2);
      await client.appendToStream(stream, batch, { ...options, expectedRevision: NO_STREAM });
      const error = await failure(
        client.appendToStream(stream, [...batch].reverse(), { ...options, expectedRevision: NO_STREAM }),
      );
      expect(error).toBeInstanceOf(WrongExpectedVersionError);
    });

    it('in another stream is no repeat', async () => {
      const batch = events(1);
      await client.appendToStream(fresh(), batch, { ...options });
      expect((await client.appendToStream(fresh(), batch, { ...options })).nextExpectedRevision).toBe(0n);
    });
  });

  describe('size', () => {
    it('takes an append of nearly a mebibyte', async () => {
      const stream = fresh();
      const text = 'x'.repeat(1024 * 1024 - 200);
      await client.appendToStream(stream, event(1, { text }), { ...options });
      expect((await all(client.readStream(stream)))[0]?.event?.data).toEqual({ n: 1, text });
    });

    it('refuses more, in one event or several, and stores none of it', async () => {
      const stream = fresh();
      const text = 'x'.repeat(400 * 1024);
      const error = await failure(
        client.appendToStream(
          stream,
          [1, 2, 3].map((n) => event(n, { text })),
          { ...options },
        ),
      );
      expect(error).toBeInstanceOf(MaxAppendSizeExceededError);
      expect(error).toMatchObject({ maxAppendSize: 1024 * 1024 });
      expect(await failure(client.readStream(stream))).toMatchObject({ type: 'stream-not-found' });
    });
  });

  it('keeps a batch that the client cuts into many messages in one piece', async () => {
    const stream = fresh();
    await client.appendToStream(stream, events(500), {
      ...options,
      batchAppendSize: 1024,
      expectedRevision: NO_STREAM,
    });
    expect(await numbers(client.readStream(stream))).toEqual(Array.from({ length: 500 }, (_, n) => n));
  });

  it('refuses to write to $all', async () => {
    expect(await failure(client.appendToStream('$all', event(1), { ...options }))).toMatchObject({
      type: 'access-denied',
    });
  });
});

describe('64 writers at once', () => {
  const bench = new Bench();
  afterAll(() => bench.tearDown());

  it('each get their own stream in order, and for one contested revision exactly one writer wins', async () => {
    const client = await bench.start();
    const writers = 64;
    const rounds = 8;
    await Promise.all(
      Array.from({ length: writers }, async (_, writer) => {
        for (let round = 0; round < rounds; round++) {
          const expectedRevision = round === 0 ? NO_STREAM : BigInt(round - 1);
          const result = await client.appendToStream(`own-${writer}`, event(round), { expectedRevision });
          expect(result.nextExpectedRevision).toBe(BigInt(round));
        }
      }),
    );
    for (let writer = 0; writer < writers; writer++) {
      expect(await numbers(client.readStream(`own-${writer}`))).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    }

    for (let round = 0; round < rounds; round++) {
      const expectedRevision = round === 0 ? NO_STREAM : BigInt(round - 1);
      const results = await Promise.allSettled(
        Array.from({ length: writers }, (_, writer) =>
          client.appendToStream('contested', event(writer), { expectedRevision }),
        ),
      );
      const won = results.filter((result) => result.status === 'fulfilled');
      const lost = results.filter((result) => result.status === 'rejected');
      expect(won).toHaveLength(1);
      expect(lost.every(({ reason }) => reason instanceof WrongExpectedVersionError)).toBe(true);
    }
    expect(await all(client.readStream('contested'))).toHaveLength(rounds);

    const positions = (await all(client.readAll())).map((resolved) => Number(resolved.commitPosition));
    expect(positions).toEqual(Array.from({ length: writers * rounds + rounds }, (_, index) => index + 1));
  });
});
