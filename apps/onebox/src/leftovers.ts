import { endProcess, readRunFile, removeRunFile } from '#foundation/backends';

/**
 * Ends what a one-box that was killed left running on this data. The caller holds the lock of `dataDir`: whatever the
 * run file still names has lost its supervisor. Apps go before the servers they write to, and a process is only ended
 * when it is the recorded one and not a later bearer of its pid.
 */
export async function endLeftovers(dataDir: string, servers: ReadonlySet<string>): Promise<void> {
  const run = readRunFile(dataDir);
  if (run === undefined) return;
  const end = (names: string[]) =>
    Promise.all(
      names.map((name) => {
        const identity = { pid: run.processes[name]!, startedAt: run.processStarts[name] ?? '' };
        return endProcess(identity, name === 'postgres' ? 'SIGINT' : 'SIGTERM', 5_000);
      }),
    );
  const names = Object.keys(run.processes);
  await end(names.filter((name) => !servers.has(name)));
  await end(names.filter((name) => servers.has(name)));
  removeRunFile(dataDir);
}
