import {
  type AllStreamResolvedEvent,
  type AllStreamSubscription,
  type ResolvedEvent,
  type StreamingRead,
  type StreamSubscription,
} from '@eventstore/db-client';
import { type EventMetadata, type RecordedEvent } from '#foundation/process';

/** An event of the whole log, with the stream it belongs to. */
export interface LogEvent extends RecordedEvent {
  readonly stream: string;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Uint8Array);

/**
 * What the client hands over, as the product's own event. Undefined for the server's system events and for links to
 * events that are gone. Events that somebody else wrote may lack data or metadata; both are then empty, never absent.
 */
export function toLogEvent(resolved: ResolvedEvent | AllStreamResolvedEvent): LogEvent | undefined {
  const event = resolved.event;
  if (!event || event.type.startsWith('$') || event.streamId.startsWith('$')) return undefined;
  const position = event.position?.commit ?? resolved.commitPosition;
  return {
    stream: event.streamId,
    id: event.id,
    type: event.type,
    data: isRecord(event.data) ? event.data : {},
    metadata: (isRecord(event.metadata) ? event.metadata : {}) as unknown as EventMetadata,
    revision: Number(event.revision),
    position: position === undefined ? -1 : Number(position),
  };
}

/** Whatever the client delivers events by. */
export type EventSource =
  StreamingRead<ResolvedEvent> | StreamingRead<AllStreamResolvedEvent> | AllStreamSubscription | StreamSubscription;

/** The events of these sources differ in their types only; one way to listen to any of them. */
type Listenable = Pick<StreamingRead<ResolvedEvent>, 'on' | 'pause' | 'resume' | 'isPaused'>;

/**
 * Collects what a client stream delivers until somebody takes it: while one batch is worked on, the next gathers.
 * Never holds much more than `limit` events; beyond that the stream is paused, and with it the server.
 */
export class Batches {
  private gathered: LogEvent[] = [];
  private scannedTo = -1;
  private finished = false;
  private failure: unknown;
  private wake: (() => void) | undefined;

  private readonly stream: Listenable;

  constructor(
    source: EventSource,
    private readonly limit: number,
    /** Events at or before this position are passed over: the protocol's reads begin with the position asked for. */
    after = -1,
  ) {
    const stream = (this.stream = source as Listenable);
    stream.on('data', (resolved: ResolvedEvent) => {
      const event = toLogEvent(resolved);
      const position = event?.position ?? Number(resolved.event?.position?.commit ?? resolved.commitPosition ?? -1);
      if (position > this.scannedTo) this.scannedTo = position;
      if (!event || (after >= 0 && event.position <= after)) return;
      this.gathered.push(event);
      if (this.gathered.length >= this.limit) stream.pause();
      this.signal();
    });
    stream.on('end', () => this.finish());
    stream.on('close', () => this.finish());
    stream.on('error', (error) => this.finish(error));
  }

  private finish(error?: unknown): void {
    this.failure ??= error;
    this.finished = true;
    this.signal();
  }

  private signal(): void {
    this.wake?.();
    this.wake = undefined;
  }

  /** Ends the waiting for good, for example because the caller was told to stop. */
  stop(): void {
    this.finish();
  }

  /** The position up to which the stream has been read, system events included. */
  get position(): number {
    return this.scannedTo;
  }

  /**
   * Takes everything gathered, waiting for at least `atLeast` events (or the end). Undefined at the end of the stream.
   * @throws the client's error when the stream broke
   */
  async take(atLeast = 1): Promise<LogEvent[] | undefined> {
    const enough = Math.min(atLeast, this.limit);
    while (this.gathered.length < enough && !this.finished) {
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
    if (this.gathered.length === 0 || (this.failure !== undefined && this.gathered.length < enough)) {
      if (this.failure !== undefined) throw this.failure;
      return undefined;
    }
    const batch = this.gathered;
    this.gathered = [];
    if (this.stream.isPaused()) this.stream.resume();
    return batch;
  }
}
