import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createCluster,
  endProcess,
  ensureDatabase,
  freePort,
  identityOf,
  isPortFree,
  isRunning,
  postgresLaunch,
  postgresReady,
  postgresUrl,
  readRunFile,
  runSql,
  spawnLaunch,
  writeRunFile,
} from './index.js';
import { runAs, serverOwner } from './privileges.js';

// As `mktemp -d` makes it: closed to every account but ours, so to the one PostgreSQL runs as when we are root.
const closed = mkdtempSync(join(tmpdir(), 'liuhen-backends-'));
afterAll(() => rmSync(closed, { recursive: true, force: true }));

describe('a process that is started', () => {
  test.each([
    [{ standing: 'last' as const }, 10],
    [{}, 0],
  ])('with %j stands %i behind the one that starts it', async (place, nice) => {
    const child = spawnLaunch({ command: 'sleep', args: ['60'], stopSignal: 'SIGTERM', ...place }, 'ignore');
    try {
      expect(getPriority(child.pid) - getPriority()).toBe(nice);
    } finally {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
  });
});

describe('PostgreSQL from npm', () => {
  const dataDir = join(closed, 'deeper', 'postgres');
  const password = 'p@ss/word';
  const start = async () => {
    const server = { dataDir, port: await freePort(), password };
    const child = spawnLaunch(postgresLaunch(server, { durable: false }), 'ignore');
    await postgresReady(postgresUrl(server, 'postgres'), 20_000);
    return { server, child, pid: child.pid! };
  };

  test('grows past a cluster that was left half-made, inside a folder that is closed to others', async () => {
    mkdirSync(`${dataDir}.new`, { recursive: true });
    writeFileSync(join(`${dataDir}.new`, 'PG_VERSION'), '18\n');
    await createCluster(dataDir, password, { sync: false });
    expect(existsSync(`${dataDir}.new`)).toBe(false);
    expect(existsSync(`${dataDir}.password`)).toBe(false);
    const { server, child } = await start();
    await ensureDatabase(server, 'liuhen');
    await ensureDatabase(server, 'liuhen');
    await runSql(postgresUrl(server, 'liuhen'), 'CREATE TABLE kept (id int)');
    await expect(runSql(postgresUrl({ ...server, password: 'wrong' }, 'liuhen'), 'SELECT 1')).rejects.toMatchObject({
      code: '28P01',
    });
    const gone = once(child, 'exit');
    child.kill('SIGINT');
    await gone;
  });

  test('starts after it was killed, though its pid has a new bearer', async () => {
    const first = await start();
    const gone = once(first.child, 'exit');
    first.child.kill('SIGKILL');
    await gone;
    const pidFile = join(dataDir, 'postmaster.pid');
    const [, ...rest] = readFileSync(pidFile, 'utf8').split('\n');
    writeFileSync(pidFile, [process.pid, ...rest].join('\n'));
    const second = await start();
    await runSql(postgresUrl(second.server, 'liuhen'), 'SELECT * FROM kept');
    await endProcess(identityOf(second.pid)!, 'SIGINT', 5_000);
  });
});

describe('the account of the servers', () => {
  test('may run and read what lies in a folder closed to it', async () => {
    const program = join(closed, 'companion');
    writeFileSync(program, '#!/bin/sh\nexit 0\n', { mode: 0o755 });
    const check = { command: 'sh', args: ['-c', `test -x ${program} && ${program}`], stopSignal: 'SIGTERM' as const };
    const child = spawnLaunch(runAs(check, serverOwner(), [program]), 'ignore');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});

describe('a process told apart from a later bearer of its pid', () => {
  test('by its start', () => {
    const self = identityOf(process.pid)!;
    expect(isRunning(self)).toBe(true);
    expect(isRunning({ ...self, startedAt: `${self.startedAt}0` })).toBe(false);
  });

  test('ends in the end, even when it does not listen', async () => {
    const deaf = {
      command: 'sh',
      args: ['-c', 'trap "" TERM; echo; while :; do sleep 0.05; done'],
      stopSignal: 'SIGTERM' as const,
    };
    const child = spawnLaunch(deaf, ['ignore', 'pipe', 'ignore']);
    await once(child.stdout!, 'data');
    const identity = identityOf(child.pid!)!;
    await endProcess(identity, 'SIGTERM', 100);
    expect(isRunning(identity)).toBe(false);
  });
});

describe('ports', () => {
  test('a port that is listened on is not free', async () => {
    const port = await freePort();
    expect(await isPortFree(port)).toBe(true);
    const server = createServer().listen(port, '127.0.0.1');
    await once(server, 'listening');
    expect(await isPortFree(port)).toBe(false);
    server.close();
  });

  test('a port is given once, and can still be listened on', async () => {
    const port = await freePort();
    const again = { from: port, below: port + 1 };
    await expect(freePort(again)).rejects.toThrow(`no free TCP port from ${port} to ${port} on 127.0.0.1`);
    expect(await isPortFree(port)).toBe(true);
  });

  test('a port that is spoken for is not given', async () => {
    const port = 19_999;
    await expect(freePort({ from: port, below: port + 1, not: port })).rejects.toThrow('no free TCP port');
  });
});

describe('the run file', () => {
  test('comes back as it was written, and is absent before', () => {
    const dataDir = join(closed, 'data');
    mkdirSync(join(dataDir, 'run'), { recursive: true });
    expect(readRunFile(dataDir)).toBeUndefined();
    const run = {
      pid: 1,
      port: 3000,
      baseUrl: 'http://127.0.0.1:3000',
      eventstoreUrl: 'esdb://127.0.0.1:2113?tls=false',
      databaseUrl: 'postgres://127.0.0.1/liuhen',
      redisUrl: 'redis://127.0.0.1:6379/0',
      operatorToken: 'token',
      processes: { api: 2 },
      processStarts: { api: 'then' },
      ready: true,
    };
    writeRunFile(dataDir, run);
    expect(readRunFile(dataDir)).toEqual(run);
  });
});
