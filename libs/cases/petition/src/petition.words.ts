import { cell, type CellFormat, sharedWords } from '#foundation/ledger';
import { IntakeChannel } from '#foundation/process';
import { LabourClaimKind, LabourOutcome, MediationFailGround, MediationParty } from './labour.codes.js';
import {
  DispositionKind,
  OpinionResult,
  PetitionDeclineGround,
  PetitionHearingForm,
  PetitionMatterKind,
  PetitionPath,
  ReviewResult,
  Satisfaction,
  SubjectArea,
  TeamDuty,
  UnlawfulActKind,
} from './petition.codes.js';

// The words of the two paper ledgers, as township staff write them. Each list holds only the codes that a ledger can say.

export const { authority, serviceMethod } = sharedWords;

export const channel = cell.word(
  {
    来信: 'LETTER',
    来访: 'VISIT',
    电话: 'PHONE',
    网上: 'WEB',
    '12345热线': 'HOTLINE_12345',
    转来: 'FORWARDED',
    走访: 'PATROL',
  },
  IntakeChannel,
);
export const matterKind = cell.word(
  { 建议意见: 'SUGGESTION', 检举控告: 'REPORT_ACCUSATION', 申诉求决: 'APPEAL_REQUEST' },
  PetitionMatterKind,
);
export const subject = cell.word(
  {
    征地拆迁: 'LAND_RELOCATION',
    农村建房: 'HOUSE_BUILDING',
    环境保护: 'ENVIRONMENT',
    社会保障: 'SOCIAL_SECURITY',
    道路交通: 'ROADS_TRANSPORT',
    村务: 'VILLAGE_AFFAIRS',
    农业农村: 'AGRICULTURE',
    其他: 'OTHER',
  },
  SubjectArea,
);
export const path = cell.word(
  {
    诉讼: 'LITIGATION',
    仲裁: 'ARBITRATION',
    复议: 'RECONSIDERATION',
    履行法定职责: 'STATUTORY_DUTY',
    信访处理: 'PETITION_OPINION',
  },
  PetitionPath,
);
export const declineGround = cell.word(
  { 不属职权范围: 'NOT_WITHIN_POWER', 应走其他法定途径: 'OTHER_LEGAL_ROUTE', 正在办理: 'IN_HANDLING' },
  PetitionDeclineGround,
);
const dutyOfList = cell.word(
  {
    听取诉求: 'LISTEN',
    调查核实: 'INVESTIGATE',
    解释政策: 'EXPLAIN',
    帮扶救助: 'AID',
    兑现承诺: 'FOLLOW_PROMISE',
    报告进展: 'REPORT_PROGRESS',
  },
  TeamDuty,
);
/** A duty outside the list is no reading fault: it reaches the rule that refuses it (R-PET-04). */
export const duty: CellFormat = { name: 'duty', read: (text) => dutyOfList.read(text) ?? text };
export const form = cell.word(
  { 面谈: 'OFFICE_MEETING', 到村接谈: 'VILLAGE_MEETING', 电话: 'PHONE' },
  PetitionHearingForm,
);
export const disposition = cell.word(
  { 诉求合理解决: 'DEMAND_MET', 诉求无理解释: 'EXPLAINED', 生活困难帮扶: 'AIDED', 违法行为移送: 'REFERRED' },
  DispositionKind,
);
export const unlawfulAct = cell.word(
  {
    环境违法: 'POLLUTION',
    违法建设: 'ILLEGAL_BUILDING',
    土地违法: 'LAND_OFFENCE',
    拖欠工资: 'WAGE_ARREARS',
    公职人员违纪违法: 'OFFICIAL_MISCONDUCT',
  },
  UnlawfulActKind,
);
export const opinionResult = cell.word(
  { 支持: 'SUPPORTED', 部分支持: 'PARTLY_SUPPORTED', 解释说明: 'EXPLAINED', 不支持: 'NOT_SUPPORTED' },
  OpinionResult,
);
export const reviewResult = cell.word({ 维持: 'UPHELD', 变更: 'CHANGED', 发回: 'REMANDED' }, ReviewResult);
export const satisfaction = cell.word(
  { 满意: 'SATISFIED', 基本满意: 'FAIRLY_SATISFIED', 不满意: 'NOT_SATISFIED' },
  Satisfaction,
);

export const claimKind = cell.word(
  {
    拖欠工资: 'WAGE_ARREARS',
    加班费: 'OVERTIME',
    社会保险: 'SOCIAL_INSURANCE',
    工伤: 'INJURY',
    解除合同: 'TERMINATION',
    其他: 'OTHER',
  },
  LabourClaimKind,
);
export const party = cell.word({ 劳动者: 'WORKER', 用人单位: 'EMPLOYER', 调解员: 'MEDIATOR' }, MediationParty);
export const failGround = cell.word(
  { 双方分歧: 'NO_AGREEMENT', 单位缺席: 'EMPLOYER_ABSENT', 劳动者放弃调解: 'WORKER_CHOSE_OTHER_ROUTE' },
  MediationFailGround,
);
export const outcome = cell.word(
  { 协议: 'AGREED', 已支付: 'PAID', 调解不成已引导: 'FAILED_GUIDED', 已移交: 'REFERRED' },
  LabourOutcome,
);
