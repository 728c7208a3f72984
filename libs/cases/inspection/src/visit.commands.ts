import { type Code, CodeField, CorrectEntry, DateField, RefField, StaffField } from '#foundation/process';
import { VisitFinding, VisitKind } from './inspection.codes.js';

/** 企业走访巡查: a patrol, or the visit of an enterprise on the key list. */
export class RecordEnterpriseVisit {
  @RefField({ zh: '走访编号', en: 'Visit number' }) visitId!: string;
  @RefField({ zh: '企业', en: 'Enterprise' }, { missing: 'R-INS-08' }) enterpriseRef!: string;
  @CodeField(VisitKind, { zh: '走访种类', en: 'Kind of visit' }) visitKind!: Code<typeof VisitKind>;
  @DateField({ zh: '走访日期', en: 'Visited on' }) visitedOn!: string;
  @StaffField({ zh: '走访人员', en: 'Visitors' }, { list: true, missing: 'R-INS-08' }) visitorRefs!: string[];
  @CodeField(VisitFinding, { zh: '走访情况', en: 'Findings' }, { optional: true, list: true }) findings?: Code<
    typeof VisitFinding
  >[];
  @RefField({ zh: '劳资纠纷', en: 'Labour dispute' }, { optional: true }) labourCaseRef?: string;
}

/** 走访更正: a wrong entry put right, approved by a second person. */
export class CorrectEnterpriseVisitEntry extends CorrectEntry {}
