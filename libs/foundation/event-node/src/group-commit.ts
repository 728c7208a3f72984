import { type Storage } from './storage.js';

/** Keeps one commit, and with it the pause of the event loop, short when a flood of appends waits. */
const MAX_WRITES_PER_COMMIT = 1024;

interface Pending {
  write: () => unknown;
  resolve: (result: never) => void;
  reject: (error: unknown) => void;
}

/**
 * Writes that arrive while a commit is on its way to the disk share the next one. A write is answered only after the
 * commit that holds it: what a caller was told is stored survives a power cut.
 */
export class GroupCommit {
  #pending: Pending[] = [];
  #scheduled = false;
  #closed = false;
  #waiters = new Set<() => void>();

  constructor(
    private readonly storage: Storage,
    private readonly afterRollback: () => void,
  ) {}

  /**
   * Runs `write` inside the next commit and answers its result after it. `write` must decide before it inserts: when it
   * throws, nothing of the commit is kept and every write in it is rejected.
   */
  run<T>(write: () => T): Promise<T> {
    if (this.#closed) return Promise.reject(new Error('The event node is shutting down'));
    return new Promise<T>((resolve, reject) => {
      this.#pending.push({ write, resolve, reject });
      this.#schedule();
    });
  }

  /** Calls `wake` once, after the next commit. Returns the way to take it back. */
  onNextCommit(wake: () => void): () => void {
    this.#waiters.add(wake);
    return () => this.#waiters.delete(wake);
  }

  /** Commits what waits and takes no more. */
  close(): void {
    this.#closed = true;
    while (this.#pending.length > 0) this.#commit();
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    // setImmediate runs after the sockets were read: the appends of all connections that were waiting come together.
    setImmediate(() => {
      this.#scheduled = false;
      this.#commit();
      if (this.#pending.length > 0) this.#schedule();
    });
  }

  #commit(): void {
    if (this.#pending.length === 0) return;
    const batch = this.#pending.slice(0, MAX_WRITES_PER_COMMIT);
    this.#pending = this.#pending.slice(MAX_WRITES_PER_COMMIT);
    const results: unknown[] = [];
    try {
      this.storage.begin();
      for (const { write } of batch) results.push(write());
      this.storage.commit();
    } catch (error) {
      this.storage.rollback();
      this.afterRollback();
      for (const { reject } of batch) reject(error);
      return;
    }
    batch.forEach(({ resolve }, index) => resolve(results[index] as never));
    const waiters = this.#waiters;
    this.#waiters = new Set();
    for (const wake of waiters) wake();
  }
}
