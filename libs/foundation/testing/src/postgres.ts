import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createCluster,
  freePort,
  identityOf,
  isRunning,
  postgresLaunch,
  postgresPackage,
  postgresReady,
  postgresUrl,
  runSql,
  type PostgresServer,
  type ProcessIdentity,
} from '#foundation/backends';
import { keep } from './keeper.js';

interface Shared extends PostgresServer {
  process: ProcessIdentity;
  /** The test process that it serves: pids repeat, and so would the name of this file. */
  servedTo: ProcessIdentity;
}

/**
 * A fresh, empty database on a PostgreSQL that the whole test process shares. Starting a server costs most of a
 * second, a database a few hundredths: so one server a process, found through a file because Jest gives each test
 * file fresh globals.
 */
export async function freshDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const server = await sharedServer();
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = postgresUrl(server, 'postgres');
  await runSql(admin, `CREATE DATABASE ${name}`);
  return { url: postgresUrl(server, name), drop: () => runSql(admin, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

let starting: Promise<PostgresServer> | undefined;

function sharedServer(): Promise<PostgresServer> {
  return (starting ??= findOrStartServer());
}

async function findOrStartServer(): Promise<PostgresServer> {
  const folder = join(tmpdir(), `liuhen-test-postgres-${process.pid}`);
  const note = join(folder, 'server.json');
  if (existsSync(note)) {
    const shared = JSON.parse(readFileSync(note, 'utf8')) as Shared;
    if (isRunning(shared.servedTo) && isRunning(shared.process)) return shared;
  }
  const template = await clusterTemplate();
  const { uid, gid } = statSync(join(template, 'data'));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { mode: 0o700 });
  chownSync(folder, uid, gid);
  copyTree(join(template, 'data'), join(folder, 'data'));
  const server = {
    dataDir: join(folder, 'data'),
    port: await freePort(),
    password: readFileSync(join(template, 'password'), 'utf8'),
  };
  const launch = postgresLaunch(server, { durable: false });
  // SIGQUIT: no checkpoint for data that is thrown away.
  const { pid } = await keep({ ...launch, stopSignal: 'SIGQUIT' }, folder);
  await postgresReady(postgresUrl(server, 'postgres'), 20_000);
  const shared: Shared = { ...server, process: identityOf(pid)!, servedTo: identityOf(process.pid)! };
  writeFileSync(note, JSON.stringify(shared), { mode: 0o600 });
  return server;
}

/** A cluster as initdb makes it, kept between runs; two runs may make it at once, the first to finish wins. */
async function clusterTemplate(): Promise<string> {
  const place = join(tmpdir(), `liuhen-test-cluster-${postgresPackage().version}-${process.getuid?.() ?? 0}`);
  if (existsSync(place)) return place;
  const growing = mkdtempSync(`${place}-`);
  // A closed folder of root's would need a capability to enter on every start; the cluster inside is closed itself.
  mkdirSync(join(growing, 'open'), { mode: 0o711 });
  const password = randomBytes(16).toString('hex');
  writeFileSync(join(growing, 'open/password'), password, { mode: 0o600 });
  await createCluster(join(growing, 'open/data'), password, { sync: false });
  try {
    renameSync(join(growing, 'open'), place);
  } catch (error) {
    if (!existsSync(place)) throw error;
  }
  rmSync(growing, { recursive: true, force: true });
  return place;
}

/** With owners and modes, which Node's own copy does not keep and PostgreSQL insists on. */
function copyTree(from: string, to: string): void {
  const copied = spawnSync('cp', ['-a', from, to], { encoding: 'utf8' });
  if (copied.status !== 0) throw new Error(`cannot copy the database template: ${copied.stderr}`);
}
