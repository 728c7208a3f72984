import { type CaseEvent, dateIn } from '#foundation/process';
import { type Hazard, isMajor } from './hazard.case.js';

/** The terms of processes.md E.2 for hazards: what starts them, how long they run, what meets them. */
export const hazardDeadlines = {
  'D-INS-02': {
    label: ['隐患责令整改', 'Order removal at once; major hazard not safe: withdraw people, suspend'],
    starts: ['HazardFound', 'HazardReturned'],
    ends: ['HazardCorrectedOnSite', 'HazardRectificationOrdered', 'OperationSuspended'],
    length: '0d',
    unit: 'calendar',
    owner: 'SAFETY_INSPECTOR',
    basis: 'SPL art. 65',
    effect: 'MISSED_EVENT',
  },
  'D-INS-03': {
    label: ['重大隐患上报', 'Major hazard reported to the competent department'],
    starts: ['HazardFound', 'HazardReturned'],
    ends: ['MajorHazardReported'],
    length: '0d',
    unit: 'calendar',
    owner: 'SAFETY_INSPECTOR',
    basis: 'local rule, SPL art. 69 (hand-over between departments)',
    effect: 'FLAG',
    applies: (_: CaseEvent, hazard: Hazard) => isMajor(hazard),
  },
  'D-INS-04': {
    label: ['停电通知期限', 'Notice ahead of a power cut'],
    starts: ['SafetyPowerCutNotified'],
    ends: ['SafetyPowerCutNotified'],
    length: 'min 24h',
    unit: 'calendar',
    owner: 'APPROVING_HEAD',
    basis: 'SPL art. 70',
    effect: 'REFUSE',
    from: (started: CaseEvent) => dateIn(started, 'notifiedAt'),
    applies: ({ data }: CaseEvent) => data.urgent !== true,
  },
  'D-INS-05': {
    label: ['隐患复查期限', "Re-check after the term or the unit's request"],
    starts: ['HazardRectificationOrdered', 'HazardRectificationReported'],
    ends: ['FollowUpVisited'],
    length: '10d',
    unit: 'calendar',
    owner: 'SAFETY_INSPECTOR',
    basis: 'work-safety department rules',
    effect: 'MISSED_EVENT',
    // The unit's report brings the visit forward; a report after a visit asks for another one.
    applies: ({ type }: CaseEvent, hazard: Hazard) =>
      type === 'HazardRectificationOrdered' ||
      !hazard.state.deadlines.some(({ code, end }) => code === 'D-INS-05' && end === 'open'),
    from: (started: CaseEvent, hazard: Hazard) => {
      if (started.type !== 'HazardRectificationOrdered') return started.on;
      const reported = hazard
        .all('HazardRectificationReported')
        .find(({ revision }) => revision > started.revision)?.on;
      return [dateIn(started, 'dueOn'), reported].filter((day) => day !== undefined).sort()[0];
    },
    movedBy: ['HazardRectificationReported'],
  },
  'D-INS-06': {
    label: ['隐患整改期限', 'Rectification term in the order'],
    starts: ['HazardRectificationOrdered'],
    ends: ['HazardRectificationReported', 'HazardCleared'],
    length: 'max 30d',
    unit: 'calendar',
    owner: 'PARTY',
    basis: 'set in the order; product norm at most 30',
    effect: 'OPEN_NEXT',
    dueOn: (started: CaseEvent) => dateIn(started, 'dueOn'),
  },
  'D-INS-07': {
    label: ['隐患移交期限', 'Escalate an unmet order'],
    starts: ['FollowUpVisited'],
    ends: ['HazardEscalated', 'HazardCleared'],
    length: '3d',
    unit: 'working',
    owner: 'SAFETY_INSPECTOR',
    basis: 'local',
    effect: 'FLAG',
    applies: ({ on, data }: CaseEvent, hazard: Hazard) =>
      data.result === 'FAIL' && on > (hazard.latest('HazardRectificationOrdered')?.data.dueOn ?? on),
  },
} as const;
