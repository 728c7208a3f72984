// loan.deadlines.ts: terms. What starts them, how long they run, what meets them.
import { addDays, type LocalDate } from '#foundation/calendar';
import { type CaseEvent, dateIn } from '#foundation/process';

/** R-LOAN-01 · a file is lent for thirty days at most (the archive's own rules). */
export const lastDayOut = (lentOn: LocalDate): LocalDate => addDays(lentOn, 30);

export const loanDeadlines = {
  'D-LOAN-01': {
    label: ['归还期限', 'Return of the file'],
    starts: ['FileLent'],
    ends: ['FileReturned'],
    length: 'document',
    unit: 'calendar',
    owner: 'STATISTICIAN',
    basis: 'rules of the archive',
    effect: 'FLAG',
    dueOn: (started: CaseEvent) => dateIn(started, 'dueBackOn'),
  },
} as const;
