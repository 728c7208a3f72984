import { type Fact, type Figure } from '#foundation/process';
import { contestedBy, type EnforcementCase, type EnforcementEvents } from './enforcement.case.js';

type Recorded<Type extends keyof EnforcementEvents> = {
  readonly id: string;
  readonly revision: number;
  readonly data: EnforcementEvents[Type];
};

const kind = {
  notice: 'enforcement.notice',
  /** Of closed enforcement and water cases alike; demolition has look-backs of its own. */
  lookBack: 'enforcement.look-back',
  rebound: 'enforcement.rebound',
  operator: 'enforcement.operator',
  noticed: 'enforcement.operator-noticed',
  banned: 'enforcement.banned',
  equipment: 'enforcement.equipment',
  rawMaterial: 'enforcement.raw-material',
  rectified: 'enforcement.rectified',
  farm: 'enforcement.farm',
  stock: 'enforcement.farm-stock',
} as const;

const dimsOf = (kase: EnforcementCase): Record<string, string> => {
  const lead = kase.ever.latest('LeadRegistered')?.data;
  return lead ? { caseType: lead.caseType, industryCode: lead.industryCode } : {};
};

/** Whether the item was taken before: a later confiscation of the same item is no second taking. */
const takenBefore = (kase: EnforcementCase, itemId: string, revision: number): boolean =>
  kase.ever.all('PropertyTakenIntoCustody').some((taken) => taken.data.itemId === itemId && taken.revision < revision);

/** What each event of an enforcement case adds to the statistics. */
export const enforcementFacts = {
  LeadVerified: ({ data }: Recorded<'LeadVerified'>, kase: EnforcementCase) => [
    { kind: kind.operator, on: data.verifiedOn, quantity: 1, key: kase.caseId, dims: dimsOf(kase) },
  ],
  RectificationNoticeServed: ({ data }: Recorded<'RectificationNoticeServed'>, kase: EnforcementCase) => [
    { kind: kind.notice, on: data.servedOn, quantity: 1, dims: dimsOf(kase) },
  ],
  PropertyTakenIntoCustody: (event: Recorded<'PropertyTakenIntoCustody'>, kase: EnforcementCase) => {
    const { itemKind, itemId, legalForm, takenOn, quantity = 0, massKg = 0 } = event.data;
    if (takenBefore(kase, itemId, event.revision)) return [];
    const dims = { itemKind, legalForm };
    if (itemKind === 'EQUIPMENT') return [{ kind: kind.equipment, on: takenOn, quantity, dims }];
    return itemKind === 'RAW_MATERIAL' ? [{ kind: kind.rawMaterial, on: takenOn, quantity: massKg, dims }] : [];
  },
  RectificationAccepted: (event: Recorded<'RectificationAccepted'>, kase: EnforcementCase) =>
    // The first acceptance of a case counts it.
    kase.ever.all('RectificationAccepted')[0]?.id === event.id
      ? [{ kind: kind.rectified, on: event.data.checkedOn, quantity: 1, key: kase.caseId, dims: dimsOf(kase) }]
      : [],
  OperatorBanned: ({ data }: Recorded<'OperatorBanned'>, kase: EnforcementCase) => [
    {
      kind: kind.banned,
      on: data.ceasedOn,
      quantity: 1,
      dims: { ...dimsOf(kase), processKind: data.processKind, closureMode: data.closureMode },
    },
  ],
  FarmClosed: ({ data }: Recorded<'FarmClosed'>, kase: EnforcementCase) => {
    const { species, closedOn, closureMode } = data;
    const survey = lastSurvey(kase, species, closedOn);
    const stock = (bound: 'min' | 'max', quantity: number) => ({
      ...{ kind: kind.stock, on: closedOn, quantity },
      dims: { species, bound, closureMode },
    });
    return [
      { kind: kind.farm, on: closedOn, quantity: 1, dims: { species, closureMode } },
      ...(survey ? [stock('min', survey.stockMin), stock('max', survey.stockMax)] : []),
    ];
  },
  LookBackRecorded: ({ data }: Recorded<'LookBackRecorded'>, kase: EnforcementCase) => [
    { kind: kind.lookBack, on: data.checkedOn, quantity: 1, dims: dimsOf(kase) },
  ],
  ReboundFound: ({ data }: Recorded<'ReboundFound'>, kase: EnforcementCase) => [
    { kind: kind.rebound, on: data.foundOn, quantity: 1, dims: dimsOf(kase) },
  ],
};

/** The animals as last counted before the farm was closed. */
function lastSurvey(kase: EnforcementCase, species: string, closedOn: string) {
  const surveys = kase.ever
    .all('FarmStockSurveyed')
    .map(({ data }) => data)
    .filter((survey) => survey.species === species && survey.surveyedOn <= closedOn);
  return surveys.reduce<(typeof surveys)[number] | undefined>(
    (last, survey) => (last === undefined || survey.surveyedOn >= last.surveyedOn ? survey : last),
    undefined,
  );
}

/** Operators of the cohort of their verification that received a notice, whenever that was. */
export const enforcementDerivedFacts = [
  {
    on: ['LeadVerified', 'RectificationNoticeServed'] as const,
    kinds: [kind.noticed],
    facts: (kase: EnforcementCase): Fact[] => {
      const notice = kase.ever.all('RectificationNoticeServed')[0];
      if (!notice) return [];
      return kase.ever.all('LeadVerified').map(({ data }) => ({
        ...{ kind: kind.noticed, eventId: notice.id, on: data.verifiedOn, quantity: 1 },
        ...{ key: kase.caseId, dims: dimsOf(kase) },
      }));
    },
  },
];

/**
 * A decision that was revoked or found unlawful or void never held: what ended by it leaves the figures (processes.md
 * 0.6). What an operator ended itself stays, and a changed decision still ends what it ended.
 */
export const enforcementVoids = {
  DecisionSetAside: ({ data }: Recorded<'DecisionSetAside'>, kase: EnforcementCase) => {
    const contested = data.result === 'CHANGED' ? undefined : contestedBy(kase, data.remedyId);
    const until = kase.ever.all('ReboundFound').find(({ revision }) => revision > (contested?.revision ?? Infinity));
    const fallen = new Set(
      [...kase.ever.all('OperatorBanned'), ...kase.ever.all('FarmClosed')]
        .filter((ended) => ended.data.closureMode !== 'SELF_CLOSED')
        .filter(
          ({ revision }) => revision > (contested?.revision ?? Infinity) && revision < (until?.revision ?? Infinity),
        )
        .map(({ id }) => id),
    );
    return (fact: Fact) => fallen.has(fact.eventId);
  },
};

const figure = (
  id: string,
  zh: string,
  en: string,
  unit: string,
  rest: Pick<Figure, 'factKind' | 'aggregate'> & Partial<Figure>,
): Figure => ({
  id: `enforcement.${id}`,
  label: { zh, en },
  source: 'case:enforcement',
  unit,
  format: 'integer',
  where: {},
  ...rest,
});

const plastics = { caseType: 'ILLEGAL_PLASTICS' };
const banned = { factKind: kind.banned, aggregate: 'count' } as const;
const noticedShare = 'enforcement.notice.coverage.rate';

/** Farms closed and the animals that stood on them; of a range the report gives both ends. */
function farmFigures(slug: string, species: string, zhFarm: string, zhAnimals: string, en: string): readonly Figure[] {
  const farms = figure(`livestock.${slug}.closed.count`, `关停${zhFarm}个数`, `${en} farms closed`, 'farm', {
    ...{ factKind: kind.farm, aggregate: 'count', where: { species } },
  });
  const animals = (suffix: string, zh: string, bound: 'min' | 'max', what: string) =>
    figure(`livestock.${slug}.closed.stock${suffix}`, `关停${zhFarm}存栏量${zh}`, what, 'head', {
      ...{ factKind: kind.stock, aggregate: 'sum', where: { species, bound }, format: 'range' },
    });
  if (species !== 'CATTLE') return [farms, animals('', '', 'max', zhAnimals)];
  return [
    farms,
    animals('-min', '下限', 'min', 'Cattle on closed farms, lower bound'),
    animals('-max', '上限', 'max', 'Cattle on closed farms, upper bound'),
  ];
}

/** The enforcement figures of the half-year report. */
export const enforcementFigures: readonly Figure[] = [
  figure('notice.issued.count', '下达限期整改通知书份数', 'Rectification notices served', 'notice', {
    ...{ factKind: kind.notice, aggregate: 'count' },
  }),
  figure('lookback.count', '回头看次数', 'Look-back checks', 'check', { factKind: kind.lookBack, aggregate: 'count' }),
  figure('rebound.count', '反弹起数', 'Rebounds found', 'case', { factKind: kind.rebound, aggregate: 'count' }),
  figure('operator.surveyed.count', '摸排涉事经营户数', 'Operators confirmed on site', 'operator', {
    ...{ factKind: kind.operator, aggregate: 'distinct' },
  }),
  {
    ...{ id: `${noticedShare}.numerator`, unit: 'operator', format: 'integer' },
    label: { zh: '已下达整改通知的经营户数', en: 'Operators of the cohort that received a notice' },
    ...{ factKind: kind.noticed, where: {}, aggregate: 'distinct' },
  },
  {
    ...{ id: noticedShare, source: 'case:enforcement', unit: 'percent', format: 'percent2' },
    label: { zh: '整改通知下达率', en: 'Operators served with a notice' },
    ...{ factKind: kind.noticed, where: {}, aggregate: 'ratio' },
    parts: [`${noticedShare}.numerator`, 'enforcement.operator.surveyed.count'],
  },
  figure('plastics.banned.count', '取缔非法塑料加工经营户', 'Illegal plastics operators banned', 'operator', {
    ...{ ...banned, where: plastics },
  }),
  figure('plastics.washing.banned.count', '其中洗料', 'of which washing', 'operator', {
    ...{ ...banned, where: { ...plastics, processKind: 'WASHING' } },
  }),
  figure('plastics.crushing.banned.count', '其中加工破碎', 'of which crushing', 'operator', {
    ...{ ...banned, where: { ...plastics, processKind: 'CRUSHING' } },
  }),
  figure('plastics.equipment.collected.count', '收缴设备台数', 'Machines taken into custody', 'set', {
    ...{ factKind: kind.equipment, aggregate: 'sum' },
  }),
  figure('plastics.raw-material.seized.mass', '扣押原材料吨数', 'Raw material seized', 't', {
    ...{ factKind: kind.rawMaterial, aggregate: 'sum', where: { legalForm: 'SEIZED' }, format: 'integer-t-over' },
  }),
  figure('open-storage.rectified.count', '整治露天堆放经营起数', 'Open-air storage yards rectified', 'case', {
    ...{ factKind: kind.rectified, aggregate: 'distinct', where: { caseType: 'OPEN_STORAGE' } },
  }),
  ...farmFigures('chicken', 'CHICKEN', '养鸡场', 'Chickens on closed farms', 'Chicken'),
  ...farmFigures('pig', 'PIG', '生猪养殖场', 'Pigs on closed farms', 'Pig'),
  ...farmFigures('black-goat', 'BLACK_GOAT', '黑山羊养殖场', 'Black goats on closed farms', 'Black goat'),
  ...farmFigures('cattle', 'CATTLE', '养牛场', '', 'Cattle'),
  {
    ...{ id: 'safety.enterprise.shutdown.count', source: 'case:enforcement', unit: 'enterprise', format: 'integer' },
    label: { zh: '关停取缔违法企业数', en: 'Unlawful enterprises shut down' },
    ...{ ...banned, where: { caseType: 'WORKPLACE_SAFETY' } },
  },
];
