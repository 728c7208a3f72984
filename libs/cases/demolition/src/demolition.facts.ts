import { type Fact, type Figure } from '#foundation/process';
import { type DemolitionCase, type DemolitionEvents, roundOfRemedy } from './demolition.case.js';

type Recorded<Type extends keyof DemolitionEvents> = {
  readonly id: string;
  readonly revision: number;
  readonly data: DemolitionEvents[Type];
};

/** A site completely pulled down and verified: counted by the day the structure was down (processes.md H.1). */
const site = 'demolition.site';

/** What each event of a demolition case adds to the statistics. */
export const demolitionFacts = {
  DemolitionVerified: ({ data }: Recorded<'DemolitionVerified'>) => [
    {
      kind: site,
      on: data.demolishedOn,
      quantity: data.verifiedAreaDm2,
      dims: { structureKind: data.structureKind, stockClass: data.stockClass, mode: data.mode },
    },
  ],
};

/**
 * What takes facts out again. An order set aside takes out the site of the round in which the remedy was filed; a
 * structure pulled down again after rebuilding is another site under another order (processes.md B.6).
 */
export const demolitionVoids = {
  DemolitionOrderSetAside: ({ data }: Recorded<'DemolitionOrderSetAside'>, kase: DemolitionCase) => {
    const round = new Set(roundOfRemedy(kase, data.remedyId).map((event) => event.id));
    return (fact: Fact) => fact.kind === site && round.has(fact.eventId);
  },
};

const kinds = [
  ['house', 'HOUSE', '房屋', 'Houses'],
  ['shed', 'SHED', '棚屋', 'Sheds'],
  ['pavilion', 'PAVILION', '棚亭', 'Pavilions'],
  ['other', 'OTHER', '其他设施', 'Other structures'],
] as const;
const classes = [
  ['new', 'NEW', '新建', 'new'],
  ['stock', 'EXISTING', '存量', 'existing'],
] as const;

const figure = (id: string, zh: string, en: string, where: Record<string, string>): readonly [Figure, Figure] => {
  const common = { source: 'case:demolition', factKind: site, where };
  return [
    {
      ...common,
      id: `${id}.count`,
      label: { zh: `${zh}处数`, en: `${en}, sites` },
      unit: 'site',
      format: 'integer',
      aggregate: 'count',
    },
    {
      ...common,
      id: `${id}.area`,
      label: { zh: `${zh}面积`, en: `${en}, floor area` },
      unit: 'm2',
      format: 'decimal2-m2',
      aggregate: 'sum',
    },
  ];
};

/** The 18 demolition figures of the half-year report: the total and its eight parts, each as sites and as area. */
export const demolitionFigures: readonly Figure[] = [
  ...figure('demolition.total', '拆违总', 'Illegal construction demolished', {}),
  ...kinds.flatMap(([kind, structureKind, kindZh, kindEn]) =>
    classes.flatMap(([stock, stockClass, stockZh, stockEn]) =>
      figure(`demolition.${kind}.${stock}`, `${kindZh}${stockZh}违建`, `${kindEn} demolished, ${stockEn}`, {
        structureKind,
        stockClass,
      }),
    ),
  ),
];
