import { addMonths, type LocalDate } from '#foundation/calendar';
import { type CaseEvent, dateIn } from '#foundation/process';
import { type WaterCase } from './water.case.js';

/** D-WAT-02 · working days of public notice before an acceptance; a norm of the product. */
export const publicNoticeMinDays = 7;

/** D-WAT-03 · look-backs in two years: one every six months. */
const halfYears = 4;

/** D-WAT-03 · the first look-back on the day that the closing names, each later one another six months after it. */
function waterLookBackDueOn(started: CaseEvent, kase: WaterCase): LocalDate | undefined {
  if (started.type === 'WaterCaseClosed') return dateIn(started, 'lookBackDueOn');
  const closed = kase.latest('WaterCaseClosed');
  const done = kase.all('WaterLookBackRecorded').filter(({ revision }) => revision <= started.revision).length;
  return closed && addMonths(closed.on, 6 * (done + 1));
}

/** The terms of processes.md A-W and deadlines.csv: what starts them, how long they run, what meets them. */
export const waterDeadlines = {
  'D-WAT-01': {
    label: ['交办整改期限', 'Due date set by the assigning organ'],
    starts: ['WaterProblemRegistered'],
    ends: ['RemediationAccepted'],
    length: 'document',
    unit: 'calendar',
    owner: 'LEAD_OFFICIAL',
    basis: 'dueOn of the assignment',
    effect: 'MISSED_EVENT',
    dueOn: (started: CaseEvent) => dateIn(started, 'dueOn'),
  },
  'D-WAT-02': {
    label: ['销号公示期限', 'Public notice at acceptance'],
    starts: ['RemediationCompleted'],
    ends: ['RemediationAccepted'],
    length: 'min 7d',
    unit: 'working',
    owner: 'APPROVING_HEAD',
    basis: 'local rules',
    effect: 'REFUSE',
  },
  'D-WAT-03': {
    label: ['水体回头看期限', 'Look-back every 6 months for 2 years'],
    starts: ['WaterCaseClosed'],
    ends: ['WaterLookBackRecorded', 'WaterReboundFound'],
    length: 'every 6m for 2y',
    unit: 'calendar',
    owner: 'GRID_MEMBER',
    basis: 'national guide for rural black-odorous water',
    effect: 'FLAG',
    dueOn: waterLookBackDueOn,
    repeats: ({ type }: CaseEvent, kase: WaterCase) =>
      type === 'WaterLookBackRecorded' && kase.all('WaterLookBackRecorded').length < halfYears,
  },
} as const;
