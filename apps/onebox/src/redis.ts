import { join } from 'node:path';
import { ensureRedisInstalled, redisLaunch, redisReady, redisUrl } from '#foundation/backends';
import { type ServerHere, type Service } from './supervisor.js';

/** Redis of this machine's own, installed when the machine has none. */
export function redisService(dataDir: string, port: number, password: string, say: (line: string) => void): ServerHere {
  ensureRedisInstalled(say);
  const server = { dataDir: join(dataDir, 'redis'), port, password };
  const service: Service = {
    name: 'redis',
    launch: () => redisLaunch(server),
    ready: (signal) => redisReady(redisUrl(server), Infinity, signal),
    stopWithinMs: 5_000,
  };
  return { service, url: redisUrl(server) };
}
