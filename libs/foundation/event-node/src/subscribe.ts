import { randomUUID } from 'node:crypto';
import { setImmediate as yieldToAppends } from 'node:timers/promises';
import { streamDeleted } from './errors.js';
import { type Filter } from './filters.js';
import { type EventLog } from './log.js';
import { firstVisibleRevision } from './metadata.js';
import { type Outlet } from './outlet.js';
import { type Start, send, youngEnough } from './read.js';
import { caughtUp, checkpoint, confirmation } from './responses.js';
import { type EventRow, TOMBSTONE_REVISION } from './storage.js';

export interface SubscribeToAllRequest {
  /** A position is one already seen: the subscription begins after it. */
  from: Start;
  resolveLinks: boolean;
  filter?: Filter;
}

export interface SubscribeToStreamRequest {
  streamName: string;
  /** A revision is one already seen: the subscription begins after it. */
  from: Start;
  resolveLinks: boolean;
}

/**
 * A subscription is one loop that always reads on from the last event it passed, from the file, in commit order. There is
 * no hand-over from history to live events, so there is no seam at which one could be missed or repeated, and a slow
 * subscriber costs no memory.
 */
export async function subscribeToAll(log: EventLog, outlet: Outlet, request: SubscribeToAllRequest): Promise<void> {
  const { filter, resolveLinks } = request;
  let position = startAfter(request.from, 0, log.lastPosition);
  let considered = 0;
  let checkpointed = position;
  let live = false;
  outlet.write(confirmation(randomUUID()));

  while (outlet.open) {
    const rows = log.reader.allForwards(position + 1, log.lastPosition);
    for (const part of filter ? splitAtCheckpoints(rows, filter, considered) : [rows]) {
      await send(log, outlet, filter ? part.filter((row) => filter.matches(row)) : part, resolveLinks);
      position = part.at(-1)?.[0] ?? position;
      considered += part.length;
      if (filter && considered >= filter.checkpointInterval) {
        considered = 0;
        checkpointed = position;
        outlet.write(checkpoint(position));
      }
    }
    if (rows.length > 0) {
      await yieldToAppends();
      continue;
    }
    if (!live) {
      live = true;
      if (filter && position > checkpointed) outlet.write(checkpoint(position));
      outlet.write(caughtUp());
    }
    if (log.lastPosition <= position) await outlet.wait((wake) => log.commits.onNextCommit(wake));
  }
}

export async function subscribeToStream(
  log: EventLog,
  outlet: Outlet,
  request: SubscribeToStreamRequest,
): Promise<void> {
  const { streamName, resolveLinks } = request;
  let revision = startAfter(request.from, -1, log.streams.lastRevision(streamName));
  let live = false;
  if (log.streams.lastRevision(streamName) !== TOMBSTONE_REVISION) outlet.write(confirmation(randomUUID()));

  while (outlet.open) {
    const last = log.streams.lastRevision(streamName);
    if (last === TOMBSTONE_REVISION && !live) return outlet.fail(streamDeleted(streamName));
    const rows = last > revision ? page(log, streamName, revision + 1, last, live) : [];
    const lastRow = rows.at(-1);
    if (lastRow) {
      await send(log, outlet, live ? rows : youngEnough(rows, log.streams.retention(streamName)), resolveLinks);
      revision = lastRow[2];
      await yieldToAppends();
      continue;
    }
    if (last === TOMBSTONE_REVISION) return outlet.fail(streamDeleted(streamName));
    if (!live) {
      // What was hidden when the subscriber caught up stays hidden.
      revision = Math.max(revision, last);
      live = true;
      outlet.write(caughtUp());
    }
    await outlet.wait((wake) => log.commits.onNextCommit(wake));
  }
}

/** Retention applies to history. A live subscriber gets every event, even where the stream keeps only the last one. */
function page(log: EventLog, streamName: string, low: number, last: number, live: boolean): EventRow[] {
  const stream = log.streams.find(streamName);
  const retention = log.streams.retention(streamName);
  if (!stream || (retention.deleted && !live)) return [];
  const visible = live ? low : Math.max(low, firstVisibleRevision(retention, last));
  return log.reader.streamForwards(stream.id, visible, Math.min(last, TOMBSTONE_REVISION - 1));
}

const startAfter = (from: Start, start: number, end: number): number =>
  from === 'start' ? start : from === 'end' ? end : from;

/** Cuts a page so that each part but the last ends where a checkpoint is due. */
function splitAtCheckpoints(rows: EventRow[], filter: Filter, considered: number): EventRow[][] {
  const parts: EventRow[][] = [];
  let start = 0;
  for (let end = filter.checkpointInterval - considered; end < rows.length; end += filter.checkpointInterval) {
    parts.push(rows.slice(start, end));
    start = end;
  }
  parts.push(rows.slice(start));
  return parts;
}
