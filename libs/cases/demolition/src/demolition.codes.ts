import { defineCodes } from '#foundation/process';

export const StructureKind = defineCodes('StructureKind', {
  HOUSE: ['房屋', 'House'],
  SHED: ['棚屋', 'Shed'],
  PAVILION: ['棚亭', 'Pavilion'],
  OTHER: ['其他设施', 'Other structure'],
});

export const StockClass = defineCodes('StockClass', {
  NEW: ['新建违建', 'New'],
  EXISTING: ['存量违建', 'Existing'],
});

export const ConstructionStatus = defineCodes('ConstructionStatus', {
  UNDER_CONSTRUCTION: ['在建', 'Under construction'],
  FINISHED: ['已建成', 'Finished'],
});

export const LandUse = defineCodes('LandUse', {
  HOMESTEAD: ['宅基地', 'Homestead plot'],
  ARABLE: ['耕地', 'Arable land'],
  BASIC_FARMLAND: ['永久基本农田', 'Permanent basic farmland'],
  FOREST: ['林地', 'Forest land'],
  CONSTRUCTION: ['建设用地', 'Construction land'],
  UNUSED: ['未利用地', 'Unused land'],
  RIVER: ['河道水域', 'River and water'],
});

export const PlanningArea = defineCodes('PlanningArea', {
  VILLAGE: ['村庄规划区', 'Village planning area'],
  TOWN: ['镇规划区', 'Town planning area'],
  CITY: ['城市规划区', 'City planning area'],
});

export const DemolitionOrderKind = defineCodes('DemolitionOrderKind', {
  CORRECT: ['限期改正', 'Correct within a term'],
  DEMOLISH: ['限期拆除', 'Demolish within a term'],
});

export const DemolitionMode = defineCodes('DemolitionMode', {
  SELF: ['自行拆除', 'Self-demolition'],
  ASSISTED: ['协助拆除', 'Assisted demolition'],
  COMPULSORY_ADMIN: ['行政强制拆除', 'Compulsory, by the administration'],
  COMPULSORY_COURT: ['司法强制拆除', 'Compulsory, on a court ruling'],
});

export const BelongingsOutcome = defineCodes('BelongingsOutcome', {
  COLLECTED: ['当事人领取', 'Collected by the owner'],
  DELIVERED: ['送交当事人', 'Delivered to the owner'],
  DEPOSITED: ['公证提存', 'Deposited with a notary'],
});

export const DemolitionReopenGround = defineCodes('DemolitionReopenGround', {
  NEW_FACT: ['出现新事实', 'New fact'],
  WRONG_JUDGEMENT: ['原认定有误', 'Wrong judgement'],
  PERMIT_REVOKED: ['许可被撤销', 'Permit revoked'],
});
