import { but, type ExampleStep, type Given, given } from '#foundation/given';
import * as ex from './demolition.examples.js';
import { courtLife, lives, second } from './demolition.examples.js';
import { demolition } from './demolition.process.js';

// What a case owes, the terms that run in it, and what it adds to the half-year figures.

const owes = (kase: Given) => kase.state.obligations.map(({ code, key }) => (key ? `${code} ${key}` : code));

describe('a case owes', () => {
  const cleared = [...lives.verified, ex.debrisCleared];

  it('nothing at first, debris once verified, a look-back once closed, and nothing after it', () => {
    const kase = given(demolition, ...lives.demolished);
    expect(owes(kase)).toEqual([]);
    expect(owes(kase.and(ex.verified))).toEqual(['DEBRIS']);
    expect(owes(kase.and(ex.verified, ex.debrisCleared))).toEqual([]);
    expect(owes(given(demolition, ...lives.closed))).toEqual(['LOOK_BACK']);
    expect(owes(given(demolition, ...lives.closed, ex.lookedBack))).toEqual([]);
    expect(owes(given(demolition, ...lives.closed, ex.rebuilt))).toEqual([]);
  });

  it('an answer to each remedy by itself', () => {
    const other = { remedyId: '行诉〔2022〕6号' };
    const kase = given(demolition, ...lives.ordered, ex.remedyFiled, but(ex.remedyFiled, other));
    expect(owes(kase)).toEqual(['REMEDY 复议〔2022〕5号', 'REMEDY 行诉〔2022〕6号']);
    expect(owes(kase.and(ex.remedyUpheld))).toEqual(['REMEDY 行诉〔2022〕6号']);
    expect(owes(kase.and(ex.setAside))).toEqual([]);
  });

  it('an answer to a remedy of an earlier round even when a later order is set aside', () => {
    const rebuilt = given(demolition, ...lives.closed, ex.remedyFiled, ex.rebuilt, second.surveyed, second.stopped);
    const contested = rebuilt.and(second.notified, second.heard, second.ordered, second.remedyFiled);
    expect(owes(contested.and(second.setAside))).toEqual(['REMEDY 复议〔2022〕5号']);
    expect(owes(contested.and(ex.setAside))).toEqual(['REMEDY 行诉〔2022〕6号', 'LIABILITY']);
  });

  it('the belongings until all of them are back', () => {
    const kase = given(demolition, ...lives.demolishedByForce);
    expect(owes(kase)).toEqual(['BELONGINGS']);
    expect(owes(kase.and(but(ex.belongingsReturned, { allReturned: false })))).toEqual(['BELONGINGS']);
    expect(owes(kase.and(ex.belongingsReturned))).toEqual([]);
  });

  it('the outcome of a transfer until it is told or the case comes back', () => {
    const kase = given(demolition, ex.found, ex.surveyedInTown, ex.transferred);
    expect(owes(kase)).toEqual(['TRANSFER_OUTCOME']);
    expect(owes(kase.and(ex.transferOutcome))).toEqual([]);
    expect(owes(kase.and(ex.transferReturned))).toEqual([]);
  });

  it('compensation when the order falls after the demolition, or restitution is due', () => {
    const filed = given(demolition, ...lives.ordered, ex.remedyFiled);
    expect(owes(filed.and(ex.setAside))).toEqual([]);
    expect(owes(filed.and(but(ex.setAside, { restitutionDue: true })))).toEqual(['LIABILITY']);
    expect(owes(given(demolition, ...lives.demolished, ex.remedyFiled, ex.setAside))).toEqual(['LIABILITY']);
    const sentBack = given(demolition, ...lives.demolished, ex.rejected, ex.remedyFiled, ex.setAside);
    expect(owes(sentBack)).toEqual([]);
    const counted = given(demolition, ...lives.verified, ex.remedyFiled, ex.setAside);
    expect(owes(counted)).toEqual(['DEBRIS', 'LIABILITY']);
    expect(owes(counted.and(ex.liabilitySettled))).toEqual([]);
  });

  it('the tip that started it an answer', () => {
    expect(owes(given(demolition, but(ex.found, { leadSource: 'TIP', tipId: 'TIP-0007' })))).toEqual([
      'TIP_ANSWER TIP-0007',
    ]);
  });

  const closings: readonly (readonly [string, readonly ExampleStep[], string[]])[] = [
    ['debris lies', lives.verified, ['DEBRIS']],
    ['a remedy is open', [...cleared, ex.remedyFiled], ['REMEDY']],
    ['the transfer is not answered', [ex.found, ex.surveyedInTown, ex.transferred], ['TRANSFER_OUTCOME']],
    ['belongings and debris are there', [...lives.demolishedByForce, ex.verifiedCompulsory], ['BELONGINGS', 'DEBRIS']],
    [
      'the tip has no answer',
      lives.closed
        .slice(0, -1)
        .map((step) => (step === ex.found ? but(ex.found, { leadSource: 'TIP', tipId: 'TIP-0007' }) : step)),
      ['TIP_ANSWER'],
    ],
  ];
  for (const [sentence, history, codes] of closings)
    it(`too much to be closed while ${sentence}`, () => {
      const late = but(ex.closed, { closedOn: '2022-12-01' });
      const refusal = given(demolition, ...history)
        .when(late)
        .thenRefused('R-ALL-10');
      expect([...refusal.details.obligations!.map(({ code }) => code)].sort()).toEqual(codes);
    });

  it('too much to be closed while liable, and to be found lawful', () => {
    const liable = given(demolition, ...lives.verified, ex.remedyFiled, ex.setAside, second.surveyed);
    const lawful = but(ex.foundLawful, { decidedOn: '2022-06-12' });
    const owed = liable.when(lawful).thenRefused('R-ALL-10').details.obligations!;
    expect(owed.map(({ code }) => code).sort()).toEqual(['DEBRIS', 'LIABILITY']);
    liable
      .and(ex.liabilitySettled)
      .when(but(lawful, { decidedOn: '2022-08-16' }))
      .thenRecorded('DM_DISMISSED');
  });

  it('the tip its answer and is yet found lawful: the answer is given in the tip’s own stream', () => {
    given(demolition, but(ex.found, { leadSource: 'TIP', tipId: 'TIP-0007' }))
      .when(ex.foundLawful)
      .thenRecorded();
  });

  it('a look-back that must be planned before it is closed', () => {
    const kase = given(demolition, ...cleared);
    kase.when(but(ex.closed, { lookBackDueOn: undefined })).thenRefused('R-ALL-05', 'lookBackDueOn');
  });

  it('belongings only after force', () => {
    const own = but(ex.belongingsReturned, { returnedOn: '2022-04-01' });
    given(demolition, ...lives.demolished)
      .when(own)
      .thenRefused('R-ALL-05');
    given(demolition, ...lives.demolishedByForce)
      .when(but(ex.belongingsReturned, { receiptRef: '' }))
      .thenRefused('R-ALL-05', 'receiptRef');
  });
});

describe('a term', () => {
  const terms = (...history: readonly ExampleStep[]) =>
    Object.fromEntries(given(demolition, ...history).state.deadlines.map(({ code, end }) => [code, end]));

  it('starts, is met, and ends with the case', () => {
    expect(terms(...lives.found)).toEqual({ 'D-DEM-01': 'open' });
    expect(terms(...lives.surveyed)).toEqual({ 'D-DEM-01': 'met' });
    expect(terms(...lives.notified)).toEqual({ 'D-DEM-01': 'met', 'D-DEM-02': 'open' });
    expect(terms(...lives.notified, ex.heard)).toMatchObject({ 'D-DEM-02': 'met' });
    expect(terms(...lives.ordered)).toMatchObject({ 'D-DEM-03': 'open', 'D-DEM-05': 'open' });
    expect(terms(...lives.ordered, ex.remedyFiled)).toMatchObject({ 'D-DEM-05': 'met' });
    expect(terms(...lives.demolished)).toMatchObject({ 'D-DEM-03': 'met', 'D-DEM-08': 'open' });
    expect(terms(...lives.verified)).toMatchObject({ 'D-DEM-08': 'met' });
    expect(terms(...lives.demolished, ex.rejected)).toMatchObject({ 'D-DEM-08': 'met' });
    expect(terms(...lives.closed)).toMatchObject({ 'D-DEM-09': 'open' });
    expect(terms(...lives.closed, ex.lookedBack)).toMatchObject({ 'D-DEM-09': 'met' });
    expect(terms(...lives.closed, ex.rebuilt)).toMatchObject({ 'D-DEM-09': 'met', 'D-DEM-01': 'open' });
  });

  it('is met by finding the building lawful, and void when the case goes a way on which nothing could meet it', () => {
    expect(terms(ex.found, ex.foundLawful)).toEqual({ 'D-DEM-01': 'met' });
    expect(terms(...lives.notified, ex.regularised)).toMatchObject({ 'D-DEM-02': 'void' });
    expect(terms(...lives.notified, ex.heard, ex.ordered, ex.regularised)).toMatchObject({ 'D-DEM-03': 'met' });
    expect(terms(...lives.demolishedByForce)).toMatchObject({ 'D-DEM-04': 'open' });
    expect(terms(...lives.demolishedByForce, ex.verifiedCompulsory)).toMatchObject({
      'D-DEM-03': 'void',
      'D-DEM-04': 'void',
    });
  });

  it('to apply to the court runs only where the court executes', () => {
    expect(terms(...courtLife.demanded)).toMatchObject({ 'D-DEM-06': 'open' });
    expect(terms(...courtLife.applied)).toMatchObject({ 'D-DEM-06': 'met' });
    expect(terms(...lives.demanded)).not.toHaveProperty('D-DEM-06');
  });

  it('for a look-back runs only where one is due', () => {
    const unneeded = but(ex.closed, { lookBackDueOn: undefined });
    expect(terms(...lives.ordered, ex.regularised, unneeded)).not.toHaveProperty('D-DEM-09');
  });
});

describe('the figures', () => {
  const sites = (kase: Given) =>
    kase.state.facts.map(({ on, quantity, dims }) => [on, quantity, dims.structureKind, dims.stockClass]);
  const first = ['2022-03-28', 12_000, 'HOUSE', 'NEW'];
  const again = ['2022-07-05', 7_900, 'HOUSE', 'NEW'];
  const secondTime = [
    second.surveyed,
    second.stopped,
    second.notified,
    second.heard,
    second.ordered,
    second.selfDemolished,
    second.verified,
  ];

  it('count a site when it is verified, by the day it was down, and no part of it', () => {
    expect(sites(given(demolition, ...lives.ordered, ex.partlyDemolished))).toEqual([]);
    expect(sites(given(demolition, ...lives.demolished))).toEqual([]);
    expect(sites(given(demolition, ...lives.verified))).toEqual([first]);
  });

  it('keep what was counted when the place is built on again, and count again what comes down again', () => {
    const rebuilt = given(demolition, ...lives.closed, ex.rebuilt);
    expect(sites(rebuilt)).toEqual([first]);
    expect(sites(rebuilt.and(...secondTime))).toEqual([first, again]);
  });

  it('lose the site of the order that is set aside, and of no other', () => {
    expect(sites(given(demolition, ...lives.verified, ex.remedyFiled, ex.setAside))).toEqual([]);
    expect(sites(given(demolition, ...lives.verified, ex.remedyFiled, ex.remedyUpheld))).toEqual([first]);
    const twice = given(demolition, ...lives.closed, ex.remedyFiled, ex.rebuilt, ...secondTime);
    expect(sites(twice.and(but(ex.setAside, { concludedOn: '2022-07-20' })))).toEqual([again]);
    expect(sites(twice.and(second.remedyFiled, but(second.setAside, { concludedOn: '2022-07-20' })))).toEqual([first]);
  });

  it('start a new round with a new survey, notice and order', () => {
    const kase = given(demolition, ...lives.closed, ex.rebuilt);
    kase.when(but(second.surveyed, { surveyedOn: '2022-06-05' })).thenRefused('R-ALL-03');
    kase.and(second.surveyed).when(ex.ordered).thenRefused('R-ALL-01');
    const unheard = kase.and(second.surveyed, second.notified);
    unheard.when(but(second.ordered, { decidedOn: '2022-06-17' })).thenRefused('R-DEM-06', 'decidedOn');
    const smaller = kase.and(...secondTime.slice(0, -1));
    smaller.when(but(second.verified, { verifiedAreaDm2: 8_001 })).thenRefused('R-DEM-13', 'verifiedAreaDm2');
  });

  it('are eighteen: the total and its eight cells, each as sites and as floor area', () => {
    const kinds = ['house', 'shed', 'pavilion', 'other'];
    const cells = kinds.flatMap((kind) => ['new', 'stock'].map((age) => `demolition.${kind}.${age}`));
    const ids = ['demolition.total', ...cells].flatMap((cell) => [`${cell}.count`, `${cell}.area`]);
    expect(demolition.figures.map(({ id }) => id)).toEqual(ids);
  });
});
