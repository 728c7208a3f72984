import { type Actor, type Role } from '#foundation/process';
import { type GridCell, type StaffMember } from '#foundation/settings';

const member = (
  code: string,
  post: string,
  role: Role,
  scope: Partial<Pick<StaffMember, 'grids' | 'villages'>> = {},
): StaffMember => ({
  code,
  post,
  roles: [role],
  certified: role === 'ENFORCEMENT_OFFICER',
  grids: [],
  villages: [],
  ...scope,
});

/** The people of the example township, by what they are in a story. All are invented; none has a name. */
export const cast = {
  gridMember: member('网格-01', '网格员', 'GRID_MEMBER', { grids: ['WG-01-01', 'WG-01-02'] }),
  coordinator: member('协管-01', '村级协管员', 'VILLAGE_COORDINATOR', { villages: ['东岭村'] }),
  secondCoordinator: member('协管-02', '村级协管员', 'VILLAGE_COORDINATOR', { villages: ['西河村'] }),
  officer: member('执法-01', '综合执法人员', 'ENFORCEMENT_OFFICER'),
  secondOfficer: member('执法-02', '综合执法人员', 'ENFORCEMENT_OFFICER'),
  thirdOfficer: member('执法-03', '综合执法人员', 'ENFORCEMENT_OFFICER'),
  reviewer: member('法审-01', '法制审核人员', 'LEGAL_REVIEWER'),
  head: member('批准-01', '机关负责人', 'APPROVING_HEAD'),
  secondHead: member('批准-02', '机关负责人', 'APPROVING_HEAD'),
  leader: member('包案-01', '包案领导', 'LEAD_OFFICIAL'),
  relocator: member('征拆-01', '征拆专干', 'RELOCATION_OFFICER'),
  secondRelocator: member('征拆-02', '征拆专干', 'RELOCATION_OFFICER'),
  finance: member('财政-01', '财政所经办人', 'FINANCE_OFFICER'),
  petitionClerk: member('信访-01', '信访专干', 'PETITION_CLERK'),
  secondPetitionClerk: member('信访-02', '信访专干', 'PETITION_CLERK'),
  officeMember: member('站办-01', '责任组成员（责任站办）', 'TEAM_MEMBER'),
  townCadre: member('镇干-01', '责任组成员（镇干部）', 'TEAM_MEMBER'),
  secondTownCadre: member('镇干-02', '责任组成员（镇干部）', 'TEAM_MEMBER'),
  villageCadre: member('村干-01', '责任组成员（村干部）', 'TEAM_MEMBER'),
  legalAdviser: member('法顾-01', '责任组成员（法律顾问）', 'TEAM_MEMBER'),
  mediator: member('调解-01', '劳动争议调解员', 'LABOUR_MEDIATOR'),
  inspector: member('安监-01', '安监人员', 'SAFETY_INSPECTOR'),
  secondInspector: member('安监-02', '安监人员', 'SAFETY_INSPECTOR'),
  thirdInspector: member('安监-03', '安监人员', 'SAFETY_INSPECTOR'),
  permitClerk: member('建房-01', '建房审批窗口人员', 'PERMIT_CLERK'),
  jointReviewer: member('联审-01', '联审单位人员', 'JOINT_REVIEWER'),
  secondJointReviewer: member('联审-02', '联审单位人员', 'JOINT_REVIEWER'),
  statistician: member('统计-01', '党政办统计员', 'STATISTICIAN'),
  auditor: member('审计-01', '纪检监察审计人员', 'DISCIPLINE_AUDITOR'),
  custodian: member('身份-01', '身份信息保管员', 'IDENTITY_CUSTODIAN'),
} as const satisfies Record<string, StaffMember>;

export type CastMember = keyof typeof cast;

/** One village with two cells, another with one; a cell that came into force late and one that is no more. */
export const cells: readonly GridCell[] = [
  { code: 'WG-01-01', village: '东岭村', group: '第1组' },
  { code: 'WG-01-02', village: '东岭村', group: '第2组' },
  { code: 'WG-02-01', village: '西河村', group: '第1组' },
  { code: 'WG-02-02', village: '西河村', group: '第2组', from: '2022-06-01' },
  { code: 'WG-02-03', village: '西河村', group: '第3组', to: '2021-12-31' },
];

export const actorOf = (who: CastMember | Actor): Actor => {
  if (typeof who !== 'string') return who;
  const { code, roles, grids, villages } = cast[who];
  return { staffRef: code, roles, grids, villages };
};
