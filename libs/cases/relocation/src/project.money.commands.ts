import {
  Authority,
  BoolField,
  type Code,
  CodeField,
  CorrectEntry,
  DateField,
  DocField,
  MoneyField,
  RefField,
  StringField,
  TextField,
  WholeField,
} from '#foundation/process';
import { AttachmentKind, AttachmentUnit, LandClass, LandPayeeKind, VillagerGroupCode } from './relocation.codes.js';

// Money, signing campaign, land approval, hand-over and closing.

/** 补偿资金到位: in an earmarked account. */
export class SecureCompensationFunds {
  @DateField({ zh: '到位日期', en: 'Secured on' }) securedOn!: string;
  @MoneyField({ zh: '金额', en: 'Amount' }, { sign: 'rule' }) amountFen!: number;
  @RefField({ zh: '专户编号', en: 'Earmarked account' }, { missing: 'R-REL-04' }) accountRef!: string;
}

/** 征拆调度会: opens a signing campaign over one or several projects. */
export class HoldCoordinationMeeting {
  @RefField({ zh: '签约行动编号', en: 'Campaign number' }) campaignId!: string;
  @DateField({ zh: '调度会日期', en: 'Meeting on' }) meetingOn!: string;
  @RefField({ zh: '涉及项目', en: 'Projects' }, { list: true, unit: 'project' }) projectRefs!: string[];
  @RefField({ zh: '签约对象户', en: 'Households to sign' }, { list: true, unit: 'household', emptyAllowed: true })
  householdCaseRefs!: string[];
  @DateField({ zh: '开始日期', en: 'Starts on' }) startOn!: string;
  @DateField({ zh: '计划结束日期', en: 'Planned end' }, { optional: true }) plannedEndOn?: string;
}

/** 签约行动结束. */
export class CloseSigningCampaign {
  @RefField({ zh: '签约行动编号', en: 'Campaign number' }) campaignId!: string;
  @DateField({ zh: '结束日期', en: 'Closed on' }) endOn!: string;
}

/** 房屋征收决定: state-owned land only. */
export class RecordHouseExpropriationDecision {
  @StringField({ zh: '文号', en: 'Document number' }) docNo!: string;
  @DateField({ zh: '决定日期', en: 'Decided on' }) decidedOn!: string;
  @DateField({ zh: '公告日期', en: 'Announced on' }) announcedOn!: string;
  @CodeField(Authority, { zh: '决定机关', en: 'Deciding organ' }) authority!: Code<typeof Authority>;
}

/** 土地报批: collective land only; who has not signed is stated. */
export class ApplyLandApproval {
  @DateField({ zh: '申请日期', en: 'Applied on' }) appliedOn!: string;
  @StringField({ zh: '报批批次', en: 'Batch number' }) batchNo!: string;
  @WholeField({ zh: '面积', en: 'Area' }, { sign: 'positive', unit: 'centimu' }) areaCentimu!: number;
  @WholeField({ zh: '未签约户数', en: 'Unsigned households' }, { unit: 'household', missing: 'R-REL-04' })
  unsignedHouseholds!: number;
}

/** 用地批准: by the province or the State Council. */
export class RecordLandApproval {
  @StringField({ zh: '批准文号', en: 'Approval number' }) approvalNo!: string;
  @DateField({ zh: '批准日期', en: 'Approved on' }) approvedOn!: string;
  @DateField({ zh: '收到日期', en: 'Received on' }) receivedOn!: string;
  @CodeField(Authority, { zh: '批准机关', en: 'Approving organ' }) approvingAuthority!: Code<typeof Authority>;
  @WholeField({ zh: '面积', en: 'Area' }, { sign: 'positive', unit: 'centimu' }) areaCentimu!: number;
}

/** 用地未批: the plan stands, the application is over. */
export class RecordLandApprovalRefusal {
  @DateField({ zh: '未批日期', en: 'Refused on' }) refusedOn!: string;
  @TextField({ zh: '理由', en: 'Reason' }) reason!: string;
}

/** 征收土地公告. */
export class AnnounceExpropriation {
  @StringField({ zh: '文号', en: 'Document number' }) docNo!: string;
  @DateField({ zh: '张贴日期', en: 'Posted on' }) postedOn!: string;
}

/** 征地补偿支付: to the collective whose land it is. */
export class PayLandCompensation {
  @CodeField(LandPayeeKind, { zh: '收款方', en: 'Payee' }) payeeKind!: Code<typeof LandPayeeKind>;
  @CodeField(VillagerGroupCode, { zh: '村民小组', en: 'Villager group' }) groupCode!: string;
  @CodeField(LandClass, { zh: '地类', en: 'Land class' }) landClass!: Code<typeof LandClass>;
  @WholeField({ zh: '面积', en: 'Area' }, { sign: 'positive', unit: 'centimu' }) areaCentimu!: number;
  @MoneyField({ zh: '金额', en: 'Amount' }) amountFen!: number;
  @DateField({ zh: '支付日期', en: 'Paid on' }) paidOn!: string;
  @StringField({ zh: '凭证号', en: 'Voucher number' }) voucherNo!: string;
  @StringField({ zh: '征地协议号', en: 'Land agreement number' }, { missing: 'R-REL-07' }) landAgreementNo!: string;
}

/** 青苗附着物补偿支付: to the owner of the crop, a household of this project. */
export class PayGreenCropCompensation {
  @RefField({ zh: '户编号', en: 'Household' }) householdCaseRef!: string;
  @CodeField(AttachmentKind, { zh: '附着物种类', en: 'Kind of attachment' }) attachmentKind!: Code<
    typeof AttachmentKind
  >;
  @WholeField({ zh: '数量', en: 'Quantity' }, { sign: 'positive' }) quantity!: number;
  @MoneyField({ zh: '金额', en: 'Amount' }) amountFen!: number;
  @DateField({ zh: '支付日期', en: 'Paid on' }) paidOn!: string;
  @StringField({ zh: '凭证号', en: 'Voucher number' }) voucherNo!: string;
  @CodeField(AttachmentUnit, { zh: '单位', en: 'Unit' }) unitCode!: Code<typeof AttachmentUnit>;
  @BoolField({ zh: '预公告前种植', en: 'Planted before the pre-announcement' }, { missing: 'R-REL-07' })
  plantedBeforePreAnnouncement!: boolean;
}

/** 净地交付: no household case is left open. */
export class HandOverLand {
  @DateField({ zh: '交付日期', en: 'Handed over on' }) handedOverOn!: string;
  @WholeField({ zh: '面积', en: 'Area' }, { sign: 'positive', unit: 'centimu' }) areaCentimu!: number;
}

/** 项目结案. */
export class CloseRelocationProject {
  @DateField({ zh: '结案日期', en: 'Closed on' }) closedOn!: string;
  @DocField({ zh: '审计报告', en: 'Audit' }) auditRef!: string;
  @DateField({ zh: '支付公示日期', en: 'Payments published on' }) paymentsPublishedOn!: string;
}

/** 项目更正. */
export class CorrectRelocationProjectEntry extends CorrectEntry {}
