import { demolition } from '#cases/demolition';
import { enforcement, tip, waterRemediation } from '#cases/enforcement';
import { enterpriseVisit, hazard, inspectionMission } from '#cases/inspection';
import { housePermit } from '#cases/permit';
import { labourDispute, petition } from '#cases/petition';
import { relocationHousehold, relocationProject } from '#cases/relocation';
import { but, cast, type ExampleStep } from '#foundation/given';
import { type Process } from '#foundation/process';
import * as demolitionSteps from '../../libs/cases/demolition/src/demolition.examples.js';
import * as enforcementSteps from '../../libs/cases/enforcement/src/enforcement.examples.js';
import * as tipSteps from '../../libs/cases/enforcement/src/tip.examples.js';
import * as waterSteps from '../../libs/cases/enforcement/src/water.examples.js';
import * as inspectionSteps from '../../libs/cases/inspection/src/inspection.examples.js';
import * as permitSteps from '../../libs/cases/permit/src/permit.examples.js';
import * as labourSteps from '../../libs/cases/petition/src/labour.examples.js';
import * as petitionSteps from '../../libs/cases/petition/src/petition.examples.js';
import * as householdSteps from '../../libs/cases/relocation/src/household.examples.js';
import * as projectSteps from '../../libs/cases/relocation/src/project.examples.js';
import * as rare from './lives.js';

/** Another case that steps of this kind look into, made before them. */
export interface Companion {
  readonly process: Process;
  /** What the steps name: its number, or a placeholder for its case id. */
  readonly ref: string;
  readonly isCaseId: boolean;
  /** Command whose step looks into it, where each case needs one of its own; else one does for all. */
  readonly neededBy?: string;
  readonly steps: readonly ExampleStep[];
}

export interface Kind {
  readonly process: Process;
  /** What its people may ask for, in the order in which it is tried. */
  readonly examples: readonly ExampleStep[];
  /** Whole stories that the examples tell, from their first step on. */
  readonly lives: readonly (readonly ExampleStep[])[];
  /** Puts right the first entry, which every case has. */
  readonly correction: ExampleStep;
  readonly companions: readonly Companion[];
}

function isStep(value: unknown): value is ExampleStep {
  return typeof value === 'object' && value !== null && 'command' in value && 'body' in value;
}

/** All steps among the examples, those in lists and groups of them too, each once. */
function stepsIn(examples: object): ExampleStep[] {
  const steps = Object.values(examples).flatMap((value: unknown) => {
    if (isStep(value)) return [value];
    return typeof value === 'object' && value !== null ? stepsIn(value) : [];
  });
  return [...new Set(steps)].filter(({ by }) => typeof by === 'string');
}

function livesIn(examples: object): ExampleStep[][] {
  return Object.values(examples).flatMap((value: unknown) => {
    if (Array.isArray(value)) return value.length > 0 && value.every(isStep) ? [value] : [];
    return typeof value === 'object' && value !== null && !isStep(value) ? livesIn(value) : [];
  });
}

const opens = (process: Process, { command }: ExampleStep): boolean =>
  process.stepOfCommand.get(command)?.moves.some(({ from }) => from.includes('NONE')) === true;

/** Those of this kind of case, in the order of its table: a module of examples may tell of several kinds. */
const inOrder = (process: Process, examples: readonly ExampleStep[]): readonly ExampleStep[] =>
  process.steps.flatMap(({ commandName }) => examples.filter(({ command }) => command === commandName));

const kind = (
  process: Process,
  steps: object,
  correction: ExampleStep,
  more: {
    readonly examples?: readonly ExampleStep[];
    readonly lives?: Kind['lives'];
    readonly companions?: readonly Companion[];
  } = {},
): Kind => ({
  process,
  lives: [...livesIn(steps).filter(([first]) => opens(process, first!)), ...(more.lives ?? [])],
  examples: inOrder(process, [...stepsIn(steps), ...(more.examples ?? [])]),
  correction,
  companions: more.companions ?? [],
});

const mission: Companion = {
  ...{ process: inspectionMission, ref: 'AJ-1', isCaseId: false },
  steps: inspectionSteps.underWay,
};
const project: Companion = {
  ...{ process: relocationProject, ref: 'XM-01', isCaseId: false },
  steps: projectSteps.lives.PJ_EXPROPRIATED,
};
/** Surveyed with its crop, then taken out of the scope, so that it holds up neither the hand-over nor the closing. */
const household: Companion = {
  ...{ process: relocationHousehold, ref: 'HH-0001', isCaseId: false, neededBy: 'PayGreenCropCompensation' },
  steps: [householdSteps.registered, householdSteps.surveyed, householdSteps.removed],
};
const byCaseId = (process: Process, ref: string, steps: readonly ExampleStep[]): Companion => ({
  ...{ process, ref, isCaseId: true, steps },
});

/** The matter that shared steps link a case to. */
export const linked = byCaseId(demolition, '01890a5d-0000-774b-bcce-000000000009', [demolitionSteps.found]);

const correction = (command: string, event: string, pair: string): ExampleStep => ({
  command,
  by: 'inspector',
  body: (idOf) => ({
    ...{ correctedEventId: idOf(event), reasonCode: 'TYPING', replacedFields: [pair] },
    approvedByStaffRef: cast.leader.code,
  }),
});
const missionCorrection = correction('CorrectInspectionEntry', 'InspectionPlanned', 'randomDraw=false');
const hazardCorrection = correction('CorrectHazardEntry', 'HazardFound', 'categoryCode=MACHINERY');
const permitCorrection = {
  ...correction('CorrectPermitEntry', 'HouseApplicationReceived', 'storeys=1'),
  by: 'permitClerk' as const,
};
const visitCorrection = correction(
  'CorrectEnterpriseVisitEntry',
  'EnterpriseVisitRecorded',
  'findings=CONTRACT_MISSING',
);

export const kinds: readonly Kind[] = [
  kind(demolition, demolitionSteps, demolitionSteps.corrected('IllegalBuildingFound', 'leadSource=SURVEY'), {
    lives: rare.demolitionLives,
  }),
  kind(enforcement, enforcementSteps, enforcementSteps.corrected('LeadRegistered', 'leadSource=SURVEY'), {
    examples: rare.enforcementSteps,
    lives: rare.enforcementLives,
  }),
  kind(tip, tipSteps, tipSteps.corrected, {
    companions: [byCaseId(enforcement, tipSteps.leadRef, enforcementSteps.lives.verified)],
  }),
  kind(waterRemediation, waterSteps, waterSteps.corrected, {
    companions: [byCaseId(enforcement, waterSteps.farmCase, enforcementSteps.lives.closed)],
  }),
  kind(
    relocationProject,
    projectSteps,
    projectSteps.corrected('RelocationProjectRegistered', 'scope=园区三期红线范围'),
    { companions: [household] },
  ),
  kind(relocationHousehold, householdSteps, householdSteps.corrected('HouseholdRegistered', 'groupCode=WG-01-02'), {
    examples: rare.householdSteps,
    companions: [project],
  }),
  kind(petition, petitionSteps, petitionSteps.corrected('PetitionRegistered', 'subjectArea=HOUSE_BUILDING')),
  kind(labourDispute, labourSteps, labourSteps.corrected('LabourComplaintReceived', 'channel=PHONE'), {
    examples: [
      ...['AGREED', 'FAILED_GUIDED', 'REFERRED'].map(labourSteps.closedAs),
      but(labourSteps.paid, { amountFen: 100_000, workersPaid: 1, voucherRef: '纸质:工资-0002' }),
    ],
  }),
  kind(inspectionMission, inspectionSteps, missionCorrection, {
    examples: [but(inspectionSteps.reopened, { ground: 'ENTRY_WRONG' })],
  }),
  kind(hazard, inspectionSteps, hazardCorrection, {
    examples: [
      but(inspectionSteps.found, { grade: 'MAJOR' }),
      but(inspectionSteps.visited, { result: 'FAIL' }),
      but(inspectionSteps.cleared, { resumptionApprovalNo: '复产〔2022〕1号' }),
      but(inspectionSteps.cut, { urgent: true, cutAt: '2022-03-04T09:30' }),
    ],
    companions: [mission],
  }),
  kind(enterpriseVisit, inspectionSteps, visitCorrection),
  kind(housePermit, permitSteps, permitCorrection, {
    examples: [but(permitSteps.objected, { publicity: 'RESULT', raisedOn: '2022-03-24' })],
    companions: [byCaseId(demolition, permitSteps.demolitionRef, demolitionSteps.lives.closed)],
  }),
];
