import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureRedisInstalled, freePort, redisLaunch, redisReady, redisUrl } from '#foundation/backends';
import { keep, release } from './keeper.js';
import { freshDatabase } from './postgres.js';

export interface BackendsWanted {
  postgres?: boolean;
  redis?: boolean;
  eventNode?: boolean;
}

export interface Backends {
  /** `postgres://…` of a database of its own, empty. Throws when PostgreSQL was not asked for. */
  readonly databaseUrl: string;
  /** `redis://…` of a server of its own, empty. Throws when Redis was not asked for. */
  readonly redisUrl: string;
  /** `esdb://…` of an event node of its own, empty. Throws when the event node was not asked for. */
  readonly eventstoreUrl: string;
  /** Ends what was started; open connections are cut. */
  stop(): Promise<void>;
}

/**
 * Real servers for one test file: call it in `beforeAll` and `stop()` in `afterAll`. What a test does not stop ends
 * with the test process.
 */
export async function startBackends(wanted: BackendsWanted): Promise<Backends> {
  const [postgres, redis, eventNode] = await Promise.all([
    wanted.postgres ? freshDatabase() : undefined,
    wanted.redis ? startRedis() : undefined,
    wanted.eventNode ? startEventNodeHere() : undefined,
  ]);
  const asked = <T>(part: T | undefined, name: string): T => {
    if (part === undefined) throw new Error(`startBackends was not asked for ${name}`);
    return part;
  };
  return {
    get databaseUrl() {
      return asked(postgres, 'postgres').url;
    },
    get redisUrl() {
      return asked(redis, 'redis').url;
    },
    get eventstoreUrl() {
      return asked(eventNode, 'eventNode').url;
    },
    async stop() {
      await Promise.all([postgres?.drop(), redis?.stop(), eventNode?.stop()]);
    },
  };
}

async function startRedis(): Promise<{ url: string; stop(): Promise<void> }> {
  ensureRedisInstalled(() => undefined);
  const dataDir = mkdtempSync(join(tmpdir(), 'liuhen-test-redis-'));
  const server = { dataDir, port: await freePort(), password: randomBytes(16).toString('hex') };
  const { keeper } = await keep(redisLaunch(server), dataDir);
  await redisReady(redisUrl(server), 10_000);
  return { url: redisUrl(server), stop: () => release(keeper) };
}

/** In this very process: it is the same server, and a test that needs to kill it starts a one-box. */
async function startEventNodeHere(): Promise<{ url: string; stop(): Promise<void> }> {
  // Not loaded for tests that do without: it brings gRPC with it.
  const { startEventNode } = await import('#foundation/event-node');
  const folder = mkdtempSync(join(tmpdir(), 'liuhen-test-events-'));
  const node = await startEventNode({ file: join(folder, 'log.sqlite') });
  return {
    url: node.url,
    async stop() {
      await node.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
