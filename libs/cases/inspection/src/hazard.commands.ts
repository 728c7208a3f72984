import {
  Authority,
  BoolField,
  type Code,
  CodeField,
  CorrectEntry,
  DateField,
  DateTimeField,
  DocField,
  RefField,
  StaffField,
  StringField,
  TextField,
} from '#foundation/process';
import { FollowUpResult, HazardCategory, HazardGrade } from './inspection.codes.js';

const hazardNumber = { zh: '隐患编号', en: 'Hazard number' };
const authority = { zh: '决定机关', en: 'Deciding organ' };

/** 隐患登记: found at the inspection of a unit. */
export class RecordHazard {
  @RefField(hazardNumber) hazardId!: string;
  @RefField({ zh: '检查任务', en: 'Mission' }, { missing: 'R-INS-03' }) missionRef!: string;
  @RefField({ zh: '隐患单位', en: 'Unit' }) unitRef!: string;
  @CodeField(HazardGrade, { zh: '隐患级别', en: 'Grade' }, { outside: 'R-INS-03' }) grade!: Code<typeof HazardGrade>;
  @CodeField(HazardCategory, { zh: '隐患类别', en: 'Category' }) categoryCode!: Code<typeof HazardCategory>;
  @TextField({ zh: '隐患描述', en: 'Description' }) description!: string;
  @DateField({ zh: '发现日期', en: 'Found on' }) foundOn!: string;
  @DocField({ zh: '照片', en: 'Photos' }, { list: true }) photoRefs!: string[];
  @TextField({ zh: '单位责任岗位', en: 'Post responsible in the unit' }, { optional: true }) responsibleOfUnit?: string;
}

/** 当场整改: a general hazard, before the inspectors leave. */
export class CorrectHazardOnSite {
  @RefField(hazardNumber) hazardId!: string;
  @DateField({ zh: '整改日期', en: 'Corrected on' }) correctedOn!: string;
  @DocField({ zh: '照片', en: 'Photos' }, { list: true }) photoRefs!: string[];
}

/** 限期整改指令: an order with a date. */
export class OrderHazardRectification {
  @RefField(hazardNumber) hazardId!: string;
  @StringField({ zh: '指令书文号', en: 'Order number' }) orderNo!: string;
  @DateField({ zh: '送达日期', en: 'Served on' }) servedOn!: string;
  @DateField({ zh: '整改期限', en: 'Due on' }) dueOn!: string;
  @CodeField(Authority, { zh: '指令机关', en: 'Issuing organ' }) issuingAuthority!: Code<typeof Authority>;
}

/** 重大隐患上报: to the competent department, against a receipt. */
export class ReportMajorHazard {
  @RefField(hazardNumber) hazardId!: string;
  @DateField({ zh: '上报日期', en: 'Reported on' }) reportedOn!: string;
  @CodeField(Authority, { zh: '上报机关', en: 'Receiving organ' }) toAuthority!: Code<typeof Authority>;
  @StringField({ zh: '回执号', en: 'Receipt number' }) receiptNo!: string;
}

/** 暂时停产停业: decided by the department; the township records it. */
export class RecordOperationSuspension {
  @RefField(hazardNumber) hazardId!: string;
  @StringField({ zh: '决定文号', en: 'Decision number' }) decisionNo!: string;
  @CodeField(Authority, authority) authority!: Code<typeof Authority>;
  @DateTimeField({ zh: '停产起始', en: 'Suspended from' }) suspendedFrom!: string;
  @TextField({ zh: '停产范围', en: 'Scope' }) scope!: string;
}

/** 停止供电通知: the suspension was refused and there is real danger. */
export class NotifySafetyPowerCut {
  @RefField(hazardNumber) hazardId!: string;
  @StringField({ zh: '通知文号', en: 'Notice number' }) noticeNo!: string;
  @CodeField(Authority, authority) authority!: Code<typeof Authority>;
  @DateTimeField({ zh: '通知时间', en: 'Notified at' }) notifiedAt!: string;
  @DateTimeField({ zh: '停电时间', en: 'Cut at' }) cutAt!: string;
  @BoolField({ zh: '情况紧急', en: 'Urgent' }) urgent!: boolean;
  @DocField({ zh: '拒不执行记录', en: 'Record of the refusal' }, { missing: 'R-INS-05' }) refusalRecordRef!: string;
  @TextField({ zh: '现实危险', en: 'Real danger' }, { missing: 'R-INS-05' }) dangerDescription!: string;
  @DocField({ zh: '部门负责人批准', en: "Approval of the department's head" }, { missing: 'R-INS-05' })
  approvalDocRef!: string;
}

/** 恢复供电通知: what was cut on notice is restored on notice. */
export class NotifySafetyPowerRestored {
  @RefField(hazardNumber) hazardId!: string;
  @StringField({ zh: '通知文号', en: 'Notice number' }) noticeNo!: string;
  @CodeField(Authority, authority) authority!: Code<typeof Authority>;
  @DateTimeField({ zh: '恢复时间', en: 'Restored at' }) restoredAt!: string;
}

/** 企业整改报告: the unit says that it is done. */
export class RecordHazardRectificationReport {
  @RefField(hazardNumber) hazardId!: string;
  @DateField({ zh: '报告日期', en: 'Reported on' }) reportedOn!: string;
  @DocField({ zh: '整改报告', en: 'Report' }) docRef!: string;
}

/** 跟踪回访: two people look. */
export class RecordFollowUpVisit {
  @RefField(hazardNumber) hazardId!: string;
  @DateField({ zh: '回访日期', en: 'Visited on' }) visitedOn!: string;
  @StaffField({ zh: '回访人员', en: 'Visitors' }, { list: true, missing: 'R-INS-06' }) visitorRefs!: string[];
  @CodeField(FollowUpResult, { zh: '结果', en: 'Result' }) result!: Code<typeof FollowUpResult>;
  @DocField({ zh: '回访记录', en: 'Record' }) recordRef!: string;
}

/** 隐患销号: after a passing visit. */
export class ClearHazard {
  @RefField(hazardNumber) hazardId!: string;
  @DateField({ zh: '销号日期', en: 'Cleared on' }) clearedOn!: string;
  @StaffField({ zh: '销号人', en: 'Cleared by' }) clearedByStaffRef!: string;
  @StringField({ zh: '恢复生产批准文号', en: 'Consent to resume' }, { optional: true }) resumptionApprovalNo?: string;
}

/** 隐患移交执法: an order that was not obeyed. */
export class EscalateHazard {
  @RefField(hazardNumber) hazardId!: string;
  @DateField({ zh: '移交日期', en: 'Escalated on' }) escalatedOn!: string;
  @RefField({ zh: '执法案件', en: 'Enforcement case' }, { optional: true }) enforcementCaseRef?: string;
  @CodeField(Authority, { zh: '移交机关', en: 'Receiving organ' }, { optional: true }) toAuthority?: Code<
    typeof Authority
  >;
  @StringField({ zh: '回执号', en: 'Receipt number' }, { optional: true }) receiptNo?: string;
}

/** 隐患反弹: the same hazard at the same place, again. */
export class RecordHazardReturn {
  @RefField(hazardNumber) hazardId!: string;
  @DateField({ zh: '发现日期', en: 'Found on' }) foundOn!: string;
  @TextField({ zh: '隐患描述', en: 'Description' }) description!: string;
  @RefField({ zh: '隐患单位', en: 'Unit' }, { missing: 'R-INS-07' }) unitRef!: string;
  @BoolField({ zh: '同一部位', en: 'Same place confirmed' }, { missing: 'R-INS-07' }) placeConfirmed!: boolean;
}

/** 隐患更正: a wrong entry put right, approved by a second person. */
export class CorrectHazardEntry extends CorrectEntry {}
