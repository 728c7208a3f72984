import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, redisLaunch, redisReady, redisUrl, spawnLaunch, type RedisServer } from '#foundation/backends';
import {
  createQueue,
  createWorker,
  HopelessJob,
  JobsUnavailable,
  type JobQueue,
  type JobWorker,
  type RunningJob,
} from './index.js';

const dataDir = mkdtempSync(join(tmpdir(), 'liuhen-jobs-'));
let server: RedisServer;
let redis: ChildProcess;
let queue: JobQueue<'imports'>;
let worker: JobWorker | undefined;

const url = () => redisUrl(server);
const done = { rows: 3, accepted: 2, refused: 1 };

async function startRedis() {
  redis = spawnLaunch(redisLaunch(server), ['pipe', 'ignore', 'ignore']);
  await redisReady(url(), 10_000);
}

async function killRedis() {
  const gone = once(redis, 'exit');
  redis.kill('SIGKILL');
  await gone;
}

function work(run: (job: RunningJob<'imports'>) => Promise<typeof done>): JobWorker {
  return (worker = createWorker('imports', url(), run));
}

async function reaches(id: string, state: string) {
  for (;;) {
    const view = await queue.view(id).catch(() => undefined);
    if (view?.state === state) return view;
    await sleep(20);
  }
}

beforeEach(async () => {
  server = { dataDir, port: await freePort(), password: 'for-this-test' };
  await startRedis();
  queue = createQueue('imports', url());
});

afterEach(async () => {
  if (redis.exitCode === null && redis.signalCode === null) {
    await worker?.close();
    await queue.close();
    await killRedis();
  }
  worker = undefined;
});

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

describe('a job queue', () => {
  test('runs a job, tells how far it is, and keeps its answer', async () => {
    let finish = () => {};
    const held = new Promise<void>((resolve) => (finish = resolve));
    work(async (job) => {
      job.progress({ rowsDone: 1, rowsTotal: 3 });
      await held;
      return done;
    });
    await queue.add('2021:1', { importId: '2021:1', dryRun: false });
    const running = await reaches('2021:1', 'running');
    expect(running.result).toBeUndefined();
    for (let view = running; view.progress === undefined; view = (await queue.view('2021:1'))!) await sleep(10);
    expect((await queue.view('2021:1'))?.progress).toEqual({ rowsDone: 1, rowsTotal: 3 });
    finish();
    expect((await reaches('2021:1', 'done')).result).toEqual(done);
  });

  test('takes two requests for the same work as one job', async () => {
    const started: string[] = [];
    work(async ({ data }) => {
      started.push(data.importId);
      return done;
    });
    await Promise.all([1, 2, 3].map(() => queue.add('same', { importId: 'same', dryRun: false })));
    await reaches('same', 'done');
    await queue.add('same', { importId: 'same', dryRun: false });
    await queue.add('other', { importId: 'other', dryRun: false });
    await reaches('other', 'done');
    expect(started).toEqual(['same', 'other']);
    expect(await queue.view('unheard of')).toBeUndefined();
  });

  test('tries again after an error, gives up a hopeless job, and takes that up when asked anew', async () => {
    const attempts: string[] = [];
    let fileIsReadable = false;
    work(async ({ data }) => {
      attempts.push(data.importId);
      if (data.importId === 'shaky' && attempts.filter((id) => id === 'shaky').length < 2)
        throw new Error('PostgreSQL is away');
      if (data.importId === 'unreadable' && !fileIsReadable) throw new HopelessJob('no such file');
      return done;
    });
    await queue.add('shaky', { importId: 'shaky', dryRun: false });
    await reaches('shaky', 'done');
    await queue.add('unreadable', { importId: 'unreadable', dryRun: false });
    expect((await reaches('unreadable', 'failed')).failure).toBe('no such file');
    fileIsReadable = true;
    await queue.add('unreadable', { importId: 'unreadable', dryRun: false });
    await reaches('unreadable', 'done');
    expect(attempts).toEqual(['shaky', 'shaky', 'unreadable', 'unreadable']);
  });

  test('a worker that is closed hands its job on to the next', async () => {
    let started = () => {};
    const begun = new Promise<void>((resolve) => (started = resolve));
    const first = work(
      ({ signal }) =>
        new Promise((_, reject) => {
          started();
          signal.addEventListener('abort', () => reject(signal.reason as Error));
        }),
    );
    await queue.add('long', { importId: 'long', dryRun: false });
    await begun;
    await first.close();
    work(async () => done);
    expect((await reaches('long', 'done')).result).toEqual(done);
  });

  test('a worker that is killed loses its job to the next', async () => {
    const program = `
      const { Worker } = require('bullmq');
      new Worker('imports', () => { console.log('begun'); return new Promise(() => {}); },
        { connection: { url: process.argv[1], maxRetriesPerRequest: null }, lockDuration: 1000, stalledInterval: 500 });`;
    const victim = spawn(process.execPath, ['-e', program, url()], { stdio: ['ignore', 'pipe', 'inherit'] });
    await queue.add('orphan', { importId: 'orphan', dryRun: false });
    await once(victim.stdout, 'data');
    victim.kill('SIGKILL');
    work(async () => done);
    expect((await reaches('orphan', 'done')).result).toEqual(done);
  });

  test('refuses at once while Redis is away', async () => {
    await queue.view('warm');
    await killRedis();
    await expect(queue.add('late', { importId: 'late', dryRun: false })).rejects.toBeInstanceOf(JobsUnavailable);
    await startRedis();
    for (;;) {
      if (
        await queue.add('late', { importId: 'late', dryRun: false }).then(
          () => true,
          () => false,
        )
      )
        break;
      await sleep(20);
    }
    work(async () => done);
    await reaches('late', 'done');
  });

  test('puts back what is owed when Redis comes back empty, in the middle of a job', async () => {
    const owed = new Set(['a', 'b', 'c']);
    let killed = false;
    const reconciled = createQueue('imports', url(), {
      reconcile: async () => {
        for (const id of owed) await reconciled.add(id, { importId: id, dryRun: false });
      },
    });
    const runs: string[] = [];
    work(async ({ data }) => {
      runs.push(data.importId);
      if (data.importId === 'b' && !killed) {
        killed = true;
        await killRedis();
        await startRedis();
      }
      owed.delete(data.importId);
      return done;
    });
    while (owed.size > 0) await sleep(20);
    expect(runs.slice(0, 2)).toEqual(['a', 'b']);
    expect(new Set(runs)).toEqual(new Set(['a', 'b', 'c']));
    await reconciled.close();
  });
});
