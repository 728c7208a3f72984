import { DelayedError, Worker, type Job } from 'bullmq';
import { workerConnection } from './connection.js';
import { type QueueName, type Queues } from './queues.js';

export interface RunningJob<Name extends QueueName> {
  data: Queues[Name]['data'];
  /** Tells how far the job is. Never waited for: the work goes on while Redis is away, and a lost telling is harmless. */
  progress(progress: Queues[Name]['progress']): void;
  /** Aborted when the worker is asked to close: stop at the next safe point by throwing; another worker takes over. */
  signal: AbortSignal;
}

export interface WorkerOptions {
  /** Jobs of this queue run at once by this process. */
  concurrency?: number;
  /** Failed attempts and connection losses, for the log. */
  onTrouble?: (error: Error) => void;
}

export interface JobWorker {
  /** Resolves when the first connection stands. */
  ready(): Promise<void>;
  /** Takes no further job, interrupts those that run (see `signal`) and waits for them. */
  close(): Promise<void>;
}

/** A worker that was killed, or hung without a turn of its event loop, holds its job for this long; milliseconds. */
const lockMs = 5_000;
/** How often jobs without a living worker are looked for; one is taken up at the second look. */
const stalledCheckMs = 1_500;

/**
 * Runs the jobs of one queue. A job may run again after it has run, or even twice at once (its worker or Redis was
 * killed), so `run` must be harmless to repeat: whatever it does carries an id that derives from what the job is about.
 */
export function createWorker<Name extends QueueName>(
  name: Name,
  redisUrl: string,
  run: (job: RunningJob<Name>) => Promise<Queues[Name]['result']>,
  options: WorkerOptions = {},
): JobWorker {
  type Shape = Queues[Name];
  const { concurrency = 1, onTrouble = () => undefined } = options;
  const connection = workerConnection(redisUrl);
  connection.on('error', onTrouble);
  const closing = new AbortController();

  const process = async (job: Job<Shape['data'], Shape['result']>, token?: string): Promise<Shape['result']> => {
    // One telling at a time: they would pile up while Redis is away.
    let telling = false;
    const progress = (reached: Shape['progress']) => {
      if (telling) return;
      telling = true;
      void job
        .updateProgress(reached)
        .catch(() => undefined)
        .finally(() => (telling = false));
    };
    try {
      return await run({ data: job.data, progress, signal: closing.signal });
    } catch (error) {
      if (!closing.signal.aborted) throw error;
      // Interrupted, not failed: back in the queue without costing an attempt.
      await job.moveToDelayed(Date.now(), token);
      throw new DelayedError();
    }
  };
  const worker = new Worker<Shape['data'], Shape['result']>(name, process, {
    connection,
    concurrency,
    lockDuration: lockMs,
    stalledInterval: stalledCheckMs,
    // How often a job's worker was killed says nothing about the job.
    maxStalledCount: Number.MAX_SAFE_INTEGER,
  });
  worker.on('error', onTrouble);
  worker.on('failed', (_job, error) => onTrouble(error));

  return {
    async ready() {
      await worker.waitUntilReady();
    },
    async close() {
      closing.abort(new Error('the worker is closing'));
      await worker.close();
      connection.disconnect();
    },
  };
}
