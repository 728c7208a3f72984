import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { readRunFile } from '#foundation/backends';

/**
 * Claims `dataDir` for this process until it ends. Two one-boxes on one log would be two writers of one truth.
 *
 * The claim is SQLite's lock on an empty database: the operating system drops it with the process, however that ends,
 * so there is no stale lock to recognise and no moment between looking and taking. Throws when another process holds it.
 */
export function claim(dataDir: string): { release(): void } {
  const database = new DatabaseSync(join(dataDir, 'run/onebox.lock'));
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (!/database is locked/.test(String(error))) throw error;
    const holder = readRunFile(dataDir);
    throw new Error(`another one-box${holder ? ` (pid ${holder.pid})` : ''} is running on ${dataDir}`, {
      cause: error,
    });
  }
  return { release: () => database.close() };
}
