import { once } from 'node:events';
import { Queue } from 'bullmq';
import { type Redis } from 'ioredis';
import { producerConnection } from './connection.js';
import { JobsUnavailable, type JobView, type QueueName, type Queues } from './queues.js';

export interface QueueOptions {
  /**
   * Called on the first connection and after each reconnection, since Redis may have come back empty: puts every job
   * that is still owed by the records back with `add`, which passes over those that are there. A failure goes to
   * `onTrouble`.
   */
  reconcile?: () => Promise<void>;
  /** Connection losses and the like, for the log. */
  onTrouble?: (error: Error) => void;
}

export interface JobQueue<Name extends QueueName> {
  /**
   * Queues the job unless it is already queued, running or done; a failed one gets another chance.
   *
   * @param id what the job is about: two requests for the same work are one job.
   * @throws JobsUnavailable at once when Redis is away.
   */
  add(id: string, data: Queues[Name]['data']): Promise<void>;
  /** Undefined when no such job is known (any more). Throws JobsUnavailable. */
  view(id: string): Promise<JobView<Name> | undefined>;
  close(): Promise<void>;
}

const daySeconds = 86_400;

const defaultJobOptions = {
  attempts: 10,
  // A job fails because a server is away, and asking again is cheap: growing pauses would outlast the outage by minutes.
  backoff: { type: 'fixed', delay: 500 },
  removeOnComplete: { age: 7 * daySeconds, count: 1_000 },
  removeOnFail: { age: 30 * daySeconds, count: 1_000 },
};

export function createQueue<Name extends QueueName>(
  name: Name,
  redisUrl: string,
  options: QueueOptions = {},
): JobQueue<Name> {
  type Shape = Queues[Name];
  const connection = producerConnection(redisUrl);
  const trouble = (error: unknown) => options.onTrouble?.(error instanceof Error ? error : new Error(String(error)));
  connection.on('error', trouble);
  // Made on the first connection only: BullMQ asks Redis for its version when it is made, and never again.
  let queue: Queue<Shape['data'], Shape['result'], string, Shape['data'], Shape['result'], string> | undefined;
  connection.on('ready', () => {
    if (queue === undefined) {
      queue = new Queue(name, { connection, defaultJobOptions });
      queue.on('error', trouble);
    }
    void options.reconcile?.().catch(trouble);
  });

  const answered = async <T>(ask: (through: NonNullable<typeof queue>) => Promise<T>): Promise<T> => {
    try {
      if (queue === undefined) await firstConnection(connection);
      return await ask(queue!);
    } catch (error) {
      throw new JobsUnavailable(error);
    }
  };

  return {
    add: (id, data) =>
      answered(async (queue) => {
        const known = await queue.getJob(jobId(id));
        if (known === undefined) await queue.add(name, data, { jobId: jobId(id) });
        else if (await known.isFailed()) await known.retry('failed', { resetAttemptsMade: true });
      }),
    view: (id) =>
      answered(async (queue) => {
        // The state first: what is read after it can only be further on, so a job that is done shows its result.
        const state = await queue.getJobState(jobId(id));
        const job = await queue.getJob(jobId(id));
        if (job === undefined || state === 'unknown') return undefined;
        const shown = { completed: 'done', failed: 'failed', active: 'running' } as const;
        return {
          state: state in shown ? shown[state as keyof typeof shown] : 'waiting',
          progress: typeof job.progress === 'object' ? (job.progress as Shape['progress']) : undefined,
          result: state === 'completed' ? job.returnvalue : undefined,
          failure: job.failedReason,
        };
      }),
    async close() {
      await queue?.close();
      connection.disconnect();
    },
  };
}

/** A queue just made deserves the moment its first connection takes; rejects when that fails. */
async function firstConnection(connection: Redis): Promise<void> {
  // Rejects on `error`, as Node's `once` does.
  await once(connection, 'ready');
}

/** BullMQ keeps colons and bare numbers for itself. */
function jobId(id: string): string {
  return `about-${encodeURIComponent(id)}`;
}
