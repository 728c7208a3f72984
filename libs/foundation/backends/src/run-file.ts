import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What a running one-box tells the programs beside it (the `liuhen` command, tests), in `<LIUHEN_DATA>/run/onebox.json`.
 * It holds passwords within the addresses: only its owner may read it.
 */
export interface RunFile {
  pid: number;
  port: number;
  /** Without a slash at its end. */
  baseUrl: string;
  eventstoreUrl: string;
  databaseUrl: string;
  redisUrl: string;
  operatorToken: string;
  /** Process name → pid, of the processes that the one-box keeps running. */
  processes: Record<string, number>;
  /** Process name → its start (see ProcessIdentity), by which the next one-box knows what a killed one left. */
  processStarts: Record<string, string>;
  /** Everything has answered as ready once. */
  ready: boolean;
}

export function runFilePath(dataDir: string): string {
  return join(dataDir, 'run/onebox.json');
}

/** Undefined when no one-box runs on this data (or none that came as far as writing the file). */
export function readRunFile(dataDir: string): RunFile | undefined {
  const path = runFilePath(dataDir);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as RunFile) : undefined;
}

/** Replaces the file whole: a reader never sees half of it. */
export function writeRunFile(dataDir: string, run: RunFile): void {
  const path = runFilePath(dataDir);
  writeFileSync(`${path}.new`, `${JSON.stringify(run, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

export function removeRunFile(dataDir: string): void {
  rmSync(runFilePath(dataDir), { force: true });
}
