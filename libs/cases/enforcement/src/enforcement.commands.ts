import {
  AreaField,
  Authority,
  BoolField,
  type Code,
  CodeField,
  CorrectEntry,
  DateField,
  DocField,
  GridCode,
  LeadSource,
  LegalBasis,
  LookBackResult,
  MoneyField,
  RefField,
  ServiceMethod,
  StaffField,
  StringField,
  TextField,
  TransferOutcome,
} from '#foundation/process';
import {
  CaseType,
  DismissReason,
  EnforcementPartyKind,
  EnforcementReopenGround,
  IndustryCode,
} from './enforcement.codes.js';

/** 线索登记: a lead about an operation; a tip-born one names the tip, never the tipster. */
export class RegisterLead {
  @CodeField(CaseType, { zh: '案件类型', en: 'Kind of case' }, { outside: 'R-ENF-01' }) caseType!: Code<
    typeof CaseType
  >;
  @CodeField(IndustryCode, { zh: '行业', en: 'Trade' }) industryCode!: Code<typeof IndustryCode>;
  @CodeField(LeadSource, { zh: '线索来源', en: 'Source of the lead' }) leadSource!: Code<typeof LeadSource>;
  @RefField({ zh: '举报编号', en: 'Tip number' }, { optional: true }) tipId?: string;
  @CodeField(GridCode, { zh: '网格编码', en: 'Grid cell' }) gridCode!: string;
  @TextField({ zh: '地点', en: 'Place' }) location!: string;
  @CodeField(EnforcementPartyKind, { zh: '当事人类型', en: 'Kind of party' }) partyKind!: Code<
    typeof EnforcementPartyKind
  >;
  @RefField({ zh: '当事人编码', en: 'Party code' }, { optional: true }) partyRef?: string;
  @DateField({ zh: '发现日期', en: 'Found on' }) foundOn!: string;
}

/** 线索核实: on site, by two officers who showed their cards. */
export class VerifyLead {
  @DateField({ zh: '核实日期', en: 'Verified on' }) verifiedOn!: string;
  @StaffField({ zh: '执法人员', en: 'Officers' }, { list: true, missing: 'R-ENF-02' }) officerRefs!: string[];
  @BoolField({ zh: '出示证件', en: 'Cards shown' }, { missing: 'R-ENF-02' }) idShown!: boolean;
  @DocField({ zh: '现场笔录', en: 'Site record' }, { missing: 'R-ENF-02' }) siteRecordRef!: string;
  @CodeField(LegalBasis, { zh: '法律依据', en: 'Legal basis' }) legalBasis!: Code<typeof LegalBasis>;
  @CodeField(Authority, { zh: '主管机关', en: 'Competent organ' }) competentAuthority!: Code<typeof Authority>;
  @BoolField({ zh: '事项已赋权', en: 'Item delegated' }) delegatedItem!: boolean;
  @BoolField({ zh: '现场住人', en: 'People live on site' }) livesOnSite!: boolean;
  @CodeField(EnforcementPartyKind, { zh: '当事人类型', en: 'Kind of party' }, { optional: true }) partyKind?: Code<
    typeof EnforcementPartyKind
  >;
  @RefField({ zh: '当事人编码', en: 'Party code' }, { optional: true }) partyRef?: string;
  @StringField({ zh: '赋权文件号', en: 'Delegation document' }, { optional: true }) delegationDocNo?: string;
  @DateField({ zh: '违法行为终了日', en: 'Offence ended on' }, { optional: true }) offenceEndedOn?: string;
}

/** 线索不予立案: no offence, no power, or nothing found. */
export class DismissLead {
  @CodeField(DismissReason, { zh: '不予立案原因', en: 'Reason code' }) reasonCode!: Code<typeof DismissReason>;
  @TextField({ zh: '理由', en: 'Reason' }) reason!: string;
  @DateField({ zh: '决定日期', en: 'Decided on' }) decidedOn!: string;
}

/** 案件移送: to the organ with the power; what is in custody goes along and the party is told. */
export class TransferCase {
  @CodeField(Authority, { zh: '移送机关', en: 'Receiving organ' }) toAuthority!: Code<typeof Authority>;
  @BoolField({ zh: '涉嫌犯罪', en: 'Suspected crime' }) criminal!: boolean;
  @DateField({ zh: '移送日期', en: 'Transferred on' }) transferredOn!: string;
  @StringField({ zh: '移送回执号', en: 'Receipt number' }, { missing: 'R-ENF-03' }) receiptNo!: string;
  @RefField({ zh: '随案移送措施', en: 'Custody measures handed over' }, { optional: true, list: true })
  custodyMeasureIds?: string[];
  @DateField({ zh: '告知当事人日期', en: 'Party told on' }, { optional: true }) partyInformedOn?: string;
  @DocField({ zh: '告知当事人文书', en: 'Written word to the party' }, { optional: true }) partyNoticeRef?: string;
  @DateField({ zh: '发现涉嫌犯罪日期', en: 'Crime suspected on' }, { optional: true }) suspectedOn?: string;
  @DateField({ zh: '决定日期', en: 'Decided on' }, { optional: true }) decidedOn?: string;
}

/** 移送结果回告: what the receiving organ did with it. */
export class RecordTransferOutcome {
  @CodeField(TransferOutcome, { zh: '结果', en: 'Outcome' }) outcomeCode!: Code<typeof TransferOutcome>;
  @DateField({ zh: '结果日期', en: 'Outcome on' }) outcomeOn!: string;
  @DocField({ zh: '文书', en: 'Document' }) docRef!: string;
}

/** 线索重启: a new fact, or the dismissal was wrong. */
export class ReopenLead {
  @DateField({ zh: '重启日期', en: 'Reopened on' }) reopenedOn!: string;
  @CodeField(EnforcementReopenGround, { zh: '事由', en: 'Ground' }, { missing: 'R-ENF-25', outside: 'R-ENF-25' })
  ground!: Code<typeof EnforcementReopenGround>;
}

/** 移送退回: sent back by the receiving organ. */
export class ReturnTransfer {
  @DateField({ zh: '退回日期', en: 'Returned on' }) returnedOn!: string;
  @TextField({ zh: '退回理由', en: 'Reason' }, { missing: 'R-ENF-03' }) reason!: string;
}

/** 限期整改通知送达: what is to be put right, and by when. */
export class ServeRectificationNotice {
  @StringField({ zh: '文书文号', en: 'Notice number' }) noticeNo!: string;
  @DateField({ zh: '送达日期', en: 'Served on' }) servedOn!: string;
  @CodeField(ServiceMethod, { zh: '送达方式', en: 'Way of service' }) serviceMethod!: Code<typeof ServiceMethod>;
  @DateField({ zh: '整改期限', en: 'Deadline' }, { missing: 'R-ENF-04' }) deadlineOn!: string;
  @TextField({ zh: '整改要求', en: 'Requirements' }, { list: true, missing: 'R-ENF-04' }) requirements!: string[];
  @BoolField({ zh: '已告知救济途径', en: 'Remedy routes stated' }) remedyInfoGiven!: boolean;
  @DocField({ zh: '送达回证', en: 'Proof of service' }, { missing: 'R-ENF-04' }) serviceProofRef!: string;
  @DocField({ zh: '电子送达同意书', en: 'Consent to electronic service' }, { optional: true })
  electronicConsentRef?: string;
}

/** 整改期限延长: asked for before expiry. */
export class ExtendRectificationDeadline {
  @StringField({ zh: '文书文号', en: 'Notice number' }) noticeNo!: string;
  @DateField({ zh: '延长后期限', en: 'New deadline' }) newDeadlineOn!: string;
  @TextField({ zh: '理由', en: 'Reason' }) reason!: string;
  @DateField({ zh: '申请日期', en: 'Asked for on' }) requestedOn!: string;
}

/** 整改复查不合格: checked on or after the deadline. */
export class RecordRectificationFailure {
  @StringField({ zh: '文书文号', en: 'Notice number' }) noticeNo!: string;
  @DateField({ zh: '复查日期', en: 'Checked on' }) checkedOn!: string;
  @StaffField({ zh: '执法人员', en: 'Officers' }, { list: true, missing: 'R-ENF-02' }) officerRefs!: string[];
  @TextField({ zh: '未达要求', en: 'Unmet requirements' }, { list: true, missing: 'R-ENF-05' })
  unmetRequirements!: string[];
  @BoolField({ zh: '当事人申请提前复查', en: 'Early at the party’s request' }, { optional: true })
  earlyAtPartyRequest?: boolean;
}

/** 整改验收合格: the requirements of a served notice or decision are met. */
export class AcceptRectification {
  @StringField({ zh: '文书文号', en: 'Notice number' }, { optional: true }) noticeNo?: string;
  @DateField({ zh: '复查日期', en: 'Checked on' }) checkedOn!: string;
  @StaffField({ zh: '执法人员', en: 'Officers' }, { list: true, missing: 'R-ENF-02' }) officerRefs!: string[];
  @DocField({ zh: '照片', en: 'Photos' }, { list: true }) photoRefs!: string[];
  @AreaField({ zh: '堆场面积', en: 'Yard area' }, { optional: true }) yardAreaDm2?: number;
  @StringField({ zh: '决定书文号', en: 'Decision number' }, { optional: true }) decisionNo?: string;
}

/** 当场处罚: on the spot, within the summary limit (APL art. 51). */
export class ImposeSummaryPenalty {
  @StringField({ zh: '决定书文号', en: 'Decision number' }) decisionNo!: string;
  @MoneyField({ zh: '罚款', en: 'Fine' }, { optional: true, sign: 'rule' }) fineFen?: number;
  @BoolField({ zh: '警告', en: 'Warning' }) warning!: boolean;
  @DateField({ zh: '处罚日期', en: 'Imposed on' }) imposedOn!: string;
  @DateField({ zh: '报机关备案日期', en: 'Reported to the organ on' }, { optional: true }) reportedToOrganOn?: string;
}

/** 结案: nothing is owed any more. */
export class CloseCase {
  @DateField({ zh: '结案日期', en: 'Closed on' }) closedOn!: string;
  @StringField({ zh: '档案号', en: 'Archive number' }) archiveNo!: string;
  @DateField({ zh: '回头看到期日', en: 'Look-back due' }, { optional: true }) lookBackDueOn?: string;
}

/** 回头看: on or after closing, nothing started again. */
export class RecordLookBack {
  @DateField({ zh: '回头看日期', en: 'Checked on' }) checkedOn!: string;
  @CodeField(LookBackResult, { zh: '结果', en: 'Result' }) result!: Code<typeof LookBackResult>;
  @DocField({ zh: '照片', en: 'Photos' }, { list: true }) photoRefs!: string[];
  @DateField({ zh: '下次回头看', en: 'Next look-back due' }, { optional: true }) nextDueOn?: string;
}

/** 发现反弹: the same party at the same place; anybody else is a new case. */
export class RecordRebound {
  @DateField({ zh: '发现日期', en: 'Found on' }) foundOn!: string;
  @CodeField(LeadSource, { zh: '线索来源', en: 'Source of the lead' }) leadSource!: Code<typeof LeadSource>;
  @TextField({ zh: '情况', en: 'What was found' }) description!: string;
  @RefField({ zh: '当事人编码', en: 'Party code' }) partyRef!: string;
  @BoolField({ zh: '同址确认', en: 'Same place confirmed' }, { missing: 'R-ENF-25' }) placeConfirmed!: boolean;
}

/** 更正: a wrong entry put right, approved by a second person. */
export class CorrectEnforcementEntry extends CorrectEntry {}

export * from './enforcement.procedure.commands.js';
export * from './enforcement.custody.commands.js';
export * from './enforcement.execution.commands.js';
export * from './enforcement.closure.commands.js';
