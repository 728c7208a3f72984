import { type LogEvent } from '#foundation/event-log';
import { type CaseState, type KnownCalendar, type Process } from '#foundation/process';

/** One event of a case, with the case before and after it. */
export interface CaseChange {
  readonly process: Process;
  readonly caseId: string;
  readonly event: LogEvent;
  readonly before: CaseState;
  readonly after: CaseState;
}

/** A stretch of the log that becomes visible at once. */
export interface Batch {
  /** Events of cases, in log order. */
  readonly changes: readonly CaseChange[];
  /** Events of streams that are no case, for example the township's settings. */
  readonly others: readonly LogEvent[];
  /** The position that the read side stands at after this batch. */
  readonly position: number;
  /** The calendars known at that position, oldest first. A holiday notice has a batch of its own. */
  readonly calendars: readonly KnownCalendar[];
  /** With a holiday notice: the cases that a projection names as waiting for it, though nothing happened in them. */
  readonly revisited: readonly RevisitedCase[];
}

export interface RevisitedCase {
  readonly process: Process;
  readonly caseId: string;
  readonly state: CaseState;
}

/** SQL to run in the transaction of a batch. Texts are few and repeat; only values change. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * A read model: tables and how events become their rows. It reads no clock and no other read model, and settings only
 * as the log tells them, so that building it again gives the same rows. It answers every event, with rows or with nothing; it never throws.
 */
export interface Projection {
  readonly name: string;
  /** Raised whenever the tables or their contents would come out differently: the read side is then rebuilt. */
  readonly version: number;
  /** Names of its tables; each is shown to queries as `read.<table>`. */
  readonly tables: readonly string[];
  /** `create table` statements, with the keys that writing needs. */
  createTables(schema: string): readonly string[];
  /** What only queries need, made after a rebuild has loaded the tables; `create index if not exists`. */
  createIndexes(schema: string): readonly string[];
  /** Query for `process` and `case_id` of the cases that a further holiday notice may change. */
  awaitingCalendar?(schema: string): Statement;
  /** Set-based SQL for a whole batch. Applying a batch a second time changes nothing. */
  apply(batch: Batch, schema: string): readonly Statement[];
}

/** Identifies what the code would build: builds of another version are replaced. */
export const versionOf = (projections: readonly Projection[], processesVersion = '1'): string =>
  [`cases:${processesVersion}`, ...projections.map((each) => `${each.name}:${each.version}`)].join(' ');
