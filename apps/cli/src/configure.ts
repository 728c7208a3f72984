import { readFileSync } from 'node:fs';
import { readSheet } from '#foundation/ledger';
import { CommandFailed, givenPath, type Language, operatorClient, print } from './surroundings.js';

export interface ConfigureOptions {
  readonly grid?: string;
  readonly staff?: string;
  readonly baselineDate?: string;
  readonly delegations?: string;
  readonly dayHours?: string;
}

const titles = {
  'grid-register': { zh: '网格', en: 'grid register' },
  'staff-register': { zh: '人员', en: 'staff register' },
  'baseline-date': { zh: '新旧违建基准日', en: 'baseline date' },
  delegations: { zh: '赋权清单', en: 'delegations' },
  'day-hours': { zh: '日间时段', en: 'day hours' },
};

/** Publishes the parts of the settings that were named, each as a whole, and returns when they are in force. */
export async function configure(options: ConfigureOptions, language: Language): Promise<void> {
  const { grid, staff, baselineDate, delegations, dayHours } = options;
  const contents: [keyof typeof titles, Uint8Array | object][] = [];
  if (grid !== undefined) contents.push(['grid-register', readGiven(grid)]);
  if (staff !== undefined) contents.push(['staff-register', readGiven(staff)]);
  if (baselineDate !== undefined) contents.push(['baseline-date', { baselineDate }]);
  if (delegations !== undefined) contents.push(['delegations', delegationsOf(readGiven(delegations))]);
  if (dayHours !== undefined) contents.push(['day-hours', hoursOf(dayHours)]);
  const client = operatorClient(language);
  for (const [part, content] of contents) {
    await client.publish(part, content);
    print(`${titles[part][language]}: ${language === 'zh' ? '已生效' : 'in force'}`);
  }
}

/** @throws CommandFailed naming the file */
export function readGiven(path: string): Uint8Array {
  try {
    return readFileSync(givenPath(path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CommandFailed(`${path}: ${code === 'ENOENT' ? 'no such file 文件不存在' : String(code)}`);
  }
}

/** JSON as the api takes it, or a table with the columns authority, legalBasis, documentNo, from. */
function delegationsOf(file: Uint8Array): object {
  const text = new TextDecoder().decode(file);
  if (/^\s*[[{]/.test(text)) {
    const parsed = JSON.parse(text) as object;
    return Array.isArray(parsed) ? { delegations: parsed } : parsed;
  }
  return { delegations: readSheet(file).rows.map(({ cells }) => Object.fromEntries(cells)) };
}

function hoursOf(text: string): object {
  const [start, end, ...more] = text.split('-');
  if (!start || !end || more.length > 0) throw new CommandFailed(`--day-hours: ${text} (06:00-22:00)`);
  return { start, end };
}
