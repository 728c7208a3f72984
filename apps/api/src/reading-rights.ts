import { type Principal } from '#foundation/identity';
import { Refusal } from '#foundation/process';
import { type CaseRow, type Scope } from '#insights/status';

/** `full`: everything recorded. `stage`: where the case stands and how it ended, no steps. */
export type Sight = 'full' | 'stage';

interface Right {
  readonly sight: Sight;
  /**
   * `assigned`: only the cells and villages of the account; `account`: those, or everything when it has none. Own cases
   * that lie in no cell belong to both (decision 0015).
   */
  readonly within: 'township' | 'account' | 'assigned';
}

/**
 * Who sees what of which kind of case (personas, section 12). A role that is not listed sees nothing; the
 * statistician sees figures and the events behind them, not cases.
 */
const rights: Readonly<Record<string, Readonly<Record<string, Right>>>> = {
  demolition: {
    DISCIPLINE_AUDITOR: { sight: 'full', within: 'township' },
    LEGAL_REVIEWER: { sight: 'full', within: 'account' },
    APPROVING_HEAD: { sight: 'full', within: 'account' },
    LEAD_OFFICIAL: { sight: 'full', within: 'account' },
    ENFORCEMENT_OFFICER: { sight: 'full', within: 'account' },
    VILLAGE_COORDINATOR: { sight: 'full', within: 'assigned' },
    RELOCATION_OFFICER: { sight: 'stage', within: 'account' },
    PETITION_CLERK: { sight: 'stage', within: 'account' },
    PERMIT_CLERK: { sight: 'stage', within: 'account' },
    FINANCE_OFFICER: { sight: 'stage', within: 'account' },
    GRID_MEMBER: { sight: 'stage', within: 'assigned' },
  },
  enforcement: {
    DISCIPLINE_AUDITOR: { sight: 'full', within: 'township' },
    LEGAL_REVIEWER: { sight: 'full', within: 'account' },
    APPROVING_HEAD: { sight: 'full', within: 'account' },
    LEAD_OFFICIAL: { sight: 'full', within: 'account' },
    ENFORCEMENT_OFFICER: { sight: 'full', within: 'account' },
    PETITION_CLERK: { sight: 'stage', within: 'account' },
    FINANCE_OFFICER: { sight: 'stage', within: 'account' },
    GRID_MEMBER: { sight: 'stage', within: 'assigned' },
  },
  // The officer works on the lead and never sees the tip behind it.
  tip: {
    DISCIPLINE_AUDITOR: { sight: 'full', within: 'township' },
    PETITION_CLERK: { sight: 'full', within: 'township' },
    APPROVING_HEAD: { sight: 'stage', within: 'township' },
    FINANCE_OFFICER: { sight: 'stage', within: 'township' },
  },
  waterRemediation: {
    DISCIPLINE_AUDITOR: { sight: 'full', within: 'township' },
    LEGAL_REVIEWER: { sight: 'full', within: 'account' },
    APPROVING_HEAD: { sight: 'full', within: 'account' },
    LEAD_OFFICIAL: { sight: 'full', within: 'account' },
    ENFORCEMENT_OFFICER: { sight: 'full', within: 'account' },
    PETITION_CLERK: { sight: 'stage', within: 'account' },
    GRID_MEMBER: { sight: 'stage', within: 'assigned' },
  },
  housePermit: {
    DISCIPLINE_AUDITOR: { sight: 'full', within: 'township' },
    LEGAL_REVIEWER: { sight: 'full', within: 'account' },
    APPROVING_HEAD: { sight: 'full', within: 'account' },
    LEAD_OFFICIAL: { sight: 'full', within: 'account' },
    PERMIT_CLERK: { sight: 'full', within: 'account' },
    JOINT_REVIEWER: { sight: 'full', within: 'account' },
    VILLAGE_COORDINATOR: { sight: 'full', within: 'account' },
    ENFORCEMENT_OFFICER: { sight: 'stage', within: 'account' },
    FINANCE_OFFICER: { sight: 'stage', within: 'account' },
  },
  relocationProject: {
    DISCIPLINE_AUDITOR: { sight: 'full', within: 'township' },
    LEGAL_REVIEWER: { sight: 'full', within: 'account' },
    LEAD_OFFICIAL: { sight: 'full', within: 'account' },
    RELOCATION_OFFICER: { sight: 'full', within: 'account' },
    FINANCE_OFFICER: { sight: 'full', within: 'account' },
  },
  // Sums and buildings of a household: for those who carry the case, and nobody else in the township.
  relocationHousehold: {
    DISCIPLINE_AUDITOR: { sight: 'full', within: 'township' },
    LEGAL_REVIEWER: { sight: 'full', within: 'account' },
    LEAD_OFFICIAL: { sight: 'full', within: 'account' },
    RELOCATION_OFFICER: { sight: 'full', within: 'account' },
    FINANCE_OFFICER: { sight: 'full', within: 'account' },
  },
  // Nobody in the villages: who petitioned, and about what, is for those who answer for it.
  petition: {
    DISCIPLINE_AUDITOR: { sight: 'full', within: 'township' },
    PETITION_CLERK: { sight: 'full', within: 'township' },
    LEAD_OFFICIAL: { sight: 'full', within: 'account' },
    TEAM_MEMBER: { sight: 'full', within: 'account' },
    LEGAL_REVIEWER: { sight: 'stage', within: 'account' },
    APPROVING_HEAD: { sight: 'stage', within: 'account' },
  },
  labourDispute: {
    DISCIPLINE_AUDITOR: { sight: 'full', within: 'township' },
    PETITION_CLERK: { sight: 'full', within: 'township' },
    LABOUR_MEDIATOR: { sight: 'full', within: 'account' },
    LEAD_OFFICIAL: { sight: 'full', within: 'account' },
    APPROVING_HEAD: { sight: 'stage', within: 'account' },
  },
  inspectionMission: {
    DISCIPLINE_AUDITOR: { sight: 'full', within: 'township' },
    SAFETY_INSPECTOR: { sight: 'full', within: 'account' },
    LEAD_OFFICIAL: { sight: 'full', within: 'account' },
    APPROVING_HEAD: { sight: 'full', within: 'account' },
    LEGAL_REVIEWER: { sight: 'full', within: 'account' },
    ENFORCEMENT_OFFICER: { sight: 'stage', within: 'account' },
  },
  hazard: {
    DISCIPLINE_AUDITOR: { sight: 'full', within: 'township' },
    SAFETY_INSPECTOR: { sight: 'full', within: 'account' },
    LEAD_OFFICIAL: { sight: 'full', within: 'account' },
    APPROVING_HEAD: { sight: 'full', within: 'account' },
    LEGAL_REVIEWER: { sight: 'full', within: 'account' },
    ENFORCEMENT_OFFICER: { sight: 'stage', within: 'account' },
  },
  enterpriseVisit: {
    DISCIPLINE_AUDITOR: { sight: 'full', within: 'township' },
    LABOUR_MEDIATOR: { sight: 'full', within: 'account' },
    SAFETY_INSPECTOR: { sight: 'full', within: 'account' },
    LEAD_OFFICIAL: { sight: 'full', within: 'account' },
    PETITION_CLERK: { sight: 'stage', within: 'account' },
  },
};

/** Sees figures of cases: staff with a post in the process or its statistics. */
const withoutFigures = new Set(['ADMINISTRATOR', 'GRID_MEMBER', 'IDENTITY_CUSTODIAN', 'DATA_SUBMITTER']);

export interface CaseSight {
  readonly sight: Sight;
  /** Undefined for the whole township. */
  readonly scope?: Scope;
}

/**
 * What a principal may see of a kind of case: the most that one of the roles gives.
 * @throws Refusal R-ALL-04 when that is nothing.
 */
export function caseSight(principal: Principal, process: string): CaseSight {
  const right = rightOf(principal, process);
  if (!right) throw new Refusal('R-ALL-04', 'forbidden', { reason: 'no role gives sight of these cases' });
  const { grids, villages, staffRef: own } = principal;
  const everywhere =
    right.within === 'township' || (right.within === 'account' && grids.length === 0 && villages.length === 0);
  return { sight: right.sight, ...(everywhere ? {} : { scope: { grids, villages, own } }) };
}

/** How much of a kind of case a principal sees, without the refusal. */
export const sightOrNone = (principal: Principal, process: string): Sight | 'none' =>
  rightOf(principal, process)?.sight ?? 'none';

function rightOf({ roles }: Principal, process: string): Right | undefined {
  const own = rights[process] ?? {};
  return roles.flatMap((role) => own[role] ?? []).sort((a, b) => rank(a) - rank(b))[0];
}

const breadth = ['township', 'account', 'assigned'];
const rank = ({ sight, within }: Right): number => (sight === 'full' ? 0 : breadth.length) + breadth.indexOf(within);

type Staged =
  'caseId' | 'process' | 'caseNo' | 'status' | 'statusSince' | 'gridCode' | 'village' | 'place' | 'openedOn';
export type CaseStage = Pick<CaseRow, Staged>;

/** What is shown of a case to those who see its stage only. */
export const stageOf = (row: CaseRow): CaseStage => ({
  caseId: row.caseId,
  process: row.process,
  caseNo: row.caseNo,
  status: row.status,
  statusSince: row.statusSince,
  gridCode: row.gridCode,
  village: row.village,
  place: row.place,
  openedOn: row.openedOn,
});

export const seesFigures = ({ roles }: Principal): boolean => roles.some((role) => !withoutFigures.has(role));

/** @throws Refusal R-ALL-04 for those whose roles have no part in the statistics. */
export function requireFigures(principal: Principal): void {
  if (!seesFigures(principal)) {
    throw new Refusal('R-ALL-04', 'forbidden', { reason: 'no role gives sight of the figures' });
  }
}

/**
 * The list behind a figure names places: whoever is assigned to villages opens it village by village.
 * @throws Refusal R-ALL-04 for a figure beyond the account's villages.
 */
export function requireEntries(principal: Principal, village: string | undefined): void {
  requireFigures(principal);
  const bounded = principal.grids.length > 0 || principal.villages.length > 0;
  if (bounded && (village === undefined || !principal.villages.includes(village))) {
    throw new Refusal('R-ALL-04', 'forbidden', { reason: 'the list is open for the villages of the account' });
  }
}
