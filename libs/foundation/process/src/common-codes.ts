import { defineCodes } from './code-list.js';

// Code lists that several kinds of case use: organs, grounds, service, remedies, transfer (codes.csv).
// What belongs to one kind alone stands in the folder of that kind.

export const LeadSource = defineCodes('LeadSource', {
  GRID_PATROL: ['网格巡查', 'Grid patrol'],
  TIP: ['群众举报', 'Tip'],
  SURVEY: ['摸排', 'Survey'],
  JOINT_PATROL: ['联合巡查', 'Joint patrol'],
  SUPERIOR_ASSIGNED: ['上级交办', 'Assigned by a superior organ'],
  WARNING_FILM: ['警示片', 'Warning film'],
  INSPECTION: ['安全检查', 'Inspection'],
  PETITION: ['信访', 'Petition'],
  LOOK_BACK: ['回头看', 'Look-back'],
});

export const Authority = defineCodes('Authority', {
  TOWNSHIP_GOVERNMENT: ['镇人民政府', 'Township government'],
  COUNTY_GOVERNMENT: ['县（区）人民政府', 'County government'],
  CITY_GOVERNMENT: ['市人民政府', 'City government'],
  PROVINCE_GOVERNMENT: ['省人民政府', 'Provincial government'],
  STATE_COUNCIL: ['国务院', 'State Council'],
  ECOLOGY_DEPT: ['生态环境部门', 'Ecology and environment department'],
  MARKET_SUPERVISION_DEPT: ['市场监督管理部门', 'Market supervision department'],
  AGRICULTURE_DEPT: ['农业农村部门', 'Agriculture and rural affairs department'],
  NATURAL_RESOURCES_DEPT: ['自然资源部门', 'Natural resources department'],
  PLANNING_DEPT: ['城乡规划主管部门', 'Urban and rural planning department'],
  CONSTRUCTION_DEPT: ['住房和城乡建设部门', 'Housing and construction department'],
  URBAN_MANAGEMENT_DEPT: ['城市管理综合执法部门', 'Urban management and enforcement department'],
  WATER_DEPT: ['水利部门', 'Water department'],
  FORESTRY_DEPT: ['林业部门', 'Forestry department'],
  TRANSPORT_DEPT: ['交通运输部门', 'Transport department'],
  EMERGENCY_DEPT: ['应急管理部门', 'Emergency management department'],
  FIRE_RESCUE: ['消防救援机构', 'Fire and rescue service'],
  ENERGY_DEPT: ['能源主管部门', 'Energy department'],
  HEALTH_DEPT: ['卫生健康部门', 'Health department'],
  EDUCATION_DEPT: ['教育部门', 'Education department'],
  CIVIL_AFFAIRS_DEPT: ['民政部门', 'Civil affairs department'],
  JUSTICE_DEPT: ['司法行政部门', 'Justice department'],
  HUMAN_RESOURCES_DEPT: ['人力资源和社会保障部门', 'Human resources and social security department'],
  LABOUR_SUPERVISION: ['劳动保障监察机构', 'Labour supervision office'],
  LABOUR_ARBITRATION: ['劳动人事争议仲裁委员会', 'Labour arbitration commission'],
  EXPROPRIATION_OFFICE: ['房屋征收部门', 'Expropriation office'],
  PARK_COMMITTEE: ['园区管理委员会', 'Industrial park committee'],
  COUNTY_PETITION_BUREAU: ['县级信访局', 'County petition bureau'],
  CITY_PETITION_BUREAU: ['市级信访局', 'City petition bureau'],
  CITY_DEPARTMENT: ['市级主管部门', 'Competent city department'],
  PROVINCE_DEPARTMENT: ['省级主管部门', 'Competent provincial department'],
  PUBLIC_SECURITY: ['公安机关', 'Public security organ'],
  PROCURATORATE: ['人民检察院', "People's procuratorate"],
  PEOPLES_COURT: ['人民法院', "People's court"],
  DISCIPLINE_INSPECTION: ['纪检监察机关', 'Discipline inspection and supervision organ'],
  OTHER: ['其他机关', 'Other organ'],
});

export const LegalBasis = defineCodes('LegalBasis', {
  SWL_102_7: ['固废法第20、102条第7项', 'Solid Waste Law arts. 20, 102 (7)'],
  SWL_104: ['固废法第104条', 'Solid Waste Law art. 104'],
  SWL_27: ['固废法第27条', 'Solid Waste Law art. 27'],
  UNLICENSED_BIZ: ['无证无照经营查处办法', 'Rules on unlicensed business (2017)'],
  WATER_DISCHARGE: ['水污染防治法排放条款', 'Water Pollution Law, discharge articles'],
  AIR_72_117: ['大气污染防治法第72、117条', 'Air Pollution Law arts. 72, 117'],
  LBR_11_37: ['畜禽养殖污染防治条例第11、37条', 'Livestock Pollution Regulation arts. 11, 37'],
  LBR_39_41: ['畜禽养殖污染防治条例第39-41条', 'Livestock Pollution Regulation arts. 39-41'],
  LBR_25: ['畜禽养殖污染防治条例第25条', 'Livestock Pollution Regulation art. 25'],
  SPL_102: ['安全生产法第102、112、113条', 'Work Safety Law arts. 102, 112, 113'],
  SPL_65: ['安全生产法第65条', 'Work Safety Law art. 65'],
  SPL_70: ['安全生产法第70条', 'Work Safety Law art. 70'],
  SELF_REQUEST: ['当事人书面申请', "The party's own signed request"],
  LOCAL_RULE: ['地方性法规规章', 'Provincial or city rule'],
  APL_60: ['行政处罚法第60条', 'Administrative Penalty Law art. 60'],
  CPL64: ['城乡规划法第64条', 'Planning Law art. 64'],
  CPL65: ['城乡规划法第65条', 'Planning Law art. 65'],
  CPL66: ['城乡规划法第66条', 'Planning Law art. 66'],
  LAL77: ['土地管理法第77条', 'Land Administration Law art. 77'],
  LAL78: ['土地管理法第78条', 'Land Administration Law art. 78'],
});

export const ServiceMethod = defineCodes('ServiceMethod', {
  DIRECT: ['直接送达', 'Direct service'],
  LEFT_IN_PLACE: ['留置送达', 'Left in place'],
  MAIL: ['邮寄送达', 'By mail'],
  ELECTRONIC: ['电子送达', 'Electronic'],
  ENTRUSTED: ['委托送达', 'Through an entrusted organ'],
  PUBLIC_NOTICE: ['公告送达', 'By public notice'],
});

export const StatementAdoption = defineCodes('StatementAdoption', {
  ADOPTED: ['采纳', 'Adopted'],
  PARTLY_ADOPTED: ['部分采纳', 'Partly adopted'],
  NOT_ADOPTED: ['不予采纳', 'Not adopted'],
});

export const RemedyKind = defineCodes('RemedyKind', {
  RECONSIDERATION: ['行政复议', 'Administrative reconsideration'],
  LITIGATION: ['行政诉讼', 'Administrative litigation'],
});

export const RemedyOrgan = defineCodes('RemedyOrgan', {
  COUNTY_GOVERNMENT: ['县级人民政府', 'County government'],
  CITY_GOVERNMENT: ['市级人民政府', 'City government'],
  SUPERIOR_DEPARTMENT: ['上级主管部门', 'Superior department'],
  PROVINCE_GOVERNMENT: ['省级人民政府', 'Provincial government'],
  BASIC_COURT: ['基层人民法院', "Basic people's court"],
  INTERMEDIATE_COURT: ['中级人民法院', "Intermediate people's court"],
  HIGH_COURT: ['高级人民法院', "High people's court"],
});

export const RemedyResult = defineCodes('RemedyResult', {
  UPHELD: ['维持', 'Upheld'],
  WITHDRAWN: ['撤回', 'Withdrawn'],
  CHANGED: ['变更', 'Changed'],
  REVOKED: ['撤销', 'Revoked'],
  FOUND_UNLAWFUL: ['确认违法', 'Found unlawful'],
  VOID: ['确认无效', 'Found void'],
});

export const Court = defineCodes('Court', {
  BASIC_COURT: ['基层人民法院', "Basic people's court"],
  INTERMEDIATE_COURT: ['中级人民法院', "Intermediate people's court"],
  HIGH_COURT: ['高级人民法院', "High people's court"],
});

export const CourtRulingResult = defineCodes('CourtRulingResult', {
  GRANTED: ['准予', 'Granted'],
  PARTLY_GRANTED: ['部分准予', 'Partly granted'],
  REFUSED: ['不准予', 'Refused'],
  NOT_ACCEPTED: ['不予受理', 'Not accepted'],
  WITHDRAWN: ['撤回申请', 'Application withdrawn'],
});

export const TransferOutcome = defineCodes('TransferOutcome', {
  ACCEPTED: ['已受理', 'Taken over'],
  FILED: ['已立案', 'Case filed'],
  PENALISED: ['已处罚', 'Penalty decided'],
  CRIMINAL_FILED: ['已刑事立案', 'Criminal case opened'],
  ORDERED_DEMOLITION: ['已责令拆除', 'Demolition ordered'],
  REGULARISED: ['已补办手续', 'Regularised'],
  NOT_FILED: ['不予立案', 'Not filed'],
});

export const TransferReturnKind = defineCodes('TransferReturnKind', {
  NOT_COMPETENT: ['无管辖权退回', 'Sent back, not competent'],
  INSUFFICIENT_EVIDENCE: ['证据不足退回', 'Sent back, evidence insufficient'],
  ENTRUSTED_EXECUTION: ['委托实施', 'Entrusted to the township for carrying out'],
  OTHER: ['其他', 'Other'],
});

export const LookBackResult = defineCodes('LookBackResult', {
  NO_REBOUND: ['无反弹', 'No rebound'],
  REBOUND: ['有反弹', 'Rebound'],
});

export const LiabilityOutcome = defineCodes('LiabilityOutcome', {
  COMPENSATED: ['已赔偿', 'Compensation paid'],
  REFUSED_FINAL: ['终局不予赔偿', 'Refused by final decision'],
});

/** How a tip, a petition or a complaint reaches the township. */
export const IntakeChannel = defineCodes('IntakeChannel', {
  LETTER: ['来信', 'Letter'],
  VISIT: ['来访', 'Visit'],
  PHONE: ['来电', 'Telephone'],
  WEB: ['网上', 'Web'],
  HOTLINE_12345: ['12345热线', 'Public service hotline 12345'],
  FORWARDED: ['上级转办', 'Forwarded by another organ'],
  PATROL: ['巡查发现', 'Patrol'],
});
