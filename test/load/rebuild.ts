import { type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type AllStreamResolvedEvent, type EventStoreDBClient } from '@eventstore/db-client';
import pg from 'pg';
import { type Launch, runSql, spawnLaunch } from '#foundation/backends';
import { appLaunch } from '../../apps/onebox/src/apps.js';
import { rounded, say } from './numbers.js';

export interface Servers {
  readonly eventstoreUrl: string;
  readonly databaseUrl: string;
  readonly redisUrl: string;
}

export interface RebuildFigures {
  readonly ratio: number;
  readonly eventsPerSecond: number;
  readonly rawReadAllPerSecond: number;
  readonly rss_mb: number;
}

/** A program of the product, started as the one-box starts it. */
export const startProgram = (launch: Launch): ChildProcess => spawnLaunch(launch, ['ignore', 'pipe', 'inherit']);

/** Resolves with the line in which a program says that it is ready. */
export function readyLine(child: ChildProcess): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout!.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const line = text
        .split('\n')
        .find((each) => each.startsWith('{') && each.includes('"ready":true') && each.endsWith('}'));
      if (line) resolve(JSON.parse(line) as Record<string, unknown>);
    });
    child.once('exit', () => reject(new Error(`${child.spawnargs.at(-1)} ended before it was ready:\n${text}`)));
  });
}

export async function endProgram(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

/** A database of its own on the same server. */
export async function freshDatabase(databaseUrl: string, name: string): Promise<string> {
  await runSql(databaseUrl, `drop database if exists ${name} with (force)`);
  await runSql(databaseUrl, `create database ${name}`);
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/**
 * Every projection from zero by a projector of its own into a database of its own, between two raw readings of the
 * same log. The time is the database's, from the first sign of the build until queries see it, indexes included.
 */
export async function measureRebuild(client: EventStoreDBClient, servers: Servers): Promise<RebuildFigures> {
  const before = await rawReadAll(client);
  const databaseUrl = await freshDatabase(servers.databaseUrl, 'liuhen_rebuild');
  const projector = startProgram(
    appLaunch('projector', {
      EVENTSTORE_URL: servers.eventstoreUrl,
      DATABASE_URL: databaseUrl,
      REDIS_URL: servers.redisUrl,
    }),
  );
  let seconds: number;
  let rssMb: number;
  try {
    await readyLine(projector);
    rssMb = peakRssMb(projector.pid!);
    seconds = await secondsOfBuild(databaseUrl);
  } finally {
    await endProgram(projector);
  }
  const after = await rawReadAll(client);
  await runSql(servers.databaseUrl, 'drop database liuhen_rebuild with (force)');
  const eventsPerSecond = before.events / seconds;
  const rawReadAllPerSecond = (before.perSecond + after.perSecond) / 2;
  say(
    `rebuild of ${before.events} events: ${eventsPerSecond.toFixed(0)}/s, raw ${rawReadAllPerSecond.toFixed(0)}/s, ${rssMb.toFixed(0)} MB`,
  );
  return {
    ratio: rounded(eventsPerSecond / rawReadAllPerSecond, 3),
    eventsPerSecond: rounded(eventsPerSecond, 0),
    rawReadAllPerSecond: rounded(rawReadAllPerSecond, 0),
    rss_mb: rounded(rssMb, 0),
  };
}

/** The most memory that a process has ever held. */
function peakRssMb(pid: number): number {
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

async function secondsOfBuild(databaseUrl: string): Promise<number> {
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  try {
    const { rows } = await database.query<{ seconds: string }>(
      `select extract(epoch from active_since - requested_at) as seconds from read.build where state = 'active'`,
    );
    return Number(rows[0]!.seconds);
  } finally {
    await database.end();
  }
}

async function rawReadAll(
  client: EventStoreDBClient,
): Promise<{ readonly events: number; readonly perSecond: number }> {
  const began = performance.now();
  let events = 0;
  const reading = client.readAll(undefined, { highWaterMark: 256 });
  reading.on('data', ({ event }: AllStreamResolvedEvent) => {
    if (event && !event.type.startsWith('$')) events += 1;
  });
  await once(reading, 'end');
  return { events, perSecond: (events / (performance.now() - began)) * 1_000 };
}
