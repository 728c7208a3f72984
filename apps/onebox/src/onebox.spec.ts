import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { identityOf, isRunning, readRunFile } from '#foundation/backends';
import { mayGoFirst, startOnebox, type Onebox } from '#foundation/testing';

const dataDir = mkdtempSync(join(tmpdir(), 'liuhen-onebox-spec-'));
const parts = ['api', 'event-node', 'postgres', 'projector', 'redis', 'worker'];
let onebox: Onebox;

beforeAll(async () => {
  onebox = await startOnebox({ dataDir });
}, 180_000);

afterAll(async () => {
  // Absent when it never got ready, which then is the failure to read.
  await (onebox as Onebox | undefined)?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Tries to start another one-box from the same build and gives what it says. */
function startAnother(env: Record<string, string>, ...args: string[]) {
  const main = join(import.meta.dirname, '../../../dist/apps/onebox/src/main.js');
  const { status, stderr } = spawnSync(process.execPath, ['--no-warnings', main, ...args], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '', ...env },
  });
  return { status, stderr };
}

describe('a one-box', () => {
  test('runs every part and says where, to its owner alone', () => {
    expect(Object.keys(onebox.run.processes).sort()).toEqual(parts);
    expect(onebox.run.operatorToken.length).toBeGreaterThanOrEqual(32);
    for (const file of ['onebox.json', 'secrets.json'])
      expect(statSync(join(dataDir, 'run', file)).mode & 0o077).toBe(0);
  });

  test('lets those go first for whom people wait, where it may', () => {
    const { api, projector, worker } = onebox.pids();
    expect([api, projector, worker].map((pid) => getPriority(pid))).toEqual(mayGoFirst() ? [-10, 0, 10] : [0, 10, 10]);
  });

  test('brings back each part that is killed, at the address it had', async () => {
    const before = onebox.pids();
    for (const part of parts) onebox.kill(part);
    while (parts.some((part) => [before[part], undefined].includes(onebox.pids()[part]))) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await onebox.ready();
    const { eventstoreUrl, databaseUrl, redisUrl } = readRunFile(dataDir)!;
    expect({ eventstoreUrl, databaseUrl, redisUrl }).toEqual({
      eventstoreUrl: onebox.run.eventstoreUrl,
      databaseUrl: onebox.run.databaseUrl,
      redisUrl: onebox.run.redisUrl,
    });
  });

  test('does not share its data with a second one', () => {
    const other = startAnother({ LIUHEN_DATA: dataDir });
    expect(other.stderr).toContain(`another one-box (pid ${onebox.run.pid}) is running on ${dataDir}`);
    expect(other.status).toBe(1);
  });

  test('says that its port is taken', async () => {
    const taken = createServer();
    const port = await new Promise<number>((resolve) => {
      taken.listen(0, '127.0.0.1', () => resolve((taken.address() as { port: number }).port));
    });
    const other = startAnother({ LIUHEN_DATA: join(dataDir, 'other'), PORT: String(port) });
    expect(other.stderr).toContain(`port ${port} of 127.0.0.1 is in use`);
    expect(other.status).toBe(1);
    taken.close();
  });

  test('with demo accounts is for this machine alone', () => {
    const other = startAnother({ LIUHEN_DATA: join(dataDir, 'other'), HOST: '0.0.0.0' }, '--demo');
    expect(other.stderr).toContain('it does not listen on 0.0.0.0');
    expect(other.status).toBe(1);
  });

  test('that was killed is followed by one that ends what it left and serves the same data', async () => {
    const left = parts.map((part) => identityOf(onebox.pids()[part]!)!);
    const { operatorToken } = onebox.run;
    onebox.kill('onebox');
    await onebox.stop();
    onebox = await startOnebox({ dataDir });
    expect(left.filter(isRunning)).toEqual([]);
    expect(onebox.run.operatorToken).toBe(operatorToken);
    expect(Object.keys(onebox.pids()).sort()).toEqual([
      'api',
      'event-node',
      'onebox',
      'postgres',
      'projector',
      'redis',
      'worker',
    ]);
  }, 180_000);

  test('that is asked to end leaves no process behind', async () => {
    const all = Object.values(onebox.pids()).map((pid) => identityOf(pid)!);
    await onebox.stop();
    expect(all.filter(isRunning)).toEqual([]);
    expect(readRunFile(dataDir)).toBeUndefined();
  });
});
