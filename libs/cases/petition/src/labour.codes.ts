import { defineCodes } from '#foundation/process';

export const LabourClaimKind = defineCodes('LabourClaimKind', {
  WAGE_ARREARS: ['拖欠工资', 'Wage arrears'],
  OVERTIME: ['加班费', 'Overtime'],
  SOCIAL_INSURANCE: ['社会保险', 'Social insurance'],
  INJURY: ['工伤', 'Injury at work'],
  TERMINATION: ['解除终止合同', 'Termination'],
  OTHER: ['其他', 'Other'],
});

export const MediationParty = defineCodes('MediationParty', {
  WORKER: ['劳动者', 'Worker'],
  WORKER_REPRESENTATIVE: ['劳动者代表', "Workers' representative"],
  EMPLOYER: ['用人单位', 'Employer'],
  EMPLOYER_REPRESENTATIVE: ['用人单位代理人', "Employer's representative"],
  MEDIATOR: ['调解员', 'Mediator'],
  TRADE_UNION: ['工会', 'Trade union'],
  VILLAGE_CADRE: ['村干部', 'Village cadre'],
});

export const MediationFailGround = defineCodes('MediationFailGround', {
  NO_AGREEMENT: ['未达成协议', 'No agreement'],
  EMPLOYER_ABSENT: ['用人单位不到场', 'Employer did not come'],
  WORKER_CHOSE_OTHER_ROUTE: ['劳动者选择其他途径', 'Worker chose another route'],
  CONSENT_WITHDRAWN: ['一方撤回同意', 'Consent withdrawn'],
  TERM_OVER: ['十五日届满', 'Fifteen days over'],
});

export const LabourOutcome = defineCodes('LabourOutcome', {
  AGREED: ['达成协议', 'Agreed'],
  PAID: ['已支付', 'Paid'],
  FAILED_GUIDED: ['调解不成已引导', 'Failed, guided to arbitration'],
  REFERRED: ['已移交', 'Referred'],
});

export const LabourReopenGround = defineCodes('LabourReopenGround', {
  AGREEMENT_NOT_PERFORMED: ['协议未履行', 'Agreement not performed'],
  NEW_CLAIM_SAME_DISPUTE: ['同一争议新请求', 'New claim of the same dispute'],
});
