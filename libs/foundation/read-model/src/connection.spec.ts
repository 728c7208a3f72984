import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type Backends, startBackends } from '#foundation/testing';
import { type DedicatedConnection, dedicatedConnection } from './connection.js';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

describe('a connection of its own', () => {
  let backends: Backends;
  let connection: DedicatedConnection;

  beforeAll(async () => {
    backends = await startBackends({ postgres: true });
  });
  beforeEach(async () => {
    connection = await dedicatedConnection(backends.databaseUrl, 'test');
  });
  afterEach(() => connection.close());
  afterAll(() => backends.stop());

  test('keeps nothing of what was answered, however long it lives', async () => {
    const results: WeakRef<object>[] = [];
    const { client } = connection;
    const query = client.query.bind(client) as (text: string) => Promise<object>;
    client.query = ((text: string) =>
      query(text).then((result) => {
        results.push(new WeakRef(result));
        return result;
      })) as typeof client.query;
    for (let batch = 0; batch < 100; batch++) {
      await connection.sendTogether(['begin', 'select 1', 'commit']);
      await connection.answered(client.query('select 2'));
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
    collectGarbage();
    expect(results).toHaveLength(400);
    // The last ones may still be at hand.
    expect(results.filter((each) => each.deref() !== undefined).length).toBeLessThan(10);
  });

  test('answers with the first failure, and those who wait with the reason when it ends', async () => {
    await expect(connection.sendTogether(['select 1', 'select 1/0', 'select nothing'])).rejects.toThrow(
      'division by zero',
    );
    const waiting = connection.answered(connection.client.query('select pg_sleep(60)'));
    const ended = expect(waiting).rejects.toThrow(/[Cc]onnection/);
    await connection.close();
    await ended;
    await expect(connection.answered(new Promise(() => undefined))).rejects.toThrow(/[Cc]onnection/);
    await expect(connection.sendTogether(['select 1'])).rejects.toThrow(/[Cc]onnection/);
  });
});
