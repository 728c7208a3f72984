import { cell, sharedWords } from '#foundation/ledger';
import { Authority } from '#foundation/process';
import { FollowUpResult, HazardCategory, HazardGrade, InspectionBasis, InspectionDomain } from './inspection.codes.js';

// The words of the paper ledger, as township staff write them. Each list holds only the codes that the ledger can say.

export const { authority } = sharedWords;

export const domain = cell.word(
  { 安全生产: 'WORK_SAFETY', 道路交通: 'ROAD_TRAFFIC', 消防: 'FIRE', 疫情重点场所: 'EPIDEMIC_PREMISES' },
  InspectionDomain,
);

export const basis = cell.word(
  { 年度计划: 'ANNUAL_PLAN', 专项行动: 'SPECIAL_CAMPAIGN', 上级部署: 'SUPERIOR_ASSIGNED', 投诉举报: 'REPORT' },
  InspectionBasis,
);

export const joint = cell.word(
  {
    县应急管理局: 'EMERGENCY_DEPT',
    派出所: 'PUBLIC_SECURITY',
    消防站: 'FIRE_RESCUE',
    市场监管所: 'MARKET_SUPERVISION_DEPT',
    卫生院: 'HEALTH_DEPT',
  },
  Authority,
);

export const grade = cell.word({ 一般: 'GENERAL', 重大: 'MAJOR' }, HazardGrade);

export const category = cell.word(
  {
    用电: 'ELECTRICAL',
    消防: 'FIRE_SAFETY',
    设备: 'MACHINERY',
    危化品: 'HAZARDOUS_CHEMICALS',
    台账: 'MANAGEMENT_RECORDS',
    建筑结构: 'BUILDING_STRUCTURE',
    车辆: 'ROAD_VEHICLE',
    防疫: 'EPIDEMIC_MEASURES',
  },
  HazardCategory,
);

export const visitResult = cell.word({ 合格: 'PASS', 部分合格: 'PARTIAL', 不合格: 'FAIL' }, FollowUpResult);
