import { Client } from 'pg';
import { causes } from '#coordination/causes';
import { demolition } from '#cases/demolition';
import { connect, type EventLog } from '#foundation/event-log';
import { type Process } from '#foundation/process';
import {
  gridCells,
  history,
  type Projection,
  Projector,
  type ProjectorOptions,
  ReadSide,
} from '#foundation/read-model';
import { type Backends, startBackends } from '#foundation/testing';
import { FigureQueries, statistics } from '#insights/statistics';
import { CaseQueries, status } from '#insights/status';

export const processes: ReadonlyMap<string, Process> = new Map([[demolition.name, demolition]]);
export const projections: readonly Projection[] = [gridCells, history, status, statistics, causes];

export interface RunningProjector {
  /** Resolves with the number of the build that serves, each time one begins to. */
  readonly following: Promise<number>;
  stop(): Promise<void>;
}

/** The whole read side over real servers, as the projector and the api put it together. */
export class ReadSideUnderTest {
  readonly log: EventLog;
  readonly readSide: ReadSide;
  readonly cases: CaseQueries;
  readonly figures: FigureQueries;

  private constructor(readonly backends: Backends) {
    this.log = connect(backends.eventstoreUrl);
    this.readSide = new ReadSide(backends.databaseUrl);
    this.cases = new CaseQueries(this.readSide, this.log, processes);
    this.figures = new FigureQueries(this.readSide, processes);
  }

  static async start(): Promise<ReadSideUnderTest> {
    return new ReadSideUnderTest(await startBackends({ postgres: true, eventNode: true }));
  }

  project(options: Partial<ProjectorOptions> = {}): RunningProjector {
    const stopping = new AbortController();
    let started: (build: number) => void = () => undefined;
    const following = new Promise<number>((resolve) => (started = resolve));
    const projector = new Projector({
      log: this.log,
      databaseUrl: this.backends.databaseUrl,
      processes,
      projections,
      onFollowing: (build) => started(build),
      ...options,
    });
    const done = projector.run(stopping.signal);
    return {
      following,
      async stop() {
        stopping.abort();
        await done;
      },
    };
  }

  async stop(): Promise<void> {
    await this.readSide.close();
    await this.log.close();
    await this.backends.stop();
  }

  async query<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
    const client = new Client({ connectionString: this.backends.databaseUrl });
    await client.connect();
    try {
      return (await client.query<Row>(text, values)).rows;
    } finally {
      await client.end();
    }
  }

  /** Every row of every table of the serving build, as text, in an order of its own. */
  async everything(): Promise<Record<string, string[]>> {
    const tables: Record<string, string[]> = {};
    for (const table of projections.flatMap((projection) => projection.tables)) {
      const rows = await this.query<{ row: string }>(`select to_jsonb(t)::text as row from read.${table} t order by 1`);
      tables[table] = rows.map(({ row }) => row);
    }
    return tables;
  }
}
