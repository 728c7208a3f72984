import { addDays, daysBetween, type LocalDate, type WorkCalendar } from '#foundation/calendar';
import { type CaseEvent, dateIn } from '#foundation/process';
import { type ProjectCase, tenureOf } from './project.case.js';

/** D-REL-01 · the last of the ten working days of a pre-announcement; the day of posting is not counted (T-START). */
export const lastDayOfPublicity = (postedOn: LocalDate, calendar: WorkCalendar): LocalDate =>
  calendar.addWorkingDays(postedOn, 10);

/** D-REL-02, D-REL-08 · the last of the thirty days of a plan. */
export const planPublicityEnds = (postedOn: LocalDate): LocalDate => addDays(postedOn, 30);

/** Calendar days of a campaign, the first and the last included. */
export const campaignDays = (startOn: LocalDate, endOn: LocalDate): number => daysBetween(startOn, endOn) + 1;

const onStateLand = (_: unknown, kase: ProjectCase) => tenureOf(kase) === 'STATE_OWNED';
const onCollectiveLand = (_: unknown, kase: ProjectCase) => tenureOf(kase) === 'COLLECTIVE';

/** The terms of processes.md C.2 that a project runs through. */
export const projectDeadlines = {
  'D-REL-01': {
    label: ['征地预公告期限', 'Pre-announcement posted'],
    starts: ['PreAnnouncementPosted'],
    ends: ['LandSurveyCompleted'],
    length: 'min 10d',
    unit: 'working',
    owner: 'RELOCATION_OFFICER',
    basis: 'LAR art. 26',
    effect: 'REFUSE',
  },
  'D-REL-02': {
    label: ['方案公告期限', 'Plan announcement'],
    starts: ['CompensationPlanAnnounced'],
    ends: ['CompensationPlanConfirmed'],
    length: 'min 30d',
    unit: 'calendar',
    owner: 'RELOCATION_OFFICER',
    basis: 'LAL art. 47, LAR art. 28',
    effect: 'REFUSE',
    applies: onCollectiveLand,
  },
  'D-REL-03': {
    label: ['方案听证', 'Hearing when most members object, before the plan is fixed'],
    starts: ['CompensationPlanAnnounced'],
    ends: ['PlanHearingHeld'],
    length: '-',
    unit: 'none',
    owner: 'LEGAL_REVIEWER',
    basis: 'LAL art. 47, LAR art. 28',
    effect: 'REFUSE',
  },
  'D-REL-04': {
    label: ['补偿资金到位', 'Money in place before approval'],
    starts: ['CompensationPlanConfirmed'],
    ends: ['CompensationFundsSecured'],
    length: '-',
    unit: 'none',
    owner: 'FINANCE_OFFICER',
    basis: 'LAR art. 32',
    effect: 'REFUSE',
  },
  'D-REL-05': {
    label: ['征收公告期限', 'Expropriation announcement after receipt of the approval'],
    starts: ['LandApprovalGranted'],
    ends: ['ExpropriationAnnounced'],
    length: '15d',
    unit: 'working',
    owner: 'RELOCATION_OFFICER',
    basis: 'LAR art. 31',
    effect: 'MISSED_EVENT',
    from: (started: CaseEvent) => dateIn(started, 'receivedOn'),
  },
  'D-REL-08': {
    label: ['方案征求意见期限（国有土地）', 'Comment on the plan, state-owned land'],
    starts: ['CompensationPlanAnnounced'],
    ends: ['CompensationPlanConfirmed'],
    length: 'min 30d',
    unit: 'calendar',
    owner: 'RELOCATION_OFFICER',
    basis: 'RSO art. 10',
    effect: 'REFUSE',
    applies: onStateLand,
  },
  'D-REL-09': {
    label: ['暂停办理期限（国有土地）', 'Freeze of new building, state-owned land'],
    starts: ['PreAnnouncementPosted'],
    ends: ['HouseExpropriationDecided'],
    length: 'max 1y',
    unit: 'calendar',
    owner: 'RELOCATION_OFFICER',
    basis: 'RSO art. 16',
    effect: 'MISSED_EVENT',
    applies: onStateLand,
  },
} as const;
