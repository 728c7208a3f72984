import { agreedKinds, type HouseholdCase, type HouseholdEvents, paidOf, totalOf } from './household.case.js';

type Event<Type extends keyof HouseholdEvents> = { readonly data: HouseholdEvents[Type] };

const always = () => '';
const whole = () => true;
const toOffer = ({ data }: Event<'HouseholdCaseReopened'>) => data.toStep === 'HH_OFFERED';

/** What a household case may still owe (obligations.csv): what opens it, what settles it, what it stands in the way of. */
export const householdObligations = {
  SURVEY_OBJECTION: {
    label: ['调查异议未处理', 'Survey objection not answered'] as const,
    opens: { SurveyObjectionRaised: ({ data }: Event<'SurveyObjectionRaised'>) => data.objectionId },
    closes: {
      SurveyObjectionResolved: ({ data }: Event<'SurveyObjectionResolved'>, key: string) => data.objectionId === key,
      HouseholdRemovedFromScope: whole,
    },
    blocks: { PropertyAppraised: 'R-REL-11', HouseholdCaseClosed: 'R-ALL-10' },
  },
  COMPENSATION: {
    label: ['补偿款未付清', 'Compensation not fully paid'] as const,
    opens: {
      AgreementSigned: always,
      CompensationDecided: always,
      SupplementaryAgreementSigned: ({ data }: Event<'SupplementaryAgreementSigned'>, kase: HouseholdCase) =>
        data.newTotalFen > paidOf(kase) ? '' : undefined,
    },
    closes: {
      CompensationPaid: ({ data }: Event<'CompensationPaid'>, _: string, kase: HouseholdCase) =>
        paidOf(kase) + data.amountFen === totalOf(kase),
      // A supplement may lower the total to what has been paid.
      SupplementaryAgreementSigned: ({ data }: Event<'SupplementaryAgreementSigned'>, _: string, kase: HouseholdCase) =>
        data.newTotalFen === paidOf(kase),
      AgreementRescinded: whole,
      HouseholdCaseReopened: toOffer,
    },
    blocks: { HouseholdCaseClosed: 'R-ALL-10' },
  },
  RESETTLEMENT: {
    label: ['安置未落实', 'Agreed resettlement not provided'] as const,
    opens: {
      AgreementSigned: ({ data }: Event<'AgreementSigned'>) => (data.compensationMode === 'MONEY' ? undefined : ''),
    },
    closes: {
      ResettlementProvided: ({ data }: Event<'ResettlementProvided'>, _: string, kase: HouseholdCase) =>
        agreedKinds(kase)?.includes(data.kind) ?? true,
      AgreementRescinded: whole,
      HouseholdCaseReopened: toOffer,
    },
    blocks: { HouseholdCaseClosed: 'R-ALL-10' },
  },
  REMEDY: {
    label: ['复议诉讼未结', 'Reconsideration or litigation pending'] as const,
    opens: { RelocationRemedyFiled: ({ data }: Event<'RelocationRemedyFiled'>) => data.remedyId },
    closes: {
      RelocationRemedyConcluded: ({ data }: Event<'RelocationRemedyConcluded'>, key: string) => data.remedyId === key,
    },
    blocks: {
      CourtVacatingApplied: 'R-REL-13',
      HouseholdRemovedFromScope: 'R-ALL-10',
      HouseholdCaseClosed: 'R-ALL-10',
    },
  },
};
