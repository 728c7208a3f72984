import { setFlagsFromString } from 'node:v8';
import { connect } from '#foundation/event-log';
import { gridCells, history, Projector, ReadSide } from '#foundation/read-model';
import { stand } from '#foundation/standing';
import { causes } from '#coordination/causes';
import { demolition } from '#cases/demolition';
import { enforcementProcesses } from '#cases/enforcement';
import { inspectionProcesses } from '#cases/inspection';
import { permitProcesses } from '#cases/permit';
import { petitionProcesses } from '#cases/petition';
import { relocationProcesses } from '#cases/relocation';
import { statistics } from '#insights/statistics';
import { status } from '#insights/status';

/**
 * The projector: follows the log (EVENTSTORE_URL) and keeps the read models in PostgreSQL (DATABASE_URL). Several may
 * run; one leads. Says `{"ready":true}` once queries are served. `--rebuild` asks the one that leads for a rebuild.
 */
const say = (line: Record<string, unknown>): void => void process.stdout.write(`${JSON.stringify(line)}\n`);

function required(name: 'EVENTSTORE_URL' | 'DATABASE_URL'): string {
  const value = process.env[name];
  if (!value) {
    process.stderr.write(`${name} is not set.\n`);
    process.exit(2);
  }
  return value;
}

// A rebuild makes garbage by the gigabyte around a small core of folded cases. Left alone, the heap of a machine with
// much memory grows to many times that core before it is swept.
setFlagsFromString('--heap-growing-percent=80');

const databaseUrl = required('DATABASE_URL');

if (process.argv.includes('--rebuild')) {
  const readSide = new ReadSide(databaseUrl, { connections: 1 });
  say({ requested: await readSide.requestRebuild() });
  await readSide.close();
} else {
  const log = connect(required('EVENTSTORE_URL'));
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
  await new Projector({
    log,
    databaseUrl,
    processes: new Map(
      [
        demolition,
        ...enforcementProcesses,
        ...inspectionProcesses,
        ...permitProcesses,
        ...petitionProcesses,
        ...relocationProcesses,
      ].map((each) => [each.name, each]),
    ),
    projections: [gridCells, history, status, statistics, causes],
    onAwaited: () => stand('first'),
    onFollowing: (build) => {
      stand('next');
      say({ ready: true, build });
    },
    report: (message, details) => say({ message, ...details }),
  }).run(stopping.signal);
  await log.close();
  process.exit(0);
}
