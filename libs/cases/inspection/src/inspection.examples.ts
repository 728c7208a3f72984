import { cast, type ExampleStep } from '#foundation/given';

// The story of a mission to two enterprises and of the hazards that it found. All codes are invented.

const step = (command: string, by: ExampleStep['by'], body: Record<string, unknown>, today?: string): ExampleStep => ({
  ...{ command, by, body },
  ...(today === undefined ? {} : { today }),
});
const both = [cast.inspector.code, cast.secondInspector.code];

export const planned = step(
  'PlanInspection',
  'inspector',
  {
    ...{ missionId: 'AJ-1', domain: 'WORK_SAFETY', plannedOn: '2022-03-02', unitRefs: ['企业-0001', '企业-0002'] },
    ...{ leaderStaffRef: cast.leader.code, basis: 'ANNUAL_PLAN', randomDraw: true },
  },
  '2022-03-01',
);
export const dispatched = step(
  'DispatchInspection',
  'inspector',
  { dispatchedOn: '2022-03-02', inspectorRefs: both },
  '2022-03-02',
);
export const conducted = step(
  'ConductInspection',
  'inspector',
  {
    ...{ inspectedOn: '2022-03-02', domain: 'WORK_SAFETY', unitRef: '企业-0001', attendees: both },
    ...{ startedAt: '2022-03-02T09:00', endedAt: '2022-03-02T10:00', idShown: true, unitSigned: true },
    recordRef: '纸质:检查-1',
  },
  '2022-03-02',
);
export const underWay = [planned, dispatched, conducted];
export const closed = step(
  'CloseInspection',
  'inspector',
  { closedOn: '2022-04-01', summary: '任务完成' },
  '2022-04-01',
);
export const reopened = step('ReopenInspection', 'leader', { reopenedOn: '2022-05-03', ground: 'HAZARD_RETURNED' });
export const cancelled = step('CancelInspection', 'inspector', { cancelledOn: '2022-03-03', reason: '企业停产' });

const hazardId = 'YH-1';
export const found = step(
  'RecordHazard',
  'inspector',
  {
    ...{ hazardId, missionRef: 'AJ-1', unitRef: '企业-0001', grade: 'GENERAL', categoryCode: 'ELECTRICAL' },
    ...{ description: '线路老化', foundOn: '2022-03-02', photoRefs: ['纸质:隐患-1'] },
  },
  '2022-03-02',
);
export const onSite = step('CorrectHazardOnSite', 'inspector', {
  hazardId,
  correctedOn: '2022-03-02',
  photoRefs: ['纸质:整改-1'],
});
export const ordered = step('OrderHazardRectification', 'inspector', {
  ...{ hazardId, orderNo: '安责改〔2022〕1号', servedOn: '2022-03-02', dueOn: '2022-03-12' },
  issuingAuthority: 'TOWNSHIP_GOVERNMENT',
});
export const reported = step('ReportMajorHazard', 'inspector', {
  ...{ hazardId, reportedOn: '2022-03-02', toAuthority: 'EMERGENCY_DEPT', receiptNo: '收〔2022〕1号' },
});
export const suspended = step('RecordOperationSuspension', 'head', {
  ...{ hazardId, decisionNo: '应急停〔2022〕1号', authority: 'EMERGENCY_DEPT', scope: '一车间' },
  suspendedFrom: '2022-03-03T08:00',
});
export const cut = step('NotifySafetyPowerCut', 'head', {
  ...{ hazardId, noticeNo: '停电〔2022〕1号', authority: 'EMERGENCY_DEPT', urgent: false },
  ...{ notifiedAt: '2022-03-04T09:00', cutAt: '2022-03-05T09:00', refusalRecordRef: '纸质:拒停-1' },
  ...{ dangerDescription: '随时可能爆燃', approvalDocRef: '纸质:批准-1' },
});
export const restored = step('NotifySafetyPowerRestored', 'head', {
  ...{ hazardId, noticeNo: '复电〔2022〕1号', authority: 'EMERGENCY_DEPT', restoredAt: '2022-03-20T09:00' },
});
export const unitReported = step('RecordHazardRectificationReport', 'inspector', {
  ...{ hazardId, reportedOn: '2022-03-10', docRef: '纸质:整改报告-1' },
});
export const visited = step('RecordFollowUpVisit', 'inspector', {
  ...{ hazardId, visitedOn: '2022-03-15', visitorRefs: both, result: 'PASS', recordRef: '纸质:回访-1' },
});
export const cleared = step('ClearHazard', 'inspector', {
  ...{ hazardId, clearedOn: '2022-03-25', clearedByStaffRef: cast.inspector.code },
});
export const escalated = step('EscalateHazard', 'inspector', {
  ...{ hazardId, escalatedOn: '2022-03-13', toAuthority: 'EMERGENCY_DEPT', receiptNo: '收〔2022〕2号' },
});
export const returned = step('RecordHazardReturn', 'inspector', {
  ...{ hazardId, foundOn: '2022-05-02', description: '线路又老化', unitRef: '企业-0001', placeConfirmed: true },
});

/** The visit of an enterprise, no problem found. */
export const enterpriseVisited: ExampleStep = {
  command: 'RecordEnterpriseVisit',
  by: 'mediator',
  body: {
    ...{ visitId: 'ZF-1', enterpriseRef: '企业-0001', visitKind: 'PATROL', visitedOn: '2022-03-02' },
    ...{ visitorRefs: [cast.mediator.code], findings: ['NO_PROBLEM'] },
  },
};
