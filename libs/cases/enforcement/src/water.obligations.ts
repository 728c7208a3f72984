import { builtOf, planAfter, planInForce, type WaterCase, type WaterEvents } from './water.case.js';

type Event<Type extends keyof WaterEvents> = { readonly data: WaterEvents[Type] };

const always = () => '';
const whole = () => true;
const facilityOf = (key: string): string => key.split('#')[0]!;

/** What a water case may still owe (obligations.csv): what opens it, what settles it, what it stands in the way of. */
export const waterObligations = {
  POLLUTION_SOURCE: {
    label: ['污染源未清除', 'Identified pollution source not removed'] as const,
    opens: { PollutionSourceIdentified: ({ data }: Event<'PollutionSourceIdentified'>) => data.sourceId },
    closes: {
      PollutionSourceRemoved: ({ data }: Event<'PollutionSourceRemoved'>, key: string) => data.sourceId === key,
    },
    blocks: { RemediationCompleted: 'R-WAT-03', WaterCaseClosed: 'R-ALL-10' } as const,
  },
  PLANNED_FACILITY: {
    label: ['计划设施未建成', 'Planned facility not completed'] as const,
    opens: {
      RemediationPlanApproved: ({ data }: Event<'RemediationPlanApproved'>, kase: WaterCase) =>
        [...planAfter(planInForce(kase), data).now].flatMap(([kind, count]) =>
          Array.from({ length: Math.max(count - builtOf(kase, kind), 0) }, (_, index) => `${kind}#${index + 1}`),
        ),
    },
    closes: {
      // Facilities of a kind are alike: completing one takes the first that is still open.
      TreatmentFacilityCompleted: ({ data }: Event<'TreatmentFacilityCompleted'>, key: string, kase: WaterCase) =>
        kase.open('PLANNED_FACILITY').find((open) => facilityOf(open) === data.facilityKind) === key,
      // A plan states what is to be built as a whole: what it leaves out or moves to a later phase is no longer owed.
      RemediationPlanApproved: whole,
    },
    blocks: { RemediationCompleted: 'R-WAT-03', WaterCaseClosed: 'R-ALL-10' } as const,
  },
  LOOK_BACK: {
    label: ['回头看待办', 'Look-back due'] as const,
    opens: { WaterCaseClosed: always },
    closes: { WaterLookBackRecorded: whole, WaterReboundFound: whole },
    // A scheduled duty after closing: it stands in the way of nothing.
    blocks: {},
  },
};
