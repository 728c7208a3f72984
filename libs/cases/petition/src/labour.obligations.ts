import { type Obligation } from '#foundation/process';
import { isConfirmed, type LabourCase, type LabourEvents, stillOwed } from './labour.case.js';

type Event<Type extends keyof LabourEvents> = { readonly data: LabourEvents[Type] };

const whole = () => true;

/** What a labour dispute may still owe (obligations.csv): the agreed sum, until it is paid, secured or handed on. */
export const labourObligations = {
  AGREED_PAYMENT: {
    label: ['协议款项未支付', 'Agreed sum not paid'] as const,
    opens: {
      LabourAgreementReached: ({ data }: Event<'LabourAgreementReached'>) => (data.amountFen > 0 ? '' : undefined),
    },
    closes: {
      // A part of the sum leaves the rest owed.
      LabourPaymentConfirmed: ({ data }: Event<'LabourPaymentConfirmed'>, _: string, before: LabourCase) =>
        data.amountFen >= (stillOwed(before) ?? 0),
      // A mere request secures nothing: the agreement counts as confirmed by the ruling.
      JudicialConfirmationRecorded: ({ data }: Event<'JudicialConfirmationRecorded'>) => data.result === 'GRANTED',
      LabourComplaintReferred: whole,
    },
    blocks: { LabourCaseClosed: 'R-ALL-10' },
    // Once the pay date has passed the case may close: what is not paid then is no longer the township's to wait for.
    lapses: (_: Obligation, kase: LabourCase, on: string) => {
      const agreement = kase.ever.latest('LabourAgreementReached');
      return agreement?.data.payBy !== undefined && on > agreement.data.payBy;
    },
  },
};

/** LD_AGREED ends as agreed when the pay date is over, nothing was to be paid, or a court stands behind it. */
export function agreementHasRunItsCourse(kase: LabourCase, on: string): boolean {
  const agreement = kase.ever.latest('LabourAgreementReached')?.data;
  if (!agreement) return false;
  return agreement.payBy === undefined || on > agreement.payBy || isConfirmed(kase);
}
