import { type CommandSide } from '#foundation/commands';
import { type EventLog } from '#foundation/event-log';
import { type LedgerMapping } from '#foundation/ledger';
import { type Process, Refusal } from '#foundation/process';
import { type ReadSide } from '#foundation/read-model';
import { type SettingsService } from '#foundation/settings';
import { importLedger } from './import-ledger.js';
import { type ImportRuns } from './import-runs.js';
import { type ImportResult } from './verdict.js';

export interface ImportSurroundings {
  readonly runs: ImportRuns;
  readonly log: EventLog;
  readonly readSide: ReadSide;
  readonly settings: SettingsService;
  readonly commandSide: CommandSide;
  readonly processes: ReadonlyMap<string, Process>;
  readonly mappings: readonly LedgerMapping[];
  /** The product's own numbers of cases, as far as they have been given. */
  readonly caseNumbers: (caseIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** What follows by itself from what was recorded, such as missed deadlines: an import is over once it is recorded too. */
  readonly settle: (signal: AbortSignal) => Promise<unknown>;
}

const progressEveryMs = 250;
const readSideWithinMs = 30_000;

/**
 * Carries out a run from its beginning, whatever an earlier attempt came to: the rows that it had recorded are answered
 * again. Does nothing when the run is over. Throws when a server stayed away; the run is then to be carried out again.
 */
export async function runImport(
  id: string,
  around: ImportSurroundings,
  { progress, signal }: { progress: (reached: { rowsDone: number; rowsTotal: number }) => void; signal: AbortSignal },
): Promise<ImportResult | undefined> {
  const { runs } = around;
  try {
    return await runs.alone(async (lost) => {
      const task = await runs.begin(id, await around.log.headPosition());
      if (!task) return (await runs.get(id))?.result ?? undefined;
      // The settings under which the file was handed in, at least: a worker may hear of them later than the api.
      await around.settings.atLeast(task.settingsVersion);
      let told = 0;
      const result = await importLedger({
        ...task,
        mappings: around.mappings,
        processes: around.processes,
        commandSide: around.commandSide,
        settings: () => around.settings.current(),
        importer: { staffRef: task.requestedBy },
        signal: AbortSignal.any([signal, lost]),
        onProgress: (reached) => {
          progress(reached);
          if (performance.now() - told < progressEveryMs) return;
          told = performance.now();
          void runs.progress(id, reached).catch(() => undefined);
        },
      });
      if (!task.dryRun) {
        await around.readSide.waitForPosition(await around.log.headPosition(), readSideWithinMs);
        await around.settle(AbortSignal.any([signal, lost]));
      }
      const position = await around.log.headPosition();
      const numbered = task.dryRun ? result : await withCaseNumbers(result, position, around);
      await runs.finish(id, numbered, position);
      return numbered;
    });
  } catch (error) {
    if (error instanceof Refusal) {
      await runs.refuse(id, error);
      return undefined;
    }
    if (!signal.aborted)
      await runs.trouble(id, error instanceof Error ? error.message : String(error)).catch(() => undefined);
    throw error;
  }
}

/** Case numbers are given in the order of the log by the read side, so it has to have seen the last row. */
async function withCaseNumbers(
  result: ImportResult,
  position: number,
  { readSide, caseNumbers }: ImportSurroundings,
): Promise<ImportResult> {
  await readSide.waitForPosition(position, readSideWithinMs);
  const numbers = await caseNumbers(result.verdicts.flatMap(({ caseId }) => caseId ?? []));
  return {
    ...result,
    verdicts: result.verdicts.map((verdict) => {
      const caseNo = verdict.caseId && numbers.get(verdict.caseId);
      return caseNo ? { ...verdict, caseNo } : verdict;
    }),
  };
}
