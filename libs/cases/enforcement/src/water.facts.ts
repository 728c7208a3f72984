import { type Fact, type Figure } from '#foundation/process';
import { type PlanInForce, planAfter, type WaterCase, type WaterEvents } from './water.case.js';

type Recorded<Type extends keyof WaterEvents> = { readonly data: WaterEvents[Type] };

const kind = {
  problem: 'water.problem',
  removed: 'water.source-removed',
  built: 'water.facility-built',
  planned: 'water.wetland-planned',
  farmsFound: 'water.farm-site-identified',
  farmsGone: 'water.farm-site-removed',
} as const;
// Looked at and found again in the same figures as enforcement cases (figures.csv).
const lookBack = 'enforcement.look-back';
const rebound = 'enforcement.rebound';

/** What each event of a water case adds to the statistics. */
export const waterFacts = {
  WaterProblemRegistered: ({ data }: Recorded<'WaterProblemRegistered'>) => [
    { kind: kind.problem, on: data.assignedOn, quantity: 1, dims: { origin: data.origin } },
  ],
  PollutionSourceRemoved: ({ data }: Recorded<'PollutionSourceRemoved'>) => [
    { kind: kind.removed, on: data.removedOn, quantity: 1, dims: { sourceKind: data.sourceKind } },
  ],
  TreatmentFacilityCompleted: ({ data }: Recorded<'TreatmentFacilityCompleted'>) => [
    { kind: kind.built, on: data.completedOn, quantity: 1, dims: { facilityKind: data.facilityKind } },
  ],
  WaterLookBackRecorded: ({ data }: Recorded<'WaterLookBackRecorded'>) => [
    { kind: lookBack, on: data.checkedOn, quantity: 1, dims: {} },
  ],
  WaterReboundFound: ({ data }: Recorded<'WaterReboundFound'>) => [
    { kind: rebound, on: data.foundOn, quantity: 1, dims: {} },
  ],
};

/** Farm sites of a problem, found and removed, in the cohort of the day on which the problem was assigned. */
function farmSites(kase: WaterCase): Fact[] {
  const on = kase.ever.latest('WaterProblemRegistered')?.data.assignedOn;
  if (on === undefined) return [];
  const fact = (of: string, eventId: string, sourceId: string): Fact => ({
    ...{ kind: of, eventId, on, quantity: 1, key: `${kase.caseId}/${sourceId}`, dims: { sourceKind: 'FARM_SITE' } },
  });
  const found = kase.ever.all('PollutionSourceIdentified').filter(({ data }) => data.sourceKind === 'FARM_SITE');
  const gone = kase.ever.all('PollutionSourceRemoved').filter(({ data }) => data.sourceKind === 'FARM_SITE');
  return [
    ...found.map(({ id, data }) => fact(kind.farmsFound, id, data.sourceId)),
    ...gone.map(({ id, data }) => fact(kind.farmsGone, id, data.sourceId)),
  ];
}

const wetland = 'CONSTRUCTED_WETLAND';

/**
 * Wetlands that an approved plan holds, in this phase or a later one, each from its approval until it is built or a
 * later plan no longer holds it.
 */
function plannedWetlands(kase: WaterCase): Fact[] {
  const facts: Fact[] = [];
  let plan: PlanInForce | undefined;
  let built = 0;
  const end = (index: number, on: string) => (facts[index] = { ...facts[index]!, until: on });
  const standing = () => facts.flatMap((fact, index) => (fact.until === undefined ? [index] : []));
  const steps = [
    ...kase.ever.all('RemediationPlanApproved'),
    ...kase.ever.all('TreatmentFacilityCompleted'),
    ...kase.ever.all('WaterReboundFound'),
  ].sort((a, b) => a.revision - b.revision);
  for (const { id, type, on, data } of steps) {
    if (type === 'WaterReboundFound') built = 0;
    if ('facilityKind' in data && data.facilityKind === wetland) {
      built++;
      const oldest = standing()[0];
      if (oldest !== undefined) end(oldest, on);
    }
    if (!('plannedFacilities' in data)) continue;
    plan = planAfter(plan, data);
    const wanted = (plan.now.get(wetland) ?? 0) + (plan.later.get(wetland) ?? 0) - built;
    const open = standing();
    for (const index of open.slice(Math.max(wanted, 0)).reverse()) end(index, on);
    for (let number = open.length; number < wanted; number++)
      facts.push({ kind: kind.planned, eventId: id, on, quantity: 1, dims: { facilityKind: wetland } });
  }
  return facts;
}

export const waterDerivedFacts = [
  {
    on: ['WaterProblemRegistered', 'PollutionSourceIdentified', 'PollutionSourceRemoved'] as const,
    kinds: [kind.farmsFound, kind.farmsGone],
    facts: farmSites,
  },
  {
    on: ['RemediationPlanApproved', 'TreatmentFacilityCompleted', 'WaterReboundFound'] as const,
    kinds: [kind.planned],
    facts: plannedWetlands,
  },
];

const farmShare = 'water.farm-site.removed.rate';
const figure = (
  id: string,
  zh: string,
  en: string,
  unit: string,
  rest: Pick<Figure, 'factKind' | 'aggregate'> & Partial<Figure>,
): Figure => ({ id, label: { zh, en }, source: 'case:enforcement', unit, format: 'integer', where: {}, ...rest });
/** The two parts of a ratio are shown with it and have no source of their own. */
const part = (id: string, zh: string, en: string, factKind: string): Figure => ({
  ...{ id, label: { zh, en }, unit: 'site', format: 'integer' },
  ...{ factKind, where: {}, aggregate: 'distinct' },
});

/** The water figures of the half-year report. */
export const waterFigures: readonly Figure[] = [
  figure('water.black-odorous.problem.count', '黑臭水体问题数', 'Black-odorous water problems', 'problem', {
    ...{ factKind: kind.problem, aggregate: 'count', where: { origin: 'WARNING_FILM' } },
  }),
  figure('water.farm-site.removed.count', '水系旁养殖场地取缔处数', 'Farm sites beside the water removed', 'site', {
    ...{ factKind: kind.removed, aggregate: 'count', where: { sourceKind: 'FARM_SITE' } },
  }),
  part(`${farmShare}.numerator`, '已取缔养殖场地处数', 'Farm-site sources of the problems removed', kind.farmsGone),
  part(`${farmShare}.denominator`, '已排查养殖场地处数', 'Farm-site sources of the problems', kind.farmsFound),
  figure(farmShare, '水系旁养殖场地取缔率', 'Farm-site removal rate', 'percent', {
    ...{ factKind: kind.farmsGone, aggregate: 'ratio', format: 'percent2' },
    parts: [`${farmShare}.numerator`, `${farmShare}.denominator`],
  }),
  figure(
    'water.treatment.septic-tank.built.count',
    '三格式污水处理池座数',
    'Three-cell sewage tanks built',
    'facility',
    {
      ...{ factKind: kind.built, aggregate: 'count', where: { facilityKind: 'THREE_CELL_TANK' } },
    },
  ),
  figure('water.pollution-source.cleared.count', '清理疏通污染源处数', 'Pollution sources cleared', 'source', {
    ...{ factKind: kind.removed, aggregate: 'count' },
  }),
  figure('water.treatment.wetland.planned.count', '拟建人工湿地处', 'Constructed wetlands planned', 'facility', {
    ...{ factKind: kind.planned, aggregate: 'count', measure: 'stock' },
  }),
];
