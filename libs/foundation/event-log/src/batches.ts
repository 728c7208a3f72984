import { type Brought, type LogEvent } from './log-event.js';

/** A stream of the client's, or one that the product takes apart itself. */
export interface EventSource<Data> {
  on(event: 'data', listener: (data: Data) => void): unknown;
  on(event: 'end' | 'close', listener: () => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  pause(): unknown;
  resume(): unknown;
  isPaused(): boolean;
}

export interface GatheringOptions {
  /** Events after which the stream is paused, and with it the server. None by default. */
  readonly limit?: number;
  /** Events at or before this position are passed over: the protocol's reads begin with the position asked for. */
  readonly after?: number;
  /** A failure of the stream as the client names it. */
  readonly named?: (error: Error) => Error;
}

/**
 * Collects what a stream of the log delivers until somebody takes it: while one batch is worked on, the next gathers.
 * Never holds much more than the limit.
 */
export class Batches<Data> {
  private gathered: LogEvent[] = [];
  private scannedTo = -1;
  private finished = false;
  private failure: unknown;
  private wake: (() => void) | undefined;
  private readonly limit: number;
  private readonly stream: Pick<EventSource<unknown>, 'pause' | 'resume' | 'isPaused'>;

  constructor(
    stream: EventSource<Data>,
    broughtBy: (data: Data) => Brought,
    { limit = Infinity, after = -1, named = (error) => error }: GatheringOptions = {},
  ) {
    this.stream = stream;
    this.limit = limit;
    stream.on('data', (data) => {
      const { event, position } = broughtBy(data);
      if (position > this.scannedTo) this.scannedTo = position;
      if (!event || (after >= 0 && event.position <= after)) return;
      this.gathered.push(event);
      if (this.gathered.length >= this.limit) stream.pause();
      this.signal();
    });
    stream.on('end', () => this.finish());
    stream.on('close', () => this.finish());
    stream.on('error', (error) => this.finish(named(error)));
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
