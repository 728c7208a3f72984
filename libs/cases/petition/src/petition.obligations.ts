import { type PetitionCase, type PetitionEvents, promiseKeys } from './petition.case.js';

type Event<Type extends keyof PetitionEvents> = { readonly data: PetitionEvents[Type] };

const always = () => '';
const whole = () => true;

/** What a petition case may still owe (obligations.csv): nothing that the petitioner owes, only the government. */
export const petitionObligations = {
  PROMISE: {
    label: ['承诺未兑现', 'Promised measure not kept'] as const,
    opens: {
      FulfilmentStarted: ({ data }: Event<'FulfilmentStarted'>, before: PetitionCase) =>
        promiseKeys(data.promises, before),
    },
    closes: {
      FulfilmentConfirmed: ({ data }: Event<'FulfilmentConfirmed'>, key: string) => String(data.promiseIndex) === key,
    },
    blocks: { PetitionClosed: 'R-ALL-10' },
  },
  REVIEW: {
    label: ['复查未结', 'Review pending'] as const,
    opens: { ReviewRequested: always },
    closes: { ReviewConcluded: whole },
    blocks: { PetitionClosed: 'R-ALL-10' },
  },
  REREVIEW: {
    label: ['复核未结', 'Re-review pending'] as const,
    opens: { ReReviewRequested: always },
    closes: { ReReviewConcluded: whole },
    blocks: { PetitionClosed: 'R-ALL-10' },
  },
};
