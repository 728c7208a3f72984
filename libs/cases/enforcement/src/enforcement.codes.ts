import { defineCodes } from '#foundation/process';

export const CaseType = defineCodes('CaseType', {
  ILLEGAL_PLASTICS: ['非法塑料加工', 'Illegal plastics processing'],
  SCATTERED_POLLUTER: ['散乱污', 'Scattered polluting business'],
  OPEN_STORAGE: ['露天堆放', 'Open-air storage yard'],
  LIVESTOCK: ['畜禽养殖', 'Livestock farm'],
  WORKPLACE_SAFETY: ['安全生产', 'Workplace safety'],
});

export const DismissReason = defineCodes('DismissReason', {
  NO_OFFENCE: ['不构成违法', 'No offence'],
  NO_POWER: ['不属本机关管辖', "Not within the township's power"],
  LIMITATION_OVER: ['超过处罚时效', 'Limitation over'],
  DUPLICATE: ['重复线索', 'Duplicate lead'],
  NOT_FOUND: ['查无此事', 'Nothing found on site'],
  PUT_RIGHT_AT_ONCE: ['轻微且已改正', 'Slight and put right at once'],
  OTHER: ['其他', 'Other'],
});

export const EnforcementPartyKind = defineCodes('EnforcementPartyKind', {
  INDIVIDUAL: ['个人', 'Individual'],
  SOLE_TRADER: ['个体工商户', 'Sole trader'],
  ENTERPRISE: ['企业', 'Enterprise'],
  UNKNOWN: ['待查', 'Not yet known'],
});

export const EnforcementReopenGround = defineCodes('EnforcementReopenGround', {
  NEW_FACT: ['出现新事实', 'New fact'],
  WRONG_DISMISSAL: ['原不予立案有误', 'Wrong dismissal'],
});

export const IndustryCode = defineCodes('IndustryCode', {
  PLASTIC_WASHING: ['塑料洗料', 'Plastics washing'],
  PLASTIC_CRUSHING: ['塑料加工破碎', 'Plastics crushing'],
  PLASTIC_SORTING: ['塑料分拣', 'Plastics sorting'],
  SOLID_WASTE_DISMANTLING: ['固废拆解', 'Dismantling of solid waste'],
  GLASS_RECYCLING: ['玻璃回收', 'Glass recycling'],
  WASTE_TYRE: ['废旧轮胎', 'Waste tyres'],
  ROADSIDE_ENVIRONMENT: ['沿线环境', 'Roadside environment'],
  VEHICLE_DISMANTLING: ['车辆拆解', 'Vehicle dismantling'],
  SCRAP_IRON: ['废铁回收', 'Scrap iron'],
  CHICKEN: ['养鸡', 'Chicken farming'],
  PIG: ['生猪养殖', 'Pig farming'],
  BLACK_GOAT: ['黑山羊养殖', 'Black goat farming'],
  CATTLE: ['养牛', 'Cattle farming'],
  OTHER: ['其他', 'Other'],
});

export const EvidenceKind = defineCodes('EvidenceKind', {
  DOCUMENTARY: ['书证', 'Documentary evidence'],
  PHYSICAL: ['物证', 'Physical evidence'],
  AUDIOVISUAL: ['视听资料', 'Audiovisual material'],
  ELECTRONIC_DATA: ['电子数据', 'Electronic data'],
  WITNESS: ['证人证言', 'Witness testimony'],
  PARTY_STATEMENT: ['当事人陈述', 'Statement of the party'],
  EXPERT_OPINION: ['鉴定意见', 'Expert opinion'],
  SITE_RECORD: ['勘验笔录现场笔录', 'Inspection and site record'],
});

export const InvestigationProposal = defineCodes('InvestigationProposal', {
  PENALTY: ['拟处罚', 'Penalty proposed'],
  NO_PENALTY: ['拟不予处罚', 'No penalty proposed'],
  TRANSFER: ['拟移送', 'Transfer proposed'],
  TRANSFER_CRIMINAL: ['拟移送司法', 'Transfer of a suspected crime proposed'],
});

export const LegalReviewResult = defineCodes('LegalReviewResult', {
  PASSED: ['审核通过', 'Passed'],
  PASSED_WITH_CHANGES: ['修改后通过', 'Passed with changes'],
  RETURNED: ['退回补充', 'Sent back'],
  NOT_PASSED: ['审核不通过', 'Not passed'],
});

export const NoPenaltyGround = defineCodes('NoPenaltyGround', {
  FACTS_NOT_PROVED: ['违法事实不成立', 'Facts not proved'],
  SLIGHT_AND_CORRECTED: ['轻微并及时改正无危害后果', 'Slight, corrected, no harm'],
  FIRST_AND_CORRECTED: ['初次违法后果轻微并改正', 'First breach, slight harm, corrected'],
  NO_FAULT: ['无主观过错', 'No fault shown'],
  NOT_ACCOUNTABLE: ['依法不承担责任', 'Not accountable in law'],
  LIMITATION_OVER: ['超过处罚时效', 'Limitation over'],
});

export const PenaltyKind = defineCodes('PenaltyKind', {
  WARNING: ['警告', 'Warning'],
  CIRCULATED_CRITICISM: ['通报批评', 'Circulated criticism'],
  FINE: ['罚款', 'Fine'],
  CONFISCATE_INCOME: ['没收违法所得', 'Confiscation of unlawful income'],
  CONFISCATE_GOODS: ['没收非法财物', 'Confiscation of unlawful goods'],
  SUSPEND_LICENCE: ['暂扣许可证件', 'Licence suspended'],
  REVOKE_LICENCE: ['吊销许可证件', 'Licence revoked'],
  LIMIT_OPERATION: ['限制开展生产经营活动', 'Operation limited'],
  STOP_OPERATION: ['责令停产停业', 'Operation stopped'],
  CLOSE: ['责令关闭', 'Closed'],
  OTHER: ['其他', 'Other'],
});

export const PreservationOutcome = defineCodes('PreservationOutcome', {
  RETURNED: ['退还', 'Given back'],
  COPIED_AND_RETURNED: ['复制后退还', 'Copied and given back'],
  SENT_FOR_TESTING: ['送检鉴定', 'Sent for testing'],
  SEIZED: ['转为扣押', 'Turned into seizure'],
  TRANSFERRED: ['移送有权机关', 'Transferred to the competent organ'],
});

export const ApprovalResult = defineCodes('ApprovalResult', {
  APPROVED: ['同意', 'Approved'],
  REFUSED: ['不同意', 'Refused'],
});

export const CustodyItemKind = defineCodes('CustodyItemKind', {
  EQUIPMENT: ['设备', 'Equipment'],
  RAW_MATERIAL: ['原材料', 'Raw material'],
  PRODUCT: ['产品', 'Product'],
  OTHER: ['其他', 'Other'],
});

export const CustodyLegalForm = defineCodes('CustodyLegalForm', {
  SEIZED: ['扣押', 'Seized'],
  CONFISCATED: ['没收', 'Confiscated'],
  SURRENDERED: ['自愿上交', 'Surrendered'],
});

export const CustodyOutcome = defineCodes('CustodyOutcome', {
  RETURNED: ['退还', 'Given back'],
  CONFISCATED: ['没收', 'Confiscated'],
  LIFTED: ['解除', 'Lifted'],
  DESTROYED: ['销毁', 'Destroyed'],
  AUCTIONED: ['拍卖', 'Auctioned'],
  TRANSFERRED: ['移送', 'Transferred'],
});

export const PremisesKind = defineCodes('PremisesKind', {
  WORKSHOP: ['生产车间', 'Workshop'],
  WAREHOUSE: ['仓库', 'Warehouse'],
  YARD: ['堆场', 'Storage yard'],
  SHED: ['棚舍', 'Shed'],
  FARM: ['养殖场', 'Livestock farm'],
  SHOP: ['门店', 'Shop'],
  FACILITY: ['设备设施', 'Plant or facility'],
  LIVING_QUARTERS: ['生活居所', 'Living quarters'],
  OTHER: ['其他', 'Other'],
});

export const ExecutionMeasure = defineCodes('ExecutionMeasure', {
  SURCHARGE: ['加处罚款', 'Surcharge on the fine'],
  AUCTION: ['拍卖或依法处理财物', 'Auction or lawful disposal'],
  TRANSFER_DEPOSIT: ['划拨存款', 'Transfer of deposits'],
  REMOVE_OBSTACLE: ['排除妨碍', 'Removal of an obstacle'],
  RESTORE_STATE: ['恢复原状', 'Restoring the state'],
  AGENT_PERFORMANCE: ['代履行', 'Performance by an agent'],
  OTHER: ['其他强制执行方式', 'Other means given by law'],
});

export const RestitutionKind = defineCodes('RestitutionKind', {
  PROPERTY_RETURNED: ['返还财物', 'Property returned'],
  MONEY_REFUNDED: ['退还款项', 'Money refunded'],
  STATE_RESTORED: ['恢复原状', 'State restored'],
  COMPENSATION_PAID: ['支付赔偿', 'Compensation paid'],
});

export const SuspensionGround = defineCodes('SuspensionGround', {
  PARTY_UNABLE: ['当事人暂无履行能力', 'Party unable for now'],
  THIRD_PARTY_CLAIM: ['第三人主张权利有理由', 'Founded claim of a third party'],
  IRREPARABLE_HARM: ['可能造成难以弥补损失', 'Harm hard to make good'],
  REMEDY_PENDING: ['复议诉讼期间停止执行', 'Stayed during a remedy'],
  ORGAN_DECIDES: ['机关认为需要中止', 'Organ finds it necessary'],
});

export const TerminationGround = defineCodes('TerminationGround', {
  PARTY_DEAD: ['公民死亡无遗产且无义务承受人', 'Party dead without estate or successor'],
  UNIT_ENDED: ['单位终止无财产且无义务承受人', 'Unit ended without property or successor'],
  OBJECT_LOST: ['执行标的灭失', 'Object lost'],
  DECISION_REVOKED: ['据以执行的决定被撤销', 'Underlying decision revoked'],
  ORGAN_DECIDES: ['机关认为需要终结', 'Organ finds it necessary'],
});

export const ClearedBy = defineCodes('ClearedBy', {
  OPERATOR: ['经营者自清', 'Operator'],
  AGENCY: ['行政机关', 'Agency'],
  AGENT: ['代履行人', "Agent in the operator's place"],
});

export const ClosureMode = defineCodes('ClosureMode', {
  SELF_CLOSED: ['自行关停', 'Self-closed'],
  ORDERED: ['责令关停', 'Ordered'],
  COMPULSORY: ['强制关停', 'Compulsory'],
});

export const FarmZoneKind = defineCodes('FarmZoneKind', {
  NO_FARMING: ['禁养区', 'No-farming zone'],
  RESTRICTED: ['限养区', 'Restricted zone'],
  SUITABLE: ['适养区', 'Suitable zone'],
});

export const PlasticProcessKind = defineCodes('PlasticProcessKind', {
  WASHING: ['洗料', 'Washing'],
  CRUSHING: ['加工破碎', 'Crushing or granulating'],
  OTHER: ['其他', 'Other'],
});

export const RestorationReason = defineCodes('RestorationReason', {
  OBEYED: ['已履行', 'Order obeyed'],
  DANGER_REMOVED: ['危险消除', 'Danger removed'],
  BASIS_GONE: ['依据消失或被撤销', 'Basis gone or set aside'],
  CUT_WRONG: ['错误采取', 'Cut was wrong'],
  OPERATOR_REQUEST: ['经营者申请恢复', 'Operator asks for restoration'],
  CONTRACT_ENDED_BY_OPERATOR: ['经营者自行终止用水用电合同', 'Operator ended the supply contract'],
});

export const Species = defineCodes('Species', {
  CHICKEN: ['鸡', 'Chicken'],
  PIG: ['生猪', 'Pig'],
  BLACK_GOAT: ['黑山羊', 'Black goat'],
  CATTLE: ['牛', 'Cattle'],
  OTHER: ['其他', 'Other'],
});

export const Utility = defineCodes('Utility', {
  WATER: ['供水', 'Water'],
  POWER: ['供电', 'Power'],
});
