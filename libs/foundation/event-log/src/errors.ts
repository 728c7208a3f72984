/** Somebody else appended to the stream since it was read. */
export class WrongRevision extends Error {
  constructor(
    readonly stream: string,
    /** The revision the caller had read, -1 for a stream that did not exist. */
    readonly expected: number,
    /** The revision the stream is at, -1 when it does not exist. */
    readonly actual: number,
  ) {
    super(`${stream} is at revision ${actual}, not ${expected}`);
    this.name = 'WrongRevision';
  }
}

/**
 * The log could not be reached within the time a caller may be kept waiting. Nothing is known to be wrong with the
 * request: the same request id may be sent again. Answered over HTTP as 503 with Retry-After.
 */
export class LogUnavailable extends Error {
  readonly retryAfterSeconds = 2;

  constructor(options: { cause?: unknown } = {}) {
    super('The event log cannot be reached.', options);
    this.name = 'LogUnavailable';
  }
}

/** Kinds of client error that say "no" to this very call; everything else is weather and may be tried again. */
const finalTypes = new Set([
  'wrong-expected-version',
  'stream-deleted',
  'stream-not-found',
  'access-denied',
  'invalid-argument',
  'maximum-append-size-exceeded',
  'unsupported',
]);

/** The client's own name of what went wrong, for example `unavailable`; undefined for errors that are not the client's. */
export const errorType = (error: unknown): string | undefined =>
  error instanceof Error && 'type' in error && typeof error.type === 'string' ? error.type : undefined;

/** Whether the same call may succeed later: the node restarts, the leader moves, a connection dies. */
export function isTransient(error: unknown): boolean {
  if (error instanceof LogUnavailable) return true;
  const type = errorType(error);
  if (type !== undefined) return !finalTypes.has(type);
  return error instanceof Error && 'code' in error;
}
