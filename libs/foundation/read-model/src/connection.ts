import { Client } from 'pg';

/**
 * A connection of its own, for locks, listening and writing in order. `lost` is aborted when it ends for whatever
 * reason: its locks are then gone and whoever relied on them must stop.
 */
export interface DedicatedConnection {
  readonly client: Client;
  readonly lost: AbortSignal;
  /** Cuts the connection, also in the middle of a statement that waits for a lock. */
  close(): Promise<void>;
}

export async function dedicatedConnection(databaseUrl: string, name: string): Promise<DedicatedConnection> {
  const client = new Client({
    connectionString: databaseUrl,
    application_name: name,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 5_000,
  });
  const lost = new AbortController();
  client.on('error', (error) => lost.abort(error));
  client.on('end', () => lost.abort(new Error('The database connection ended.')));
  await client.connect();
  // Rows and checkpoint are lost or kept together; what a crash takes is read from the log again. No wait for the disk.
  await client.query('set synchronous_commit = off');
  return {
    client,
    lost: lost.signal,
    async close() {
      const ended = client.end().catch(() => undefined);
      const stream = (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream;
      const patience = setTimeout(() => stream.destroy(), 200);
      await ended;
      clearTimeout(patience);
    },
  };
}
