import { randomUUID } from 'node:crypto';
import { invalidValue } from './problem.js';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/**
 * The request id of a command: the caller's `Idempotency-Key` (1 to 200 visible ASCII characters), or one made up
 * here for callers that do not care to repeat themselves.
 * @throws Problem 400 when the header is there but not a key.
 */
export function requestIdOf(headers: Headers): string {
  const key = headers['idempotency-key'];
  if (key === undefined) return randomUUID();
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw invalidValue('Idempotency-Key', 'Idempotency-Key is 1 to 200 visible ASCII characters');
  }
  return key;
}

/**
 * The stream revision that the caller saw, from `If-Match: "<revision>"`; undefined when the caller does not say.
 * @throws Problem 400 for anything that is not exactly one strong tag with a whole number.
 */
export function expectedRevisionOf(headers: Headers): number | undefined {
  const tag = headers['if-match'];
  if (tag === undefined) return undefined;
  const revision = typeof tag === 'string' ? /^"(0|[1-9]\d{0,14})"$/.exec(tag)?.[1] : undefined;
  if (revision === undefined) throw invalidValue('If-Match', 'If-Match is a quoted revision, for example "3"');
  return Number(revision);
}

/** The `ETag` of something at a stream revision. */
export const etagOf = (revision: number): string => `"${revision}"`;
