import { convertGrpcEvent } from '@eventstore/db-client/dist/utils/convertGrpcEvent.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import fc from 'fast-check';
import { type Brought, fromClient, fromWire } from './log-event.js';
import { decodeAnswer } from './wire.js';

const { ReadResp } = streams;
const id = '0190163d-8694-739b-aea5-966c26f8ad90';

interface Given {
  readonly stream?: string;
  readonly type?: string;
  readonly contentType?: string;
  readonly data?: string | Uint8Array;
  readonly metadata?: string | Uint8Array;
  readonly revision?: string;
  readonly position?: string;
}

const bytesOf = (value: string | Uint8Array): Uint8Array => (typeof value === 'string' ? Buffer.from(value) : value);

function recorded(given: Given = {}) {
  const event = new ReadResp.ReadEvent.RecordedEvent();
  const uuid = new shared.UUID();
  uuid.setString(id);
  event.setId(uuid);
  const stream = new shared.StreamIdentifier();
  stream.setStreamName(Buffer.from(given.stream ?? 'demolition-1'));
  event.setStreamIdentifier(stream);
  event.setStreamRevision(given.revision ?? '0');
  event.setCommitPosition(given.position ?? '1');
  event.setPreparePosition(given.position ?? '1');
  event.getMetadataMap().set('type', given.type ?? 'SiteSurveyed');
  event.getMetadataMap().set('created', '17000000001230000');
  event.getMetadataMap().set('content-type', given.contentType ?? 'application/json');
  event.setData(bytesOf(given.data ?? '{"n":1}'));
  event.setCustomMetadata(bytesOf(given.metadata ?? '{"m":2}'));
  return event;
}

type Recorded = ReturnType<typeof recorded>;

function answer({ event, link, reached = '1' }: { event?: Recorded; link?: Recorded; reached?: string }): Buffer {
  const read = new ReadResp.ReadEvent();
  if (event) read.setEvent(event);
  if (link) read.setLink(link);
  read.setCommitPosition(reached);
  const response = new ReadResp();
  response.setEvent(read);
  return Buffer.from(response.serializeBinary());
}

const brought = (bytes: Buffer): Brought => fromWire(decodeAnswer(bytes));

/** What the client itself makes of the same bytes. */
const byClient = (bytes: Buffer): Brought =>
  fromClient(convertGrpcEvent(ReadResp.deserializeBinary(bytes).getEvent()!) as Parameters<typeof fromClient>[0]);

describe('an answer of the log', () => {
  it('brings an event', () => {
    expect(brought(answer({ event: recorded({ revision: '7', position: '42' }), reached: '42' }))).toEqual({
      event: {
        stream: 'demolition-1',
        id,
        type: 'SiteSurveyed',
        data: { n: 1 },
        metadata: { m: 2 },
        revision: 7,
        position: 42,
      },
      position: 42,
    });
  });

  it.each<[string, Given]>([
    [
      'text in Chinese',
      { stream: '违建-№1', type: '已勘验', data: '{"地点":"江边\\u0000𠮷"}', metadata: '{"m":"是"}' },
    ],
    ['no data and no metadata', { data: '', metadata: '' }],
    ['data that is a list', { data: '[1,2]', metadata: '"text"' }],
    ['data that is no JSON, though it says so', { data: '{"n":', metadata: '{{' }],
    ['bytes', { contentType: 'application/octet-stream', data: new Uint8Array([0, 255, 123]), metadata: '{"m":2}' }],
    ['JSON that is said to be bytes', { contentType: 'application/octet-stream', data: '{"n":1}' }],
    ['metadata that is bytes', { metadata: new Uint8Array([0, 255, 123]) }],
    ['an event of the server itself', { type: '$metadata' }],
    ['an event in a stream of the server itself', { stream: '$$demolition-1' }],
    ['a tombstone', { revision: '9223372036854775807' }],
  ])('tells of %s what the client tells', (_, given) => {
    const bytes = answer({ event: recorded({ ...given, position: '9' }), reached: '9' });
    expect(brought(bytes)).toEqual(byClient(bytes));
  });

  it.each([0, 127, 128, 16_383, 16_384, 2 ** 31, 2 ** 32 + 1, Number.MAX_SAFE_INTEGER])(
    'holds revision and position %d exactly',
    (number) => {
      const text = String(number);
      const bytes = answer({ event: recorded({ revision: text, position: text }), reached: text });
      expect(brought(bytes)).toMatchObject({ event: { revision: number, position: number }, position: number });
    },
  );

  it('tells of any event what the client tells', () => {
    const text = fc.string({ unit: 'binary', maxLength: 300 });
    const given = fc.record({
      stream: text,
      type: text.filter((type) => type !== ''),
      data: fc.oneof(fc.json(), text),
      metadata: fc.oneof(fc.json(), text),
      revision: fc.maxSafeNat().map(String),
      position: fc.maxSafeNat().map(String),
    });
    fc.assert(
      fc.property(given, (each) => {
        const bytes = answer({ event: recorded(each), reached: each.position });
        expect(brought(bytes)).toEqual(byClient(bytes));
      }),
    );
  });

  it('of a link tells the event it points to, or how far the log was read where that is gone', () => {
    const link = recorded({ type: '$>', position: '9' });
    const both = answer({ event: recorded({ position: '3' }), link, reached: '9' });
    expect(brought(both)).toEqual(byClient(both));
    expect(brought(both)).toMatchObject({ event: { position: 3 }, position: 3 });
    expect(brought(answer({ link, reached: '9' }))).toEqual({ event: undefined, position: 9 });
  });

  it('may bring none', () => {
    const confirmed = new ReadResp();
    const confirmation = new ReadResp.SubscriptionConfirmation();
    confirmation.setSubscriptionId('one');
    confirmed.setConfirmation(confirmation);
    const passed = new ReadResp();
    const checkpoint = new ReadResp.Checkpoint();
    checkpoint.setCommitPosition('77');
    passed.setCheckpoint(checkpoint);
    for (const response of [confirmed, passed, new ReadResp()])
      expect(brought(Buffer.from(response.serializeBinary()))).toEqual({ event: undefined, position: -1 });
  });

  it('may hold what a later server has added', () => {
    const bytes = answer({ event: recorded() });
    const later = Buffer.from([
      ...[0xf8, 0x07, 0xff, 0x01], // a number
      ...[0xf9, 0x07, 1, 2, 3, 4, 5, 6, 7, 8], // 64 bits
      ...[0xfa, 0x07, 3, 7, 7, 7], // bytes
      ...[0xfd, 0x07, 1, 2, 3, 4], // 32 bits
    ]);
    expect(brought(Buffer.concat([later, bytes, later]))).toEqual(brought(bytes));
  });

  it('is refused where it ends too early or makes no sense', () => {
    const bytes = answer({ event: recorded() });
    // Cut anywhere between the event's own beginning and its end.
    for (let length = 1; length < bytes.length; length++)
      expect(() => decodeAnswer(bytes.subarray(0, length))).toThrow(RangeError);
    expect(() => decodeAnswer(Buffer.from([0x0b]))).toThrow(RangeError);
    expect(() => decodeAnswer(Buffer.from([0xff, 0xff]))).toThrow(RangeError);
  });
});
