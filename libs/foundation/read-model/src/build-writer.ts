import { type EventLog } from '#foundation/event-log';
import { type Process } from '#foundation/process';
import { lockBuild, POSITION_CHANNEL, schemaOf } from './builds.js';
import { dedicatedConnection, type DedicatedConnection } from './connection.js';
import { FoldCache } from './fold-cache.js';
import { type Batch, type Projection, type Statement } from './projection.js';

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
/** Under load a transaction for every few events would cost more than the events; nobody notices so short a wait. */
const LINGER_MS = 15;
const DIVISION_BY_ZERO = '22012';

const announcement = (position: number): { name: string; text: string; values: string[] } => ({
  name: 'announce',
  text: 'select pg_notify($1, $2)',
  values: [POSITION_CHANNEL, String(position)],
});

/**
 * Follows the log into one build. Rows and checkpoint of a batch commit in one transaction on the connection that
 * holds the build's lock, so each event counts exactly once, whatever is killed when. While the database commits one
 * batch the next is folded.
 */
export class BuildWriter {
  /** The position that is stored. */
  position = -1;
  private announces = false;
  private readonly stopping = new AbortController();
  private readonly statementNames = new Map<string, string>();
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
      await lockBuild(connection.client, number);
      const { rows } = await connection.client.query<{ position: string }>(
        `select position from ${schemaOf(number)}.checkpoint`,
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
    let storing: Promise<void> = Promise.resolve();
    try {
      for await (const { events, position, caughtUp } of this.options.log.follow(this.position, {
        signal,
        bulk: BULK,
        lingerMs: LINGER_MS,
      })) {
        const folded = events.length > 0 ? await cache.fold(events) : { changes: [], others: [] };
        await storing;
        if (signal.aborted) break;
        if (position > this.position) {
          storing = this.store({ ...folded, position });
          // Its failure is met at the next await; until then it must not count as unhandled.
          storing.catch(() => undefined);
        }
        if (caughtUp && this.caughtUpOnce) {
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

  private async store(batch: Batch): Promise<void> {
    const schema = schemaOf(this.number);
    const statements = this.options.projections.flatMap((projection) => projection.apply(batch, schema));
    const said = this.announces;
    try {
      await this.connection.sendTogether([
        'begin',
        // Nobody else can have moved the checkpoint; if somebody has, the division ends the transaction.
        {
          name: 'checkpoint',
          text: `with moved as (update ${schema}.checkpoint set position = $1 where position = $2 returning 1)
                 select 1 / count(*) from moved`,
          values: [batch.position, this.position],
        },
        ...statements.map((statement) => this.prepared(statement)),
        ...(said ? [announcement(batch.position)] : []),
        'commit',
      ]);
    } catch (error) {
      if ((error as { code?: unknown }).code === DIVISION_BY_ZERO)
        throw new Error(`Build ${this.number} has moved on without this writer.`, { cause: error });
      throw error;
    }
    this.position = batch.position;
    // It became the one that serves while this batch was on its way.
    if (this.announces && !said) await this.connection.client.query(announcement(batch.position));
    if (this.waiters.length === 0) return;
    for (const waiter of this.waiters) if (waiter.position <= this.position) waiter.resolve();
    this.waiters = this.waiters.filter((waiter) => waiter.position > this.position);
  }

  /** Texts repeat for ever; the server need not parse them again. */
  private prepared({ text, values }: Statement): { name: string; text: string; values: unknown[] } {
    let name = this.statementNames.get(text);
    if (!name) this.statementNames.set(text, (name = `s${this.statementNames.size}`));
    return { name, text, values: [...values] };
  }
}
