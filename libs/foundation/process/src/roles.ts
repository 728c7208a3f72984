import { type Text } from './text.js';

/** Who may act, as the specification names the roles of a township (roles.csv). */
export const roles = {
  GRID_MEMBER: { zh: '网格员', en: 'Grid member' },
  VILLAGE_COORDINATOR: { zh: '村级协管员', en: 'Village coordinator' },
  ENFORCEMENT_OFFICER: { zh: '综合执法人员', en: 'Enforcement officer' },
  LEGAL_REVIEWER: { zh: '法制审核人员', en: 'Legal reviewer' },
  APPROVING_HEAD: { zh: '机关负责人', en: 'Approving head' },
  RELOCATION_OFFICER: { zh: '征拆专干', en: 'Relocation officer' },
  FINANCE_OFFICER: { zh: '财政所经办人', en: 'Finance officer' },
  PETITION_CLERK: { zh: '信访专干', en: 'Petition clerk' },
  LEAD_OFFICIAL: { zh: '包案领导', en: 'Lead official' },
  TEAM_MEMBER: { zh: '责任组成员', en: 'Responsibility team member' },
  LABOUR_MEDIATOR: { zh: '劳动争议调解员', en: 'Labour mediator' },
  SAFETY_INSPECTOR: { zh: '安监人员', en: 'Safety inspector' },
  PERMIT_CLERK: { zh: '建房审批窗口人员', en: 'Permit clerk' },
  JOINT_REVIEWER: { zh: '联审单位人员', en: 'Joint reviewer' },
  DATA_SUBMITTER: { zh: '指标填报人', en: 'Data submitter' },
  STATISTICIAN: { zh: '党政办统计员', en: 'Statistician' },
  STATEMENT_APPROVER: { zh: '党政办负责人', en: 'Statement approver' },
  DISCIPLINE_AUDITOR: { zh: '纪检监察审计人员', en: 'Discipline-inspection auditor' },
  IDENTITY_CUSTODIAN: { zh: '身份信息保管员', en: 'Identity custodian' },
  SYSTEM_CLOCK: { zh: '系统时钟', en: 'System clock' },
} as const satisfies Record<string, Text>;

export type Role = keyof typeof roles;
