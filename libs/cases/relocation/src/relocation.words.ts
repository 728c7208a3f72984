import { cell, sharedWords } from '#foundation/ledger';
import {
  AppraisalMethod,
  AppraiserKind,
  AttachmentKind,
  AttachmentUnit,
  BuildingLegality,
  BuildingStructure,
  BuildingUse,
  CompensationMode,
  LandClass,
  LandPayeeKind,
  LandTenure,
  PaymentStage,
  PostingPlace,
  ProjectRiskLevel,
  PublicInterestGround,
  RelocationPartyKind,
  RelocationProjectKind,
  RescissionGround,
  ResettlementKind,
  RiskParticipant,
  SignerCapacity,
} from './relocation.codes.js';

// The words of the paper ledgers, as township staff write them. Each list holds only the codes that the ledger can say.

export const { authority } = sharedWords;

export const projectKind = cell.word(
  {
    工业园区: 'INDUSTRIAL_PARK',
    道路: 'ROAD',
    垃圾场清零: 'LANDFILL_ZONE',
    其他: 'OTHER',
  },
  RelocationProjectKind,
);

export const tenure = cell.word(
  {
    集体土地: 'COLLECTIVE',
    国有土地: 'STATE_OWNED',
  },
  LandTenure,
);

export const publicInterestGround = cell.word(
  {
    成片开发: 'TRACT_DEVELOPMENT',
    基础设施: 'INFRASTRUCTURE',
    公共事业: 'PUBLIC_SERVICE',
  },
  PublicInterestGround,
);

export const risk = cell.word(
  {
    低风险: 'LOW',
    中风险: 'MEDIUM',
    高风险: 'HIGH',
  },
  ProjectRiskLevel,
);

export const place = cell.word(
  {
    乡镇公告栏: 'TOWN',
    村公告栏: 'VILLAGE',
    村民小组: 'VILLAGER_GROUP',
    项目现场: 'PROJECT_AREA',
  },
  PostingPlace,
);

export const participant = cell.word(
  {
    被征地集体: 'AFFECTED_COLLECTIVE',
    被征地农民: 'AFFECTED_MEMBERS',
    相关部门: 'DEPARTMENT',
  },
  RiskParticipant,
);

export const landClass = cell.word(
  {
    耕地: 'ARABLE',
    基本农田: 'BASIC_FARMLAND',
    林地: 'FOREST',
    坑塘: 'POND',
    建设用地: 'CONSTRUCTION',
    未利用地: 'UNUSED',
  },
  LandClass,
);

export const payeeKind = cell.word(
  {
    村集体: 'VILLAGE_COLLECTIVE',
  },
  LandPayeeKind,
);

export const partyKind = cell.word(
  {
    农户: 'HOUSEHOLD',
    企业: 'ENTERPRISE',
    集体: 'COLLECTIVE',
  },
  RelocationPartyKind,
);

export const buildingUse = cell.word(
  {
    住宅: 'HOUSE',
    厂房: 'FACTORY',
    附属房: 'ANCILLARY',
  },
  BuildingUse,
);

export const structure = cell.word(
  {
    砖混: 'BRICK_CONCRETE',
    砖木: 'BRICK_WOOD',
    土木: 'EARTH_WOOD',
    钢构: 'STEEL',
  },
  BuildingStructure,
);

export const lawful = cell.word(
  {
    合法: 'LAWFUL',
    认定: 'UNREGISTERED_RECOGNISED',
    违法: 'UNLAWFUL',
    待定: 'UNDECIDED',
  },
  BuildingLegality,
);

export const compensationMode = cell.word(
  {
    货币: 'MONEY',
    安置房: 'RESETTLEMENT_HOUSING',
    宅基地安置: 'NEW_PLOT',
    混合: 'MIXED',
  },
  CompensationMode,
);

export const method = cell.word(
  {
    市场比较法: 'MARKET',
    成本法: 'COST',
  },
  AppraisalMethod,
);

export const appraiser = cell.word(
  {
    协商选定: 'AGREED_FIRM',
    投票选定: 'VOTED_FIRM',
    随机选定: 'DRAWN_FIRM',
  },
  AppraiserKind,
);

export const signerCapacity = cell.word(
  {
    所有权人: 'OWNER',
    法定代表人: 'LEGAL_REPRESENTATIVE',
    受托人: 'AUTHORISED_AGENT',
  },
  SignerCapacity,
);

export const paymentStage = cell.word(
  {
    首期: 'FIRST',
    进度款: 'PROGRESS',
    尾款: 'FINAL',
    过渡费: 'TEMPORARY_HOUSING',
    奖励: 'BONUS',
  },
  PaymentStage,
);

export const rescissionGround = cell.word(
  {
    无效: 'VOID',
    胁迫: 'DURESS',
    协商一致: 'MUTUAL',
    法院判决: 'COURT',
  },
  RescissionGround,
);

export const attachment = cell.word(
  {
    青苗: 'GREEN_CROP',
    树木: 'TREE',
    坑塘: 'POND',
    围墙: 'WALL',
    坟墓: 'GRAVE',
    水井: 'WELL',
    其他: 'OTHER',
  },
  AttachmentKind,
);

export const unit = cell.word(
  {
    亩: 'MU',
    个: 'PIECE',
    米: 'M',
  },
  AttachmentUnit,
);

export const resettlementKind = cell.word(
  {
    安置房: 'RESETTLEMENT_HOUSING',
    宅基地安置: 'NEW_PLOT',
    过渡用房: 'TEMPORARY_HOUSING',
  },
  ResettlementKind,
);
