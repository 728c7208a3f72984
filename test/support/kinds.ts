// Steps of every kind of case, for tests that look at all of them. Those that no spec shares are told here.
import { cast, type ExampleStep } from '#foundation/given';
import * as demolition from '../../libs/cases/demolition/src/demolition.examples.js';
import * as enforcement from '../../libs/cases/enforcement/src/enforcement.examples.js';
import * as measures from '../../libs/cases/enforcement/src/enforcement.measures.examples.js';
import * as inspection from '../../libs/cases/inspection/src/inspection.examples.js';
import * as permit from '../../libs/cases/permit/src/permit.examples.js';
import * as labour from '../../libs/cases/petition/src/labour.examples.js';
import * as petition from '../../libs/cases/petition/src/petition.examples.js';
import * as household from '../../libs/cases/relocation/src/household.examples.js';
import * as project from '../../libs/cases/relocation/src/project.examples.js';

const step = (command: string, by: ExampleStep['by'], body: Record<string, unknown>): ExampleStep => ({
  ...{ command, by, body },
});

const tipReceived = step('ReceiveTip', 'petitionClerk', {
  tipId: 'JB-2022-0001',
  channel: 'HOTLINE_12345',
  matterCode: 'ILLEGAL_PLASTICS',
  receivedOn: '2022-03-01',
  anonymous: false,
  identityToken: 'TOK-0001',
});
const waterRegistered = step('RegisterWaterProblem', 'leader', {
  origin: 'WARNING_FILM',
  assignedOn: '2022-03-01',
  dueOn: '2022-06-30',
  waterName: '东岭水系',
  gridCode: 'WG-01-01',
});
const sourceFound = step('IdentifyPollutionSource', 'officer', {
  sourceId: 'S-1',
  sourceKind: 'DOMESTIC_SEWAGE',
  identifiedOn: '2022-03-02',
});
const waterPlanned = step('ApproveRemediationPlan', 'leader', {
  planNo: '治水〔2022〕1号',
  approvedOn: '2022-03-05',
  measures: ['SOURCE_REMOVAL', 'TREATMENT_FACILITY'],
  plannedFacilities: ['THREE_CELL_TANK', 'CONSTRUCTED_WETLAND'],
  targetOn: '2022-06-15',
  leaderStaffRef: cast.leader.code,
});
const visited = step('RecordEnterpriseVisit', 'mediator', {
  visitId: 'ZF-1',
  enterpriseRef: '企业-0001',
  visitKind: 'PATROL',
  visitedOn: '2022-03-02',
  visitorRefs: [cast.mediator.code],
  findings: ['NO_PROBLEM'],
});

/** A plan is dated by the day on which it is recorded, so a mission and its hazard are of today. */
const today = (step: ExampleStep): ExampleStep =>
  told(step, { '2022-03-02': localDay(0), '2022-03-12': localDay(10), 'T09:00': 'T00:00', 'T10:00': 'T00:01' });

/** Another mission than the one that has a case of its own here. */
const another = (step: ExampleStep): ExampleStep => told(step, { 'AJ-1': 'AJ-2', '检查-1': '检查-2' });

const localDay = (later: number): string =>
  new Date(Date.now() + (later * 24 + 8) * 3_600_000).toISOString().slice(0, 10);

/** The same step with other values wherever they stand in it. */
function told(step: ExampleStep, values: Readonly<Record<string, string>>): ExampleStep {
  let text = JSON.stringify(step);
  for (const [value, other] of Object.entries(values)) text = text.replaceAll(value, other);
  return JSON.parse(text) as ExampleStep;
}

interface Kind {
  readonly process: string;
  /** What comes before in the case, and first in another case where the kind stands on one. */
  readonly before: readonly ExampleStep[];
  readonly elsewhere?: { readonly process: string; readonly steps: readonly ExampleStep[] };
  /** The step whose form asks the most of its reader. */
  readonly step: ExampleStep;
}

/** A case of each kind that the product serves. */
export const kinds: readonly Kind[] = [
  { process: 'demolition', before: [demolition.found], step: demolition.surveyed },
  { process: 'enforcement', before: [enforcement.lead, enforcement.verified], step: measures.seized },
  { process: 'tip', before: [], step: tipReceived },
  { process: 'waterRemediation', before: [waterRegistered, sourceFound], step: waterPlanned },
  { process: 'relocationProject', before: project.lives.PJ_EXPROPRIATED, step: project.landPaid },
  { process: 'relocationHousehold', before: [household.registered], step: household.surveyed },
  { process: 'petition', before: [petition.registered, petition.accepted], step: petition.assigned },
  { process: 'labourDispute', before: [], step: labour.received },
  {
    process: 'inspectionMission',
    before: [inspection.planned, inspection.dispatched].map(today),
    step: today(inspection.conducted),
  },
  {
    process: 'hazard',
    elsewhere: { process: 'inspectionMission', steps: inspection.underWay.map((step) => another(today(step))) },
    before: [another(today(inspection.found))],
    step: today(inspection.ordered),
  },
  { process: 'enterpriseVisit', before: [], step: visited },
  {
    process: 'housePermit',
    before: [permit.received, permit.met, permit.posted, permit.villageReviewed],
    step: permit.submitted,
  },
];
