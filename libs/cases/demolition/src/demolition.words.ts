import { cell, sharedWords } from '#foundation/ledger';
import {
  LegalBasis,
  RemedyKind,
  RemedyOrgan,
  RemedyResult,
  StatementAdoption,
  TransferOutcome,
} from '#foundation/process';
import {
  BelongingsOutcome,
  ConstructionStatus,
  DemolitionMode,
  DemolitionOrderKind,
  LandUse,
  PlanningArea,
  StockClass,
  StructureKind,
} from './demolition.codes.js';

// The words of the paper ledger, as township staff write them. Each list holds only the codes that the ledger can say:
// a demolition on a court's ruling or a rebound found on look-back has no column there and is not read from it.

export const { authority, leadSource, lookBack, serviceMethod } = sharedWords;

export const structureKind = cell.word(
  { 房屋: 'HOUSE', 棚屋: 'SHED', 棚亭: 'PAVILION', 其他设施: 'OTHER' },
  StructureKind,
);
export const stockClass = cell.word({ 新建: 'NEW', 存量: 'EXISTING' }, StockClass);
export const constructionStatus = cell.word({ 在建: 'UNDER_CONSTRUCTION', 已建成: 'FINISHED' }, ConstructionStatus);
export const landUse = cell.word(
  {
    宅基地: 'HOMESTEAD',
    耕地: 'ARABLE',
    基本农田: 'BASIC_FARMLAND',
    林地: 'FOREST',
    建设用地: 'CONSTRUCTION',
    未利用地: 'UNUSED',
    河道: 'RIVER',
  },
  LandUse,
);
export const planningArea = cell.word({ 村庄规划区: 'VILLAGE', 镇规划区: 'TOWN', 城市规划区: 'CITY' }, PlanningArea);
export const legalBasis = cell.word(
  { 规划法65条: 'CPL65', 规划法64条: 'CPL64', 规划法66条: 'CPL66', 土地法77条: 'LAL77', 土地法78条: 'LAL78' },
  LegalBasis,
);
export const transferOutcome = cell.word(
  {
    已受理: 'ACCEPTED',
    已立案: 'FILED',
    已处罚: 'PENALISED',
    已责令拆除: 'ORDERED_DEMOLITION',
    不予立案: 'NOT_FILED',
  },
  TransferOutcome,
);
export const adopted = cell.word(
  { 采纳: 'ADOPTED', 部分采纳: 'PARTLY_ADOPTED', 不采纳: 'NOT_ADOPTED' },
  StatementAdoption,
);
export const orderKind = cell.word({ 限期改正: 'CORRECT', 限期拆除: 'DEMOLISH' }, DemolitionOrderKind);
export const remedyKind = cell.word({ 行政复议: 'RECONSIDERATION', 行政诉讼: 'LITIGATION' }, RemedyKind);
export const organ = cell.word({ 县人民政府: 'COUNTY_GOVERNMENT', 县人民法院: 'BASIC_COURT' }, RemedyOrgan);
export const remedyResult = cell.word({ 维持: 'UPHELD', 撤回: 'WITHDRAWN', 撤销: 'REVOKED' }, RemedyResult);
export const mode = cell.word({ 自行拆除: 'SELF', 协助拆除: 'ASSISTED', 强制拆除: 'COMPULSORY_ADMIN' }, DemolitionMode);
export const belongings = cell.word(
  { 当事人领取: 'COLLECTED', 送交当事人: 'DELIVERED', 公证提存: 'DEPOSITED' },
  BelongingsOutcome,
);
