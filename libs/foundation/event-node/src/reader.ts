import { type StatementSync } from 'node:sqlite';
import { firstVisibleRevision } from './metadata.js';
import { type EventRow, type Storage, TOMBSTONE_REVISION } from './storage.js';
import { type Streams } from './streams.js';
import { decodeText } from './wire.js';

/** A page is whatever comes first: so many events, or the event that reaches so many bytes. Bounds what a reader holds. */
const PAGE_EVENTS = 256;
const PAGE_BYTES = 1024 * 1024;

/** Pages of events. An empty page means there are no more within the bounds, both of them inclusive. */
export class Reader {
  constructor(
    private readonly storage: Storage,
    private readonly streams: Streams,
  ) {}

  allForwards(low: number, high: number): EventRow[] {
    return page(this.storage.allForwards, low, high);
  }

  allBackwards(low: number, high: number): EventRow[] {
    return page(this.storage.allBackwards, low, high);
  }

  streamForwards(streamId: number, low: number, high: number): EventRow[] {
    return page(this.storage.streamForwards, streamId, low, high);
  }

  streamBackwards(streamId: number, low: number, high: number): EventRow[] {
    return page(this.storage.streamBackwards, streamId, low, high);
  }

  /** The event a link (`<revision>@<stream>`) points to; undefined when it is deleted, hidden or was never there. */
  linkTarget(link: EventRow): EventRow | undefined {
    const [, revisionText, streamName] = /^(\d+)@(.+)$/su.exec(decodeText(link[7])) ?? [];
    if (!revisionText || !streamName) return undefined;
    const last = this.streams.lastRevision(streamName);
    const stream = this.streams.find(streamName);
    if (!stream || last === TOMBSTONE_REVISION) return undefined;
    const retention = this.streams.retention(streamName);
    const revision = Number(revisionText);
    if (revision > last || revision < firstVisibleRevision(retention, last)) return undefined;
    const target = this.streamForwards(stream.id, revision, revision)[0];
    return target && target[6] >= Date.now() - retention.maxAgeMs ? target : undefined;
  }
}

function page(statement: StatementSync, ...bounds: number[]): EventRow[] {
  const rows: EventRow[] = [];
  let bytes = 0;
  for (const row of statement.iterate(...bounds, PAGE_EVENTS) as unknown as Iterable<EventRow>) {
    rows.push(row);
    bytes += row[7].length + row[8].length;
    if (bytes >= PAGE_BYTES) break;
  }
  return rows;
}
