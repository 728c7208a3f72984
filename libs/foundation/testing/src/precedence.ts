import { getPriority, setPriority } from 'node:os';

/** Whether this machine lets us put a program ten steps forward on the scale of nice(1): not even every root may. */
export function mayGoFirst(): boolean {
  const ordinary = getPriority();
  try {
    setPriority(ordinary - 10);
  } catch {
    return false;
  }
  setPriority(ordinary);
  return true;
}
