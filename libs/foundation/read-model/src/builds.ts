import { type ClientBase } from 'pg';
import { type Projection } from './projection.js';

/** Where queries look. Everything in it, and every build, can be dropped and made again from the log. */
export const READ_SCHEMA = 'read';
/** Carries the position that has become visible. */
export const POSITION_CHANNEL = 'liuhen_position';
/** Says that somebody asked for a rebuild. */
export const REBUILD_CHANNEL = 'liuhen_rebuild';

export type BuildState = 'requested' | 'building' | 'active';

export interface Build {
  readonly number: number;
  readonly state: BuildState;
  readonly version: string | null;
}

/** Each build of the read side has a schema of its own; the active one is what the views in `read` show. */
export const schemaOf = (number: number): string => `read_b${number}`;

/** Advisory lock spaces: one leader among projectors, one writer a build. Both end with the connection that holds them. */
const LEADER_LOCK = 7_326_001;
const BUILD_LOCK = 7_326_002;

/** Waits until this connection is the only leader. Returns when the lock is held; it is kept until the connection ends. */
export const lockLeader = (client: ClientBase): Promise<unknown> =>
  client.query('select pg_advisory_lock($1, 0)', [LEADER_LOCK]);

/** Waits until no other connection can write to the build: a leader that lost its place may still be ending its last batch. */
export const lockBuild = (client: ClientBase, number: number): Promise<unknown> =>
  client.query('select pg_advisory_lock($1, $2)', [BUILD_LOCK, number]);

export async function ensureRegister(client: ClientBase): Promise<void> {
  await client.query(`create schema if not exists ${READ_SCHEMA}`);
  await client.query(`create table if not exists ${READ_SCHEMA}.build (
    number integer primary key,
    state text not null check (state in ('requested', 'building', 'active')),
    version text,
    requested_at timestamptz not null default now(),
    active_since timestamptz)`);
}

export async function listBuilds(client: ClientBase): Promise<Build[]> {
  const { rows } = await client.query<Build>(`select number, state, version from ${READ_SCHEMA}.build order by number`);
  return rows;
}

/** Asks whichever projector leads for a rebuild. @returns the number of the build that will come of it */
export async function requestRebuild(client: Pick<ClientBase, 'query'>): Promise<number> {
  const { rows } = await client.query<{ number: number }>(
    `insert into ${READ_SCHEMA}.build (number, state)
     select coalesce(max(number), 0) + 1, 'requested' from ${READ_SCHEMA}.build returning number`,
  );
  await client.query(`select pg_notify($1, '')`, [REBUILD_CHANNEL]);
  return rows[0]!.number;
}

/** Creates the schema of a build with empty tables, or finds the one that an interrupted build left, to go on with it. */
export async function beginBuild(
  client: ClientBase,
  number: number,
  version: string,
  projections: readonly Projection[],
): Promise<void> {
  const schema = schemaOf(number);
  await inTransaction(client, async () => {
    await client.query(
      `insert into ${READ_SCHEMA}.build (number, state, version) values ($1, 'building', $2)
       on conflict (number) do update set state = 'building', version = $2`,
      [number, version],
    );
    const { rowCount } = await client.query('select 1 from pg_namespace where nspname = $1', [schema]);
    if (rowCount) return;
    await client.query(`create schema ${schema}`);
    await client.query(
      `create table ${schema}.checkpoint (single boolean primary key default true check (single), position bigint not null)`,
    );
    await client.query(`insert into ${schema}.checkpoint (position) values (-1)`);
    for (const projection of projections)
      for (const statement of projection.createTables(schema)) await client.query(statement);
    for (const table of tablesOf(projections, schema)) await client.query(`alter table ${table} set (${loading})`);
  });
}

const tablesOf = (projections: readonly Projection[], schema: string): readonly string[] =>
  projections.flatMap(({ tables }) => tables.map((table) => `${schema}.${table}`));

/**
 * While a build loads, the server's own looks at tables that only grow, and for plans that nobody makes yet, would take a
 * tenth of its time. Rows that were replaced are cleared away as ever.
 */
const loading = 'autovacuum_vacuum_insert_threshold = -1, autovacuum_analyze_threshold = 2147483647';
const loaded = 'autovacuum_vacuum_insert_threshold, autovacuum_analyze_threshold';

/** A sample of 9,000 rows a table: enough to begin with. The server takes its own, three times as large, as rows come. */
const firstSample = 'set default_statistics_target = 30';

/** Makes what only queries need, and tells the server what the tables hold, so that its first plans are good. */
export async function createIndexes(
  clients: readonly ClientBase[],
  number: number,
  projections: readonly Projection[],
): Promise<void> {
  const schema = schemaOf(number);
  const indexes = projections.flatMap((projection) => projection.createIndexes(schema));
  const tables = tablesOf(projections, schema);
  for (const table of tables) await clients[0]!.query(`alter table ${table} reset (${loaded})`);
  for (const client of clients) await client.query(firstSample);
  await together(clients, indexes);
  await together(
    clients,
    tables.map((table) => `analyze ${table}`),
  );
}

/**
 * Marks what everybody may see, so that queries are answered from the indexes alone: from now on, not from the first
 * autovacuum on. The answers are the same before, and sooner there for it; so it comes after the build has begun to serve.
 */
export async function vacuum(client: ClientBase, number: number, projections: readonly Projection[]): Promise<void> {
  for (const table of tablesOf(projections, schemaOf(number))) await client.query(`vacuum ${table}`);
}

/**
 * Every connection takes the next piece of work: each keeps one processor busy and leaves the others to whoever else has
 * something to do.
 */
async function together(clients: readonly ClientBase[], statements: readonly string[]): Promise<void> {
  const left = statements.values();
  await Promise.all(
    clients.map(async (client) => {
      for (const statement of left) await client.query(statement);
    }),
  );
}

/**
 * Makes a build the one that queries see, in one transaction: running queries end on the old one, later ones see the new.
 */
export async function switchTo(client: ClientBase, number: number, projections: readonly Projection[]): Promise<void> {
  const schema = schemaOf(number);
  await inTransaction(client, async () => {
    await client.query(`set local lock_timeout = '3s'`);
    const { rows: views } = await client.query<{ name: string }>(
      `select quote_ident(viewname) as name from pg_views where schemaname = $1 order by viewname`,
      [READ_SCHEMA],
    );
    if (views.length > 0)
      await client.query(`drop view ${views.map(({ name }) => `${READ_SCHEMA}.${name}`).join(', ')}`);
    for (const table of ['checkpoint', ...projections.flatMap((projection) => projection.tables)])
      await client.query(`create view ${READ_SCHEMA}.${table} as select * from ${schema}.${table}`);
    await client.query(`delete from ${READ_SCHEMA}.build where state = 'active' and number <> $1`, [number]);
    await client.query(`update ${READ_SCHEMA}.build set state = 'active', active_since = now() where number = $1`, [
      number,
    ]);
    await client.query(`select pg_notify($1, position::text) from ${schema}.checkpoint`, [POSITION_CHANNEL]);
  });
}

/** Drops the schemas of builds that nothing refers to any more, and the register's entries of builds given up. */
export async function dropLeftovers(client: ClientBase, keep: ReadonlySet<number>): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select nspname as name from pg_namespace where nspname ~ '^read_b[0-9]+$'`,
  );
  for (const { name } of rows) {
    const number = Number(name.slice('read_b'.length));
    if (keep.has(number)) continue;
    await client.query(`drop schema ${name} cascade`);
    await client.query(`delete from ${READ_SCHEMA}.build where number = $1 and state = 'building'`, [number]);
  }
}

export async function inTransaction<T>(client: ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}
