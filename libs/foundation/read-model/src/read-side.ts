import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool, types } from 'pg';
import { POSITION_CHANNEL, READ_SCHEMA, requestRebuild } from './builds.js';
import { byKeys, dedicatedConnection, type DedicatedConnection } from './connection.js';
import { type HistoryTables } from './history.js';

/**
 * The read side does not stand at the wanted position yet, or no build serves yet. The request may be sent again:
 * answered over HTTP as 503 with Retry-After.
 */
export class NotYetProjected extends Error {
  readonly retryAfterSeconds = 1;

  constructor(
    readonly wanted: number,
    readonly reached: number,
  ) {
    super(`The read side stands at ${reached}, not yet at ${wanted}.`);
    this.name = 'NotYetProjected';
  }
}

/** A log position, or an instant (ISO 8601, UTC) that stands for what had been recorded by then. */
export type AsOf = { readonly position: number } | { readonly instant: string };

export interface CheckpointTables {
  checkpoint: { position: string };
}

export type ReadTables<Tables> = Tables & CheckpointTables & HistoryTables;

interface Waiter {
  readonly position: number;
  readonly resolve: () => void;
}

const WAIT_MS = 2_000;

/** The read side as queries use it: typed tables of the build that serves, and waiting for a position. */
export class ReadSide {
  readonly pool: Pool;
  private keyed: Pool | undefined;
  private readonly root: Kysely<CheckpointTables>;
  private listening: Promise<DedicatedConnection> | undefined;
  private seen = -1;
  private readonly waiters = new Set<Waiter>();

  constructor(
    private readonly databaseUrl: string,
    options: { readonly connections?: number } = {},
  ) {
    this.pool = this.openPool('liuhen queries', options.connections ?? 8);
    this.root = new Kysely<CheckpointTables>({ dialect: new PostgresDialect({ pool: this.pool }) });
  }

  /**
   * Connections for statements that look up rows by their key and nothing else, and are prepared once for a long time.
   * A plan made while the tables are small would go on reading them whole when they have grown.
   */
  keyedPool(): Pool {
    return (this.keyed ??= this.openPool('liuhen keys', 2, byKeys));
  }

  private openPool(name: string, max: number, settings = ''): Pool {
    const pool = new Pool({
      connectionString: this.databaseUrl,
      application_name: name,
      max,
      connectionTimeoutMillis: 5_000,
      // Compiling a query costs more than any of these queries takes.
      options: `-c jit=off ${settings}`.trim(),
      types: { getTypeParser: parserOf },
    });
    // An idle connection that the server ends is replaced at the next query; unheard, the event would end the process.
    pool.on('error', () => undefined);
    return pool;
  }

  /** The tables of an insight, in the schema that shows the serving build. */
  tables<Tables>(): Kysely<ReadTables<Tables>> {
    return this.root.withSchema(READ_SCHEMA) as unknown as Kysely<ReadTables<Tables>>;
  }

  /** The position that queries see now, -1 for an empty log. @throws NotYetProjected when no build serves yet */
  async position(): Promise<number> {
    const { position } = await serving(
      this.root.withSchema(READ_SCHEMA).selectFrom('checkpoint').select('position').executeTakeFirstOrThrow(),
    );
    return Number(position);
  }

  /** The position that `asOf` means; the present one when it is absent. Positions beyond the present mean the present. */
  async positionAsOf(asOf: AsOf | undefined): Promise<number> {
    const present = await this.position();
    if (!asOf) return present;
    if ('position' in asOf) return Math.min(asOf.position, present);
    const found = await this.tables<object>()
      .selectFrom('case_event')
      .select('position')
      .where('recorded_at', '<=', sql<Date>`${asOf.instant}::timestamptz`)
      .orderBy('recorded_at', 'desc')
      .orderBy('position', 'desc')
      .limit(1)
      .executeTakeFirst();
    return found ? Number(found.position) : -1;
  }

  /**
   * Waits until queries see that position; the projector's commit wakes it.
   * @throws NotYetProjected after `timeoutMs`
   */
  async waitForPosition(position: number, timeoutMs = WAIT_MS): Promise<void> {
    if (this.seen >= position) return;
    let timer: NodeJS.Timeout | undefined;
    let waiter: Waiter | undefined;
    const arrived = new Promise<void>((resolve) => this.waiters.add((waiter = { position, resolve })));
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new NotYetProjected(position, this.seen)), timeoutMs);
    });
    const heard = this.listen().then(() => arrived);
    heard.catch(() => undefined);
    try {
      await Promise.race([heard, tooLate]);
    } finally {
      clearTimeout(timer);
      this.waiters.delete(waiter!);
    }
  }

  /** Asks for a rebuild of everything from the log. @returns the number of the build to come, see `activeBuild` */
  async requestRebuild(): Promise<number> {
    const client = await this.pool.connect();
    try {
      return await requestRebuild(client);
    } finally {
      client.release();
    }
  }

  /** Number of the build that queries see, undefined when none serves yet. */
  async activeBuild(): Promise<number | undefined> {
    const { rows } = await sql<{ number: number }>`
      select number from ${sql.id(READ_SCHEMA, 'build')} where state = 'active'`.execute(this.root);
    return rows[0]?.number;
  }

  async close(): Promise<void> {
    await (await this.listening?.catch(() => undefined))?.close();
    await Promise.all([this.root.destroy(), this.keyed?.end()]);
  }

  /** One connection listens for all who wait. When it is lost the next who waits opens it again. */
  private listen(): Promise<unknown> {
    return (this.listening ??= this.openListener().catch((error: unknown) => {
      this.listening = undefined;
      throw error;
    }));
  }

  private async openListener(): Promise<DedicatedConnection> {
    const connection = await dedicatedConnection(this.databaseUrl, 'liuhen positions');
    connection.lost.addEventListener('abort', () => {
      this.listening = undefined;
      // A database that comes back may have lost its last commits: nothing seen before counts any more.
      this.seen = -1;
      if (this.waiters.size > 0) void this.listen().catch(() => undefined);
    });
    connection.client.on('notification', ({ payload }) => this.saw(Number(payload)));
    await connection.client.query(`listen ${POSITION_CHANNEL}`);
    this.saw(await this.position().catch(() => -1));
    return connection;
  }

  private saw(position: number): void {
    if (!(position > this.seen)) return;
    this.seen = position;
    for (const waiter of this.waiters) if (waiter.position <= position) waiter.resolve();
  }
}

/** Until the first build serves, its views do not exist: that is "not yet", not a failure. */
export async function serving<T>(query: Promise<T>): Promise<T> {
  try {
    return await query;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === '42P01' || code === '3F000') throw new NotYetProjected(0, -1);
    throw error;
  }
}

/** Dates stay the local date strings they are; the driver's own reading would move them by a time zone. */
const parserOf = ((oid: number, format: never) =>
  oid === types.builtins.DATE
    ? (value: string): string => value
    : types.getTypeParser(oid, format)) as typeof types.getTypeParser;
