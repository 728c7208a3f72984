import { but, type ExampleStep, given } from '#foundation/given';
import * as ex from './enforcement.examples.js';
import { lives } from './enforcement.examples.js';
import { enforcement } from './enforcement.process.js';

// R-ENF-09 to 11 and 15 to 24, and what a case owes. Rules that protect people are attacked from several sides.

type Refused = readonly [code: string, sentence: string, history: readonly ExampleStep[], step: ExampleStep];

const inCustody = [...lives.noticed, ex.seized];
const ordered = [...lives.farm, ex.closureOrdered];
const signed = { closureMode: 'SELF_CLOSED', orderNo: undefined, consentDocRef: '纸质:承诺-1' };
const finedAndRectified = [
  ...lives.served,
  but(ex.accepted, { noticeNo: undefined, decisionNo: '环罚〔2022〕1号', checkedOn: '2022-05-03' }),
];

const refusals: readonly Refused[] = [
  ['R-ENF-09', 'the sealing of a home', lives.noticed, but(ex.sealed, { premisesKind: 'LIVING_QUARTERS' })],
  [
    'R-ENF-09',
    'the urgent sealing of a home',
    lives.noticed,
    but(ex.sealedUrgently, { premisesKind: 'LIVING_QUARTERS' }),
  ],
  ['R-ENF-09', 'a sealing on the party’s request', lives.noticed, but(ex.sealed, { legalBasis: 'SELF_REQUEST' })],
  ['R-ENF-09', 'a sealing under a mere local rule', lives.noticed, but(ex.sealed, { legalBasis: 'LOCAL_RULE' })],
  ['R-ENF-09', 'a sealing by the township', lives.noticed, but(ex.sealed, { authority: 'TOWNSHIP_GOVERNMENT' })],
  ['R-ENF-09', 'a sealing for 31 days', lives.noticed, but(ex.sealed, { endOn: '2022-04-05' })],
  ['R-ENF-09', 'a sealing that nobody approved', lives.noticed, but(ex.sealed, { approvedAt: undefined })],
  ['R-ENF-09', 'a sealing approved afterwards', lives.noticed, but(ex.sealed, { approvedAt: '2022-03-06T08:00' })],
  ['R-ENF-09', 'an urgent sealing without its minute', lives.noticed, but(ex.sealedUrgently, { startedAt: undefined })],
  ['R-ENF-09', 'the later approval of what was approved', [...lives.noticed, ex.sealed], ex.urgencyApproved],
  [
    'R-ENF-09',
    'a second later approval',
    [...lives.verified, ex.sealedUrgently, ex.urgencyApproved],
    ex.urgencyApproved,
  ],
  ['R-ENF-10', 'a seizure without a decision', lives.noticed, but(ex.seized, { decisionNo: undefined })],
  ['R-ENF-10', 'a seizure without a list', lives.noticed, but(ex.seized, { listNo: undefined })],
  ['R-ENF-10', 'a seizure without an end', lives.noticed, but(ex.seized, { endOn: undefined })],
  ['R-ENF-10', 'a seizure for 31 days', lives.noticed, but(ex.seized, { endOn: '2022-04-05' })],
  ['R-ENF-10', 'a surrender without consent', lives.noticed, but(ex.surrendered, { consentDocRef: undefined })],
  ['R-ENF-10', 'a surrender on a ground of power', lives.noticed, but(ex.surrendered, { legalBasis: 'SWL_27' })],
  ['R-ENF-10', 'a confiscation before any decision', lives.noticed, but(ex.seized, { legalForm: 'CONFISCATED' })],
  ['R-ENF-10', 'machines that were not counted', lives.noticed, but(ex.seized, { quantity: undefined, massKg: 5 })],
  ['R-ENF-10', 'raw material that was not weighed', lives.noticed, but(ex.seizedMaterial, { quantity: 5, massKg: 0 })],
  ['R-ENF-10', 'necessities of life', lives.noticed, but(ex.seized, { lifeNecessity: true })],
  ['R-ENF-10', 'necessities of life given by consent', lives.noticed, but(ex.surrendered, { lifeNecessity: true })],
  ['R-ENF-10', 'a thing already in custody', inCustody, but(ex.surrendered, { measureId: '交-1' })],
  ['R-ENF-11', 'an extension told after expiry', inCustody, but(ex.custodyExtended, { notifiedOn: '2022-04-05' })],
  ['R-ENF-11', 'an extension by 31 days', inCustody, but(ex.custodyExtended, { newEndOn: '2022-05-05' })],
  ['R-ENF-11', 'a second extension', [...inCustody, ex.custodyExtended], ex.custodyExtended],
  ['R-ENF-11', 'an extension of what has ended', [...inCustody, ex.returned], ex.custodyExtended],
  ['R-ENF-11', 'an end without the item', inCustody, but(ex.returned, { itemId: undefined })],
  ['R-ENF-11', 'an end told twice', [...inCustody, ex.returned], ex.returned],
  [
    'R-ENF-11',
    'sealed premises given back like a thing',
    [...lives.noticed, ex.sealed],
    but(ex.unsealed, { outcome: 'RETURNED' }),
  ],
  ['R-ENF-11', 'a confiscation without a decision', inCustody, but(ex.returned, { outcome: 'CONFISCATED' })],
  ['R-ALL-03', 'an end before the beginning', inCustody, but(ex.returned, { resolvedOn: '2022-03-04' })],
  ['R-ENF-15', 'a fen more than is owed', lives.served, but(ex.paid, { amountFen: 800_001 })],
  ['R-ENF-15', 'a fine paid twice', [...lives.served, ex.paid], but(ex.paid, { treasuryReceiptNo: '国库〔2022〕2号' })],
  ['R-ENF-15', 'a surcharge above the fine', lives.served, but(ex.paid, { surchargeFen: 800_001 })],
  ['R-ENF-15', 'a payment to an officer', lives.served, but(ex.paid, { treasuryReceiptNo: undefined })],
  ['R-ALL-07', 'a payment of nothing', lives.served, but(ex.paid, { amountFen: 0 })],
  ['R-ALL-05', 'the deferral of a fine that is paid', [...lives.served, ex.paid], ex.deferred],
  ['R-ALL-07', 'a single instalment', lives.served, but(ex.deferred, { instalments: 1 })],
  ['R-ENF-16', 'a remedy of no kind', lives.served, but(ex.remedyFiled, { remedyKind: 'PETITION' })],
  ['R-ENF-16', 'the end of a remedy never filed', lives.served, ex.upheld],
  [
    'R-ENF-16',
    'an upheld decision that was revoked',
    [...lives.served, ex.remedyFiled],
    but(ex.upheld, { result: 'REVOKED' }),
  ],
  [
    'R-ENF-16',
    'a fallen decision that was upheld',
    [...lives.served, ex.remedyFiled],
    but(ex.setAside, { result: 'UPHELD' }),
  ],
  ['R-ENF-16', 'restitution that was not owed', lives.served, ex.restituted],
  [
    'R-ENF-16',
    'a refund without its sum',
    [...lives.served, ex.remedyFiled, ex.setAside],
    but(ex.restituted, { amountFen: undefined }),
  ],
  ['R-ENF-17', 'a publication that is not redacted', lives.served, but(ex.published, { redactedRef: undefined })],
  [
    'R-ENF-17',
    'the publication of another decision',
    lives.served,
    but(ex.published, { decisionNo: '环罚〔2022〕9号' }),
  ],
  ['R-ENF-17', 'the withdrawal of what was never public', lives.served, ex.withdrawn],
  ['R-ENF-18', 'a demand on the last day to pay', lives.served, but(ex.demanded, { servedOn: '2022-05-05' })],
  ['R-ENF-18', 'a demand of a deferred fine', [...lives.served, ex.deferred], ex.demanded],
  ['R-ENF-18', 'a demand that gives no time', lives.served, but(ex.demanded, { performBy: '2022-05-06' })],
  ['R-ENF-18', 'a demand that names no sum', lives.served, but(ex.demanded, { amountFen: undefined })],
  ['R-ENF-18', 'a demand without the right to speak', lives.served, but(ex.demanded, { statementRightStated: false })],
  [
    'R-ENF-18',
    'a demand after all is done and paid',
    [...finedAndRectified, ex.paid],
    but(ex.demanded, { servedOn: '2022-05-10' }),
  ],
  [
    'R-ENF-18',
    'execution on the last day of the demand',
    lives.demanded,
    but(ex.executionDecided, { decidedOn: '2022-05-20' }),
  ],
  [
    'R-ENF-18',
    'execution by the township',
    lives.demanded,
    but(ex.executionDecided, { authority: 'TOWNSHIP_GOVERNMENT' }),
  ],
  ['R-ENF-18', 'the transfer of deposits', lives.demanded, but(ex.executionDecided, { measure: 'TRANSFER_DEPOSIT' })],
  ['R-ENF-18', 'execution at night', lives.demanded, but(ex.executionDecided, { executeAt: '2022-05-24T22:01' })],
  [
    'R-ENF-18',
    'execution before daybreak',
    lives.demanded,
    but(ex.executionDecided, { executeAt: '2022-05-24T05:59' }),
  ],
  ['R-ENF-18', 'execution on a holiday', lives.demanded, but(ex.executionDecided, { executeAt: '2022-06-03T10:00' })],
  [
    'R-ENF-18',
    'an urgency without its reason',
    lives.demanded,
    but(ex.executionDecided, { executeAt: '2022-05-24T23:00', urgent: true }),
  ],
  ['R-ENF-19', 'the court on the last day to sue', lives.demanded, but(ex.courtApplied, { appliedOn: '2022-10-20' })],
  ['R-ENF-19', 'the court while a remedy is pending', [...lives.demanded, ex.remedyFiled], ex.courtApplied],
  ['R-ENF-19', 'a ruling on nothing', lives.executing, but(ex.courtRuled, { ruledOn: '2022-05-25' })],
  ['R-ALL-01', 'the resumption of what runs', lives.atCourt, ex.resumed],
  ['R-ENF-20', 'the cut of a household at its request', lives.noticed, but(ex.cut, { productionSupplyOnly: false })],
  [
    'R-ENF-20',
    'the cut of a household by decision',
    lives.served,
    but(ex.cutByDecision, { productionSupplyOnly: false }),
  ],
  [
    'R-ENF-20',
    'the cut of a household’s water in execution',
    lives.executing,
    but(ex.cut, { utility: 'WATER', productionSupplyOnly: false, cutAt: '2022-05-24T10:00' }),
  ],
  ['R-ENF-20', 'a request that nobody signed', lives.noticed, but(ex.cut, { requestDocRef: undefined })],
  [
    'R-ENF-20',
    'a cut by decision under a mere notice',
    lives.noticed,
    but(ex.cutByDecision, { cutAt: '2022-03-20T10:00' }),
  ],
  [
    'R-ENF-20',
    'a cut on a ground that gives no such power',
    lives.served,
    but(ex.cutByDecision, { legalBasis: 'SWL_27' }),
  ],
  ['R-ENF-20', 'a cut of water to stop a danger', lives.served, but(ex.cutByDecision, { utility: 'WATER' })],
  ['R-ENF-20', 'a cut with 23 hours of notice', lives.served, but(ex.cutByDecision, { noticeHours: 23 })],
  ['R-ENF-20', 'a cut of what is cut', [...lives.noticed, ex.cut], but(ex.cut, { cutAt: '2022-03-11T10:00' })],
  ['R-ENF-20', 'the restoration of what was not cut', lives.noticed, ex.restored],
  [
    'R-ENF-20',
    'an ended contract that nobody signed',
    [...lives.noticed, ex.cut],
    but(ex.restored, { reasonCode: 'CONTRACT_ENDED_BY_OPERATOR' }),
  ],
  [
    'R-ALL-03',
    'a restoration before the cut',
    [...lives.noticed, ex.cut],
    but(ex.restored, { restoredAt: '2022-03-10T09:59' }),
  ],
  ['R-ALL-07', 'the clearing of nothing', lives.noticed, but(ex.cleared, { rawMaterialKg: 0 })],
  ['R-ENF-21', 'clearing by the agency before a decision', lives.noticed, but(ex.cleared, { clearedBy: 'AGENCY' })],
  [
    'R-ENF-21',
    'clearing by an agent while the decision is not served',
    lives.noticed,
    but(ex.cleared, { clearedBy: 'AGENT' }),
  ],
  ['R-ENF-21', 'a shed without its demolition case', lives.noticed, but(ex.cleared, { shedAreaDm2: 2_000 })],
  ['R-ENF-22', 'a ban that a notice orders', lives.noticed, but(ex.banned, { closureMode: 'ORDERED' })],
  [
    'R-ENF-22',
    'a compulsory ban without execution',
    lives.served,
    but(ex.bannedByOrder, { closureMode: 'COMPULSORY' }),
  ],
  ['R-ENF-22', 'a ban with material left', lives.noticed, but(ex.banned, { rawMaterialCleared: false })],
  ['R-ENF-22', 'a ban with equipment left', lives.noticed, but(ex.banned, { equipmentCleared: false })],
  ['R-ENF-22', 'a ban with a cut that nobody recorded', lives.noticed, but(ex.banned, { powerCut: true })],
  ['R-ENF-22', 'washing in a storage yard', [ex.yardLead, ex.verified, ex.noticed], ex.banned],
  ['R-ENF-23', 'a lower bound above the upper one', lives.noticed, but(ex.stockSurveyed, { stockMin: 91 })],
  ['R-ENF-23', 'animals below none', lives.noticed, but(ex.stockSurveyed, { stockMin: -1 })],
  ['R-ENF-23', 'an unknown species', lives.noticed, but(ex.stockSurveyed, { species: 'DRAGON' })],
  [
    'R-ENF-24',
    'an order of the township',
    lives.farm,
    but(ex.closureOrdered, { orderingAuthority: 'TOWNSHIP_GOVERNMENT' }),
  ],
  [
    'R-ENF-24',
    'an order of an organ of no known level',
    lives.farm,
    but(ex.closureOrdered, { orderingAuthority: 'OTHER' }),
  ],
  ['R-ENF-24', 'a changed plan without compensation', lives.farm, but(ex.closureOrdered, { compensationDue: false })],
  ['R-ENF-24', 'a closure without a survey', lives.noticed, but(ex.farmClosed, signed)],
  ['R-ENF-24', 'a closure of another species', ordered, but(ex.farmClosed, { species: 'CATTLE' })],
  ['R-ENF-24', 'a closure without an order', lives.farm, ex.farmClosed],
  [
    'R-ENF-24',
    'a voluntary closure that nobody signed',
    lives.farm,
    but(ex.farmClosed, { ...signed, consentDocRef: undefined }),
  ],
  ['R-ENF-24', 'a closure while animals remain', ordered, but(ex.farmClosed, { emptied: false })],
  ['R-ENF-24', 'compensation that is not due', lives.farm, ex.compensated],
  ['R-ENF-24', 'compensation of nothing', ordered, but(ex.compensated, { amountFen: 0 })],
];

describe('an enforcement case refuses', () => {
  it.each(refusals.map(([code, sentence, history, step]) => [sentence, code, history, step] as const))(
    '%s (%s)',
    (_, code, history, step) =>
      void given(enforcement, ...history)
        .when(step)
        .thenRefused(code),
  );

  it('nothing of these on the last lawful side', () => {
    given(enforcement, ...lives.demanded)
      .when(but(ex.executionDecided, { executeAt: '2022-05-24T22:00' }))
      .thenRecorded();
    const urgent = { executeAt: '2022-06-03T23:00', urgent: true, urgencyReason: '污水正在外溢' };
    given(enforcement, ...lives.demanded)
      .when(but(ex.executionDecided, urgent))
      .thenRecorded();
    given(enforcement, ...lives.farm)
      .when(but(ex.farmClosed, signed))
      .thenRecorded('EN_CEASED');
    given(enforcement, ...inCustody)
      .when(ex.seizedMaterial)
      .thenRecorded();
    const shed = but(ex.cleared, { shedAreaDm2: 2_000, demolitionCaseRef: 'case-1' });
    given(enforcement, ...lives.noticed)
      .under({ otherCases: { 'case-1': 'demolition' } })
      .when(shed)
      .thenRecorded();
    given(enforcement, ...lives.noticed)
      .under({ otherCases: { 'case-1': 'petition' } })
      .when(shed)
      .thenRefused('R-ENF-21');
  });

  it('the court once the three months are over', () => {
    const inJanuary = (appliedOn: string) =>
      given(enforcement, ...lives.demanded)
        .under({ today: '2023-02-01' })
        .when(but(ex.courtApplied, { appliedOn }));
    inJanuary('2023-01-20').thenRecorded('EN_EXECUTING');
    inJanuary('2023-01-21').thenRefused('R-ENF-19');
  });
});

describe('a case closes only when nothing is owed', () => {
  const owes = (code: string, ...history: ExampleStep[]) =>
    given(enforcement, ...history)
      .when(ex.closed)
      .thenOwes('R-ALL-10', code);
  const ceased = (...steps: ExampleStep[]) => [...lives.noticed, ...steps, ex.banned];
  const fallen = [...lives.served, ex.published, ex.paid, ex.remedyFiled, ex.setAside];
  const endedAnew = but(ex.noPenalty, { decidedOn: '2022-06-25' });

  it('things in custody, a supply that is cut, a remedy, a fine', () => {
    owes('CUSTODY', ...ceased(ex.seized));
    owes('CUSTODY', ...ceased(ex.sealed));
    owes('UTILITY_CUT', ...ceased(ex.cut));
    owes('FINE', ...lives.served, ex.bannedByOrder);
    owes('REMEDY', ...lives.served, ex.bannedByOrder, ex.paid, ex.remedyFiled);
  });

  it('compensation of a lawful farm, and the outcome of a transfer', () => {
    owes('COMPENSATION', ...ordered, ex.farmClosed);
    owes('COMPENSATION', ...ordered, ex.farmClosed, but(ex.compensated, { finalPayment: false }));
    given(enforcement, ...ordered, ex.farmClosed, ex.compensated)
      .when(ex.closed)
      .thenRecorded('EN_CLOSED');
    owes('TRANSFER_OUTCOME', ...lives.verified, ex.transferred);
  });

  it('restitution and the withdrawal of a decision that fell', () => {
    given(enforcement, ...fallen, endedAnew)
      .when(ex.closed)
      .thenOwes('R-ALL-10', 'RESTITUTION', 'PUBLICATION_WITHDRAWAL');
    owes('PUBLICATION_WITHDRAWAL', ...fallen, endedAnew, ex.restituted);
    given(enforcement, ...fallen, endedAnew, ex.restituted, but(ex.withdrawn, { withdrawnOn: '2022-06-26' }))
      .when(ex.closed)
      .thenRecorded();
  });

  it('a fine in two payments, the surcharge beside it', () => {
    const half = (number: number, rest: object = {}) =>
      but(ex.paid, { amountFen: 400_000, treasuryReceiptNo: `国库〔2022〕${number}号`, ...rest });
    owes('FINE', ...lives.served, ex.bannedByOrder, half(1));
    given(enforcement, ...lives.served, ex.bannedByOrder, half(1), half(2, { surchargeFen: 24_000 }))
      .when(ex.closed)
      .thenRecorded();
  });

  it('the answer to the tip, which stands in the stream of the tip and holds up no dismissal', () => {
    const tipBorn = but(ex.lead, { leadSource: 'TIP', tipId: 'JB-1' });
    owes('TIP_ANSWER', tipBorn, ex.verified, ex.noticed, ex.banned);
    given(enforcement, tipBorn).when(ex.dismissed).thenRecorded('EN_DISMISSED');
  });

  it('and is not dismissed with things in custody', () =>
    given(enforcement, ...lives.verified, ex.surrendered)
      .when(but(ex.dismissed, { decidedOn: '2022-03-20' }))
      .thenOwes('R-ALL-10', 'CUSTODY'));
});
