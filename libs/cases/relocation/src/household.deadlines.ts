import { addDays, type LocalDate } from '#foundation/calendar';
import { type CaseEvent, dateIn } from '#foundation/process';

/** D-REL-11 · the last day of a survey's publicity: the one posted, and at least seven days. */
export function surveyPublicityEnds({ postedOn, postedUntil }: { postedOn: LocalDate; postedUntil: LocalDate }) {
  const least = addDays(postedOn, 7);
  return postedUntil > least ? postedUntil : least;
}

/** The terms of processes.md C.2 that a household case runs through. */
export const householdDeadlines = {
  'D-REL-06': {
    label: ['先补偿后搬迁', 'First compensate, then move'],
    starts: ['AgreementSigned', 'CompensationDecided'],
    ends: ['CompensationPaid'],
    length: '-',
    unit: 'none',
    owner: 'FINANCE_OFFICER',
    basis: "LAL art. 48 (villagers' houses), RSO art. 27",
    effect: 'REFUSE',
  },
  'D-REL-07': {
    label: ['协议付款期限', 'Payment date in the agreement'],
    starts: ['AgreementSigned'],
    ends: ['CompensationPaid'],
    length: 'document',
    unit: 'calendar',
    owner: 'FINANCE_OFFICER',
    basis: 'agreement',
    effect: 'MISSED_EVENT',
    dueOn: (started: CaseEvent) => dateIn(started, 'firstPaymentBy'),
  },
  'D-REL-10': {
    label: ['补偿决定复议诉讼期限', 'Remedies against a compensation decision'],
    starts: ['CompensationDecided'],
    ends: ['RelocationRemedyFiled'],
    length: '60d; 6m',
    unit: 'calendar|calendar',
    owner: 'PARTY',
    basis: 'ARL, ALiL',
    effect: 'OPEN_NEXT',
    from: (started: CaseEvent) => dateIn(started, 'servedOn'),
  },
  'D-REL-11': {
    label: ['调查结果公示期限', 'Survey publicity'],
    starts: ['SurveyResultPublished'],
    ends: ['PropertyAppraised'],
    length: 'min 7d',
    unit: 'calendar',
    owner: 'RELOCATION_OFFICER',
    basis: 'RSO art. 15 and local rules give no number',
    effect: 'REFUSE',
  },
} as const;
