import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type ImportRun } from '#foundation/imports';
import { OperatorClient } from '#foundation/operator';
import { type Onebox } from '#foundation/testing';

const root = join(import.meta.dirname, '../../..');

export const ledgerName = '控建拆违台账.csv';
export const samplePath = (name: string): string => join(root, 'samples', name);
export const sample = (name: string): Uint8Array => readFileSync(samplePath(name));

export interface Verdicts {
  readonly rows: number;
  readonly accepted: number;
  readonly refused: number;
  readonly refusals: readonly {
    readonly row: number;
    readonly code: string;
    readonly step?: string;
    readonly column?: string;
  }[];
}

/** Whole numbers in the smallest unit, dates, null where a figure does not apply. */
type FigureValues = Readonly<Record<string, number | string | null>>;

/** The verdicts and figures that go with the sample ledgers: worked out by hand with them, not by the product. */
export const expected = JSON.parse(readFileSync(join(import.meta.dirname, 'expected.json'), 'utf8')) as {
  readonly ledgers: Readonly<Record<string, Verdicts>>;
  /** By half-year, all of them after all ledgers were imported. */
  readonly figures: Readonly<Record<string, FigureValues>>;
  readonly ratioParts: Readonly<Record<string, Readonly<Record<string, readonly [number, number]>>>>;
};

export interface Said {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the `liuhen` command on the data of a one-box, or on another folder. */
export async function liuhen(dataDir: string, ...args: string[]): Promise<Said> {
  const program = join(root, 'dist/apps/cli/src/main.js');
  const child = spawn(process.execPath, ['--enable-source-maps', program, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '', LIUHEN_DATA: dataDir, INIT_CWD: root, LANG: 'zh_CN.UTF-8' },
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (said.stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (said.stderr += chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...said };
}

export const clientOf = ({ run }: Onebox): OperatorClient => new OperatorClient(run);

/** Position of the last event of the log. */
export async function logHead(onebox: Onebox): Promise<number> {
  const answer = await onebox.operatorFetch('/health/ready');
  return ((await answer.json()) as { checks: { log: { position: number } } }).checks.log.position;
}

/** The header line and the first `rows` rows of the sample ledger: its first hundreds hold no line break in a cell. */
export function beginningOfLedger(rows: number): Uint8Array {
  const lines = new TextDecoder('utf-8', { ignoreBOM: true }).decode(sample(ledgerName)).split('\r\n');
  const wanted = lines.slice(0, rows + 1);
  if (wanted.some((line) => line.split('"').length % 2 === 0)) throw new Error('a cell holds a line break');
  return new TextEncoder().encode(`${wanted.join('\r\n')}\r\n`);
}

export const edited = (file: Uint8Array, from: string, to: string): Uint8Array => {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(file);
  if (text.split(from).length !== 2) throw new Error(`${from} does not stand exactly once in the ledger`);
  return new TextEncoder().encode(text.replace(from, to));
};

/** Hands in a ledger over HTTP and does not wait for it. */
export async function handIn(onebox: Onebox, file: Uint8Array, query = ''): Promise<string> {
  const answer = await onebox.operatorFetch(`/api/v1/imports?fileName=ledger.csv${query}`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv' },
    body: new Uint8Array(file),
  });
  if (answer.status !== 202) throw new Error(`${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { location: string }).location;
}

/** Waits until the import has come so far; undefined answers while a server restarts are passed over. */
export async function importWhen(
  onebox: Onebox,
  location: string,
  reached: (run: ImportRun) => boolean,
): Promise<ImportRun> {
  for (;;) {
    const answer = await onebox.operatorFetch(location).catch(() => undefined);
    if (answer?.ok) {
      const run = (await answer.json()) as ImportRun;
      if (reached(run)) return run;
    }
    await delay(20);
  }
}
