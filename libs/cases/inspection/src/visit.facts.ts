import { type Figure } from '#foundation/process';
import { type VisitEvents } from './visit.case.js';

const visited = 'labour.enterprise-visit';

/** What a visit adds to the statistics: the enterprise, once in a period however often it was visited. */
export const visitFacts = {
  EnterpriseVisitRecorded: ({
    on,
    data,
  }: {
    readonly on: string;
    readonly data: VisitEvents['EnterpriseVisitRecorded'];
  }) => [{ kind: visited, on, quantity: 1, key: data.enterpriseRef, dims: { visitKind: data.visitKind } }],
};

const enterprises = (id: string, zh: string, en: string, visitKind: string): Figure => ({
  ...{ id, label: { zh, en }, source: 'case:inspection', unit: 'enterprise', format: 'integer' },
  ...{ factKind: visited, where: { visitKind }, aggregate: 'distinct' },
});

/** The figures of the half-year report that visits yield. */
export const visitFigures: readonly Figure[] = [
  enterprises('labour.enterprise.patrolled.count', '日常巡查企业家数', 'Enterprises patrolled', 'PATROL'),
  enterprises('labour.key-enterprise.visited.count', '走访重点企业家数', 'Key enterprises visited', 'KEY_VISIT'),
];
