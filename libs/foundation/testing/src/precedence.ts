import { getPriority, setPriority } from 'node:os';

/** Whether this machine lets us give a program precedence: not even every root may. */
export function mayGoFirst(): boolean {
  const ordinary = getPriority();
  try {
    setPriority(ordinary - 1);
  } catch {
    return false;
  }
  setPriority(ordinary);
  return true;
}
