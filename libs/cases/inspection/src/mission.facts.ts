import { type Figure } from '#foundation/process';
import { type Mission, type MissionEvents } from './mission.case.js';

type Recorded<Type extends keyof MissionEvents> = { readonly on: string; readonly data: MissionEvents[Type] };

const kind = { inspected: 'inspection.conducted', attended: 'inspection.attendance' } as const;

/** What each event of a mission adds to the statistics. Plans, cancelled ones included, count nothing. */
export const missionFacts = {
  InspectionConducted: ({ on, data }: Recorded<'InspectionConducted'>, { caseId }: Mission) => {
    const dims = { domain: data.domain };
    return [
      { kind: kind.inspected, on, quantity: 1, dims },
      // One person, one mission, one day is one person-time, however many units were visited.
      ...data.attendees.map((ref) => ({
        ...{ kind: kind.attended, on, quantity: 1, key: `${caseId}/${ref}/${on}`, dims },
      })),
    ];
  },
};

/** The figures of the half-year report that missions yield. */
export const missionFigures: readonly Figure[] = [
  {
    id: 'inspection.dispatch.person-times',
    label: { zh: '安全检查出动人次', en: 'Person-times on safety inspections' },
    source: 'case:inspection',
    unit: 'person-time',
    format: 'integer-over',
    factKind: kind.attended,
    where: { domain: ['WORK_SAFETY', 'ROAD_TRAFFIC'] },
    aggregate: 'distinct',
  },
  {
    id: 'epidemic.premises.inspection.count',
    label: { zh: '重点场所联合检查次数', en: 'Joint inspections of premises' },
    source: 'case:inspection',
    unit: 'inspection',
    format: 'integer',
    factKind: kind.inspected,
    where: { domain: 'EPIDEMIC_PREMISES' },
    aggregate: 'count',
  },
];
