import { type Pool } from 'pg';
import { createOnce } from '#foundation/backends';

/** What one request wants to hold while it decides and appends. */
export interface Wanted {
  readonly kind: string;
  readonly value: string;
  readonly process: string;
  readonly caseId: string;
  readonly requestId: string;
  readonly requestHash: string;
}

/** Who holds it already: a request under way, or a case whose event the read side has taken in. */
export interface Holder {
  readonly process: string;
  readonly caseId: string;
  readonly requestId?: string;
  readonly requestHash?: string;
  /** Taken by a request that may still be under way, as opposed to held by a recorded event. */
  readonly pending: boolean;
  readonly ageMs: number;
}

interface Waiting {
  readonly wanted: readonly Wanted[];
  readonly resolve: (holders: (Holder | undefined)[]) => void;
  readonly reject: (error: unknown) => void;
}

/** How long settled rows stay at least; milliseconds. */
const keepMs = 30_000;
const maxBatch = 500;

/** Any constant: it only has to be the same in every process that reserves. */
const creatingLock = 7_326_301;

const createTable = `
  create schema if not exists reservation;
  create table if not exists reservation.held (
    kind text not null,
    value text not null,
    process text not null,
    case_id uuid not null,
    request_id text not null,
    request_hash text not null,
    instance text not null,
    taken_at timestamptz not null default clock_timestamp(),
    primary key (kind, value)
  )`;

// Each row is looked up by its key, one at a time. Left to itself the planner, which knows nothing of a table that fills
// and empties within seconds, would read it whole for every few requests. A lateral look-up with a limit it cannot turn
// into anything else.
const held = `
  select * from reservation.held where kind = w.kind and value = w.value limit 1`;

const claimed = `
  select process, case_id from read.claims where kind = w.kind and value = w.value and w.kind <> 'request'
  union all
  select process, case_id from read.case_event where request_id = w.value and w.kind = 'request' limit 1`;

// One statement for a whole batch: whoever inserts first holds; the others learn who that is. The read side's claims
// are looked at in the same statement, and a reservation is swept away only long after they show it.
const reserve = `
  with wanted as (
    select * from unnest($1::text[], $2::text[], $3::text[], $4::uuid[], $5::text[], $6::text[])
      with ordinality as w (kind, value, process, case_id, request_id, request_hash, n)
  ), taken as (
    insert into reservation.held (kind, value, process, case_id, request_id, request_hash, instance)
    select distinct on (kind, value) kind, value, process, case_id, request_id, request_hash, $7 from wanted order by kind, value, n
    on conflict do nothing returning kind, value, process, case_id, request_id, request_hash
  )
  select w.n, t.case_id = w.case_id and t.request_id = w.request_id as taken,
    coalesce(t.process, h.process) as held_process, coalesce(t.case_id, h.case_id) as held_case,
    coalesce(t.request_id, h.request_id) as held_request, coalesce(t.request_hash, h.request_hash) as held_hash,
    coalesce((extract(epoch from clock_timestamp() - h.taken_at) * 1000)::float8, 0) as held_age,
    c.process as claimed_process, c.case_id as claimed_case
  from wanted w
  left join taken t on t.kind = w.kind and t.value = w.value
  left join lateral (${held}) h on true
  left join lateral (${claimed}) c on true
  order by w.n`;

// The read side may stand still for as long as its projector does. What it does not claim yet stays reserved, so both
// are seen to in one statement.
const sweep = `
  with reached as (select position from read.checkpoint),
  swept as (
    delete from reservation.held h using unnest($1::text[], $2::bigint[]) as r (request_id, position)
    where h.request_id = r.request_id and r.position <= (select position from reached)
  )
  select position from reached`;

// The same without taking anything: what a rehearsal looks at.
const look = `
  with wanted as (
    select * from unnest($1::text[], $2::text[], $3::uuid[]) with ordinality as w (kind, value, case_id, n)
  )
  select w.n, null::boolean as taken, h.process as held_process, h.case_id as held_case,
    h.request_id as held_request, h.request_hash as held_hash,
    coalesce((extract(epoch from clock_timestamp() - h.taken_at) * 1000)::float8, 0) as held_age,
    c.process as claimed_process, c.case_id as claimed_case
  from wanted w
  left join lateral (${held}) h on true
  left join lateral (${claimed}) c on true
  order by w.n`;

interface ReserveRow {
  readonly n: string;
  readonly taken: boolean | null;
  readonly held_process: string | null;
  readonly held_case: string | null;
  readonly held_request: string | null;
  readonly held_hash: string | null;
  readonly held_age: number | null;
  readonly claimed_process: string | null;
  readonly claimed_case: string | null;
}

/** Who may take a number, a place or a request id: asked by the one way in which steps are recorded. */
export type ClaimSource = Pick<Reservations, 'take' | 'release' | 'settle' | 'takeOver'>;

/**
 * Keeps two requests from taking the same number, place or request id at once. Rows live for the seconds between
 * deciding and the read side's own claims; the log stays the only truth, so a dropped table costs nothing but the
 * requests under way. Reservations that arrive while one statement runs share the next.
 */
export class Reservations {
  private queue: Waiting[] = [];
  private flushing = false;
  private done: { readonly requestId: string; readonly position: number; readonly at: number }[] = [];
  private sweeper: NodeJS.Timeout | undefined;
  /** Ids of the requests that came before what an earlier life had reserved was given free. */
  private askedSinceStart: Set<string> | undefined = new Set();

  constructor(
    private readonly pool: Pool,
    /** Name of the process that reserves: what it held when it was killed is given free by `forget`. */
    private readonly instance: string,
  ) {}

  /** Prepares the table. @returns the instant, by the database's clock, before which another life of this process reserved */
  async start(): Promise<string> {
    await createOnce(this.pool, creatingLock, createTable);
    const { rows } = await this.pool.query<{ now: string }>('select clock_timestamp()::text as now');
    this.sweeper = setInterval(() => void this.sweep().catch(() => undefined), 5_000);
    this.sweeper.unref();
    return rows[0]!.now;
  }

  stop(): void {
    clearInterval(this.sweeper);
  }

  /**
   * Gives free what this process held when it was killed, except what has been asked for again since. To be called once
   * the read side has taken in everything that the process may have appended.
   * @param before as `start` returned it
   */
  async forget(before: string): Promise<void> {
    await this.pool.query(
      'delete from reservation.held where instance = $1 and taken_at < $2::timestamptz and request_id <> all($3::text[])',
      [this.instance, before, [...(this.askedSinceStart ?? [])]],
    );
    this.askedSinceStart = undefined;
  }

  /** Takes what is free. @returns for each wanted one its present holder, undefined where it is now ours */
  take(wanted: readonly Wanted[]): Promise<(Holder | undefined)[]> {
    if (wanted.length === 0) return Promise.resolve([]);
    for (const { requestId } of this.askedSinceStart ? wanted : []) this.askedSinceStart?.add(requestId);
    return new Promise((resolve, reject) => {
      this.queue.push({ wanted, resolve, reject });
      if (!this.flushing) void this.flush();
    });
  }

  /** Takes nothing. @returns for each wanted one its present holder, undefined where it is free */
  async look(wanted: readonly Wanted[]): Promise<(Holder | undefined)[]> {
    if (wanted.length === 0) return [];
    const column = (name: keyof Wanted) => wanted.map((each) => each[name]);
    const { rows } = await this.pool.query<ReserveRow>({
      name: 'look',
      text: look,
      values: [column('kind'), column('value'), column('caseId')],
    });
    return wanted.map((each, at) => {
      const holder = holderOf(each, rows[at]!);
      return holder === 'unseen' ? undefined : holder;
    });
  }

  /** Gives back at once what a refused request had taken. */
  async release(wanted: readonly Wanted[]): Promise<void> {
    if (wanted.length === 0) return;
    await this.pool.query(
      `delete from reservation.held h using unnest($1::text[], $2::text[], $3::text[]) as r (kind, value, request_id)
       where h.kind = r.kind and h.value = r.value and h.request_id = r.request_id`,
      [wanted.map((each) => each.kind), wanted.map((each) => each.value), wanted.map((each) => each.requestId)],
    );
  }

  /** The request is recorded up to that log position: its rows are swept away once the read side claims the same. */
  settle(requestId: string, position: number): void {
    this.done.push({ requestId, position, at: performance.now() });
  }

  /**
   * Takes over from a holder that holds nothing in the log.
   * @param recorded requests that the holder has recorded: what they reserved is settled, though not yet swept away
   * @returns whether it was still that holder's
   */
  async takeOver(wanted: Wanted, from: Holder, recorded: readonly string[] = []): Promise<boolean> {
    if (!from.pending) return this.takeFromClaim(wanted, from, recorded);
    const { rowCount } = await this.pool.query(
      `update reservation.held set process = $3, case_id = $4, request_id = $5, request_hash = $6, instance = $7,
         taken_at = clock_timestamp()
       where kind = $1 and value = $2 and case_id = $8 and request_id = $9`,
      [
        ...[wanted.kind, wanted.value, wanted.process, wanted.caseId, wanted.requestId, wanted.requestHash],
        ...[this.instance, from.caseId, from.requestId],
      ],
    );
    return rowCount === 1;
  }

  private async takeFromClaim(wanted: Wanted, from: Holder, recorded: readonly string[]): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `insert into reservation.held as h (kind, value, process, case_id, request_id, request_hash, instance)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (kind, value) do update set process = excluded.process, case_id = excluded.case_id,
         request_id = excluded.request_id, request_hash = excluded.request_hash, instance = excluded.instance,
         taken_at = clock_timestamp()
         where h.request_id = excluded.request_id or (h.case_id = $8 and h.request_id = any($9))`,
      [
        ...[wanted.kind, wanted.value, wanted.process, wanted.caseId, wanted.requestId, wanted.requestHash],
        ...[this.instance, from.caseId, recorded],
      ],
    );
    return rowCount === 1;
  }

  private async flush(): Promise<void> {
    this.flushing = true;
    // Everything that arrives in this turn of the event loop goes along.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.queue.length > 0) {
      let size = 0;
      const batch: Waiting[] = [];
      while (this.queue.length > 0 && size < maxBatch) {
        const next = this.queue.shift()!;
        size += next.wanted.length;
        batch.push(next);
      }
      await this.reserve(batch);
    }
    this.flushing = false;
  }

  private async reserve(batch: readonly Waiting[]): Promise<void> {
    const all = batch.flatMap((each) => each.wanted);
    try {
      const column = (name: keyof Wanted) => all.map((each) => each[name]);
      const { rows } = await this.pool.query<ReserveRow>({
        name: 'reserve',
        text: reserve,
        values: [
          ...[column('kind'), column('value'), column('process'), column('caseId')],
          ...[column('requestId'), column('requestHash'), this.instance],
        ],
      });
      let at = 0;
      for (const each of batch) {
        const holders = each.wanted.map((wanted) => holderOf(wanted, rows[at++]!));
        if (holders.includes('unseen')) this.queue.push(each);
        else each.resolve(holders as (Holder | undefined)[]);
      }
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }

  private async sweep(): Promise<void> {
    const until = performance.now() - keepMs;
    const old = this.done.filter((each) => each.at < until);
    if (old.length === 0) return;
    const { rows } = await this.pool.query<{ position: string }>(sweep, [
      old.map((each) => each.requestId),
      old.map((each) => each.position),
    ]);
    const reached = Number(rows[0]?.position ?? -1);
    this.done = this.done.filter((each) => each.at >= until || each.position > reached);
  }
}

function holderOf(wanted: Wanted, row: ReserveRow): Holder | undefined | 'unseen' {
  if (row.claimed_case && row.claimed_case !== wanted.caseId)
    return { process: row.claimed_process!, caseId: row.claimed_case, pending: false, ageMs: Infinity };
  if (row.taken) return undefined;
  // Inserted by another process after this statement began: the next one sees it.
  if (!row.held_case) return 'unseen';
  // A case does not stand in its own way: its reopening takes the place it held before.
  if (row.held_case === wanted.caseId && (wanted.kind !== 'request' || row.held_request === wanted.requestId))
    return undefined;
  return {
    process: row.held_process!,
    caseId: row.held_case,
    requestId: row.held_request!,
    requestHash: row.held_hash!,
    pending: true,
    ageMs: row.held_age!,
  };
}
