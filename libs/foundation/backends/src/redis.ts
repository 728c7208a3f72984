import { mkdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { ensureInstalled } from './installed.js';
import { type Launch } from './launch.js';

export interface RedisServer {
  dataDir: string;
  port: number;
  password: string;
}

/** Makes sure that `redis-server` can be started. @throws Error with one line that says what to do otherwise */
export function ensureRedisInstalled(say: (line: string) => void): void {
  const advice = 'Redis is missing: install the package redis-server, or set REDIS_URL to a running Redis';
  ensureInstalled({ program: 'redis-server', debianPackage: 'redis-server', advice }, say);
}

/** Nothing in Redis is a truth of its own, so nothing of it is written to disk. */
export function redisLaunch(server: RedisServer): Launch {
  mkdirSync(server.dataDir, { recursive: true, mode: 0o700 });
  const config = [
    `port ${server.port}`,
    'bind 127.0.0.1',
    `dir ${JSON.stringify(server.dataDir)}`,
    `requirepass ${server.password}`,
    'save ""',
    'appendonly no',
    // BullMQ loses jobs silently under any other policy.
    'maxmemory-policy noeviction',
    '',
  ];
  return { command: 'redis-server', args: ['-'], input: config.join('\n'), stopSignal: 'SIGTERM' };
}

export function redisUrl(server: RedisServer): string {
  return `redis://:${server.password}@127.0.0.1:${server.port}/0`;
}

/** Resolves when the server at `url` answers; gives up after `timeoutMs` with the last refusal. */
export async function redisReady(url: string, timeoutMs: number, signal?: AbortSignal): Promise<void> {
  const giveUpAt = Date.now() + timeoutMs;
  for (;;) {
    const client = new Redis(url, {
      lazyConnect: true,
      retryStrategy: () => null,
      maxRetriesPerRequest: 0,
      disconnectTimeout: 100,
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.ping();
      return;
    } catch (error) {
      signal?.throwIfAborted();
      if (Date.now() > giveUpAt) throw error;
      await sleep(40);
    } finally {
      client.disconnect();
    }
  }
}
