/** The terms of processes.md E.2 for missions: what starts them, how long they run, what meets them. */
export const missionDeadlines = {
  'D-INS-01': {
    label: ['亮证检查记录', 'Card shown, written record, signature or noted refusal, at once'],
    starts: ['InspectionDispatched'],
    ends: ['InspectionConducted'],
    length: '-',
    unit: 'none',
    owner: 'SAFETY_INSPECTOR',
    basis: 'SPL arts. 67-68',
    effect: 'REFUSE',
  },
} as const;
