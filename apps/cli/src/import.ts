import { basename } from 'node:path';
import { type ImportResult, type ImportRun } from '#foundation/imports';
import { tableOf } from '#foundation/operator';
import { readGiven } from './configure.js';
import { type Language, note, operatorClient, print, printJson } from './surroundings.js';

export interface ImportOptions {
  readonly json?: boolean;
  readonly dryRun?: boolean;
}

/** In a terminal the line is written over; a log is not to be filled. */
const progressEveryMs = process.stderr.isTTY ? 200 : 5_000;

/** Hands in a ledger, tells how far it is, and prints the verdicts once everything that was recorded can be queried. */
export async function importFile(path: string, options: ImportOptions, language: Language): Promise<void> {
  const { json = false, dryRun = false } = options;
  const file = readGiven(path);
  const client = operatorClient(language);
  let told = -Infinity;
  const onProgress = ({ rowsDone, rowsTotal }: ImportRun): void => {
    if (rowsTotal === null || performance.now() - told < progressEveryMs) return;
    told = performance.now();
    const line = language === 'zh' ? `${rowsDone} / ${rowsTotal} 行` : `${rowsDone} of ${rowsTotal} rows`;
    if (process.stderr.isTTY) process.stderr.write(`\r${line}${rowsDone === rowsTotal ? '\n' : ''}`);
    else note(line);
  };
  const { result } = await client.importLedger(file, { fileName: basename(path), dryRun, onProgress });
  if (!result) throw new Error('the import is over without a verdict');
  const { rows, accepted, refused, refusals } = result;
  if (json) printJson({ rows, accepted, refused, refusals });
  else await tell(result, dryRun, language);
}

async function tell({ rows, accepted, refused, verdicts }: ImportResult, dryRun: boolean, language: Language) {
  const { refusalTexts } = await import('#foundation/process');
  if (dryRun) print(language === 'zh' ? '试运行：未记录任何内容。' : 'Dry run: nothing was recorded.');
  print(
    language === 'zh'
      ? `共 ${rows} 行，接受 ${accepted} 行，退回 ${refused} 行。`
      : `${rows} rows: ${accepted} accepted, ${refused} refused.`,
  );
  const lines = verdicts
    .filter(({ verdict }) => verdict === 'refused')
    .map(({ row, ledgerNumber = '', code = '', step, column }) => [
      ...[String(row), ledgerNumber, code, column ?? step ?? ''],
      refusalTexts[code]?.[language] ?? '',
    ]);
  if (lines.length > 0) print(tableOf(lines, [0]));
}
