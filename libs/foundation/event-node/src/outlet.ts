import { type ServerWritableStream } from '@grpc/grpc-js';
import { type RpcError } from './errors.js';

/**
 * The answering side of a streaming call. It never holds more than the transport asked for: a slow reader slows its own
 * read down and nothing else.
 */
export class Outlet {
  #open = true;
  #wakeOnClose = new Set<() => void>();

  constructor(private readonly call: ServerWritableStream<unknown, Buffer>) {
    const close = (): void => {
      this.#open = false;
      for (const wake of this.#wakeOnClose) wake();
    };
    // Once cancelled, grpc-js drops what is written without a drain or an error.
    call.on('cancelled', close);
    call.on('close', close);
  }

  /** False once the reader has gone. */
  get open(): boolean {
    return this.#open;
  }

  /** Returns false when the caller must await `drained` before it writes on. */
  write(message: Buffer): boolean {
    return this.#open && this.call.write(message);
  }

  drained(): Promise<void> {
    return this.wait((wake) => {
      this.call.once('drain', wake);
      return () => this.call.off('drain', wake);
    });
  }

  /** Waits for whatever `subscribe` announces, or for the reader to go. `subscribe` returns the way to take it back. */
  wait(subscribe: (wake: () => void) => () => void): Promise<void> {
    if (!this.#open) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
        this.#wakeOnClose.delete(wake);
        unsubscribe();
        resolve();
      };
      const unsubscribe = subscribe(wake);
      this.#wakeOnClose.add(wake);
    });
  }

  end(): void {
    if (this.#open) this.call.end();
  }

  fail(error: RpcError): void {
    if (this.#open) this.call.emit('error', error);
  }
}
