import { daysBetween, type LocalDate, type WorkCalendar } from '#foundation/calendar';
import { type CaseEvent, dateIn, lastDayOf, type TermRule } from '#foundation/process';
import { lastAnswer, type PetitionCase } from './petition.case.js';

/**
 * D-PET-02, 03 · the day by which the petition is to be concluded: 60 days from acceptance or reopening, and the days of
 * the one extension. The government's own term: it does not run on over a rest day (T-END).
 */
export function concludeBy(kase: PetitionCase, calendar: WorkCalendar): LocalDate | undefined {
  const start = kase.latest('PetitionReopened') ?? kase.latest('PetitionAccepted');
  return start && lastDayOf(petitionDeadlines['D-PET-02'], start, kase, calendar);
}

/**
 * D-PET-04, 06 · the last day on which the petitioner may turn to the organ above: 30 days from receipt of the opinion,
 * or of the review opinion. The term favours the citizen, so it runs on over a rest day (T-END). Undefined where no
 * opinion was given, or the last one possible.
 */
export function lastReviewDay(kase: PetitionCase, calendar: WorkCalendar): LocalDate | undefined {
  const answer = lastAnswer(kase);
  if (!answer || answer.type === 'ReReviewConcluded') return undefined;
  const term = petitionDeadlines[answer.type === 'OpinionServed' ? 'D-PET-04' : 'D-PET-06'];
  return lastDayOf(term, answer, kase, calendar);
}

/** The terms of processes.md D.3 and deadlines.csv: what starts them, how long they run, what meets them. */
export const petitionDeadlines = {
  'D-PET-01': {
    label: ['信访受理告知期限', 'Decide and tell the petitioner in writing'],
    starts: ['PetitionRegistered'],
    ends: ['PetitionAccepted', 'PetitionDeclined', 'PetitionForwarded', 'PetitionWithdrawn'],
    length: '15d',
    unit: 'calendar',
    owner: 'PETITION_CLERK',
    basis: 'PR22 arts. 22-23',
    effect: 'MISSED_EVENT',
  },
  'D-PET-02': {
    label: ['信访办结期限', 'Conclude'],
    starts: ['PetitionAccepted', 'PetitionReopened'],
    ends: ['OpinionServed', 'PetitionWithdrawn'],
    length: '60d; +30d once',
    unit: 'calendar|calendar',
    owner: 'LEAD_OFFICIAL',
    basis: 'PR22 art. 34',
    effect: 'MISSED_EVENT',
    extraDays: (_: CaseEvent, kase: PetitionCase) => kase.latest('PetitionDeadlineExtended')?.data.days ?? 0,
    movedBy: ['PetitionDeadlineExtended'],
  },
  'D-PET-03': {
    label: ['信访延期', 'Extension, once, approved, petitioner told'],
    starts: ['PetitionAccepted'],
    ends: ['PetitionDeadlineExtended'],
    length: 'max 30d',
    unit: 'calendar',
    owner: 'LEAD_OFFICIAL',
    basis: 'PR22 art. 34',
    effect: 'REFUSE',
    // The thirty days are the length of an extension; it is asked for while the term to conclude runs.
    terms: ({ on }: CaseEvent): readonly TermRule[] => [{ n: 60, unit: 'calendar', bound: 'max', from: on }],
  },
  'D-PET-04': {
    label: ['申请复查期限', 'Petitioner asks for review'],
    starts: ['OpinionServed'],
    ends: ['ReviewRequested'],
    length: '30d',
    unit: 'calendar',
    owner: 'PARTY',
    basis: 'PR22 art. 35',
    effect: 'LAPSE',
  },
  'D-PET-05': {
    label: ['复查期限', 'Review opinion'],
    starts: ['ReviewRequested'],
    ends: ['ReviewConcluded'],
    length: '30d',
    unit: 'calendar',
    owner: 'OTHER_ORGAN',
    basis: 'PR22 art. 35',
    effect: 'MISSED_EVENT',
  },
  'D-PET-06': {
    label: ['申请复核期限', 'Petitioner asks for re-review'],
    starts: ['ReviewConcluded'],
    ends: ['ReReviewRequested'],
    length: '30d',
    unit: 'calendar',
    owner: 'PARTY',
    basis: 'PR22 art. 36',
    effect: 'LAPSE',
    from: (started: CaseEvent) => dateIn(started, 'servedOn') ?? started.on,
  },
  'D-PET-07': {
    label: ['复核期限', 'Re-review opinion, hearing days not counted'],
    starts: ['ReReviewRequested'],
    ends: ['ReReviewConcluded'],
    length: '30d',
    unit: 'calendar',
    owner: 'OTHER_ORGAN',
    basis: 'PR22 art. 36',
    effect: 'MISSED_EVENT',
    extraDays: ({ revision }: CaseEvent, kase: PetitionCase) =>
      kase
        .all('PetitionHearingHeld')
        .filter((held) => held.revision > revision)
        .reduce((days, { data }) => days + daysBetween(data.startedOn, data.endedOn) + 1, 0),
    movedBy: ['PetitionHearingHeld'],
  },
  'D-PET-08': {
    label: ['走访代表人数', 'Representatives of a joint visit, at most 5 persons'],
    starts: ['PetitionRegistered'],
    ends: ['PetitionRegistered'],
    length: '-',
    unit: 'none',
    owner: 'PETITION_CLERK',
    basis: 'PR22, as old regulation art. 18',
    effect: 'REFUSE',
    // A number of persons, not of days: no term runs.
    applies: () => false,
  },
  'D-PET-09': {
    label: ['明确责任组期限', 'Team named after acceptance'],
    starts: ['PetitionAccepted', 'PetitionReopened'],
    ends: ['ResponsibilityTeamAssigned'],
    length: '3d',
    unit: 'working',
    owner: 'LEAD_OFFICIAL',
    basis: 'internal',
    effect: 'FLAG',
  },
  'D-PET-10': {
    label: ['首次听取陈述期限', 'First talk with the petitioner'],
    starts: ['ResponsibilityTeamAssigned'],
    ends: ['PetitionerHeard', 'PetitionInvestigated'],
    length: '7d',
    unit: 'calendar',
    owner: 'TEAM_MEMBER',
    basis: 'internal',
    effect: 'FLAG',
  },
} as const;
