import { asked, but, type ExampleStep, given } from '#foundation/given';
import { type PetitionState } from './petition.case.js';
import * as ex from './petition.examples.js';
import {
  afterReReview,
  afterReview,
  again,
  fulfilling,
  lives,
  underReReview,
  underReview,
} from './petition.examples.js';
import { petition } from './petition.process.js';

// Every line of the table in processes.md D.5, walked by a way that the law allows.

type Walk = readonly [
  from: PetitionState | 'NONE',
  history: readonly ExampleStep[],
  step: ExampleStep,
  to: PetitionState,
];

const registered = [ex.registered];
const declined = [...registered, ex.declined];
const forwarded = [...registered, ex.forwarded];
const withdrawn = [...lives.accepted, ex.withdrawn];
const later = { closedOn: '2022-10-20', archiveNo: '档-信访-0002', reviewWaiverRef: '纸质:放弃-0001' };
const confirmedLater = but(ex.firstKept, { confirmedOn: '2022-11-01' });
const supervisedEarly = but(ex.supervised, { issuedOn: '2022-05-30' });

/** One history for each state in which a promise may still be open. */
const promised = [...fulfilling, ex.reviewRequested];
const withOpenPromise: readonly (readonly [PetitionState, readonly ExampleStep[]])[] = [
  ['PT_FULFILLING', fulfilling],
  ['PT_UNDER_REVIEW', promised],
  ['PT_REVIEWED', [...promised, ex.reviewed]],
  ['PT_UNDER_REREVIEW', [...promised, ex.reviewed, ex.reReviewRequested]],
  ['PT_REREVIEWED', [...promised, ex.reviewed, ex.reReviewRequested, ex.reReviewed]],
  ['PT_REOPENED', [...promised, ex.reviewed, ex.reopened]],
  ['PT_WITHDRAWN', [...promised, ex.reviewed, ex.reopened, but(ex.withdrawn, { withdrawnOn: '2022-10-20' })]],
];
const secondTeam = but(ex.assigned, { assignedOn: '2022-10-12' });

const walks: readonly Walk[] = [
  ['NONE', [], ex.registered, 'PT_REGISTERED'],
  ['PT_REGISTERED', registered, ex.accepted, 'PT_ACCEPTED'],
  ['PT_REGISTERED', registered, ex.declined, 'PT_DECLINED'],
  ['PT_REGISTERED', registered, ex.forwarded, 'PT_FORWARDED'],
  ['PT_ACCEPTED', lives.accepted, ex.assigned, 'PT_ASSIGNED'],
  ['PT_REOPENED', again, secondTeam, 'PT_ASSIGNED'],
  ['PT_ASSIGNED', lives.assigned, ex.replaced, 'PT_ASSIGNED'],
  ['PT_INVESTIGATED', lives.investigated, ex.replaced, 'PT_INVESTIGATED'],
  ['PT_OPINION_ISSUED', lives.issued, ex.replaced, 'PT_OPINION_ISSUED'],
  ['PT_OPINION_SERVED', lives.served, ex.replaced, 'PT_OPINION_SERVED'],
  ['PT_UNDER_REVIEW', underReview, ex.replaced, 'PT_UNDER_REVIEW'],
  ['PT_UNDER_REREVIEW', underReReview, ex.replaced, 'PT_UNDER_REREVIEW'],
  ['PT_FULFILLING', fulfilling, ex.replaced, 'PT_FULFILLING'],
  ['PT_ASSIGNED', lives.assigned, ex.heard, 'PT_ASSIGNED'],
  ['PT_INVESTIGATED', lives.investigated, asked('leader', but(ex.heard, { heardOn: '2022-06-03' })), 'PT_INVESTIGATED'],
  ['PT_REOPENED', again, but(ex.heard, { heardOn: '2022-10-12' }), 'PT_REOPENED'],
  ['PT_ASSIGNED', lives.assigned, ex.mediated, 'PT_ASSIGNED'],
  ['PT_INVESTIGATED', lives.investigated, but(ex.mediated, { heldOn: '2022-06-02' }), 'PT_INVESTIGATED'],
  ['PT_ASSIGNED', lives.assigned, ex.hearingHeld, 'PT_ASSIGNED'],
  [
    'PT_INVESTIGATED',
    lives.investigated,
    but(ex.hearingHeld, { startedOn: '2022-06-02', endedOn: '2022-06-02' }),
    'PT_INVESTIGATED',
  ],
  [
    'PT_UNDER_REREVIEW',
    underReReview,
    but(ex.hearingHeld, { startedOn: '2022-09-01', endedOn: '2022-09-02' }),
    'PT_UNDER_REREVIEW',
  ],
  ['PT_ACCEPTED', lives.accepted, ex.extended, 'PT_ACCEPTED'],
  ['PT_ASSIGNED', lives.assigned, asked('head', ex.extended), 'PT_ASSIGNED'],
  ['PT_INVESTIGATED', lives.investigated, ex.extended, 'PT_INVESTIGATED'],
  ['PT_ASSIGNED', lives.heard, ex.investigated, 'PT_INVESTIGATED'],
  [
    'PT_REOPENED',
    [...again, but(ex.heard, { heardOn: '2022-10-12' })],
    but(ex.investigated, { concludedOn: '2022-10-20' }),
    'PT_INVESTIGATED',
  ],
  ['PT_INVESTIGATED', lives.investigated, ex.demandMet, 'PT_INVESTIGATED'],
  ['PT_OPINION_ISSUED', lives.issued, asked('leader', ex.referred), 'PT_OPINION_ISSUED'],
  ['PT_OPINION_SERVED', lives.served, ex.referred, 'PT_OPINION_SERVED'],
  ['PT_FULFILLING', fulfilling, ex.referred, 'PT_FULFILLING'],
  ['PT_INVESTIGATED', lives.disposed, ex.issued, 'PT_OPINION_ISSUED'],
  ['PT_OPINION_ISSUED', lives.issued, ex.served, 'PT_OPINION_SERVED'],
  ['PT_OPINION_SERVED', lives.served, ex.reviewRequested, 'PT_UNDER_REVIEW'],
  ['PT_FULFILLING', fulfilling, ex.reviewRequested, 'PT_UNDER_REVIEW'],
  ['PT_CLOSED', lives.closed, but(ex.reviewRequested, { requestedOn: '2022-09-01' }), 'PT_UNDER_REVIEW'],
  ['PT_UNDER_REVIEW', underReview, ex.reviewed, 'PT_REVIEWED'],
  ['PT_REVIEWED', afterReview, ex.reReviewRequested, 'PT_UNDER_REREVIEW'],
  ['PT_UNDER_REREVIEW', underReReview, ex.reReviewed, 'PT_REREVIEWED'],
  ['PT_REVIEWED', afterReview, ex.reopened, 'PT_REOPENED'],
  ['PT_REREVIEWED', afterReReview, asked('leader', ex.reopened), 'PT_REOPENED'],
  ['PT_CLOSED', lives.closed, ex.reopened, 'PT_REOPENED'],
  ['PT_DECLINED', declined, but(ex.reopened, { ground: 'WRONGLY_DECLINED' }), 'PT_REOPENED'],
  ['PT_OPINION_SERVED', lives.served, ex.fulfilmentStarted, 'PT_FULFILLING'],
  ['PT_REVIEWED', afterReview, but(ex.fulfilmentStarted, { startedOn: '2022-08-10' }), 'PT_FULFILLING'],
  [
    'PT_REREVIEWED',
    afterReReview,
    but(ex.fulfilmentStarted, { startedOn: '2022-09-20', dueOn: '2022-11-01' }),
    'PT_FULFILLING',
  ],
  ...withOpenPromise.map(([state, history]): Walk => [state, history, confirmedLater, state]),
  ['PT_ACCEPTED', lives.accepted, supervisedEarly, 'PT_ACCEPTED'],
  ['PT_ASSIGNED', lives.assigned, supervisedEarly, 'PT_ASSIGNED'],
  ['PT_INVESTIGATED', lives.investigated, ex.supervised, 'PT_INVESTIGATED'],
  ['PT_OPINION_ISSUED', lives.issued, asked('leader', ex.supervised), 'PT_OPINION_ISSUED'],
  ['PT_OPINION_SERVED', lives.served, ex.supervised, 'PT_OPINION_SERVED'],
  ['PT_FULFILLING', fulfilling, ex.supervised, 'PT_FULFILLING'],
  ['PT_REGISTERED', registered, ex.withdrawn, 'PT_WITHDRAWN'],
  ['PT_ACCEPTED', lives.accepted, ex.withdrawn, 'PT_WITHDRAWN'],
  ['PT_ASSIGNED', lives.assigned, ex.withdrawn, 'PT_WITHDRAWN'],
  ['PT_INVESTIGATED', lives.investigated, ex.withdrawn, 'PT_WITHDRAWN'],
  ['PT_REOPENED', again, but(ex.withdrawn, { withdrawnOn: '2022-10-20' }), 'PT_WITHDRAWN'],
  ['PT_OPINION_SERVED', lives.served, ex.closed, 'PT_CLOSED'],
  [
    'PT_FULFILLING',
    [...fulfilling, ex.firstKept, ex.secondKept],
    but(ex.closed, { closedOn: '2022-07-25' }),
    'PT_CLOSED',
  ],
  ['PT_REVIEWED', afterReview, but(ex.closed, { closedOn: '2022-09-05' }), 'PT_CLOSED'],
  ['PT_REREVIEWED', afterReReview, asked('leader', but(ex.closed, { closedOn: '2022-09-15' })), 'PT_CLOSED'],
  ['PT_DECLINED', declined, ex.closed, 'PT_CLOSED'],
  ['PT_FORWARDED', forwarded, ex.closed, 'PT_CLOSED'],
  ['PT_WITHDRAWN', withdrawn, ex.closed, 'PT_CLOSED'],
];

describe('a petition case', () => {
  it.each(walks.map(([from, history, step, to]) => ({ from, history, step, to, name: step.command })))(
    'goes from $from by $name to $to',
    ({ from, history, step, to }) => {
      const kase = given(petition, ...history);
      expect(kase.state.status).toBe(from);
      kase.when(step).thenRecorded(to);
    },
  );

  it('is walked along every line of its table', () => {
    const walked = new Set(walks.map(([from, , step]) => `${from} ${step.command}`));
    const lines = petition.steps.flatMap((step) =>
      step.moves.flatMap(({ from }) => from.map((state) => ({ state, step }))),
    );
    // A promise is confirmed in every open state (ANY_OPEN), a correction everywhere: told above and elsewhere.
    const missing = lines
      .filter(({ state }) => state !== 'ANY' && state !== 'ANY_OPEN')
      .map(({ state, step }) => `${state} ${step.commandName}`)
      .filter((line) => !walked.has(line));
    expect(missing).toEqual([]);
  });

  it('takes no step from a state that the table does not name', () => {
    given(petition, ...lives.closed)
      .when(ex.served)
      .thenRefused('R-ALL-01');
    given(petition, ...forwarded)
      .when(ex.accepted)
      .thenRefused('R-ALL-01');
    given(petition, ...again)
      .and(but(ex.withdrawn, { withdrawnOn: '2022-10-20' }))
      .and(but(ex.closed, later))
      .when(ex.firstKept)
      .thenRefused('R-ALL-01');
  });

  it('dates no step before the one it depends on', () => {
    given(petition, ...registered)
      .when(but(ex.accepted, { acceptedOn: '2022-05-04' }))
      .thenRefused('R-ALL-03');
    given(petition, ...lives.issued)
      .when(but(ex.served, { servedOn: '2022-06-07' }))
      .thenRefused('R-ALL-03');
    given(petition, ...lives.served)
      .when(but(ex.reviewRequested, { requestedOn: '2022-06-09' }))
      .thenRefused('R-ALL-03');
  });
});
