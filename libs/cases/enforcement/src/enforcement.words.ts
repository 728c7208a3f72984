import { cell, sharedWords } from '#foundation/ledger';
import { LegalBasis } from '#foundation/process';
import {
  CaseType,
  ClearedBy,
  ClosureMode,
  CustodyLegalForm,
  CustodyOutcome,
  DismissReason,
  EnforcementPartyKind,
  FarmZoneKind,
  IndustryCode,
  PlasticProcessKind,
  RestorationReason,
  Species,
} from './enforcement.codes.js';

// The words of the two paper ledgers, as township staff write them. Each list holds only the codes that the ledgers can
// say: a rebound found on look-back has a column of its own and is no result of a look-back there.

export const { authority, leadSource, lookBack, serviceMethod } = sharedWords;

export const caseType = cell.word(
  { 非法塑料加工: 'ILLEGAL_PLASTICS', 散乱污: 'SCATTERED_POLLUTER', 露天堆放: 'OPEN_STORAGE' },
  CaseType,
);
export const industry = cell.word(
  {
    塑料洗料: 'PLASTIC_WASHING',
    塑料破碎: 'PLASTIC_CRUSHING',
    塑料分拣: 'PLASTIC_SORTING',
    固废拆解: 'SOLID_WASTE_DISMANTLING',
    玻璃回收: 'GLASS_RECYCLING',
    废轮胎: 'WASTE_TYRE',
    道路沿线环境: 'ROADSIDE_ENVIRONMENT',
    车辆拆解: 'VEHICLE_DISMANTLING',
    废铁: 'SCRAP_IRON',
    其他: 'OTHER',
  },
  IndustryCode,
);
export const partyKind = cell.word(
  { 个人: 'INDIVIDUAL', 个体工商户: 'SOLE_TRADER', 企业: 'ENTERPRISE', 不明: 'UNKNOWN' },
  EnforcementPartyKind,
);
export const legalBasis = cell.word(
  {
    固废法102条: 'SWL_102_7',
    固废法104条: 'SWL_104',
    无证经营: 'UNLICENSED_BIZ',
    水污染防治: 'WATER_DISCHARGE',
    大气法117条: 'AIR_72_117',
    畜禽条例37条: 'LBR_11_37',
    畜禽条例39条: 'LBR_39_41',
    畜禽条例25条: 'LBR_25',
    自愿申请: 'SELF_REQUEST',
  },
  LegalBasis,
);
export const dismissal = cell.word(
  { 无违法事实: 'NO_OFFENCE', 不属本级管辖: 'NO_POWER', 重复线索: 'DUPLICATE' },
  DismissReason,
);
export const legalForm = cell.word({ 扣押: 'SEIZED', 没收: 'CONFISCATED', 自愿上交: 'SURRENDERED' }, CustodyLegalForm);
export const custodyOutcome = cell.word(
  { 退还: 'RETURNED', 没收: 'CONFISCATED', 解除: 'LIFTED', 销毁: 'DESTROYED', 拍卖: 'AUCTIONED', 移交: 'TRANSFERRED' },
  CustodyOutcome,
);
export const clearedBy = cell.word({ 经营者: 'OPERATOR', 执法机关: 'AGENCY' }, ClearedBy);
export const plasticProcess = cell.word({ 洗料: 'WASHING', 破碎: 'CRUSHING', 其他: 'OTHER' }, PlasticProcessKind);
export const closureMode = cell.word(
  { 自行关闭: 'SELF_CLOSED', 责令关闭: 'ORDERED', 强制关闭: 'COMPULSORY' },
  ClosureMode,
);
export const restorationReason = cell.word({ 经营者申请: 'OPERATOR_REQUEST', 已履行: 'OBEYED' }, RestorationReason);
export const species = cell.word(
  { 鸡: 'CHICKEN', 生猪: 'PIG', 黑山羊: 'BLACK_GOAT', 牛: 'CATTLE', 其他: 'OTHER' },
  Species,
);
export const zone = cell.word({ 禁养区: 'NO_FARMING', 限养区: 'RESTRICTED', 适养区: 'SUITABLE' }, FarmZoneKind);
