// loan.process.ts: the table. Handlers, routes, forms, next actions, catalogue and diagram follow from it.
import { vocabulary } from '#foundation/process';
import { lent, type LoanEvents, type LoanState, loanStates } from './loan.case.js';
import * as commands from './loan.commands.js';
import { loanDeadlines } from './loan.deadlines.js';
import { loanFacts, loanFigures } from './loan.facts.js';
import * as rules from './loan.guards.js';

const { process, step } = vocabulary<LoanEvents, LoanState>();

export const loan = process({
  name: 'loan',
  title: ['档案借阅', 'Loan of a file'],
  states: loanStates,
  steps: [
    step('FileLent', commands.LendFile, {
      label: ['借出档案', 'File lent'],
      from: ['NONE'],
      to: 'LN_OUT',
      by: ['STATISTICIAN'],
      on: 'lentOn',
      future: ['dueBackOn'],
      guards: [rules.backWithinTerm],
    }),
    step('FileReturned', commands.ReturnFile, {
      label: ['归还档案', 'File returned'],
      from: ['LN_OUT'],
      to: 'LN_BACK',
      by: ['STATISTICIAN'],
      on: 'returnedOn',
    }),
  ],
  restarts: [],
  obligations: {},
  deadlines: loanDeadlines,
  facts: loanFacts,
  voids: {},
  figures: loanFigures,
  caseNumber: ['借档', 'LN'],
  // R-LOAN-02 · what is lent out cannot be lent again until it is back.
  holds: (kase) =>
    kase.has('FileReturned') ? [] : [{ kind: 'archive-file', value: lent(kase)?.fileNo ?? '', refusal: 'R-LOAN-02' }],
  summary: () => ({}),
});
