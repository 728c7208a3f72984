import { defineCodes, openCodes } from '#foundation/process';

/** A villager group of the township register. */
export const VillagerGroupCode = openCodes('VillagerGroupCode');

export const RelocationProjectKind = defineCodes('RelocationProjectKind', {
  INDUSTRIAL_PARK: ['园区产业项目', 'Industrial-park project'],
  ROAD: ['道路项目', 'Road project'],
  LANDFILL_ZONE: ['垃圾场防护区清零', 'Clearing around a landfill'],
  OTHER: ['其他', 'Other'],
});

export const LandTenure = defineCodes('LandTenure', {
  COLLECTIVE: ['集体土地', 'Collective land'],
  STATE_OWNED: ['国有土地', 'State-owned land'],
});

export const PublicInterestGround = defineCodes('PublicInterestGround', {
  DEFENCE_DIPLOMACY: ['国防和外交', 'Defence and diplomacy'],
  INFRASTRUCTURE: ['政府组织的基础设施', 'Infrastructure organised by government'],
  PUBLIC_SERVICE: ['政府组织的公共事业', 'Public services organised by government'],
  HOUSING_PROJECT: ['扶贫搬迁和保障性安居工程', 'Relocation of the poor and affordable housing'],
  TRACT_DEVELOPMENT: ['成片开发建设', 'Tract development approved at provincial level or above'],
  OLD_TOWN_RENEWAL: ['旧城区改建', 'Renewal of an old town area'],
  OTHER_BY_LAW: ['法律规定的其他情形', 'Other case given by law'],
});

export const PostingPlace = defineCodes('PostingPlace', {
  TOWN: ['镇', 'Township board'],
  VILLAGE: ['村（社区）', 'Village or community board'],
  VILLAGER_GROUP: ['村民小组', 'Villager group board'],
  PROJECT_AREA: ['征收范围内', 'Inside the project area'],
  WEBSITE: ['政府网站', 'Government website'],
});

export const LandClass = defineCodes('LandClass', {
  ARABLE: ['耕地', 'Arable land'],
  BASIC_FARMLAND: ['永久基本农田', 'Permanent basic farmland'],
  FOREST: ['林地', 'Forest land'],
  POND: ['坑塘水面', 'Pond'],
  CONSTRUCTION: ['建设用地', 'Construction land'],
  UNUSED: ['未利用地', 'Unused land'],
});

export const ProjectRiskLevel = defineCodes('ProjectRiskLevel', {
  LOW: ['低风险', 'Low'],
  MEDIUM: ['中风险', 'Medium'],
  HIGH: ['高风险', 'High'],
});

export const RiskParticipant = defineCodes('RiskParticipant', {
  AFFECTED_COLLECTIVE: ['被征地集体经济组织', 'Affected collective'],
  AFFECTED_MEMBERS: ['被征地农民', 'Affected members'],
  OTHER_INTERESTED: ['其他利害关系人', 'Other interested persons'],
  DEPARTMENT: ['相关部门', 'Department concerned'],
  EXPERT: ['专家或第三方', 'Expert or third party'],
});

export const LandPayeeKind = defineCodes('LandPayeeKind', {
  VILLAGE_COLLECTIVE: ['村集体经济组织', 'Village collective'],
  VILLAGER_GROUP: ['村民小组', 'Villager group'],
  TOWN_COLLECTIVE: ['乡镇集体经济组织', 'Township collective'],
});

export const AttachmentKind = defineCodes('AttachmentKind', {
  GREEN_CROP: ['青苗', 'Green crop'],
  TREE: ['林木', 'Tree'],
  POND: ['鱼塘', 'Pond'],
  WALL: ['围墙', 'Wall'],
  GRAVE: ['坟墓', 'Grave'],
  WELL: ['水井', 'Well'],
  OTHER: ['其他', 'Other'],
});

export const AttachmentUnit = defineCodes('AttachmentUnit', {
  MU: ['亩（百分之一亩计）', 'Mu'],
  PIECE: ['个（株、座）', 'Piece'],
  M: ['米', 'Metre'],
  M2: ['平方米（平方分米计）', 'Square metre'],
});

export const RelocationPartyKind = defineCodes('RelocationPartyKind', {
  HOUSEHOLD: ['农户', 'Household'],
  ENTERPRISE: ['企业', 'Enterprise'],
  COLLECTIVE: ['集体', 'Collective'],
});

export const BuildingUse = defineCodes('BuildingUse', {
  HOUSE: ['住房', 'House'],
  FACTORY: ['厂房', 'Factory'],
  ANCILLARY: ['附属房', 'Ancillary building'],
});

export const BuildingStructure = defineCodes('BuildingStructure', {
  FRAME: ['框架结构', 'Reinforced-concrete frame'],
  BRICK_CONCRETE: ['砖混结构', 'Brick and concrete'],
  BRICK_WOOD: ['砖木结构', 'Brick and wood'],
  STEEL: ['钢结构', 'Steel'],
  EARTH_WOOD: ['土木结构', 'Earth and wood'],
  SIMPLE: ['简易结构', 'Simple structure'],
});

export const BuildingLegality = defineCodes('BuildingLegality', {
  LAWFUL: ['合法', 'Lawful'],
  UNREGISTERED_RECOGNISED: ['未登记但认定合法', 'Unregistered, recognised'],
  UNLAWFUL: ['违法', 'Unlawful'],
  UNDECIDED: ['待认定', 'Undecided'],
});

export const SurveyObjectionSubject = defineCodes('SurveyObjectionSubject', {
  AREA: ['面积', 'Area'],
  BUILDING_USE: ['用途', 'Use'],
  LAWFULNESS: ['合法性', 'Lawfulness'],
  OWNERSHIP: ['权属', 'Ownership'],
  ATTACHMENTS: ['附着物', 'Attachments'],
  OMISSION: ['漏登', 'Something left out'],
  RUSH_PLANTING: ['抢栽抢建认定', 'Judged as rush planting or building'],
  OTHER: ['其他', 'Other'],
});

export const ObjectionResult = defineCodes('ObjectionResult', {
  UPHELD: ['成立', 'Upheld'],
  PARTLY_UPHELD: ['部分成立', 'Partly upheld'],
  REJECTED: ['不成立', 'Rejected'],
  WITHDRAWN: ['撤回', 'Withdrawn'],
});

export const AppraisalMethod = defineCodes('AppraisalMethod', {
  MARKET: ['市场法', 'Market comparison'],
  COST: ['成本法', 'Cost'],
  INCOME: ['收益法', 'Income'],
  RATE_TABLE: ['补偿标准表', 'Confirmed rate table'],
});

export const AppraiserKind = defineCodes('AppraiserKind', {
  AGREED_FIRM: ['协商选定的评估机构', 'Firm agreed by the owners'],
  VOTED_FIRM: ['投票选定的评估机构', 'Firm chosen by majority'],
  DRAWN_FIRM: ['随机选定的评估机构', 'Firm drawn at random'],
  RATE_TABLE_OFFICE: ['按标准表核算', 'Office that applies the rate table'],
});

export const CompensationMode = defineCodes('CompensationMode', {
  MONEY: ['货币补偿', 'Money'],
  RESETTLEMENT_HOUSING: ['安置房', 'Resettlement housing'],
  NEW_PLOT: ['重新安排宅基地', 'New homestead plot'],
  MIXED: ['混合安置', 'Mixed'],
});

export const SignerCapacity = defineCodes('SignerCapacity', {
  OWNER: ['权利人本人', 'Owner'],
  ALL_CO_OWNERS: ['全体共有人', 'All co-owners'],
  LEGAL_REPRESENTATIVE: ['法定代表人', 'Legal representative of the unit'],
  AUTHORISED_AGENT: ['委托代理人', 'Authorised agent'],
  GUARDIAN: ['法定监护人', 'Guardian'],
});

export const RescissionGround = defineCodes('RescissionGround', {
  VOID: ['协议无效', 'Void'],
  DURESS: ['胁迫', 'Duress'],
  MUTUAL: ['协商解除', 'By mutual consent'],
  COURT: ['法院判决', 'Court judgment'],
});

export const PaymentStage = defineCodes('PaymentStage', {
  FIRST: ['首付款', 'First payment'],
  PROGRESS: ['进度款', 'Progress payment'],
  FINAL: ['尾款', 'Final payment'],
  TEMPORARY_HOUSING: ['临时安置费', 'Temporary housing'],
  BONUS: ['奖励', 'Bonus'],
});

export const ResettlementKind = defineCodes('ResettlementKind', {
  RESETTLEMENT_HOUSING: ['安置房交付', 'Resettlement housing handed over'],
  NEW_PLOT: ['宅基地落实', 'New homestead plot given'],
  TEMPORARY_HOUSING: ['过渡用房', 'Temporary housing'],
});

export const HouseholdReopenGround = defineCodes('HouseholdReopenGround', {
  AGREEMENT_VOID: ['协议无效', 'Agreement void'],
  DECISION_SET_ASIDE: ['决定被撤销', 'Decision set aside'],
  PAYMENT_CLAIM_UPHELD: ['补偿请求得到支持', 'Payment claim upheld'],
});

export const HouseholdReopenStep = defineCodes('HouseholdReopenStep', {
  HH_OFFERED: ['已告知方案', 'Offer step'],
  HH_ACCEPTED: ['已验收', 'Accepted step'],
});
