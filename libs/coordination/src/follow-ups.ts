import { createOnce } from '#foundation/backends';
import { type Pool } from 'pg';
import { type RefusalCode } from '#foundation/process';

/** A follow-up that was refused, and is tried again when a case that it concerns moves on. */
export interface WaitingFollowUp {
  /** Request id of the follow-up. */
  readonly id: string;
  readonly crossing: string;
  readonly causeProcess: string;
  readonly causeCase: string;
  readonly causeEvent: string;
  readonly process: string;
  /** Null while no case of that number is known. */
  readonly caseId: string | null;
  readonly command: string;
  readonly code: RefusalCode;
  readonly tries: number;
  readonly since: Date;
}

export type NewWaiting = Omit<WaitingFollowUp, 'tries' | 'since'>;

const createTables = `
  create schema if not exists coordination;
  create table if not exists coordination.checkpoint (
    only_one boolean primary key default true check (only_one),
    position bigint not null
  );
  create table if not exists coordination.waiting (
    id text primary key,
    crossing text not null,
    cause_process text not null,
    cause_case uuid not null,
    cause_event uuid not null,
    process text not null,
    case_id uuid,
    command text not null,
    code text not null,
    tries integer not null default 1,
    since timestamptz not null default now()
  );
  create index if not exists waiting_cause on coordination.waiting (cause_case);
  create index if not exists waiting_case on coordination.waiting (case_id)`;

/** Two processes that create one schema at once trip over each other. */
const creatingLock = 7_326_201;

const columns = `id, crossing, cause_process as "causeProcess", cause_case as "causeCase", cause_event as "causeEvent",
  process, case_id as "caseId", command, code, tries, since`;

/**
 * How far the log has been heeded, and what was refused, in PostgreSQL schema `coordination`. A rebuild of the read side
 * leaves it alone; lost, it is made again from the log, where every follow-up that was taken is found by its request id.
 */
export class FollowUps {
  constructor(private readonly pool: Pool) {}

  /** Creates the tables where there are none. */
  prepare(): Promise<void> {
    return createOnce(this.pool, creatingLock, createTables);
  }

  /** Position up to which everything that follows was taken or is kept as waiting; -1 for nothing yet. */
  async position(): Promise<number> {
    const { rows } = await this.pool.query<{ position: string }>('select position from coordination.checkpoint');
    return Number(rows[0]?.position ?? -1);
  }

  async advance(position: number): Promise<void> {
    await this.pool.query(
      `insert into coordination.checkpoint as c (position) values ($1)
       on conflict (only_one) do update set position = greatest(c.position, excluded.position)`,
      [position],
    );
  }

  async keep(each: NewWaiting): Promise<void> {
    await this.pool.query(
      `insert into coordination.waiting as w
         (id, crossing, cause_process, cause_case, cause_event, process, case_id, command, code)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (id) do update set case_id = excluded.case_id, code = excluded.code, tries = w.tries + 1`,
      [
        ...[each.id, each.crossing, each.causeProcess, each.causeCase, each.causeEvent],
        ...[each.process, each.caseId, each.command, each.code],
      ],
    );
  }

  /** Taken, or nothing follows any more. */
  async drop(id: string): Promise<void> {
    await this.pool.query('delete from coordination.waiting where id = $1', [id]);
  }

  /** Those that a case waits for: as the one that causes them, or as the one that they concern. */
  async concerning(caseId: string): Promise<readonly WaitingFollowUp[]> {
    const { rows } = await this.pool.query<WaitingFollowUp>(
      `select ${columns} from coordination.waiting where cause_case = $1 or case_id = $1 order by since, id`,
      [caseId],
    );
    return rows;
  }

  /**
   * Those that the events between two positions may have made possible: events in the causing case, in the one that is
   * concerned, or that opened a case where nobody had the number.
   */
  async movedBetween(after: number, upTo: number): Promise<readonly WaitingFollowUp[]> {
    const { rows } = await this.pool.query<WaitingFollowUp>(
      `select ${columns} from coordination.waiting w
       where exists (
         select from read.case_event e where e.position > $1 and e.position <= $2 and (
           e.case_id = w.cause_case or e.case_id = w.case_id
           or (w.case_id is null and e.revision = 0 and e.process = w.process)))
       order by since, id`,
      [after, upTo],
    );
    return rows;
  }

  /** All of them, the oldest first. */
  async waiting(limit: number): Promise<readonly WaitingFollowUp[]> {
    const { rows } = await this.pool.query<WaitingFollowUp>(
      `select ${columns} from coordination.waiting order by since, id limit $1`,
      [limit],
    );
    return rows;
  }
}
