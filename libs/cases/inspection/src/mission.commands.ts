import {
  Authority,
  BoolField,
  type Code,
  CodeField,
  CorrectEntry,
  DateField,
  DateTimeField,
  DocField,
  RefField,
  StaffField,
  TextField,
} from '#foundation/process';
import { InspectionBasis, InspectionDomain, InspectionReopenGround } from './inspection.codes.js';

/** 检查计划: which units, in which field, who answers for it. */
export class PlanInspection {
  @RefField({ zh: '任务编号', en: 'Mission number' }) missionId!: string;
  @CodeField(InspectionDomain, { zh: '检查领域', en: 'Field' }) domain!: Code<typeof InspectionDomain>;
  @DateField({ zh: '计划检查日期', en: 'Planned for' }) plannedOn!: string;
  @RefField({ zh: '受检单位', en: 'Units' }, { list: true, unit: 'enterprise', missing: 'R-INS-01' })
  unitRefs!: string[];
  @StaffField({ zh: '带队领导', en: 'Leading official' }, { missing: 'R-INS-01' }) leaderStaffRef!: string;
  @CodeField(InspectionBasis, { zh: '检查依据', en: 'Basis' }) basis!: Code<typeof InspectionBasis>;
  @BoolField({ zh: '双随机抽取', en: 'Random draw' }) randomDraw!: boolean;
}

/** 出动: the team is named. */
export class DispatchInspection {
  @DateField({ zh: '出动日期', en: 'Dispatched on' }) dispatchedOn!: string;
  @StaffField({ zh: '检查人员', en: 'Inspectors' }, { list: true, missing: 'R-INS-01' }) inspectorRefs!: string[];
}

/** 现场检查: one unit, with card, record and signature or noted refusal. */
export class ConductInspection {
  @DateField({ zh: '检查日期', en: 'Inspected on' }) inspectedOn!: string;
  @CodeField(InspectionDomain, { zh: '检查领域', en: 'Field' }) domain!: Code<typeof InspectionDomain>;
  @RefField({ zh: '受检单位', en: 'Unit' }) unitRef!: string;
  @StaffField({ zh: '到场人员', en: 'Attendees' }, { list: true }) attendees!: string[];
  @DateTimeField({ zh: '开始时间', en: 'Start' }) startedAt!: string;
  @DateTimeField({ zh: '结束时间', en: 'End' }) endedAt!: string;
  @BoolField({ zh: '出示证件', en: 'Card shown' }) idShown!: boolean;
  @DocField({ zh: '检查记录', en: 'Record' }, { missing: 'R-INS-02' }) recordRef!: string;
  @BoolField({ zh: '单位签字', en: 'Signed by the unit' }) unitSigned!: boolean;
  @BoolField({ zh: '拒签已注明', en: 'Refusal to sign noted' }, { optional: true }) refusalNoted?: boolean;
  @CodeField(Authority, { zh: '联合单位', en: 'Partners' }, { optional: true, list: true }) jointWith?: Code<
    typeof Authority
  >[];
}

/** 检查任务办结: every hazard cleared or escalated. */
export class CloseInspection {
  @DateField({ zh: '办结日期', en: 'Closed on' }) closedOn!: string;
  @TextField({ zh: '办结小结', en: 'Summary' }) summary!: string;
}

/** 检查任务重启: a hazard came back or an entry was wrong. */
export class ReopenInspection {
  @DateField({ zh: '重启日期', en: 'Reopened on' }) reopenedOn!: string;
  @CodeField(InspectionReopenGround, { zh: '重启事由', en: 'Ground' }, { missing: 'R-INS-07' }) ground!: Code<
    typeof InspectionReopenGround
  >;
}

/** 检查任务取消: nobody went; counts nothing. */
export class CancelInspection {
  @DateField({ zh: '取消日期', en: 'Cancelled on' }) cancelledOn!: string;
  @TextField({ zh: '取消原因', en: 'Reason' }) reason!: string;
}

/** 检查更正: a wrong entry put right, approved by a second person. */
export class CorrectInspectionEntry extends CorrectEntry {
  @DocField({ zh: '出动凭据', en: 'Dispatch paper' }, { optional: true }) dispatchPaperRef?: string;
}
