import { parseArgs } from 'node:util';
import { setTimeout as delay } from 'node:timers/promises';
import { BACKWARDS, END, EventStoreDBClient } from '@eventstore/db-client';
import { startOnebox } from '#foundation/testing';
import { HttpClient } from './client.js';
import { measureCommands } from './commands-load.js';
import { Generator } from './generate.js';
import { measureMillion } from './million.js';
import { rounded, say } from './numbers.js';
import { measureRebuild, type RebuildFigures } from './rebuild.js';
import { settle } from './township.js';
import { measureVisible } from './visible.js';

/**
 * `npm run bench -- --cases N [--growth] [--only commands,visible,rebuild,million]`: starts a one-box on empty data,
 * fills it with N cases and prints one JSON object. Every figure stands beside its own ceiling, measured in the same
 * run on the same machine; progress goes to the error output.
 */
const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '10000' },
    /** Compares the projector's memory at N and 10 N cases in place of N/10 and N. */
    growth: { type: 'boolean', default: false },
    only: { type: 'string', default: 'rebuild,commands,visible,million' },
    rows: { type: 'string', default: '1000000' },
  },
});

const cases = Number(values.cases);
const rows = Number(values.rows);
if (!Number.isInteger(cases) || cases < 10) throw new Error('--cases is a whole number of at least 10');
const parts = new Set(values.only.split(','));

const quietMs = 6_000;

/** Waits until nobody writes any more: the clock records the misses of cases that are years old when they are written. */
async function quiet(log: EventStoreDBClient): Promise<void> {
  for (let last = -1n, since = performance.now(); performance.now() - since < quietMs; await delay(500)) {
    for await (const { event } of log.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 1 })) {
      const position = event?.position?.commit ?? 0n;
      if (position === last) continue;
      last = position;
      since = performance.now();
    }
  }
}

const onebox = await startOnebox({ env: { LIUHEN_RATE_LIMIT: 'off' } });
const http = new HttpClient(onebox.baseUrl, 64);
const client = EventStoreDBClient.connectionString(onebox.run.eventstoreUrl);
try {
  say(`one-box at ${onebox.baseUrl}`);
  const sessions = await settle(http, onebox.run.operatorToken);
  const [few, many] = values.growth ? [cases, 10 * cases] : [Math.ceil(cases / 10), cases];
  const generator = new Generator(client, many);
  const fill = async (count: number): Promise<void> => {
    const began = performance.now();
    await generator.write(count);
    say(`${generator.events} events after ${((performance.now() - began) / 1_000).toFixed(1)} s`);
    await quiet(client);
  };
  const rebuilt = async (): Promise<RebuildFigures | undefined> =>
    parts.has('rebuild') ? measureRebuild(client, onebox.run) : undefined;
  await fill(few);
  const small = await rebuilt();
  await fill(many - few);
  const large = await rebuilt();
  const result = {
    cases: many,
    events: generator.events,
    ...(parts.has('commands') ? { commands: await measureCommands(http, client, sessions) } : {}),
    ...(parts.has('visible') ? { visible: await measureVisible(http, sessions) } : {}),
    ...(small && large ? { rebuild: { ...large, rss_growth: rounded(large.rss_mb / small.rss_mb, 2) } } : {}),
    ...(parts.has('million') ? await measureMillion(onebox.run, rows) : {}),
  };
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
} finally {
  http.close();
  await client.dispose();
  await onebox.stop();
}
process.exit();
