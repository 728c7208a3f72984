import {
  AreaField,
  BoolField,
  type Code,
  CodeField,
  CorrectEntry,
  Court,
  CourtRulingResult,
  DateField,
  DateTimeField,
  DocField,
  LiabilityOutcome,
  LookBackResult,
  MoneyField,
  PersonCodesField,
  RefField,
  StaffField,
  StringField,
  TextField,
} from '#foundation/process';
import {
  BelongingsOutcome,
  DemolitionMode,
  DemolitionReopenGround,
  StockClass,
  StructureKind,
} from './demolition.codes.js';

// From the demand to the end of the case and what comes after it.

/** 拆除催告送达 (ACL art. 35). */
export class ServeDemolitionDemand {
  @StringField({ zh: '文书文号', en: 'Notice number' }) noticeNo!: string;
  @DateField({ zh: '送达日期', en: 'Served on' }) servedOn!: string;
  @DateField({ zh: '履行期限', en: 'Perform by' }) performBy!: string;
}

/** 强拆公告: posted on site with a new last day (ACL art. 44). */
export class AnnounceDemolition {
  @StringField({ zh: '文书文号', en: 'Notice number' }) noticeNo!: string;
  @DateField({ zh: '张贴日期', en: 'Posted on' }) postedOn!: string;
  @DateField({ zh: '自行拆除期限', en: 'Self-demolition by' }, { missing: 'R-DEM-08' }) selfDemolishBy!: string;
  @DocField({ zh: '照片', en: 'Photos' }, { list: true, missing: 'R-DEM-08' }) photoRefs!: string[];
}

/** 强制拆除决定: after the remedy terms, by an organ that may execute itself. */
export class DecideDemolitionExecution {
  @StringField({ zh: '决定书文号', en: 'Decision number' }) decisionNo!: string;
  @DateField({ zh: '决定日期', en: 'Decided on' }) decidedOn!: string;
  @DateField({ zh: '送达日期', en: 'Served on' }) servedOn!: string;
  @DateField({ zh: '计划实施日期', en: 'Planned day' }) executeOn!: string;
  @DocField({ zh: '法制审核意见', en: 'Legal review' }) legalReviewRef!: string;
  @DocField({ zh: '在建法律意见书', en: 'Legal opinion (under construction)' }, { optional: true })
  underConstructionOpinionRef?: string;
}

/** 申请法院强拆: the only way on a Land Administration Law ground (LAL art. 83). */
export class ApplyCourtDemolition {
  @DateField({ zh: '申请日期', en: 'Applied on' }) appliedOn!: string;
  @CodeField(Court, { zh: '法院', en: 'Court' }) court!: Code<typeof Court>;
  @StringField({ zh: '申请书文号', en: 'Application number' }) applicationNo!: string;
}

/** 法院裁定. */
export class RecordDemolitionCourtRuling {
  @DateField({ zh: '裁定日期', en: 'Ruled on' }) ruledOn!: string;
  @CodeField(CourtRulingResult, { zh: '结果', en: 'Result' }) result!: Code<typeof CourtRulingResult>;
}

/** 部分拆除: counts nothing until the whole structure is down. */
export class RecordPartialDemolition {
  @DateField({ zh: '拆除日期', en: 'Demolished on' }) demolishedOn!: string;
  @CodeField(DemolitionMode, { zh: '拆除方式', en: 'Mode' }) mode!: Code<typeof DemolitionMode>;
  @AreaField({ zh: '部分拆除面积', en: 'Area of the part' }, { sign: 'rule' }) partAreaDm2!: number;
  @DocField({ zh: '照片', en: 'Photos' }, { list: true }) photoRefs!: string[];
  @DocField({ zh: '书面同意', en: 'Signed consent' }, { optional: true }) consentDocRef?: string;
}

/** 自行或协助拆除: by the owner, or for the owner with signed consent. */
export class RecordSelfDemolition {
  @DateField({ zh: '拆除日期', en: 'Demolished on' }) demolishedOn!: string;
  @CodeField(DemolitionMode, { zh: '拆除方式', en: 'Mode' }) mode!: Code<typeof DemolitionMode>;
  @DocField({ zh: '书面同意', en: 'Signed consent' }, { optional: true }) consentDocRef?: string;
  @DocField({ zh: '照片', en: 'Photos' }, { list: true }) photoRefs!: string[];
}

/** 强制拆除: by day, on a working day, with witnesses, recording and a list of belongings (ACL art. 43). */
export class RecordCompulsoryDemolition {
  @DateField({ zh: '拆除日期', en: 'Demolished on' }) demolishedOn!: string;
  @DateTimeField({ zh: '开始时间', en: 'Started at' }) startedAt!: string;
  @CodeField(DemolitionMode, { zh: '拆除方式', en: 'Mode' }) mode!: Code<typeof DemolitionMode>;
  @DocField({ zh: '财物清单', en: 'List of belongings' }, { missing: 'R-DEM-12' }) belongingsListRef!: string;
  @PersonCodesField({ zh: '见证人编码', en: 'Witness codes' }, { missing: 'R-DEM-12' }) witnessRefs!: string[];
  @DocField({ zh: '录像', en: 'Recordings' }, { list: true, missing: 'R-DEM-12' }) recordingRefs!: string[];
  @BoolField({ zh: '生活水电未断', en: 'Household utilities not cut' }, { missing: 'R-DEM-12' })
  utilitiesIntact!: boolean;
  @BoolField({ zh: '紧急情况', en: 'Urgent' }) urgent!: boolean;
  @TextField({ zh: '紧急理由', en: 'Reason for urgency' }, { optional: true }) urgencyReason?: string;
}

/** 财物返还. */
export class ReturnBelongings {
  @DateField({ zh: '退回日期', en: 'Returned on' }) returnedOn!: string;
  @CodeField(BelongingsOutcome, { zh: '方式或结果', en: 'Outcome' }) outcome!: Code<typeof BelongingsOutcome>;
  @DocField({ zh: '签收单或提存证明', en: 'Signed receipt or deposit certificate' }) receiptRef!: string;
  @BoolField({ zh: '全部返还', en: 'All returned' }) allReturned!: boolean;
}

/** 拆除核验: the counting step, measured by a second person. */
export class VerifyDemolition {
  @DateField({ zh: '核验日期', en: 'Verified on' }) verifiedOn!: string;
  @DateField({ zh: '拆除日期', en: 'Demolished on' }) demolishedOn!: string;
  @CodeField(StructureKind, { zh: '违建类别', en: 'Kind of structure' }) structureKind!: Code<typeof StructureKind>;
  @CodeField(StockClass, { zh: '新旧分类', en: 'New or existing' }) stockClass!: Code<typeof StockClass>;
  @CodeField(DemolitionMode, { zh: '拆除方式', en: 'Mode' }) mode!: Code<typeof DemolitionMode>;
  @AreaField({ zh: '核验面积', en: 'Verified area' }, { sign: 'rule' }) verifiedAreaDm2!: number;
  @DocField({ zh: '拆前照片', en: 'Photos before' }, { list: true, missing: 'R-DEM-13' }) beforePhotoRefs!: string[];
  @DocField({ zh: '拆后照片', en: 'Photos after' }, { list: true, missing: 'R-DEM-13' }) afterPhotoRefs!: string[];
  @StaffField({ zh: '核验人', en: 'Verifier' }) verifierStaffRef!: string;
}

/** 核验不通过: back to the order, or to the survey where no order was served. */
export class RejectDemolition {
  @DateField({ zh: '检查日期', en: 'Checked on' }) checkedOn!: string;
  @TextField({ zh: '理由', en: 'Reason' }, { missing: 'R-DEM-13' }) reason!: string;
  @AreaField({ zh: '剩余面积', en: 'Remaining area' }, { optional: true }) remainingAreaDm2?: number;
}

/** 清运复绿. */
export class ClearDebris {
  @DateField({ zh: '清运日期', en: 'Cleared on' }) clearedOn!: string;
  @BoolField({ zh: '已复绿', en: 'Land restored' }) landRestored!: boolean;
}

/** 违建结案: nothing may be owed any more. */
export class CloseDemolitionCase {
  @DateField({ zh: '结案日期', en: 'Closed on' }) closedOn!: string;
  @StringField({ zh: '档案号', en: 'Archive number' }) archiveNo!: string;
  @DateField({ zh: '回头看到期日', en: 'Look-back due' }, { optional: true }) lookBackDueOn?: string;
}

/** 违建回头看. */
export class RecordDemolitionLookBack {
  @DateField({ zh: '检查日期', en: 'Checked on' }) checkedOn!: string;
  @CodeField(LookBackResult, { zh: '结果', en: 'Result' }) result!: Code<typeof LookBackResult>;
  @DocField({ zh: '照片', en: 'Photos' }, { list: true }) photoRefs!: string[];
}

/** 违建反弹: same place and party; the earlier demolition stays counted. */
export class RecordRebuilding {
  @DateField({ zh: '发现日期', en: 'Found on' }) foundOn!: string;
  @TextField({ zh: '情况说明', en: 'Description' }) description!: string;
  @RefField({ zh: '当事人编码', en: 'Party code' }) partyRef!: string;
  @BoolField({ zh: '确认同一地点', en: 'Same place confirmed' }) placeConfirmed!: boolean;
}

/** 违建案件重启. */
export class ReopenDemolitionCase {
  @DateField({ zh: '重启日期', en: 'Reopened on' }) reopenedOn!: string;
  @CodeField(DemolitionReopenGround, { zh: '重启理由', en: 'Ground' }, { missing: 'R-DEM-14' }) ground!: Code<
    typeof DemolitionReopenGround
  >;
}

/** 违法拆除责任了结: compensation paid, or refused by a final decision. */
export class RecordDemolitionLiabilitySettled {
  @DateField({ zh: '了结日期', en: 'Settled on' }) settledOn!: string;
  @MoneyField({ zh: '金额', en: 'Amount' }, { optional: true, sign: 'rule' }) amountFen?: number;
  @DocField({ zh: '文书', en: 'Document' }) docRef!: string;
  @CodeField(LiabilityOutcome, { zh: '方式或结果', en: 'Outcome' }) outcome!: Code<typeof LiabilityOutcome>;
}

/** 违建更正: class, kind or area put right moves the figure by a counter-entry (processes.md 0.5, B.6). */
export class CorrectDemolitionEntry extends CorrectEntry {}
