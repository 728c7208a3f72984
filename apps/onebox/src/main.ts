import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runDemo } from './demo.js';
import { Onebox } from './onebox.js';

const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function fail(error: unknown): void {
  process.stderr.write(`liuhen: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

/** An empty setting is an absent one, as in a compose file that leaves a value open. */
function setting(name: string): string | undefined {
  return process.env[name] || undefined;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { demo: { type: 'boolean', default: false } } });
  const { demo } = values;
  const host = setting('HOST') ?? '127.0.0.1';
  const port = Number(setting('PORT') ?? '3000');
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error('PORT must be a number from 1 to 65535');
  // Demo accounts have passwords that everybody knows.
  if (demo && !loopback.has(host)) throw new Error(`the demo is for this machine alone: it does not listen on ${host}`);

  const onebox = new Onebox({
    dataDir: resolve(setting('LIUHEN_DATA') ?? (demo ? '.data/demo' : '.data')),
    host,
    port,
    demo,
    wipe: demo && setting('LIUHEN_DATA') === undefined,
    eventstoreUrl: setting('EVENTSTORE_URL'),
    databaseUrl: setting('DATABASE_URL'),
    redisUrl: setting('REDIS_URL'),
    say,
  });
  const stopped = new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => void onebox.stop().catch(fail).finally(done));
    }
  });
  const running = async () => {
    const run = await onebox.start();
    say(`Liuhen 留痕 is ready 已就绪: ${run.baseUrl}`);
    if (demo) await runDemo(run, say);
    await stopped;
  };
  try {
    await Promise.race([running(), stopped]);
  } finally {
    await onebox.stop();
  }
}

main().then(
  () => process.exit(),
  (error: unknown) => {
    fail(error);
    process.exit();
  },
);
