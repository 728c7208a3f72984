import { but, type ExampleStep, given } from '#foundation/given';
import * as ex from './household.examples.js';
import { relocationHousehold } from './household.process.js';

const { lives } = ex;
const family = (...steps: readonly ExampleStep[]) =>
  given(relocationHousehold)
    .under(ex.ofProject)
    .and(...steps);

type Walk = readonly [history: readonly ExampleStep[], step: ExampleStep, to: string];
const states = Object.entries(lives);
const named = (pattern: RegExp) => states.filter(([state]) => pattern.test(state));
const each = (
  from: readonly (readonly [string, readonly ExampleStep[]])[],
  step: ExampleStep,
  to?: string,
  before: readonly ExampleStep[] = [],
) => from.map(([state, history]): Walk => [[...history, ...before], step, to ?? state]);

const unsigned = named(/REGISTERED|SURVEY|APPRAISED|OFFERED/);
const signedStates = named(/SIGNED|PAID|VACATED|DEMOLISHED|ACCEPTED/);
const titled = named(/SIGNED|DECIDED|PAID|VACATED|DEMOLISHED|ACCEPTED|CLOSED/);
const afterPaid = named(/PAID|VACATED|DEMOLISHED|ACCEPTED/);
const surveyStates = named(/HH_SURVEY/);
const late = { surveyedOn: '2021-11-20' };
const laterRemedy = but(ex.remedyFiled, { remedyId: '诉讼〔2022〕8号' });
const voidAgreement = ex.reopened('HH_OFFERED', 'AGREEMENT_VOID', '2022-06-01');

const walks: readonly Walk[] = [
  [[], ex.registered, 'HH_REGISTERED'],
  ...each(unsigned, but(ex.surveyed, late), 'HH_SURVEYED'),
  [lives.HH_SURVEYED, ex.published, 'HH_SURVEY_PUBLISHED'],
  ...each(surveyStates, ex.objected),
  ...each(surveyStates, ex.answered, undefined, [ex.objected]),
  [lives.HH_SURVEY_PUBLISHED, ex.appraised, 'HH_APPRAISED'],
  [lives.HH_APPRAISED, ex.offered, 'HH_OFFERED'],
  [lives.HH_OFFERED, ex.offered, 'HH_OFFERED'],
  [lives.HH_OFFERED, ex.signed, 'HH_SIGNED'],
  [lives.HH_SIGNED, ex.rescinded, 'HH_OFFERED'],
  ...each(signedStates, ex.supplemented),
  [lives.HH_OFFERED, ex.decided, 'HH_COMP_DECIDED'],
  ...each(titled, ex.remedyFiled),
  ...each(titled, ex.remedyConcluded, undefined, [ex.remedyFiled]),
  [[...lives.HH_SIGNED, ex.remedyFiled, voidAgreement], ex.remedyConcluded, 'HH_OFFERED'],
  [lives.HH_SIGNED, ex.firstPaid, 'HH_PAID'],
  [lives.HH_COMP_DECIDED, ex.deposited, 'HH_PAID'],
  ...each(afterPaid, ex.restPaid),
  ...each(named(/SIGNED|PAID/), ex.resettled),
  ...each(named(/DECIDED|VACATED|DEMOLISHED|ACCEPTED/), but(ex.resettled, { providedOn: '2022-04-01' })),
  [[...lives.HH_COMP_DECIDED, ex.deposited], ex.courtApplied, 'HH_PAID'],
  [[...lives.HH_COMP_DECIDED, ex.deposited, ex.courtApplied], ex.courtRuled, 'HH_PAID'],
  [[...lives.HH_PAID, ex.resettled], ex.vacated, 'HH_VACATED'],
  [lives.HH_VACATED, ex.firstDown, 'HH_DEMOLISHED'],
  [lives.HH_DEMOLISHED, ex.lastDown, 'HH_DEMOLISHED'],
  [[...lives.HH_DEMOLISHED, ex.lastDown], ex.accepted, 'HH_ACCEPTED'],
  [[...lives.HH_ACCEPTED, ex.restPaid], ex.closed, 'HH_CLOSED'],
  ...each(unsigned, ex.removed, 'HH_REMOVED'),
  [lives.HH_SIGNED, voidAgreement, 'HH_OFFERED'],
  [lives.HH_PAID, voidAgreement, 'HH_OFFERED'],
  [lives.HH_COMP_DECIDED, ex.reopened('HH_OFFERED', 'DECISION_SET_ASIDE', '2022-06-01'), 'HH_OFFERED'],
  [lives.HH_CLOSED, ex.reopened('HH_ACCEPTED', 'PAYMENT_CLAIM_UPHELD', '2022-06-01'), 'HH_ACCEPTED'],
];

describe('a household case moves', () => {
  it.each(
    walks.map(
      ([history, step, to]) =>
        [`${family(...history).state.status} → ${step.command} → ${to}`, history, step, to] as const,
    ),
  )('%s', (_, history, step, to) => {
    family(...history)
      .when(step)
      .thenRecorded(to);
  });

  it('by every line of its table, none left out', () => {
    const lines = relocationHousehold.steps.flatMap((step) =>
      step.moves.flatMap((move) =>
        move.from.map((from) => `${from} ${step.event} ${move.to === '(same)' ? from : move.to}`),
      ),
    );
    const walked = walks.map(
      ([history, step, to]) =>
        `${family(...history).state.status} ${relocationHousehold.stepOfCommand.get(step.command)!.event} ${to}`,
    );
    expect([...new Set(walked)].sort()).toEqual(lines.filter((line) => !line.startsWith('ANY')).sort());
  });
});

describe('a household case owes', () => {
  const obligationsAfter = (...steps: readonly ExampleStep[]) =>
    family(...steps).state.obligations.map(({ code }) => code);

  it('compensation and the agreed resettlement, until both are there', () => {
    expect(obligationsAfter(...lives.HH_SIGNED)).toEqual(['COMPENSATION', 'RESETTLEMENT']);
    expect(obligationsAfter(...lives.HH_PAID)).toEqual(['COMPENSATION', 'RESETTLEMENT']);
    const bridged = but(ex.resettled, { kind: 'TEMPORARY_HOUSING' });
    expect(obligationsAfter(...lives.HH_PAID, bridged)).toEqual(['COMPENSATION', 'RESETTLEMENT']);
    expect(obligationsAfter(...lives.HH_PAID, ex.resettled, ex.restPaid)).toEqual([]);
  });

  it('nothing under an agreement that was rescinded or is void', () => {
    expect(obligationsAfter(...lives.HH_SIGNED, ex.rescinded)).toEqual([]);
    expect(obligationsAfter(...lives.HH_PAID, voidAgreement)).toEqual([]);
  });

  it('the difference once a supplement raises the total, also after a reopening', () => {
    const reopened = [...lives.HH_CLOSED, ex.reopened('HH_ACCEPTED', 'PAYMENT_CLAIM_UPHELD', '2022-06-01')];
    const raised = but(ex.supplemented, { signedOn: '2022-06-10' });
    family(...reopened, raised)
      .when(but(ex.closed, { closedOn: '2022-07-01', archiveNo: '档-2', resultPublishedOn: '2022-06-30' }))
      .thenOwes('R-ALL-10', 'COMPENSATION');
    const difference = but(ex.restPaid, {
      paymentId: '付-3',
      voucherNo: '征补凭-3',
      amountFen: 1_000_000,
      paidOn: '2022-06-20',
    });
    expect(obligationsAfter(...reopened, raised, difference)).toEqual([]);
  });

  it('all that stands in the way of closing, each named', () => {
    family(...lives.HH_ACCEPTED, ex.remedyFiled)
      .when(but(ex.closed, { closedOn: '2022-06-01', resultPublishedOn: '2022-05-31' }))
      .thenOwes('R-ALL-10', 'COMPENSATION', 'REMEDY');
  });

  it('an answer to each objection, before anything is valued', () => {
    family(...lives.HH_SURVEY_PUBLISHED, ex.objected)
      .when(ex.appraised)
      .thenOwes('R-REL-11', 'SURVEY_OBJECTION');
    family(...lives.HH_SURVEY_PUBLISHED, ex.objected, ex.answered)
      .when(ex.appraised)
      .thenRecorded('HH_APPRAISED');
  });

  it('an end of every remedy before it leaves the scope', () => {
    family(...lives.HH_SIGNED, laterRemedy, voidAgreement)
      .when(but(ex.removed, { removedOn: '2022-06-02' }))
      .thenOwes('R-ALL-10', 'REMEDY');
  });
});

describe('a household case counts', () => {
  const factsOf = (kind: string, ...steps: readonly ExampleStep[]) =>
    family(...steps)
      .state.facts.filter((fact) => fact.kind === `relocation.${kind}`)
      .map(({ on, quantity, dims }) => [on, quantity, dims.buildingUse]);

  it('once all is down and accepted, by the day the last building came down', () => {
    expect(factsOf('household-relocated', ...lives.HH_DEMOLISHED, ex.lastDown)).toEqual([]);
    expect(factsOf('household-relocated', ...lives.HH_ACCEPTED)).toEqual([['2022-02-12', 1, 'HOUSE']]);
    expect(factsOf('building', ...lives.HH_ACCEPTED)).toEqual([
      ['2022-02-10', 12_000, 'HOUSE'],
      ['2022-02-12', 8_000, 'HOUSE'],
    ]);
  });

  it('as signed in the campaign only while the agreement is in force', () => {
    expect(factsOf('agreement', ...lives.HH_SIGNED)).toEqual([['2022-01-17', 1, 'HOUSE']]);
    expect(factsOf('agreement', ...lives.HH_SIGNED, ex.rescinded)).toEqual([]);
    expect(factsOf('agreement', ...lives.HH_PAID, voidAgreement)).toEqual([]);
    const again = but(ex.signed, { agreementNo: '征协字〔2022〕第0002号', signedOn: '2022-01-25' });
    expect(factsOf('agreement', ...lives.HH_SIGNED, ex.rescinded, again)).toEqual([['2022-01-25', 1, 'HOUSE']]);
    expect(factsOf('agreement', ...lives.HH_OFFERED, but(ex.signed, { campaignId: undefined }))).toEqual([]);
  });
});
