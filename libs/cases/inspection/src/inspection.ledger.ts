import { cell, type Cells, column, type LedgerMapping, ledgerSteps } from '#foundation/ledger';
import { type HazardEvents } from './hazard.case.js';
import * as words from './inspection.words.js';
import { type MissionEvents } from './mission.case.js';

const { code, date, listOf, officialNumber, paperReference, staffCode, text, timeOfDay, yesNo } = cell;
const step = ledgerSteps<MissionEvents>();
const hazardStep = ledgerSteps<HazardEvents>();
const missionId = column('任务编号', officialNumber);
const domain = column('检查领域', words.domain);

/** Up to three units were inspected, each with its own columns. */
const inspection = (unit: 1 | 2 | 3) =>
  step(
    'InspectionConducted',
    'inspectedOn',
    {
      unitRef: column(`受检单位${unit}`, code),
      inspectedOn: column(`检查日期${unit}`, date),
      attendees: column(`到场人员${unit}`, listOf(staffCode)),
      startedAt: column(`开始时间${unit}`, timeOfDay),
      endedAt: column(`结束时间${unit}`, timeOfDay),
      idShown: column(`出示证件${unit}`, yesNo),
      recordRef: column(`检查记录${unit}`, paperReference),
      unitSigned: column(`单位签字${unit}`, yesNo),
      refusalNoted: column(`拒签注明${unit}`, yesNo),
      jointWith: column(`联合单位${unit}`, listOf(words.joint)),
    },
    { derived: { domain: (cells: Cells) => cells[domain.header] } },
  );

/** The steps of a hazard go into its own stream, which the row begins. */
function hazardSteps(number: 1 | 2) {
  const hazardId = column(`隐患编号${number}`, code);
  const inStream = { of: { process: 'hazard', number: hazardId } };
  const visit = (which: '首次' | '再次') =>
    hazardStep(
      'FollowUpVisited',
      'visitedOn',
      {
        hazardId,
        visitedOn: column(`${which}回访日期${number}`, date),
        visitorRefs: column(`${which}回访人员${number}`, listOf(staffCode)),
        result: column(`${which}回访结果${number}`, words.visitResult),
        recordRef: column(`${which}回访记录${number}`, paperReference),
      },
      inStream,
    );
  return [
    hazardStep(
      'HazardFound',
      'foundOn',
      {
        hazardId,
        unitRef: column(`隐患单位${number}`, code),
        grade: column(`隐患级别${number}`, words.grade),
        categoryCode: column(`隐患类别${number}`, words.category),
        description: column(`隐患描述${number}`, text),
        foundOn: column(`隐患发现日期${number}`, date),
        photoRefs: column(`隐患照片${number}`, listOf(paperReference)),
      },
      { ...inStream, derived: { missionRef: (cells: Cells) => cells[missionId.header] } },
    ),
    hazardStep(
      'HazardCorrectedOnSite',
      'correctedOn',
      {
        hazardId,
        correctedOn: column(`当场整改日期${number}`, date),
        photoRefs: column(`当场整改照片${number}`, listOf(paperReference)),
      },
      inStream,
    ),
    hazardStep(
      'HazardRectificationOrdered',
      'servedOn',
      {
        hazardId,
        orderNo: column(`指令书文号${number}`, officialNumber),
        servedOn: column(`指令送达日期${number}`, date),
        dueOn: column(`整改期限${number}`, date),
        issuingAuthority: column(`指令机关${number}`, words.authority),
      },
      inStream,
    ),
    hazardStep(
      'MajorHazardReported',
      'reportedOn',
      {
        hazardId,
        reportedOn: column(`重大隐患上报日期${number}`, date),
        toAuthority: column(`重大隐患上报机关${number}`, words.authority),
        receiptNo: column(`重大隐患上报回执${number}`, officialNumber),
      },
      inStream,
    ),
    hazardStep(
      'HazardRectificationReported',
      'reportedOn',
      {
        hazardId,
        reportedOn: column(`整改报告日期${number}`, date),
        docRef: column(`整改报告${number}`, paperReference),
      },
      inStream,
    ),
    visit('首次'),
    visit('再次'),
    hazardStep(
      'HazardCleared',
      'clearedOn',
      {
        hazardId,
        clearedOn: column(`销号日期${number}`, date),
        clearedByStaffRef: column(`销号人${number}`, staffCode),
      },
      inStream,
    ),
  ];
}

/** 安全生产检查台账: one row a mission, its hazards beside it. */
export const inspectionLedger: LedgerMapping = {
  kind: 'inspection',
  process: 'inspectionMission',
  title: { zh: '安全生产检查台账', en: 'Ledger of work-safety inspections' },
  recognisedBy: ['任务编号', '计划制定日期', '出动日期'],
  caseNumber: missionId,
  steps: [
    step(
      'InspectionPlanned',
      column('计划制定日期', date),
      {
        domain,
        plannedOn: column('计划检查日期', date),
        unitRefs: column('计划单位', listOf(code)),
        leaderStaffRef: column('带队领导', staffCode),
        basis: column('检查依据', words.basis),
        randomDraw: column('双随机', yesNo),
      },
      { derived: { missionId: (cells: Cells) => cells[missionId.header] } },
    ),
    step('InspectionDispatched', 'dispatchedOn', {
      dispatchedOn: column('出动日期', date),
      inspectorRefs: column('出动人员', listOf(staffCode)),
    }),
    inspection(1),
    inspection(2),
    inspection(3),
    ...hazardSteps(1),
    ...hazardSteps(2),
    step('InspectionCancelled', 'cancelledOn', {
      cancelledOn: column('取消日期', date),
      reason: column('取消原因', text),
    }),
    step('InspectionClosed', 'closedOn', {
      closedOn: column('办结日期', date),
      summary: column('办结小结', text),
    }),
  ],
  remarks: [column('备注', text)],
};
