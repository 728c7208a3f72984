import { type EventLog } from '#foundation/event-log';
import { type CaseState, emptyCase, evolve, type Obligation, fold, type Process, type Term } from '#foundation/process';
import { type AsOf, type ReadSide, type ReadTables, serving } from '#foundation/read-model';
import { type Kysely, sql } from 'kysely';
import { type CaseFilter, type CasePage, type CaseRow, type Scope } from './case-filter.js';
import { listCases } from './case-list.js';
import { owedEffects } from './due-dates.js';
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
  /** Every term that runs or ran, in the order in which they began. */
  readonly deadlines: readonly DeadlineRow[];
}

/** A deadline as it is stored: when it falls due, by which rule and calendar, and what became of it. */
export interface DeadlineRow {
  readonly code: string;
  readonly startedBy: string;
  readonly startedOn: string;
  readonly terms: readonly Term[];
  /** Null when nothing falls due, and while the day lies beyond the holiday notices (`awaitsCalendar`). */
  readonly dueOn: string | null;
  readonly awaitsCalendar: boolean;
  /** Version of the calendar by which it was counted. */
  readonly calendar: string;
  readonly owner: string;
  /** Who was assigned to the case for the role that owes it. */
  readonly handler?: string;
  /** How it ended; `open` while it runs, also past its day. */
  readonly end: 'open' | 'met' | 'void';
  readonly endedBy?: string;
  readonly endedOn?: string;
  /** `missed`: it ended after its day, or the clock recorded the miss; it may still be owed. */
  readonly status: 'open' | 'met' | 'missed' | 'void';
  readonly missedBy?: string;
}

interface QueryOptions {
  readonly scope?: Scope;
  /** Staff code of whoever asks: a case that complains of them does not exist. */
  readonly hiddenFrom?: string;
  readonly asOf?: AsOf;
}

/** Answers about cases: from the read side where many are asked for, from the log itself where one is. */
export class CaseQueries {
  private readonly db: Kysely<ReadTables<StatusTables>>;

  constructor(
    private readonly readSide: ReadSide,
    private readonly log: Pick<EventLog, 'readCase'>,
    private readonly processes: ReadonlyMap<string, Process>,
    private readonly options: { readonly mostFound?: number } = {},
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

  /** When the last event up to a position was recorded; undefined before the first. */
  async recordedAt(position: number): Promise<Date | undefined> {
    const found = await serving(
      this.db
        .selectFrom('case_event')
        .select('recorded_at')
        .where('position', '<=', String(position))
        .where('recorded_at', 'is not', null)
        .orderBy('position', 'desc')
        .limit(1)
        .executeTakeFirst(),
    );
    return found?.recorded_at ?? undefined;
  }

  /** Those among the cases that complain of that member of staff, and are hidden from them. */
  async hidden(staffRef: string, caseIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (caseIds.length === 0) return new Set();
    const rows = await serving(
      this.db
        .selectFrom('case_accused')
        .select('case_id')
        .where('staff_ref', '=', staffRef)
        .where('case_id', '=', sql<string>`any(${[...caseIds]}::uuid[])`)
        .execute(),
    );
    return new Set(rows.map((row) => row.case_id));
  }

  /** Whether a case lies in the cells or villages of a person, or in none and is the person's own. */
  async within(
    { grids, villages, own }: Scope,
    { caseId, gridCode, village }: Pick<CaseRow, 'caseId' | 'gridCode' | 'village'>,
  ): Promise<boolean> {
    if (gridCode !== null) return grids.includes(gridCode) || (village !== null && villages.includes(village));
    if (own === undefined) return false;
    const found = await serving(
      this.db
        .selectFrom('case_own')
        .select('case_id')
        .where('staff_ref', '=', own)
        .where('case_id', '=', sql<string>`${caseId}::uuid`)
        .executeTakeFirst(),
    );
    return found !== undefined;
  }

  /** A page of cases. @throws NotYetProjected while no build of the read side serves */
  async list(filter: CaseFilter): Promise<CasePage> {
    return serving(listCases(this.readSide, this.db, filter, this.options.mostFound));
  }

  /** One case, undefined when it does not exist, did not yet, lies outside the scope or is hidden. */
  async get(caseId: string, options: QueryOptions = {}): Promise<CaseDetail | undefined> {
    const found = await this.state(caseId, options);
    if (!found) return undefined;
    const { process, state, caseNo, village, toPosition } = found;
    const standing = standingOf(state);
    const deadlines = await this.deadlines(state, toPosition);
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
      nextDueOn: nextOf(deadlines, process),
      deadlines,
    };
  }

  /** The due dates of a case as stored; those known at a position where one is given. */
  private async deadlines(state: CaseState, position: number | undefined): Promise<readonly DeadlineRow[]> {
    // The case comes from the log: its dates are asked for once the read side has seen as much of it. Where it lags far
    // behind, what it has is better than nothing.
    if (position === undefined) await this.readSide.waitForPosition(state.position).catch(() => undefined);
    const rows = await this.db
      .selectFrom('case_deadline')
      .selectAll()
      .where('case_id', '=', sql<string>`${state.caseId}::uuid`)
      .where(
        position === undefined
          ? sql<boolean>`until is null`
          : sql<boolean>`since <= ${position} and (until is null or until > ${position})`,
      )
      .execute();
    const began = new Map(state.events.map(({ id, revision }) => [id, revision]));
    return rows
      .sort((a, b) => (began.get(a.started_by) ?? 0) - (began.get(b.started_by) ?? 0) || (a.code < b.code ? -1 : 1))
      .map((row) => deadlineRow(row, position ?? Number.MAX_SAFE_INTEGER));
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
    { scope, asOf, hiddenFrom }: QueryOptions,
  ): Promise<
    | {
        process: Process;
        state: CaseState;
        recorded: Awaited<ReturnType<EventLog['readCase']>>;
        caseNo: string | null;
        village: string | null;
        toPosition: number | undefined;
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
    if (hiddenFrom !== undefined && (await this.hidden(hiddenFrom, [caseId])).has(caseId)) return undefined;
    const toPosition = asOf ? await this.readSide.positionAsOf(asOf) : undefined;
    const recorded = await this.log.readCase(
      `${process.name}-${caseId}`,
      toPosition === undefined ? {} : { toPosition },
    );
    if (recorded.length === 0) return undefined;
    const state = fold(process, caseId, recorded);
    const { gridCode } = state.summary;
    const village = gridCode === undefined ? null : await this.villageOf(gridCode);
    if (scope && !(await this.within(scope, { caseId, gridCode: gridCode ?? null, village }))) return undefined;
    return { process, state, recorded, caseNo: known.label, village, toPosition };
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

function deadlineRow(row: StatusTables['case_deadline'], position: number): DeadlineRow {
  const ended = row.ended_as !== null && Number(row.ended_at) <= position;
  const missed = row.missed_by !== null && Number(row.missed_at) <= position;
  const end = ended ? row.ended_as! : 'open';
  return {
    ...{ code: row.code, startedBy: row.started_by, startedOn: row.started_on, terms: row.terms },
    ...{ dueOn: row.due_on, awaitsCalendar: row.awaits_calendar, calendar: row.calendar, owner: row.owner },
    ...(row.handler === null ? {} : { handler: row.handler }),
    end,
    ...(ended ? { endedBy: row.ended_by!, endedOn: row.ended_on! } : {}),
    status: missed || (ended && row.late) ? 'missed' : end,
    ...(missed ? { missedBy: row.missed_by! } : {}),
  };
}

/** The day of the first of these that is open and owed by the government. */
function nextOf(deadlines: readonly DeadlineRow[], process: Process): string | null {
  const owed = new Set(
    process.deadlines
      .filter(({ effect }) => (owedEffects as readonly string[]).includes(effect))
      .map(({ code }) => code),
  );
  const days = deadlines.flatMap(({ code, end, dueOn }) => (end === 'open' && owed.has(code) ? (dueOn ?? []) : []));
  return days.sort()[0] ?? null;
}
