import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { binaryEvent, EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { type EventNode, startEventNode } from '#foundation/event-node';
import { type EventMetadata, type NewEvent } from '#foundation/process';
import { LogUnavailable, WrongRevision } from './errors.js';
import { connect, type EventLog } from './event-log.js';
import { CHAIN_START, verifyStream } from './hash-chain.js';
import { type LogEvent } from './log-event.js';

const metadata = (caseRef: string): Omit<EventMetadata, 'chain'> => ({
  caseRef,
  occurredOn: '2022-03-01',
  recordedAt: '2022-03-01T02:00:00.000Z',
  recordedByStaffRef: 'ZF-01',
  actingRole: 'ENFORCEMENT_OFFICER',
  requestId: randomUUID(),
  requestHash: '',
  origin: { kind: 'web' },
  $correlationId: '',
  $causationId: '',
});

const event = (n: number): NewEvent => ({ id: randomUUID(), type: 'Counted', data: { n }, metadata: metadata('x') });
const numbers = (events: readonly { data: Readonly<Record<string, unknown>> }[]): unknown[] =>
  events.map(({ data }) => data.n);

describe('the log', () => {
  const folder = mkdtempSync(join(tmpdir(), 'liuhen-event-log-'));
  const file = join(folder, 'log.sqlite');
  let node: EventNode;
  let log: EventLog;

  beforeAll(async () => {
    node = await startEventNode({ file });
    log = connect(node.url);
  });

  afterAll(async () => {
    await log.close();
    await node.close();
    rmSync(folder, { recursive: true });
  });

  /** The node dies and comes back at the same place. */
  const restart = async (whileAway: () => Promise<void> | void = () => undefined): Promise<void> => {
    const { port } = node;
    await node.close();
    await whileAway();
    node = await startEventNode({ file, port });
  };

  test('has no events where there is no stream', async () => {
    expect(await log.readCase(`demolition-${randomUUID()}`)).toEqual([]);
  });

  test('gives back what was appended, chained, with revisions and rising positions', async () => {
    const stream = `demolition-${randomUUID()}`;
    const first = await log.append(stream, -1, [event(0), event(1)], CHAIN_START);
    const second = await log.append(stream, first.revision, [event(2)], first.chainHash);
    const events = await log.readCase(stream);
    expect(numbers(events)).toEqual([0, 1, 2]);
    expect(events.map(({ revision }) => revision)).toEqual([0, 1, 2]);
    expect(verifyStream(events)).toEqual({ ok: true, hash: second.chainHash, events: 3 });
    expect([...first.events, ...second.events].map(({ position }) => position)).toEqual(
      events.map(({ position }) => position),
    );
    expect(second.position).toBe(events[2]!.position);
    expect(first.position).toBe(events[1]!.position);
    expect(await log.headPosition()).toBe(second.position);
    expect(numbers(await log.readCase(stream, { from: 1 }))).toEqual([1, 2]);
    expect(numbers(await log.readCase(stream, { toPosition: first.position }))).toEqual([0, 1]);
    expect(numbers(await log.readCase(stream, { max: 1 }))).toEqual([0]);
  });

  test('refuses an append on a revision that has passed, and says where the stream is', async () => {
    const stream = `demolition-${randomUUID()}`;
    const first = await log.append(stream, -1, [event(0)], CHAIN_START);
    await log.append(stream, 0, [event(1)], first.chainHash);
    const late = log.append(stream, 0, [event(2)], first.chainHash);
    await expect(late).rejects.toMatchObject({ name: 'WrongRevision', stream, expected: 0, actual: 1 });
    await expect(log.append(stream, -1, [event(3)], CHAIN_START)).rejects.toBeInstanceOf(WrongRevision);
    expect(numbers(await log.readCase(stream))).toEqual([0, 1]);
  });

  test('of many writers on one revision exactly one wins', async () => {
    const stream = `demolition-${randomUUID()}`;
    const results = await Promise.allSettled(
      Array.from({ length: 16 }, (_, n) => log.append(stream, -1, [event(n)], CHAIN_START)),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await log.readCase(stream)).toHaveLength(1);
  });

  test('stores an append once when it is sent again', async () => {
    const stream = `demolition-${randomUUID()}`;
    const again = event(0);
    const first = await log.append(stream, -1, [again], CHAIN_START);
    const second = await log.append(stream, -1, [again], CHAIN_START);
    expect(second.position).toBe(first.position);
    expect(await log.readCase(stream)).toHaveLength(1);
  });

  test('waits for a node that restarts, and says so when it stays away', async () => {
    const stream = `demolition-${randomUUID()}`;
    let waiting: Promise<unknown> = Promise.resolve();
    await restart(async () => {
      const impatient = connect(node.url, { patienceMs: 300 });
      await expect(impatient.readCase(stream)).rejects.toBeInstanceOf(LogUnavailable);
      waiting = log.append(stream, -1, [event(0)], CHAIN_START);
      waiting.catch(() => undefined);
    });
    await waiting;
    expect(await log.readCase(stream)).toHaveLength(1);
  });

  test('appends under way when the node goes are stored once each', async () => {
    const streams = Array.from({ length: 200 }, () => `demolition-${randomUUID()}`);
    const appends = Promise.all(streams.map((stream, n) => log.append(stream, -1, [event(n)], CHAIN_START)));
    await restart();
    await appends;
    const stored = await Promise.all(streams.map((stream) => log.readCase(stream)));
    expect(stored.flatMap(numbers)).toEqual(streams.map((_, n) => n));
  });

  test('reads all of it in order and in batches, from any position on', async () => {
    const seen: LogEvent[] = [];
    const end = await log.readAll({ batchSize: 50, onBatch: (events) => void seen.push(...events) });
    expect(end).toBe(await log.headPosition());
    expect(seen.map(({ position }) => position)).toEqual(
      seen.map(({ position }) => position).toSorted((a, b) => a - b),
    );
    const middle = seen[Math.floor(seen.length / 2)]!.position;
    const rest: LogEvent[] = [];
    await log.readAll({ from: middle, onBatch: (events) => void rest.push(...events) });
    expect(rest.map(({ id }) => id)).toEqual(seen.filter(({ position }) => position > middle).map(({ id }) => id));
    const few: LogEvent[] = [];
    const stopped = await log.readAll({ from: middle, max: 3, onBatch: (events) => void few.push(...events) });
    expect(few.map(({ id }) => id)).toEqual(rest.slice(0, 3).map(({ id }) => id));
    expect(stopped).toBe(few[2]!.position);
  });

  test('reads of the whole log what a reading of one stream tells, whoever wrote it', async () => {
    const stream = `违建-${randomUUID()}`;
    const before = await log.headPosition();
    const foreign = EventStoreDBClient.connectionString(node.url);
    await foreign.appendToStream(stream, [
      jsonEvent({ type: 'Surveyed', data: { place: '江边' }, metadata: { by: '甲' } }),
      jsonEvent({ type: 'Surveyed', data: [1, 2] as never }),
      binaryEvent({ type: 'Photographed', data: new Uint8Array([0, 255]), metadata: new Uint8Array([1]) }),
    ]);
    await foreign.dispose();
    const seen: LogEvent[] = [];
    await log.readAll({ from: before, onBatch: (events) => void seen.push(...events) });
    expect(seen).toHaveLength(3);
    expect(seen).toEqual(await log.readCase(stream));
  });

  test('says of a whole log that is away what a call would say', async () => {
    await restart(async () => {
      const reading = log.readAll({ onBatch: () => undefined });
      await expect(reading).rejects.toMatchObject({ type: 'unavailable' });
    });
    expect(await log.headPosition()).toBeGreaterThan(0);
  });

  test('is followed without a gap or a repetition, whatever happens to the node', async () => {
    const stream = `demolition-${randomUUID()}`;
    const before = await log.headPosition();
    let last = await log.append(stream, -1, [event(0)], CHAIN_START);
    const stop = new AbortController();
    const seen: LogEvent[] = [];
    const position = { caughtUp: -1 };
    const following = (async () => {
      for await (const batch of log.follow(before, { signal: stop.signal, buffer: 8 })) {
        seen.push(...batch.events);
        if (batch.caughtUp) position.caughtUp = batch.position;
        if (seen.length >= 300) stop.abort();
      }
    })();
    for (let n = 1; n < 300; n++) {
      last = await log.append(stream, last.revision, [event(n)], last.chainHash);
      if (n === 100 || n === 200) await restart();
    }
    await following;
    expect(numbers(seen)).toEqual(Array.from({ length: 300 }, (_, n) => n));
    expect(position.caughtUp).toBe(last.position);
  });

  test('follows one stream from a revision on, also one that does not exist yet', async () => {
    const stream = `settings-${randomUUID()}`;
    const stop = new AbortController();
    const seen: LogEvent[] = [];
    const following = (async () => {
      for await (const { events } of log.followStream(stream, -1, { signal: stop.signal })) {
        seen.push(...events);
        if (seen.length >= 2) stop.abort();
      }
    })();
    const first = await log.append(stream, -1, [event(0)], CHAIN_START);
    await restart();
    await log.append(stream, 0, [event(1)], first.chainHash);
    await following;
    expect(numbers(seen)).toEqual([0, 1]);
  });
});
