import { type AssignTip, casesOnTip, type ReceiveTip, type RegisterLead, tip } from '#cases/enforcement';
import { demolition, type RegisterIllegalBuilding } from '#cases/demolition';
import { type CaseView } from '#foundation/process';
import { crossing, type FollowUp, link, type Owed, owing } from './crossing.js';

// A tip becomes a lead, and its outcome returns to the tip (processes.md A.4). Somebody registers the lead, who knows the
// place and the trade; the tip is told by itself which case was opened on it. Somebody answers the tipster, who knows
// whether the tipster can be reached; the tip shows when there is something to answer.

const ofTip = (tipId: string | undefined, caseId: string): FollowUp | undefined =>
  tipId === undefined
    ? undefined
    : {
        ...link({ process: tip.name, number: tipId }, caseId, 'ORIGIN'),
        isDone: (received) => casesOnTip(received).includes(caseId),
      };

type LeadEvents = { LeadRegistered: RegisterLead; EnforcementEntryCorrected: object };
type FoundEvents = { IllegalBuildingFound: RegisterIllegalBuilding; DemolitionEntryCorrected: object };

/** The lead names its tip by number; the tip then names the case, which its answer waits for. */
export const leadToTip = crossing<LeadEvents, keyof LeadEvents>({
  name: 'lead-to-tip',
  label: ['线索回联举报', 'Lead joined with its tip'],
  from: 'enforcement',
  on: ['LeadRegistered', 'EnforcementEntryCorrected'],
  given: (_, kase) => ofTip(kase.ever.latest('LeadRegistered')?.data.tipId, kase.caseId),
});

export const buildingToTip = crossing<FoundEvents, keyof FoundEvents>({
  name: 'building-to-tip',
  label: ['违建回联举报', 'Illegal building joined with its tip'],
  from: 'demolition',
  on: ['IllegalBuildingFound', 'DemolitionEntryCorrected'],
  given: (_, kase) => ofTip(kase.ever.latest('IllegalBuildingFound')?.data.tipId, kase.caseId),
});

type TipEvents = { TipReceived: ReceiveTip; TipAssigned: AssignTip };

const finders = ['ENFORCEMENT_OFFICER', 'GRID_MEMBER', 'VILLAGE_COORDINATOR'];
const caseTypes = ['ILLEGAL_PLASTICS', 'SCATTERED_POLLUTER', 'OPEN_STORAGE', 'LIVESTOCK', 'WORKPLACE_SAFETY'];
const firstState: Readonly<Record<string, string>> = { enforcement: 'EN_LEAD', demolition: 'DM_FOUND' };

/** What an assigned tip waits for: the case to be opened on it, then the answer once that was looked into. */
export const tipOwes = owing<TipEvents>({
  name: 'tip-owes',
  of: tip.name,
  looksAt: (kase) => casesOnTip(kase).flatMap((ref) => Object.keys(firstState).map((process) => ({ process, ref }))),
  owed: (kase, elsewhere) => {
    if (kase.status !== 'TP_ASSIGNED') return [];
    const refs = casesOnTip(kase);
    if (refs.length === 0) return leadOwed(kase);
    const lookedInto = refs.every((ref) =>
      Object.entries(firstState).some(([process, untouched]) => {
        const opened = elsewhere.case({ process, ref });
        return opened !== undefined && opened.status !== untouched;
      }),
    );
    return lookedInto ? [{ process: tip.name, command: 'ReturnTipOutcome', caseId: kase.caseId, known: {} }] : [];
  },
});

function leadOwed(kase: CaseView<TipEvents>): readonly Owed[] {
  const received = kase.ever.latest('TipReceived')?.data;
  const toRole = kase.latest('TipAssigned')?.data.toRole;
  if (!received || toRole === undefined || !finders.includes(toRole)) return [];
  const { tipId, gridCode, matterCode } = received;
  const known = { leadSource: 'TIP', tipId, ...(gridCode === undefined ? {} : { gridCode }) };
  if (matterCode === 'ILLEGAL_BUILDING')
    return [{ process: demolition.name, command: 'RegisterIllegalBuilding', known }];
  const caseType = caseTypes.includes(matterCode) ? { caseType: matterCode } : {};
  return [{ process: 'enforcement', command: 'RegisterLead', known: { ...caseType, ...known } }];
}
