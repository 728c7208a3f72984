import { setTimeout as delay } from 'node:timers/promises';
import { type CommandRecorder, type Recorded, type SeriesRequest } from '#foundation/commands';
import {
  type GoodRow,
  type Ledger,
  type LedgerMapping,
  readLedger,
  readSheet,
  recogniseLedger,
  type StepTaken,
} from '#foundation/ledger';
import { type Actor, normaliseNumber, type Process, Refusal } from '#foundation/process';
import { type TownshipSettings } from '#foundation/settings';
import { type ImportResult, resultOf, type RowVerdict } from './verdict.js';

export interface LedgerImport {
  readonly file: Uint8Array;
  /** Named as the origin of every event. */
  readonly fileName: string;
  readonly mappings: readonly LedgerMapping[];
  readonly processes: ReadonlyMap<string, Process>;
  readonly commandSide: CommandRecorder;
  readonly settings: () => TownshipSettings;
  /** Who imports: acts for whoever took the steps for which the ledger names nobody. */
  readonly importer: { readonly staffRef: string };
  /** Log position at which this import began, when it was begun for the first time. */
  readonly begunAt: number;
  /** Gives the same verdicts and records nothing. */
  readonly dryRun: boolean;
  readonly onProgress?: (progress: { readonly rowsDone: number; readonly rowsTotal: number }) => void;
  /** Stops between two rows. What is recorded stays, and is found when the file is imported again. */
  readonly signal?: AbortSignal;
}

/** How long one row may wait for the log, the read side or PostgreSQL to come back, in milliseconds. */
const rowPatienceMs = 60_000;
const longestPauseMs = 2_000;
/** A case number becomes the request id of its row, and indexes do not hold texts of any length. */
const maxNumberLength = 100;

/**
 * Imports a paper ledger, row after row in the order of the file: each row is one case, its steps recorded all or none.
 * Steps that belong into other cases, such as payments out of a project's money, are recorded with it.
 *
 * The number of the case is the request id of its row and the row's content its hash. So importing a file again changes
 * nothing and gives the same verdicts, an import that was interrupted is simply begun again, and a row that was changed
 * after it had been accepted is R-ALL-06. A refused row leaves nothing behind; corrected, it is a new row.
 *
 * @throws Refusal R-IMPORT-FILE when the file is no known ledger. Any other error means that a server stayed away: no
 * row is refused for that, and the import is to be begun again.
 */
export async function importLedger(order: LedgerImport): Promise<ImportResult> {
  const sheet = readSheet(order.file);
  const mapping = recogniseLedger(sheet, order.mappings);
  const ledger: Ledger = readLedger(sheet, mapping);
  const rowImport = new RowImport(order, mapping);
  const verdicts: RowVerdict[] = [];
  const rowsTotal = ledger.rows.length;
  order.onProgress?.({ rowsDone: 0, rowsTotal });
  for (const row of ledger.rows) {
    order.signal?.throwIfAborted();
    verdicts.push(
      'refusal' in row ? refused(row.row, undefined, cellRefusal(row.refusal)) : await rowImport.verdictOf(row),
    );
    order.onProgress?.({ rowsDone: verdicts.length, rowsTotal });
  }
  return resultOf(ledger.kind, verdicts);
}

/** Where a number of a person stands is for nobody to read: R-ALL-11 names the row alone. */
const cellRefusal = ({ code, column }: { readonly code: string; readonly column: string }) =>
  code === 'R-IMPORT-CELL' ? { code, column } : { code };

/** What a row records in one case: its own, or another named by its registered number. */
interface RowRequest extends SeriesRequest {
  readonly of: StepTaken['of'];
  /** The same for all requests of the row into one case. */
  readonly key: string;
  /** The row begins that case itself: one that already bears its number is another one (R-ALL-06). */
  readonly opens: boolean;
}

class RowImport {
  private readonly commands: CommandRecorder;
  /** Request ids of the rows of this file that were accepted. */
  private readonly accepted = new Set<string>();

  constructor(
    private readonly order: LedgerImport,
    private readonly mapping: LedgerMapping,
  ) {
    if (!order.processes.has(mapping.process))
      throw new Error(`the ledger ${mapping.kind} belongs to no process: ${mapping.process}`);
    this.commands = order.dryRun ? order.commandSide.rehearsal() : order.commandSide;
  }

  async verdictOf(row: GoodRow): Promise<RowVerdict> {
    const { caseNumber, steps } = row;
    const opening = steps[0]?.event;
    const numberColumn = this.mapping.caseNumber.header;
    if (caseNumber.length > maxNumberLength)
      return refused(row.row, undefined, { code: 'R-IMPORT-CELL', column: numberColumn });
    if (caseNumber === '' || opening === undefined)
      return refused(row.row, caseNumber, { code: 'R-ALL-05', step: opening });
    const requests = this.requestsOf(row);
    const requestId = this.requestIdOf(row);
    if (this.accepted.has(requestId)) return refused(row.row, caseNumber, { code: 'R-ALL-06', step: opening });
    const outcome = await this.recordAll(requests);
    if (outcome instanceof Refusal)
      return refused(row.row, caseNumber, { code: outcome.code, step: outcome.step ?? opening });
    this.accepted.add(requestId);
    const { caseId, position } = outcome;
    // What was recorded before this import was broken off is its own doing all the same.
    const first = outcome.first || position > this.order.begunAt;
    return {
      row: row.row,
      verdict: 'accepted',
      ledgerNumber: caseNumber,
      // A rehearsed case that is not recorded has an id that nobody will ever see again.
      ...(this.order.dryRun && first ? {} : { caseId }),
      first,
    };
  }

  /**
   * In the order of the row's steps, because what one case may do hangs on how far another is. Steps of one case that
   * follow each other are one request; each case's first request bears its plain name, later ones a number.
   */
  private requestsOf(row: GoodRow): readonly RowRequest[] {
    const { process: name, kind } = this.mapping;
    const runs: { readonly key: string; readonly of: StepTaken['of']; readonly steps: StepTaken[] }[] = [];
    for (const taken of row.steps) {
      const key = taken.of ? `:${taken.of.process}:${normaliseNumber(taken.of.number)}` : '';
      if (runs.at(-1)?.key !== key) runs.push({ key, of: taken.of, steps: [] });
      runs.at(-1)!.steps.push(taken);
    }
    return runs.map(({ key, of, steps }, at) => {
      const process = this.order.processes.get(of?.process ?? name);
      const earlier = runs.slice(0, at).filter((run) => run.key === key).length;
      const own = process?.stepOfEvent.get(steps[0]!.event)?.moves.some(({ from }) => from.includes('NONE'));
      return {
        of,
        key,
        opens: earlier === 0 && own === true,
        process: process!,
        steps: steps.map(({ event, on, fields, actorStaffRef }) => {
          const step = process?.stepOfEvent.get(event);
          if (!process || !step) throw new Error(`the ledger ${kind} names a step that its process lacks: ${event}`);
          return {
            ...{ process, step, body: fields, actor: this.actorOf(actorStaffRef) },
            ...(step.occurredOn === 'recorded' ? { occurredOn: on } : {}),
          };
        }),
        requestId: `${this.requestIdOf(row)}${key}${earlier === 0 ? '' : `#${earlier + 1}`}`,
        requestHash: row.contentHash,
        origin: { kind: 'ledger', file: this.order.fileName, row: row.row },
      };
    });
  }

  private readonly requestIdOf = (row: GoodRow): string =>
    `ledger:${this.mapping.kind}:${normaliseNumber(row.caseNumber)}`;

  /** All or none: what goes into several cases is tried out as a whole before any of it is recorded. */
  private async recordAll(requests: readonly RowRequest[]): Promise<Recorded | Refusal> {
    if (requests.length > 1) {
      const tried = await this.recordInOrder(this.commands.rehearsal(), requests);
      if (tried instanceof Refusal) return tried;
    }
    return this.recordInOrder(this.commands, requests);
  }

  /** @returns the first of what was recorded in the row's own case, or the refusal met first */
  private async recordInOrder(commands: CommandRecorder, requests: readonly RowRequest[]): Promise<Recorded | Refusal> {
    const caseIds = new Map<string, string>();
    let first: Recorded | undefined;
    for (const request of requests) {
      const outcome = await this.record(commands, request, caseIds.get(request.key));
      if (outcome instanceof Refusal) return outcome;
      caseIds.set(request.key, outcome.caseId);
      if (request.of === undefined) first ??= outcome;
    }
    return first!;
  }

  /** Whom the ledger names acts in the roles that the staff register gives; somebody unknown to it has none. */
  private actorOf(staffRef: string | undefined): Actor {
    const everywhere = { grids: [], villages: [] };
    if (staffRef === undefined)
      return { staffRef: this.order.importer.staffRef, roles: [], onBehalf: true, ...everywhere };
    return { staffRef, roles: this.order.settings().staff.get(staffRef)?.roles ?? [], ...everywhere };
  }

  /** Servers that restart refuse no row: what is not an answer of the rules is tried again, for a time. */
  private async record(
    commands: CommandRecorder,
    { of, key: _, opens, ...request }: RowRequest,
    known: string | undefined,
  ): Promise<Recorded | Refusal> {
    const giveUpAt = performance.now() + rowPatienceMs;
    for (let pause = 50; ; pause = Math.min(2 * pause, longestPauseMs)) {
      try {
        const caseId = known ?? (of && !opens ? await commands.caseIdOf(of.process, of.number) : undefined);
        return await commands.record({ ...request, ...(caseId ? { caseId } : {}) });
      } catch (error) {
        if (error instanceof Refusal) {
          error.step ??= request.steps[0]?.step.event;
          return error;
        }
        if (performance.now() + pause > giveUpAt) throw error;
        await delay(pause, undefined, this.order.signal ? { signal: this.order.signal } : {});
      }
    }
  }
}

function refused(
  row: number,
  ledgerNumber: string | undefined,
  { code, step, column }: { readonly code: string; readonly step?: string; readonly column?: string },
): RowVerdict {
  return {
    row,
    verdict: 'refused',
    ...(ledgerNumber ? { ledgerNumber } : {}),
    code,
    ...(step ? { step } : {}),
    ...(column ? { column } : {}),
  };
}
