import { writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';

/**
 * Who gets a processor where there are fewer than would like one: those for whom people wait, then those who follow
 * what they did, and who has all the time in the world.
 */
export type Standing = 'first' | 'next' | 'last';

/** On the scale of nice(1), where one step is a quarter more or less: ten of them are a ninefold claim. */
const FIRST = -10;
const ORDINARY = 0;
const LAST = 10;

/**
 * Gives a process, this one unless told, its place; on Linux its main thread, so that helpers which collect garbage and
 * compile keep the one they had and do not push it aside. A courtesy and no more: to go first takes privileges, and
 * where the system does not know or allow a place everything runs as it would.
 */
export function stand(standing: Standing, pid = process.pid): void {
  // Whoever may not go first shares the ordinary place with those who would have: the next stand behind that, then.
  const mayGoFirst = standing !== 'last' && attempt(() => setPriority(pid, FIRST));
  if (standing === 'first' && !mayGoFirst) return;
  const nice = standing === 'first' ? FIRST : mayGoFirst ? ORDINARY : LAST;
  attempt(() => setPriority(pid, nice));
  // Linux weighs whole sessions against each other where it groups them, before it looks at what is in them. It takes
  // one change at a time from most, so this is the only one.
  attempt(() => writeFileSync(`/proc/${pid}/autogroup`, String(nice)));
}

/** Whether the system knows it and allowed it. */
function attempt(action: () => void): boolean {
  try {
    action();
    return true;
  } catch {
    return false;
  }
}
