// loan.guards.ts: the rules, each a name, a refusal code and its source.
import { vocabulary } from '#foundation/process';
import { type LoanEvents, type LoanState } from './loan.case.js';
import type * as commands from './loan.commands.js';
import { lastDayOut } from './loan.deadlines.js';

const { guard } = vocabulary<LoanEvents, LoanState>();

/** R-LOAN-01 · it comes back after it left, and within the longest term. */
export const backWithinTerm = guard<commands.LendFile>(
  'R-LOAN-01',
  (c) => c.dueBackOn > c.lentOn && c.dueBackOn <= lastDayOut(c.lentOn),
  'dueBackOn',
);
