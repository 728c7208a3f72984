import {
  type Retention,
  NO_RETENTION,
  METASTREAM_RETENTION,
  isMetastream,
  metastreamOf,
  originalOf,
  parseRetention,
} from './metadata.js';
import { type Storage, TOMBSTONE_REVISION } from './storage.js';

/** Enough for every case that is worked on at one time; older ones are looked up again. */
const MAX_REMEMBERED = 50_000;

/** What is known of a stream that holds at least one event. */
export interface Stream {
  readonly id: number;
  readonly name: string;
  /** Revision of its last event; TOMBSTONE_REVISION once it was deleted for good. */
  last: number;
  /** What its metadata says, read when first needed. */
  retention?: Retention;
}

/** The streams by name: rows of the file, with the ones in use remembered. */
export class Streams {
  readonly #remembered = new Map<string, Stream>();

  constructor(private readonly storage: Storage) {}

  find(name: string): Stream | undefined {
    const known = this.#remembered.get(name);
    if (known) {
      this.#remembered.delete(name);
      this.#remembered.set(name, known);
      return known;
    }
    const row = this.storage.findStream.get(name) as unknown as [number] | undefined;
    if (!row) return undefined;
    const [last] = this.storage.lastRevision.get(row[0]) as unknown as [number | null];
    return this.#remember({ id: row[0], name, last: last ?? -1 });
  }

  create(name: string): Stream {
    const { lastInsertRowid } = this.storage.insertStream.run(name);
    return this.#remember({ id: Number(lastInsertRowid), name, last: -1 });
  }

  /** Revision of the last event, -1 for none. A metastream is deleted for good together with its stream. */
  lastRevision(name: string): number {
    if (isMetastream(name) && this.lastRevision(originalOf(name)) === TOMBSTONE_REVISION) return TOMBSTONE_REVISION;
    return this.find(name)?.last ?? -1;
  }

  retention(name: string): Retention {
    if (isMetastream(name)) return METASTREAM_RETENTION;
    const stream = this.find(name);
    if (stream?.retention) return stream.retention;
    const raw = this.rawMetadata(name);
    const retention = raw ? parseRetention(raw) : NO_RETENTION;
    if (stream) stream.retention = retention;
    return retention;
  }

  /** The stored bytes of the last metadata event of a stream. */
  rawMetadata(name: string): Uint8Array | undefined {
    const metastream = this.find(metastreamOf(name));
    if (!metastream || metastream.last < 0) return undefined;
    const rows = this.storage.streamForwards.all(metastream.id, metastream.last, metastream.last, 1);
    return (
      rows[0] as unknown as [number, string, number, Uint8Array, string, number, number, Uint8Array] | undefined
    )?.[7];
  }

  /** To be called when the metadata of a stream was written. */
  forgetRetention(name: string): void {
    const stream = this.#remembered.get(name);
    if (stream) stream.retention = undefined;
  }

  /** To be called after a rollback: what is remembered may never have been stored. */
  forgetAll(): void {
    this.#remembered.clear();
  }

  #remember(stream: Stream): Stream {
    if (this.#remembered.size >= MAX_REMEMBERED) {
      const [eldest] = this.#remembered.keys();
      if (eldest !== undefined) this.#remembered.delete(eldest);
    }
    this.#remembered.set(stream.name, stream);
    return stream;
  }
}
