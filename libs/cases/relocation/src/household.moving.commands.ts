import {
  AreaField,
  BoolField,
  type Code,
  CodeField,
  CorrectEntry,
  Court,
  CourtRulingResult,
  DateField,
  DocField,
  MoneyField,
  RefField,
  RemedyKind,
  RemedyResult,
  StringField,
  TextField,
} from '#foundation/process';
import {
  BuildingUse,
  HouseholdReopenGround,
  HouseholdReopenStep,
  PaymentStage,
  ResettlementKind,
} from './relocation.codes.js';

// Remedies, payment, resettlement, moving out, demolition and closing.

/** 复议诉讼受理. */
export class RecordRelocationRemedyFiled {
  @RefField({ zh: '复议诉讼编号', en: 'Remedy number' }) remedyId!: string;
  @CodeField(RemedyKind, { zh: '复议诉讼种类', en: 'Kind of remedy' }) remedyKind!: Code<typeof RemedyKind>;
  @DateField({ zh: '受理日期', en: 'Filed on' }) filedOn!: string;
}

/** 复议诉讼结果. */
export class RecordRelocationRemedyConcluded {
  @RefField({ zh: '复议诉讼编号', en: 'Remedy number' }) remedyId!: string;
  @DateField({ zh: '结果日期', en: 'Concluded on' }) concludedOn!: string;
  @CodeField(RemedyResult, { zh: '结果', en: 'Result' }) result!: Code<typeof RemedyResult>;
}

/** 补偿款支付: to an account known by its token, or deposited with a notary. */
export class PayCompensation {
  @RefField({ zh: '付款编号', en: 'Payment number' }) paymentId!: string;
  @DateField({ zh: '支付日期', en: 'Paid on' }) paidOn!: string;
  @MoneyField({ zh: '金额', en: 'Amount' }, { sign: 'rule' }) amountFen!: number;
  @StringField({ zh: '凭证号', en: 'Voucher number' }) voucherNo!: string;
  @RefField({ zh: '收款账户令牌', en: 'Token of the account' }, { optional: true }) payeeAccountToken?: string;
  @CodeField(PaymentStage, { zh: '付款阶段', en: 'Stage' }) stage!: Code<typeof PaymentStage>;
  @BoolField({ zh: '公证提存', en: 'Deposited with a notary' }) depositedWithNotary!: boolean;
}

/** 安置落实. */
export class ProvideResettlement {
  @CodeField(ResettlementKind, { zh: '安置方式', en: 'Kind' }) kind!: Code<typeof ResettlementKind>;
  @DateField({ zh: '落实日期', en: 'Provided on' }) providedOn!: string;
  @DocField({ zh: '文书', en: 'Paper' }) docRef!: string;
}

/** 申请法院强制搬迁: nobody but the court can make anyone move. */
export class ApplyCourtVacating {
  @DateField({ zh: '申请日期', en: 'Applied on' }) appliedOn!: string;
  @CodeField(Court, { zh: '法院', en: 'Court' }) court!: Code<typeof Court>;
  @StringField({ zh: '申请编号', en: 'Application number' }) applicationNo!: string;
}

/** 法院裁定. */
export class RecordCourtVacatingRuling {
  @DateField({ zh: '裁定日期', en: 'Ruled on' }) ruledOn!: string;
  @CodeField(CourtRulingResult, { zh: '结果', en: 'Result' }) result!: Code<typeof CourtRulingResult>;
}

/** 腾房: first compensate, then move. */
export class ConfirmHouseVacated {
  @DateField({ zh: '腾房日期', en: 'Vacated on' }) vacatedOn!: string;
  @DocField({ zh: '移交单', en: 'Hand-over paper' }) handoverDocRef!: string;
  @BoolField({ zh: '水电结清', en: 'Utilities settled' }) utilitiesSettled!: boolean;
  @BoolField({ zh: '自愿搬迁', en: 'Voluntary' }) voluntary!: boolean;
  @BoolField({ zh: '水电路未断', en: 'Utilities and road not cut' }) utilitiesAndRoadIntact!: boolean;
}

/** 倒房: one building. */
export class RecordHouseDemolished {
  @RefField({ zh: '房屋编号', en: 'Building number' }) buildingId!: string;
  @CodeField(BuildingUse, { zh: '房屋用途', en: 'Use' }) buildingUse!: Code<typeof BuildingUse>;
  @AreaField({ zh: '拆除面积', en: 'Area pulled down' }, { sign: 'rule' }) areaDm2!: number;
  @DateField({ zh: '拆除日期', en: 'Demolished on' }) demolishedOn!: string;
  @TextField({ zh: '拆除单位', en: 'Contractor' }) contractor!: string;
  @DocField({ zh: '安全方案', en: 'Safety plan' }) safetyPlanRef!: string;
  @BoolField({ zh: '最后一栋', en: 'Last building' }) lastBuilding!: boolean;
}

/** 倒房验收: by a second person. */
export class AcceptSiteClearance {
  @DateField({ zh: '验收日期', en: 'Accepted on' }) acceptedOn!: string;
  @DocField({ zh: '照片', en: 'Photos' }, { list: true }) photoRefs!: string[];
}

/** 户档结案. */
export class CloseHouseholdCase {
  @DateField({ zh: '结案日期', en: 'Closed on' }) closedOn!: string;
  @StringField({ zh: '档案号', en: 'Archive number' }) archiveNo!: string;
  @DateField({ zh: '结果公示日期', en: 'Result published on' }, { missing: 'R-ALL-10' }) resultPublishedOn!: string;
}

/** 调出征收范围. */
export class RemoveHouseholdFromScope {
  @DateField({ zh: '调出日期', en: 'Removed on' }) removedOn!: string;
  @TextField({ zh: '理由', en: 'Reason' }) reason!: string;
  @StringField({ zh: '县级文号', en: 'County document' }, { missing: 'R-REL-09' }) countyDocNo!: string;
}

/** 户档重启. */
export class ReopenHouseholdCase {
  @DateField({ zh: '重启日期', en: 'Reopened on' }) reopenedOn!: string;
  @CodeField(HouseholdReopenGround, { zh: '事由', en: 'Ground' }, { missing: 'R-REL-17' }) ground!: Code<
    typeof HouseholdReopenGround
  >;
  @CodeField(HouseholdReopenStep, { zh: '重启至', en: 'Reopened to' }) toStep!: Code<typeof HouseholdReopenStep>;
}

/** 户档更正: areas and sums after signature only with the owner's signature. */
export class CorrectHouseholdEntry extends CorrectEntry {
  @DocField({ zh: '权利人签字', en: 'Signature of the owner' }, { optional: true }) ownerSignatureRef?: string;
}
