import { type CaseView } from '#foundation/process';
import { cameDown, type DemolitionCase, type DemolitionEvents, roundOfRemedy } from './demolition.case.js';

type Event<Type extends keyof DemolitionEvents> = { readonly data: DemolitionEvents[Type] };

const always = () => '';
const whole = () => true;

/** What a demolition case may still owe (obligations.csv): what opens it, what settles it, what it stands in the way of. */
export const demolitionObligations = {
  REMEDY: {
    label: ['复议诉讼未结', 'Reconsideration or litigation pending'] as const,
    opens: { DemolitionRemedyFiled: ({ data }: Event<'DemolitionRemedyFiled'>) => data.remedyId },
    closes: {
      DemolitionRemedyUpheld: ({ data }: Event<'DemolitionRemedyUpheld'>, key: string) => data.remedyId === key,
      // Setting an order aside ends every remedy against that order, and none against the order of another round.
      DemolitionOrderSetAside: ({ data }: Event<'DemolitionOrderSetAside'>, key: string, kase: DemolitionCase) =>
        roundOfRemedy(kase, key)[0] === roundOfRemedy(kase, data.remedyId)[0],
    },
    blocks: {
      BuildingFoundLawful: 'R-ALL-10',
      CompulsoryDemolitionRecorded: 'R-DEM-09',
      DemolitionCaseClosed: 'R-ALL-10',
    },
  },
  BELONGINGS: {
    label: ['财物未返还', 'Listed belongings not returned'] as const,
    opens: { CompulsoryDemolitionRecorded: always },
    closes: { BelongingsReturned: ({ data }: Event<'BelongingsReturned'>) => data.allReturned },
    blocks: { BuildingFoundLawful: 'R-ALL-10', DemolitionCaseClosed: 'R-ALL-10' },
  },
  DEBRIS: {
    label: ['建筑垃圾未清运', 'Debris not cleared'] as const,
    opens: { DemolitionVerified: always },
    closes: { DebrisCleared: whole, DemolitionLiabilitySettled: whole },
    blocks: { BuildingFoundLawful: 'R-ALL-10', DemolitionCaseClosed: 'R-ALL-10' },
  },
  FINE: {
    label: ['关联罚款未缴清', 'Fine in a linked enforcement case not fully paid'] as const,
    // Opened and paid in the stream of the enforcement case that holds the fine (LINKED_FINE).
    opens: {},
    closes: {},
    elsewhere: {
      cases: (kase: DemolitionCase) => linkedFines(kase).map((ref) => ({ process: 'enforcement', ref })),
      isOpen: (enforcement: CaseView) => enforcement.open('FINE').length > 0,
    },
    blocks: { DemolitionCaseClosed: 'R-ALL-10' },
  },
  TIP_ANSWER: {
    label: ['举报未答复', 'Tip that started the case not answered'] as const,
    opens: { IllegalBuildingFound: ({ data }: Event<'IllegalBuildingFound'>) => data.tipId },
    // The answer is an event of the tip's own stream.
    closes: {},
    elsewhere: {
      cases: (kase: DemolitionCase) => {
        const tipId = kase.ever.latest('IllegalBuildingFound')?.data.tipId;
        return tipId === undefined ? [] : [{ process: 'tip', ref: tipId }];
      },
      isOpen: (tip: CaseView) => tip.open('TIP_ANSWER').length > 0,
    },
    blocks: { DemolitionCaseClosed: 'R-ALL-10' },
  },
  TRANSFER_OUTCOME: {
    label: ['移送结果未回告', 'Outcome of the transfer not known'] as const,
    opens: { DemolitionCaseTransferred: always },
    closes: { DemolitionTransferOutcomeRecorded: whole, DemolitionTransferReturned: whole },
    blocks: { DemolitionCaseClosed: 'R-ALL-10' },
  },
  LIABILITY: {
    label: ['违法拆除责任未了结', 'Liability for an unlawful demolition not settled'] as const,
    opens: {
      DemolitionOrderSetAside: ({ data }: Event<'DemolitionOrderSetAside'>, kase: DemolitionCase) =>
        data.restitutionDue || cameDown(roundOfRemedy(kase, data.remedyId)) ? '' : undefined,
    },
    closes: { DemolitionLiabilitySettled: whole },
    blocks: { BuildingFoundLawful: 'R-ALL-10', DemolitionCaseClosed: 'R-ALL-10' },
  },
  LOOK_BACK: {
    label: ['回头看待办', 'Look-back due'] as const,
    opens: {
      DemolitionCaseClosed: ({ data }: Event<'DemolitionCaseClosed'>) => (data.lookBackDueOn ? '' : undefined),
    },
    closes: { DemolitionLookBackRecorded: whole, RebuildingFound: whole },
    // A scheduled duty after closing: it stands in the way of nothing.
    blocks: {},
  },
};

/** Enforcement cases that hold the fine of this matter, as the links of its own stream name them. */
function linkedFines(kase: DemolitionCase): readonly string[] {
  const links = kase.state.events.filter(({ type, data }) => type === 'CasesLinked' && data.linkKind === 'LINKED_FINE');
  return [...new Set(links.map(({ data }) => String(data.otherCaseRef)))];
}
