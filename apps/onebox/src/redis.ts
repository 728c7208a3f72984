import { join } from 'node:path';
import { ensureRedisInstalled, freePort, redisLaunch, redisReady, redisUrl } from '#foundation/backends';
import { type Service } from './supervisor.js';

/** Redis of this machine's own, installed when the machine has none. */
export async function redisService(
  dataDir: string,
  password: string,
  say: (line: string) => void,
): Promise<{ service: Service; url: string }> {
  ensureRedisInstalled(say);
  const server = { dataDir: join(dataDir, 'redis'), port: await freePort(), password };
  const service: Service = {
    name: 'redis',
    launch: () => redisLaunch(server),
    ready: (signal) => redisReady(redisUrl(server), Infinity, signal),
    stopWithinMs: 5_000,
  };
  return { service, url: redisUrl(server) };
}
