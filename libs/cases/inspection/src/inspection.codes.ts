import { defineCodes } from '#foundation/process';

export const InspectionDomain = defineCodes('InspectionDomain', {
  WORK_SAFETY: ['安全生产', 'Work safety'],
  ROAD_TRAFFIC: ['道路交通', 'Road traffic'],
  FIRE: ['消防', 'Fire safety'],
  EPIDEMIC_PREMISES: ['疫情防控重点场所', 'Premises in epidemic control'],
  LABOUR: ['劳动用工', 'Labour'],
});

export const InspectionBasis = defineCodes('InspectionBasis', {
  ANNUAL_PLAN: ['年度计划', 'Annual plan'],
  SPECIAL_CAMPAIGN: ['专项行动', 'Special campaign'],
  REPORT: ['举报报告', 'Report or tip'],
  SUPERIOR_ASSIGNED: ['上级交办', 'Assigned by a superior organ'],
  HOLIDAY_CHECK: ['节假日检查', 'Holiday check'],
  FOLLOW_UP: ['复查', 'Follow-up'],
});

export const InspectionReopenGround = defineCodes('InspectionReopenGround', {
  HAZARD_RETURNED: ['隐患反弹', 'A hazard came back'],
  ENTRY_WRONG: ['记录有误', 'An entry was wrong'],
});

export const HazardGrade = defineCodes('HazardGrade', {
  GENERAL: ['一般隐患', 'General hazard'],
  MAJOR: ['重大隐患', 'Major hazard'],
});

export const HazardCategory = defineCodes('HazardCategory', {
  FIRE_SAFETY: ['消防安全', 'Fire safety'],
  ELECTRICAL: ['用电安全', 'Electrical safety'],
  GAS: ['燃气安全', 'Gas safety'],
  MACHINERY: ['机械设备', 'Machinery'],
  SPECIAL_EQUIPMENT: ['特种设备', 'Special equipment'],
  HAZARDOUS_CHEMICALS: ['危险化学品', 'Hazardous chemicals'],
  DUST_EXPLOSION: ['粉尘防爆', 'Dust explosion'],
  CONFINED_SPACE: ['有限空间', 'Confined space'],
  CONSTRUCTION_SITE: ['建筑施工', 'Construction site'],
  BUILDING_STRUCTURE: ['建筑结构', 'Building structure'],
  ROAD_VEHICLE: ['道路与车辆', 'Road and vehicle'],
  TRAINING: ['教育培训', 'Training'],
  MANAGEMENT_RECORDS: ['制度台账', 'Rules and records'],
  EMERGENCY_PLAN: ['应急预案', 'Emergency plan'],
  EPIDEMIC_MEASURES: ['防疫措施', 'Epidemic measures of premises'],
  OTHER: ['其他', 'Other'],
});

export const FollowUpResult = defineCodes('FollowUpResult', {
  PASS: ['合格', 'Pass'],
  PARTIAL: ['部分合格', 'Partial'],
  FAIL: ['不合格', 'Fail'],
});

export const VisitKind = defineCodes('VisitKind', {
  PATROL: ['日常巡查', 'Patrol'],
  KEY_VISIT: ['走访重点企业', 'Key visit'],
});

export const VisitFinding = defineCodes('VisitFinding', {
  NO_PROBLEM: ['未发现问题', 'No problem found'],
  WAGE_ARREARS_RISK: ['欠薪风险', 'Risk of wage arrears'],
  CONTRACT_MISSING: ['未签劳动合同', 'Contracts missing'],
  SOCIAL_INSURANCE_GAP: ['社保缺漏', 'Gap in social insurance'],
  SAFETY_HAZARD: ['安全隐患', 'Safety hazard'],
  STAFF_SHORTAGE: ['用工缺口', 'Staff shortage'],
  OTHER: ['其他', 'Other'],
});
