import { but, cast, type ExampleStep } from '#foundation/given';
import { step } from './enforcement.measures.examples.js';

// Steps of a foul water as its people ask for them, in the order of a life. Dates counted by hand on the calendar of
// 2022: seven working days from Wednesday 1 June end on Monday 13 June.

export const farmCase = '01890a5d-0000-774b-bcce-000000000002';
export const registered = step('RegisterWaterProblem', 'leader', {
  origin: 'WARNING_FILM',
  assignedOn: '2022-03-01',
  dueOn: '2022-06-30',
  waterName: '东岭水系',
  gridCode: 'WG-01-01',
});
export const farmSite = step('IdentifyPollutionSource', 'officer', {
  sourceId: 'S-1',
  sourceKind: 'FARM_SITE',
  identifiedOn: '2022-03-02',
});
export const sewage = but(farmSite, { sourceId: 'S-2', sourceKind: 'DOMESTIC_SEWAGE' });
export const planned = step('ApproveRemediationPlan', 'leader', {
  planNo: '治水〔2022〕1号',
  approvedOn: '2022-03-05',
  measures: ['SOURCE_REMOVAL', 'TREATMENT_FACILITY'],
  plannedFacilities: ['THREE_CELL_TANK', 'CONSTRUCTED_WETLAND'],
  targetOn: '2022-06-15',
  leaderStaffRef: cast.leader.code,
});
export const changed = but(planned, {
  ...{
    planNo: '治水〔2022〕2号',
    approvedOn: '2022-04-05',
    changesPlanNo: '治水〔2022〕1号',
    changeReason: '用地未落实',
  },
  ...{ plannedFacilities: ['THREE_CELL_TANK'], deferredFacilities: ['CONSTRUCTED_WETLAND'] },
});
export const started = step('StartRemediation', 'officer', { startedOn: '2022-03-10' });
export const farmGone = step('RemovePollutionSource', 'officer', {
  sourceId: 'S-1',
  sourceKind: 'FARM_SITE',
  removedOn: '2022-04-01',
  enforcementCaseRef: farmCase,
  photoRefs: ['纸质:清除-1'],
});
export const sewageGone = but(farmGone, {
  sourceId: 'S-2',
  sourceKind: 'DOMESTIC_SEWAGE',
  enforcementCaseRef: undefined,
});
export const tank = step('CompleteTreatmentFacility', 'officer', {
  facilityId: 'F-1',
  facilityKind: 'THREE_CELL_TANK',
  completedOn: '2022-04-10',
});
export const wetland = but(tank, { facilityId: 'F-2', facilityKind: 'CONSTRUCTED_WETLAND' });
export const dredged = step('DredgeWaterBody', 'officer', {
  dredgedOn: '2022-04-12',
  lengthM: 300,
  sludgeM3: 50,
  sludgeDestination: '县污泥处置场',
});
export const sampled = step('RecordWaterSample', 'officer', {
  sampledOn: '2022-05-20',
  labReportNo: '检测〔2022〕1号',
  transparencyCm: 25,
  dissolvedOxygen: 200,
  ammoniaN: 1_500,
  redoxMv: -50,
});
export const completed = step('CompleteRemediation', 'officer', { completedOn: '2022-05-25' });
export const rejected = step('RejectRemediation', 'head', { rejectedOn: '2022-05-28', reason: '仍有异味' });
export const accepted = step('AcceptRemediation', 'head', {
  acceptedOn: '2022-06-15',
  acceptingAuthority: 'ECOLOGY_DEPT',
  publicNoticeFrom: '2022-06-01',
  publicNoticeTo: '2022-06-14',
  surveySatisfiedBp: 9_500,
});
export const closed = step('CloseWaterCase', 'head', { closedOn: '2022-06-20', lookBackDueOn: '2022-12-20' });
export const lookedBack = step('RecordWaterLookBack', 'gridMember', { checkedOn: '2022-12-01', result: 'NO_REBOUND' });
export const foulAgain = step('RecordWaterRebound', 'gridMember', { foundOn: '2022-12-02', description: '水体返黑' });
export const corrected: ExampleStep = {
  command: 'CorrectWaterEntry',
  by: 'officer',
  body: (idOf) => ({
    correctedEventId: idOf('WaterProblemRegistered'),
    reasonCode: 'TYPING',
    replacedFields: ['areaDm2=100'],
    approvedByStaffRef: cast.head.code,
  }),
};

export const works = [registered, farmSite, sewage, planned, started];
export const built = [...works, farmGone, sewageGone, tank, wetland];
export const ready = [...built, sampled, completed];
export const over = [...ready, accepted, closed];
