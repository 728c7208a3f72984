import { Client } from 'pg';
import { type Process, claimKey, type CaseState, fold, heldClaims } from '#foundation/process';
import { connect, type LogEvent, verifyStream } from '#foundation/event-log';
import { demolition } from '#cases/demolition';

const registered: ReadonlyMap<string, Process> = new Map([[demolition.name, demolition]]);

/** The whole log, read past everything that the product derives from it. */
export class Truth {
  /** Cases folded by the engine, in the order of their first events. */
  readonly cases: readonly CaseState[];

  private constructor(
    readonly events: readonly LogEvent[],
    /** Position of the last event. */
    readonly head: number,
  ) {
    this.cases = [...this.streams].flatMap(([stream, events]) => {
      const [, name, caseId] = /^([^-]+)-(.+)$/.exec(stream)!;
      const process = registered.get(name!);
      return process ? [fold(process, caseId!, events)] : [];
    });
  }

  static async read(eventstoreUrl: string): Promise<Truth> {
    const log = connect(eventstoreUrl);
    const events: LogEvent[] = [];
    await log.readAll({ onBatch: (batch) => void events.push(...batch) });
    await log.close();
    return new Truth(events, events.at(-1)?.position ?? -1);
  }

  get streams(): ReadonlyMap<string, readonly LogEvent[]> {
    return Map.groupBy(this.events, ({ stream }) => stream);
  }

  get caseEvents(): readonly LogEvent[] {
    return this.events.filter(({ stream }) => registered.has(stream.split('-')[0]!));
  }

  /** What would be wrong with any log, whatever was asked of it. */
  faults(): string[] {
    const faults: string[] = [];
    for (const [id, same] of Map.groupBy(this.events, ({ id }) => id))
      if (same.length > 1) faults.push(`${id} is stored ${same.length} times`);
    for (const [stream, events] of this.streams) {
      const verdict = verifyStream(events);
      if (!verdict.ok) faults.push(`${stream} is broken at ${verdict.revision}: ${verdict.fault}`);
    }
    const holders = new Map<string, string>();
    for (const state of this.cases) {
      for (const claim of heldClaims(demolition, state)) {
        const other = holders.get(claimKey(claim));
        if (other) faults.push(`${claim.kind} ${claim.value} is held by ${other} and ${state.caseId}`);
        holders.set(claimKey(claim), state.caseId);
      }
    }
    return faults;
  }

  /** How the case list must show every case; numbers run without a gap through each year, in log order. */
  get list(): readonly Record<string, unknown>[] {
    const numbers = new Map<string, number>();
    return this.cases.map((state) => {
      const year = state.events[0]!.on.slice(0, 4);
      const number = (numbers.get(year) ?? 0) + 1;
      numbers.set(year, number);
      return {
        caseId: state.caseId,
        caseNo: `违建〔${year}〕第${number}号`,
        status: state.status,
        revision: state.revision,
        position: state.position,
        openObligations: state.obligations.length,
      };
    });
  }

  /** The half-years in which anything counts. */
  get periods(): readonly string[] {
    const halves = this.cases.flatMap(({ facts }) =>
      facts.map(({ on }) => `${on.slice(0, 4)}H${on.slice(5) <= '06-30' ? 1 : 2}`),
    );
    return [...new Set(halves)].sort();
  }

  /** Every counted or summed figure of a half-year, added up fact by fact. */
  figures(period: string): Readonly<Record<string, number>> {
    const [from, to] = period.endsWith('H1') ? ['01-01', '06-30'] : ['07-01', '12-31'];
    const year = period.slice(0, 4);
    const facts = this.cases
      .flatMap((state) => state.facts)
      .filter(({ on }) => on >= `${year}-${from}` && on <= `${year}-${to}`);
    return Object.fromEntries(
      demolition.figures
        .filter(({ aggregate }) => aggregate === 'count' || aggregate === 'sum')
        .map(({ id, factKind, where, aggregate }) => {
          const counted = facts.filter(
            ({ kind, dims }) =>
              kind === factKind && Object.entries(where).every(([name, codes]) => [codes].flat().includes(dims[name]!)),
          );
          return [
            id,
            aggregate === 'count' ? counted.length : counted.reduce((sum, { quantity }) => sum + quantity, 0),
          ];
        }),
    );
  }
}

/** Every row that queries can see, as text, by the name of its table. */
export async function readTables(databaseUrl: string): Promise<Record<string, readonly string[]>> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows: views } = await client.query<{ name: string }>(
      `select viewname as name from pg_views where schemaname = 'read' order by 1`,
    );
    const tables: Record<string, readonly string[]> = {};
    for (const { name } of views) {
      const { rows } = await client.query<{ row: string }>(
        `select to_jsonb(t)::text as row from read.${name} t order by 1`,
      );
      tables[name] = rows.map(({ row }) => row);
    }
    return tables;
  } finally {
    await client.end();
  }
}
