import { type AllStreamResolvedEvent, type ResolvedEvent } from '@eventstore/db-client';
import { type EventMetadata, type RecordedEvent } from '#foundation/process';
import { type WireAnswer } from './wire.js';

/** An event of the whole log, with the stream it belongs to. */
export interface LogEvent extends RecordedEvent {
  readonly stream: string;
}

/** What one answer of the server brought. */
export interface Brought {
  /** Undefined for the server's system events and for links to events that are gone. */
  readonly event: LogEvent | undefined;
  /** How far the log has been read with it, -1 when that was not said. */
  readonly position: number;
}

const isOfSystem = (name: string): boolean => name.startsWith('$');

const isRecord = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Uint8Array);

/** Events that somebody else wrote may lack data or metadata, or hold something else; both are then empty, never absent. */
const recordOr = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {});

/** What the client hands over, as the product's own event. */
export function fromClient({ event, commitPosition }: ResolvedEvent | AllStreamResolvedEvent): Brought {
  const known = event?.position?.commit ?? commitPosition;
  const position = known === undefined ? -1 : Number(known);
  if (!event || isOfSystem(event.type) || isOfSystem(event.streamId)) return { event: undefined, position };
  return {
    event: {
      stream: event.streamId,
      id: event.id,
      type: event.type,
      data: recordOr(event.data),
      metadata: recordOr(event.metadata) as unknown as EventMetadata,
      revision: Number(event.revision),
      position,
    },
    position,
  };
}

const JSON_CONTENT = 'application/json';

/** The same of an answer that the product took apart itself. */
export function fromWire({ event, position: reached }: WireAnswer): Brought {
  const position = event && event.position >= 0 ? event.position : reached;
  if (!event || isOfSystem(event.type) || isOfSystem(event.stream)) return { event: undefined, position };
  const { stream, id, type, contentType, data, metadata, revision } = event;
  return {
    event: {
      stream,
      id,
      type,
      data: contentType === JSON_CONTENT ? parsed(data) : {},
      metadata: parsed(metadata) as unknown as EventMetadata,
      revision,
      position,
    },
    position,
  };
}

function parsed(text: string | undefined): Record<string, unknown> {
  if (!text) return {};
  try {
    return recordOr(JSON.parse(text));
  } catch {
    return {};
  }
}
