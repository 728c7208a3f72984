import { enforcement } from '#cases/enforcement';
import { type EscalateHazard, hazard, type RecordFollowUpVisit, type RecordHazard } from '#cases/inspection';
import { crossing, link, linkedTo, owing } from './crossing.js';

// A hazard that was not rectified goes to enforcement (processes.md E). That it does is decided by inspector or head, and
// where the place is and what is made there stands in no step of the hazard: the lead is registered by an officer. Once
// either side names the other, both know.

type HazardEvents = {
  HazardFound: RecordHazard;
  HazardEscalated: EscalateHazard;
  FollowUpVisited: RecordFollowUpVisit;
};
type Linked = { CasesLinked: { readonly otherCaseRef: string; readonly linkKind: string } };

export const escalationToEnforcement = crossing<HazardEvents, 'HazardEscalated'>({
  name: 'escalation-to-enforcement',
  label: ['隐患移交回联执法案件', 'Escalated hazard joined with its enforcement case'],
  from: hazard.name,
  on: ['HazardEscalated'],
  given: ({ data }, kase) =>
    data.enforcementCaseRef === undefined
      ? undefined
      : link({ process: enforcement.name, caseId: data.enforcementCaseRef }, kase.caseId, 'ORIGIN'),
});

/** The officer names the hazard as the origin of the case: the hazard then knows that somebody took over. */
export const enforcementToHazard = crossing<Linked, 'CasesLinked'>({
  name: 'enforcement-to-hazard',
  label: ['执法案件回联隐患', 'Enforcement case joined with its hazard'],
  from: enforcement.name,
  on: ['CasesLinked'],
  given: ({ data }, kase) => {
    if (data.linkKind !== 'ORIGIN') return undefined;
    const back = link({ process: hazard.name, caseId: data.otherCaseRef }, kase.caseId, 'SAME_MATTER');
    const escalated = ({ data: step }: { data: Readonly<Record<string, unknown>> }) =>
      step.enforcementCaseRef === kase.caseId;
    return { ...back, isDone: (target) => back.isDone(target) || target.state.events.some(escalated) };
  },
});

/** What a hazard waits for that was visited in vain: an enforcement case, then the step that hands it over. */
export const hazardOwes = owing<HazardEvents>({
  name: 'hazard-owes',
  of: hazard.name,
  looksAt: (kase) => linkedTo(kase, 'SAME_MATTER').map((ref) => ({ process: enforcement.name, ref })),
  owed: (kase, elsewhere) => {
    const found = kase.ever.latest('HazardFound')?.data;
    const refused = kase.all('FollowUpVisited').some(({ data }) => data.result === 'FAIL');
    if (!found || !refused || !['HZ_ORDERED', 'HZ_SUSPENDED'].includes(kase.status)) return [];
    const { hazardId, unitRef, foundOn } = found;
    const taken = linkedTo(kase, 'SAME_MATTER').find((ref) => elsewhere.case({ process: enforcement.name, ref }));
    if (taken !== undefined)
      return [
        {
          ...{ process: hazard.name, command: 'EscalateHazard', caseId: kase.caseId },
          known: { hazardId, enforcementCaseRef: taken },
        },
      ];
    const known = { caseType: 'WORKPLACE_SAFETY', leadSource: 'INSPECTION', partyRef: unitRef, foundOn };
    return [{ process: enforcement.name, command: 'RegisterLead', known }];
  },
});
