import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Launch } from '#foundation/backends';
import { type Service } from './supervisor.js';

const dist = join(import.meta.dirname, '../../..');

/** A program of this house: `folder` is its place in the source tree. */
export function nodeLaunch(
  folder: string,
  args: string[],
  env: Record<string, string>,
  engine: readonly string[] = [],
): Launch {
  const flags = ['--enable-source-maps', '--disable-warning=ExperimentalWarning', ...engine];
  return {
    command: process.execPath,
    args: [...flags, join(dist, folder, 'src/main.js'), ...args],
    env,
    stopSignal: 'SIGTERM',
  };
}

/**
 * Where all programs share two processors, threads that clear the young part of a heap together wait for each other's
 * turn: one alone costs less.
 */
const alone: readonly string[] = availableParallelism() <= 2 ? ['--no-parallel-scavenge'] : [];

/**
 * The projector turns over much memory and keeps little: a small heap makes it give back what it no longer needs, and
 * few arenas keep the C library from holding on to it thread by thread.
 */
const sparing: Readonly<Record<string, { engine: readonly string[]; env: Record<string, string> }>> = {
  api: { engine: alone, env: {} },
  projector: {
    engine: ['--max-semi-space-size=16', '--max-old-space-size=200', ...alone],
    env: { MALLOC_ARENA_MAX: '2' },
  },
};

/** People wait for the API, and nobody for what the worker does. The projector knows itself when it is waited for. */
const standings: Readonly<Record<string, Pick<Launch, 'standing'>>> = {
  api: { standing: 'first' },
  worker: { standing: 'last' },
};

/** How one of the apps is started: measurements start it in the very same way. */
export const appLaunch = (name: string, env: Record<string, string>): Launch => ({
  ...standings[name],
  ...nodeLaunch(`apps/${name}`, [], { ...sparing[name]?.env, ...env }, sparing[name]?.engine),
});

/** The three apps; all of them are told the same. `say` gets what is meant for the person at the machine. */
export function appServices(env: Record<string, string>, baseUrl: string, say: (line: string) => void): Service[] {
  const app = (name: string, ready: Service['ready']): Service => ({
    name,
    launch: () => appLaunch(name, env),
    ready,
    onNotice: (notice) => say(worded(notice)),
    stopWithinMs: 10_000,
  });
  return [app('api', (signal) => answersAsReady(baseUrl, signal)), app('projector', 'line'), app('worker', 'line')];
}

async function answersAsReady(baseUrl: string, signal: AbortSignal): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    try {
      const answer = await fetch(`${baseUrl}/health/ready`, { signal });
      await answer.arrayBuffer();
      if (answer.ok) return;
    } catch {
      // Not listening yet.
    }
    await sleep(50, undefined, { signal });
  }
}

function worded(notice: Record<string, unknown>): string {
  switch (notice.notice) {
    case 'first-administrator':
      return `First administrator, shown this once 首位管理员，仅显示一次: ${String(notice.username)} / ${String(notice.password)}`;
    case 'demo-accounts': {
      const accounts = (notice.accounts as { username: string; post: string }[]).map(
        ({ username, post }) => `${username} ${post}`,
      );
      return `Demo accounts, password 演示账号，密码 ${String(notice.password)}: ${accounts.join(', ')}`;
    }
    default:
      return JSON.stringify(notice);
  }
}
