import { Redis } from 'ioredis';
import { Pool } from 'pg';
import { EventLog } from '#foundation/event-log';
import { type Logger } from '#foundation/http';
import { ReadSide } from '#foundation/read-model';
import { type ApiConfig } from './config.js';

/** The servers that the api stands on. */
export class Backends {
  readonly log: EventLog;
  readonly readSide: ReadSide;
  /** Connections of their own for the vault: a busy read side must not keep people from signing in. */
  readonly vaultPool: Pool;
  readonly redis: Redis;

  constructor(config: ApiConfig, logger: Logger) {
    this.log = new EventLog(config.eventstoreUrl);
    this.readSide = new ReadSide(config.databaseUrl);
    this.vaultPool = new Pool({
      connectionString: config.databaseUrl,
      application_name: 'liuhen vault',
      max: 4,
      connectionTimeoutMillis: 5_000,
    });
    this.vaultPool.on('error', (error) => logger.warn({ error: error.message }, 'a vault connection was lost'));
    this.redis = new Redis(config.redisUrl, { maxRetriesPerRequest: 1, connectTimeout: 5_000 });
    let reachable = true;
    this.redis.on('ready', () => (reachable = true));
    // Said once an outage, not at every attempt to reconnect.
    this.redis.on('error', (error: Error) => {
      if (reachable) logger.warn({ error: error.message }, 'redis cannot be reached');
      reachable = false;
    });
  }

  async close(): Promise<void> {
    this.redis.disconnect();
    await Promise.allSettled([this.readSide.close(), this.vaultPool.end(), this.log.close()]);
  }
}
