import { createHash } from 'node:crypto';
import { type Pool } from 'pg';
import { createOnce } from '#foundation/backends';
import { Refusal, type RefusalCode } from '#foundation/process';
import { type ImportResult } from './verdict.js';

/**
 * `waiting` for a worker, or `running`; then `done` with a verdict for every row, or `refused` as a whole because the
 * file turned out to be no ledger.
 */
export type ImportState = 'waiting' | 'running' | 'done' | 'refused';

export interface ImportRun {
  readonly id: string;
  readonly fileName: string;
  readonly kind: string;
  readonly dryRun: boolean;
  readonly requestedBy: string;
  readonly state: ImportState;
  readonly rowsDone: number;
  /** Known once a worker has read the file. */
  readonly rowsTotal: number | null;
  /** Of a run that is done. */
  readonly result: ImportResult | null;
  /** Of a run that is done: the log position by which everything of it is recorded. */
  readonly position: number | null;
  /** Of a run that is refused. */
  readonly refusal: { readonly code: RefusalCode; readonly reason?: string } | null;
  /** Why the last attempt was broken off; the next one is on its way. */
  readonly trouble: string | null;
  readonly createdAt: string;
  readonly finishedAt: string | null;
}

export interface NewImport {
  readonly id: string;
  readonly fileName: string;
  readonly kind: string;
  readonly file: Uint8Array;
  readonly dryRun: boolean;
  readonly requestedBy: string;
  /** Revision of the township's settings that whoever imports could see. */
  readonly settingsVersion: number;
}

/** What a worker needs to carry out a run. */
export interface ImportTask {
  readonly fileName: string;
  readonly file: Uint8Array;
  readonly dryRun: boolean;
  readonly requestedBy: string;
  readonly settingsVersion: number;
  /** Where the log stood when the run was begun for the first time: what is recorded later is this run's doing. */
  readonly begunAt: number;
}

const createTable = `
  create schema if not exists imports;
  create table if not exists imports.run (
    id uuid primary key,
    file_name text not null,
    kind text not null,
    sha256 text not null,
    bytes bytea,
    dry_run boolean not null,
    requested_by text not null,
    settings_version integer not null,
    state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'refused')),
    rows_done integer not null default 0,
    rows_total integer,
    begun_at bigint,
    result jsonb,
    position bigint,
    refusal jsonb,
    trouble text,
    created_at timestamptz not null default now(),
    finished_at timestamptz
  );
  create index if not exists run_unfinished on imports.run (created_at) where finished_at is null`;

/** Any number, as long as it is this one: two processes that create one schema at once trip over each other. */
const creatingLock = 7_326_101;
/** One import at a time in the whole township: rows take their numbers in the order of the files. */
const importingLock = 7_326_102;

const columns = `id, file_name as "fileName", kind, dry_run as "dryRun", requested_by as "requestedBy", state,
  rows_done as "rowsDone", rows_total as "rowsTotal", result, position, refusal, trouble,
  created_at as "createdAt", finished_at as "finishedAt"`;

interface RunRow extends Omit<ImportRun, 'position' | 'createdAt' | 'finishedAt'> {
  readonly position: string | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

/**
 * The imports that were asked for, with their files, in PostgreSQL schema `imports`: Redis holds only the job whose id
 * is the run's. What an import records is in the log; this table is what it takes to carry it out and to tell of it.
 */
export class ImportRuns {
  constructor(private readonly pool: Pool) {}

  /** Creates the table where there is none. */
  prepare(): Promise<void> {
    return createOnce(this.pool, creatingLock, createTable);
  }

  /** Keeps the file until its run is over. @throws Refusal R-ALL-06 when the id stands for another file */
  async add(run: NewImport): Promise<void> {
    const sha256 = createHash('sha256').update(run.file).digest('hex');
    const { rowCount } = await this.pool.query(
      `insert into imports.run (id, file_name, kind, sha256, bytes, dry_run, requested_by, settings_version)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do nothing`,
      [...[run.id, run.fileName, run.kind, sha256, run.file, run.dryRun, run.requestedBy], run.settingsVersion],
    );
    if (rowCount === 1) return;
    const { rows } = await this.pool.query<{ same: boolean }>(
      'select sha256 = $2 and dry_run = $3 and file_name = $4 as same from imports.run where id = $1',
      [run.id, sha256, run.dryRun, run.fileName],
    );
    if (!rows[0]?.same) throw new Refusal('R-ALL-06', 'rule', { reason: 'the request id was used for another file' });
  }

  async get(id: string): Promise<ImportRun | undefined> {
    const { rows } = await this.pool.query<RunRow>(`select ${columns} from imports.run where id = $1`, [id]);
    return rows[0] && shown(rows[0]);
  }

  /** The newest first, without their verdicts. */
  async list(limit: number): Promise<Omit<ImportRun, 'result'>[]> {
    const { rows } = await this.pool.query<RunRow>(
      `select ${columns.replace('result, ', '')} from imports.run order by created_at desc, id limit $1`,
      [limit],
    );
    return rows.map(shown);
  }

  /** Ids of the runs that are not over, oldest first: each is owed a job. */
  async unfinished(): Promise<readonly { readonly id: string; readonly dryRun: boolean }[]> {
    const { rows } = await this.pool.query<{ id: string; dryRun: boolean }>(
      'select id, dry_run as "dryRun" from imports.run where finished_at is null order by created_at, id',
    );
    return rows;
  }

  /**
   * Begins a run, or begins it again.
   * @param head position of the log
   * @returns undefined when it is over or unknown
   */
  async begin(id: string, head: number): Promise<ImportTask | undefined> {
    const { rows } = await this.pool.query<Omit<ImportTask, 'begunAt'> & { begunAt: string }>(
      `update imports.run set state = 'running', rows_done = 0, begun_at = coalesce(begun_at, $2)
       where id = $1 and finished_at is null
       returning file_name as "fileName", bytes as file, dry_run as "dryRun", requested_by as "requestedBy",
         settings_version as "settingsVersion", begun_at as "begunAt"`,
      [id, head],
    );
    return rows[0] && { ...rows[0], begunAt: Number(rows[0].begunAt) };
  }

  async progress(id: string, { rowsDone, rowsTotal }: { rowsDone: number; rowsTotal: number }): Promise<void> {
    await this.pool.query(
      'update imports.run set rows_done = $2, rows_total = $3 where id = $1 and finished_at is null',
      [id, rowsDone, rowsTotal],
    );
  }

  async trouble(id: string, message: string): Promise<void> {
    await this.pool.query('update imports.run set trouble = $2 where id = $1 and finished_at is null', [
      id,
      message.slice(0, 500),
    ]);
  }

  /** The file goes with the end of its run: a refused row may hold the very numbers that must not be kept. */
  async finish(id: string, result: ImportResult, position: number): Promise<void> {
    await this.pool.query(
      `update imports.run set state = 'done', result = $2, position = $3, rows_done = $4, rows_total = $4,
         bytes = null, trouble = null, finished_at = now() where id = $1 and finished_at is null`,
      [id, JSON.stringify(result), position, result.rows],
    );
  }

  async refuse(id: string, { code, details }: Refusal): Promise<void> {
    const refusal = { code, ...(details.reason ? { reason: details.reason } : {}) };
    await this.pool.query(
      `update imports.run set state = 'refused', refusal = $2, bytes = null, trouble = null, finished_at = now()
       where id = $1 and finished_at is null`,
      [id, JSON.stringify(refusal)],
    );
  }

  /**
   * Runs `work` while no other import does, in whatever process. `lost` is aborted when the database connection that
   * holds the claim ends: somebody else may then begin.
   */
  async alone<T>(work: (lost: AbortSignal) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    const lost = new AbortController();
    const onError = (error: Error): void => lost.abort(error);
    client.on('error', onError);
    try {
      await client.query('select pg_advisory_lock($1)', [importingLock]);
      return await work(lost.signal);
    } finally {
      client.off('error', onError);
      // Not given back to the pool: the claim ends with the connection, whatever state that is in.
      client.release(true);
    }
  }
}

const shown = (row: RunRow): ImportRun => ({
  ...row,
  position: row.position === null ? null : Number(row.position),
  createdAt: row.createdAt.toISOString(),
  finishedAt: row.finishedAt?.toISOString() ?? null,
});
