import { type EventMetadata, type NewEvent, type RecordedEvent } from '#foundation/process';
import { canonicalJson, CHAIN_START, chainHash, linkEvents, verifyStream } from './hash-chain.js';

const metadata = { recordedAt: '2022-03-01T02:00:00.000Z', caseRef: '018f' } as unknown as EventMetadata;
const found: NewEvent = {
  id: '018f0000-0000-7000-8000-000000000001',
  type: 'IllegalBuildingFound',
  data: { location: '东岭村3组', foundOn: '2022-03-01' },
  metadata,
};

const stream = (length: number): RecordedEvent[] =>
  linkEvents(
    CHAIN_START,
    Array.from({ length }, (_, index) => ({ ...found, id: `event-${index}`, data: { index } })),
  ).map((event, revision) => ({ ...event, revision, position: revision }));

describe('canonical JSON', () => {
  test('sorts keys at every depth, keeps the order of lists and leaves out what is absent', () => {
    expect(canonicalJson({ b: [3, { d: null, c: 'ü"' }], a: undefined, A: -0 })).toBe(
      '{"A":0,"b":[3,{"c":"ü\\"","d":null}]}',
    );
  });

  test('is the same before and after a round through the log', () => {
    const value = { text: '\u2028\ud800', list: [undefined, 1e21, 0.1], nothing: undefined };
    expect(canonicalJson(JSON.parse(JSON.stringify(value)))).toBe(canonicalJson(value));
  });
});

describe('hash chain', () => {
  test('is what sha256sum makes of the documented text', () => {
    // printf '["000...","018f0000-...","IllegalBuildingFound",{"foundOn":...},{"caseRef":...}]' | sha256sum
    expect(chainHash(CHAIN_START, found)).toBe('3d4acd3502607a6c64fb32d73773a0a86c694680b5514f8192c152b78e777d67');
  });

  test('does not cover itself', () => {
    const chain = { previous: 'x', hash: 'y' };
    expect(chainHash(CHAIN_START, { ...found, metadata: { ...metadata, chain } as EventMetadata })).toBe(
      chainHash(CHAIN_START, found),
    );
  });

  test('verifies as it was linked', () => {
    const events = stream(3);
    expect(verifyStream(events)).toEqual({ ok: true, hash: events[2]!.metadata.chain.hash, events: 3 });
    expect(verifyStream([])).toEqual({ ok: true, hash: CHAIN_START, events: 0 });
  });

  test.each([
    ['an altered value', 1, 'hash', (events: RecordedEvent[]) => events.with(1, { ...events[1]!, data: { index: 9 } })],
    [
      'an altered date of recording',
      2,
      'hash',
      (events: RecordedEvent[]) =>
        events.with(2, { ...events[2]!, metadata: { ...events[2]!.metadata, recordedAt: '2023-01-01T00:00:00.000Z' } }),
    ],
    ['a dropped event', 2, 'revision', (events: RecordedEvent[]) => events.toSpliced(1, 1)],
    [
      'a dropped event, renumbered',
      1,
      'previous',
      (events: RecordedEvent[]) => events.toSpliced(1, 1).map((event, revision) => ({ ...event, revision })),
    ],
    ['a missing chain', 0, 'previous', (events: RecordedEvent[]) => events.with(0, { ...events[0]!, metadata })],
  ] as const)('names the first event after %s', (_, revision, fault, spoil) => {
    expect(verifyStream(spoil(stream(3)))).toMatchObject({ ok: false, revision, fault });
  });
});
