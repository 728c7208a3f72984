import { type CaseState } from '#foundation/process';
import { type Batch, type Statement } from '#foundation/read-model';
import { staffStatements } from './staff-lists.js';

/**
 * Whose own a case is that lies in no grid cell: of the staff who took a step in it themselves, and of the handlers
 * assigned to it (decision 0015). What a ledger tells or follows from another case was not done in this one, and makes
 * it nobody's. Cases in a cell are not here: their cell tells who sees them.
 */
export function ownStaffOf(state: CaseState): readonly string[] {
  if (state.revision < 0 || state.summary.gridCode !== undefined) return [];
  const acted: string[] = [];
  const assigned = new Set<string>();
  for (const { type, data, metadata } of state.events) {
    if (metadata.origin?.kind === 'web') acted.push(metadata.recordedByStaffRef);
    if (type !== 'HandlerAssigned') continue;
    if (data.previousStaffRef !== undefined) assigned.delete(String(data.previousStaffRef));
    assigned.add(String(data.staffRef));
  }
  return [...new Set([...acted, ...assigned])];
}

/** Read in one direction only, to widen what is shown to whoever asks; nothing asks it what somebody has done. */
export const ownStatements = (batch: Batch, s: string): Statement[] =>
  staffStatements(batch, `${s}.case_own`, (_, state) => ownStaffOf(state));
