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

/** One for each post that a demolition case meets; the codes are those of the sample staff register. */
export const demoAccounts: readonly AccountInput[] = [
  account('grid', '网格-01', '网格员', 'GRID_MEMBER', { grids: ['WG-01-01', 'WG-01-02'] }),
  account('coordinator', '协管-01', '村级协管员', 'VILLAGE_COORDINATOR', { villages: ['东岭村'] }),
  account('officer1', '执法-01', '综合执法人员', 'ENFORCEMENT_OFFICER'),
  account('officer2', '执法-02', '综合执法人员', 'ENFORCEMENT_OFFICER'),
  account('reviewer', '法审-01', '法制审核人员', 'LEGAL_REVIEWER'),
  account('head', '批准-01', '机关负责人', 'APPROVING_HEAD'),
  account('finance', '财政-01', '财政所经办人', 'FINANCE_OFFICER'),
  account('statistician', '统计-01', '党政办统计员', 'STATISTICIAN'),
  account('auditor', '审计-01', '纪检监察审计人员', 'DISCIPLINE_AUDITOR'),
  account('administrator', '管理-01', '系统管理员', 'ADMINISTRATOR'),
];
