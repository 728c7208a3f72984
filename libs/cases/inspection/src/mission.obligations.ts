import { type CaseView } from '#foundation/process';
import { hazardProcess } from './mission.case.js';

/** What a mission may still owe (obligations.csv): its hazards, each settled in its own stream. */
export const missionObligations = {
  HAZARD: {
    label: ['隐患未销号或移交', 'Hazard neither cleared nor escalated'] as const,
    opens: {},
    closes: {},
    elsewhere: {
      children: hazardProcess,
      isOpen: (hazard: CaseView) => !['HZ_CLEARED', 'HZ_ESCALATED'].includes(hazard.status),
    },
    blocks: { InspectionClosed: 'R-ALL-10' },
  },
};
