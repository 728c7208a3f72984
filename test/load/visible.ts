import { setTimeout as delay } from 'node:timers/promises';
import { type HttpClient } from './client.js';
import { CaseWorker, livesOverHttp } from './commands-load.js';
import { percentile, rounded, say } from './numbers.js';

const perSecond = 200;
const warmUpMs = 3_000;
const measuredMs = 15_000;
/** Cases worked on in turn. When the steps of all are still under way the machine is too slow: `perSecond` tells. */
const cases = 300;

export interface VisibleFigures {
  readonly p50_ms: number;
  readonly p99_ms: number;
  readonly perSecond: number;
}

/**
 * From the answer to a command until a query shows it, at 200 commands a second sent by the clock: a slow answer does
 * not slow the next command down.
 */
export async function measureVisible(http: HttpClient, sessions: ReadonlyMap<string, string>): Promise<VisibleFigures> {
  const lives = livesOverHttp(2);
  const idle = Array.from({ length: cases }, () => new CaseWorker(http, sessions, lives));
  const samples: number[] = [];
  const underway = new Set<Promise<void>>();
  let failure: unknown;
  const began = performance.now();
  let due = 0;
  let sent = 0;
  for (;;) {
    const elapsed = performance.now() - began;
    if (elapsed > warmUpMs + measuredMs || failure !== undefined) break;
    for (const until = Math.floor((elapsed / 1_000) * perSecond); due < until; due++) {
      const worker = idle.shift();
      if (!worker) continue;
      sent += 1;
      const one = once(http, worker)
        .then((ms) => {
          if (elapsed > warmUpMs) samples.push(ms);
          idle.push(worker);
        })
        .catch((error: unknown) => void (failure = error))
        .finally(() => underway.delete(one));
      underway.add(one);
    }
    await delay(1);
  }
  await Promise.all(underway);
  if (failure !== undefined) throw failure;
  const sentPerSecond = sent / ((performance.now() - began) / 1_000);
  say(
    `visible: ${samples.length} samples at ${sentPerSecond.toFixed(0)}/s, p90 ${percentile(samples, 0.9).toFixed(1)} ms`,
  );
  return {
    p50_ms: rounded(percentile(samples, 0.5), 1),
    p99_ms: rounded(percentile(samples, 0.99), 1),
    perSecond: rounded(sentPerSecond, 0),
  };
}

async function once(http: HttpClient, worker: CaseWorker): Promise<number> {
  const { caseId, position, revision, token } = await worker.step();
  const answered = performance.now();
  const path = `/api/v1/cases/${caseId}?atLeast=${position}`;
  for (;;) {
    const { status, body } = await http.call<{ revision: number }>('GET', path, { token });
    // Not yet projected: a page asks again, and the person still waits.
    if (status === 503) continue;
    if (status !== 200 || body.revision < revision)
      throw new Error(`${path} was answered ${status}: ${JSON.stringify(body)}`);
    break;
  }
  return performance.now() - answered;
}
