import { asked, but, cast, type ExampleStep, given, on } from '#foundation/given';
import * as ex from './demolition.examples.js';
import { courtLife, lives } from './demolition.examples.js';
import { demolition } from './demolition.process.js';

// R-DEM-08 to R-DEM-14: from the demand to what comes after closing.

type Case = readonly [sentence: string, history: readonly ExampleStep[], step: ExampleStep, field?: string];

function refuses(code: string, cases: readonly Case[]): void {
  for (const [sentence, history, step, field] of cases)
    it(
      sentence,
      () =>
        void given(demolition, ...history)
          .when(step)
          .thenRefused(code, field),
    );
}

function records(cases: readonly Case[]): void {
  for (const [sentence, history, step] of cases)
    it(
      sentence,
      () =>
        void given(demolition, ...history)
          .when(step)
          .thenRecorded(),
    );
}

describe('R-DEM-08 refuses', () => {
  refuses('R-DEM-08', [
    ['a demand on the last day of the owner', lives.ordered, but(ex.demanded, { servedOn: '2022-03-31' }), 'servedOn'],
    [
      'an announcement without a day after it',
      lives.demanded,
      but(ex.announced, { selfDemolishBy: '2022-04-19' }),
      'selfDemolishBy',
    ],
    [
      'an announcement without a date',
      lives.demanded,
      but(ex.announced, { selfDemolishBy: undefined }),
      'selfDemolishBy',
    ],
    ['an announcement that no photo shows on site', lives.demanded, but(ex.announced, { photoRefs: [] }), 'photoRefs'],
  ]);
  records([
    ['but not an announcement on the day of the demand', lives.demanded, but(ex.announced, { postedOn: '2022-04-01' })],
  ]);
});

/** Served on 2 April: six months end on 2 October, in the National Day week; Saturday 8 October is a make-up day. */
const servedInApril = [
  ...lives.notified,
  ex.heard,
  but(ex.ordered, { servedOn: '2022-04-02', selfDemolishBy: '2022-04-20' }),
  but(ex.demanded, { servedOn: '2022-04-21', performBy: '2022-05-06' }),
  but(ex.announced, { postedOn: '2022-05-07', selfDemolishBy: '2022-05-20' }),
];
const decidedOn = (day: string, more = {}) =>
  but(ex.executionDecided, { decidedOn: day, servedOn: day, executeOn: '2022-12-30', ...more });
const opinion = { underConstructionOpinionRef: '纸质:法律意见-0001' };
const finished = [ex.found, ex.surveyedFinished, ex.notified, ex.heard, ex.ordered, ex.demanded, ex.announced];
const upheld = [...lives.announced, ex.remedyFiled, ex.remedyUpheld];

describe('R-DEM-09 refuses', () => {
  const another = but(ex.remedyUpheld, { remedyId: '复议〔2022〕999号' });
  const filed = [...lives.ordered, ex.remedyFiled];
  refuses('R-DEM-09', [
    ['an execution decision on the last day to sue', lives.announced, decidedOn('2022-09-16'), 'decidedOn'],
    ['on a day to which a rest day moved the term', servedInApril, decidedOn('2022-10-08'), 'decidedOn'],
    ['on the last day of the announcement', lives.announced, decidedOn('2022-05-10', opinion), 'decidedOn'],
    ['while a remedy is open', [...lives.announced, ex.remedyFiled], decidedOn('2022-09-19'), 'decidedOn'],
    ['before the upholding is final', upheld, decidedOn('2022-06-23'), 'decidedOn'],
    ['on an opinion for a finished structure', finished, decidedOn('2022-05-11', opinion), 'decidedOn'],
    ['such an opinion even when the terms are over', finished, decidedOn('2022-09-19', opinion), 'decidedOn'],
    ['an upholding of a remedy that nobody filed', lives.ordered, ex.remedyUpheld, 'remedyId'],
    ['an upholding of another remedy', filed, another, 'remedyId'],
    ['a second conclusion', [...filed, ex.remedyUpheld], ex.remedyUpheld, 'remedyId'],
    ['a setting aside of a remedy that nobody filed', lives.ordered, ex.setAside, 'remedyId'],
    ['an upholding that sets aside', filed, but(ex.remedyUpheld, { result: 'CHANGED' }), 'result'],
    ['a setting aside that upholds', filed, but(ex.setAside, { result: 'WITHDRAWN' }), 'result'],
    ['a remedy where nothing was ordered', [ex.found, ex.surveyed, ex.notified, ex.regularised], ex.remedyFiled],
    ['to settle a liability that is not open', lives.verified, ex.liabilitySettled],
    ['force while a remedy is open', [...lives.executionDecided, ex.remedyFiled], ex.compulsorilyDemolished],
  ]);
  const liable = [...lives.verified, ex.remedyFiled, ex.setAside];
  refuses('R-DEM-09', [
    ['compensation without its sum', liable, but(ex.liabilitySettled, { amountFen: undefined }), 'amountFen'],
    ['compensation of nothing', liable, but(ex.liabilitySettled, { amountFen: 0 }), 'amountFen'],
    [
      'a sum where compensation was refused',
      liable,
      but(ex.liabilitySettled, { outcome: 'REFUSED_FINAL' }),
      'amountFen',
    ],
  ]);
  records([
    ['not the day after the last day to sue', lives.announced, decidedOn('2022-09-17')],
    ['not the day after the term that a rest day moved', servedInApril, decidedOn('2022-10-09')],
    ['not a structure under construction with an opinion', lives.announced, decidedOn('2022-05-11', opinion)],
    ['not even while a remedy is open', [...lives.announced, ex.remedyFiled], decidedOn('2022-05-11', opinion)],
    ['not from the day on which the upholding is final', upheld, decidedOn('2022-06-24')],
    [
      'not a final refusal without a sum',
      liable,
      but(ex.liabilitySettled, { amountFen: undefined, outcome: 'REFUSED_FINAL' }),
    ],
    ['not a withdrawal as upholding', filed, but(ex.remedyUpheld, { result: 'WITHDRAWN' })],
    ['not a remedy against a stop order', [...lives.stopped, ex.regularised], ex.remedyFiled],
  ]);
  for (const result of ['CHANGED', 'REVOKED', 'FOUND_UNLAWFUL', 'VOID'])
    it(`not ${result} as setting aside`, () =>
      void given(demolition, ...filed)
        .when(but(ex.setAside, { result }))
        .thenRecorded('DM_REOPENED'));
});

describe('R-DEM-10 refuses', () => {
  const applied = (appliedOn: string) => but(ex.courtApplied, { appliedOn });
  /** Served on Friday 11 March: fifteen days end on Saturday 26 March and run on to Monday 28 March. */
  const servedOnFriday = courtLife.ordered.map((step) =>
    step.command === 'ServeDemolitionOrder'
      ? but(step, { decidedOn: '2022-03-10', servedOn: '2022-03-11', selfDemolishBy: '2022-03-12' })
      : step,
  );
  const demandedOnMonday = [...servedOnFriday, but(ex.demanded, { servedOn: '2022-03-14' })];
  const landLawAnnounced = [...courtLife.demanded, ex.announced];
  const ruled = (result: string) => [...courtLife.applied, but(ex.courtRuled, { result })];
  refuses('R-DEM-10', [
    ['self-execution on the land law', landLawAnnounced, ex.executionDecided],
    ['the court for what the organ executes itself', lives.demanded, applied('2022-10-10')],
    ['an application on the ninth working day', courtLife.demanded, applied('2022-04-15'), 'appliedOn'],
    ['an application on the last day to sue', demandedOnMonday, applied('2022-03-28'), 'appliedOn'],
    ['an application three months and a day later', courtLife.demanded, applied('2022-07-01'), 'appliedOn'],
    ['force by court without a ruling', courtLife.applied, ex.demolishedByCourt, 'mode'],
    ['force by court after a refusal', ruled('REFUSED'), ex.demolishedByCourt, 'mode'],
    ['force by court when it was not accepted', ruled('NOT_ACCEPTED'), ex.demolishedByCourt, 'mode'],
    ['force by court after a withdrawal', ruled('WITHDRAWN'), ex.demolishedByCourt, 'mode'],
    [
      'force on a grant that a later ruling took back',
      [...courtLife.ruled, but(ex.courtRuled, { result: 'REFUSED' })],
      ex.demolishedByCourt,
      'mode',
    ],
  ]);
  records([
    ['not an application on the tenth working day', courtLife.demanded, applied('2022-04-18')],
    ['not an application the day after the last day to sue', demandedOnMonday, applied('2022-03-29')],
    ['not an application on the last day of three months', courtLife.demanded, applied('2022-06-30')],
    ['not force as far as the court granted it', ruled('PARTLY_GRANTED'), ex.demolishedByCourt],
  ]);
});

describe('R-DEM-11 refuses', () => {
  const part = (values: Record<string, unknown>) => but(ex.partlyDemolished, values);
  const self = (values: Record<string, unknown>) => but(ex.selfDemolished, values);
  const halfDown = [...lives.ordered, ex.partlyDemolished];
  refuses('R-DEM-11', [
    ['a demolition before the first paper', lives.ordered, self({ demolishedOn: '2022-03-03' }), 'demolishedOn'],
    ['a part before the first paper', lives.ordered, part({ demolishedOn: '2022-03-03' }), 'demolishedOn'],
    ['help without signed consent', lives.ordered, self({ mode: 'ASSISTED' }), 'consentDocRef'],
    ['help with a part without signed consent', lives.ordered, part({ mode: 'ASSISTED' }), 'consentDocRef'],
    ['force recorded as the owner’s own', lives.executionDecided, self({ mode: 'COMPULSORY_ADMIN' }), 'mode'],
    ['the court’s force recorded as the owner’s own', courtLife.ruled, self({ mode: 'COMPULSORY_COURT' }), 'mode'],
    ['a part by force without a decision', lives.ordered, part({ mode: 'COMPULSORY_ADMIN' }), 'mode'],
    ['a part by the court without a ruling', courtLife.applied, part({ mode: 'COMPULSORY_COURT' }), 'mode'],
    ['a part by the court without the court', lives.executionDecided, part({ mode: 'COMPULSORY_COURT' }), 'mode'],
    ['a part of nothing', lives.ordered, part({ partAreaDm2: 0 }), 'partAreaDm2'],
    ['a part below nothing', lives.ordered, part({ partAreaDm2: -1 }), 'partAreaDm2'],
    ['a part that is the whole', lives.ordered, part({ partAreaDm2: 12_050 }), 'partAreaDm2'],
    ['parts that add up to the whole', halfDown, part({ partAreaDm2: 8_050 }), 'partAreaDm2'],
  ]);
  const consent = { mode: 'ASSISTED', consentDocRef: '纸质:同意拆除-0011' };
  records([
    ['not a demolition on the day of the first paper', lives.ordered, self({ demolishedOn: '2022-03-04' })],
    ['not help with signed consent', lives.ordered, self(consent)],
    ['not help with a part with signed consent', lives.ordered, part(consent)],
    ['not a part by force after the decision', lives.executionDecided, part({ mode: 'COMPULSORY_ADMIN' })],
    ['not a part by the court after its ruling', courtLife.ruled, part({ mode: 'COMPULSORY_COURT' })],
    ['not parts that leave a square decimetre', halfDown, part({ partAreaDm2: 8_049 })],
  ]);
});

describe('R-DEM-12 refuses force', () => {
  const force = (day: string, time: string, more = {}) =>
    but(ex.compulsorilyDemolished, { demolishedOn: day, startedAt: `${day}T${time}`, ...more });
  const plain = (values: Record<string, unknown>) => but(ex.compulsorilyDemolished, values);
  const decided = lives.executionDecided;
  refuses('R-DEM-12', [
    ['before the decision was served', decided, force('2022-09-19', '09:00'), 'demolishedOn'],
    ['a minute before six', decided, force('2022-09-27', '05:59'), 'startedAt'],
    ['a minute after ten at night', decided, force('2022-09-27', '22:01'), 'startedAt'],
    ['on a Saturday', decided, force('2022-09-24', '09:00'), 'startedAt'],
    ['on National Day', decided, force('2022-10-03', '09:00'), 'startedAt'],
    ['at night without saying why it is urgent', decided, force('2022-09-27', '23:00', { urgent: true }), 'startedAt'],
    [
      'at night for a reason that is not urgent',
      decided,
      force('2022-09-27', '23:00', { urgencyReason: '赶工期' }),
      'startedAt',
    ],
    ['begun on another day', decided, plain({ startedAt: '2022-09-26T09:00' }), 'startedAt'],
    ['with the household’s water or power cut', decided, plain({ utilitiesIntact: false }), 'utilitiesIntact'],
    ['without a word on water and power', decided, plain({ utilitiesIntact: undefined }), 'utilitiesIntact'],
    ['without a list of belongings', decided, plain({ belongingsListRef: undefined }), 'belongingsListRef'],
    ['without a witness', decided, plain({ witnessRefs: [] }), 'witnessRefs'],
    ['without a recording', decided, plain({ recordingRefs: [] }), 'recordingRefs'],
    ['by the court where the organ decided', decided, plain({ mode: 'COMPULSORY_COURT' }), 'mode'],
    [
      'by the organ where the court ruled',
      courtLife.ruled,
      but(ex.demolishedByCourt, { mode: 'COMPULSORY_ADMIN' }),
      'mode',
    ],
    ['as the owner’s own', decided, plain({ mode: 'SELF' }), 'mode'],
  ]);
  records([
    ['but not at six', decided, force('2022-09-27', '06:00')],
    ['but not at ten at night', decided, force('2022-09-27', '22:00')],
    ['but not on a make-up Sunday', decided, force('2022-10-09', '09:00')],
    ['but not at an hour told in world time', decided, plain({ startedAt: '2022-09-27T01:00:00Z' })],
    [
      'but not at night in reasoned urgency',
      decided,
      force('2022-09-27', '23:00', { urgent: true, urgencyReason: '墙体有倒塌危险' }),
    ],
    [
      'but not on a rest day in reasoned urgency',
      decided,
      force('2022-10-03', '09:00', { urgent: true, urgencyReason: '墙体有倒塌危险' }),
    ],
  ]);

  it('outside the hours that the township published', () => {
    const office = { settings: { dayHours: { start: '08:30', end: '17:30' } } };
    const kase = given(demolition, ...decided).under(office);
    kase.when(force('2022-09-27', '08:29')).thenRefused('R-DEM-12', 'startedAt');
    kase.when(force('2022-09-27', '08:30')).thenRecorded();
  });

  it('on a day that no holiday notice covers yet, as R-ALL-05', () => {
    const later = given(demolition, ...decided).under({ today: '2031-03-04' });
    later.when(force('2031-03-04', '09:00')).thenRefused('R-ALL-05');
  });
});

describe('R-DEM-13 refuses', () => {
  const check = (values: Record<string, unknown>) => but(ex.verified, values);
  const own = asked('officer', check({ verifierStaffRef: cast.officer.code }));
  refuses('R-DEM-13', [
    ['a verification by who recorded the demolition', lives.demolished, own, 'verifierStaffRef'],
    [
      'a verification in the name of another',
      lives.demolished,
      check({ verifierStaffRef: '执法-02' }),
      'verifierStaffRef',
    ],
    ['an area of nothing', lives.demolished, check({ verifiedAreaDm2: 0 }), 'verifiedAreaDm2'],
    ['an area below nothing', lives.demolished, check({ verifiedAreaDm2: -1 }), 'verifiedAreaDm2'],
    ['more than was surveyed', lives.demolished, check({ verifiedAreaDm2: 12_051 }), 'verifiedAreaDm2'],
    ['no photos before', lives.demolished, check({ beforePhotoRefs: [] }), 'beforePhotoRefs'],
    ['no photos after', lives.demolished, check({ afterPhotoRefs: undefined }), 'afterPhotoRefs'],
    ['another kind than surveyed', lives.demolished, check({ structureKind: 'SHED' }), 'structureKind'],
    ['another class than surveyed', lives.demolished, check({ stockClass: 'EXISTING' }), 'structureKind'],
    ['another mode than recorded', lives.demolished, check({ mode: 'ASSISTED' }), 'demolishedOn'],
    ['another day than recorded', lives.demolished, check({ demolishedOn: '2022-03-29' }), 'demolishedOn'],
    ['a rejection without a reason', lives.demolished, but(ex.rejected, { reason: '' }), 'reason'],
  ]);
  records([
    ['but not all that was surveyed', lives.demolished, check({ verifiedAreaDm2: 12_050 })],
    ['but not another officer', lives.demolished, asked('secondOfficer', check({ verifierStaffRef: '执法-02' }))],
  ]);

  it('the demolition that was sent back, once it was pulled down again', () => {
    const again = but(ex.selfDemolished, { demolishedOn: '2022-04-08' });
    const kase = given(demolition, ...lives.demolished, ex.rejected, again);
    kase.when(check({ verifiedOn: '2022-04-10' })).thenRefused('R-DEM-13', 'demolishedOn');
    kase.when(check({ verifiedOn: '2022-04-10', demolishedOn: '2022-04-08' })).thenRecorded('DM_VERIFIED');
  });
});

describe('R-DEM-14 refuses', () => {
  refuses('R-DEM-14', [
    ['a rebuilding by another party', lives.closed, but(ex.rebuilt, { partyRef: 'PTY-0002' }), 'partyRef'],
    ['a rebuilding at another place', lives.closed, but(ex.rebuilt, { placeConfirmed: false }), 'partyRef'],
    ['a reopening without a ground', lives.closed, but(ex.reopened, { ground: undefined }), 'ground'],
  ]);
});

describe('R-ALL-03 refuses', () => {
  const before = (step: ExampleStep, values: Record<string, unknown>) => but(step, values);
  refuses('R-ALL-03', [
    ['a survey before the report', lives.found, before(ex.surveyed, { surveyedOn: '2022-02-28' })],
    ['a remedy before the order', lives.ordered, before(ex.remedyFiled, { filedOn: '2022-03-15' })],
    [
      'a conclusion before the remedy',
      [...lives.ordered, ex.remedyFiled],
      before(ex.remedyUpheld, { concludedOn: '2022-04-10' }),
    ],
    [
      'a setting aside before the remedy',
      [...lives.ordered, ex.remedyFiled],
      before(ex.setAside, { concludedOn: '2022-04-10' }),
      'concludedOn',
    ],
    [
      'an outcome before the transfer',
      [ex.found, ex.surveyedInTown, ex.transferred],
      before(ex.transferOutcome, { outcomeOn: '2022-03-07' }),
    ],
    [
      'belongings returned before they were listed',
      lives.demolishedByForce,
      before(ex.belongingsReturned, { returnedOn: '2022-09-26' }),
    ],
    ['a verification before the demolition', lives.demolished, before(ex.verified, { verifiedOn: '2022-03-27' })],
    ['debris cleared before the verification', lives.verified, before(ex.debrisCleared, { clearedOn: '2022-03-29' })],
    ['a look-back before the closing', lives.closed, before(ex.lookedBack, { checkedOn: '2022-04-05' })],
    ['a rebuilding before the closing', lives.closed, before(ex.rebuilt, { foundOn: '2022-04-05' })],
    ['a look-back that found a rebuilding', lives.closed, before(ex.lookedBack, { result: 'REBOUND' }), 'result'],
    [
      'a decision served before it was made',
      lives.announced,
      before(ex.executionDecided, { servedOn: '2022-09-18' }),
      'servedOn',
    ],
  ]);
  records([
    ['but not a look-back on the day of closing', lives.closed, before(ex.lookedBack, { checkedOn: '2022-04-06' })],
    ['but not what is merely recorded late', lives.found, on('2030-01-02', ex.surveyed)],
  ]);
});
