import { type EventLog, type LogEvent } from '#foundation/event-log';
import { type KnownCalendar, type Process } from '#foundation/process';
import { calendarsAfter, isHolidayNotice, SETTINGS_STREAM } from '#foundation/settings';
import { lockBuild, POSITION_CHANNEL, schemaOf } from './builds.js';
import { dedicatedConnection, type DedicatedConnection } from './connection.js';
import { FoldCache, SLICE, turnOfOthers } from './fold-cache.js';
import { type Batch, type Projection, type RevisitedCase, type Statement } from './projection.js';

export interface BuildWriterOptions {
  readonly log: EventLog;
  readonly databaseUrl: string;
  readonly processes: ReadonlyMap<string, Process>;
  readonly projections: readonly Projection[];
  /** Bound of the fold cache: events held in memory. */
  readonly maxEventsHeld: number;
}

/** Two transactions a second are plenty while a build loads; one an event would be the end of it. */
const BULK = 1_000;
/** What gathers while a batch is worked on: the steps of a case in one batch cost little more than one, up to here. */
const BUFFER = 2_048;
/** Under load a transaction for every few events would cost more than the events; nobody notices so short a wait. */
const LINGER_MS = 25;
const DIVISION_BY_ZERO = '22012';

const announcement = (position: number): Statement => ({
  text: 'select pg_notify($1, $2)',
  values: [POSITION_CHANNEL, String(position)],
});

/**
 * Follows the log into one build. Rows and checkpoint of a batch commit in one transaction on the connection that
 * holds the build's lock, so each event counts exactly once, whatever is killed when. While the database stores one
 * batch a second one may wait for it, and the rows of a third are made: neither side stands still for a slow batch.
 */
export class BuildWriter {
  /** The position that is stored. */
  position = -1;
  private announces = false;
  private readonly stopping = new AbortController();
  private readonly plans = new Plans();
  private caughtUpOnce: (() => void) | undefined;
  readonly caughtUp = new Promise<void>((resolve) => (this.caughtUpOnce = resolve));
  private waiters: { position: number; resolve: () => void }[] = [];

  private constructor(
    readonly number: number,
    private readonly connection: DedicatedConnection,
    private readonly options: BuildWriterOptions,
  ) {}

  /** Connects and waits until nobody else can write to the build. */
  static async open(number: number, options: BuildWriterOptions): Promise<BuildWriter> {
    const connection = await dedicatedConnection(options.databaseUrl, `liuhen read build ${number}`);
    try {
      await connection.answered(lockBuild(connection.client, number));
      const { rows } = await connection.answered(
        connection.client.query<{ position: string }>(`select position from ${schemaOf(number)}.checkpoint`),
      );
      const writer = new BuildWriter(number, connection, options);
      writer.position = Number(rows[0]!.position);
      return writer;
    } catch (error) {
      await connection.close();
      throw error;
    }
  }

  /** From now on each commit says aloud which position queries can see. */
  announce(): void {
    this.announces = true;
  }

  /** Ends `run` after the batch that is being stored. */
  stop(): void {
    this.stopping.abort();
  }

  /** Resolves when everything up to that position is stored. */
  async reached(position: number): Promise<void> {
    if (this.position >= position) return;
    await new Promise<void>((resolve) => this.waiters.push({ position, resolve }));
  }

  /** Follows until stopped. @throws when the database or the log fails in a way that it cannot wait out */
  async run(): Promise<void> {
    const signal = AbortSignal.any([this.stopping.signal, this.connection.lost]);
    const cache = new FoldCache(this.options.log, this.options.processes, this.options.maxEventsHeld);
    // The batch handed over last, with all before it; and the one before that, with all before it.
    let storing: Promise<void> = Promise.resolve();
    let storingEarlier = storing;
    let handedOver = this.position;
    try {
      let calendars = await this.knownCalendars();
      for await (const { events, position, caughtUp } of this.options.log.follow(this.position, {
        signal,
        bulk: BULK,
        buffer: BUFFER,
        lingerMs: LINGER_MS,
      })) {
        for (const part of apartFromNotices(events, position)) {
          const folded = part.events.length > 0 ? await cache.fold(part.events) : { changes: [], others: [] };
          calendars = calendarsAfter(calendars, folded.others);
          const notice = part.events.some(isHolidayNotice);
          // What waits for a notice is found in the tables as the batch before left them.
          if (notice) await storing;
          const revisited = notice ? await this.revisit(cache, part.position) : [];
          const statements = await this.statementsOf({ ...folded, position: part.position, calendars, revisited });
          await storingEarlier;
          if (signal.aborted) break;
          if (part.position <= handedOver) continue;
          handedOver = part.position;
          storingEarlier = storing;
          storing = storing.then(() => this.store(part.position, part.events.length, statements));
          // Its failure is met at the next await; until then it must not count as unhandled.
          storing.catch(() => undefined);
        }
        if (caughtUp && this.caughtUpOnce && !signal.aborted) {
          await storing;
          this.caughtUpOnce();
          this.caughtUpOnce = undefined;
        }
      }
      await storing;
      if (this.connection.lost.aborted) throw this.connection.lost.reason;
    } finally {
      await this.connection.close();
    }
  }

  /** The calendars as they were known at the position from which this build goes on. */
  private async knownCalendars(): Promise<readonly KnownCalendar[]> {
    return calendarsAfter([], await this.options.log.readCase(SETTINGS_STREAM, { toPosition: this.position }));
  }

  /** The cases that wait for a holiday notice, as they stand at its position. */
  private async revisit(cache: FoldCache, position: number): Promise<readonly RevisitedCase[]> {
    const revisited: RevisitedCase[] = [];
    for (const projection of this.options.projections) {
      const question = projection.awaitingCalendar?.(schemaOf(this.number));
      if (!question) continue;
      const { rows } = await this.connection.answered(
        this.connection.client.query<{ process: string; case_id: string }>(question.text, [...question.values]),
      );
      for (const row of rows) {
        const process = this.options.processes.get(row.process);
        if (process) {
          const state = await cache.at(process, row.case_id, position);
          revisited.push({ process, caseId: row.case_id, state });
        }
      }
    }
    return revisited;
  }

  private async statementsOf(batch: Batch): Promise<readonly Statement[]> {
    const statements: Statement[] = [];
    for (const projection of this.options.projections) {
      statements.push(...projection.apply(batch, schemaOf(this.number)));
      if (batch.changes.length > SLICE) await turnOfOthers();
    }
    return statements;
  }

  private async store(position: number, events: number, statements: readonly Statement[]): Promise<void> {
    const schema = schemaOf(this.number);
    const said = this.announces;
    try {
      await this.connection.sendTogether([
        ...this.plans.renewed(events),
        'begin',
        // Nobody else can have moved the checkpoint; if somebody has, the division ends the transaction.
        this.plans.named({
          text: `with moved as (update ${schema}.checkpoint set position = $1 where position = $2 returning 1)
                 select 1 / count(*) from moved`,
          values: [position, this.position],
        }),
        ...statements.map((statement) => this.plans.named(statement)),
        ...(said ? [this.plans.named(announcement(position))] : []),
        'commit',
      ]);
    } catch (error) {
      if ((error as { code?: unknown }).code === DIVISION_BY_ZERO)
        throw new Error(`Build ${this.number} has moved on without this writer.`, { cause: error });
      throw error;
    }
    this.position = position;
    // It became the one that serves while this batch was on its way.
    if (this.announces && !said)
      await this.connection.answered(this.connection.client.query(this.plans.named(announcement(position))));
    if (this.waiters.length === 0) return;
    for (const waiter of this.waiters) if (waiter.position <= this.position) waiter.resolve();
    this.waiters = this.waiters.filter((waiter) => waiter.position > this.position);
  }
}

interface Prepared {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

/**
 * Texts repeat for ever; the server need not parse and plan them again. But it plans for the tables as large as they
 * are: whenever as many events again have been stored, the old plans are given up. A plan made for an empty table may
 * go through the wrong one of its indexes, and would do so for all the rows to come.
 */
class Plans {
  private readonly names = new Map<string, string>();
  private made = 0;
  private stored = 0;
  private renewAt = 64;

  /** What to send before so many events are stored. */
  renewed(events: number): readonly string[] {
    this.stored += events;
    if (this.stored < this.renewAt) return [];
    while (this.stored >= this.renewAt) this.renewAt *= 2;
    this.names.clear();
    return ['deallocate all'];
  }

  named({ text, values }: Statement): Prepared {
    let name = this.names.get(text);
    if (!name) this.names.set(text, (name = `s${this.made++}`));
    return { name, text, values: [...values] };
  }
}

/** A batch in parts, each holiday notice in one of its own: what it changes is told at its position and no other. */
function apartFromNotices(
  events: readonly LogEvent[],
  position: number,
): readonly { readonly events: readonly LogEvent[]; readonly position: number }[] {
  if (!events.some(isHolidayNotice)) return [{ events, position }];
  const parts: LogEvent[][] = [[]];
  for (const event of events) {
    if (isHolidayNotice(event)) parts.push([event], []);
    else parts.at(-1)!.push(event);
  }
  const told = parts.filter((part) => part.length > 0);
  return told.map((part, index) => ({
    events: part,
    position: index === told.length - 1 ? position : part.at(-1)!.position,
  }));
}
