import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  endProcess,
  freePort,
  identityOf,
  isRunning,
  writeRunFile,
  readRunFile,
  spawnLaunch,
} from '#foundation/backends';
import { endLeftovers } from './leftovers.js';
import { Supervised, type Service } from './supervisor.js';

const folder = mkdtempSync(join(tmpdir(), 'liuhen-supervisor-'));
const pids: (number | undefined)[] = [];
const said: string[] = [];
const surroundings = {
  logDir: folder,
  say: (line: string) => said.push(line),
  onPid: (_name: string, pid: number | undefined) => pids.push(pid),
};

/** A program of one line that says it is ready and runs until it is told to end. */
function service(name: string, program: string, more: Partial<Service> = {}): Service {
  return {
    name,
    launch: () => ({
      command: process.execPath,
      args: ['-e', program],
      env: { NODE_OPTIONS: '' },
      stopSignal: 'SIGTERM',
    }),
    ready: 'line',
    stopWithinMs: 500,
    ...more,
  };
}
const patient = 'console.log(JSON.stringify({ ready: true })); setInterval(() => {}, 1e6);';

async function until(condition: () => boolean) {
  while (!condition()) await sleep(10);
}

beforeEach(() => {
  pids.length = 0;
  said.length = 0;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a supervised process', () => {
  test('is started again when it is killed, and not after it was stopped', async () => {
    const supervised = new Supervised(service('patient', patient), surroundings);
    await supervised.start();
    const first = identityOf(pids.at(-1)!)!;
    process.kill(first.pid, 'SIGKILL');
    await until(() => pids.length === 3);
    expect(pids[1]).toBeUndefined();
    expect(pids[2]).not.toBe(first.pid);
    expect(said).toEqual(['patient was ended by SIGKILL; starting it again']);
    const second = identityOf(pids[2]!)!;
    await supervised.stop();
    expect(isRunning(second)).toBe(false);
    expect(pids).toEqual([first.pid, undefined, second.pid, undefined]);
  });

  test('that cannot run is given up, with what it said last and the place to look at', async () => {
    const supervised = new Supervised(
      service('broken', 'console.error("no such table"); process.exit(3)'),
      surroundings,
    );
    await expect(supervised.start()).rejects.toThrow(
      `broken ends as soon as it is started: see ${folder}/broken.log (no such table)`,
    );
    await supervised.stop();
    expect(readFileSync(join(folder, 'broken.log'), 'utf8')).toContain('no such table');
  });

  test('that does not listen to the stop signal is ended all the same', async () => {
    const supervised = new Supervised(service('deaf', `process.on('SIGTERM', () => {}); ${patient}`), surroundings);
    await supervised.start();
    const child = identityOf(pids[0]!)!;
    await supervised.stop();
    expect(isRunning(child)).toBe(false);
  });

  test('keeps its port through a death, so those who know its address find it again', async () => {
    const port = await freePort();
    const program = `require('node:net').createServer((socket) => socket.end()).listen(${port}, '127.0.0.1', () => console.log('{"ready":true}'))`;
    const supervised = new Supervised(service('listener', program), surroundings);
    await supervised.start();
    process.kill(pids[0]!, 'SIGKILL');
    const takesPort = () =>
      new Promise<boolean>((resolve) => {
        const probe = createServer().once('error', () => resolve(true));
        probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(false)));
      });
    await until(() => pids.length === 3);
    while (!(await takesPort())) await sleep(50);
    await supervised.stop();
    expect(await takesPort()).toBe(false);
  });
});

describe('what a process prints', () => {
  test('goes to its log, but for notices, which go to the person at the machine', async () => {
    const notices: unknown[] = [];
    const program = `console.log(JSON.stringify({ level: 30, msg: 'started' }));
      console.log(JSON.stringify({ notice: 'first-administrator', password: 'only-once' }));
      ${patient}`;
    const supervised = new Supervised(
      service('talker', program, { onNotice: (notice) => notices.push(notice) }),
      surroundings,
    );
    await supervised.start();
    await supervised.stop();
    expect(notices).toEqual([{ notice: 'first-administrator', password: 'only-once' }]);
    const log = () => readFileSync(join(folder, 'talker.log'), 'utf8');
    await until(() => log() !== '');
    expect(log()).toContain('started');
    expect(log()).not.toContain('only-once');
  });
});

describe('what a killed one-box left behind', () => {
  test('is ended when it is still the recorded process, and left alone when the pid has a new bearer', async () => {
    const dataDir = mkdtempSync(join(folder, 'data-'));
    mkdirSync(join(dataDir, 'run'));
    const start = () => spawnLaunch(service('x', patient).launch(), 'ignore');
    const [left, stranger] = [start(), start()];
    const recorded = identityOf(left.pid!)!;
    const later = identityOf(stranger.pid!)!;
    writeRunFile(dataDir, {
      pid: 1,
      port: 1,
      baseUrl: '',
      eventstoreUrl: '',
      databaseUrl: '',
      redisUrl: '',
      operatorToken: '',
      processes: { api: recorded.pid, worker: later.pid },
      processStarts: { api: recorded.startedAt, worker: 'another time' },
      ready: true,
    });
    await endLeftovers(dataDir, new Set());
    expect([isRunning(recorded), isRunning(later)]).toEqual([false, true]);
    expect(readRunFile(dataDir)).toBeUndefined();
    await endProcess(later, 'SIGTERM', 1_000);
  });
});
