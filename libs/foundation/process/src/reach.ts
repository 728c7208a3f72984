import { type Process } from './process.js';

const known = new WeakMap<Process, Map<string, ReadonlySet<string>>>();

/**
 * The events still possible in this round of the case once it stands in a state: what a running term may wait for.
 * Moves that begin a new round do not count, because a reopened case gets a new set of deadlines.
 */
export function reachableEvents(process: Process, status: string): ReadonlySet<string> {
  let byStatus = known.get(process);
  if (!byStatus) known.set(process, (byStatus = new Map()));
  let events = byStatus.get(status);
  if (!events) byStatus.set(status, (events = explore(process, status)));
  return events;
}

function explore(process: Process, from: string): ReadonlySet<string> {
  const events = new Set<string>();
  const seen = new Set<string>([from]);
  const queue = [from];
  for (let status = queue.pop(); status !== undefined; status = queue.pop()) {
    const open = process.states[status]?.open === true;
    for (const step of process.steps) {
      for (const move of step.moves) {
        const possible =
          move.from.includes(status) || move.from.includes('ANY') || (open && move.from.includes('ANY_OPEN'));
        if (!possible) continue;
        events.add(step.event);
        if (process.restarts.has(step.event) || move.to === '(same)' || seen.has(move.to)) continue;
        seen.add(move.to);
        queue.push(move.to);
      }
    }
  }
  return events;
}
