import {
  Authority,
  BoolField,
  type Code,
  CodeField,
  Court,
  CourtRulingResult,
  DateField,
  DateTimeField,
  DocField,
  MoneyField,
  RefField,
  RemedyKind,
  RemedyOrgan,
  RemedyResult,
  StringField,
  TextField,
  WholeField,
} from '#foundation/process';
import { ExecutionMeasure, RestitutionKind, SuspensionGround, TerminationGround } from './enforcement.codes.js';

/** 罚款缴纳: to the bank or treasury, never to an officer (APL art. 67). */
export class RecordFinePayment {
  @StringField({ zh: '决定书文号', en: 'Decision number' }) decisionNo!: string;
  @DateField({ zh: '支付日期', en: 'Paid on' }) paidOn!: string;
  @MoneyField({ zh: '金额', en: 'Amount' }) amountFen!: number;
  @MoneyField({ zh: '加处罚款', en: 'Surcharge' }, { optional: true, sign: 'not-negative' }) surchargeFen?: number;
  @StringField({ zh: '缴款收据号', en: 'Bank or treasury receipt' }, { missing: 'R-ENF-15' })
  treasuryReceiptNo!: string;
}

/** 罚款延期分期: asked for by the party (APL art. 66). */
export class DeferFine {
  @StringField({ zh: '决定书文号', en: 'Decision number' }) decisionNo!: string;
  @DateField({ zh: '延长至', en: 'New due date' }) newDueOn!: string;
  @WholeField({ zh: '分期数', en: 'Instalments' }, { optional: true }) instalments?: number;
  @DocField({ zh: '申请书', en: 'Request' }) requestDocRef!: string;
}

/** 复议诉讼受理: the party contests the decision. */
export class RecordRemedyFiled {
  @RefField({ zh: '复议诉讼编号', en: 'Remedy number' }) remedyId!: string;
  @CodeField(RemedyKind, { zh: '种类', en: 'Kind of remedy' }, { missing: 'R-ENF-16', outside: 'R-ENF-16' })
  remedyKind!: Code<typeof RemedyKind>;
  @DateField({ zh: '受理日期', en: 'Filed on' }) filedOn!: string;
  @CodeField(RemedyOrgan, { zh: '受理机关', en: 'Organ' }) organ!: Code<typeof RemedyOrgan>;
}

/** 复议诉讼维持: the decision stands, or the party withdrew. */
export class RecordRemedyUpheld {
  @RefField({ zh: '复议诉讼编号', en: 'Remedy number' }) remedyId!: string;
  @DateField({ zh: '结果日期', en: 'Concluded on' }) concludedOn!: string;
  @CodeField(RemedyResult, { zh: '结果', en: 'Result' }) result!: Code<typeof RemedyResult>;
}

/** 决定被撤销变更: ends every open remedy against the same decision and starts the case anew. */
export class RecordDecisionSetAside {
  @RefField({ zh: '复议诉讼编号', en: 'Remedy number' }) remedyId!: string;
  @DateField({ zh: '结果日期', en: 'Concluded on' }) concludedOn!: string;
  @CodeField(RemedyResult, { zh: '结果', en: 'Result' }) result!: Code<typeof RemedyResult>;
  @BoolField({ zh: '须恢复赔偿', en: 'Restitution due' }) restitutionDue!: boolean;
}

/** 恢复原状退还赔偿: what was taken or paid goes back. */
export class RecordRestitution {
  @CodeField(RestitutionKind, { zh: '恢复方式', en: 'Kind of restitution' }) restitutionKind!: Code<
    typeof RestitutionKind
  >;
  @MoneyField({ zh: '金额', en: 'Amount' }, { optional: true, sign: 'rule' }) amountFen?: number;
  @DateField({ zh: '办结日期', en: 'Done on' }) doneOn!: string;
  @DocField({ zh: '文书', en: 'Document' }) docRef!: string;
}

/** 处罚公开: without personal data (APL art. 48). */
export class PublishPenalty {
  @StringField({ zh: '决定书文号', en: 'Decision number' }) decisionNo!: string;
  @DateField({ zh: '公开日期', en: 'Published on' }) publishedOn!: string;
  @DocField({ zh: '去标识文本', en: 'Redacted text' }, { missing: 'R-ENF-17' }) redactedRef!: string;
}

/** 撤回处罚公开: with the reason in public (APL art. 48). */
export class WithdrawPenaltyPublication {
  @StringField({ zh: '决定书文号', en: 'Decision number' }) decisionNo!: string;
  @DateField({ zh: '撤回日期', en: 'Withdrawn on' }) withdrawnOn!: string;
  @TextField({ zh: '公开说明', en: 'Public statement' }, { missing: 'R-ENF-17' }) statement!: string;
}

/** 催告送达: a last demand before execution (ACL art. 35). */
export class ServeDemandNotice {
  @StringField({ zh: '文书文号', en: 'Notice number' }) noticeNo!: string;
  @DateField({ zh: '送达日期', en: 'Served on' }) servedOn!: string;
  @DateField({ zh: '履行期限', en: 'Perform by' }) performBy!: string;
  @MoneyField({ zh: '催缴金额', en: 'Sum demanded' }, { optional: true }) amountFen?: number;
  @BoolField({ zh: '已告知陈述申辩权', en: 'Right to be heard stated' }, { missing: 'R-ENF-18' })
  statementRightStated!: boolean;
}

/** 强制执行决定: by an organ that may execute itself, by day and on a working day (ACL art. 43). */
export class DecideCompulsoryExecution {
  @StringField({ zh: '决定书文号', en: 'Decision number' }) decisionNo!: string;
  @DateField({ zh: '决定日期', en: 'Decided on' }) decidedOn!: string;
  @CodeField(ExecutionMeasure, { zh: '强制执行方式', en: 'Measure' }) measure!: Code<typeof ExecutionMeasure>;
  @DateTimeField({ zh: '计划实施时间', en: 'Planned time' }) executeAt!: string;
  @CodeField(Authority, { zh: '机关', en: 'Organ' }) authority!: Code<typeof Authority>;
  @BoolField({ zh: '紧急', en: 'Urgent' }) urgent!: boolean;
  @TextField({ zh: '紧急理由', en: 'Reason for urgency' }, { optional: true }) urgencyReason?: string;
}

/** 申请法院强制执行: after the remedy terms (ACL arts. 53-54). */
export class ApplyCourtExecution {
  @DateField({ zh: '申请日期', en: 'Applied on' }) appliedOn!: string;
  @CodeField(Court, { zh: '法院', en: 'Court' }) court!: Code<typeof Court>;
  @StringField({ zh: '申请书文号', en: 'Application number' }) applicationNo!: string;
}

/** 法院裁定: granted or not. */
export class RecordCourtExecutionRuling {
  @DateField({ zh: '裁定日期', en: 'Ruled on' }) ruledOn!: string;
  @CodeField(CourtRulingResult, { zh: '结果', en: 'Result' }) result!: Code<typeof CourtRulingResult>;
}

/** 中止执行: ACL art. 39. */
export class SuspendExecution {
  @DateField({ zh: '中止日期', en: 'Suspended on' }) suspendedOn!: string;
  @CodeField(SuspensionGround, { zh: '事由', en: 'Ground' }) ground!: Code<typeof SuspensionGround>;
}

/** 恢复执行: the reason for the suspension has gone. */
export class ResumeExecution {
  @DateField({ zh: '恢复日期', en: 'Resumed on' }) resumedOn!: string;
}

/** 终结执行: ACL art. 40; ends the duty to pay. */
export class TerminateExecution {
  @DateField({ zh: '终结日期', en: 'Terminated on' }) terminatedOn!: string;
  @CodeField(TerminationGround, { zh: '事由', en: 'Ground' }) ground!: Code<typeof TerminationGround>;
  @DocField({ zh: '文书', en: 'Document' }) docRef!: string;
}
