import { streams } from './protocol.js';
import { type EventRow, TOMBSTONE_REVISION } from './storage.js';
import { encodeEvent, uuidBytes } from './wire.js';

const ID = '0190163d-8694-739b-aea5-966c26f8ad90';

const row = (
  changes: Partial<{
    position: number;
    name: string;
    revision: number;
    isJson: number;
    data: Uint8Array;
    metadata: Uint8Array;
  }> = {},
): EventRow => [
  changes.position ?? 1,
  changes.name ?? 'demolition-1',
  changes.revision ?? 0,
  uuidBytes(ID),
  'SiteSurveyed',
  changes.isJson ?? 1,
  1_700_000_000_123,
  changes.data ?? Buffer.from('{"n":1}'),
  changes.metadata ?? Buffer.from('{"m":2}'),
];

/** Read back by the generated code, as the client does. */
const decode = (bytes: Buffer) => streams.ReadResp.deserializeBinary(bytes).getEvent();

describe('an event on the wire', () => {
  it('reads back field by field', () => {
    const event = decode(encodeEvent(row({ position: 42, revision: 7 })))?.getEvent();
    expect(event?.getId()?.getString()).toBe(ID);
    expect(Buffer.from(event?.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString()).toBe('demolition-1');
    expect(event?.getStreamRevision()).toBe('7');
    expect([event?.getCommitPosition(), event?.getPreparePosition()]).toEqual(['42', '42']);
    // .NET ticks of 100 ns.
    expect(new Map(event?.getMetadataMap().toObject())).toEqual(
      new Map([
        ['type', 'SiteSurveyed'],
        ['created', '17000000001230000'],
        ['content-type', 'application/json'],
      ]),
    );
    expect(Buffer.from(event?.getData_asU8() ?? []).toString()).toBe('{"n":1}');
    expect(Buffer.from(event?.getCustomMetadata_asU8() ?? []).toString()).toBe('{"m":2}');
  });

  it.each([0, 127, 128, 16_383, 16_384, 2 ** 31, 2 ** 32 + 1, 2 ** 53 - 2])(
    'holds position and revision %d exactly',
    (number) => {
      const read = decode(encodeEvent(row({ position: number, revision: number })));
      expect(read?.getCommitPosition()).toBe(String(number));
      expect(read?.getEvent()?.getStreamRevision()).toBe(String(number));
      expect(read?.getEvent()?.getCommitPosition()).toBe(String(number));
    },
  );

  it('gives a tombstone the last revision of the protocol, 2^63-1', () => {
    expect(
      decode(encodeEvent(row({ revision: TOMBSTONE_REVISION })))
        ?.getEvent()
        ?.getStreamRevision(),
    ).toBe('9223372036854775807');
  });

  it.each([0, 1, 127, 128, 20_000])('holds %d bytes of data and metadata, and a name of any alphabet', (length) => {
    const bytes = Buffer.alloc(length, 0xff);
    const event = decode(encodeEvent(row({ name: '违建-№1', isJson: 0, data: bytes, metadata: bytes })))?.getEvent();
    expect(Buffer.from(event?.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString()).toBe('违建-№1');
    expect(Buffer.from(event?.getData_asU8() ?? []).equals(bytes)).toBe(true);
    expect(Buffer.from(event?.getCustomMetadata_asU8() ?? []).equals(bytes)).toBe(true);
    expect(event?.getMetadataMap().get('content-type')).toBe('application/octet-stream');
  });

  it('holds a link and its event, or the link alone, at the position of the link', () => {
    const both = decode(encodeEvent(row({ position: 3 }), row({ position: 9 })));
    expect([
      both?.getEvent()?.getCommitPosition(),
      both?.getLink()?.getCommitPosition(),
      both?.getCommitPosition(),
    ]).toEqual(['3', '9', '9']);
    const dangling = decode(encodeEvent(undefined, row({ position: 9 })));
    expect([dangling?.hasEvent(), dangling?.getCommitPosition()]).toEqual([false, '9']);
  });
});
