import { shuttingDown } from './errors.js';
import { type Storage } from './storage.js';

/** Keeps one commit, and with it the pause of the event loop, short when a flood of appends waits. */
const MAX_WRITES_PER_COMMIT = 1024;
/**
 * A commit costs the disk the same whether it holds one write or fifty. When the last one held several, more are on
 * their way, and the next waits for them half as long as that one took; a lone writer is never kept waiting.
 */
const SEVERAL = 4;
const LONGEST_GATHER_MS = 5;

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
  #gatherMs = 0;
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
    if (this.#closed) return Promise.reject(shuttingDown());
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
    const commit = (): void => {
      this.#scheduled = false;
      this.#commit();
      if (this.#pending.length > 0) this.#schedule();
    };
    if (this.#gatherMs > 0) setTimeout(commit, this.#gatherMs);
    else setImmediate(commit);
  }

  #commit(): void {
    if (this.#pending.length === 0) return;
    const batch = this.#pending.slice(0, MAX_WRITES_PER_COMMIT);
    this.#pending = this.#pending.slice(MAX_WRITES_PER_COMMIT);
    const results: unknown[] = [];
    const began = performance.now();
    try {
      this.storage.begin();
      for (const { write } of batch) results.push(write());
      this.storage.commit();
    } catch (error) {
      // A full disk, a broken file: the operator must see it, the callers are only told that nothing was stored.
      process.stderr.write(`commit failed: ${error instanceof Error ? error.message : String(error)}\n`);
      this.storage.rollback();
      this.afterRollback();
      for (const { reject } of batch) reject(error);
      return;
    }
    const tookMs = performance.now() - began;
    this.#gatherMs = batch.length >= SEVERAL ? Math.min(tookMs / 2, LONGEST_GATHER_MS) : 0;
    batch.forEach(({ resolve }, index) => resolve(results[index] as never));
    const waiters = this.#waiters;
    this.#waiters = new Set();
    for (const wake of waiters) wake();
  }
}
