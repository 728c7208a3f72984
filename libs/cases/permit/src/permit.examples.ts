import { but, cast, type ExampleStep } from '#foundation/given';

// Steps of a house permit as its people ask for them, in the order of a life. Every date was counted by hand on the
// calendar of 2022 (rest days: 3-5 April, 30 April to 4 May, 3-5 June; 2 and 24 April are worked).

const step = (command: string, by: ExampleStep['by'], body: Record<string, unknown>): ExampleStep => ({
  command,
  by,
  body,
});

export const demolitionRef = '01890a5d-0000-774b-bcce-000000000003';
const attendeeRefs = [cast.jointReviewer.code, cast.secondJointReviewer.code];

export const received = step('ReceiveHouseApplication', 'coordinator', {
  receivedOn: '2022-03-01',
  householdRef: 'HH-0001',
  applicationKind: 'NEW_PLOT',
  plotAreaDm2: 12_000,
  buildingAreaDm2: 24_000,
  storeys: 2,
  landUse: 'ARABLE',
  existingPlots: 1,
  oldHouseRemovalPromised: true,
});
export const met = step('RecordGroupMeeting', 'coordinator', {
  heldOn: '2022-03-03',
  presentCount: 40,
  agreedCount: 30,
  recordRef: '纸质:会议-1',
});
/** Friday 4 March; the fifth working day after it is Friday 11 March. */
export const posted = step('PublicizeApplication', 'coordinator', {
  postedOn: '2022-03-04',
  postedUntil: '2022-03-11',
  photoRefs: ['纸质:公示-1'],
});
export const objected = step('RaisePublicObjection', 'coordinator', {
  objectionId: 'YY-1',
  raisedOn: '2022-03-07',
  publicity: 'APPLICATION',
  subject: 'NEIGHBOUR_DISTANCE',
  identityToken: 'TOK-0009',
});
export const answered = step('ResolvePublicObjection', 'coordinator', {
  objectionId: 'YY-1',
  resolvedOn: '2022-03-10',
  result: 'REJECTED',
  answerRef: '纸质:答复-1',
});
export const villageReviewed = step('PassVillageReview', 'coordinator', {
  reviewedOn: '2022-03-12',
  opinionRef: '纸质:意见-1',
});
/** Monday 14 March; the twentieth working day after it is Tuesday 12 April, the thirtieth Monday 25 April. */
export const submitted = step('SubmitApplicationToTown', 'permitClerk', {
  submittedOn: '2022-03-14',
  acceptedOn: '2022-03-14',
  acceptanceNo: '建受〔2022〕1号',
});
export const returned = step('ReturnMaterials', 'permitClerk', { returnedOn: '2022-03-15', missing: ['户口簿复印件'] });
export const extended = step('ExtendPermitTerm', 'head', {
  extendedOn: '2022-04-12',
  newDueOn: '2022-04-25',
  reason: '农用地转用批文未到',
  informedOn: '2022-04-12',
});
export const siteReviewed = step('AttendSiteReview', 'jointReviewer', {
  attendedOn: '2022-03-16',
  attendeeRefs,
  plotAreaDm2: 12_000,
  landUse: 'ARABLE',
  onBasicFarmland: false,
  recordRef: '纸质:到场-1',
});
export const reviewed = step('ConcludeJointReview', 'jointReviewer', {
  concludedOn: '2022-03-20',
  reviewOffices: ['AGRICULTURE', 'NATURAL_RESOURCES', 'PLANNING_CONSTRUCTION'],
  opinions: ['AGREE', 'AGREE_WITH_CONDITIONS', 'AGREE'],
  result: 'PASSED',
  farmlandConversionNo: '农转〔2022〕1号',
});
export const approved = step('ApprovePermit', 'head', {
  approvedOn: '2022-03-22',
  plotApprovalNo: '宅批〔2022〕1号',
  planningPermitNo: '乡字第2022001号',
  plotAreaDm2: 12_000,
  buildingAreaDm2: 24_000,
  storeys: 2,
  validUntil: '2024-03-21',
});
export const refused = step('RefusePermit', 'head', {
  refusedOn: '2022-03-22',
  reason: '不符合村庄规划',
  remedyInfoGiven: true,
});
export const handedOut = step('HandOutPermit', 'permitClerk', {
  handedOutOn: '2022-03-25',
  plotApprovalNo: '宅批〔2022〕1号',
  planningPermitNo: '乡字第2022001号',
  receiptRef: '纸质:签收-1',
});
/** Wednesday 23 March; the fifth working day after it is Wednesday 30 March. */
export const approvalPosted = step('PublicizeApproval', 'permitClerk', {
  postedOn: '2022-03-23',
  postedUntil: '2022-03-30',
  photoRefs: ['纸质:公示-2'],
});
export const settingOutRequested = step('RequestSettingOut', 'permitClerk', { requestedOn: '2022-03-28' });
export const setOut = step('AttendSettingOut', 'jointReviewer', {
  attendedOn: '2022-03-31',
  attendeeRefs,
  recordRef: '纸质:放样-1',
});
export const checked = step('RecordConstructionCheck', 'coordinator', {
  checkedOn: '2022-04-20',
  stage: 'WALLS',
  deviation: false,
});
export const deviated = step('RecordPermitDeviation', 'coordinator', {
  foundOn: '2022-05-05',
  deviationKind: 'STOREYS',
  demolitionCaseRef: demolitionRef,
});
export const resolved = step('ResolvePermitDeviation', 'permitClerk', {
  resolvedOn: '2022-06-01',
  result: 'CORRECTED',
});
export const completed = step('AttendCompletionCheck', 'jointReviewer', {
  attendedOn: '2022-06-20',
  attendeeRefs,
  plotAreaDm2: 12_000,
  buildingAreaDm2: 23_900,
  storeys: 2,
  result: 'WITHIN_PERMIT',
});
export const oldHouseRemoved = step('ConfirmOldHouseRemoved', 'coordinator', {
  removedOn: '2022-05-10',
  areaDm2: 8_000,
  photoRefs: ['纸质:拆旧-1'],
});
export const closed = step('ClosePermit', 'permitClerk', { closedOn: '2022-06-30', acceptanceNo: '建验〔2022〕1号' });
export const filed = but(closed, { acceptanceNo: undefined });
export const revoked = step('RevokePermit', 'head', {
  revokedOn: '2022-07-05',
  ground: 'BASIS_CHANGED',
  compensationDue: true,
  hearingRecordRef: '纸质:听取-1',
});
export const compensated = step('PayPermitCompensation', 'finance', {
  paidOn: '2022-07-20',
  amountFen: 500_000,
  voucherNo: '建补-0001',
  finalPayment: true,
});
export const reopened = step('ReopenPermit', 'head', { reopenedOn: '2022-08-01', ground: 'NEW_FACT' });
export const corrected: ExampleStep = {
  command: 'CorrectPermitEntry',
  by: 'permitClerk',
  body: (idOf) => ({
    correctedEventId: idOf('CompletionCheckAttended'),
    reasonCode: 'WRONG_MEASURE',
    replacedFields: ['buildingAreaDm2=23800'],
    approvedByStaffRef: cast.head.code,
    measuringSheetRef: '纸质:测量-1',
  }),
};

const publicised = [received, met, posted];
const atTown = [...publicised, villageReviewed, submitted];
const jointlyReviewed = [...atTown, siteReviewed, reviewed];
const granted = [...jointlyReviewed, approved];
const ready = [...granted, approvalPosted];
const building = [...ready, setOut];
const built = [...building, oldHouseRemoved, completed];
/** How far a case has come, step by step. */
export const lives = {
  ...{ publicised, atTown, jointlyReviewed, granted, ready, building, built },
  seenOnSite: [...atTown, siteReviewed],
  refused: [...jointlyReviewed, refused],
  closed: [...built, closed],
  revoked: [...granted, but(revoked, { revokedOn: '2022-04-01' })],
};
