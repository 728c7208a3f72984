import {
  Authority,
  BoolField,
  type Code,
  CodeField,
  DateField,
  DocField,
  RefField,
  StringField,
  TextField,
  WholeField,
} from '#foundation/process';
import {
  LandClass,
  LandTenure,
  PostingPlace,
  ProjectRiskLevel,
  PublicInterestGround,
  RelocationProjectKind,
  RiskParticipant,
} from './relocation.codes.js';

// From registration to the confirmed plan. Money, campaign and approval stand in project.money.commands.ts.

/** 项目立项登记: run in the county's name; the township only carries out. */
export class RegisterRelocationProject {
  @RefField({ zh: '项目编号', en: 'Project number' }) projectId!: string;
  @CodeField(RelocationProjectKind, { zh: '项目类型', en: 'Kind of project' }) projectKind!: Code<
    typeof RelocationProjectKind
  >;
  @CodeField(LandTenure, { zh: '土地权属', en: 'Tenure' }) tenure!: Code<typeof LandTenure>;
  @CodeField(PublicInterestGround, { zh: '公共利益依据', en: 'Public-interest ground' }, { missing: 'R-REL-01' })
  publicInterestGround!: Code<typeof PublicInterestGround>;
  @TextField({ zh: '范围', en: 'Scope' }) scope!: string;
  @WholeField({ zh: '清零半径', en: 'Clearing radius' }, { optional: true, sign: 'rule', unit: 'm' })
  scopeRadiusM?: number;
  @CodeField(Authority, { zh: '实施单位', en: 'Carrying-out unit' }) implementingUnit!: Code<typeof Authority>;
  @CodeField(Authority, { zh: '县级机关', en: 'County authority' }, { missing: 'R-REL-01' }) countyAuthority!: Code<
    typeof Authority
  >;
  @DateField({ zh: '登记日期', en: 'Registered on' }) registeredOn!: string;
}

/** 征地预公告: from here on rush planting and building is not compensated (LAR art. 26). */
export class PostPreAnnouncement {
  @StringField({ zh: '文号', en: 'Document number' }) docNo!: string;
  @DateField({ zh: '张贴日期', en: 'Posted on' }) postedOn!: string;
  @DateField({ zh: '公示截止', en: 'Posted until' }) postedUntil!: string;
  @CodeField(PostingPlace, { zh: '张贴地点', en: 'Places' }, { list: true }) places!: Code<typeof PostingPlace>[];
}

/** 土地现状调查: area, classes, households; owners are asked to confirm. */
export class CompleteLandSurvey {
  @DateField({ zh: '调查日期', en: 'Surveyed on' }) surveyedOn!: string;
  @WholeField({ zh: '面积', en: 'Area' }, { sign: 'rule', unit: 'centimu' }) areaCentimu!: number;
  @CodeField(LandClass, { zh: '地类', en: 'Land classes' }, { list: true }) landClasses!: Code<typeof LandClass>[];
  @WholeField({ zh: '户数', en: 'Households' }, { unit: 'household' }) householdCount!: number;
  @BoolField({ zh: '权利人确认', en: 'Confirmed by the owners' }) confirmedByOwners!: boolean;
}

/** 社会稳定风险评估: of the project, never of people. */
export class AssessStabilityRisk {
  @DateField({ zh: '稳评日期', en: 'Assessed on' }) assessedOn!: string;
  @CodeField(ProjectRiskLevel, { zh: '项目风险等级', en: 'Risk level of the project' }) riskLevel!: Code<
    typeof ProjectRiskLevel
  >;
  @CodeField(RiskParticipant, { zh: '参与方', en: 'Participants' }, { list: true }) participants!: Code<
    typeof RiskParticipant
  >[];
  @TextField({ zh: '防范措施', en: 'Mitigation' }) mitigation!: string;
  @DocField({ zh: '报告', en: 'Report' }) reportRef!: string;
}

/** 补偿安置方案公告: with a channel for objections. */
export class AnnounceCompensationPlan {
  @StringField({ zh: '方案编号', en: 'Plan number' }) planNo!: string;
  @DateField({ zh: '张贴日期', en: 'Posted on' }) postedOn!: string;
  @DateField({ zh: '公示截止', en: 'Posted until' }) postedUntil!: string;
  @DateField({ zh: '补偿登记截止', en: 'Registration until' }) registrationUntil!: string;
  @TextField({ zh: '异议渠道', en: 'Objection channel' }, { missing: 'R-REL-02' }) objectionChannel!: string;
}

/** 方案听证: due when most members object. */
export class HoldPlanHearing {
  @DateField({ zh: '听证日期', en: 'Held on' }) heldOn!: string;
  @WholeField({ zh: '异议比例', en: 'Objecting members' }, { unit: 'bp' }) objectorsBp!: number;
  @DocField({ zh: '笔录', en: 'Record' }) recordRef!: string;
  @BoolField({ zh: '方案已修改', en: 'Plan changed' }) planChanged!: boolean;
}

/** 补偿安置方案确定: by a county document, with the rate table. */
export class ConfirmCompensationPlan {
  @StringField({ zh: '方案编号', en: 'Plan number' }) planNo!: string;
  @DateField({ zh: '确定日期', en: 'Confirmed on' }) confirmedOn!: string;
  @StringField({ zh: '县级文号', en: 'County document' }, { missing: 'R-REL-03' }) countyDocNo!: string;
  @DocField({ zh: '补偿标准表', en: 'Rate table' }) rateTableRef!: string;
  @WholeField({ zh: '异议比例', en: 'Objecting members' }, { unit: 'bp' }) objectorsBp!: number;
}

export * from './project.money.commands.js';
