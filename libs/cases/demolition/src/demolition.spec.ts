import { asked, but, type ExampleStep, given } from '#foundation/given';
import * as ex from './demolition.examples.js';
import { courtLife, lives, second } from './demolition.examples.js';
import { demolition } from './demolition.process.js';
import { type DemolitionState } from './demolition.case.js';

// Every line of the table in processes.md B.4, walked at least once by a way that the law allows.

type Walk = readonly [
  from: DemolitionState | 'NONE',
  history: readonly ExampleStep[],
  step: ExampleStep,
  to: DemolitionState,
];

const inTown = [ex.found, ex.surveyedInTown];
const stoppedInTown = [...inTown, ex.stopped];
const handedOver = [...inTown, ex.transferred];
const withoutOrder = [ex.found, ex.surveyed, ex.stopped, ex.selfDemolished];
const madeLawful = [...lives.ordered, ex.regularised];
/** Pulled down and counted, then the order falls: the township is liable. */
const orderFellAfterDemolition = [...lives.verified, ex.remedyFiled, ex.setAside];
const madeGood = [...orderFellAfterDemolition, ex.liabilitySettled];
const settledClosing = but(ex.closed, { closedOn: '2022-08-22', lookBackDueOn: undefined });

/** Where a remedy may be filed and concluded; the one filed here is from before the case was where it is. */
const underRemedy: Readonly<Partial<Record<DemolitionState, readonly ExampleStep[]>>> = {
  DM_ORDERED: lives.ordered,
  DM_DEMANDED: lives.demanded,
  DM_ANNOUNCED: lives.announced,
  DM_EXEC_DECIDED: lives.executionDecided,
  DM_COURT_APPLIED: courtLife.applied,
  DM_DEMOLISHED: lives.demolished,
  DM_VERIFIED: lives.verified,
  DM_CLOSED: lives.closed,
  DM_REGULARISED: madeLawful,
};

/** Rebuilt while the remedy against the first order was still open. */
const rebuiltUnderRemedy = [...lives.closed, ex.remedyFiled, ex.rebuilt];
/** And the second order was set aside and paid for before the first remedy was concluded. */
const settledUnderRemedy = [
  ...rebuiltUnderRemedy,
  ...[second.surveyed, second.stopped, second.notified, second.heard, second.ordered],
  ...[second.remedyFiled, but(second.setAside, { restitutionDue: true }), ex.liabilitySettled],
];
const concludedLate = { concludedOn: '2022-09-01', finalOn: undefined };

const secondRound = [...orderFellAfterDemolition, second.surveyed, second.stopped, second.notified, second.heard];
const secondOrder = [...secondRound, second.ordered];
const secondInCourt = [
  ...orderFellAfterDemolition,
  but(second.surveyed, { ...ex.surveyedOnArableLand.body, surveyedOn: '2022-06-10' }),
  but(second.notified, { legalBasis: 'LAL77' }),
  second.heard,
  but(second.ordered, { legalBasis: 'LAL77', authority: 'NATURAL_RESOURCES_DEPT' }),
  second.demanded,
  but(ex.courtApplied, { appliedOn: '2022-07-25' }),
];
const secondInTown = [
  ...orderFellAfterDemolition,
  but(second.surveyed, { planningArea: 'TOWN', legalBasis: 'CPL64', authority: 'PLANNING_DEPT' }),
  but(ex.transferred, { transferredOn: '2022-06-14' }),
];

/** The states of a second round in which the liability for the first is still open. */
const liableStill: Readonly<Partial<Record<DemolitionState, readonly ExampleStep[]>>> = {
  DM_SURVEYED: secondRound.slice(0, -3),
  DM_STOPPED: secondRound.slice(0, -2),
  DM_NOTIFIED: secondRound,
  DM_ORDERED: secondOrder,
  DM_DEMANDED: [...secondOrder, second.demanded],
  DM_ANNOUNCED: [...secondOrder, second.demanded, second.announced],
  DM_EXEC_DECIDED: [...secondOrder, second.demanded, second.announced, second.executionDecided],
  DM_COURT_APPLIED: secondInCourt,
  DM_DEMOLISHED: [...secondOrder, second.selfDemolished],
  DM_VERIFIED: [...secondOrder, second.selfDemolished, second.verified],
  DM_REGULARISED: [...secondOrder, second.regularised],
  DM_TRANSFERRED: secondInTown,
};

const each = (
  states: Readonly<Partial<Record<DemolitionState, readonly ExampleStep[]>>>,
  walk: (state: DemolitionState, history: readonly ExampleStep[]) => Walk,
): Walk[] => Object.entries(states).map(([state, history]) => walk(state as DemolitionState, history));

const walks: readonly Walk[] = [
  ['NONE', [], ex.found, 'DM_FOUND'],
  ['DM_FOUND', lives.found, ex.surveyed, 'DM_SURVEYED'],
  ['DM_REOPENED', [...lives.closed, ex.rebuilt], second.surveyed, 'DM_SURVEYED'],
  ['DM_FOUND', lives.found, ex.foundLawful, 'DM_DISMISSED'],
  ['DM_SURVEYED', lives.surveyed, asked('head', ex.foundLawful), 'DM_DISMISSED'],
  ['DM_SURVEYED', inTown, ex.transferred, 'DM_TRANSFERRED'],
  ['DM_STOPPED', stoppedInTown, ex.transferred, 'DM_TRANSFERRED'],
  ['DM_TRANSFERRED', handedOver, ex.transferOutcome, 'DM_TRANSFERRED'],
  ['DM_TRANSFERRED', handedOver, ex.transferReturned, 'DM_SURVEYED'],
  ['DM_SURVEYED', lives.surveyed, ex.stopped, 'DM_STOPPED'],
  ['DM_SURVEYED', lives.surveyed, ex.notified, 'DM_NOTIFIED'],
  ['DM_STOPPED', lives.stopped, ex.notified, 'DM_NOTIFIED'],
  ['DM_NOTIFIED', lives.notified, ex.heard, 'DM_NOTIFIED'],
  ['DM_NOTIFIED', [...lives.notified, ex.heard], ex.ordered, 'DM_ORDERED'],
  ['DM_STOPPED', lives.stopped, ex.regularised, 'DM_REGULARISED'],
  ['DM_NOTIFIED', lives.notified, asked('officer', ex.regularised), 'DM_REGULARISED'],
  ['DM_ORDERED', lives.ordered, ex.regularised, 'DM_REGULARISED'],
  ...each(underRemedy, (state, history) => [state, history, ex.remedyFiled, state]),
  ...each(underRemedy, (state, history) => [state, [...history, ex.remedyFiled], ex.remedyUpheld, state]),
  ['DM_REOPENED', rebuiltUnderRemedy, ex.remedyUpheld, 'DM_REOPENED'],
  ['DM_LIABILITY_SETTLED', settledUnderRemedy, but(ex.remedyUpheld, concludedLate), 'DM_LIABILITY_SETTLED'],
  ...each(underRemedy, (state, history) => [state, [...history, ex.remedyFiled], ex.setAside, 'DM_REOPENED']),
  ['DM_LIABILITY_SETTLED', settledUnderRemedy, but(ex.setAside, concludedLate), 'DM_REOPENED'],
  ['DM_REOPENED', rebuiltUnderRemedy, ex.setAside, 'DM_REOPENED'],
  ['DM_ORDERED', lives.ordered, ex.demanded, 'DM_DEMANDED'],
  ['DM_DEMANDED', lives.demanded, ex.announced, 'DM_ANNOUNCED'],
  ['DM_ANNOUNCED', lives.announced, ex.executionDecided, 'DM_EXEC_DECIDED'],
  ['DM_DEMANDED', courtLife.demanded, ex.courtApplied, 'DM_COURT_APPLIED'],
  ['DM_COURT_APPLIED', courtLife.applied, ex.courtRuled, 'DM_COURT_APPLIED'],
  ['DM_ORDERED', lives.ordered, ex.partlyDemolished, 'DM_ORDERED'],
  ['DM_DEMANDED', lives.demanded, ex.partlyDemolished, 'DM_DEMANDED'],
  ['DM_ANNOUNCED', lives.announced, ex.partlyDemolished, 'DM_ANNOUNCED'],
  ['DM_EXEC_DECIDED', lives.executionDecided, ex.partlyDemolished, 'DM_EXEC_DECIDED'],
  ['DM_COURT_APPLIED', courtLife.applied, ex.partlyDemolished, 'DM_COURT_APPLIED'],
  ['DM_STOPPED', lives.stopped, ex.selfDemolished, 'DM_DEMOLISHED'],
  ['DM_NOTIFIED', lives.notified, ex.selfDemolished, 'DM_DEMOLISHED'],
  ['DM_ORDERED', lives.ordered, ex.selfDemolished, 'DM_DEMOLISHED'],
  ['DM_DEMANDED', lives.demanded, ex.selfDemolished, 'DM_DEMOLISHED'],
  ['DM_ANNOUNCED', lives.announced, ex.selfDemolished, 'DM_DEMOLISHED'],
  ['DM_EXEC_DECIDED', lives.executionDecided, ex.selfDemolished, 'DM_DEMOLISHED'],
  ['DM_COURT_APPLIED', courtLife.applied, ex.selfDemolished, 'DM_DEMOLISHED'],
  ['DM_EXEC_DECIDED', lives.executionDecided, ex.compulsorilyDemolished, 'DM_DEMOLISHED'],
  ['DM_COURT_APPLIED', courtLife.ruled, asked('head', ex.demolishedByCourt), 'DM_DEMOLISHED'],
  ['DM_DEMOLISHED', lives.demolished, ex.verified, 'DM_VERIFIED'],
  ['DM_DEMOLISHED', lives.demolished, ex.rejected, 'DM_ORDERED'],
  ['DM_DEMOLISHED', withoutOrder, ex.rejected, 'DM_SURVEYED'],
  ['DM_VERIFIED', lives.verified, ex.debrisCleared, 'DM_VERIFIED'],
  ['DM_VERIFIED', [...lives.verified, ex.debrisCleared], ex.closed, 'DM_CLOSED'],
  ['DM_REGULARISED', madeLawful, but(ex.closed, { lookBackDueOn: undefined }), 'DM_CLOSED'],
  ['DM_LIABILITY_SETTLED', madeGood, settledClosing, 'DM_CLOSED'],
  ['DM_TRANSFERRED', [...handedOver, ex.transferOutcome], settledClosing, 'DM_CLOSED'],
  ['DM_CLOSED', lives.closed, ex.lookedBack, 'DM_CLOSED'],
  ['DM_CLOSED', lives.closed, ex.rebuilt, 'DM_REOPENED'],
  ['DM_DISMISSED', [...lives.found, ex.foundLawful], ex.reopened, 'DM_REOPENED'],
  ['DM_CLOSED', lives.closed, ex.reopened, 'DM_REOPENED'],
  ['DM_REOPENED', orderFellAfterDemolition, ex.liabilitySettled, 'DM_LIABILITY_SETTLED'],
  ...each(liableStill, (state, history) => [state, history, ex.liabilitySettled, state]),
];

describe('a demolition case moves', () => {
  for (const [from, history, step, to] of walks) {
    it(`${from} → ${step.command} → ${to}`, () => {
      const kase = given(demolition, ...history);
      expect(kase.state.status).toBe(from);
      kase.when(step).thenRecorded(to);
    });
  }

  it('by every line of its table, none left out', () => {
    const line = (from: string, event: string, to: string) => `${from} ${event} ${to === '(same)' ? from : to}`;
    const named = demolition.steps.flatMap((step) =>
      step.moves.flatMap((move) => move.from.map((from) => line(from, step.event, move.to))),
    );
    const walked = walks.map(([from, , step, to]) => line(from, demolition.stepOfCommand.get(step.command)!.event, to));
    expect([...new Set(walked)].sort()).toEqual(named.filter((each) => !each.startsWith('ANY')).sort());
  });

  it('and stays where it is when belongings are returned or an entry is put right', () => {
    given(demolition, ...lives.demolishedByForce)
      .when(ex.belongingsReturned)
      .thenRecorded('DM_DEMOLISHED');
    given(demolition, ...lives.verified)
      .when(ex.corrected('SiteSurveyed', 'storeys=3'))
      .thenRecorded('DM_VERIFIED');
  });
});

describe('what the table does not name is refused', () => {
  it('as R-ALL-01, wherever the case stands', () => {
    const cases: readonly [readonly ExampleStep[], ExampleStep][] = [
      [[], ex.surveyed],
      [lives.found, ex.stopped],
      [lives.found, ex.ordered],
      [lives.surveyed, ex.ordered],
      [lives.surveyed, ex.surveyed],
      [lives.stopped, ex.stopped],
      [lives.notified, ex.demanded],
      [lives.notified, ex.remedyFiled],
      [lives.ordered, ex.announced],
      [lives.demanded, ex.executionDecided],
      [lives.announced, ex.compulsorilyDemolished],
      [lives.demolished, ex.selfDemolished],
      [lives.demolished, ex.closed],
      [lives.ordered, ex.verified],
      [lives.verified, ex.lookedBack],
      [lives.verified, ex.rebuilt],
      [lives.verified, ex.reopened],
      [lives.closed, ex.debrisCleared],
      [lives.closed, ex.liabilitySettled],
      [lives.closed, ex.belongingsReturned],
      [lives.closed, ex.closed],
    ];
    for (const [history, step] of cases)
      given(demolition, ...history)
        .when(step)
        .thenRefused('R-ALL-01');
  });

  it('a case is opened once', () => {
    given(demolition, ...lives.found)
      .when(ex.found)
      .thenRefused('R-ALL-01');
  });
});
