/**
 * Stream metadata and what it does. Retention hides events from readers of the stream; it never erases them: they stay
 * in the file and in reads of $all, as on a server that was never scavenged.
 */

/** Event types the server itself writes. */
export const METADATA_TYPE = '$metadata';
export const TOMBSTONE_TYPE = '$streamDeleted';

/** `$tb` of a softly deleted stream: 2^63-1 in the protocol, not exact in JavaScript. */
const SOFTLY_DELETED_JSON = '9223372036854775807';

export interface Retention {
  /** The stream was deleted softly: it reads as not found until somebody appends to it again. */
  readonly deleted: boolean;
  /** Events before this revision are hidden. */
  readonly truncateBefore: number;
  /** Only so many of the last events are visible. */
  readonly maxCount: number;
  /** Events older than so many milliseconds are hidden. */
  readonly maxAgeMs: number;
}

export const NO_RETENTION: Retention = { deleted: false, truncateBefore: 0, maxCount: Infinity, maxAgeMs: Infinity };
export const METASTREAM_RETENTION: Retention = { ...NO_RETENTION, maxCount: 1 };

export const isMetastream = (name: string): boolean => name.startsWith('$$');
export const metastreamOf = (name: string): string => `$$${name}`;
export const originalOf = (metastream: string): string => metastream.slice(2);

/** A reader must never fail over somebody's malformed metadata: such metadata says nothing. */
export function parseRetention(raw: Uint8Array): Retention {
  const metadata = parseObject(raw);
  const count = (key: string): number | undefined => {
    const value = metadata[key];
    return typeof value === 'number' && value >= 0 ? value : undefined;
  };
  const truncateBefore = count('$tb') ?? 0;
  const maxAgeSeconds = count('$maxAge');
  return {
    deleted: truncateBefore >= Number.MAX_SAFE_INTEGER,
    truncateBefore,
    maxCount: count('$maxCount') || Infinity,
    maxAgeMs: maxAgeSeconds ? maxAgeSeconds * 1000 : Infinity,
  };
}

/** Metadata that makes a stream read as deleted. It replaces what was there. */
export const softDeleteMetadata = (): Uint8Array => Buffer.from(`{"$tb":${SOFTLY_DELETED_JSON}}`);

/** The same metadata, with the stream beginning anew at `revision`. */
export const recreateMetadata = (raw: Uint8Array, revision: number): Uint8Array =>
  Buffer.from(JSON.stringify({ ...parseObject(raw), $tb: revision }));

/** The lowest revision a reader may see now, before looking at the age of events. */
export function firstVisibleRevision(retention: Retention, last: number): number {
  return Math.max(0, retention.truncateBefore, last - retention.maxCount + 1);
}

function parseObject(raw: Uint8Array): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
