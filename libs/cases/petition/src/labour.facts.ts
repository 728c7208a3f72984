import { type Fact, type Figure } from '#foundation/process';
import { type LabourEvents } from './labour.case.js';

/** A labour dispute whose handling ended: whether it succeeded is decided at closing (processes.md H.14). */
const closing = 'labour.closing';

export const labourFacts = {
  LabourCaseClosed: ({ data }: { readonly data: LabourEvents['LabourCaseClosed'] }) => [
    { kind: closing, on: data.closedOn, quantity: 1, dims: { outcome: data.outcome } },
  ],
};

/** A case that failed later does not stay a success: reopening takes the earlier closing out of its period (D.7). */
export const labourVoids = {
  LabourCaseReopened: () => (fact: Fact) => fact.kind === closing,
};

const shape = {
  source: 'case:petition',
  unit: 'case',
  format: 'integer',
  factKind: closing,
  aggregate: 'count',
} as const;

export const labourFigures: readonly Figure[] = [
  {
    ...shape,
    id: 'labour.dispute.concluded.count',
    label: { zh: '化解劳资纠纷投诉案件起数', en: 'Labour disputes concluded' },
    where: {},
  },
  {
    ...shape,
    id: 'labour.dispute.mediated.count',
    label: { zh: '协调成功起数', en: 'of which mediated successfully' },
    where: { outcome: ['AGREED', 'PAID'] },
  },
];
