import { but, type ExampleStep, given, type IdOf } from '#foundation/given';
import * as project from './project.examples.js';
import { relocationProject } from './project.process.js';

// Steps of a household case as its people ask for them, in the order of a life: a farm house of 120 m2 with a side
// house of 80 m2, for 300,000 yuan and a resettlement flat.

export const registered: ExampleStep = {
  command: 'RegisterHousehold',
  by: 'relocator',
  body: {
    householdCaseId: 'HH-0001',
    projectRef: 'XM-01',
    partyKind: 'HOUSEHOLD',
    partyRef: '被征收-0001',
    groupCode: 'WG-01-01',
    registeredOn: '2021-08-12',
  },
};

const house = {
  buildingId: 'FW-1',
  buildingUse: 'HOUSE',
  structure: 'BRICK_CONCRETE',
  floorAreaDm2: 12_000,
  storeys: 2,
  lawful: 'LAWFUL',
};
export const buildings = [house, { ...house, buildingId: 'FW-2', floorAreaDm2: 8_000, storeys: 1 }];

export const surveyed: ExampleStep = {
  command: 'SurveyHousehold',
  by: 'relocator',
  body: {
    surveyedOn: '2021-08-13',
    surveyorRefs: ['征拆-01', '征拆-02'],
    buildings,
    attachments: [{ attachmentKind: 'WALL', quantity: 37, unitCode: 'M' }],
    ownerPresent: true,
    ownerSigned: true,
  },
};

/** Posted for the seven days after Monday 16 August. */
export const published: ExampleStep = {
  command: 'PublishSurveyResult',
  by: 'relocator',
  body: { postedOn: '2021-08-16', postedUntil: '2021-08-23', place: 'PROJECT_AREA', noticeRef: '纸质:公示-1' },
};

export const objected: ExampleStep = {
  command: 'RaiseSurveyObjection',
  by: 'relocator',
  body: { objectionId: 'YY-1', raisedOn: '2021-08-18', subject: 'AREA' },
};

export const answered: ExampleStep = {
  command: 'ResolveSurveyObjection',
  by: 'relocator',
  body: { objectionId: 'YY-1', resolvedOn: '2021-08-20', result: 'REJECTED', answerRef: '纸质:答复-1' },
};

export const appraised: ExampleStep = {
  command: 'AppraiseProperty',
  by: 'relocator',
  body: {
    appraisedOn: '2021-08-24',
    method: 'COST',
    appraiser: 'VOTED_FIRM',
    valueFen: 28_000_000,
    reportRef: '纸质:评估-1',
    served: true,
  },
};

export const offered: ExampleStep = {
  command: 'OfferCompensation',
  by: 'relocator',
  body: {
    offeredOn: '2021-11-08',
    compensationMode: 'RESETTLEMENT_HOUSING',
    houseFen: 28_000_000,
    movingFen: 500_000,
    bonusFen: 1_500_000,
    totalFen: 30_000_000,
    modesOffered: ['MONEY', 'RESETTLEMENT_HOUSING'],
  },
};

export const signed: ExampleStep = {
  command: 'SignAgreement',
  by: 'relocator',
  body: {
    agreementNo: '征协字〔2022〕第0001号',
    signedOn: '2022-01-17',
    campaignId: 'QY-2022-01',
    compensationMode: 'RESETTLEMENT_HOUSING',
    totalFen: 30_000_000,
    firstPaymentBy: '2022-02-01',
    vacateBy: '2022-02-15',
    resettlement: '安置房一套',
    signerCapacity: 'OWNER',
    legalExplained: true,
  },
};

export const rescinded: ExampleStep = {
  command: 'RescindAgreement',
  by: 'reviewer',
  body: {
    agreementNo: '征协字〔2022〕第0001号',
    rescindedOn: '2022-01-20',
    ground: 'MUTUAL',
    docRef: '纸质:解除-1',
  },
};

export const supplemented: ExampleStep = {
  command: 'SignSupplementaryAgreement',
  by: 'relocator',
  body: {
    agreementNo: '征补字〔2022〕第0001号',
    signedOn: '2022-02-25',
    newTotalFen: 31_000_000,
    reason: '漏登附属物',
  },
};

/** The expropriation was announced on 22 March 2022. */
export const decided: ExampleStep = {
  command: 'RecordCompensationDecision',
  by: 'reviewer',
  body: {
    decisionNo: '县补决〔2022〕1号',
    decidedOn: '2022-03-25',
    servedOn: '2022-03-28',
    authority: 'COUNTY_GOVERNMENT',
    totalFen: 30_000_000,
  },
};

export const remedyFiled: ExampleStep = {
  command: 'RecordRelocationRemedyFiled',
  by: 'reviewer',
  body: { remedyId: '复议〔2022〕7号', remedyKind: 'RECONSIDERATION', filedOn: '2022-05-10' },
};

export const remedyConcluded: ExampleStep = {
  command: 'RecordRelocationRemedyConcluded',
  by: 'reviewer',
  body: { remedyId: '复议〔2022〕7号', concludedOn: '2022-07-01', result: 'UPHELD' },
};

/** 200,000 of the 300,000 yuan. */
export const firstPaid: ExampleStep = {
  command: 'PayCompensation',
  by: 'finance',
  body: {
    paymentId: '付-0001-1',
    paidOn: '2022-01-24',
    amountFen: 20_000_000,
    voucherNo: '征补凭-1',
    payeeAccountToken: '账户-0001',
    stage: 'FIRST',
    depositedWithNotary: false,
  },
};

export const restPaid = but(firstPaid, {
  paymentId: '付-0001-2',
  paidOn: '2022-02-20',
  amountFen: 10_000_000,
  voucherNo: '征补凭-2',
  stage: 'FINAL',
});

export const deposited = but(firstPaid, {
  paidOn: '2022-04-10',
  amountFen: 30_000_000,
  payeeAccountToken: undefined,
  depositedWithNotary: true,
});

export const resettled: ExampleStep = {
  command: 'ProvideResettlement',
  by: 'relocator',
  body: { kind: 'RESETTLEMENT_HOUSING', providedOn: '2022-01-26', docRef: '纸质:交房-1' },
};

/** The six months to sue end on Wednesday 28 September 2022. */
export const courtApplied: ExampleStep = {
  command: 'ApplyCourtVacating',
  by: 'reviewer',
  body: { appliedOn: '2022-09-29', court: 'BASIC_COURT', applicationNo: '强搬申〔2022〕1号' },
};

export const courtRuled: ExampleStep = {
  command: 'RecordCourtVacatingRuling',
  by: 'reviewer',
  body: { ruledOn: '2022-10-20', result: 'GRANTED' },
};

export const vacated: ExampleStep = {
  command: 'ConfirmHouseVacated',
  by: 'relocator',
  body: {
    vacatedOn: '2022-02-08',
    handoverDocRef: '纸质:移交-1',
    utilitiesSettled: true,
    voluntary: true,
    utilitiesAndRoadIntact: true,
  },
};

export const firstDown: ExampleStep = {
  command: 'RecordHouseDemolished',
  by: 'relocator',
  body: {
    buildingId: 'FW-1',
    buildingUse: 'HOUSE',
    areaDm2: 12_000,
    demolishedOn: '2022-02-10',
    contractor: '承拆-01',
    safetyPlanRef: '纸质:安全-1',
    lastBuilding: false,
  },
};

export const lastDown = but(firstDown, {
  buildingId: 'FW-2',
  areaDm2: 8_000,
  demolishedOn: '2022-02-12',
  lastBuilding: true,
});

export const accepted: ExampleStep = {
  command: 'AcceptSiteClearance',
  by: 'leader',
  body: { acceptedOn: '2022-02-15', photoRefs: ['纸质:验收-1'] },
};

export const closed: ExampleStep = {
  command: 'CloseHouseholdCase',
  by: 'relocator',
  body: { closedOn: '2022-03-01', archiveNo: '档-征拆-0001', resultPublishedOn: '2022-02-28' },
};

export const removed: ExampleStep = {
  command: 'RemoveHouseholdFromScope',
  by: 'leader',
  body: { removedOn: '2022-01-18', reason: '红线调整', countyDocNo: '县调〔2022〕1号' },
};

export const reopened = (toStep: string, ground: string, reopenedOn: string): ExampleStep => ({
  command: 'ReopenHouseholdCase',
  by: 'leader',
  body: { reopenedOn, ground, toStep },
});

export const corrected = (event: string, ...replacedFields: readonly string[]): ExampleStep => ({
  command: 'CorrectHouseholdEntry',
  by: 'relocator',
  body: (idOf: IdOf) => ({
    correctedEventId: idOf(event),
    reasonCode: 'WRONG_MEASURE',
    replacedFields,
    approvedByStaffRef: '包案-01',
  }),
});

const offeredLife = [registered, surveyed, published, appraised, offered] as const;
const signedLife = [...offeredLife, signed] as const;
const vacatedLife = [...signedLife, firstPaid, resettled, vacated] as const;
const acceptedLife = [...vacatedLife, firstDown, lastDown, accepted] as const;

/** A household in each of its states. */
export const lives = {
  HH_REGISTERED: offeredLife.slice(0, 1),
  HH_SURVEYED: offeredLife.slice(0, 2),
  HH_SURVEY_PUBLISHED: offeredLife.slice(0, 3),
  HH_APPRAISED: offeredLife.slice(0, 4),
  HH_OFFERED: offeredLife,
  HH_SIGNED: signedLife,
  HH_COMP_DECIDED: [...offeredLife, decided],
  HH_PAID: [...signedLife, firstPaid],
  HH_VACATED: vacatedLife,
  HH_DEMOLISHED: [...vacatedLife, firstDown],
  HH_ACCEPTED: acceptedLife,
  HH_CLOSED: [...acceptedLife, restPaid, closed],
} as const;

/** The project XM-01, expropriation announced: what a household's rules look at. */
export const ofProject = {
  related: { 'relocationProject/XM-01': given(relocationProject, ...project.lives.PJ_EXPROPRIATED) },
};
