import { type CaseView } from '#foundation/process';
import { contestedBy, custodyKey, type EnforcementCase, type EnforcementEvents, fineOwed } from './enforcement.case.js';

type Event<Type extends keyof EnforcementEvents> = { readonly data: EnforcementEvents[Type] };

const always = () => '';
const whole = () => true;
/** Ends of a case: closing, and the dismissal that ends it like a closing (processes.md 0.7). */
const blocksEnds = { LeadDismissed: 'R-ALL-10', CaseClosed: 'R-ALL-10' } as const;

/** Whether a decision falls with the one that a remedy brought down. */
const fallsWith = (kase: EnforcementCase, remedyId: string, decisionNo: string): boolean =>
  contestedBy(kase, remedyId)?.decisionNo === decisionNo;

/** What an enforcement case may still owe (obligations.csv): what opens it, what settles it, what it stands in the way of. */
export const enforcementObligations = {
  EVIDENCE_PRESERVATION: {
    label: ['先行登记保存未处理', 'Preserved evidence not yet disposed of'] as const,
    opens: { EvidencePreserved: ({ data }: Event<'EvidencePreserved'>) => data.preservationNo },
    closes: {
      EvidencePreservationResolved: ({ data }: Event<'EvidencePreservationResolved'>, key: string) =>
        data.preservationNo === key,
    },
    blocks: { InvestigationConcluded: 'R-ENF-08', ...blocksEnds },
  },
  CUSTODY: {
    label: ['查封扣押收缴财物未处理', 'Sealed premises or property in custody'] as const,
    opens: {
      PremisesSealed: ({ data }: Event<'PremisesSealed'>) => custodyKey(data.measureId),
      PropertyTakenIntoCustody: ({ data }: Event<'PropertyTakenIntoCustody'>) =>
        custodyKey(data.measureId, data.itemId),
    },
    closes: {
      CustodyResolved: ({ data }: Event<'CustodyResolved'>, key: string) =>
        custodyKey(data.measureId, data.itemId) === key,
    },
    blocks: blocksEnds,
  },
  FINE: {
    label: ['罚款未缴清', 'Fine not fully paid'] as const,
    opens: {
      PenaltyDecided: ({ data }: Event<'PenaltyDecided'>) => (data.fineFen ? data.decisionNo : undefined),
      SummaryPenaltyImposed: ({ data }: Event<'SummaryPenaltyImposed'>) => (data.fineFen ? data.decisionNo : undefined),
    },
    closes: {
      // The surcharge is stated with the payment that holds it, so a fine paid in full is paid with its surcharge.
      FinePaid: ({ data }: Event<'FinePaid'>, key: string, kase: EnforcementCase) =>
        data.decisionNo === key && data.amountFen >= fineOwed(kase, key),
      ExecutionTerminated: whole,
      DecisionSetAside: ({ data }: Event<'DecisionSetAside'>, key: string, kase: EnforcementCase) =>
        fallsWith(kase, data.remedyId, key),
    },
    blocks: blocksEnds,
  },
  REMEDY: {
    label: ['复议诉讼未结', 'Reconsideration or litigation pending'] as const,
    opens: { RemedyFiled: ({ data }: Event<'RemedyFiled'>) => data.remedyId },
    closes: {
      RemedyUpheld: ({ data }: Event<'RemedyUpheld'>, key: string) => data.remedyId === key,
      // Setting a decision aside ends every remedy against that decision, and none against another.
      DecisionSetAside: ({ data }: Event<'DecisionSetAside'>, key: string, kase: EnforcementCase) =>
        data.remedyId === key || contestedBy(kase, key)?.decisionNo === contestedBy(kase, data.remedyId)?.decisionNo,
    },
    blocks: blocksEnds,
  },
  RESTITUTION: {
    label: ['应恢复原状退还赔偿', 'Restitution owed'] as const,
    opens: {
      DecisionSetAside: ({ data }: Event<'DecisionSetAside'>) => (data.restitutionDue ? data.remedyId : undefined),
    },
    closes: { RestitutionMade: whole },
    blocks: blocksEnds,
  },
  PUBLICATION_WITHDRAWAL: {
    label: ['处罚公开未撤回', 'Published decision not yet withdrawn'] as const,
    opens: {
      DecisionSetAside: ({ data }: Event<'DecisionSetAside'>, kase: EnforcementCase) =>
        publicOnes(kase).find((decisionNo) => fallsWith(kase, data.remedyId, decisionNo)),
    },
    closes: {
      PenaltyPublicationWithdrawn: ({ data }: Event<'PenaltyPublicationWithdrawn'>, key: string) =>
        data.decisionNo === key,
    },
    blocks: blocksEnds,
  },
  COMPENSATION: {
    label: ['关停补偿未付清', 'Compensation for the closed farm owed'] as const,
    opens: {
      ClosureOrderRecorded: ({ data }: Event<'ClosureOrderRecorded'>) =>
        data.compensationDue ? data.orderNo : undefined,
    },
    closes: { FarmCompensationPaid: ({ data }: Event<'FarmCompensationPaid'>) => data.finalPayment },
    blocks: blocksEnds,
  },
  TIP_ANSWER: {
    label: ['举报未答复', 'Tip that started the case not answered'] as const,
    opens: { LeadRegistered: ({ data }: Event<'LeadRegistered'>) => data.tipId },
    closes: {},
    // The answer is an event of the tip's own stream; a dismissal does not wait for it.
    blocks: { CaseClosed: 'R-ALL-10' as const },
    elsewhere: {
      cases: (kase: EnforcementCase) => {
        const tipId = kase.ever.latest('LeadRegistered')?.data.tipId;
        return tipId === undefined ? [] : [{ process: 'tip', ref: tipId }];
      },
      isOpen: (tip: CaseView) => tip.open('TIP_ANSWER').length > 0,
    },
  },
  UTILITY_CUT: {
    label: ['断水断电未恢复', 'Water or power still cut'] as const,
    opens: { UtilitySupplyCut: ({ data }: Event<'UtilitySupplyCut'>) => data.utility },
    closes: {
      UtilitySupplyRestored: ({ data }: Event<'UtilitySupplyRestored'>, key: string) => data.utility === key,
    },
    blocks: blocksEnds,
  },
  TRANSFER_OUTCOME: {
    label: ['移送结果未回告', 'Outcome of the transfer not known'] as const,
    opens: { CaseTransferred: always },
    closes: { TransferOutcomeRecorded: whole, TransferReturned: whole },
    blocks: { CaseClosed: 'R-ALL-10' as const },
  },
  LOOK_BACK: {
    label: ['回头看待办', 'Look-back due'] as const,
    opens: { CaseClosed: ({ data }: Event<'CaseClosed'>) => (data.lookBackDueOn ? '' : undefined) },
    closes: { LookBackRecorded: whole, ReboundFound: whole },
    // A scheduled duty after closing: it stands in the way of nothing.
    blocks: {},
  },
};

/** Numbers of the decisions that stand published. */
export function publicOnes(kase: EnforcementCase): readonly string[] {
  const withdrawn = kase.ever.all('PenaltyPublicationWithdrawn');
  return kase.ever
    .all('PenaltyPublished')
    .filter(
      ({ data, revision }) =>
        !withdrawn.some((each) => each.data.decisionNo === data.decisionNo && each.revision > revision),
    )
    .map(({ data }) => data.decisionNo);
}
