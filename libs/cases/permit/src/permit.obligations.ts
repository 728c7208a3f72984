import { applicationOf, type PermitCase, type PermitEvents } from './permit.case.js';

type Event<Type extends keyof PermitEvents> = { readonly data: PermitEvents[Type] };

const whole = () => true;

/** What a house permit may still owe (obligations.csv): what opens it, what settles it, what it stands in the way of. */
export const permitObligations = {
  OBJECTION: {
    label: ['公示异议未处理', 'Public objection not answered'] as const,
    opens: { PublicObjectionRaised: ({ data }: Event<'PublicObjectionRaised'>) => data.objectionId },
    closes: {
      PublicObjectionResolved: ({ data }: Event<'PublicObjectionResolved'>, key: string) => data.objectionId === key,
    },
    blocks: { VillageReviewPassed: 'R-PER-03', PermitClosed: 'R-ALL-10' } as const,
  },
  ATTENDANCES: {
    label: ['三到场未齐', 'Attendances of the approved house missing'] as const,
    // The first attendance precedes every approval.
    opens: { PermitApproved: () => ['SettingOutAttended', 'CompletionCheckAttended'] },
    closes: {
      SettingOutAttended: (_: Event<'SettingOutAttended'>, key: string) => key === 'SettingOutAttended',
      CompletionCheckAttended: (_: Event<'CompletionCheckAttended'>, key: string) => key === 'CompletionCheckAttended',
      PermitRevoked: whole,
    },
    blocks: { PermitClosed: 'R-ALL-10' } as const,
  },
  DEVIATION: {
    label: ['偏差未改正', 'Deviation from the permit open'] as const,
    opens: { PermitDeviationFound: ({ data }: Event<'PermitDeviationFound'>) => data.deviationKind },
    closes: { PermitDeviationResolved: whole },
    blocks: { PermitClosed: 'R-ALL-10' } as const,
  },
  OLD_HOUSE: {
    label: ['旧房未拆除', 'Promised removal of the old house not done'] as const,
    opens: {
      // A house that went in an earlier round is gone.
      PermitApproved: (_: Event<'PermitApproved'>, kase: PermitCase) =>
        applicationOf(kase)?.oldHouseRemovalPromised && !kase.ever.has('OldHouseRemoved') ? '' : undefined,
    },
    closes: { OldHouseRemoved: whole, PermitRevoked: whole },
    blocks: { PermitClosed: 'R-ALL-10' } as const,
  },
  COMPENSATION: {
    label: ['撤销许可补偿未付清', 'Compensation for a revoked permit owed'] as const,
    opens: { PermitRevoked: ({ data }: Event<'PermitRevoked'>) => (data.compensationDue ? '' : undefined) },
    closes: {
      PermitCompensationPaid: ({ data }: Event<'PermitCompensationPaid'>) => data.finalPayment,
      PermitReopened: whole,
    },
    blocks: { PermitClosed: 'R-ALL-10' } as const,
  },
};
