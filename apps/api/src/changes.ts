import { sql } from 'kysely';
import { Observable, Subject } from 'rxjs';
import { type HistoryTables, NotYetProjected, type ReadSide } from '#foundation/read-model';
import { type StatusTables } from '#insights/status';

export interface Change {
  readonly caseId: string;
  readonly process: string;
  readonly event: string;
  readonly position: number;
  readonly gridCode: string | null;
  readonly village: string | null;
  /** Staff whose own case it is, for a case in no cell. */
  readonly own: readonly string[];
  /** Staff of whom the case complains: they are not told. */
  readonly accused: readonly string[];
}

/** What became visible to queries up to a position. `changes` is undefined where it is too much to tell one by one. */
export interface Advance {
  readonly position: number;
  readonly changes: readonly Change[] | undefined;
}

/** An import records thousands of steps in a breath: whoever watches then looks again instead of being told each. */
const maxChanges = 200;
const waitMs = 10_000;
const retryMs = 1_000;

/**
 * Tells what the read side has taken in, as it takes it in: a query sent upon an announcement sees what was announced.
 * Looks at the database only while somebody listens, once for all listeners.
 */
export class Changes {
  private readonly announced = new Subject<Advance>();
  private watching: Promise<void> | undefined;
  private readonly stopping = new AbortController();

  constructor(private readonly readSide: ReadSide) {}

  /** What follows from now on, after what was missed since `since`; completes when the api stops. */
  since(since: number | undefined): Observable<Advance> {
    return new Observable((listener) => {
      const early: Advance[] = [];
      let sent: number | undefined;
      const send = (advance: Advance): void => {
        if (sent === undefined) early.push(advance);
        else if (advance.position > sent) {
          sent = advance.position;
          listener.next(advance);
        }
      };
      const subscription = this.announced.subscribe({ next: send, complete: () => listener.complete() });
      this.watching ??= this.watch();
      void this.missed(since).then(
        (first) => {
          sent = first.position;
          listener.next(first);
          early.forEach(send);
        },
        (error: unknown) => listener.error(error),
      );
      return subscription;
    });
  }

  stop(): void {
    this.stopping.abort();
    this.announced.complete();
  }

  private async missed(since: number | undefined): Promise<Advance> {
    const position = await this.readSide.position();
    return since === undefined || since >= position ? { position, changes: [] } : this.between(since, position);
  }

  private async watch(): Promise<void> {
    const { signal } = this.stopping;
    let seen: number | undefined;
    while (!signal.aborted && this.announced.observed) {
      try {
        seen ??= await this.readSide.position();
        await this.readSide.waitForPosition(seen + 1, waitMs);
        const advance = await this.between(seen, await this.readSide.position());
        seen = advance.position;
        this.announced.next(advance);
      } catch (error) {
        // Nothing new, or the database is away: listeners keep their streams and are told when it is back.
        if (!(error instanceof NotYetProjected)) await pause(retryMs, signal);
      }
    }
    this.watching = undefined;
  }

  private async between(from: number, to: number): Promise<Advance> {
    const rows = await this.readSide
      .tables<HistoryTables & StatusTables>()
      .selectFrom('case_event as e')
      .leftJoin('case_status as s', 's.case_id', 'e.case_id')
      .leftJoin('grid_cell as g', 'g.code', 's.grid_code')
      .select(['e.case_id', 'e.process', 'e.type', 'e.position', 's.grid_code', 'g.village'])
      .select([staffOf('case_accused').as('accused'), staffOf('case_own').as('own')])
      .where('e.position', '>', String(from))
      .where('e.position', '<=', String(to))
      .orderBy('e.position')
      .limit(maxChanges + 1)
      .execute();
    const changes = rows.map((row) => ({
      caseId: row.case_id,
      process: row.process,
      event: row.type,
      position: Number(row.position),
      gridCode: row.grid_code,
      village: row.village,
      accused: row.accused,
      own: row.own,
    }));
    return { position: to, changes: changes.length > maxChanges ? undefined : changes };
  }
}

/** The staff that a table names for the case of the event. */
const staffOf = (table: 'case_accused' | 'case_own') =>
  sql<string[]>`array(select a.staff_ref from ${sql.id('read', table)} a where a.case_id = e.case_id)`;

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', () => (clearTimeout(timer), done()), { once: true });
  });
}
