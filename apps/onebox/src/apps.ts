import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Launch } from '#foundation/backends';
import { type Service } from './supervisor.js';

const dist = join(import.meta.dirname, '../../..');

/** A program of this house: `folder` is its place in the source tree. */
export function nodeLaunch(folder: string, args: string[], env: Record<string, string>): Launch {
  return {
    command: process.execPath,
    args: ['--enable-source-maps', '--disable-warning=ExperimentalWarning', join(dist, folder, 'src/main.js'), ...args],
    env,
    stopSignal: 'SIGTERM',
  };
}

/** The three apps; all of them are told the same. */
export function appServices(env: Record<string, string>, baseUrl: string): Service[] {
  const app = (name: string, ready: Service['ready']): Service => ({
    name,
    launch: () => nodeLaunch(`apps/${name}`, [], env),
    ready,
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
