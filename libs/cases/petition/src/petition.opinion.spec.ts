import { but, cast, type ExampleStep, given } from '#foundation/given';
import * as ex from './petition.examples.js';
import { afterReReview, afterReview, again, fulfilling, lives, underReview } from './petition.examples.js';
import { petition } from './petition.process.js';

// R-PET-07 to R-PET-09 and R-ALL-10: the disposition, the opinion, review, promises, withdrawal and closing.

type Told = readonly [sentence: string, history: readonly ExampleStep[], step: ExampleStep, field?: string];

const refuses = (code: string, reasons: readonly Told[]): void => {
  for (const [sentence, history, step, field] of reasons)
    it(
      sentence,
      () =>
        void given(petition, ...history)
          .when(step)
          .thenRefused(code, field),
    );
};
const records = (reasons: readonly Told[]): void => {
  for (const [sentence, history, step] of reasons)
    it(
      sentence,
      () =>
        void given(petition, ...history)
          .when(step)
          .thenRecorded(),
    );
};

const done = (values: Record<string, unknown>) => but(ex.demandMet, values);
const referral = (values: Record<string, unknown>) => but(ex.referred, values);
const found = lives.investigated;
const accusedFound = [ex.accusation, ...found.slice(1)];

describe('R-PET-07 refuses a disposition', () => {
  refuses('R-PET-07', [
    ['that is none of the four parts', found, done({ kind: 'CONTROLLED' }), 'kind'],
    ['without its kind', found, done({ kind: undefined }), 'kind'],
    ['without evidence', found, done({ evidenceRef: undefined }), 'evidenceRef'],
    ['that refers petitioning as an unlawful act', found, referral({ unlawfulAct: 'PETITIONING' }), 'unlawfulAct'],
    ['that refers skipping a level', found, referral({ unlawfulAct: '越级上访' }), 'unlawfulAct'],
    ['that refers no act', found, referral({ unlawfulAct: undefined }), 'unlawfulAct'],
    ['that refers to nobody', found, referral({ toOrgan: undefined }), 'unlawfulAct'],
    ['that refers without receipt', found, referral({ receiptNo: undefined }), 'unlawfulAct'],
    ['that names an act without referring it', found, done({ unlawfulAct: 'FRAUD' }), 'unlawfulAct'],
  ]);
  it('and R-PET-03 one that leaves misconduct to those accused of it', () => {
    const misconduct = referral({ unlawfulAct: 'OFFICIAL_MISCONDUCT', toOrgan: 'TOWNSHIP_GOVERNMENT' });
    given(petition, ...accusedFound)
      .when(misconduct)
      .thenRefused('R-PET-03', 'toOrgan');
    given(petition, ...accusedFound)
      .when(but(misconduct, { unlawfulAct: 'RETALIATION' }))
      .thenRefused('R-PET-03', 'toOrgan');
    given(petition, ...accusedFound)
      .when(but(misconduct, { toOrgan: 'DISCIPLINE_INSPECTION' }))
      .thenRecorded();
  });
  it('and R-ALL-07 money that is no aid, and aid of nothing', () => {
    const kase = given(petition, ...found);
    kase.when(done({ kind: 'EXPLAINED', amountFen: 50_000 })).thenRefused('R-ALL-07', 'amountFen');
    kase.when(done({ kind: 'AIDED', amountFen: 0 })).thenRefused('R-ALL-07', 'amountFen');
    kase.when(done({ kind: 'AIDED', amountFen: 50_000 })).thenRecorded();
    kase.when(done({ amountFen: 50_000 })).thenRecorded();
  });
  it('and R-ALL-14 one that joins two petitions', () => {
    const other = '01890a5d-ac96-774b-bcce-b302099a8999';
    const kase = given(petition, ...found);
    kase
      .under({ otherCases: { [other]: 'petition' } })
      .when(done({ relatedCaseRef: other }))
      .thenRefused('R-ALL-14', 'relatedCaseRef');
    kase
      .under({ otherCases: { [other]: 'demolition' } })
      .when(done({ relatedCaseRef: other }))
      .thenRecorded();
  });
});

const opinion = (...claimResults: string[]) => ({
  saying: (result: string) => but(ex.issued, { claimResults, result }),
});

describe('R-PET-07 refuses an opinion', () => {
  const results = 'claimResults';
  refuses('R-PET-07', [
    ['before anything was done', found, ex.issued],
    ['that skips a claim', lives.disposed, opinion('SUPPORTED').saying('SUPPORTED'), results],
    [
      'that answers more than was asked',
      lives.disposed,
      opinion('SUPPORTED', 'EXPLAINED', 'EXPLAINED').saying('PARTLY_SUPPORTED'),
      results,
    ],
    ['that answers nothing', lives.disposed, but(ex.issued, { claimResults: [] }), results],
    [
      'that hides the right to a review',
      lives.disposed,
      but(ex.issued, { reviewRightStated: false }),
      'reviewRightStated',
    ],
    [
      'that is silent on the right to a review',
      lives.disposed,
      but(ex.issued, { reviewRightStated: undefined }),
      'reviewRightStated',
    ],
    [
      'that calls half a success a whole one',
      lives.disposed,
      opinion('SUPPORTED', 'EXPLAINED').saying('SUPPORTED'),
      'result',
    ],
    [
      'that calls a partial answer none',
      lives.disposed,
      opinion('PARTLY_SUPPORTED', 'NOT_SUPPORTED').saying('NOT_SUPPORTED'),
      'result',
    ],
    ['that hides a refusal', lives.disposed, opinion('EXPLAINED', 'NOT_SUPPORTED').saying('EXPLAINED'), 'result'],
    [
      'that refuses what it explained',
      lives.disposed,
      opinion('EXPLAINED', 'EXPLAINED').saying('NOT_SUPPORTED'),
      'result',
    ],
  ]);
  records([
    ['but not one that grants all', lives.disposed, opinion('SUPPORTED', 'SUPPORTED').saying('SUPPORTED')],
    [
      'but not one that grants something',
      lives.disposed,
      opinion('PARTLY_SUPPORTED', 'PARTLY_SUPPORTED').saying('PARTLY_SUPPORTED'),
    ],
    ['but not one that refuses openly', lives.disposed, opinion('EXPLAINED', 'NOT_SUPPORTED').saying('NOT_SUPPORTED')],
    ['but not one that explains', lives.disposed, opinion('EXPLAINED', 'EXPLAINED').saying('EXPLAINED')],
  ]);
  it('and R-ALL-05 to serve another opinion, or electronically without consent', () => {
    const kase = given(petition, ...lives.issued);
    kase.when(but(ex.served, { opinionNo: '信处字〔2022〕2号' })).thenRefused('R-ALL-05', 'opinionNo');
    const electronic = but(ex.served, { serviceMethod: 'ELECTRONIC' });
    kase.when(electronic).thenRefused('R-ALL-05', 'electronicConsentRef');
    kase.when(but(electronic, { electronicConsentRef: '纸质:同意-0002' })).thenRecorded();
  });
  it('and R-ALL-06 with a number that is used', () => {
    given(petition, ...lives.disposed)
      .under({ taken: ['信处字〔2022〕1号'] })
      .when(ex.issued)
      .thenRefused('R-ALL-06');
  });
});

describe('R-PET-08 refuses', () => {
  const by = (reviewOrgan: string) => but(ex.reviewRequested, { reviewOrgan });
  const again2 = (reviewOrgan: string) => but(ex.reReviewRequested, { reviewOrgan });
  refuses('R-PET-08', [
    ['a review by the township itself', lives.served, by('TOWNSHIP_GOVERNMENT'), 'reviewOrgan'],
    ['a review by an organ of no known level', lives.served, by('OTHER'), 'reviewOrgan'],
    ['a re-review by the review organ', afterReview, again2('COUNTY_GOVERNMENT'), 'reviewOrgan'],
    ['a re-review by its equal', afterReview, again2('COUNTY_PETITION_BUREAU'), 'reviewOrgan'],
    ['a re-review by the township', afterReview, again2('TOWNSHIP_GOVERNMENT'), 'reviewOrgan'],
  ]);
  records([
    [
      'but not a late request: the review organ decides on it',
      lives.served,
      but(ex.reviewRequested, { requestedOn: '2022-09-30' }),
    ],
    ['but not a review by the superior department', lives.served, by('TRANSPORT_DEPT')],
    ['but not a re-review by the department of the city', afterReview, again2('CITY_DEPARTMENT')],
    ['but not a review opinion that is still to be served', underReview, but(ex.reviewed, { servedOn: undefined })],
  ]);
  it('and R-ALL-01 a re-review without review', () => {
    given(petition, ...lives.served)
      .when(ex.reReviewRequested)
      .thenRefused('R-ALL-01');
  });
  it('and R-ALL-03 a review opinion served before it was given', () => {
    given(petition, ...underReview)
      .when(but(ex.reviewed, { servedOn: '2022-07-31' }))
      .thenRefused('R-ALL-03', 'servedOn');
  });
});

describe('R-PET-09 refuses to reopen', () => {
  const on = (ground: string | undefined) => but(ex.reopened, { ground });
  const changed = (result: string) => [...underReview, but(ex.reviewed, { result })];
  refuses('R-PET-09', [
    ['without a ground', lives.closed, on(undefined), 'ground'],
    ['on a ground of no list', lives.closed, on('PETITIONER_RETURNED'), 'ground'],
    ['for a review that changed nothing', afterReReview, on('REVIEW_CHANGED'), 'ground'],
    ['for a review that sent nothing back', changed('CHANGED'), on('REVIEW_REMANDED'), 'ground'],
    ['for a promise that nobody made', lives.closed, on('PROMISE_BROKEN'), 'ground'],
    ['as wrongly declined what was accepted', lives.closed, on('WRONGLY_DECLINED'), 'ground'],
  ]);
  records([
    ['but not for a review that changed the opinion', changed('CHANGED'), on('REVIEW_CHANGED')],
    ['but not for a review that sent it back', changed('REMANDED'), on('REVIEW_REMANDED')],
    ['but not for a broken promise', [...fulfilling, ex.reviewRequested, ex.reviewed], on('PROMISE_BROKEN')],
  ]);
});

describe('R-PET-09 refuses a withdrawal', () => {
  const confirmedBy = (voluntaryConfirmedBy: string | undefined) => but(ex.withdrawn, { voluntaryConfirmedBy });
  refuses('R-PET-09', [
    ['without an own statement', lives.assigned, but(ex.withdrawn, { statementRef: undefined }), 'statementRef'],
    ['that nobody confirmed', lives.assigned, confirmedBy(undefined), 'voluntaryConfirmedBy'],
    [
      'that a member of the team confirmed',
      lives.assigned,
      confirmedBy(cast.villageCadre.code),
      'voluntaryConfirmedBy',
    ],
    ['that its lead confirmed', lives.assigned, confirmedBy(cast.leader.code), 'voluntaryConfirmedBy'],
    [
      'that a member who joined later confirmed',
      [...lives.assigned, ex.replaced],
      confirmedBy('镇干-02'),
      'voluntaryConfirmedBy',
    ],
    ['that the accused confirmed', [ex.accusation, ex.accepted], confirmedBy('镇干-02'), 'voluntaryConfirmedBy'],
    ['that a stranger confirmed', lives.assigned, confirmedBy('村民-01'), 'voluntaryConfirmedBy'],
  ]);
  records([
    ['but not one that a clerk confirmed', lives.assigned, ex.withdrawn],
    ['but not one that a former member confirmed', [...lives.assigned, ex.replaced], confirmedBy('镇干-01')],
  ]);
});

describe('a promise', () => {
  it('follows from a claim that was granted, here or by the review (R-PET-07)', () => {
    const refused = [...lives.disposed, opinion('EXPLAINED', 'EXPLAINED').saying('EXPLAINED'), ex.served];
    given(petition, ...refused)
      .when(ex.fulfilmentStarted)
      .thenRefused('R-PET-07');
    given(petition, ...refused, ex.reviewRequested, but(ex.reviewed, { result: 'CHANGED' }))
      .when(but(ex.fulfilmentStarted, { startedOn: '2022-08-10' }))
      .thenRecorded();
  });
  it('says something (R-PET-07), and falls due after it is made (R-ALL-03)', () => {
    const kase = given(petition, ...lives.served);
    kase.when(but(ex.fulfilmentStarted, { promises: [] })).thenRefused('R-PET-07', 'promises');
    kase.when(but(ex.fulfilmentStarted, { dueOn: '2022-06-14' })).thenRefused('R-ALL-03', 'dueOn');
  });
  it('is confirmed once, by its number (R-ALL-05)', () => {
    const kase = given(petition, ...fulfilling, ex.firstKept);
    kase.when(ex.firstKept).thenRefused('R-ALL-05', 'promiseIndex');
    kase.when(but(ex.firstKept, { promiseIndex: 3 })).thenRefused('R-ALL-05', 'promiseIndex');
    kase.when(but(ex.firstKept, { promiseIndex: 0 })).thenRefused('R-ALL-05', 'promiseIndex');
    kase.when(but(ex.secondKept, { evidenceRef: undefined })).thenRefused('R-ALL-05', 'evidenceRef');
    kase.when(ex.secondKept).thenRecorded('PT_FULFILLING');
  });
});

describe('R-ALL-10 refuses to close', () => {
  const on = (closedOn: string, values: Record<string, unknown> = {}) => but(ex.closed, { closedOn, ...values });
  const waived = { reviewWaiverRef: '纸质:放弃-0002' };
  const notServed = [...underReview, but(ex.reviewed, { servedOn: undefined })];
  refuses('R-ALL-10', [
    ['while the review term runs', lives.served, on('2022-07-01'), 'reviewWaiverRef'],
    ['on its last day, a Monday after a Sunday', lives.served, on('2022-07-11'), 'reviewWaiverRef'],
    ['while the re-review term runs', afterReview, on('2022-09-02'), 'reviewWaiverRef'],
    ['within 30 days of a review opinion still to be served', notServed, on('2022-08-31'), 'reviewWaiverRef'],
  ]);
  records([
    ['but not on the day after', lives.served, on('2022-07-12')],
    ['but not when it was waived', lives.served, on('2022-06-20', waived)],
    ['but not after the re-review term', afterReview, on('2022-09-03')],
    ['but not without an answer on satisfaction', lives.served, on('2022-07-12', { satisfaction: undefined })],
    [
      'but not a reopened case for the term of the first opinion',
      [...again, but(ex.withdrawn, { withdrawnOn: '2022-10-11' })],
      on('2022-10-11', { archiveNo: '档-信访-0002' }),
    ],
  ]);
  it('while a promise is open, and names each', () => {
    const late = on('2022-09-30', waived);
    given(petition, ...fulfilling)
      .when(late)
      .thenOwes('R-ALL-10', 'PROMISE', 'PROMISE');
    given(petition, ...fulfilling, ex.firstKept)
      .when(late)
      .thenOwes('R-ALL-10', 'PROMISE');
  });
  it('while a promise is open, before it speaks of the term', () => {
    given(petition, ...fulfilling)
      .when(on('2022-06-20'))
      .thenOwes('R-ALL-10', 'PROMISE', 'PROMISE');
  });
});
