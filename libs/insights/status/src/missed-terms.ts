import { type ReadSide, serving } from '#foundation/read-model';
import { sql } from 'kysely';

/** A statutory term that has passed without its step and without a `DeadlineMissed`: what the clock has to record. */
export interface MissedTerm {
  readonly process: string;
  readonly caseId: string;
  readonly code: string;
  readonly dueOn: string;
  /** The events that started it: several things of one code may fall due on one day, which is one miss. */
  readonly startedBy: readonly string[];
  /** Type of the event that ended it too late; absent while it is still owed. */
  readonly endedByType?: string;
  readonly handler?: string;
  /** Revision of the case on which this rests. */
  readonly revision: number;
}

/** Where a page of missed terms ended. */
export interface MissedCursor {
  readonly passesAt: string;
  readonly caseId: string;
}

export interface MissedPage {
  readonly terms: readonly MissedTerm[];
  /** Absent on the last page. */
  readonly next?: MissedCursor;
}

interface Found {
  process: string;
  case_id: string;
  code: string;
  due_on: string;
  started_by: string[];
  ended_by_type: string | null;
  handler: string | null;
  revision: number;
  passes_at: string;
}

const unmarked = sql`d.until is null and d.missed_by is null and (d.ended_by is null or d.late)
  and d.effect = 'MISSED_EVENT'`;

/** What the clock asks of the read side. */
export class MissedTerms {
  constructor(private readonly readSide: ReadSide) {}

  /** Statutory terms that had passed at an instant and are not recorded as missed, those that passed first first. */
  async at(instant: Date, { after, limit }: { after?: MissedCursor | undefined; limit: number }): Promise<MissedPage> {
    const from = after
      ? sql`and (d.passes_at, d.case_id) > (${after.passesAt}::timestamptz, ${after.caseId}::uuid)`
      : sql``;
    // Microseconds of the cursor would be lost in a Date.
    const { rows } = await serving(
      sql<Found>`
        with passed as (
          select * from read.case_deadline d
          where ${unmarked} and d.passes_at <= ${instant.toISOString()}::timestamptz ${from}
          order by d.passes_at, d.case_id
          fetch first ${sql.lit(limit)} rows with ties)
        select d.process, d.case_id, d.code, d.due_on, d.passes_at::text as passes_at, min(d.handler) as handler,
          array_agg(d.started_by::text order by d.since, d.started_by) as started_by, min(e.type) as ended_by_type, s.revision
        from passed d
        join read.case_status s on s.case_id = d.case_id
        left join read.case_event e on e.case_id = d.case_id and e.position = d.ended_at
        group by d.process, d.case_id, d.code, d.due_on, d.passes_at, s.revision
        order by d.passes_at, d.case_id, d.code`.execute(this.readSide.tables()),
    );
    const last = rows.at(-1);
    return {
      terms: rows.map((row) => ({
        ...{ process: row.process, caseId: row.case_id, code: row.code, dueOn: row.due_on, startedBy: row.started_by },
        ...(row.ended_by_type === null ? {} : { endedByType: row.ended_by_type }),
        ...(row.handler === null ? {} : { handler: row.handler }),
        revision: row.revision,
      })),
      ...(last && rows.length >= limit ? { next: { passesAt: last.passes_at, caseId: last.case_id } } : {}),
    };
  }

  /**
   * Names the work that waits for the clock at an instant: another name as soon as there may be other work. Undefined
   * when there is none.
   */
  async waiting(instant: Date): Promise<string | undefined> {
    const { rows } = await serving(
      sql<{ position: string; passed: string | null }>`
        select k.position, (
          select extract(epoch from max(passes_at))::text from (
            select d.passes_at from read.case_deadline d
            where ${unmarked} and d.passes_at <= ${instant.toISOString()}::timestamptz
            order by d.passes_at desc limit 1) latest) as passed
        from read.checkpoint k`.execute(this.readSide.tables()),
    );
    const [found] = rows;
    return found?.passed ? `${found.position}-${found.passed}` : undefined;
  }
}
