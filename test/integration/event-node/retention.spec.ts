import { randomUUID } from 'node:crypto';
import { BACKWARDS, END, type EventStoreDBClient, NO_STREAM, STREAM_EXISTS, jsonEvent } from '@eventstore/db-client';
import { Bench, all, event, events, failure, numbers } from './harness.js';

const bench = new Bench();
let client: EventStoreDBClient;
const fresh = (): string => `case-${randomUUID()}`;

beforeAll(async () => {
  client = await bench.start();
});
afterAll(() => bench.tearDown());

describe('stream metadata', () => {
  it('is read back as it was set, and is nothing where none was', async () => {
    const stream = fresh();
    expect(await client.getStreamMetadata(stream)).toEqual({ streamName: stream });
    await client.setStreamMetadata(stream, { maxCount: 5, owner: '城管办', acl: { readRoles: ['$all'] } });
    const { metadata } = await client.getStreamMetadata<{ owner: string }>(stream);
    expect(metadata).toEqual({ maxCount: 5, owner: '城管办', acl: { readRoles: ['$all'] } });
  });

  it('keeps only the last setting readable', async () => {
    const stream = fresh();
    await client.setStreamMetadata(stream, { maxCount: 5 });
    const second = await client.setStreamMetadata(stream, { maxCount: 7 }, { expectedRevision: 0n });
    expect(second.nextExpectedRevision).toBe(1n);
    expect((await all(client.readStream(`$$${stream}`))).map((entry) => entry.event?.data)).toEqual([{ $maxCount: 7 }]);
  });

  it('is an event in $all', async () => {
    const stream = fresh();
    await client.setStreamMetadata(stream, { maxCount: 5 });
    const last = await all(client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 1 }));
    expect(last[0]?.event).toMatchObject({ streamId: `$$${stream}`, type: '$metadata' });
  });
});

describe('retention', () => {
  it('$maxCount shows the last events only', async () => {
    const stream = fresh();
    await client.appendToStream(stream, events(10));
    await client.setStreamMetadata(stream, { maxCount: 3 });
    expect(await numbers(client.readStream(stream))).toEqual([7, 8, 9]);
    expect(await numbers(client.readStream(stream, { direction: BACKWARDS, fromRevision: END }))).toEqual([9, 8, 7]);
    await client.appendToStream(stream, event(10));
    expect(await numbers(client.readStream(stream))).toEqual([8, 9, 10]);
  });

  it('$tb hides what came before a revision', async () => {
    const stream = fresh();
    await client.appendToStream(stream, events(5));
    await client.setStreamMetadata(stream, { truncateBefore: 3 });
    expect(await numbers(client.readStream(stream))).toEqual([3, 4]);
    await client.setStreamMetadata(stream, { truncateBefore: 5 });
    expect(await numbers(client.readStream(stream))).toEqual([]);
    expect((await client.appendToStream(stream, event(5), { expectedRevision: 4n })).nextExpectedRevision).toBe(5n);
  });

  it('$maxAge hides what is older than so many seconds', async () => {
    const stream = fresh();
    await client.setStreamMetadata(stream, { maxAge: 1 });
    await client.appendToStream(stream, events(2));
    const { created } = (await all(client.readStream(stream)))[0]?.event ?? { created: new Date() };
    await new Promise((resolve) => setTimeout(resolve, created.getTime() + 1100 - Date.now()));
    await client.appendToStream(stream, event(2));
    expect(await numbers(client.readStream(stream))).toEqual([2]);
    expect(await numbers(client.readStream(stream, { direction: BACKWARDS, fromRevision: END }))).toEqual([2]);
  });

  it('erases nothing: $all still has every event', async () => {
    const stream = fresh();
    await client.appendToStream(stream, events(4));
    await client.setStreamMetadata(stream, { maxCount: 1 });
    const inAll = (await all(client.readAll())).filter((entry) => entry.event?.streamId === stream);
    expect(inAll).toHaveLength(4);
  });

  it('takes malformed metadata for none', async () => {
    const stream = fresh();
    await client.appendToStream(stream, events(2));
    await client.appendToStream(`$$${stream}`, jsonEvent({ type: '$metadata', data: 'nonsense' as never }));
    expect(await numbers(client.readStream(stream))).toEqual([0, 1]);
  });
});

describe('deleting a stream', () => {
  it('makes it read as not found', async () => {
    const stream = fresh();
    await client.appendToStream(stream, events(3));
    const { position } = await client.deleteStream(stream, { expectedRevision: 2n });
    expect(position?.commit).toBeGreaterThan(0n);
    expect(await failure(client.readStream(stream))).toMatchObject({ type: 'stream-not-found', streamName: stream });
  });

  it.each([
    ['any', undefined],
    ['no stream', NO_STREAM],
    ['its last revision', 2n],
  ] as const)(
    'lets it begin anew with an append expecting %s, its revisions going on',
    async (_case, expectedRevision) => {
      const stream = fresh();
      await client.appendToStream(stream, events(3));
      await client.setStreamMetadata(stream, { maxCount: 10 });
      await client.deleteStream(stream);
      const again = await client.appendToStream(stream, events(2, 3), { expectedRevision });
      expect(again.nextExpectedRevision).toBe(4n);
      expect((await all(client.readStream(stream))).map((entry) => entry.event?.revision)).toEqual([3n, 4n]);
      expect((await client.getStreamMetadata(stream)).metadata).toEqual({ truncateBefore: 3 });
    },
  );

  it('refuses an append that expects the stream to exist', async () => {
    const stream = fresh();
    await client.appendToStream(stream, events(1));
    await client.deleteStream(stream);
    const append = client.appendToStream(stream, event(1), { expectedRevision: STREAM_EXISTS });
    expect(await failure(append)).toMatchObject({ type: 'stream-deleted' });
  });

  it('is undone by setting metadata, the old events staying hidden', async () => {
    const stream = fresh();
    await client.appendToStream(stream, events(3));
    await client.deleteStream(stream);
    await client.setStreamMetadata(stream, { maxCount: 9 });
    expect(await all(client.readStream(stream))).toEqual([]);
    expect((await client.getStreamMetadata(stream)).metadata).toEqual({ maxCount: 9, truncateBefore: 3 });
  });

  it('is refused for another revision', async () => {
    const stream = fresh();
    await client.appendToStream(stream, events(3));
    expect(await failure(client.deleteStream(stream, { expectedRevision: 0n }))).toMatchObject({
      type: 'wrong-expected-version',
      streamName: stream,
      expectedVersion: 0n,
      actualVersion: 2n,
    });
    expect(await failure(client.deleteStream(stream, { expectedRevision: NO_STREAM }))).toMatchObject({
      type: 'wrong-expected-version',
      expectedVersion: -1n,
    });
    expect(await numbers(client.readStream(stream))).toEqual([0, 1, 2]);
  });
});

describe('a tombstone', () => {
  it('ends a stream for good: no reading, no writing, no second tombstone', async () => {
    const stream = fresh();
    await client.appendToStream(stream, events(2));
    const { position } = await client.tombstoneStream(stream, { expectedRevision: 1n });
    expect(position?.commit).toBeGreaterThan(0n);
    const refused = { type: 'stream-deleted', streamName: stream };
    expect(await failure(client.readStream(stream))).toMatchObject(refused);
    expect(await failure(client.appendToStream(stream, event(2)))).toMatchObject(refused);
    const byItsOwnCall = { credentials: { username: 'anyone', password: 'anything' } };
    expect(await failure(client.appendToStream(stream, event(2), byItsOwnCall))).toMatchObject(refused);
    expect(await failure(client.tombstoneStream(stream))).toMatchObject(refused);
    expect(await failure(client.deleteStream(stream))).toMatchObject(refused);
    expect(await failure(client.setStreamMetadata(stream, { maxCount: 1 }))).toMatchObject({ type: 'stream-deleted' });
  });

  it('can stand where no stream ever was', async () => {
    const stream = fresh();
    await client.tombstoneStream(stream, { expectedRevision: NO_STREAM });
    expect(await failure(client.appendToStream(stream, event(0)))).toMatchObject({ type: 'stream-deleted' });
  });

  it('shows in $all as the last event of its stream, at the last revision there can be', async () => {
    const stream = fresh();
    await client.appendToStream(stream, events(1));
    await client.tombstoneStream(stream);
    const [last] = await all(client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 1 }));
    expect(last?.event).toMatchObject({ streamId: stream, type: '$streamDeleted', revision: 9223372036854775807n });
  });

  it('is refused for another revision', async () => {
    const stream = fresh();
    await client.appendToStream(stream, events(2));
    const error = await failure(client.tombstoneStream(stream, { expectedRevision: 7n }));
    expect(error).toMatchObject({ type: 'wrong-expected-version', expectedVersion: 7n, actualVersion: 1n });
  });
});
