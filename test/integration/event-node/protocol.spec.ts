import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { credentials as grpcCredentials } from '@grpc/grpc-js';
import { persistentSubscriptionToStreamSettingsFromDefaults } from '@eventstore/db-client';
import { generate } from 'selfsigned';
import { startEventNode } from '#foundation/event-node';
import { Bench, all, event, events, failure, generated, numbers } from './harness.js';

type Streams = typeof import('@eventstore/db-client/generated/streams_pb.js');
type Shared = typeof import('@eventstore/db-client/generated/shared_pb.js');
const pb = generated('@eventstore/db-client/generated/streams_pb.js') as Streams;
const shared = generated('@eventstore/db-client/generated/shared_pb.js') as Shared;
const { Timestamp } = generated(
  'google-protobuf/google/protobuf/timestamp_pb.js',
) as typeof import('google-protobuf/google/protobuf/timestamp_pb.js');
const { StreamsClient } = generated(
  '@eventstore/db-client/generated/streams_grpc_pb.js',
) as typeof import('@eventstore/db-client/generated/streams_grpc_pb.js');

describe('connecting', () => {
  const bench = new Bench();
  afterAll(() => bench.tearDown());

  it('works by address, by discovery and by a list of endpoints', async () => {
    const direct = await bench.start();
    await direct.appendToStream('case-1', events(2));
    const port = bench.node?.port;
    for (const url of [
      `esdb+discover://127.0.0.1:${port}?tls=false`,
      `esdb://127.0.0.1:${port},localhost:${port}?tls=false`,
    ]) {
      expect(await numbers(bench.client(url).readStream('case-1'))).toEqual([0, 1]);
    }
  });

  it('shows a server of release 24, with batch append and without persistent subscriptions', async () => {
    const client = bench.client(bench.node?.url ?? '');
    const { serverVersion } = await (client as unknown as { capabilities: Promise<{ serverVersion: string }> })
      .capabilities;
    expect(serverVersion).toMatch(/^24\./);
    const settings = persistentSubscriptionToStreamSettingsFromDefaults();
    const error = await failure(client.createPersistentSubscriptionToAll('group', settings as never));
    expect(error).toMatchObject({ type: 'unsupported' });
    const unimplemented = await failure(client.createPersistentSubscriptionToStream('case-1', 'group', settings));
    expect(unimplemented).toMatchObject({ code: 12 });
  });
});

describe('deadlines', () => {
  const bench = new Bench();
  let raw: InstanceType<typeof StreamsClient>;
  beforeAll(async () => {
    await bench.start();
    raw = new StreamsClient(`127.0.0.1:${bench.node?.port}`, grpcCredentials.createInsecure());
  });
  afterAll(async () => {
    raw.close();
    await bench.tearDown();
  });

  const request = (stream: string, deadline: Date, isFinal: boolean) => {
    const options = new pb.BatchAppendReq.Options();
    options.setStreamIdentifier(new shared.StreamIdentifier().setStreamName(Buffer.from(stream).toString('base64')));
    options.setAny(new shared.Empty());
    options.setDeadline(Timestamp.fromDate(deadline));
    const message = new pb.BatchAppendReq.ProposedMessage();
    message.setId(new shared.UUID().setString(randomUUID()));
    message.getMetadataMap().set('type', 'Counted').set('content-type', 'application/json');
    message.setData(Buffer.from('{"n":1}').toString('base64'));
    return new pb.BatchAppendReq()
      .setCorrelationId(new shared.UUID().setString(randomUUID()))
      .setOptions(options)
      .setProposedMessagesList([message])
      .setIsFinal(isFinal);
  };

  it.each([
    ['that has passed', -1000, true],
    ['that passes before the append is complete', 50, false],
  ])('of an append %s: answered as a timeout, nothing stored', async (_case, inMs, isFinal) => {
    const stream = `case-${randomUUID()}`;
    const call = raw.batchAppend();
    const answered = new Promise<InstanceType<Streams['BatchAppendResp']>>((resolve) => call.once('data', resolve));
    call.write(request(stream, new Date(Date.now() + inMs), isFinal));
    const response = await answered;
    call.end();
    expect(response.getError()?.getDetails()?.getTypeName()).toBe('event_store.client.Timeout');
    expect(await failure(bench.client(bench.node?.url ?? '').readStream(stream))).toMatchObject({
      type: 'stream-not-found',
    });
  });

  it('of a call that has passed: the client gets a deadline error', async () => {
    const client = bench.client(bench.node?.url ?? '');
    const credentials = { username: 'anyone', password: 'anything' };
    const error = await failure(client.appendToStream('late', event(1), { credentials, deadline: -1000 }));
    expect(error).toMatchObject({ type: 'deadline-exceeded' });
    expect(await failure(client.readStream('late'))).toMatchObject({ type: 'stream-not-found' });
  });

  it('refuses an event without its type, and says which properties are required', async () => {
    const answered = new Promise<unknown>((resolve) => {
      const call = raw.append((error) => resolve(error?.metadata.getMap()));
      const options = new pb.AppendReq.Options();
      options.setStreamIdentifier(
        new shared.StreamIdentifier().setStreamName(Buffer.from('untyped').toString('base64')),
      );
      options.setAny(new shared.Empty());
      call.write(new pb.AppendReq().setOptions(options));
      const message = new pb.AppendReq.ProposedMessage();
      message.setId(new shared.UUID().setString(randomUUID()));
      call.write(new pb.AppendReq().setProposedMessage(message));
      call.end();
    });
    expect(await answered).toMatchObject({
      exception: 'missing-required-metadata-property',
      'required-metadata-properties': 'type,content-type',
    });
  });

  it('takes an event id given as two halves', async () => {
    const stream = `case-${randomUUID()}`;
    const structured = new shared.UUID.Structured();
    // 0190163d-8694-739b-aea5-966c26f8ad90
    structured.setMostSignificantBits(BigInt.asIntN(64, 0x0190163d8694739bn).toString());
    structured.setLeastSignificantBits(BigInt.asIntN(64, 0xaea5966c26f8ad90n).toString());
    const append = request(stream, new Date(Date.now() + 10_000), true);
    append.getProposedMessagesList()[0]?.setId(new shared.UUID().setStructured(structured));
    const call = raw.batchAppend();
    const answered = new Promise((resolve) => call.once('data', resolve));
    call.write(append);
    await answered;
    call.end();
    const [stored] = await all(bench.client(bench.node?.url ?? '').readStream(stream));
    expect(stored?.event?.id).toBe('0190163d-8694-739b-aea5-966c26f8ad90');
  });
});

describe('off loopback', () => {
  const bench = new Bench();
  const certFile = join(bench.folder, 'cert.pem');
  const keyFile = join(bench.folder, 'key.pem');
  const tls = { certFile, keyFile };
  const credentials = { username: 'liuhen', password: randomUUID() };

  beforeAll(async () => {
    const pem = await generate([{ name: 'commonName', value: 'localhost' }], {
      keySize: 2048,
      extensions: [
        {
          name: 'subjectAltName',
          altNames: [
            { type: 2, value: 'localhost' },
            { type: 7, ip: '127.0.0.1' },
          ],
        },
      ],
    });
    writeFileSync(certFile, pem.cert);
    writeFileSync(keyFile, pem.private);
  });
  afterAll(() => bench.tearDown());

  it.each([
    ['anything', {}],
    ['credentials', { tls }],
    ['TLS', { credentials }],
  ])('it does not listen without %s', async (_case, options) => {
    await expect(startEventNode({ file: bench.file, host: '0.0.0.0', ...options })).rejects.toThrow(
      /only with TLS and credentials/,
    );
  });

  it('it serves over TLS whoever knows the password, and nobody else', async () => {
    await bench.start({ host: '0.0.0.0', tls, credentials });
    const address = `localhost:${bench.node?.port}?tls=true&tlsCAFile=${certFile}`;
    const known = bench.client(`esdb://${credentials.username}:${credentials.password}@${address}`);
    await known.appendToStream('case-1', events(2));
    expect(await numbers(known.readStream('case-1'))).toEqual([0, 1]);

    for (const url of [`esdb://${address}`, `esdb://liuhen:wrong@${address}`]) {
      const stranger = bench.client(url);
      const refused = { type: 'access-denied' };
      expect(await failure(stranger.readStream('case-1'))).toMatchObject(refused);
      expect(await failure(stranger.readAll())).toMatchObject(refused);
      expect(await failure(stranger.deleteStream('case-1'))).toMatchObject(refused);
      expect(await failure(stranger.tombstoneStream('case-1'))).toMatchObject(refused);
      const own = { credentials: { username: 'liuhen', password: 'guess' } };
      expect(await failure(stranger.appendToStream('case-1', event(9), own))).toMatchObject(refused);
    }
    expect(await numbers(known.readStream('case-1'))).toEqual([0, 1]);
  });
});
