import {
  CodeField,
  DateField,
  DateTimeField,
  DocField,
  RefField,
  StaffField,
  StringField,
  TextField,
} from './fields.js';
import {
  CaseLinkKind,
  CorrectionReason,
  DeadlineCode,
  DeadlineMissReason,
  EventName,
  IdentityPurpose,
  ProcedureStage,
  RecordKind,
  RecusalDecision,
  RecusalRequester,
  RetentionRule,
  RoleCode,
} from './shared-codes.js';

const caseRef = { zh: '案件', en: 'Case' };
const approvedBy = { zh: '批准人', en: 'Approved by' };

/** 指定经办人: who answers for the case in a role, from a day on. */
export class AssignHandler {
  @RefField(caseRef) caseRef!: string;
  @CodeField(RoleCode, { zh: '经办角色', en: 'Role' }) handlerRole!: string;
  @StaffField({ zh: '经办人', en: 'Handler' }) staffRef!: string;
  @DateField({ zh: '起始日期', en: 'From' }) fromOn!: string;
  @StaffField({ zh: '原经办人', en: 'Previous handler' }, { optional: true }) previousStaffRef?: string;
}

/** 回避: decided by the head; a recused officer can no longer act in the case. */
export class RecordRecusal {
  @RefField(caseRef) caseRef!: string;
  @StaffField({ zh: '被申请回避人员', en: 'Officer' }) staffRef!: string;
  @CodeField(RecusalRequester, { zh: '申请人', en: 'Requested by' }) requestedBy!: string;
  @CodeField(RecusalDecision, { zh: '决定', en: 'Decision' }) decision!: string;
  @DateField({ zh: '决定日期', en: 'Decided on' }) decidedOn!: string;
  @TextField({ zh: '理由', en: 'Reason' }, { optional: true }) reason?: string;
}

/** 全过程记录归集: writing, photo, sound or film of a stage of the procedure (APL art. 47). */
export class AttachProcessRecord {
  @RefField(caseRef) caseRef!: string;
  @CodeField(ProcedureStage, { zh: '程序环节', en: 'Stage' }) stage!: string;
  @CodeField(RecordKind, { zh: '记录形式', en: 'Kind of record' }) recordKind!: string;
  @DateTimeField({ zh: '记录时间', en: 'Captured at' }) capturedAt!: string;
  @StringField({ zh: '内容哈希', en: 'Content hash' }) contentHash!: string;
  @DocField({ zh: '文件', en: 'Document' }) docRef!: string;
}

/** 案件关联: joins matters, never people. */
export class LinkCases {
  @RefField(caseRef) caseRef!: string;
  @RefField({ zh: '关联案件', en: 'Other case' }) otherCaseRef!: string;
  @CodeField(CaseLinkKind, { zh: '关联种类', en: 'Kind of link' }) linkKind!: string;
}

/** 期限届满未办: recorded by the clock, once a case and deadline, and by nobody else. */
export class MarkDeadlineMissed {
  @RefField(caseRef) caseRef!: string;
  @CodeField(DeadlineCode, { zh: '期限', en: 'Deadline' }) deadlineCode!: string;
  @DateField({ zh: '到期日', en: 'Due on' }) dueOn!: string;
  @CodeField(EventName, { zh: '应办步骤', en: 'Missed step' }) missedStep!: string;
  @StaffField({ zh: '责任人', en: 'Responsible' }, { optional: true }) responsibleStaffRef?: string;
}

/** 逾期说明: explains a miss, which stays counted. */
export class ExplainDeadlineMiss {
  @RefField(caseRef) caseRef!: string;
  @CodeField(DeadlineCode, { zh: '期限', en: 'Deadline' }) deadlineCode!: string;
  @CodeField(DeadlineMissReason, { zh: '原因', en: 'Reason code' }, { missing: 'R-ALL-08' }) reasonCode!: string;
  @TextField({ zh: '说明', en: 'Reason' }, { missing: 'R-ALL-08' }) reason!: string;
  @DateField({ zh: '补办期限', en: 'Remedial step by' }, { optional: true }) remedialStepBy?: string;
  @StaffField(approvedBy, { missing: 'R-ALL-08' }) approvedByStaffRef!: string;
}

/** 身份信息查阅: two people and a purpose from the list, always recorded. */
export class AccessIdentity {
  @RefField(caseRef) caseRef!: string;
  @RefField({ zh: '身份令牌', en: 'Identity token' }) identityToken!: string;
  @CodeField(IdentityPurpose, { zh: '查阅目的', en: 'Purpose' }, { missing: 'R-ALL-15' }) purposeCode!: string;
  @StaffField({ zh: '申请人', en: 'Requester' }, { missing: 'R-ALL-15' }) requesterStaffRef!: string;
  @StaffField(approvedBy, { missing: 'R-ALL-15' }) approvedByStaffRef!: string;
  @DateTimeField({ zh: '查阅时间', en: 'Accessed at' }) accessedAt!: string;
  @StringField({ zh: '监督立卷号', en: 'Supervision file number' }, { optional: true }) supervisionFileNo?: string;
}

/** 身份信息销毁: only the key is destroyed, the events stay. */
export class EraseIdentity {
  @RefField(caseRef) caseRef!: string;
  @RefField({ zh: '身份令牌', en: 'Identity token' }) identityToken!: string;
  @CodeField(RetentionRule, { zh: '保管规则', en: 'Retention rule' }, { missing: 'R-ALL-15' }) retentionRule!: string;
  @DateTimeField({ zh: '销毁时间', en: 'Erased at' }) erasedAt!: string;
  @StaffField({ zh: '申请人', en: 'Requested by' }, { missing: 'R-ALL-15' }) requestedByStaffRef!: string;
  @StaffField(approvedBy, { missing: 'R-ALL-15' }) approvedByStaffRef!: string;
  @DocField({ zh: '申请文书', en: 'Request document' }, { optional: true }) requestDocRef?: string;
}

/** The fields of every correction (processes.md 0.5); each process derives its own command from it. */
export class CorrectEntry {
  @RefField({ zh: '被更正事件', en: 'Corrected event' }, { missing: 'R-ALL-08' }) correctedEventId!: string;
  @CodeField(CorrectionReason, { zh: '更正原因', en: 'Reason code' }, { missing: 'R-ALL-08' }) reasonCode!: string;
  @TextField({ zh: '更正说明', en: 'Reason' }, { optional: true }) reason?: string;
  @TextField({ zh: '更正内容', en: 'New values (name=value)' }, { list: true, missing: 'R-ALL-08' })
  replacedFields!: string[];
  @StaffField(approvedBy, { missing: 'R-ALL-08' }) approvedByStaffRef!: string;
}
