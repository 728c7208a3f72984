import { cell } from '#foundation/ledger';
import {
  Authority,
  LeadSource,
  LegalBasis,
  LookBackResult,
  RemedyKind,
  RemedyOrgan,
  RemedyResult,
  ServiceMethod,
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

export const leadSource = cell.word(
  {
    网格巡查: 'GRID_PATROL',
    群众举报: 'TIP',
    摸排: 'SURVEY',
    联合巡查: 'JOINT_PATROL',
    上级交办: 'SUPERIOR_ASSIGNED',
    警示片: 'WARNING_FILM',
    检查发现: 'INSPECTION',
    信访: 'PETITION',
    回头看: 'LOOK_BACK',
  },
  LeadSource,
);
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
export const authority = cell.word(
  {
    镇人民政府: 'TOWNSHIP_GOVERNMENT',
    县人民政府: 'COUNTY_GOVERNMENT',
    县自然资源局: 'NATURAL_RESOURCES_DEPT',
    县规划主管部门: 'PLANNING_DEPT',
    县农业农村局: 'AGRICULTURE_DEPT',
    县生态环境局: 'ECOLOGY_DEPT',
    县市场监管局: 'MARKET_SUPERVISION_DEPT',
    县应急管理局: 'EMERGENCY_DEPT',
    县公安局: 'PUBLIC_SECURITY',
    县人社局: 'HUMAN_RESOURCES_DEPT',
    县交通局: 'TRANSPORT_DEPT',
    县信访局: 'COUNTY_PETITION_BUREAU',
    县劳动监察大队: 'LABOUR_SUPERVISION',
    县劳动仲裁委: 'LABOUR_ARBITRATION',
    县人民法院: 'PEOPLES_COURT',
    省人民政府: 'PROVINCE_GOVERNMENT',
    其他机关: 'OTHER',
  },
  Authority,
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
export const serviceMethod = cell.word(
  {
    直接送达: 'DIRECT',
    留置送达: 'LEFT_IN_PLACE',
    邮寄送达: 'MAIL',
    委托送达: 'ENTRUSTED',
    公告送达: 'PUBLIC_NOTICE',
  },
  ServiceMethod,
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
export const lookBack = cell.word({ 未反弹: 'NO_REBOUND' }, LookBackResult);
