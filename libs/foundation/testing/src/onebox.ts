import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, identityOf, isRunning, readRunFile, type RunFile } from '#foundation/backends';
import { keep, release } from './keeper.js';

export interface OneboxWanted {
  /** Added to the environment of the one-box. */
  env?: Record<string, string>;
  /** As `npm run demo`. */
  demo?: boolean;
  /** A folder to run on, which is then kept afterwards; absent, an empty one that goes with the one-box. */
  dataDir?: string;
}

export interface Onebox {
  readonly baseUrl: string;
  readonly dataDir: string;
  /** As it was when everything was ready; `pids()` for the present. */
  readonly run: RunFile;
  /** Process name → pid at this moment: event-node, postgres, redis, api, projector, worker; `onebox` itself too. */
  pids(): Record<string, number>;
  /** Sends a signal (SIGKILL unless told) to the process of this name as it runs now; does not wait for its successor. */
  kill(name: string, signal?: NodeJS.Signals): void;
  /** Resolves when every process runs and the API says that it is ready. */
  ready(): Promise<void>;
  /** A request in the operator's name, as the `liuhen` command makes it. `path` begins with a slash. */
  operatorFetch(path: string, init?: RequestInit): Promise<Response>;
  /** Asks the one-box to end and waits until it has. */
  stop(): Promise<void>;
}

const readyWithinMs = 150_000;

/** A whole Liuhen of its own for one test file, built from the present source and started as a township starts it. */
export async function startOnebox(wanted: OneboxWanted = {}): Promise<Onebox> {
  const root = repositoryRoot();
  build(root);
  const dataDir = wanted.dataDir ?? mkdtempSync(join(tmpdir(), 'liuhen-test-onebox-'));
  const port = await freePort();
  const output = join(dataDir, 'onebox.out');
  const main = join(root, 'dist/apps/onebox/src/main.js');
  const options = ['--enable-source-maps', '--disable-warning=ExperimentalWarning'];
  const launch = {
    command: process.execPath,
    args: [...options, main, ...(wanted.demo ? ['--demo'] : [])],
    // Jest's own Node options are none of the product's business.
    env: { NODE_OPTIONS: '', LIUHEN_DATA: dataDir, PORT: String(port), ...wanted.env },
    stopSignal: 'SIGTERM' as const,
  };
  const { keeper, pid } = await keep(launch, wanted.dataDir === undefined ? dataDir : '', output);
  const current = () => {
    const run = readRunFile(dataDir);
    return run?.pid === pid ? run : undefined;
  };
  const identity = identityOf(pid);
  const failure = async (what: string) => {
    const printed = existsSync(output) ? readFileSync(output, 'utf8') : '';
    await release(keeper);
    return new Error(`the one-box ${what}:\n${printed}`);
  };
  const giveUpAt = Date.now() + readyWithinMs;
  while (!current()?.ready) {
    if (identity === undefined || !isRunning(identity)) throw await failure('ended instead of getting ready');
    if (Date.now() > giveUpAt) throw await failure('was not ready in time');
    await sleep(50);
  }
  const run = current()!;
  const names = Object.keys(run.processes);
  const pids = () => ({ onebox: pid, ...current()?.processes });
  return {
    baseUrl: run.baseUrl,
    dataDir,
    run,
    pids,
    kill(name, signal = 'SIGKILL') {
      const target = (pids() as Record<string, number>)[name];
      if (target === undefined) throw new Error(`no process named ${name} is running`);
      process.kill(target, signal);
    },
    async ready() {
      const answers = () =>
        fetch(`${run.baseUrl}/health/ready`).then(
          (answer) => answer.ok,
          () => false,
        );
      const until = Date.now() + readyWithinMs;
      while (!(names.every((name) => name in pids()) && (await answers()))) {
        if (Date.now() > until) throw new Error(`the one-box did not recover: see ${dataDir}/logs`);
        await sleep(50);
      }
    },
    operatorFetch(path, init = {}) {
      const headers = new Headers(init.headers);
      headers.set('authorization', `Bearer ${run.operatorToken}`);
      return fetch(`${run.baseUrl}${path}`, { ...init, headers });
    },
    stop: () => release(keeper),
  };
}

/** Found by walking up, because this file runs from its source and from `dist` alike. */
function repositoryRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'nest-cli.json'))) folder = dirname(folder);
  return folder;
}

function build(root: string): void {
  const built = spawnSync(process.execPath, [join(root, 'tools/build.mjs')], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  if (built.status !== 0) throw new Error(`the build failed:\n${built.stderr}`);
}
