import { hostname } from 'node:os';
import { demolition, demolitionLedger } from '#cases/demolition';
import { enforcementProcesses, farmLedger, plasticsLedger } from '#cases/enforcement';
import { inspectionLedger, inspectionProcesses } from '#cases/inspection';
import { permitProcesses } from '#cases/permit';
import { petitionLedgers, petitionProcesses } from '#cases/petition';
import { relocationLedgers, relocationProcesses } from '#cases/relocation';
import { CommandSide } from '#foundation/commands';
import { connect } from '#foundation/event-log';
import { ImportRuns } from '#foundation/imports';
import { ReadSide } from '#foundation/read-model';
import { SettingsService } from '#foundation/settings';
import { CaseQueries, MissedTerms } from '#insights/status';
import { runClock } from './clock.js';
import { coordinate } from './coordination.js';
import { workOnImports } from './imports.js';
import { recordMissedDeadlines } from './missed-deadlines.js';

/**
 * The worker: carries out what the api or the clock put into the queues (REDIS_URL), with steps recorded through the
 * same command side as everybody's (EVENTSTORE_URL, DATABASE_URL). Says `{"ready":true}` once it takes jobs.
 */
const say = (line: Record<string, unknown>): void => void process.stdout.write(`${JSON.stringify(line)}\n`);

function required(name: 'EVENTSTORE_URL' | 'DATABASE_URL' | 'REDIS_URL'): string {
  const value = process.env[name];
  if (!value) {
    process.stderr.write(`${name} is not set.\n`);
    process.exit(2);
  }
  return value;
}

const log = connect(required('EVENTSTORE_URL'));
const readSide = new ReadSide(required('DATABASE_URL'), { connections: 6 });
const redisUrl = required('REDIS_URL');
const settings = new SettingsService(log);
const processes = new Map(
  [
    demolition,
    ...enforcementProcesses,
    ...inspectionProcesses,
    ...permitProcesses,
    ...petitionProcesses,
    ...relocationProcesses,
  ].map((each) => [each.name, each]),
);
const commandSide = new CommandSide({ log, readSide, settings, processes, instance: `worker@${hostname()}` });
const cases = new CaseQueries(readSide, log, processes);
const runs = new ImportRuns(readSide.pool);

await settings.start();
await runs.prepare();
commandSide.start();
const report = (message: string, details: Record<string, unknown>): void => say({ message, ...details });
const clockAround = { missed: new MissedTerms(readSide), readSide, commandSide, processes, report };
const clock = await runClock({ around: clockAround, redisUrl });
const imports = await workOnImports({
  around: {
    ...{ runs, log, readSide, settings, commandSide, processes },
    mappings: [
      demolitionLedger,
      plasticsLedger,
      farmLedger,
      inspectionLedger,
      ...petitionLedgers,
      ...relocationLedgers,
    ],
    caseNumbers: (caseIds) => cases.numbers(caseIds),
    settle: (signal) => recordMissedDeadlines(clockAround, signal),
  },
  redisUrl,
  report,
});
const coordination = await coordinate({ log, readSide, commandSide, processes, report });
say({ ready: true });

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void (async () => {
      await Promise.all([imports.close(), clock.close(), coordination.close()]);
      commandSide.stop();
      await settings.stop();
      await Promise.allSettled([readSide.close(), log.close()]);
      process.exit(0);
    })();
  });
}
