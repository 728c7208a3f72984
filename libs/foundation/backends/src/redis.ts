import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { type Launch } from './launch.js';

export interface RedisServer {
  dataDir: string;
  port: number;
  password: string;
}

function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
}

/**
 * Makes sure that `redis-server` can be started: on the path, else installed by apt when we may (root, or sudo without
 * a password). Throws one line that says what to do otherwise.
 */
export function ensureRedisInstalled(say: (line: string) => void): void {
  if (isInstalled('redis-server')) return;
  const advice = 'Redis is missing: install the package redis-server, or set REDIS_URL to a running Redis';
  if (!isInstalled('apt-get')) throw new Error(advice);
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  if (sudo.length > 0 && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status !== 0) throw new Error(advice);
  say('Redis is missing: installing redis-server with apt');
  const apt = (...args: string[]) => {
    const line = [
      ...sudo,
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      '-q',
      '-y',
      '-o',
      'DPkg::Lock::Timeout=120',
      ...args,
    ];
    return spawnSync(line[0]!, line.slice(1), { stdio: 'pipe', encoding: 'utf8' });
  };
  const install = () => apt('install', '--no-install-recommends', 'redis-server');
  // Package lists are absent or stale on many plain machines; refreshing them is slow, so only when it is needed.
  let installed = install();
  if (installed.status !== 0) {
    apt('update');
    installed = install();
  }
  if (!isInstalled('redis-server')) throw new Error(`${advice}\n${installed.stderr}`);
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
