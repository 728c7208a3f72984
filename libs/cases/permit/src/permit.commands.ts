import {
  AreaField,
  BoolField,
  type Code,
  CodeField,
  CorrectEntry,
  DateField,
  DocField,
  RefField,
  StaffField,
  StringField,
  TextField,
  WholeField,
} from '#foundation/process';
import {
  HouseApplicationKind,
  JointReviewOffice,
  JointReviewResult,
  LandUse,
  ObjectionResult,
  PublicityStage,
  PublicObjectionSubject,
  ReviewOpinion,
} from './permit.codes.js';

// From the application to the decision. What follows a permit stands in permit.building.commands.ts.

/** 建房申请: who asks to build what, and on what land. */
export class ReceiveHouseApplication {
  @DateField({ zh: '申请日期', en: 'Received on' }) receivedOn!: string;
  @RefField({ zh: '农户编号', en: 'Household' }) householdRef!: string;
  @CodeField(HouseApplicationKind, { zh: '申请类型', en: 'Kind of application' }) applicationKind!: Code<
    typeof HouseApplicationKind
  >;
  @AreaField({ zh: '申请用地面积', en: 'Plot area' }, { sign: 'rule' }) plotAreaDm2!: number;
  @AreaField({ zh: '申请建筑面积', en: 'Building area' }, { sign: 'rule' }) buildingAreaDm2!: number;
  @WholeField({ zh: '层数', en: 'Storeys' }, { sign: 'rule' }) storeys!: number;
  @CodeField(LandUse, { zh: '土地类别', en: 'Land use' }) landUse!: Code<typeof LandUse>;
  @WholeField({ zh: '现有宅基地宗数', en: 'Existing plots' }, { unit: 'plot' }) existingPlots!: number;
  @BoolField({ zh: '承诺拆除旧房', en: 'Removal of the old house promised' }) oldHouseRemovalPromised!: boolean;
}

/** 村组讨论通过: the villagers discussed the application and agreed. */
export class RecordGroupMeeting {
  @DateField({ zh: '会议日期', en: 'Held on' }) heldOn!: string;
  @WholeField({ zh: '到会人数', en: 'Present' }, { unit: 'person', sign: 'positive' }) presentCount!: number;
  @WholeField({ zh: '同意人数', en: 'Agreed' }, { unit: 'person' }) agreedCount!: number;
  @DocField({ zh: '会议记录', en: 'Record' }) recordRef!: string;
}

/** 申请公示: on the board of the collective, for its full term. */
export class PublicizeApplication {
  @DateField({ zh: '张贴日期', en: 'Posted on' }) postedOn!: string;
  @DateField({ zh: '公示截止日期', en: 'Posted until' }) postedUntil!: string;
  @DocField({ zh: '公示照片', en: 'Photos' }, { list: true }) photoRefs!: string[];
}

/** 公示异议: somebody objects, as a token or as nobody. */
export class RaisePublicObjection {
  @RefField({ zh: '异议编号', en: 'Objection number' }) objectionId!: string;
  @DateField({ zh: '提出日期', en: 'Raised on' }) raisedOn!: string;
  @CodeField(PublicityStage, { zh: '公示阶段', en: 'Publicity' }) publicity!: Code<typeof PublicityStage>;
  @CodeField(PublicObjectionSubject, { zh: '异议事项', en: 'Subject' }) subject!: Code<typeof PublicObjectionSubject>;
  @RefField({ zh: '异议人令牌', en: 'Token of the objector' }, { optional: true }) identityToken?: string;
}

/** 异议处理: answered in writing. */
export class ResolvePublicObjection {
  @RefField({ zh: '异议编号', en: 'Objection number' }) objectionId!: string;
  @DateField({ zh: '处理日期', en: 'Resolved on' }) resolvedOn!: string;
  @CodeField(ObjectionResult, { zh: '处理结果', en: 'Result' }) result!: Code<typeof ObjectionResult>;
  @DocField({ zh: '答复文书', en: 'Answer' }) answerRef!: string;
}

/** 村级审查: the village's opinion after the first publicity. */
export class PassVillageReview {
  @DateField({ zh: '审查日期', en: 'Reviewed on' }) reviewedOn!: string;
  @DocField({ zh: '村级意见', en: 'Opinion' }) opinionRef!: string;
}

/** 报镇受理: starts the term of the township. */
export class SubmitApplicationToTown {
  @DateField({ zh: '报送日期', en: 'Submitted on' }) submittedOn!: string;
  @DateField({ zh: '受理日期', en: 'Accepted on' }) acceptedOn!: string;
  @StringField({ zh: '受理编号', en: 'Acceptance number' }) acceptanceNo!: string;
}

/** 一次性告知补正: every missing paper in one notice. */
export class ReturnMaterials {
  @DateField({ zh: '告知日期', en: 'Returned on' }) returnedOn!: string;
  @TextField({ zh: '需补正内容', en: 'Missing papers' }, { list: true, missing: 'R-PER-04' }) missing!: string[];
}

/** 审批延期: once, with the reason told to the applicant. */
export class ExtendPermitTerm {
  @DateField({ zh: '延期批准日期', en: 'Extended on' }) extendedOn!: string;
  @DateField({ zh: '延长至', en: 'New due date' }) newDueOn!: string;
  @TextField({ zh: '延期理由', en: 'Reason' }, { missing: 'R-PER-04' }) reason!: string;
  @DateField({ zh: '告知申请人日期', en: 'Applicant told on' }, { missing: 'R-PER-04' }) informedOn!: string;
}

/** 申请审查到场: the first attendance, with the plot measured. */
export class AttendSiteReview {
  @DateField({ zh: '到场日期', en: 'Attended on' }) attendedOn!: string;
  @StaffField({ zh: '到场人员', en: 'Attendees' }, { list: true, missing: 'R-PER-05' }) attendeeRefs!: string[];
  @AreaField({ zh: '实测用地面积', en: 'Measured plot area' }) plotAreaDm2!: number;
  @CodeField(LandUse, { zh: '土地类别', en: 'Land use' }) landUse!: Code<typeof LandUse>;
  @BoolField({ zh: '占用永久基本农田', en: 'On permanent basic farmland' }) onBasicFarmland!: boolean;
  @DocField({ zh: '到场记录', en: 'Record' }) recordRef!: string;
}

/** 联审联批: each member office says its opinion, in the order of the offices. */
export class ConcludeJointReview {
  @DateField({ zh: '联审日期', en: 'Concluded on' }) concludedOn!: string;
  @CodeField(JointReviewOffice, { zh: '联审单位', en: 'Offices' }, { list: true, missing: 'R-PER-05' })
  reviewOffices!: Code<typeof JointReviewOffice>[];
  @CodeField(ReviewOpinion, { zh: '各单位意见', en: 'Opinions' }, { list: true, missing: 'R-PER-05' })
  opinions!: Code<typeof ReviewOpinion>[];
  @CodeField(JointReviewResult, { zh: '联审结果', en: 'Result' }) result!: Code<typeof JointReviewResult>;
  @StringField({ zh: '农用地转用批准文号', en: 'Farmland conversion approval' }, { optional: true })
  farmlandConversionNo?: string;
}

/** 批准发证: the permit, with what may be built and until when. */
export class ApprovePermit {
  @DateField({ zh: '批准日期', en: 'Approved on' }) approvedOn!: string;
  @StringField({ zh: '宅基地批准书编号', en: 'Plot approval number' }) plotApprovalNo!: string;
  @StringField({ zh: '乡村建设规划许可证编号', en: 'Planning permit number' }, { optional: true })
  planningPermitNo?: string;
  @AreaField({ zh: '批准用地面积', en: 'Plot area' }) plotAreaDm2!: number;
  @AreaField({ zh: '批准建筑面积', en: 'Building area' }) buildingAreaDm2!: number;
  @WholeField({ zh: '批准层数', en: 'Storeys' }, { sign: 'positive' }) storeys!: number;
  @DateField({ zh: '有效期至', en: 'Valid until' }) validUntil!: string;
}

/** 不予批准: with reasons and the routes of remedy. */
export class RefusePermit {
  @DateField({ zh: '决定日期', en: 'Refused on' }) refusedOn!: string;
  @TextField({ zh: '理由', en: 'Reason' }) reason!: string;
  @BoolField({ zh: '已告知救济途径', en: 'Routes of remedy told' }) remedyInfoGiven!: boolean;
}

/** 许可更正: a wrong entry put right, with the measuring sheet where measured values change. */
export class CorrectPermitEntry extends CorrectEntry {
  @DocField({ zh: '测量单', en: 'Measuring sheet' }, { optional: true }) measuringSheetRef?: string;
}
