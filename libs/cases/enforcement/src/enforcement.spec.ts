import { but, type ExampleStep, given } from '#foundation/given';
import * as ex from './enforcement.examples.js';
import { lives } from './enforcement.examples.js';
import { enforcement } from './enforcement.process.js';

// The table, walked: every transition of processes.md A.4 by a legal path, and each figure by what feeds it.

type Walk = readonly [history: readonly ExampleStep[], step: ExampleStep, state: string];
const { lead, verified, noticed, filed, evidence } = ex;
const rebounded = [...lives.closed, ex.rebound];
const fallen = [...lives.served, ex.remedyFiled, ex.setAside];
const renoticed = but(noticed, { noticeNo: '环改字〔2022〕2号', servedOn: '2022-08-03', deadlineOn: '2022-08-20' });
const refiled = but(filed, { filingNo: '环立〔2022〕2号', filedOn: '2022-08-04' });
const unpaid = (step: ExampleStep) => [...lives.served, step];
const acceptedLate = but(ex.accepted, { noticeNo: undefined, decisionNo: '环罚〔2022〕1号', checkedOn: '2022-05-03' });
const inCourt = [...lives.atCourt];

const walks: readonly Walk[] = [
  [[], lead, 'EN_LEAD'],
  [[lead], verified, 'EN_VERIFIED'],
  [[lead], ex.dismissed, 'EN_DISMISSED'],
  [lives.verified, ex.dismissed, 'EN_DISMISSED'],
  [[lead, ex.dismissed], ex.leadReopened, 'EN_LEAD'],
  [lives.verified, ex.transferred, 'EN_TRANSFERRED'],
  [lives.noticed, ex.transferred, 'EN_TRANSFERRED'],
  [lives.filed, but(ex.transferred, { transferredOn: '2022-03-24' }), 'EN_TRANSFERRED'],
  [lives.concluded, but(ex.transferred, { transferredOn: '2022-03-28' }), 'EN_TRANSFERRED'],
  [[...lives.verified, ex.transferred], ex.transferOutcome, 'EN_TRANSFERRED'],
  [[...lives.verified, ex.transferred], ex.transferReturned, 'EN_VERIFIED'],
  [lives.verified, noticed, 'EN_NOTICED'],
  [rebounded, renoticed, 'EN_NOTICED'],
  [lives.filed, but(renoticed, { servedOn: '2022-03-24', deadlineOn: '2022-04-10' }), 'EN_FILED'],
  [lives.noticed, ex.extended, 'EN_NOTICED'],
  [lives.noticed, ex.failed, 'EN_NOTICED'],
  [lives.noticed, ex.accepted, 'EN_RECTIFIED'],
  [lives.served, acceptedLate, 'EN_RECTIFIED'],
  [lives.demanded, but(acceptedLate, { checkedOn: '2022-05-10' }), 'EN_RECTIFIED'],
  [lives.executing, but(acceptedLate, { checkedOn: '2022-05-25' }), 'EN_RECTIFIED'],
  [lives.filed, but(ex.accepted, { checkedOn: '2022-03-23' }), 'EN_FILED'],
  [lives.concluded, but(ex.accepted, { checkedOn: '2022-03-26' }), 'EN_INVESTIGATED'],
  [lives.notified, but(ex.accepted, { checkedOn: '2022-03-29' }), 'EN_PRIOR_NOTICED'],
  [lives.verified, ex.finedOnTheSpot, 'EN_DECISION_SERVED'],
  [lives.noticed, ex.finedOnTheSpot, 'EN_DECISION_SERVED'],
  [lives.verified, filed, 'EN_FILED'],
  [lives.noticed, filed, 'EN_FILED'],
  [rebounded, refiled, 'EN_FILED'],
  [[...lives.noticed, filed], evidence, 'EN_FILED'],
  [lives.filed, ex.preserved, 'EN_FILED'],
  [[...lives.filed, ex.preserved], ex.preservationResolved, 'EN_FILED'],
  [lives.verified, ex.sealed, 'EN_VERIFIED'],
  [lives.noticed, ex.sealed, 'EN_NOTICED'],
  [[...lives.verified, ex.sealedUrgently], ex.urgencyApproved, 'EN_VERIFIED'],
  [lives.noticed, ex.seized, 'EN_NOTICED'],
  [lives.verified, ex.surrendered, 'EN_VERIFIED'],
  [[...lives.noticed, ex.seized], ex.custodyExtended, 'EN_NOTICED'],
  [[...lives.noticed, ex.seized], ex.returned, 'EN_NOTICED'],
  [[...lives.noticed, ex.sealed], ex.unsealed, 'EN_NOTICED'],
  [lives.filed, ex.concluded, 'EN_INVESTIGATED'],
  [lives.concluded, ex.priorNotice, 'EN_PRIOR_NOTICED'],
  [lives.notified, but(ex.priorNotice, { noticeNo: '罚告〔2022〕2号', servedOn: '2022-03-30' }), 'EN_PRIOR_NOTICED'],
  [lives.notified, ex.heard, 'EN_PRIOR_NOTICED'],
  [lives.notified, ex.hearingRequested, 'EN_PRIOR_NOTICED'],
  [[...lives.notified, ex.hearingRequested], ex.hearingHeld, 'EN_PRIOR_NOTICED'],
  [lives.notified, ex.reviewed, 'EN_PRIOR_NOTICED'],
  [lives.filed, ex.termExtended, 'EN_FILED'],
  [lives.concluded, ex.termExtended, 'EN_INVESTIGATED'],
  [lives.notified, ex.termExtended, 'EN_PRIOR_NOTICED'],
  [[...lives.notified, ex.heard, ex.reviewed], ex.decided, 'EN_DECIDED'],
  [lives.concluded, ex.noPenalty, 'EN_NO_PENALTY'],
  [lives.notified, ex.noPenalty, 'EN_NO_PENALTY'],
  [fallen, but(ex.noPenalty, { decidedOn: '2022-06-25' }), 'EN_NO_PENALTY'],
  [lives.decided, ex.served, 'EN_DECISION_SERVED'],
  [lives.served, ex.paid, 'EN_DECISION_SERVED'],
  [lives.served, ex.deferred, 'EN_DECISION_SERVED'],
  [lives.served, ex.remedyFiled, 'EN_DECISION_SERVED'],
  [[...lives.served, ex.remedyFiled], ex.upheld, 'EN_DECISION_SERVED'],
  [[...lives.served, ex.remedyFiled], ex.setAside, 'EN_REOPENED'],
  [fallen, ex.restituted, 'EN_REOPENED'],
  [lives.served, ex.published, 'EN_DECISION_SERVED'],
  [[...lives.served, ex.published, ex.remedyFiled, ex.setAside], ex.withdrawn, 'EN_REOPENED'],
  [lives.served, ex.demanded, 'EN_DEMANDED'],
  [unpaid(acceptedLate), ex.demanded, 'EN_RECTIFIED'],
  [unpaid(ex.bannedByOrder), ex.demanded, 'EN_CEASED'],
  [lives.demanded, ex.executionDecided, 'EN_EXECUTING'],
  [lives.demanded, ex.courtApplied, 'EN_EXECUTING'],
  [[...unpaid(ex.bannedByOrder), ex.demanded], ex.courtApplied, 'EN_CEASED'],
  [inCourt, ex.courtRuled, 'EN_EXECUTING'],
  [inCourt, ex.suspended, 'EN_EXECUTING'],
  [[...inCourt, ex.suspended], ex.resumed, 'EN_EXECUTING'],
  [inCourt, ex.terminated, 'EN_EXECUTING'],
  [lives.noticed, ex.cut, 'EN_NOTICED'],
  [lives.served, ex.cutByDecision, 'EN_DECISION_SERVED'],
  [[...lives.noticed, ex.cut], ex.restored, 'EN_NOTICED'],
  [lives.noticed, ex.cleared, 'EN_NOTICED'],
  [lives.noticed, ex.banned, 'EN_CEASED'],
  [lives.served, ex.bannedByOrder, 'EN_CEASED'],
  [lives.executing, but(ex.banned, { closureMode: 'COMPULSORY', ceasedOn: '2022-05-24' }), 'EN_CEASED'],
  [[ex.farmLead, verified, noticed], ex.stockSurveyed, 'EN_NOTICED'],
  [lives.farm, ex.closureOrdered, 'EN_NOTICED'],
  [[...lives.farm, ex.closureOrdered], ex.farmClosed, 'EN_CEASED'],
  [[...lives.farm, ex.closureOrdered, ex.farmClosed], ex.compensated, 'EN_CEASED'],
  [lives.ceased, ex.closed, 'EN_CLOSED'],
  [lives.rectified, ex.closed, 'EN_CLOSED'],
  [[...lives.concluded, ex.noPenalty], but(ex.closed, { lookBackDueOn: undefined }), 'EN_CLOSED'],
  [[...lives.verified, ex.transferred, ex.transferOutcome], but(ex.closed, { lookBackDueOn: undefined }), 'EN_CLOSED'],
  [lives.closed, ex.lookedBack, 'EN_CLOSED'],
  [lives.closed, ex.rebound, 'EN_REOPENED'],
  [lives.closed, ex.corrected('OperatorBanned', 'processKind=CRUSHING'), 'EN_CLOSED'],
];

describe('an enforcement case', () => {
  it.each(
    walks.map(
      ([history, step, state]) => [step.command, history.at(-1)?.command ?? 'nothing', state, history, step] as const,
    ),
  )(
    'takes %s after %s and is %s',
    (_, __, state, history, step) =>
      void given(enforcement, ...history)
        .when(step)
        .thenRecorded(state),
  );

  it('takes every step of the table somewhere', () => {
    const taken = new Set(walks.map(([, step]) => step.command));
    const own = enforcement.steps.filter(({ fields }) => !fields.some(({ name }) => name === 'caseRef'));
    expect(own.map(({ commandName }) => commandName).filter((command) => !taken.has(command))).toEqual([]);
  });
});

const factsOf = (...steps: ExampleStep[]) => given(enforcement, ...steps).state.facts;
const kinds = (...steps: ExampleStep[]) => factsOf(...steps).map(({ kind, on, quantity }) => [kind, on, quantity]);

describe('what counts', () => {
  it('an operator once it is verified, its notice, and the day on which it ceased', () => {
    expect(kinds(...lives.ceased)).toEqual([
      ['enforcement.operator', '2022-03-02', 1],
      ['enforcement.notice', '2022-03-04', 1],
      ['enforcement.operator-noticed', '2022-03-02', 1],
      ['enforcement.banned', '2022-03-15', 1],
    ]);
  });

  it('machines and raw material when they are taken for the first time', () => {
    const again = but(ex.surrendered, { takenOn: '2022-03-20', measureId: '交-1' });
    const taken = factsOf(...lives.noticed, ex.seized, ex.seizedMaterial, ex.returned, again).slice(-2);
    expect(taken.map(({ kind, quantity, dims }) => [kind, quantity, dims.legalForm])).toEqual([
      ['enforcement.equipment', 2, 'SEIZED'],
      ['enforcement.raw-material', 4_600, 'SEIZED'],
    ]);
  });

  it('the animals of the last survey before the farm was closed, as a range', () => {
    const later = but(ex.stockSurveyed, { surveyedOn: '2022-03-09', stockMin: 70, stockMax: 75 });
    const facts = factsOf(...lives.farm, later, ex.closureOrdered, ex.farmClosed).slice(-3);
    expect(facts.map(({ kind, on, quantity, dims }) => [kind, on, quantity, dims.bound])).toEqual([
      ['enforcement.farm', '2022-03-25', 1, undefined],
      ['enforcement.farm-stock', '2022-03-25', 70, 'min'],
      ['enforcement.farm-stock', '2022-03-25', 75, 'max'],
    ]);
  });

  it('an operator that started again a second time, and both stay counted', () => {
    const second = [but(renoticed, {}), but(ex.banned, { ceasedOn: '2022-08-10' })];
    const ends = factsOf(...rebounded, ...second).filter(({ kind }) => kind === 'enforcement.banned');
    expect(ends.map(({ on }) => on)).toEqual(['2022-03-15', '2022-08-10']);
  });

  it('nothing that ended by a decision which was revoked; what the operator ended itself stays', () => {
    const endedBy = (step: ExampleStep, result: string) =>
      factsOf(...lives.served, step, ex.remedyFiled, but(ex.setAside, { result })).filter(
        ({ kind }) => kind === 'enforcement.banned',
      ).length;
    expect(endedBy(ex.bannedByOrder, 'REVOKED')).toBe(0);
    expect(endedBy(ex.bannedByOrder, 'CHANGED')).toBe(1);
    expect(endedBy(but(ex.bannedByOrder, { closureMode: 'SELF_CLOSED' }), 'REVOKED')).toBe(1);
  });

  it('the corrected value, in the corrected half-year', () => {
    const facts = factsOf(...lives.closed, ex.corrected('OperatorBanned', 'ceasedOn=2022-03-14'));
    expect(facts.find(({ kind }) => kind === 'enforcement.banned')?.on).toBe('2022-03-14');
  });
});
