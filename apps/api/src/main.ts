import 'reflect-metadata';
import { createLogger } from '#foundation/http';
import { startApi } from './api.js';
import { readConfig } from './config.js';

const logger = createLogger('api');

try {
  const api = await startApi(readConfig(process.env), logger, (line) => void process.stdout.write(`${line}\n`));
  process.stdout.write(`${JSON.stringify({ ready: true, url: api.url })}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void api.close().finally(() => process.exit());
    });
  }
} catch (error) {
  process.stderr.write(`liuhen api: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
