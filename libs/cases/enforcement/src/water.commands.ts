import {
  AreaField,
  Authority,
  type Code,
  CodeField,
  CorrectEntry,
  DateField,
  DocField,
  GridCode,
  LookBackResult,
  MoneyField,
  RefField,
  StaffField,
  StringField,
  TextField,
  WholeField,
} from '#foundation/process';
import { FacilityKind, PollutionSourceKind, RemediationMeasure, WaterProblemOrigin } from './water.codes.js';

/** 黑臭水体问题登记: assigned with a due date. */
export class RegisterWaterProblem {
  @CodeField(WaterProblemOrigin, { zh: '问题来源', en: 'Origin' }) origin!: Code<typeof WaterProblemOrigin>;
  @DateField({ zh: '交办日期', en: 'Assigned on' }) assignedOn!: string;
  @DateField({ zh: '整改时限', en: 'Due on' }, { missing: 'R-WAT-01' }) dueOn!: string;
  @TextField({ zh: '水体名称', en: 'Name of the water' }) waterName!: string;
  @CodeField(GridCode, { zh: '网格编码', en: 'Grid cell' }) gridCode!: string;
  @AreaField({ zh: '水域面积', en: 'Area' }, { optional: true }) areaDm2?: number;
}

/** 污染源排查: what fouls the water. */
export class IdentifyPollutionSource {
  @RefField({ zh: '污染源编号', en: 'Source number' }) sourceId!: string;
  @CodeField(PollutionSourceKind, { zh: '污染源种类', en: 'Kind of source' }) sourceKind!: Code<
    typeof PollutionSourceKind
  >;
  @DateField({ zh: '排查日期', en: 'Identified on' }) identifiedOn!: string;
  @RefField({ zh: '执法案件', en: 'Enforcement case' }, { optional: true }) enforcementCaseRef?: string;
}

/** 整改方案批准: measures and a leader; a later approval changes the plan in force. */
export class ApproveRemediationPlan {
  @StringField({ zh: '方案文号', en: 'Plan number' }) planNo!: string;
  @DateField({ zh: '批准日期', en: 'Approved on' }) approvedOn!: string;
  @CodeField(RemediationMeasure, { zh: '整改措施', en: 'Measures' }, { list: true, missing: 'R-WAT-01' })
  measures!: Code<typeof RemediationMeasure>[];
  @CodeField(
    FacilityKind,
    { zh: '计划设施', en: 'Planned facilities' },
    { list: true, emptyAllowed: true, unit: 'facility' },
  )
  plannedFacilities!: Code<typeof FacilityKind>[];
  @MoneyField({ zh: '预算', en: 'Budget' }, { optional: true }) budgetFen?: number;
  @DateField({ zh: '目标日期', en: 'Target date' }) targetOn!: string;
  @StaffField({ zh: '责任领导', en: 'Responsible leader' }, { missing: 'R-WAT-01' }) leaderStaffRef!: string;
  @StringField({ zh: '变更的方案', en: 'Plan changed' }, { optional: true }) changesPlanNo?: string;
  @TextField({ zh: '变更理由', en: 'Reason for the change' }, { optional: true }) changeReason?: string;
  @CodeField(
    FacilityKind,
    { zh: '移至后期的设施', en: 'Facilities moved to a later phase' },
    { optional: true, list: true, unit: 'facility' },
  )
  deferredFacilities?: Code<typeof FacilityKind>[];
}

/** 整改实施: the works begin. */
export class StartRemediation {
  @DateField({ zh: '开工日期', en: 'Started on' }) startedOn!: string;
  @TextField({ zh: '施工单位', en: 'Contractor' }, { optional: true }) contractor?: string;
}

/** 污染源清除: a farm with its closed enforcement case. */
export class RemovePollutionSource {
  @RefField({ zh: '污染源编号', en: 'Source number' }) sourceId!: string;
  @CodeField(PollutionSourceKind, { zh: '污染源种类', en: 'Kind of source' }) sourceKind!: Code<
    typeof PollutionSourceKind
  >;
  @DateField({ zh: '清除日期', en: 'Removed on' }) removedOn!: string;
  @RefField({ zh: '执法案件', en: 'Enforcement case' }, { optional: true }) enforcementCaseRef?: string;
  @DocField({ zh: '照片', en: 'Photos' }, { list: true }) photoRefs!: string[];
}

/** 治理设施建成: one that the plan holds. */
export class CompleteTreatmentFacility {
  @RefField({ zh: '设施编号', en: 'Facility number' }) facilityId!: string;
  @CodeField(FacilityKind, { zh: '设施种类', en: 'Kind of facility' }) facilityKind!: Code<typeof FacilityKind>;
  @DateField({ zh: '完工日期', en: 'Completed on' }) completedOn!: string;
  @WholeField({ zh: '处理能力', en: 'Capacity' }, { optional: true, unit: 'm3/d' }) capacityM3PerDay?: number;
  @MoneyField({ zh: '造价', en: 'Cost' }, { optional: true }) costFen?: number;
}

/** 清淤疏通: with the destination of the sludge. */
export class DredgeWaterBody {
  @DateField({ zh: '清淤日期', en: 'Dredged on' }) dredgedOn!: string;
  @WholeField({ zh: '长度', en: 'Length' }, { sign: 'positive', unit: 'm' }) lengthM!: number;
  @WholeField({ zh: '淤泥量', en: 'Sludge' }, { unit: 'm3' }) sludgeM3!: number;
  @TextField({ zh: '淤泥去向', en: 'Destination of the sludge' }, { missing: 'R-ALL-07' }) sludgeDestination!: string;
}

/** 水质检测: a laboratory report in whole hundredths. */
export class RecordWaterSample {
  @DateField({ zh: '采样日期', en: 'Sampled on' }) sampledOn!: string;
  @StringField({ zh: '检测报告号', en: 'Lab report number' }, { missing: 'R-ALL-07' }) labReportNo!: string;
  @WholeField({ zh: '透明度', en: 'Transparency' }, { unit: 'cm' }) transparencyCm!: number;
  @WholeField({ zh: '溶解氧', en: 'Dissolved oxygen' }, { unit: '0.01mg/L' }) dissolvedOxygen!: number;
  @WholeField({ zh: '氨氮', en: 'Ammonia nitrogen' }, { unit: '0.01mg/L' }) ammoniaN!: number;
  @WholeField({ zh: '氧化还原电位', en: 'Redox potential' }, { optional: true, sign: 'rule', unit: 'mV' })
  redoxMv?: number;
}

/** 整改完成: every source gone, every facility built or moved to a later phase. */
export class CompleteRemediation {
  @DateField({ zh: '完工日期', en: 'Completed on' }) completedOn!: string;
}

/** 验收不合格: back to the works. */
export class RejectRemediation {
  @DateField({ zh: '日期', en: 'Rejected on' }) rejectedOn!: string;
  @TextField({ zh: '理由', en: 'Reason' }) reason!: string;
  @CodeField(RemediationMeasure, { zh: '未达措施', en: 'Measures not met' }, { optional: true, list: true })
  unmetMeasures?: Code<typeof RemediationMeasure>[];
}

/** 验收销号: a passing sample and a public notice. */
export class AcceptRemediation {
  @DateField({ zh: '验收日期', en: 'Accepted on' }) acceptedOn!: string;
  @CodeField(Authority, { zh: '验收机关', en: 'Accepting organ' }) acceptingAuthority!: Code<typeof Authority>;
  @DateField({ zh: '公示开始', en: 'Public notice from' }, { missing: 'R-WAT-03' }) publicNoticeFrom!: string;
  @DateField({ zh: '公示结束', en: 'Public notice until' }, { missing: 'R-WAT-03' }) publicNoticeTo!: string;
  @WholeField({ zh: '群众满意度', en: 'Residents satisfied' }, { optional: true, unit: 'bp' })
  surveySatisfiedBp?: number;
}

/** 问题销号归档: look-back due. */
export class CloseWaterCase {
  @DateField({ zh: '结案日期', en: 'Closed on' }) closedOn!: string;
  @DateField({ zh: '回头看到期日', en: 'Look-back due' }) lookBackDueOn!: string;
}

/** 水体回头看: the water stayed clean. */
export class RecordWaterLookBack {
  @DateField({ zh: '回头看日期', en: 'Checked on' }) checkedOn!: string;
  @CodeField(LookBackResult, { zh: '结果', en: 'Result' }) result!: Code<typeof LookBackResult>;
  @StringField({ zh: '检测报告号', en: 'Lab report number' }, { optional: true }) labReportNo?: string;
}

/** 返黑返臭: black and odorous again. */
export class RecordWaterRebound {
  @DateField({ zh: '发现日期', en: 'Found on' }) foundOn!: string;
  @TextField({ zh: '情况', en: 'What was found' }) description!: string;
}

/** 水体更正: a wrong entry put right, approved by a second person. */
export class CorrectWaterEntry extends CorrectEntry {}
