import { once } from 'node:events';
import { DatabaseSync } from 'node:sqlite';
import { ANY, type EventStoreDBClient, NO_STREAM } from '@eventstore/db-client';
import { startEventNode } from '#foundation/event-node';
import { Bench, all, event, events, failure, numbers } from './harness.js';

/**
 * Appends batches of three to a stream of its own until the node is `gone`: the client may leave an append that it
 * began at the very moment the connection broke unanswered for ever.
 */
async function write(
  client: EventStoreDBClient,
  stream: string,
  acknowledged: Map<string, number>,
  gone: Promise<never>,
): Promise<Batch> {
  for (let n = 0; ; n += 3) {
    const batch = events(3, n);
    const expectedRevision = n === 0 ? NO_STREAM : BigInt(n - 1);
    try {
      await Promise.race([client.appendToStream(stream, batch, { expectedRevision }), gone]);
    } catch {
      return { stream, batch, expectedRevision };
    }
    acknowledged.set(stream, n + 3);
  }
}

interface Batch {
  stream: string;
  batch: ReturnType<typeof events>;
  expectedRevision: bigint | typeof NO_STREAM;
}

describe('a node killed in the middle of appends', () => {
  const bench = new Bench();
  afterAll(() => bench.tearDown());

  it('has every acknowledged event once, no half batch, and takes the interrupted appends when they are repeated', async () => {
    const acknowledged = new Map<string, number>();
    let interrupted: Batch[] = [];
    for (let round = 0; round < 3; round++) {
      const node = await bench.startProcess();
      const client = bench.client(node.url);
      const before = new Map(acknowledged);
      for (const { stream, batch, expectedRevision } of interrupted) {
        await client.appendToStream(stream, batch, { expectedRevision });
        acknowledged.set(stream, Number(expectedRevision === NO_STREAM ? -1n : expectedRevision) + 4);
      }
      for (const [stream, count] of before) {
        const stored = await numbers(client.readStream(stream));
        expect(stored).toEqual(Array.from({ length: acknowledged.get(stream) ?? count }, (_, n) => n));
      }

      const gone = once(node.process, 'exit').then(() => Promise.reject(new Error('The node is gone')));
      const writers = Array.from({ length: 32 }, (_, writer) =>
        write(client, `round${round}-${writer}`, acknowledged, gone),
      );
      while ([...acknowledged.keys()].filter((stream) => stream.startsWith(`round${round}`)).length < 32) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
      await node.kill();
      interrupted = await Promise.all(writers);
    }

    const node = await bench.startProcess();
    const client = bench.client(node.url);
    const positions = new Set<bigint>();
    const ids = new Set<string>();
    const perStream = new Map<string, number[]>();
    for (const { event: stored, commitPosition } of await all(client.readAll())) {
      if (!stored) continue;
      positions.add(commitPosition ?? -1n);
      ids.add(stored.id);
      const list = perStream.get(stored.streamId) ?? [];
      perStream.set(stored.streamId, list);
      list.push((stored.data as { n: number }).n);
    }
    const total = [...perStream.values()].reduce((sum, list) => sum + list.length, 0);
    expect(positions.size).toBe(total);
    expect(ids.size).toBe(total);
    for (const [stream, count] of acknowledged) {
      const list = perStream.get(stream) ?? [];
      expect(list).toEqual(Array.from({ length: list.length }, (_, n) => n));
      expect(list.length % 3).toBe(0);
      expect(list.length).toBeGreaterThanOrEqual(count);
    }
    await client.dispose();
    node.process.kill('SIGTERM');
    expect(await once(node.process, 'exit')).toEqual([0, null]);

    const file = new DatabaseSync(bench.file, { readOnly: true });
    expect(file.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    expect(file.prepare('SELECT count(*) AS n FROM event').get()).toEqual({ n: total });
    file.close();
  }, 240_000);
});

describe('the file of a node', () => {
  const bench = new Bench();
  afterAll(() => bench.tearDown());

  it('is taken by one node at a time, and can be read by an auditor meanwhile', async () => {
    const client = await bench.start();
    await client.appendToStream(
      'demolition-1',
      event(7, { type: 'SiteSurveyed', id: '0190163d-8694-739b-aea5-966c26f8ad90' }),
    );
    await expect(startEventNode({ file: bench.file })).rejects.toThrow(/in use by another event node/);

    const auditor = new DatabaseSync(bench.file, { readOnly: true });
    expect({ ...auditor.prepare('SELECT position, stream, revision, id, type, data FROM log').get() }).toEqual({
      position: 1,
      stream: 'demolition-1',
      revision: 0,
      id: '0190163d-8694-739b-aea5-966c26f8ad90',
      type: 'SiteSurveyed',
      data: '{"n":7}',
    });
    auditor.close();
  });

  it('keeps everything across a restart: order, revisions, retention, deletions and the memory of repeats', async () => {
    let client = bench.client(bench.node?.url ?? '');
    const batch = events(4);
    await client.appendToStream('kept', batch);
    await client.setStreamMetadata('kept', { maxCount: 2 });
    await client.appendToStream('deleted', events(1));
    await client.deleteStream('deleted');
    await client.tombstoneStream('buried');
    const before = await all(client.readAll());
    await bench.stop();

    client = await bench.start();
    expect(await all(client.readAll())).toEqual(before);
    expect(await numbers(client.readStream('kept'))).toEqual([2, 3]);
    expect(await failure(client.readStream('deleted'))).toMatchObject({ type: 'stream-not-found' });
    expect(await failure(client.readStream('buried'))).toMatchObject({ type: 'stream-deleted' });
    expect((await client.appendToStream('kept', batch, { expectedRevision: ANY })).nextExpectedRevision).toBe(3n);
    const next = await client.appendToStream('kept', event(4), { expectedRevision: 3n });
    expect(next.position?.commit).toBe((before.at(-1)?.commitPosition ?? 0n) + 1n);
  });

  it('is refused when it is no log', async () => {
    const other = `${bench.file}.other`;
    const database = new DatabaseSync(other);
    database.exec('CREATE TABLE something (else_ INTEGER)');
    database.close();
    await expect(startEventNode({ file: other })).rejects.toThrow(/is not an event log/);
  });
});

describe('a node that is closed', () => {
  const bench = new Bench();
  afterAll(() => bench.tearDown());

  it('answers the appends it took, ends subscriptions as unavailable, and can be reached again at its port', async () => {
    let client = await bench.start();
    const port = bench.node?.port;
    const subscription = client.subscribeToAll();
    const ended = failure(subscription);
    await new Promise((resolve) => subscription.once('caughtUp', () => resolve(undefined)));
    await client.appendToStream('case-1', event(1));
    await bench.node?.close();
    expect(await ended).toMatchObject({ type: 'unavailable' });

    client = await bench.start({ port });
    expect(await numbers(client.readStream('case-1'))).toEqual([1]);
  });
});
