import {
  BACKWARDS,
  END,
  type EventStoreDBClient,
  FORWARDS,
  START,
  StreamNotFoundError,
  jsonEvent,
} from '@eventstore/db-client';
import { Bench, all, event, events, failure, generated, numbers } from './harness.js';

describe('reading a stream', () => {
  const bench = new Bench();
  let client: EventStoreDBClient;

  beforeAll(async () => {
    client = await bench.start();
    await client.appendToStream('ten', events(10));
    await client.appendToStream(
      'large',
      Array.from({ length: 600 }, (_, n) => event(n)),
    );
  });
  afterAll(() => bench.tearDown());

  it.each([
    ['forwards from the start', { direction: FORWARDS, fromRevision: START }, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
    ['backwards from the end', { direction: BACKWARDS, fromRevision: END }, [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]],
    ['forwards from a revision, that one included', { direction: FORWARDS, fromRevision: 7n }, [7, 8, 9]],
    ['backwards from a revision, that one included', { direction: BACKWARDS, fromRevision: 2n }, [2, 1, 0]],
    ['forwards from the end', { direction: FORWARDS, fromRevision: END }, []],
    ['backwards from the start', { direction: BACKWARDS, fromRevision: START }, [0]],
    ['a few forwards', { direction: FORWARDS, fromRevision: 3n, maxCount: 2 }, [3, 4]],
    ['a few backwards', { direction: BACKWARDS, fromRevision: END, maxCount: 3 }, [9, 8, 7]],
    ['beyond its end', { direction: FORWARDS, fromRevision: 10n }, []],
    ['backwards from beyond its end', { direction: BACKWARDS, fromRevision: 99n, maxCount: 1 }, [9]],
    ['none of it', { maxCount: 0 }, []],
  ] as const)('%s', async (_case, options, expected) => {
    expect(await numbers(client.readStream('ten', options))).toEqual(expected);
  });

  it('spans more than one page in both directions', async () => {
    const ascending = Array.from({ length: 600 }, (_, n) => n);
    expect(await numbers(client.readStream('large'))).toEqual(ascending);
    expect(await numbers(client.readStream('large', { direction: BACKWARDS, fromRevision: END }))).toEqual(
      ascending.reverse(),
    );
  });

  it('tells that a stream does not exist', async () => {
    const error = await failure(client.readStream('missing'));
    expect(error).toBeInstanceOf(StreamNotFoundError);
    expect(error).toMatchObject({ streamName: 'missing' });
  });

  it('names the first and last revision for a client that asks for it', async () => {
    await client.setStreamMetadata('large', { truncateBefore: 600 });
    const responses = await rawRead(bench.node?.port ?? 0, (options, pb, shared) => {
      const stream = new pb.ReadReq.Options.StreamOptions();
      stream.setStreamIdentifier(new shared.StreamIdentifier().setStreamName(Buffer.from('large').toString('base64')));
      stream.setStart(new shared.Empty());
      options.setStream(stream);
      options.setControlOption(new pb.ReadReq.Options.ControlOption().setCompatibility(1));
      options.setNoFilter(new shared.Empty());
    });
    expect(responses.map((response) => response.hasEvent())).toEqual([false, false]);
    expect(responses[0]?.getFirstStreamPosition()).toBe('600');
    expect(responses[1]?.getLastStreamPosition()).toBe('599');
  });
});

describe('reading $all', () => {
  const bench = new Bench();
  let client: EventStoreDBClient;
  let positions: bigint[];

  beforeAll(async () => {
    client = await bench.start();
    positions = [];
    for (let n = 0; n < 6; n++) {
      const type = n % 3 === 0 ? 'CaseOpened' : 'StepTaken';
      const result = await client.appendToStream(n % 2 ? 'demolition-b' : 'permit-a', event(n, { type }));
      positions.push(result.position?.commit ?? 0n);
    }
  });
  afterAll(() => bench.tearDown());

  const at = (index: number) => ({ commit: positions[index] as bigint, prepare: positions[index] as bigint });

  it('goes through every stream in the order of commits, with strictly increasing positions', async () => {
    const read = await all(client.readAll());
    expect(read.map((resolved) => (resolved.event?.data as { n: number }).n)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(read.map((resolved) => resolved.commitPosition)).toEqual(positions);
    expect(read.map((resolved) => resolved.event?.position)).toEqual(positions.map((_, index) => at(index)));
  });

  it('begins with the event at the position when it reads forwards, before it when it reads backwards', async () => {
    expect(await numbers(client.readAll({ fromPosition: at(4) }))).toEqual([4, 5]);
    expect(await numbers(client.readAll({ fromPosition: at(2), direction: BACKWARDS }))).toEqual([1, 0]);
  });

  it.each([
    ['backwards from the end', { direction: BACKWARDS, fromPosition: END }, [5, 4, 3, 2, 1, 0]],
    ['forwards from the end', { direction: FORWARDS, fromPosition: END }, []],
    ['backwards from the start', { direction: BACKWARDS, fromPosition: START }, []],
    ['a few', { maxCount: 2 }, [0, 1]],
    ['the last one', { direction: BACKWARDS, fromPosition: END, maxCount: 1 }, [5]],
  ] as const)('%s', async (_case, options, expected) => {
    expect(await numbers(client.readAll(options))).toEqual(expected);
  });

  it('filters on the server when asked to, and counts only what passed', async () => {
    const filtered = (fill: (filter: Filter, expression: Expression) => void, count = '10') =>
      rawRead(bench.node?.port ?? 0, (options, pb, shared) => {
        const expression = new pb.ReadReq.Options.FilterOptions.Expression();
        const filter = new pb.ReadReq.Options.FilterOptions();
        filter.setCount(new shared.Empty());
        fill(filter, expression);
        options.setAll(new pb.ReadReq.Options.AllOptions().setStart(new shared.Empty()));
        options.setCount(count);
        options.setFilter(filter);
      }).then((responses) =>
        responses.map(
          (response) => JSON.parse(Buffer.from(response.getEvent()?.getEvent()?.getData_asU8() ?? []).toString()).n,
        ),
      );

    expect(await filtered((f, e) => f.setEventType(e.setPrefixList(['Case'])))).toEqual([0, 3]);
    expect(await filtered((f, e) => f.setEventType(e.setRegex('^Step.*n$')))).toEqual([1, 2, 4, 5]);
    expect(await filtered((f, e) => f.setStreamIdentifier(e.setPrefixList(['permit-', 'none-'])))).toEqual([0, 2, 4]);
    expect(await filtered((f, e) => f.setStreamIdentifier(e.setRegex('b$')), '2')).toEqual([1, 3]);
    await expect(filtered((f, e) => f.setStreamIdentifier(e.setRegex('(')))).rejects.toMatchObject({ code: 3 });
  });
});

describe('links', () => {
  const bench = new Bench();
  let client: EventStoreDBClient;
  const link = (to: string) => ({
    ...jsonEvent({ type: '$>', data: {} }),
    contentType: 'application/octet-stream' as const,
    data: Buffer.from(to),
  });

  beforeAll(async () => {
    client = await bench.start();
    await client.appendToStream('target', events(3));
    await client.appendToStream('gone', events(1));
    await client.appendToStream('links', [link('1@target'), link('0@gone'), link('7@target'), event(99)]);
    await client.tombstoneStream('gone');
  });
  afterAll(() => bench.tearDown());

  it('are followed when the reader asks for it, and shown bare where their event is gone', async () => {
    const [resolved, deleted, missing, plain] = await all(client.readStream('links', { resolveLinkTos: true }));
    expect(resolved?.event).toMatchObject({ streamId: 'target', revision: 1n, data: { n: 1 } });
    expect(resolved?.link).toMatchObject({ streamId: 'links', revision: 0n, type: '$>' });
    expect(resolved?.commitPosition).toBe(resolved?.link?.position?.commit);
    expect(deleted?.event).toBeUndefined();
    expect(deleted?.link).toMatchObject({ revision: 1n });
    expect(missing?.event).toBeUndefined();
    expect(plain).toMatchObject({ event: { data: { n: 99 } } });
    expect(plain?.link).toBeUndefined();
  });

  it('are events like any other when the reader does not', async () => {
    const read = await all(client.readStream('links'));
    expect(read.map((entry) => entry.event?.type)).toEqual(['$>', '$>', '$>', 'Counted']);
    expect(read.every((entry) => entry.link === undefined)).toBe(true);
  });

  it('are followed in $all as well', async () => {
    const read = await all(client.readAll({ resolveLinkTos: true }));
    expect(read.filter((entry) => entry.link && entry.event).map((entry) => entry.event?.streamId)).toEqual(['target']);
  });
});

type Streams = typeof import('@eventstore/db-client/generated/streams_pb.js');
type Shared = typeof import('@eventstore/db-client/generated/shared_pb.js');
type Filter = InstanceType<Streams['ReadReq']['Options']['FilterOptions']>;
type Expression = InstanceType<Streams['ReadReq']['Options']['FilterOptions']['Expression']>;
type ReadResp = InstanceType<Streams['ReadResp']>;

/** A read with options that the client's own API does not offer. */
function rawRead(
  port: number,
  fill: (options: InstanceType<Streams['ReadReq']['Options']>, pb: Streams, shared: Shared) => void,
): Promise<ReadResp[]> {
  const grpc = generated('@grpc/grpc-js') as typeof import('@grpc/grpc-js');
  const pb = generated('@eventstore/db-client/generated/streams_pb.js') as Streams;
  const shared = generated('@eventstore/db-client/generated/shared_pb.js') as Shared;
  const { StreamsClient } = generated(
    '@eventstore/db-client/generated/streams_grpc_pb.js',
  ) as typeof import('@eventstore/db-client/generated/streams_grpc_pb.js');
  const client = new StreamsClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
  const options = new pb.ReadReq.Options();
  options.setCount('100');
  options.setUuidOption(new pb.ReadReq.Options.UUIDOption().setString(new shared.Empty()));
  fill(options, pb, shared);
  const call = client.read(new pb.ReadReq().setOptions(options));
  return all<ReadResp>(call).finally(() => client.close());
}
