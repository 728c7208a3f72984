import { but, type ExampleStep, type IdOf } from '#foundation/given';

// Steps of a relocation project as its people ask for them, in the order of a life. Terms were counted by hand: ten
// working days after Monday 26 July 2021 end on 9 August, thirty days after 1 September on 1 October.

export const registered: ExampleStep = {
  command: 'RegisterRelocationProject',
  by: 'relocator',
  body: {
    projectId: 'XM-01',
    projectKind: 'INDUSTRIAL_PARK',
    tenure: 'COLLECTIVE',
    publicInterestGround: 'TRACT_DEVELOPMENT',
    scope: '园区二期红线范围',
    implementingUnit: 'TOWNSHIP_GOVERNMENT',
    countyAuthority: 'COUNTY_GOVERNMENT',
    registeredOn: '2021-07-12',
  },
};
export const registeredOnStateLand = but(registered, { tenure: 'STATE_OWNED' });

export const preAnnounced: ExampleStep = {
  command: 'PostPreAnnouncement',
  by: 'relocator',
  body: {
    docNo: '征预公〔2021〕1号',
    postedOn: '2021-07-26',
    postedUntil: '2021-08-09',
    places: ['TOWN', 'VILLAGE', 'VILLAGER_GROUP'],
  },
};

export const surveyed: ExampleStep = {
  command: 'CompleteLandSurvey',
  by: 'relocator',
  body: {
    surveyedOn: '2021-08-10',
    areaCentimu: 6_735,
    landClasses: ['ARABLE', 'POND'],
    householdCount: 2,
    confirmedByOwners: true,
  },
};

export const assessed: ExampleStep = {
  command: 'AssessStabilityRisk',
  by: 'leader',
  body: {
    assessedOn: '2021-08-27',
    riskLevel: 'LOW',
    participants: ['AFFECTED_COLLECTIVE', 'AFFECTED_MEMBERS', 'DEPARTMENT'],
    mitigation: '逐项答复意见',
    reportRef: '纸质:稳评-01',
  },
};

export const planAnnounced: ExampleStep = {
  command: 'AnnounceCompensationPlan',
  by: 'relocator',
  body: {
    planNo: '补偿方案〔2021〕1号',
    postedOn: '2021-09-01',
    postedUntil: '2021-10-01',
    registrationUntil: '2021-10-10',
    objectionChannel: '征拆办公室窗口',
  },
};

export const heard: ExampleStep = {
  command: 'HoldPlanHearing',
  by: 'reviewer',
  body: { heldOn: '2021-10-12', objectorsBp: 5_200, recordRef: '纸质:听证-01', planChanged: true },
};

export const planConfirmed: ExampleStep = {
  command: 'ConfirmCompensationPlan',
  by: 'leader',
  body: {
    planNo: '补偿方案〔2021〕1号',
    confirmedOn: '2021-11-01',
    countyDocNo: '县征批〔2021〕1号',
    rateTableRef: '纸质:标准表-01',
    objectorsBp: 400,
  },
};

/** One million yuan. */
export const funded: ExampleStep = {
  command: 'SecureCompensationFunds',
  by: 'finance',
  body: { securedOn: '2021-11-09', amountFen: 100_000_000, accountRef: '专户-01' },
};

export const met: ExampleStep = {
  command: 'HoldCoordinationMeeting',
  by: 'leader',
  body: {
    campaignId: 'QY-2022-01',
    meetingOn: '2022-05-09',
    projectRefs: ['XM-01'],
    householdCaseRefs: ['HH-0001', 'HH-0002'],
    startOn: '2022-05-11',
    plannedEndOn: '2022-05-20',
  },
};

export const campaignClosed: ExampleStep = {
  command: 'CloseSigningCampaign',
  by: 'leader',
  body: { campaignId: 'QY-2022-01', endOn: '2022-05-20' },
};

export const houseDecided: ExampleStep = {
  command: 'RecordHouseExpropriationDecision',
  by: 'relocator',
  body: {
    docNo: '房征〔2022〕1号',
    decidedOn: '2022-01-10',
    announcedOn: '2022-01-12',
    authority: 'COUNTY_GOVERNMENT',
  },
};

export const applied: ExampleStep = {
  command: 'ApplyLandApproval',
  by: 'relocator',
  body: { appliedOn: '2022-01-07', batchNo: '批次〔2022〕1号', areaCentimu: 6_735, unsignedHouseholds: 2 },
};

export const approved: ExampleStep = {
  command: 'RecordLandApproval',
  by: 'relocator',
  body: {
    approvalNo: '省征〔2022〕1号',
    approvedOn: '2022-03-08',
    receivedOn: '2022-03-14',
    approvingAuthority: 'PROVINCE_GOVERNMENT',
    areaCentimu: 6_000,
  },
};

export const approvalRefused: ExampleStep = {
  command: 'RecordLandApprovalRefusal',
  by: 'relocator',
  body: { refusedOn: '2022-03-08', reason: '材料不全' },
};

export const expropriated: ExampleStep = {
  command: 'AnnounceExpropriation',
  by: 'relocator',
  body: { docNo: '征公〔2022〕1号', postedOn: '2022-03-22' },
};

/** The whole approved area for 600,000 yuan. */
export const landPaid: ExampleStep = {
  command: 'PayLandCompensation',
  by: 'finance',
  body: {
    payeeKind: 'VILLAGE_COLLECTIVE',
    groupCode: 'WG-01-01',
    landClass: 'ARABLE',
    areaCentimu: 6_000,
    amountFen: 60_000_000,
    paidOn: '2022-04-12',
    voucherNo: '征地凭-001',
    landAgreementNo: '征地协议-01',
  },
};

/** The wall of household HH-0001 for 5,800 yuan. */
export const cropPaid: ExampleStep = {
  command: 'PayGreenCropCompensation',
  by: 'finance',
  body: {
    householdCaseRef: 'HH-0001',
    attachmentKind: 'WALL',
    quantity: 37,
    amountFen: 580_000,
    paidOn: '2022-04-20',
    voucherNo: '青苗凭-001',
    unitCode: 'M',
    plantedBeforePreAnnouncement: true,
  },
};

export const handedOver: ExampleStep = {
  command: 'HandOverLand',
  by: 'relocator',
  body: { handedOverOn: '2022-11-01', areaCentimu: 6_000 },
};

export const closed: ExampleStep = {
  command: 'CloseRelocationProject',
  by: 'leader',
  body: { closedOn: '2022-12-01', auditRef: '纸质:审计-01', paymentsPublishedOn: '2022-11-15' },
};

export const corrected = (event: string, ...replacedFields: readonly string[]): ExampleStep => ({
  command: 'CorrectRelocationProjectEntry',
  by: 'relocator',
  body: (idOf: IdOf) => ({
    correctedEventId: idOf(event),
    reasonCode: 'TYPING',
    replacedFields,
    approvedByStaffRef: '包案-01',
  }),
});

const upTo = (...steps: readonly ExampleStep[]) => steps;
const preAnnouncedLife = upTo(registered, preAnnounced);
const plan = upTo(...preAnnouncedLife, surveyed, assessed, planAnnounced);
const confirmed = upTo(...plan, planConfirmed);
const approvedLife = upTo(...confirmed, funded, applied, approved);
const expropriatedLife = upTo(...approvedLife, expropriated);

/** A project in each of its states. */
export const lives = {
  PJ_REGISTERED: upTo(registered),
  PJ_PREANNOUNCED: preAnnouncedLife,
  PJ_SURVEYED: upTo(...preAnnouncedLife, surveyed),
  PJ_RISK_ASSESSED: upTo(...preAnnouncedLife, surveyed, assessed),
  PJ_PLAN_ANNOUNCED: plan,
  PJ_PLAN_CONFIRMED: confirmed,
  PJ_APPLIED: upTo(...confirmed, funded, applied),
  PJ_APPROVED: approvedLife,
  PJ_EXPROPRIATED: expropriatedLife,
  PJ_HANDED_OVER: upTo(...expropriatedLife, landPaid, handedOver),
} as const;

/** The same on state-owned land, up to the confirmed plan with its money. */
export const onStateLand = [
  registeredOnStateLand,
  preAnnounced,
  surveyed,
  assessed,
  planAnnounced,
  planConfirmed,
  funded,
] as const;
