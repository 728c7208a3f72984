import { demolition } from '#cases/demolition';
import { type ClearSite, enforcement, type RegisterLead, type VerifyLead } from '#cases/enforcement';
import { crossing, link, linkedTo, owing } from './crossing.js';

// A shed comes down in a demolition case of its own (R-ENF-21). No step of the enforcement case says that one must: the
// officer who sees it registers the building, with all that the case knows, and the two cases are joined by themselves as
// soon as the clearing or a link names the demolition case.

type EnforcementEvents = {
  LeadRegistered: RegisterLead;
  LeadVerified: VerifyLead;
  SiteCleared: ClearSite;
  CasesLinked: { readonly otherCaseRef: string; readonly linkKind: string };
};

export const clearingToShed = crossing<EnforcementEvents, 'SiteCleared'>({
  name: 'clearing-to-shed',
  label: ['清理场地联棚屋拆除案件', 'Cleared site joined with the demolition of its shed'],
  from: enforcement.name,
  on: ['SiteCleared'],
  given: ({ data }, { caseId }) =>
    data.demolitionCaseRef === undefined
      ? undefined
      : link({ process: enforcement.name, caseId }, data.demolitionCaseRef, 'SHED_DEMOLITION'),
});

export const shedToOrigin = crossing<EnforcementEvents, 'CasesLinked'>({
  name: 'shed-to-origin',
  label: ['棚屋拆除案件回联执法案件', 'Demolition of a shed joined with its enforcement case'],
  from: enforcement.name,
  on: ['CasesLinked'],
  given: ({ data }, { caseId }) =>
    data.linkKind === 'SHED_DEMOLITION'
      ? link({ process: demolition.name, caseId: data.otherCaseRef }, caseId, 'ORIGIN')
      : undefined,
});

const clearing = ['EN_NOTICED', 'EN_DECISION_SERVED', 'EN_DEMANDED', 'EN_EXECUTING'];

export const enforcementOwes = owing<EnforcementEvents>({
  name: 'enforcement-owes',
  of: enforcement.name,
  owed: (kase) => {
    const lead = kase.ever.latest('LeadRegistered')?.data;
    if (!lead || !clearing.includes(kase.status) || linkedTo(kase, 'SHED_DEMOLITION').length > 0) return [];
    const { leadSource, tipId, gridCode, location } = lead;
    const partyRef = kase.ever.latest('LeadVerified')?.data.partyRef ?? lead.partyRef;
    const known = { leadSource, gridCode, location, ...(tipId && { tipId }), ...(partyRef && { partyRef }) };
    return [{ process: demolition.name, command: 'RegisterIllegalBuilding', known, ifNeeded: true }];
  },
});
