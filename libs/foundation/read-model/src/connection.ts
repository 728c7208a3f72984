import { type Socket } from 'node:net';
import { Client, type ClientConfig, type QueryConfig } from 'pg';

/**
 * A connection of its own, for locks, listening and writing in order. `lost` is aborted when it ends for whatever
 * reason: its locks are then gone and whoever relied on them must stop.
 */
export interface DedicatedConnection {
  readonly client: Client;
  readonly lost: AbortSignal;
  /**
   * Sends statements that do not wait for each other, in order and in one piece; answers when all are done. A statement
   * that fails does not keep the later ones from being sent: only a transaction makes them all or none.
   * @throws the first failure
   */
  sendTogether(statements: readonly (string | QueryConfig)[]): Promise<void>;
  /**
   * What is asked of the client, or the end of the connection: a question that is sent while it is just ending the
   * driver may leave without an answer.
   * @throws the reason why the connection ended
   */
  answered<T>(question: Promise<T>): Promise<T>;
  /** Cuts the connection, also in the middle of a statement that waits for a lock. */
  close(): Promise<void>;
}

/** For statements that look rows up by their keys and nothing else, and are prepared once for a long time. */
export const byKeys = '-c enable_seqscan=off -c plan_cache_mode=force_generic_plan';

export async function dedicatedConnection(databaseUrl: string, name: string): Promise<DedicatedConnection> {
  const config: ClientConfig & { pipeline: boolean } = {
    connectionString: databaseUrl,
    application_name: name,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 5_000,
    // Rows and checkpoint are lost or kept together; what a crash takes is read from the log again. No wait for the disk.
    // Rows are written by their keys: a plan that is made while a table is empty would read it whole ever after.
    options: `-c synchronous_commit=off ${byKeys} -c enable_hashjoin=off -c enable_mergejoin=off`,
    pipeline: true,
  };
  const client = new Client(config);
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  const lost = new AbortController();
  client.on('error', (error) => lost.abort(error));
  client.on('end', () => lost.abort(new Error('The database connection ended.')));
  /** Not by racing against one promise for the whole connection: that would keep every answer for as long as it lives. */
  const answered = <T>(question: Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      const leave = (): void => reject(lost.signal.reason as Error);
      lost.signal.addEventListener('abort', leave, { once: true });
      const settle = (): void => lost.signal.removeEventListener('abort', leave);
      question.finally(settle).then(resolve, reject);
      if (lost.signal.aborted) leave();
    });
  await client.connect();
  return {
    client,
    lost: lost.signal,
    async sendTogether(statements) {
      lost.signal.throwIfAborted();
      stream.cork();
      const sent = statements.map((statement) => client.query(statement));
      stream.uncork();
      const answers = await answered(Promise.allSettled(sent));
      const failure = answers.find((each) => each.status === 'rejected');
      if (failure) throw failure.reason;
    },
    answered,
    async close() {
      const ended = client.end().catch(() => undefined);
      const patience = setTimeout(() => stream.destroy(), 200);
      await ended;
      clearTimeout(patience);
    },
  };
}
