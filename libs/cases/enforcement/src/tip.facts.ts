import { type Figure } from '#foundation/process';
import { type TipEvents } from './tip.case.js';

const received = 'enforcement.tip';

/** What a tip adds to the statistics: that one came in, and how. Nothing in it leads to a tipster. */
export const tipFacts = {
  TipReceived: ({ data }: { readonly data: TipEvents['TipReceived'] }) => [
    { kind: received, on: data.receivedOn, quantity: 1, dims: { channel: data.channel } },
  ],
};

export const tipFigures: readonly Figure[] = [
  {
    id: 'enforcement.tip.received.count',
    label: { zh: '举报线索数', en: 'Tips received' },
    source: 'case:enforcement',
    unit: 'tip',
    format: 'integer',
    factKind: received,
    where: {},
    aggregate: 'count',
  },
];
