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
 * Gives a process, this one unless told, its place. A courtesy and no more: to go first takes privileges, and where the
 * system does not know or allow a place everything runs as it would.
 */
export function stand(standing: Standing, pid = process.pid): void {
  if (standing === 'last') place(pid, LAST);
  // Whoever may not go first shares the ordinary place with those who would have: the next stand behind it, then.
  else if (!place(pid, FIRST)) {
    if (standing === 'next') place(pid, LAST);
  } else if (standing === 'next') place(pid, ORDINARY);
}

/**
 * Whether the system allowed it. On Linux the place is that of the main thread: its helpers, which collect garbage and
 * compile, keep the one they had and do not push it aside.
 */
function place(pid: number, nice: number): boolean {
  try {
    setPriority(pid, nice);
  } catch {
    return false;
  }
  try {
    // Linux weighs whole sessions against each other where it groups them, before it looks at what is in them.
    if (process.platform === 'linux') writeFileSync(`/proc/${pid}/autogroup`, String(nice));
  } catch {
    // Not grouped here.
  }
  return true;
}
