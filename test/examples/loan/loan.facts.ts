// loan.facts.ts: what each event adds to the statistics, and the figures made of it.
import { type Figure } from '#foundation/process';

export const loanFacts = {
  FileLent: ({ on }: { readonly on: string }) => [{ kind: 'archive.loan', on, quantity: 1, dims: {} }],
};

export const loanFigures: readonly Figure[] = [
  {
    ...{ id: 'archive.loan.count', label: { zh: '档案借出次数', en: 'Files lent' }, source: 'case:loan' },
    ...{ unit: 'time', format: 'integer', factKind: 'archive.loan', where: {}, aggregate: 'count' },
  },
];
