import {
  Authority,
  BoolField,
  type Code,
  CodeField,
  CorrectEntry,
  Court,
  CourtRulingResult,
  DateField,
  DocField,
  IntakeChannel,
  MoneyField,
  PersonCodesField,
  RefField,
  StaffField,
  StringField,
  TextField,
  WholeField,
} from '#foundation/process';
import {
  LabourClaimKind,
  LabourOutcome,
  LabourReopenGround,
  MediationFailGround,
  MediationParty,
} from './labour.codes.js';

/** 劳资投诉登记: by the workers as tokens of the identity vault, or by a third person without identity. */
export class ReceiveLabourComplaint {
  @DateField({ zh: '登记日期', en: 'Received on' }) receivedOn!: string;
  @CodeField(IntakeChannel, { zh: '投诉渠道', en: 'Channel' }) channel!: Code<typeof IntakeChannel>;
  @RefField({ zh: '用人单位', en: 'Employer code' }) employerRef!: string;
  @WholeField({ zh: '劳动者人数', en: 'Workers' }, { unit: 'person', sign: 'rule', missing: 'R-LAB-01' })
  workersCount!: number;
  @CodeField(LabourClaimKind, { zh: '诉求种类', en: 'Kind of claim' }) claimKind!: Code<typeof LabourClaimKind>;
  @MoneyField({ zh: '诉求金额', en: 'Sum claimed' }, { optional: true, sign: 'rule' }) claimFen?: number;
  @PersonCodesField({ zh: '身份令牌', en: 'Identity tokens' }, { optional: true }) identityTokens?: string[];
  @BoolField({ zh: '是否农民工', en: 'Migrant workers' }) migrantWorkers!: boolean;
  @DateField({ zh: '争议发生日期', en: 'Claim arose on' }, { optional: true }) claimAroseOn?: string;
}

/** 移交监察仲裁: the workers are told the route and its time limit. */
export class ReferLabourComplaint {
  @DateField({ zh: '移交日期', en: 'Referred on' }) referredOn!: string;
  @CodeField(Authority, { zh: '移交机关', en: 'Receiving organ' }) toOrgan!: Code<typeof Authority>;
  @DateField({ zh: '移交告知日期', en: 'Workers told on' }, { missing: 'R-LAB-02' }) informedOn!: string;
  @StringField({ zh: '移交回执号', en: 'Receipt number' }) receiptNo!: string;
}

/** 劳动争议调解受理: only when both sides agree to it. */
export class StartLabourMediation {
  @DateField({ zh: '调解受理日期', en: 'Began on' }) startedOn!: string;
  @BoolField({ zh: '双方同意调解', en: 'Both sides consent' }, { missing: 'R-LAB-01' }) bothConsent!: boolean;
  @StaffField({ zh: '调解员', en: 'Mediators' }, { list: true }) mediatorRefs!: string[];
}

/** 调解会. */
export class HoldLabourMediationSession {
  @DateField({ zh: '调解会日期', en: 'Held on' }) heldOn!: string;
  @CodeField(MediationParty, { zh: '参加方', en: 'Who attended' }, { list: true }) attended!: Code<
    typeof MediationParty
  >[];
  @DocField({ zh: '调解笔录', en: 'Record' }) recordRef!: string;
}

/** 调解协议: signed by both sides and the mediator. */
export class RecordLabourAgreement {
  @StringField({ zh: '协议编号', en: 'Agreement number' }) agreementNo!: string;
  @DateField({ zh: '协议日期', en: 'Signed on' }) signedOn!: string;
  @MoneyField({ zh: '协议金额', en: 'Sum agreed' }, { sign: 'rule' }) amountFen!: number;
  @DateField({ zh: '支付期限', en: 'Pay by' }, { optional: true }) payBy?: string;
  @WholeField({ zh: '覆盖人数', en: 'Workers covered' }, { unit: 'person', sign: 'positive' }) workersCovered!: number;
  @BoolField({ zh: '申请司法确认', en: 'Judicial confirmation asked for' }) confirmationApplied!: boolean;
  @DocField({ zh: '协议书', en: 'Signed agreement' }) agreementDocRef!: string;
  @CodeField(MediationParty, { zh: '协议签字方', en: 'Who signed' }, { list: true, missing: 'R-LAB-03' })
  signedBy!: Code<typeof MediationParty>[];
  @TextField({ zh: '超出诉求的理由', en: 'Why more than claimed' }, { optional: true }) excessReason?: string;
}

/** 司法确认: recorded at the joint request and again with the ruling (People's Mediation Law art. 33). */
export class RecordJudicialConfirmation {
  @DateField({ zh: '申请日期', en: 'Applied on' }) appliedOn!: string;
  @CodeField(Court, { zh: '法院', en: 'Court' }) court!: Code<typeof Court>;
  @CodeField(CourtRulingResult, { zh: '裁定结果', en: 'Ruling' }, { optional: true }) result?: Code<
    typeof CourtRulingResult
  >;
  @DateField({ zh: '裁定日期', en: 'Ruled on' }, { optional: true }) ruledOn?: string;
  @StringField({ zh: '裁定书文号', en: 'Ruling number' }, { optional: true }) rulingNo?: string;
}

/** 调解不成: the workers are told of arbitration and of legal aid. */
export class RecordLabourMediationFailure {
  @DateField({ zh: '调解不成日期', en: 'Failed on' }) failedOn!: string;
  @CodeField(MediationFailGround, { zh: '调解不成原因', en: 'Ground' }) ground!: Code<typeof MediationFailGround>;
  @BoolField({ zh: '告知仲裁途径', en: 'Told of arbitration' }, { missing: 'R-LAB-02' })
  informedOfArbitration!: boolean;
}

/** 工资支付确认: money that reached the workers themselves. */
export class ConfirmLabourPayment {
  @DateField({ zh: '支付日期', en: 'Paid on' }) paidOn!: string;
  @MoneyField({ zh: '支付金额', en: 'Sum paid' }, { sign: 'rule' }) amountFen!: number;
  @WholeField({ zh: '受付人数', en: 'Workers paid' }, { unit: 'person', sign: 'positive' }) workersPaid!: number;
  @DocField({ zh: '支付凭据', en: 'Voucher' }) voucherRef!: string;
  @BoolField({ zh: '本人领取', en: 'Paid to the workers themselves' }, { missing: 'R-LAB-03' })
  paidToWorkersThemselves!: boolean;
}

/** 劳资案件办结: with the outcome that the state of the case gives. */
export class CloseLabourCase {
  @DateField({ zh: '办结日期', en: 'Closed on' }) closedOn!: string;
  @CodeField(LabourOutcome, { zh: '办结结果', en: 'Outcome' }, { missing: 'R-LAB-04', outside: 'R-LAB-04' })
  outcome!: Code<typeof LabourOutcome>;
  @MoneyField({ zh: '办结支付金额', en: 'Sum paid in all' }, { optional: true, sign: 'rule' }) paidFen?: number;
}

/** 劳资案件重启: the agreement was not kept, or the same dispute brought a new claim. */
export class ReopenLabourCase {
  @DateField({ zh: '重启日期', en: 'Reopened on' }) reopenedOn!: string;
  @CodeField(LabourReopenGround, { zh: '理由', en: 'Ground' }, { missing: 'R-LAB-04', outside: 'R-LAB-04' })
  ground!: Code<typeof LabourReopenGround>;
}

/** 劳资更正. */
export class CorrectLabourEntry extends CorrectEntry {}
