import { hash } from 'node:crypto';
import { type ChainLink, type EventMetadata, type NewEvent, type RecordedEvent } from '#foundation/process';

/** What the first event of a stream names as its predecessor. */
export const CHAIN_START = '0'.repeat(64);

/**
 * JSON with one spelling: keys sorted by code unit, no white space, absent where undefined. Two values that read back
 * equal from the log have the same canonical text, so a verifier in any language can recompute it.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const record = value as Record<string, unknown>;
    const fields: string[] = [];
    for (const key of Object.keys(record).sort()) {
      const field = record[key];
      if (field !== undefined) fields.push(`${JSON.stringify(key)}:${canonicalJson(field)}`);
    }
    return `{${fields.join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

type Linkable = Pick<NewEvent, 'id' | 'type' | 'data'> & { readonly metadata: Omit<EventMetadata, 'chain'> };

/**
 * SHA-256 (hex) of the canonical JSON of `[previous, id, type, data, metadata without chain]`. The array keeps the
 * parts apart: no two different events share one text.
 */
export function chainHash(previous: string, event: Linkable): string {
  const metadata = { ...event.metadata, chain: undefined };
  return hash('sha256', canonicalJson([previous, event.id, event.type, event.data, metadata]));
}

/** Links events to the one that precedes them, in order. */
export function linkEvents(
  previousHash: string,
  events: readonly NewEvent[],
): (NewEvent & { readonly metadata: EventMetadata })[] {
  let previous = previousHash;
  return events.map((event) => {
    const chain: ChainLink = { previous, hash: chainHash(previous, event) };
    previous = chain.hash;
    return { ...event, metadata: { ...event.metadata, chain } };
  });
}

export type ChainFault = 'revision' | 'previous' | 'hash';

export type StreamVerdict =
  | { readonly ok: true; readonly hash: string; readonly events: number }
  | { readonly ok: false; readonly fault: ChainFault; readonly revision: number; readonly eventId: string };

/**
 * Whether an event continues its stream: `revision` one is missing or out of order, `previous` it does not follow the
 * one before, `hash` it was altered. Undefined when it fits.
 */
export function faultOf(
  event: RecordedEvent,
  expected: { readonly revision: number; readonly previous: string },
): ChainFault | undefined {
  const chain = event.metadata.chain as ChainLink | undefined;
  if (event.revision !== expected.revision) return 'revision';
  if (chain?.previous !== expected.previous) return 'previous';
  return chain.hash === chainHash(expected.previous, event) ? undefined : 'hash';
}

/** Recomputes the chain of a whole stream, oldest event first, and names the first event that does not fit. */
export function verifyStream(events: readonly RecordedEvent[]): StreamVerdict {
  let previous = CHAIN_START;
  for (const [revision, event] of events.entries()) {
    const fault = faultOf(event, { revision, previous });
    if (fault) return { ok: false, fault, revision: event.revision, eventId: event.id };
    previous = event.metadata.chain.hash;
  }
  return { ok: true, hash: previous, events: events.length };
}
