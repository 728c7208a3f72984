import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort, type Launch } from '#foundation/backends';
import { appLaunch, nodeLaunch } from '../../apps/onebox/src/apps.js';
import { atOnce, HttpClient } from './client.js';
import { fillTables, halfYear } from './million-rows.js';
import { Dice, percentile, rounded, say } from './numbers.js';
import { endProgram, freshDatabase, readyLine, type Servers, startProgram } from './rebuild.js';
import { gridCodes, settle, staffOf, villages } from './township.js';

// Figures and lists at a million cases. The log behind them would hold ten million events and take hours to write, so
// here the rows are put into the read tables directly: a database of its own, its tables made by a projector over an
// empty log, and an api of its own in front of it. The queries are the product's, over HTTP; the rows are not.

export interface MillionFigures {
  readonly figures: { readonly p95_ms: number };
  readonly asof: { readonly ratio: number };
  readonly list: { readonly p50_ms: number; readonly p99_ms: number; readonly perSecond: number };
}

const figureRounds = 60;
const users = 16;
const warmUpMs = 4_000;
const listMs = 15_000;

export async function measureMillion(servers: Servers, rows: number): Promise<MillionFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'liuhen-bench-'));
  const port = await freePort();
  const operatorToken = randomBytes(32).toString('hex');
  const databaseUrl = await freshDatabase(servers.databaseUrl, 'liuhen_million');
  const programs: ReturnType<typeof startProgram>[] = [];
  const start = (launch: Launch): ReturnType<typeof startProgram> => {
    const child = startProgram(launch);
    programs.unshift(child);
    return child;
  };
  const http = new HttpClient(`http://127.0.0.1:${port}`, users);
  try {
    const node = start(
      nodeLaunch('libs/foundation/event-node', ['--file', join(folder, 'log.sqlite'), '--port', '0'], {}),
    );
    const eventstoreUrl = String((await readyLine(node)).url);
    const env = {
      LIUHEN_DATA: folder,
      PORT: String(port),
      EVENTSTORE_URL: eventstoreUrl,
      DATABASE_URL: databaseUrl,
      REDIS_URL: servers.redisUrl,
      LIUHEN_OPERATOR_TOKEN: operatorToken,
      LIUHEN_RATE_LIMIT: 'off',
    };
    const projector = start(appLaunch('projector', env));
    await readyLine(projector);
    await readyLine(start(appLaunch('api', env)));
    const sessions = await settle(http, operatorToken);
    await registerIsSeen(http, operatorToken);
    // It must not meet rows that no event accounts for.
    await endProgram(projector);
    const began = performance.now();
    const lastPosition = await fillTables(databaseUrl, rows);
    say(`${rows} cases and as many facts after ${((performance.now() - began) / 1_000).toFixed(0)} s`);
    return {
      ...(await measureFigures(http, sessions.get('统计-01')!, Math.floor(lastPosition * 0.9))),
      list: await measureList(http, sessions),
    };
  } finally {
    http.close();
    for (const child of programs) await endProgram(child);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function registerIsSeen(http: HttpClient, token: string): Promise<void> {
  const { position } = await http.expect<{ position: number }>('POST', '/api/v1/settings/day-hours', {
    token,
    body: { start: '06:00', end: '22:00' },
  });
  for (;;) {
    const { status } = await http.call('GET', `/api/v1/cases?atLeast=${position}`, { token });
    if (status === 200) return;
    await delay(100);
  }
}

/** All figures of the half-year, now and as of a position at which most of its facts were known, in turns. */
async function measureFigures(
  http: HttpClient,
  token: string,
  oldPosition: number,
): Promise<Omit<MillionFigures, 'list'>> {
  const now: number[] = [];
  const then: number[] = [];
  const timed = async (samples: number[], query: string): Promise<void> => {
    const began = performance.now();
    await http.expect('GET', `/api/v1/figures?period=${halfYear}${query}`, { token });
    samples.push(performance.now() - began);
  };
  for (let round = -5; round < figureRounds; round++) {
    await timed(round < 0 ? [] : now, '');
    await timed(round < 0 ? [] : then, `&asOf=${oldPosition}`);
  }
  say(
    `figures p50 ${percentile(now, 0.5).toFixed(0)} ms, as of an old position ${percentile(then, 0.5).toFixed(0)} ms`,
  );
  return {
    figures: { p95_ms: rounded(percentile(now, 0.95), 1) },
    asof: { ratio: rounded(percentile(then, 0.5) / percentile(now, 0.5), 2) },
  };
}

/** What people look for, in the proportions in which they do. `scope` is what the user may see. */
function queryOf(dice: Dice, cursor: string | undefined): string {
  const text = (words: string): string => encodeURIComponent(words);
  const kind = dice.next();
  if (kind < 0.25) return '';
  if (kind < 0.45) return cursor === undefined ? '' : `after=${cursor}`;
  if (kind < 0.6)
    return `status=${dice.pick(['DM_FOUND', 'DM_SURVEYED', 'DM_ORDERED', 'DM_VERIFIED', 'DM_CLOSED', 'DM_TRANSFERRED'])}`;
  if (kind < 0.7) return `grid=${dice.pick(gridCodes)}&status=${dice.pick(['DM_CLOSED', 'DM_ORDERED'])}`;
  if (kind < 0.75) return `village=${text(dice.pick(villages))}`;
  if (kind < 0.85) return `q=${text(`2026-${dice.between(1, 100_000)}`)}`;
  if (kind < 0.93)
    return `q=${text(`${dice.between(1, 40)}组${dice.pick(['水塘', '晒谷场', '村道', '祠堂', '小学'])}北侧`)}`;
  if (kind < 0.96) return 'overdue=true';
  return `openedFrom=2026-0${dice.between(1, 5)}-01&openedTo=2026-06-30&process=demolition`;
}

/** Sixteen people, each with the rights of a post, asking for the next list as soon as they have the last one. */
async function measureList(http: HttpClient, sessions: ReadonlyMap<string, string>): Promise<MillionFigures['list']> {
  const people = [
    ...staffOf('ENFORCEMENT_OFFICER').slice(0, 5),
    ...staffOf('APPROVING_HEAD').slice(0, 2),
    ...staffOf('LEGAL_REVIEWER').slice(0, 1),
    ...staffOf('VILLAGE_COORDINATOR').slice(0, 4),
    ...staffOf('GRID_MEMBER').slice(0, 4),
  ];
  const dice = new Dice(16);
  const samples: number[] = [];
  const byQuery = new Map<string, number[]>();
  const began = performance.now();
  await atOnce(users, async (index) => {
    const token = sessions.get(people[index]!.code)!;
    let cursor: string | undefined;
    for (;;) {
      const asked = performance.now();
      if (asked - began > warmUpMs + listMs) return;
      const query = queryOf(dice, cursor);
      const { next } = await http.expect<{ next?: string }>('GET', `/api/v1/cases?${query}`, { token });
      cursor = next;
      if (asked - began < warmUpMs) continue;
      const ms = performance.now() - asked;
      samples.push(ms);
      const kind = `${query.replace(/=[^&]*/g, '') || 'first page'}`;
      byQuery.set(kind, [...(byQuery.get(kind) ?? []), ms]);
    }
  });
  for (const [kind, ms] of byQuery)
    say(
      `list ${kind}: ${ms.length}, p50 ${percentile(ms, 0.5).toFixed(1)} ms, p99 ${percentile(ms, 0.99).toFixed(1)} ms`,
    );
  return {
    p50_ms: rounded(percentile(samples, 0.5), 1),
    p99_ms: rounded(percentile(samples, 0.99), 1),
    perSecond: rounded(samples.length / (listMs / 1_000), 0),
  };
}
