// loan.case.ts: what rules may ask of a case. Each event with the command whose fields it carries.
import { type CaseView } from '#foundation/process';
import type * as commands from './loan.commands.js';

export type LoanEvents = { FileLent: commands.LendFile; FileReturned: commands.ReturnFile };
export const loanStates = { LN_OUT: ['借出', 'Lent out'], LN_BACK: ['已归还', 'Returned', 'terminal'] } as const;
export type LoanState = keyof typeof loanStates;

export const lent = (loan: CaseView<LoanEvents>) => loan.latest('FileLent')?.data;
