import { setTimeout as delay } from 'node:timers/promises';
import { type CommandSide, type SeriesRequest } from '#foundation/commands';
import { type GoodRow, type Ledger, type LedgerMapping, readLedger, readSheet, recogniseLedger } from '#foundation/ledger';
import { type Actor, normaliseNumber, type Process, Refusal } from '#foundation/process';
import { type TownshipSettings } from '#foundation/settings';
import { type ImportResult, resultOf, type RowVerdict } from './verdict.js';

export interface LedgerImport {
  readonly file: Uint8Array;
  /** Named as the origin of every event. */
  readonly fileName: string;
  readonly mappings: readonly LedgerMapping[];
  readonly processes: ReadonlyMap<string, Process>;
  readonly commandSide: Pick<CommandSide, 'record' | 'rehearsal'>;
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

class RowImport {
  private readonly commands: Pick<CommandSide, 'record'>;
  private readonly process: Process;
  /** Request ids of the rows of this file that were accepted. */
  private readonly accepted = new Set<string>();

  constructor(
    private readonly order: LedgerImport,
    private readonly mapping: LedgerMapping,
  ) {
    const process = order.processes.get(mapping.process);
    if (!process) throw new Error(`the ledger ${mapping.kind} belongs to no process: ${mapping.process}`);
    this.process = process;
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
    const request = this.requestOf(row);
    if (this.accepted.has(request.requestId)) return refused(row.row, caseNumber, { code: 'R-ALL-06', step: opening });
    const outcome = await this.record(request);
    if (outcome instanceof Refusal)
      return refused(row.row, caseNumber, { code: outcome.code, step: outcome.step ?? opening });
    this.accepted.add(request.requestId);
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

  private requestOf(row: GoodRow): SeriesRequest {
    const { process, mapping, order } = this;
    return {
      process,
      steps: row.steps.map(({ event, fields, actorStaffRef }) => {
        const step = process.stepOfEvent.get(event);
        if (!step) throw new Error(`the ledger ${mapping.kind} names a step that its process lacks: ${event}`);
        return { process, step, body: fields, actor: this.actorOf(actorStaffRef) };
      }),
      requestId: `ledger:${mapping.kind}:${normaliseNumber(row.caseNumber)}`,
      requestHash: row.contentHash,
      origin: { kind: 'ledger', file: order.fileName, row: row.row },
    };
  }

  /** Whom the ledger names acts in the roles that the staff register gives; somebody unknown to it has none. */
  private actorOf(staffRef: string | undefined): Actor {
    const everywhere = { grids: [], villages: [] };
    if (staffRef === undefined)
      return { staffRef: this.order.importer.staffRef, roles: [], onBehalf: true, ...everywhere };
    return { staffRef, roles: this.order.settings().staff.get(staffRef)?.roles ?? [], ...everywhere };
  }

  /** Servers that restart refuse no row: what is not an answer of the rules is tried again, for a time. */
  private async record(request: SeriesRequest): Promise<Awaited<ReturnType<CommandSide['record']>> | Refusal> {
    const giveUpAt = performance.now() + rowPatienceMs;
    for (let pause = 50; ; pause = Math.min(2 * pause, longestPauseMs)) {
      try {
        return await this.commands.record(request);
      } catch (error) {
        if (error instanceof Refusal) return error;
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
