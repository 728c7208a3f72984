import { but, type ExampleStep, given } from '#foundation/given';
import * as ex from './labour.examples.js';
import {
  afterAgreement,
  afterClosing,
  afterFailure,
  afterPayment,
  brokenAgreement,
  mediating,
} from './labour.examples.js';
import { labourDispute } from './labour.process.js';

// R-LAB-01 to R-LAB-04. One sentence a reason for which a code refuses.

type Told = readonly [sentence: string, history: readonly ExampleStep[], step: ExampleStep, field?: string];

const refuses = (code: string, reasons: readonly Told[]): void => {
  for (const [sentence, history, step, field] of reasons)
    it(
      sentence,
      () =>
        void given(labourDispute, ...history)
          .when(step)
          .thenRefused(code, field),
    );
};
const records = (reasons: readonly Told[]): void => {
  for (const [sentence, history, step] of reasons)
    it(
      sentence,
      () =>
        void given(labourDispute, ...history)
          .when(step)
          .thenRecorded(),
    );
};

const saying = (values: Record<string, unknown>) => but(ex.received, values);
const started = (values: Record<string, unknown>) => but(ex.mediationStarted, values);

describe('R-LAB-01 refuses', () => {
  refuses('R-LAB-01', [
    ['a complaint of nobody', [], saying({ workersCount: 0, identityTokens: undefined }), 'workersCount'],
    ['a complaint that does not say of how many', [], saying({ workersCount: undefined }), 'workersCount'],
    ['a claim below nothing', [], saying({ claimFen: -1 }), 'claimFen'],
    ['a claim of wages without a sum', [], saying({ claimFen: undefined }), 'claimFen'],
    ['a claim of overtime without a sum', [], saying({ claimKind: 'OVERTIME', claimFen: undefined }), 'claimFen'],
    ['more tokens than workers', [], saying({ workersCount: 1 }), 'identityTokens'],
    ['a name in the place of a token', [], saying({ identityTokens: ['李四'] }), 'identityTokens'],
    ['a name in Latin letters', [], saying({ identityTokens: ['Li Si'] }), 'identityTokens'],
    ['a name behind the word token', [], saying({ identityTokens: ['令牌-李四'] }), 'identityTokens'],
    ["a worker's telephone in a field of its own", [], saying({ phone: '1' }), 'phone'],
    ['mediation that one side does not want', [ex.received], started({ bothConsent: false }), 'bothConsent'],
    ['mediation that nobody was asked about', [ex.received], started({ bothConsent: undefined }), 'bothConsent'],
  ]);
  records([
    ['but not a report by a third person without identities', [], saying({ identityTokens: undefined })],
    ['but not a claim of nothing yet', [], saying({ claimFen: 0 })],
    ['but not an injury without a sum', [], saying({ claimKind: 'INJURY', claimFen: undefined })],
  ]);
  it('and R-ALL-03 a complaint before its cause', () => {
    given(labourDispute)
      .when(saying({ claimAroseOn: '2022-03-08' }))
      .thenRefused('R-ALL-03', 'claimAroseOn');
  });
});

const sentOn = (referredOn: string) => but(ex.referred, { referredOn, informedOn: referredOn });
const unpaidNothing = [...mediating, but(ex.agreed, { amountFen: 0, payBy: undefined })];

describe('R-LAB-02 refuses', () => {
  refuses('R-LAB-02', [
    [
      'a referral of which the workers were not told',
      [ex.received],
      but(ex.referred, { informedOn: undefined }),
      'informedOn',
    ],
    ['a referral before the pay date', afterAgreement, sentOn('2022-04-01'), 'referredOn'],
    ['a referral on the pay date', afterAgreement, sentOn('2022-04-15'), 'referredOn'],
    ['a referral where nothing was to be paid', unpaidNothing, ex.referred, 'referredOn'],
    [
      'a failure without word of arbitration',
      mediating,
      but(ex.failed, { informedOfArbitration: false }),
      'informedOfArbitration',
    ],
    [
      'a failure silent on arbitration',
      mediating,
      but(ex.failed, { informedOfArbitration: undefined }),
      'informedOfArbitration',
    ],
  ]);
  records([['but not a referral on the day after the pay date', afterAgreement, sentOn('2022-04-16')]]);
});

const signed = (...signedBy: string[]) => but(ex.agreed, { signedBy });
const agreeing = (values: Record<string, unknown>) => but(ex.agreed, values);
const paying = (values: Record<string, unknown>) => but(ex.paid, values);
const injury = [but(ex.received, { claimKind: 'INJURY', claimFen: undefined }), ex.mediationStarted];
const referredUnpaid = [...afterAgreement, ex.referred];
const late = { paidOn: '2022-05-10' };

describe('R-LAB-03 refuses an agreement', () => {
  refuses('R-LAB-03', [
    ['that the workers did not sign', mediating, signed('EMPLOYER', 'MEDIATOR'), 'signedBy'],
    ['that the employer did not sign', mediating, signed('WORKER', 'MEDIATOR'), 'signedBy'],
    ['that the mediator did not sign', mediating, signed('WORKER', 'EMPLOYER'), 'signedBy'],
    ['that a union signed for the workers', mediating, signed('TRADE_UNION', 'EMPLOYER', 'MEDIATOR'), 'signedBy'],
    ['that nobody signed', mediating, signed(), 'signedBy'],
    ['on less than nothing', mediating, agreeing({ amountFen: -1 }), 'amountFen'],
    ['on more than was claimed', mediating, agreeing({ amountFen: 1_200_001 }), 'amountFen'],
    ['without a pay date', mediating, agreeing({ payBy: undefined }), 'payBy'],
    ['with a pay date before it', mediating, agreeing({ payBy: '2022-03-14' }), 'payBy'],
    ['for more workers than complained', mediating, agreeing({ workersCovered: 4 }), 'workersCovered'],
  ]);
  records([
    ['but not on all that was claimed', mediating, agreeing({ amountFen: 1_200_000 })],
    ['but not on more, with its reason', mediating, agreeing({ amountFen: 1_300_000, excessReason: '含赔偿金' })],
    ['but not on nothing, without a pay date', mediating, agreeing({ amountFen: 0, payBy: undefined })],
    ['but not on any sum where none was claimed', injury, agreeing({ amountFen: 9_000_000 })],
  ]);
  it('and R-ALL-06 with a number that is used', () => {
    given(labourDispute, ...mediating)
      .under({ taken: ['劳调协〔2022〕1号'] })
      .when(ex.agreed)
      .thenRefused('R-ALL-06');
  });
  it('and R-ALL-05 or R-ALL-03 a ruling without number, or before the request', () => {
    const kase = given(labourDispute, ...afterAgreement);
    kase.when(but(ex.confirmed, { rulingNo: undefined })).thenRefused('R-ALL-05', 'rulingNo');
    kase.when(but(ex.confirmed, { ruledOn: undefined })).thenRefused('R-ALL-05', 'rulingNo');
    kase.when(but(ex.confirmed, { ruledOn: '2022-03-19' })).thenRefused('R-ALL-03', 'ruledOn');
  });
});

describe('R-LAB-03 refuses a payment', () => {
  refuses('R-LAB-03', [
    [
      'to somebody on their behalf',
      afterAgreement,
      paying({ paidToWorkersThemselves: false }),
      'paidToWorkersThemselves',
    ],
    ['to nobody knows whom', afterAgreement, paying({ paidToWorkersThemselves: undefined }), 'paidToWorkersThemselves'],
    ['of nothing', afterAgreement, paying({ amountFen: 0 }), 'amountFen'],
    ['of more than was agreed', afterAgreement, paying({ amountFen: 1_000_001 }), 'amountFen'],
    [
      'of more than is left',
      [...afterAgreement, paying({ amountFen: 400_000 })],
      paying({ amountFen: 600_001 }),
      'amountFen',
    ],
    ['of more than was claimed', [ex.received], paying({ amountFen: 1_200_001 }), 'amountFen'],
    [
      'of more than was claimed, after a referral',
      referredUnpaid,
      paying({ ...late, amountFen: 1_200_001 }),
      'amountFen',
    ],
    ['to more workers than complained', afterAgreement, paying({ workersPaid: 4 }), 'workersPaid'],
  ]);
  records([
    ['but not of the whole claim, after a referral', referredUnpaid, paying({ ...late, amountFen: 1_200_000 })],
    ['but not of any sum where none was named', injury.slice(0, 1), paying({ amountFen: 9_000_000 })],
    [
      'but not on a new claim of the same dispute, whose sum stands nowhere',
      [...afterClosing, but(ex.reopened, { ground: 'NEW_CLAIM_SAME_DISPUTE' })],
      paying({ paidOn: '2022-07-20' }),
    ],
  ]);
  it('of an agreement that was kept in part, once reopened', () => {
    const partly = [...afterAgreement, paying({ amountFen: 400_000 })];
    const kase = given(labourDispute, ...partly, but(ex.closed, { paidFen: 400_000 }), ex.reopened);
    const rest = { paidOn: '2022-07-20', amountFen: 600_001 };
    kase.when(paying(rest)).thenRefused('R-LAB-03', 'amountFen');
    kase.when(paying({ ...rest, amountFen: 600_000 })).thenRecorded('LD_PAID');
  });
});

const zeroAgreed = but(ex.closedAs('AGREED'), { closedOn: '2022-03-16' });

describe('R-LAB-04 refuses', () => {
  refuses('R-LAB-04', [
    ['to close without an outcome', afterPayment, but(ex.closed, { outcome: undefined }), 'outcome'],
    ['an outcome of no list', afterPayment, but(ex.closed, { outcome: 'PERSUADED' }), 'outcome'],
    ['to call agreed what was paid', afterPayment, ex.closedAs('AGREED'), 'outcome'],
    ['to call paid what was agreed', afterAgreement, ex.closed, 'outcome'],
    ['to call agreed what failed', afterFailure, ex.closedAs('AGREED'), 'outcome'],
    ['to call referred what failed', afterFailure, ex.closedAs('REFERRED'), 'outcome'],
    [
      'to count an agreement before its pay date',
      afterAgreement,
      but(ex.closedAs('AGREED'), { closedOn: '2022-04-15' }),
      'closedOn',
    ],
    [
      'to count it on a request to the court',
      [...afterAgreement, ex.confirmationAsked],
      but(ex.closedAs('AGREED'), { closedOn: '2022-04-01' }),
      'closedOn',
    ],
    ['to close as paid without the sum', afterPayment, but(ex.closed, { paidFen: undefined }), 'paidFen'],
    ['to close as paid with another sum', afterPayment, but(ex.closed, { paidFen: 1_200_000 }), 'paidFen'],
    ['to reopen without a ground', afterClosing, but(ex.reopened, { ground: undefined }), 'ground'],
    ['to reopen on a ground of no list', afterClosing, but(ex.reopened, { ground: 'COMPLAINED_AGAIN' }), 'ground'],
    [
      'to reopen for an agreement that nobody made',
      [...afterFailure, ex.closedAs('FAILED_GUIDED')],
      ex.reopened,
      'ground',
    ],
  ]);
  records([
    [
      'but not an agreement that a court confirmed',
      [...afterAgreement, ex.confirmed],
      but(ex.closedAs('AGREED'), { closedOn: '2022-04-01' }),
    ],
    ['but not an agreement on nothing', unpaidNothing, zeroAgreed],
  ]);
  it('to count what was paid in an earlier round', () => {
    const kase = given(labourDispute, ...brokenAgreement, paying({ paidOn: '2022-07-20' }));
    kase.when(but(ex.closed, { closedOn: '2022-07-21' })).thenRecorded('LD_CLOSED');
  });
});
