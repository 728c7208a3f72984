import { type CaseView } from '#foundation/process';
import {
  type HouseholdAsSeen,
  householdProcess,
  landIsPaid,
  type ProjectCase,
  type ProjectEvents,
  unpaidAttachments,
} from './project.case.js';

type Event<Type extends keyof ProjectEvents> = { readonly data: ProjectEvents[Type] };

/** What a project may still owe (obligations.csv). What its households owe stands in their own streams. */
export const projectObligations = {
  HOUSEHOLD_CASES: {
    label: ['户档未结', 'Household case of the project still open'] as const,
    opens: {},
    closes: {},
    elsewhere: {
      children: householdProcess,
      isOpen: (household: CaseView) => !['HH_CLOSED', 'HH_REMOVED'].includes(household.status),
    },
    blocks: { LandHandedOver: 'R-REL-08' },
  },
  LAND_COMPENSATION: {
    label: ['征地补偿未付清', 'Land compensation not fully paid'] as const,
    opens: {
      ExpropriationAnnounced: (_: Event<'ExpropriationAnnounced'>, kase: ProjectCase) =>
        landIsPaid(kase) ? undefined : '',
    },
    closes: {
      LandCompensationPaid: ({ data }: Event<'LandCompensationPaid'>, _: string, kase: ProjectCase) =>
        landIsPaid(kase, data.areaCentimu),
    },
    blocks: { RelocationProjectClosed: 'R-ALL-10' },
  },
  GREEN_CROP: {
    label: ['青苗附着物补偿未付清', 'Green crops and attachments not fully paid'] as const,
    opens: {},
    closes: {},
    elsewhere: {
      children: householdProcess,
      isOpen: (household: CaseView, project: ProjectCase) =>
        unpaidAttachments(household as unknown as CaseView<HouseholdAsSeen>, project).length > 0,
    },
    blocks: { RelocationProjectClosed: 'R-ALL-10' },
  },
};
