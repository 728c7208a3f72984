import { hash, randomBytes } from 'node:crypto';

/** A new UUIDv7 (RFC 9562): sorts by the time of opening, and tells nothing else. */
export function newCaseId(now: Date): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now.getTime(), 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return format(bytes.toString('hex'));
}

/**
 * The id of the event that a request records: an append that is tried again has the same ids, so the log recognises it.
 * A request that is decided again is another one: its event may say something else, and must not be taken for the
 * first by its id alone, or the next event would follow one that was never stored. Of the two the log keeps the one
 * that comes first, because both name the revision that they follow.
 *
 * @param index place in the request
 * @param decidedAt instant at which it was decided (ISO 8601, UTC)
 */
export const eventIdOf = (requestId: string, index: number, decidedAt: string): string =>
  hashedId(`${requestId}\u0000${index}\u0000${decidedAt}`);

/** An id that stands for a name: the same name, the same id. */
export const idOfName = (name: string): string => hashedId(`${name}\u00000`);

/** A UUIDv8 (RFC 9562). */
function hashedId(text: string): string {
  const bytes = hash('sha256', text, 'buffer').subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return format(bytes.toString('hex'));
}

/** Content hash of a request, over its canonical form: equal content, equal hash, whatever the order of its keys. */
export function requestHashOf(content: string): string {
  return hash('sha256', content);
}

const format = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;

export const isUuid = (value: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(value);
