import { asked, but, type ExampleStep, type Given, given } from '#foundation/given';
import { type LabourState } from './labour.case.js';
import * as ex from './labour.examples.js';
import {
  afterAgreement,
  afterClosing,
  afterFailure,
  afterPayment,
  afterReferral,
  brokenAgreement,
  mediating,
} from './labour.examples.js';
import { labourDispute } from './labour.process.js';

// Every line of the table in processes.md D.5 that begins with LD, and what a dispute owes and counts.

type Walk = readonly [from: LabourState | 'NONE', history: readonly ExampleStep[], step: ExampleStep, to: LabourState];

const received = [ex.received];
const again = { startedOn: '2022-07-10' };

const walks: readonly Walk[] = [
  ['NONE', [], ex.received, 'LD_RECEIVED'],
  ['NONE', [], asked('petitionClerk', ex.received), 'LD_RECEIVED'],
  ['LD_RECEIVED', received, ex.referred, 'LD_REFERRED'],
  ['LD_MEDIATING', mediating, ex.referred, 'LD_REFERRED'],
  ['LD_FAILED', afterFailure, ex.referred, 'LD_REFERRED'],
  ['LD_AGREED', afterAgreement, ex.referred, 'LD_REFERRED'],
  ['LD_REOPENED', brokenAgreement, but(ex.referred, { referredOn: '2022-07-08' }), 'LD_REFERRED'],
  ['LD_RECEIVED', received, ex.mediationStarted, 'LD_MEDIATING'],
  ['LD_REOPENED', brokenAgreement, but(ex.mediationStarted, again), 'LD_MEDIATING'],
  ['LD_MEDIATING', mediating, ex.sessionHeld, 'LD_MEDIATING'],
  ['LD_MEDIATING', mediating, ex.agreed, 'LD_AGREED'],
  ['LD_AGREED', afterAgreement, ex.confirmationAsked, 'LD_AGREED'],
  ['LD_AGREED', [...afterAgreement, ex.confirmationAsked], ex.confirmed, 'LD_AGREED'],
  ['LD_MEDIATING', mediating, ex.failed, 'LD_FAILED'],
  ['LD_AGREED', afterAgreement, ex.paid, 'LD_PAID'],
  ['LD_RECEIVED', received, ex.paid, 'LD_PAID'],
  ['LD_MEDIATING', mediating, ex.paid, 'LD_PAID'],
  ['LD_REFERRED', afterReferral, but(ex.paid, { paidOn: '2022-05-10' }), 'LD_PAID'],
  ['LD_REOPENED', brokenAgreement, but(ex.paid, { paidOn: '2022-07-20' }), 'LD_PAID'],
  [
    'LD_PAID',
    [...afterAgreement, but(ex.paid, { amountFen: 400_000 })],
    but(ex.paid, { paidOn: '2022-04-12', amountFen: 600_000 }),
    'LD_PAID',
  ],
  ['LD_AGREED', afterAgreement, ex.closedAs('AGREED'), 'LD_CLOSED'],
  ['LD_PAID', afterPayment, asked('leader', ex.closed), 'LD_CLOSED'],
  ['LD_FAILED', afterFailure, ex.closedAs('FAILED_GUIDED'), 'LD_CLOSED'],
  ['LD_REFERRED', afterReferral, ex.closedAs('REFERRED'), 'LD_CLOSED'],
  ['LD_CLOSED', afterClosing, but(ex.reopened, { ground: 'NEW_CLAIM_SAME_DISPUTE' }), 'LD_REOPENED'],
];

describe('a labour dispute', () => {
  it.each(walks.map(([from, history, step, to]) => ({ from, history, step, to, name: step.command })))(
    'goes from $from by $name to $to',
    ({ from, history, step, to }) => {
      const kase = given(labourDispute, ...history);
      expect(kase.state.status).toBe(from);
      kase.when(step).thenRecorded(to);
    },
  );

  it('is walked along every line of its table', () => {
    const walked = new Set(walks.map(([from, , step]) => `${from} ${step.command}`));
    const missing = labourDispute.steps
      .flatMap((step) => step.moves.flatMap(({ from }) => from.map((state) => `${state} ${step.commandName}`)))
      .filter((line) => !line.startsWith('ANY') && !walked.has(line));
    expect(missing).toEqual([]);
  });

  it('holds no session, reaches no agreement and pays nobody before its time (R-ALL-03)', () => {
    const kase = given(labourDispute, ...mediating);
    kase.when(but(ex.sessionHeld, { heldOn: '2022-03-08' })).thenRefused('R-ALL-03');
    kase.when(but(ex.agreed, { signedOn: '2022-03-08' })).thenRefused('R-ALL-03');
    given(labourDispute, ...afterAgreement)
      .when(but(ex.confirmationAsked, { appliedOn: '2022-03-14' }))
      .thenRefused('R-ALL-03');
  });
});

const owes = (kase: Given) => kase.state.obligations.map(({ code }) => code);
const part = but(ex.paid, { amountFen: 400_000 });
const partClosed = but(ex.closed, { closedOn: '2022-04-15', paidFen: 400_000 });

describe('a labour dispute owes the agreed sum', () => {
  it('until all of it is paid, a court stands behind it, or it went to another organ', () => {
    expect(owes(given(labourDispute, ...afterAgreement))).toEqual(['AGREED_PAYMENT']);
    expect(owes(given(labourDispute, ...afterAgreement, part))).toEqual(['AGREED_PAYMENT']);
    expect(owes(given(labourDispute, ...afterAgreement, ex.confirmationAsked))).toEqual(['AGREED_PAYMENT']);
    expect(owes(given(labourDispute, ...afterPayment))).toEqual([]);
    expect(owes(given(labourDispute, ...afterAgreement, ex.confirmed))).toEqual([]);
    expect(owes(given(labourDispute, ...afterAgreement, ex.referred))).toEqual([]);
    expect(owes(given(labourDispute, ...mediating, but(ex.agreed, { amountFen: 0, payBy: undefined })))).toEqual([]);
  });

  it('and does not close on a part of it before the pay date has passed (R-ALL-10)', () => {
    const kase = given(labourDispute, ...afterAgreement, part);
    kase.when(partClosed).thenOwes('R-ALL-10', 'AGREED_PAYMENT');
    kase.when(but(partClosed, { closedOn: '2022-04-16' })).thenRecorded('LD_CLOSED');
  });
});

const closings = (kase: Given) => kase.state.facts.map(({ on, dims }) => ({ on, ...dims }));

describe('the figures count a labour dispute', () => {
  it('when it is closed, with its outcome', () => {
    expect(closings(given(labourDispute, ...afterPayment))).toEqual([]);
    expect(closings(given(labourDispute, ...afterClosing))).toEqual([{ on: '2022-04-22', outcome: 'PAID' }]);
  });

  it('and no longer as a success that failed: reopening takes the closing out, the next one counts anew', () => {
    const kase = given(labourDispute, ...brokenAgreement);
    expect(closings(kase)).toEqual([]);
    const ended = kase.and(
      but(ex.referred, { referredOn: '2022-07-08' }),
      but(ex.closedAs('REFERRED'), { closedOn: '2022-08-01' }),
    );
    expect(closings(ended)).toEqual([{ on: '2022-08-01', outcome: 'REFERRED' }]);
  });

  it('with a corrected outcome where the table allows it, and never one that does not fit', () => {
    const kase = given(labourDispute, ...afterClosing);
    expect(closings(kase.and(ex.corrected('LabourCaseClosed', 'closedOn=2022-07-01')))).toMatchObject([
      { on: '2022-07-01' },
    ]);
    kase.when(ex.corrected('LabourCaseClosed', 'outcome=AGREED')).thenRefused('R-ALL-08');
    kase.when(ex.corrected('LabourPaymentConfirmed', 'amountFen=900000')).thenRefused('R-ALL-08');
  });
});

describe('the terms of a labour dispute', () => {
  const running = (...steps: readonly ExampleStep[]) =>
    given(labourDispute, ...steps)
      .state.deadlines.filter(({ end }) => end === 'open')
      .map(({ code }) => code);
  it('run while the case goes their way', () => {
    expect(running(ex.received)).toEqual(['D-LAB-02', 'D-LAB-05', 'D-LAB-07']);
    expect(running(...mediating)).toEqual(['D-LAB-07', 'D-LAB-01']);
    expect(running(...afterAgreement)).toEqual(['D-LAB-07', 'D-LAB-06']);
  });
  it('of labour supervision only where it has the case', () => {
    expect(running(...afterReferral)).toEqual(['D-LAB-03', 'D-LAB-04']);
    expect(running(ex.received, but(ex.referred, { toOrgan: 'LABOUR_ARBITRATION' }))).toEqual([]);
  });
});
