import { join } from 'node:path';
import { createCluster, ensureDatabase, postgresLaunch, postgresReady, postgresUrl } from '#foundation/backends';
import { type ServerHere, type Service } from './supervisor.js';

const database = 'liuhen';

/** PostgreSQL of this machine's own, made at the first start. */
export async function postgresService(dataDir: string, port: number, password: string): Promise<ServerHere> {
  const server = { dataDir: join(dataDir, 'postgres'), port, password };
  await createCluster(server.dataDir, password, { sync: true });
  const service: Service = {
    name: 'postgres',
    launch: () => postgresLaunch(server, { durable: true }),
    ready: async (signal) => {
      await postgresReady(postgresUrl(server, 'postgres'), Infinity, signal);
      await ensureDatabase(server, database);
    },
    stopWithinMs: 15_000,
  };
  return { service, url: postgresUrl(server, database) };
}
