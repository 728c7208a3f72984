/**
 * Every queue by its name: what a job is given, how it tells how far it is, and what it answers. A job carries the name
 * of what it is about and nothing that would be missed: the file of an import and its verdicts lie in PostgreSQL.
 */
export interface Queues {
  imports: {
    data: { importId: string; dryRun: boolean };
    progress: { rowsDone: number; rowsTotal: number };
    result: { rows: number; accepted: number; refused: number };
  };
  /** Records what fell due by now; what that is stands in the read side. */
  clock: { data: object; progress: object; result: { recorded: number } };
}

export type QueueName = keyof Queues;

/** What is known of a job; it is forgotten some time after its end. */
export interface JobView<Name extends QueueName> {
  state: 'waiting' | 'running' | 'done' | 'failed';
  progress: Queues[Name]['progress'] | undefined;
  /** Present when done. */
  result: Queues[Name]['result'] | undefined;
  /** Why the last attempt failed, for the log and not for the page. */
  failure: string | undefined;
}

/** Thrown by a job that no further attempt can help; any other error is tried again. */
export { UnrecoverableError as HopelessJob } from 'bullmq';

/** Redis does not answer: nothing was queued, and the same request may be made again. */
export class JobsUnavailable extends Error {
  constructor(cause: unknown) {
    super('the job queue cannot be reached', { cause });
    this.name = 'JobsUnavailable';
  }
}
