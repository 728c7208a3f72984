import { type EventLog } from '#foundation/event-log';
import {
  type CaseState,
  type Deadline,
  emptyCase,
  evolve,
  type Obligation,
  fold,
  type Process,
} from '#foundation/process';
import { type AsOf, type ReadSide, type ReadTables, serving } from '#foundation/read-model';
import { type Kysely, sql } from 'kysely';
import { type CaseFilter, type CasePage, type CaseRow, type Scope } from './case-filter.js';
import { listCases } from './case-list.js';
import { standingOf } from './standing.js';
import { type StatusTables } from './tables.js';

export interface HistoryEntry {
  readonly eventId: string;
  readonly type: string;
  readonly revision: number;
  readonly position: number;
  /** State in which the case stood right after this event, as known then. */
  readonly status: string;
  /** Business date as it counts today. */
  readonly on: string;
  readonly recordedAt: string;
  readonly staffRef: string;
  readonly actingRole: string;
  readonly lateEntryReason?: string;
  /** As recorded; never changed. */
  readonly data: Readonly<Record<string, unknown>>;
  /** As it counts after corrections; absent when that is the same. */
  readonly corrected?: Readonly<Record<string, unknown>>;
  readonly correctedBy: readonly string[];
  readonly origin: unknown;
  readonly chain: { readonly previous: string; readonly hash: string } | undefined;
}

export interface CaseHistory {
  readonly caseId: string;
  readonly process: string;
  readonly position: number;
  readonly events: readonly HistoryEntry[];
}

export interface CaseDetail extends CaseRow {
  readonly obligations: readonly Obligation[];
  /** Every term that runs or ran. */
  readonly deadlines: readonly Deadline[];
}

interface QueryOptions {
  readonly scope?: Scope;
  readonly asOf?: AsOf;
}

/** Answers about cases: from the read side where many are asked for, from the log itself where one is. */
export class CaseQueries {
  private readonly db: Kysely<ReadTables<StatusTables>>;

  constructor(
    private readonly readSide: ReadSide,
    private readonly log: Pick<EventLog, 'readCase'>,
    private readonly processes: ReadonlyMap<string, Process>,
  ) {
    this.db = readSide.tables<StatusTables>();
  }

  /** The case numbers of those among the cases that have one already. */
  async numbers(caseIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await serving(
      this.db
        .selectFrom('case_number')
        .select(['case_id', 'label'])
        .where('case_id', '=', sql<string>`any(${[...caseIds]}::uuid[])`)
        .execute(),
    );
    return new Map(rows.map((row) => [row.case_id, row.label]));
  }

  /** A page of cases. @throws NotYetProjected while no build of the read side serves */
  async list(filter: CaseFilter): Promise<CasePage> {
    return serving(listCases(this.readSide, this.db, filter));
  }

  /** One case, undefined when it does not exist, did not yet, or lies outside the scope. */
  async get(caseId: string, options: QueryOptions = {}): Promise<CaseDetail | undefined> {
    const found = await this.state(caseId, options);
    if (!found) return undefined;
    const { process, state, caseNo, village } = found;
    const standing = standingOf(process, state);
    return {
      caseId,
      process: process.name,
      caseNo,
      status: standing.status,
      statusSince: standing.statusSince,
      gridCode: standing.gridCode ?? null,
      village,
      place: standing.place ?? null,
      openedOn: standing.openedOn ?? null,
      lastEvent: standing.lastEvent ?? null,
      lastOn: standing.lastOn ?? null,
      revision: state.revision,
      position: state.position,
      openObligations: state.obligations.length,
      obligations: state.obligations,
      deadlines: state.deadlines,
    };
  }

  /** Every step of a case as recorded and as it counts, oldest first. */
  async history(caseId: string, options: QueryOptions = {}): Promise<CaseHistory | undefined> {
    const found = await this.state(caseId, options);
    if (!found) return undefined;
    const { process, state, recorded } = found;
    const counting = new Map(state.events.map((event) => [event.id, event]));
    let then = emptyCase(process, caseId);
    return {
      caseId,
      process: process.name,
      position: state.position,
      events: recorded.map((event) => {
        const counts = counting.get(event.id);
        const { metadata } = event;
        then = evolve(process, then, event);
        return {
          eventId: event.id,
          type: event.type,
          revision: event.revision,
          position: event.position,
          status: then.status,
          on: counts?.on ?? metadata.occurredOn,
          recordedAt: metadata.recordedAt,
          staffRef: metadata.recordedByStaffRef,
          actingRole: metadata.actingRole,
          ...(metadata.lateEntryReason === undefined ? {} : { lateEntryReason: metadata.lateEntryReason }),
          data: event.data,
          ...(counts && counts.data !== event.data ? { corrected: counts.data } : {}),
          correctedBy: counts?.correctedBy ?? [],
          origin: metadata.origin,
          chain: metadata.chain,
        };
      }),
    };
  }

  /** The folded case with what the read side adds, if it may be seen. */
  private async state(
    caseId: string,
    { scope, asOf }: QueryOptions,
  ): Promise<
    | {
        process: Process;
        state: CaseState;
        recorded: Awaited<ReturnType<EventLog['readCase']>>;
        caseNo: string | null;
        village: string | null;
      }
    | undefined
  > {
    const known = await serving(
      this.db
        .selectFrom('case_status as s')
        .leftJoin('case_number as n', 'n.case_id', 's.case_id')
        .select(['s.process', 'n.label'])
        .where('s.case_id', '=', sql<string>`${caseId}::uuid`)
        .executeTakeFirst(),
    );
    const process = known && this.processes.get(known.process);
    if (!process) return undefined;
    const toPosition = asOf ? await this.readSide.positionAsOf(asOf) : undefined;
    const recorded = await this.log.readCase(
      `${process.name}-${caseId}`,
      toPosition === undefined ? {} : { toPosition },
    );
    if (recorded.length === 0) return undefined;
    const state = fold(process, caseId, recorded);
    const { gridCode } = standingOf(process, state);
    const village = gridCode === undefined ? null : await this.villageOf(gridCode);
    if (
      scope &&
      !(gridCode !== undefined && scope.grids.includes(gridCode)) &&
      !(village !== null && scope.villages.includes(village))
    )
      return undefined;
    return { process, state, recorded, caseNo: known.label, village };
  }

  private async villageOf(gridCode: string): Promise<string | null> {
    const cell = await this.db
      .selectFrom('grid_cell')
      .select('village')
      .where('code', '=', gridCode)
      .executeTakeFirst();
    return cell?.village ?? null;
  }
}
