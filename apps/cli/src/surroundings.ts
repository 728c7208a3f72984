import { resolve } from 'node:path';
import { readRunFile, type RunFile } from '#foundation/backends';
import { OperatorClient } from '#foundation/operator';

export type Language = 'zh' | 'en';

/** Something that the person at the terminal is to be told in one line; the command ends with 1. */
export class CommandFailed extends Error {}

/** The answer: what a program behind a pipe reads. Everything else goes to `note`. */
export const print = (text: string): void => void process.stdout.write(`${text}\n`);
export const printJson = (value: unknown): void => print(JSON.stringify(value));
export const note = (text: string): void => void process.stderr.write(`${text}\n`);

/** Chinese unless the terminal or the caller asks for English: township staff are the readers. */
export function languageOf(asked: string | undefined, env: NodeJS.ProcessEnv = process.env): Language {
  if (asked === 'zh' || asked === 'en') return asked;
  return /^en/i.test(env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '') ? 'en' : 'zh';
}

/** A file as the caller names it: npm runs scripts in the folder of the project, not where the caller stands. */
export const givenPath = (path: string): string => resolve(process.env['INIT_CWD'] ?? '.', path);

/** What runs on the data of LIUHEN_DATA. @throws CommandFailed when nothing does */
export function runningOnebox(): RunFile {
  const dataDir = resolve(process.env['LIUHEN_DATA'] || '.data');
  const run = readRunFile(dataDir);
  if (run && isAlive(run.pid)) return run;
  const demo = process.env['LIUHEN_DATA'] ? undefined : readRunFile(resolve('.data/demo'));
  const hint =
    demo && isAlive(demo.pid) ? ' (the demo runs on LIUHEN_DATA=.data/demo 演示数据在此目录)' : ' (npm start)';
  throw new CommandFailed(`nothing is running on 没有正在运行的服务: ${dataDir}${hint}`);
}

export const operatorClient = (language: Language): OperatorClient => new OperatorClient(runningOnebox(), language);

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another account is there all the same.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
