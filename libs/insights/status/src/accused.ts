import { accusedStaffOf } from '#foundation/process';
import { type Batch, type Statement } from '#foundation/read-model';
import { staffStatements } from './staff-lists.js';

/**
 * From whom a case is hidden: the staff of whom it complains. Read in one direction only, to leave cases out of what is
 * shown to somebody; nothing asks it whom a case is about.
 */
export const accusedStatements = (batch: Batch, s: string): Statement[] =>
  staffStatements(batch, `${s}.case_accused`, accusedStaffOf);
