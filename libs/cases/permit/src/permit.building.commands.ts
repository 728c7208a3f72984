import {
  AreaField,
  BoolField,
  type Code,
  CodeField,
  DateField,
  DocField,
  MoneyField,
  RefField,
  StaffField,
  StringField,
  WholeField,
} from '#foundation/process';
import {
  CompletionResult,
  ConstructionStage,
  PermitDeviationKind,
  PermitDeviationResult,
  PermitReopenGround,
  PermitRevocationGround,
} from './permit.codes.js';

// From the permit to the accepted house, and what may undo either.

/** 许可证件发放: the papers reach the applicant against a receipt. */
export class HandOutPermit {
  @DateField({ zh: '发放日期', en: 'Handed out on' }) handedOutOn!: string;
  @StringField({ zh: '宅基地批准书编号', en: 'Plot approval number' }) plotApprovalNo!: string;
  @StringField({ zh: '乡村建设规划许可证编号', en: 'Planning permit number' }, { optional: true })
  planningPermitNo?: string;
  @DocField({ zh: '签收回执', en: 'Receipt' }) receiptRef!: string;
}

/** 审批结果公示: the second publicity. */
export class PublicizeApproval {
  @DateField({ zh: '张贴日期', en: 'Posted on' }) postedOn!: string;
  @DateField({ zh: '公示截止日期', en: 'Posted until' }) postedUntil!: string;
  @DocField({ zh: '公示照片', en: 'Photos' }, { list: true }) photoRefs!: string[];
}

/** 申请放样: the builder asks for the setting out. */
export class RequestSettingOut {
  @DateField({ zh: '申请日期', en: 'Requested on' }) requestedOn!: string;
}

/** 批后放样到场: the second attendance. */
export class AttendSettingOut {
  @DateField({ zh: '到场日期', en: 'Attended on' }) attendedOn!: string;
  @StaffField({ zh: '到场人员', en: 'Attendees' }, { list: true, missing: 'R-PER-05' }) attendeeRefs!: string[];
  @DocField({ zh: '放样记录', en: 'Record' }) recordRef!: string;
}

/** 施工巡查: a look at the house while it is built. */
export class RecordConstructionCheck {
  @DateField({ zh: '巡查日期', en: 'Checked on' }) checkedOn!: string;
  @CodeField(ConstructionStage, { zh: '施工阶段', en: 'Stage' }) stage!: Code<typeof ConstructionStage>;
  @BoolField({ zh: '发现偏差', en: 'Deviation seen' }) deviation!: boolean;
}

/** 未按批建设: the house is not what was permitted; the demolition case answers it. */
export class RecordPermitDeviation {
  @DateField({ zh: '发现日期', en: 'Found on' }) foundOn!: string;
  @CodeField(PermitDeviationKind, { zh: '偏差种类', en: 'Kind of deviation' }) deviationKind!: Code<
    typeof PermitDeviationKind
  >;
  @RefField({ zh: '拆违案件', en: 'Demolition case' }, { optional: true }) demolitionCaseRef?: string;
}

/** 偏差改正: building may go on. */
export class ResolvePermitDeviation {
  @DateField({ zh: '改正日期', en: 'Resolved on' }) resolvedOn!: string;
  @CodeField(PermitDeviationResult, { zh: '处理结果', en: 'Result' }) result!: Code<typeof PermitDeviationResult>;
}

/** 竣工核查到场: the third attendance, with the house measured. */
export class AttendCompletionCheck {
  @DateField({ zh: '到场日期', en: 'Attended on' }) attendedOn!: string;
  @StaffField({ zh: '到场人员', en: 'Attendees' }, { list: true, missing: 'R-PER-05' }) attendeeRefs!: string[];
  @AreaField({ zh: '实测用地面积', en: 'Measured plot area' }) plotAreaDm2!: number;
  @AreaField({ zh: '实测建筑面积', en: 'Measured building area' }) buildingAreaDm2!: number;
  @WholeField({ zh: '实测层数', en: 'Storeys' }, { sign: 'positive' }) storeys!: number;
  @CodeField(CompletionResult, { zh: '核查结果', en: 'Result' }) result!: Code<typeof CompletionResult>;
}

/** 建新拆旧: the old house is gone, as was promised. */
export class ConfirmOldHouseRemoved {
  @DateField({ zh: '拆除日期', en: 'Removed on' }) removedOn!: string;
  @AreaField({ zh: '拆除面积', en: 'Area removed' }) areaDm2!: number;
  @DocField({ zh: '拆除照片', en: 'Photos' }, { list: true }) photoRefs!: string[];
}

/** 建房验收归档: an accepted house, or the end of a refused or revoked application. */
export class ClosePermit {
  @DateField({ zh: '归档日期', en: 'Closed on' }) closedOn!: string;
  @StringField({ zh: '验收编号', en: 'Acceptance number' }, { optional: true }) acceptanceNo?: string;
}

/** 撤销许可: the permit is taken back after the holder was heard. */
export class RevokePermit {
  @DateField({ zh: '撤销日期', en: 'Revoked on' }) revokedOn!: string;
  @CodeField(PermitRevocationGround, { zh: '撤销理由', en: 'Ground' }, { missing: 'R-PER-06', outside: 'R-PER-06' })
  ground!: Code<typeof PermitRevocationGround>;
  @BoolField({ zh: '应予补偿', en: 'Compensation due' }) compensationDue!: boolean;
  @DocField({ zh: '听取意见记录', en: 'Record of the hearing' }, { missing: 'R-PER-06' }) hearingRecordRef!: string;
}

/** 撤销许可补偿支付: the loss of a holder who trusted the permit. */
export class PayPermitCompensation {
  @DateField({ zh: '支付日期', en: 'Paid on' }) paidOn!: string;
  @MoneyField({ zh: '补偿金额', en: 'Amount' }, { sign: 'rule' }) amountFen!: number;
  @StringField({ zh: '凭证号', en: 'Voucher number' }) voucherNo!: string;
  @BoolField({ zh: '已付清', en: 'Final payment' }) finalPayment!: boolean;
}

/** 许可重审: the township decides anew. */
export class ReopenPermit {
  @DateField({ zh: '重审日期', en: 'Reopened on' }) reopenedOn!: string;
  @CodeField(PermitReopenGround, { zh: '重审理由', en: 'Ground' }, { missing: 'R-PER-06', outside: 'R-PER-06' })
  ground!: Code<typeof PermitReopenGround>;
}
