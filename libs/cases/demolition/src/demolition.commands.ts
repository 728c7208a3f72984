import {
  AreaField,
  Authority,
  BoolField,
  type Code,
  CodeField,
  DateField,
  DocField,
  GridCode,
  LeadSource,
  LegalBasis,
  RefField,
  RemedyKind,
  RemedyOrgan,
  RemedyResult,
  ServiceMethod,
  StaffField,
  StatementAdoption,
  StringField,
  TextField,
  TransferOutcome,
  TransferReturnKind,
  WholeField,
} from '#foundation/process';
import {
  ConstructionStatus,
  DemolitionOrderKind,
  LandUse,
  PlanningArea,
  StockClass,
  StructureKind,
} from './demolition.codes.js';

// From the first report to the order. What follows the order stands in demolition.execution.commands.ts.

/** 违建发现: a report of a structure; the party stays a code until the survey at the latest. */
export class RegisterIllegalBuilding {
  @DateField({ zh: '发现日期', en: 'Found on' }) foundOn!: string;
  @CodeField(LeadSource, { zh: '线索来源', en: 'Source of the lead' }) leadSource!: Code<typeof LeadSource>;
  @CodeField(GridCode, { zh: '网格编码', en: 'Grid cell' }) gridCode!: string;
  @TextField({ zh: '地点', en: 'Place' }) location!: string;
  @RefField({ zh: '当事人编码', en: 'Party code' }, { optional: true }) partyRef?: string;
  @RefField({ zh: '举报编号', en: 'Tip number' }, { optional: true }) tipId?: string;
  @RefField({ zh: '建房审批案件', en: 'House permit case' }, { optional: true }) permitCaseRef?: string;
}

/** 现场勘验: measured and classed by two officers; kind and class stay with the case from here on. */
export class SurveySite {
  @DateField({ zh: '勘验日期', en: 'Surveyed on' }) surveyedOn!: string;
  @StaffField({ zh: '勘验人员', en: 'Officers' }, { list: true, missing: 'R-DEM-02' }) officerRefs!: string[];
  @CodeField(StructureKind, { zh: '违建类别', en: 'Kind of structure' }) structureKind!: Code<typeof StructureKind>;
  @CodeField(StockClass, { zh: '新旧分类', en: 'New or existing' }) stockClass!: Code<typeof StockClass>;
  @CodeField(ConstructionStatus, { zh: '建设状态', en: 'Construction status' }) constructionStatus!: Code<
    typeof ConstructionStatus
  >;
  @DateField({ zh: '开工日期', en: 'Building started on' }, { optional: true }) startedOn?: string;
  @AreaField({ zh: '建筑面积', en: 'Floor area' }, { sign: 'rule' }) floorAreaDm2!: number;
  @AreaField({ zh: '占地面积', en: 'Footprint' }, { optional: true }) footprintDm2?: number;
  @WholeField({ zh: '层数', en: 'Storeys' }, { optional: true }) storeys?: number;
  @CodeField(LandUse, { zh: '土地性质', en: 'Land use' }) landUse!: Code<typeof LandUse>;
  @CodeField(PlanningArea, { zh: '规划区', en: 'Planning area' }) planningArea!: Code<typeof PlanningArea>;
  @BoolField({ zh: '是否住人', en: 'Lived in' }) occupiedAsHome!: boolean;
  @CodeField(LegalBasis, { zh: '法律依据', en: 'Legal basis' }) legalBasis!: Code<typeof LegalBasis>;
  @CodeField(Authority, { zh: '主管机关', en: 'Competent organ' }) authority!: Code<typeof Authority>;
  @RefField({ zh: '当事人编码', en: 'Party code' }, { optional: true }) partyRef?: string;
}

/** 认定合法: a permit was found, or a reason why none is needed. */
export class ConfirmBuildingLawful {
  @DateField({ zh: '决定日期', en: 'Decided on' }) decidedOn!: string;
  @StringField({ zh: '许可证号', en: 'Permit number' }, { optional: true }) permitNo?: string;
  @TextField({ zh: '理由', en: 'Reason' }, { optional: true }) reason?: string;
}

/** 违建移送: to the organ that has the power the township lacks. */
export class TransferDemolitionCase {
  @CodeField(Authority, { zh: '移送机关', en: 'Receiving organ' }) toAuthority!: Code<typeof Authority>;
  @DateField({ zh: '移送日期', en: 'Transferred on' }) transferredOn!: string;
  @StringField({ zh: '移送回执号', en: 'Receipt number' }, { missing: 'R-DEM-03' }) receiptNo!: string;
}

/** 移送结果回告: what the receiving organ did with it. */
export class RecordDemolitionTransferOutcome {
  @CodeField(TransferOutcome, { zh: '结果', en: 'Outcome' }) outcomeCode!: Code<typeof TransferOutcome>;
  @DateField({ zh: '结果日期', en: 'Outcome on' }) outcomeOn!: string;
  @DocField({ zh: '文书', en: 'Document' }) docRef!: string;
}

/** 移送退回: sent back with a reason, or entrusted to the township for carrying out. */
export class ReturnDemolitionTransfer {
  @DateField({ zh: '退回日期', en: 'Returned on' }) returnedOn!: string;
  @CodeField(TransferReturnKind, { zh: '结果', en: 'Outcome' }) outcomeCode!: Code<typeof TransferReturnKind>;
  @DocField({ zh: '文书', en: 'Document' }) docRef!: string;
  @TextField({ zh: '理由', en: 'Reason' }, { optional: true }) reason?: string;
}

/** 责令停止建设: for a structure still being built. */
export class ServeStopOrder {
  @StringField({ zh: '决定书文号', en: 'Order number' }) orderNo!: string;
  @DateField({ zh: '送达日期', en: 'Served on' }) servedOn!: string;
  @CodeField(ServiceMethod, { zh: '送达方式', en: 'Way of service' }) serviceMethod!: Code<typeof ServiceMethod>;
  @DocField({ zh: '电子送达同意书', en: 'Consent to electronic service' }, { optional: true })
  electronicConsentRef?: string;
}

/** 拆除告知送达: facts, reasons, basis and rights, before anything is decided. */
export class ServeDemolitionPriorNotice {
  @StringField({ zh: '文书文号', en: 'Notice number' }) noticeNo!: string;
  @DateField({ zh: '送达日期', en: 'Served on' }) servedOn!: string;
  @DateField({ zh: '陈述申辩期限', en: 'Last day for a statement' }) statementDueOn!: string;
  @TextField({ zh: '事实', en: 'Facts' }, { missing: 'R-DEM-05' }) facts!: string;
  @TextField({ zh: '理由', en: 'Reasons' }, { missing: 'R-DEM-05' }) reasons!: string;
  @CodeField(LegalBasis, { zh: '告知依据', en: 'Basis stated' }, { missing: 'R-DEM-05' }) legalBasis!: Code<
    typeof LegalBasis
  >;
  @BoolField({ zh: '已告知权利', en: 'Rights stated' }, { missing: 'R-DEM-05' }) rightsStated!: boolean;
}

/** 陈述申辩: what the party said, or the signed waiver. */
export class HearDemolitionStatement {
  @DateField({ zh: '陈述申辩日期', en: 'Heard on' }) heardOn!: string;
  @BoolField({ zh: '放弃陈述申辩', en: 'Waived' }) waived!: boolean;
  @CodeField(StatementAdoption, { zh: '意见采纳', en: 'Statement adopted' }, { optional: true }) adopted?: Code<
    typeof StatementAdoption
  >;
  @DocField({ zh: '笔录或放弃书', en: 'Record or signed waiver' }, { missing: 'R-DEM-05' }) recordRef!: string;
}

/** 限期拆除决定送达: the order, with the last day for pulling down oneself. */
export class ServeDemolitionOrder {
  @StringField({ zh: '决定书文号', en: 'Order number' }) orderNo!: string;
  @CodeField(DemolitionOrderKind, { zh: '决定种类', en: 'Kind of order' }) orderKind!: Code<typeof DemolitionOrderKind>;
  @DateField({ zh: '送达日期', en: 'Served on' }) servedOn!: string;
  @DateField({ zh: '决定日期', en: 'Decided on' }) decidedOn!: string;
  @DateField({ zh: '自行拆除期限', en: 'Self-demolition by' }, { missing: 'R-DEM-06' }) selfDemolishBy!: string;
  @CodeField(Authority, { zh: '决定机关', en: 'Deciding organ' }) authority!: Code<typeof Authority>;
  @CodeField(LegalBasis, { zh: '法律依据', en: 'Legal basis' }) legalBasis!: Code<typeof LegalBasis>;
  @BoolField({ zh: '已告知救济途径', en: 'Remedy routes stated' }, { missing: 'R-DEM-06' }) remedyInfoGiven!: boolean;
  @DocField({ zh: '法制审核意见', en: 'Legal review' }, { optional: true }) legalReviewRef?: string;
}

/** 补办手续改正: made lawful by a permit, or by putting the deviation right. */
export class RegulariseBuilding {
  @StringField({ zh: '许可证号', en: 'Permit number' }, { optional: true }) permitNo?: string;
  @RefField({ zh: '建房审批案件', en: 'House permit case' }, { optional: true }) permitCaseRef?: string;
  @DateField({ zh: '补办日期', en: 'Regularised on' }) regularisedOn!: string;
  @DocField({ zh: '改正核查记录', en: 'Record of the check' }, { optional: true }) checkRecordRef?: string;
}

/** 复议诉讼受理: stops compulsory demolition until it is concluded. */
export class RecordDemolitionRemedyFiled {
  @RefField({ zh: '复议诉讼编号', en: 'Remedy number' }) remedyId!: string;
  @CodeField(RemedyKind, { zh: '种类', en: 'Kind of remedy' }) remedyKind!: Code<typeof RemedyKind>;
  @DateField({ zh: '受理日期', en: 'Filed on' }) filedOn!: string;
  @CodeField(RemedyOrgan, { zh: '受理机关', en: 'Organ' }) organ!: Code<typeof RemedyOrgan>;
}

/** 复议诉讼维持: the order stands, or the party withdrew. */
export class RecordDemolitionRemedyUpheld {
  @RefField({ zh: '复议诉讼编号', en: 'Remedy number' }) remedyId!: string;
  @DateField({ zh: '结果日期', en: 'Concluded on' }) concludedOn!: string;
  @CodeField(RemedyResult, { zh: '结果', en: 'Result' }) result!: Code<typeof RemedyResult>;
  @DateField({ zh: '生效日期', en: 'Final on' }, { optional: true }) finalOn?: string;
}

/** 拆除决定被撤销: ends every open remedy; a structure already counted leaves the figures. */
export class RecordDemolitionOrderSetAside {
  @RefField({ zh: '复议诉讼编号', en: 'Remedy number' }) remedyId!: string;
  @DateField({ zh: '结果日期', en: 'Concluded on' }) concludedOn!: string;
  @CodeField(RemedyResult, { zh: '结果', en: 'Result' }) result!: Code<typeof RemedyResult>;
  @BoolField({ zh: '须恢复赔偿', en: 'Restitution due' }) restitutionDue!: boolean;
}

export * from './demolition.execution.commands.js';
