import {
  AreaField,
  Authority,
  BoolField,
  type Code,
  CodeField,
  DateField,
  DocField,
  MoneyField,
  RefField,
  StaffField,
  StringField,
  StructField,
  TextField,
  WholeField,
} from '#foundation/process';
import {
  AppraisalMethod,
  AppraiserKind,
  AttachmentKind,
  AttachmentUnit,
  BuildingLegality,
  BuildingStructure,
  BuildingUse,
  CompensationMode,
  ObjectionResult,
  PostingPlace,
  RelocationPartyKind,
  RescissionGround,
  SignerCapacity,
  SurveyObjectionSubject,
  VillagerGroupCode,
} from './relocation.codes.js';

// From registration to agreement or decision. What follows stands in household.moving.commands.ts.

/** A building as measured. `UNLAWFUL` is said by a decision only. */
export class Building {
  @RefField({ zh: '房屋编号', en: 'Building number' }) buildingId!: string;
  @CodeField(BuildingUse, { zh: '房屋用途', en: 'Use' }) buildingUse!: Code<typeof BuildingUse>;
  @CodeField(BuildingStructure, { zh: '房屋结构', en: 'Structure' }) structure!: Code<typeof BuildingStructure>;
  @AreaField({ zh: '建筑面积', en: 'Floor area' }, { sign: 'rule' }) floorAreaDm2!: number;
  @WholeField({ zh: '层数', en: 'Storeys' }) storeys!: number;
  @CodeField(BuildingLegality, { zh: '合法性', en: 'Lawful or not' }) lawful!: Code<typeof BuildingLegality>;
  @DateField({ zh: '建成日期', en: 'Built on' }, { optional: true }) builtOn?: string;
}

/** Crops, trees, walls and the like, in the unit named: hundredths of a mu, pieces, m, dm2. */
export class Attachment {
  @CodeField(AttachmentKind, { zh: '附着物种类', en: 'Kind of attachment' }) attachmentKind!: Code<
    typeof AttachmentKind
  >;
  @WholeField({ zh: '数量', en: 'Quantity' }, { sign: 'positive' }) quantity!: number;
  @CodeField(AttachmentUnit, { zh: '单位', en: 'Unit' }) unitCode!: Code<typeof AttachmentUnit>;
}

/** 户档建立: one case a household, enterprise or collective of a project. */
export class RegisterHousehold {
  @RefField({ zh: '户编号', en: 'Household number' }) householdCaseId!: string;
  @RefField({ zh: '项目编号', en: 'Project' }) projectRef!: string;
  @CodeField(RelocationPartyKind, { zh: '户类型', en: 'Kind of party' }) partyKind!: Code<typeof RelocationPartyKind>;
  @RefField({ zh: '当事人', en: 'Party' }) partyRef!: string;
  @CodeField(VillagerGroupCode, { zh: '村民小组', en: 'Villager group' }, { optional: true }) groupCode?: string;
  @DateField({ zh: '登记日期', en: 'Registered on' }) registeredOn!: string;
}

/** 入户调查丈量: at the table of the household; may be repeated until something is signed. */
export class SurveyHousehold {
  @DateField({ zh: '调查日期', en: 'Surveyed on' }) surveyedOn!: string;
  @StaffField({ zh: '调查人员', en: 'Surveyors' }, { list: true }) surveyorRefs!: string[];
  @StructField(Building, { zh: '房屋', en: 'Buildings' }, { list: true, unit: 'building', emptyAllowed: true })
  buildings!: Building[];
  @StructField(Attachment, { zh: '附着物', en: 'Attachments' }, { optional: true, list: true })
  attachments?: Attachment[];
  @BoolField({ zh: '权利人在场', en: 'Owner present' }) ownerPresent!: boolean;
  @BoolField({ zh: '权利人签字', en: 'Owner signed' }) ownerSigned!: boolean;
  @RefField({ zh: '拒签见证人', en: 'Witness of the refusal' }, { optional: true }) refusalWitnessRef?: string;
}

/** 调查结果公示: inside the project area, without identity numbers. */
export class PublishSurveyResult {
  @DateField({ zh: '张贴日期', en: 'Posted on' }) postedOn!: string;
  @DateField({ zh: '公示截止', en: 'Posted until' }) postedUntil!: string;
  @CodeField(PostingPlace, { zh: '公示地点', en: 'Place' }) place!: Code<typeof PostingPlace>;
  @DocField({ zh: '公示文书', en: 'Posted paper' }) noticeRef!: string;
}

/** 调查异议. */
export class RaiseSurveyObjection {
  @RefField({ zh: '异议编号', en: 'Objection number' }) objectionId!: string;
  @DateField({ zh: '提出日期', en: 'Raised on' }) raisedOn!: string;
  @CodeField(SurveyObjectionSubject, { zh: '异议事项', en: 'Subject' }) subject!: Code<typeof SurveyObjectionSubject>;
}

/** 异议处理: answered in writing. */
export class ResolveSurveyObjection {
  @RefField({ zh: '异议编号', en: 'Objection number' }) objectionId!: string;
  @DateField({ zh: '答复日期', en: 'Answered on' }) resolvedOn!: string;
  @CodeField(ObjectionResult, { zh: '结果', en: 'Result' }) result!: Code<typeof ObjectionResult>;
  @DocField({ zh: '书面答复', en: 'Written answer' }) answerRef!: string;
}

/** 评估: after the publicity; the report is given to the owner. */
export class AppraiseProperty {
  @DateField({ zh: '评估日期', en: 'Appraised on' }) appraisedOn!: string;
  @CodeField(AppraisalMethod, { zh: '评估方法', en: 'Method' }) method!: Code<typeof AppraisalMethod>;
  @CodeField(AppraiserKind, { zh: '评估机构', en: 'Appraiser' }) appraiser!: Code<typeof AppraiserKind>;
  @MoneyField({ zh: '评估价', en: 'Value' }) valueFen!: number;
  @DocField({ zh: '报告', en: 'Report' }) reportRef!: string;
  @BoolField({ zh: '报告送达', en: 'Report given to the owner' }) served!: boolean;
}

/** 补偿方案告知: in parts, with a choice of modes. */
export class OfferCompensation {
  @DateField({ zh: '告知日期', en: 'Offered on' }) offeredOn!: string;
  @CodeField(CompensationMode, { zh: '补偿方式', en: 'Mode of compensation' }) compensationMode!: Code<
    typeof CompensationMode
  >;
  @MoneyField({ zh: '房屋补偿', en: 'House' }, { sign: 'not-negative' }) houseFen!: number;
  @MoneyField({ zh: '搬迁费', en: 'Moving' }, { optional: true, sign: 'not-negative' }) movingFen?: number;
  @MoneyField({ zh: '过渡费', en: 'Temporary housing' }, { optional: true, sign: 'not-negative' })
  temporaryFen?: number;
  @MoneyField({ zh: '停产停业损失', en: 'Loss of business' }, { optional: true, sign: 'not-negative' })
  businessLossFen?: number;
  @MoneyField({ zh: '奖励', en: 'Bonus' }, { optional: true, sign: 'not-negative' }) bonusFen?: number;
  @MoneyField({ zh: '总额', en: 'Total' }) totalFen!: number;
  @CodeField(CompensationMode, { zh: '可选方式', en: 'Modes offered' }, { list: true }) modesOffered!: Code<
    typeof CompensationMode
  >[];
}

/** 协议签订. */
export class SignAgreement {
  @StringField({ zh: '协议编号', en: 'Agreement number' }) agreementNo!: string;
  @DateField({ zh: '签约日期', en: 'Signed on' }) signedOn!: string;
  @RefField({ zh: '签约行动编号', en: 'Campaign number' }, { optional: true }) campaignId?: string;
  @CodeField(CompensationMode, { zh: '补偿方式', en: 'Mode of compensation' }) compensationMode!: Code<
    typeof CompensationMode
  >;
  @MoneyField({ zh: '总额', en: 'Total' }) totalFen!: number;
  @DateField({ zh: '首付期限', en: 'First payment by' }) firstPaymentBy!: string;
  @DateField({ zh: '腾房期限', en: 'Vacate by' }) vacateBy!: string;
  @TextField({ zh: '安置约定', en: 'Resettlement agreed' }, { optional: true }) resettlement?: string;
  @CodeField(SignerCapacity, { zh: '签约人身份', en: 'Signer' }) signerCapacity!: Code<typeof SignerCapacity>;
  @BoolField({ zh: '已释法', en: 'Law explained' }) legalExplained!: boolean;
  @DocField({ zh: '授权书', en: 'Power of attorney' }, { optional: true }) powerRef?: string;
}

/** 协议解除. */
export class RescindAgreement {
  @StringField({ zh: '协议编号', en: 'Agreement number' }) agreementNo!: string;
  @DateField({ zh: '解除日期', en: 'Rescinded on' }) rescindedOn!: string;
  @CodeField(RescissionGround, { zh: '事由', en: 'Ground' }, { missing: 'R-REL-12' }) ground!: Code<
    typeof RescissionGround
  >;
  @DocField({ zh: '文书', en: 'Paper' }) docRef!: string;
}

/** 补充协议: the way in which sums change after signature. */
export class SignSupplementaryAgreement {
  @StringField({ zh: '协议编号', en: 'Agreement number' }) agreementNo!: string;
  @DateField({ zh: '签约日期', en: 'Signed on' }) signedOn!: string;
  @MoneyField({ zh: '新总额', en: 'New total' }, { sign: 'rule' }) newTotalFen!: number;
  @TextField({ zh: '理由', en: 'Reason' }) reason!: string;
}

/** 补偿安置决定: the county decides where no agreement is reached. */
export class RecordCompensationDecision {
  @StringField({ zh: '决定文号', en: 'Decision number' }) decisionNo!: string;
  @DateField({ zh: '决定日期', en: 'Decided on' }) decidedOn!: string;
  @DateField({ zh: '送达日期', en: 'Served on' }) servedOn!: string;
  @CodeField(Authority, { zh: '决定机关', en: 'Deciding organ' }) authority!: Code<typeof Authority>;
  @MoneyField({ zh: '总额', en: 'Total' }) totalFen!: number;
}

export * from './household.moving.commands.js';
