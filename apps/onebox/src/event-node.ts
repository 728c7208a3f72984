import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { nodeLaunch } from './apps.js';
import { type ServerHere, type Service } from './supervisor.js';

/** The embedded event node over this machine's log. */
export function eventNodeService(dataDir: string, port: number): ServerHere {
  const folder = join(dataDir, 'events');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const args = ['--file', join(folder, 'log.sqlite'), '--port', String(port)];
  const service: Service = {
    name: 'event-node',
    // Small young generation: a reader of the whole log leaves garbage behind that is not worth keeping.
    launch: () => nodeLaunch('libs/foundation/event-node', args, {}, ['--max-semi-space-size=8']),
    ready: 'line',
    stopWithinMs: 15_000,
  };
  return { service, url: `esdb://127.0.0.1:${port}?tls=false` };
}
