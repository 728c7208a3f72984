import { type LogEvent } from '#foundation/event-log';
import { type Batch, type CaseChange } from './projection.js';

/** A case from before a batch to after it. `event` is the last one of it, `first` the first. */
export interface WholeChange extends CaseChange {
  readonly first: LogEvent;
}

const known = new WeakMap<readonly CaseChange[], readonly WholeChange[]>();

/**
 * Each case of a batch once, in the order in which they were last touched: for what is told of a case as it stands, and
 * not of every step on the way there.
 */
export function wholeChanges({ changes }: Pick<Batch, 'changes'>): readonly WholeChange[] {
  let found = known.get(changes);
  if (!found) known.set(changes, (found = [...byCase(changes).values()]));
  return found;
}

function byCase(changes: readonly CaseChange[]): Map<string, WholeChange> {
  const found = new Map<string, WholeChange>();
  for (const { process, caseId, event, before, after } of changes) {
    const earlier = found.get(caseId);
    if (earlier) found.delete(caseId);
    const { first = event, before: start = before } = earlier ?? {};
    found.set(caseId, { process, caseId, event, before: start, after, first });
  }
  return found;
}
