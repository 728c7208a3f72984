import { type Fact, type Figure, type Recorded } from '#foundation/process';
import {
  openStretches,
  type PetitionCase,
  type PetitionEvents,
  registrationOf,
  type Stretch,
} from './petition.case.js';

type Of<Type extends keyof PetitionEvents> = Recorded<PetitionEvents[Type]>;

/** A petition that ended lawfully: answered, declined or withdrawn. Forwarded ones are another organ's. */
const conclusion = 'petition.conclusion';
const disposition = 'petition.disposition';
/** A statutory step that the government owed and did not take in time. */
const missedStep = 'petition.missed-step';
const openCase = 'petition.open';
const openWithTeam = 'petition.open-with-team';

const concluded = (kase: PetitionCase, on: string, result: string) => [
  {
    kind: conclusion,
    on,
    quantity: 1,
    key: kase.caseId,
    dims: { matterKind: registrationOf(kase)?.matterKind ?? '', result },
  },
];

export const petitionFacts = {
  OpinionServed: ({ data }: Of<'OpinionServed'>, kase: PetitionCase) =>
    concluded(kase, data.servedOn, kase.latest('OpinionIssued')?.data.result ?? ''),
  PetitionDeclined: ({ data }: Of<'PetitionDeclined'>, kase: PetitionCase) =>
    concluded(kase, data.declinedOn, 'DECLINED'),
  PetitionWithdrawn: ({ data }: Of<'PetitionWithdrawn'>, kase: PetitionCase) =>
    concluded(kase, data.withdrawnOn, 'WITHDRAWN'),
  DispositionRecorded: ({ data }: Of<'DispositionRecorded'>, kase: PetitionCase) => [
    { kind: disposition, on: data.recordedOn, quantity: 1, key: kase.caseId, dims: { kind: data.kind } },
  ],
  DeadlineMissed: ({ data }: Of<'DeadlineMissed'>) => [
    { kind: missedStep, on: data.dueOn, quantity: 1, dims: { deadlineCode: data.deadlineCode } },
  ],
};

const standing = (kind: string, stretches: readonly Stretch[], kase: PetitionCase): Fact[] =>
  stretches.map(({ from, until, eventId }) => ({
    kind,
    eventId,
    on: from,
    quantity: 1,
    key: kase.caseId,
    ...(until === undefined ? {} : { until }),
    dims: {},
  }));

/** The coverage rate looks at what is open on a day, so what counts has a beginning and an end. */
export const petitionDerivedFacts = [
  {
    on: [
      'PetitionAccepted',
      'ResponsibilityTeamAssigned',
      'ReviewRequested',
      'PetitionReopened',
      'PetitionClosed',
    ] as const,
    kinds: [openCase, openWithTeam],
    facts: (kase: PetitionCase): Fact[] => {
      const { open, withTeam } = openStretches(kase.state.events);
      return [...standing(openCase, open, kase), ...standing(openWithTeam, withTeam, kase)];
    },
  },
];

const source = 'case:petition';
const integer = { unit: 'case', format: 'integer', aggregate: 'distinct' } as const;
const parts = [
  ['resolved', 'DEMAND_MET', '诉求解决到位件数', 'Demands met'],
  ['explained', 'EXPLAINED', '思想教育到位件数', 'Demands answered with reasons'],
  ['aided', 'AIDED', '帮扶救助到位件数', 'Hardship aid given'],
  ['referred', 'REFERRED', '违法行为依法处理件数', 'Unlawful acts referred'],
] as const;
const rate = 'petition.team.coverage.rate';

/** Seven figures about what the government did. None counts, sorts or rates a person (processes.md D.1). */
export const petitionFigures: readonly Figure[] = [
  {
    id: rate,
    label: { zh: '五包一责任落实率', en: 'Petition cases with a complete team' },
    source,
    unit: 'percent',
    format: 'percent2',
    factKind: openWithTeam,
    where: {},
    aggregate: 'ratio',
    measure: 'stock',
    parts: [`${rate}.numerator`, `${rate}.denominator`],
  },
  {
    ...integer,
    id: `${rate}.numerator`,
    label: {
      zh: '责任组齐全的在办信访件数',
      en: 'Accepted petition cases open at the as-of date with a complete five-role team',
    },
    factKind: openWithTeam,
    where: {},
    measure: 'stock',
  },
  {
    ...integer,
    id: `${rate}.denominator`,
    label: { zh: '在办信访件数', en: 'Accepted petition cases open at the as-of date' },
    factKind: openCase,
    where: {},
    measure: 'stock',
  },
  {
    ...integer,
    id: 'petition.concluded.count',
    label: { zh: '信访事项办结件数', en: 'Petition matters concluded' },
    source,
    factKind: conclusion,
    where: {},
  },
  ...parts.map(([name, kind, zh, en]): Figure => ({
    ...integer,
    id: `petition.disposition.${name}.count`,
    label: { zh, en },
    source,
    factKind: disposition,
    where: { kind },
  })),
  {
    id: 'petition.overdue.count',
    label: { zh: '逾期未办信访步骤数', en: 'Statutory petition steps missed' },
    source,
    unit: 'step',
    format: 'integer',
    factKind: missedStep,
    where: {},
    aggregate: 'count',
  },
];
