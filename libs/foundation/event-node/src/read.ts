import { setImmediate as yieldToAppends } from 'node:timers/promises';
import { streamDeleted } from './errors.js';
import { type Filter } from './filters.js';
import { type EventLog } from './log.js';
import { type Retention, firstVisibleRevision } from './metadata.js';
import { type Outlet } from './outlet.js';
import { type EventRow, TOMBSTONE_REVISION } from './storage.js';
import { firstStreamPosition, lastStreamPosition, streamNotFound } from './responses.js';
import { encodeEvent } from './wire.js';

export type Start = 'start' | 'end' | number;

interface ReadRequest {
  from: Start;
  backwards: boolean;
  maxCount: number;
  resolveLinks: boolean;
}

export interface ReadAllRequest extends ReadRequest {
  filter?: Filter;
}

export interface ReadStreamRequest extends ReadRequest {
  streamName: string;
  /** The client understands answers that name the first and last revision of the stream. */
  namesPositions: boolean;
}

/** A read ends at the position the log had when it began, so that a slow reader comes to an end while others append. */
export async function readAll(log: EventLog, outlet: Outlet, request: ReadAllRequest): Promise<void> {
  const { from, backwards, filter } = request;
  let low = from === 'start' ? 1 : from === 'end' ? Infinity : from;
  let high = log.lastPosition;
  if (backwards) {
    // Reading backwards from a position begins before it, reading forwards begins with it.
    high = from === 'start' ? 0 : from === 'end' ? high : Math.min(high, from - 1);
    low = 1;
  }
  let remaining = request.maxCount;
  while (outlet.open && remaining > 0 && low <= high) {
    const rows = backwards ? log.reader.allBackwards(low, high) : log.reader.allForwards(low, high);
    const last = rows.at(-1);
    if (!last) break;
    if (backwards) high = last[0] - 1;
    else low = last[0] + 1;
    const wanted = filter ? rows.filter((row) => filter.matches(row)) : rows;
    await send(log, outlet, wanted.slice(0, remaining), request.resolveLinks);
    remaining -= wanted.length;
    await yieldToAppends();
  }
  outlet.end();
}

export async function readStream(log: EventLog, outlet: Outlet, request: ReadStreamRequest): Promise<void> {
  const { streamName, from, backwards } = request;
  const last = log.streams.lastRevision(streamName);
  if (last === TOMBSTONE_REVISION) return outlet.fail(streamDeleted(streamName));
  const retention = log.streams.retention(streamName);
  const stream = log.streams.find(streamName);
  if (!stream || last < 0 || retention.deleted) {
    outlet.write(streamNotFound(streamName));
    return outlet.end();
  }

  const first = firstVisibleRevision(retention, last);
  let low = backwards ? first : Math.max(first, startRevision(from, Infinity));
  let high = backwards ? Math.min(last, startRevision(from, last)) : last;
  let remaining = request.maxCount;
  let sent = 0;
  while (outlet.open && remaining > 0 && low <= high) {
    const rows = backwards
      ? log.reader.streamBackwards(stream.id, low, high)
      : log.reader.streamForwards(stream.id, low, high);
    const lastRow = rows.at(-1);
    if (!lastRow) break;
    if (backwards) high = lastRow[2] - 1;
    else low = lastRow[2] + 1;
    const visible = youngEnough(rows, retention).slice(0, remaining);
    await send(log, outlet, visible, request.resolveLinks);
    remaining -= visible.length;
    sent += visible.length;
    await yieldToAppends();
  }
  if (request.namesPositions) {
    if (!backwards && sent === 0 && first > startRevision(from, Infinity)) outlet.write(firstStreamPosition(first));
    outlet.write(lastStreamPosition(last));
  }
  outlet.end();
}

/** Writes the rows as fast as the reader takes them. */
export async function send(
  log: EventLog,
  outlet: Outlet,
  rows: readonly EventRow[],
  resolveLinks: boolean,
): Promise<void> {
  for (const row of rows) {
    const message =
      resolveLinks && row[4] === LINK_TYPE ? encodeEvent(log.reader.linkTarget(row), row) : encodeEvent(row);
    if (!outlet.write(message)) await outlet.drained();
    if (!outlet.open) return;
  }
}

export const youngEnough = (rows: readonly EventRow[], { maxAgeMs }: Retention): readonly EventRow[] => {
  if (maxAgeMs === Infinity) return rows;
  const oldest = Date.now() - maxAgeMs;
  return rows.filter((row) => row[6] >= oldest);
};

const LINK_TYPE = '$>';

const startRevision = (from: Start, end: number): number => (from === 'start' ? 0 : from === 'end' ? end : from);
