import { type AccountInput } from '#foundation/identity';

/** Printed at every demo start; the demo refuses to listen beyond loopback. */
export const demoPassword = 'liuhen-demo';

const account = (
  username: string,
  staffRef: string,
  post: string,
  role: string,
  scope: Partial<AccountInput> = {},
) => ({
  username,
  staffRef,
  post,
  roles: [role],
  grids: [],
  villages: [],
  ...scope,
});

/** One for each post that meets the cases of the sample ledgers; the codes are those of the sample staff register. */
export const demoAccounts: readonly AccountInput[] = [
  account('grid', '网格-01', '网格员', 'GRID_MEMBER', { grids: ['WG-01-01', 'WG-01-02'] }),
  account('coordinator', '协管-01', '村级协管员', 'VILLAGE_COORDINATOR', { villages: ['东岭村'] }),
  account('officer1', '执法-01', '综合执法人员', 'ENFORCEMENT_OFFICER'),
  account('officer2', '执法-02', '综合执法人员', 'ENFORCEMENT_OFFICER'),
  account('reviewer', '法审-01', '法制审核人员', 'LEGAL_REVIEWER'),
  account('head', '批准-01', '机关负责人', 'APPROVING_HEAD'),
  account('finance', '财政-01', '财政所经办人', 'FINANCE_OFFICER'),
  account('leader', '包案-01', '包案领导', 'LEAD_OFFICIAL'),
  account('petitions', '信访-01', '信访专干', 'PETITION_CLERK'),
  account('team', '站办-01', '责任组成员（责任站办）', 'TEAM_MEMBER'),
  account('mediator', '调解-01', '劳动争议调解员', 'LABOUR_MEDIATOR'),
  account('relocation', '征拆-01', '征拆专干', 'RELOCATION_OFFICER'),
  account('inspector', '安监-01', '安监人员', 'SAFETY_INSPECTOR'),
  account('permits', '建房-01', '建房审批窗口人员', 'PERMIT_CLERK'),
  account('statistician', '统计-01', '党政办统计员', 'STATISTICIAN'),
  account('auditor', '审计-01', '纪检监察审计人员', 'DISCIPLINE_AUDITOR'),
  account('administrator', '管理-01', '系统管理员', 'ADMINISTRATOR'),
];
