import { EventStoreDBClient, jsonEvent, NO_STREAM } from '@eventstore/db-client';
import { Redis } from 'ioredis';
import pg from 'pg';
import { startBackends } from './index.js';

describe('servers for tests', () => {
  test('each call has a database of its own, which is gone afterwards', async () => {
    const [first, second] = await Promise.all([startBackends({ postgres: true }), startBackends({ postgres: true })]);
    const client = new pg.Client({ connectionString: first.databaseUrl });
    client.on('error', () => undefined);
    await client.connect();
    await client.query('CREATE TABLE village (name text)');
    const other = new pg.Client({ connectionString: second.databaseUrl });
    await other.connect();
    await expect(other.query('SELECT * FROM village')).rejects.toMatchObject({ code: '42P01' });
    await other.end();
    await first.stop();
    await second.stop();
    await expect(new pg.Client({ connectionString: first.databaseUrl }).connect()).rejects.toMatchObject({
      code: '3D000',
    });
  });

  test('text sorts by code point and knows Chinese characters as letters', async () => {
    const backends = await startBackends({ postgres: true });
    const client = new pg.Client({ connectionString: backends.databaseUrl });
    await client.connect();
    const { rows } = await client.query(
      "SELECT '村' ~ '^[[:alpha:]]$' AS letter, 'a' > 'B' AS by_code_point, upper('é') AS upper",
    );
    expect(rows).toEqual([{ letter: true, by_code_point: true, upper: 'É' }]);
    await client.end();
    await backends.stop();
  });

  test('a Redis of its own, closed to those without its password', async () => {
    const backends = await startBackends({ redis: true });
    const redis = new Redis(backends.redisUrl);
    expect(await redis.set('k', 'v')).toBe('OK');
    redis.disconnect();
    const address = new URL(backends.redisUrl);
    address.password = 'guessed';
    const stranger = new Redis(address.href, { lazyConnect: true, retryStrategy: () => null, disconnectTimeout: 100 });
    stranger.on('error', () => undefined);
    await expect(stranger.connect().then(() => stranger.get('k'))).rejects.toThrow(/WRONGPASS|NOAUTH|closed/);
    stranger.disconnect();
    await backends.stop();
  });

  test('an event node of its own, empty', async () => {
    const backends = await startBackends({ eventNode: true });
    const client = EventStoreDBClient.connectionString(backends.eventstoreUrl);
    const event = jsonEvent({ type: 'ClueRegistered', data: {} });
    const { nextExpectedRevision } = await client.appendToStream('demolition-1', event, {
      expectedRevision: NO_STREAM,
    });
    expect(nextExpectedRevision).toBe(0n);
    await client.dispose();
    await backends.stop();
  });

  test('what was not asked for is refused by name', async () => {
    const backends = await startBackends({});
    expect(() => backends.databaseUrl).toThrow('not asked for postgres');
    await backends.stop();
  });
});
