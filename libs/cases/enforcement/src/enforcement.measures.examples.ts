import { but, type ExampleStep } from '#foundation/given';

// Custody, cuts, closures and the end of a case, for the stories of enforcement.examples.ts.

export const step = (command: string, by: ExampleStep['by'], body: Record<string, unknown>): ExampleStep => ({
  command,
  by,
  body,
});

export const sealed = step('SealPremises', 'officer', {
  measureId: '封-1',
  decisionNo: '封决〔2022〕1号',
  legalBasis: 'SWL_27',
  authority: 'ECOLOGY_DEPT',
  premisesKind: 'WORKSHOP',
  startOn: '2022-03-05',
  endOn: '2022-04-04',
  urgent: false,
  approvedAt: '2022-03-04T16:00',
  deliveredListNo: '封单〔2022〕1号',
});
export const sealedUrgently = but(sealed, { urgent: true, approvedAt: undefined, startedAt: '2022-03-05T22:10' });
export const urgencyApproved = step('ApproveUrgentMeasure', 'head', {
  measureId: '封-1',
  decidedAt: '2022-03-06T09:00',
  result: 'APPROVED',
  docRef: '纸质:补批-1',
});
export const seized = step('TakePropertyIntoCustody', 'officer', {
  measureId: '扣-1',
  itemId: '物-1',
  itemKind: 'EQUIPMENT',
  legalForm: 'SEIZED',
  decisionNo: '扣决〔2022〕1号',
  legalBasis: 'SWL_27',
  quantity: 2,
  takenOn: '2022-03-05',
  endOn: '2022-04-04',
  listNo: '扣单〔2022〕1号',
  lifeNecessity: false,
});
/** A second thing under the same decision and list. */
export const seizedMaterial = but(seized, {
  itemId: '物-2',
  itemKind: 'RAW_MATERIAL',
  quantity: undefined,
  massKg: 4_600,
});
export const surrendered = but(seized, {
  ...{ legalForm: 'SURRENDERED', legalBasis: 'SELF_REQUEST', consentDocRef: '纸质:同意-1' },
  ...{ decisionNo: undefined, listNo: undefined, endOn: undefined },
});
export const custodyExtended = step('ExtendCustody', 'head', {
  measureId: '扣-1',
  newEndOn: '2022-05-04',
  reason: '需进一步检测',
  notifiedOn: '2022-04-04',
});
export const unsealed = step('ResolveCustody', 'officer', {
  measureId: '封-1',
  outcome: 'LIFTED',
  resolvedOn: '2022-03-18',
  docRef: '纸质:解封-1',
});
export const returned = but(unsealed, { measureId: '扣-1', itemId: '物-1', outcome: 'RETURNED' });

/** At the operator's own request, the only ground before a decision. */
export const cut = step('CutUtilitySupply', 'head', {
  utility: 'POWER',
  legalBasis: 'SELF_REQUEST',
  cutAt: '2022-03-10T10:00',
  selfRequested: true,
  requestDocRef: '纸质:申请-1',
  productionSupplyOnly: true,
});
/** By decision, on the power that SPL art. 70 gives, with a day's notice. */
export const cutByDecision = but(cut, {
  ...{ legalBasis: 'SPL_70', selfRequested: false, requestDocRef: undefined },
  ...{ decisionNo: '停供〔2022〕1号', noticeHours: 24, cutAt: '2022-04-22T10:00' },
});
export const restored = step('RestoreUtilitySupply', 'head', {
  utility: 'POWER',
  restoredAt: '2022-03-20T15:00',
  reasonCode: 'OBEYED',
});
export const cleared = step('ClearSite', 'officer', {
  clearedOn: '2022-03-12',
  rawMaterialKg: 3_100,
  clearedBy: 'OPERATOR',
});
export const banned = step('ConfirmOperatorBanned', 'officer', {
  ceasedOn: '2022-03-15',
  processKind: 'WASHING',
  closureMode: 'SELF_CLOSED',
  waterCut: false,
  powerCut: false,
  rawMaterialCleared: true,
  productCleared: true,
  equipmentCleared: true,
  photoRefs: ['纸质:取缔-1'],
});
/** After the decision, as it ordered. */
export const bannedByOrder = but(banned, { closureMode: 'ORDERED', ceasedOn: '2022-05-02' });

export const stockSurveyed = step('SurveyFarmStock', 'officer', {
  species: 'PIG',
  stockMin: 80,
  stockMax: 90,
  surveyedOn: '2022-03-08',
  lawfulBefore: true,
});
export const closureOrdered = step('RecordClosureOrder', 'reviewer', {
  orderNo: '县关〔2022〕1号',
  orderingAuthority: 'COUNTY_GOVERNMENT',
  legalBasis: 'LBR_25',
  orderedOn: '2022-03-10',
  compensationDue: true,
});
export const farmClosed = step('ConfirmFarmClosed', 'officer', {
  species: 'PIG',
  closedOn: '2022-03-25',
  closureMode: 'ORDERED',
  orderNo: '县关〔2022〕1号',
  zoneKind: 'NO_FARMING',
  emptied: true,
});
export const compensated = step('PayFarmCompensation', 'finance', {
  paidOn: '2022-04-10',
  amountFen: 5_000_000,
  voucherNo: '补偿〔2022〕1号',
  finalPayment: true,
});

export const closed = step('CloseCase', 'head', {
  closedOn: '2022-07-01',
  archiveNo: '档〔2022〕1号',
  lookBackDueOn: '2022-07-31',
});
export const lookedBack = step('RecordLookBack', 'gridMember', {
  checkedOn: '2022-07-20',
  result: 'NO_REBOUND',
  photoRefs: ['纸质:回头看-1'],
});
export const rebound = step('RecordRebound', 'gridMember', {
  foundOn: '2022-08-01',
  leadSource: 'LOOK_BACK',
  description: '重新加工',
  partyRef: 'PTY-0001',
  placeConfirmed: true,
});
