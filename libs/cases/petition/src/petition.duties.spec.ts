import { defaultCalendar } from '#foundation/calendar';
import { but, cast, type ExampleStep, type Given, given } from '#foundation/given';
import { concludeBy } from './petition.deadlines.js';
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
import { viewOf } from '#foundation/process';
import { type PetitionEvents } from './petition.case.js';

// What a petition owes, the terms that run in it, what it adds to the half-year figures, and how it is corrected.

const owes = (kase: Given) => kase.state.obligations.map(({ code, key }) => (key ? `${code} ${key}` : code));
const running = (kase: Given) => kase.state.deadlines.filter(({ end }) => end === 'open').map(({ code }) => code);
const endOf = (kase: Given, code: string) => kase.state.deadlines.findLast((each) => each.code === code)?.end;

describe('a petition case owes', () => {
  it('each promise by its number, through the whole case', () => {
    const kase = given(petition, ...fulfilling, ex.firstKept, ex.reviewRequested, ex.reviewed);
    expect(owes(kase)).toEqual(['PROMISE 2']);
    const more = kase.and(but(ex.fulfilmentStarted, { startedOn: '2022-08-10', promises: ['设立公示栏'] }));
    expect(owes(more)).toEqual(['PROMISE 2', 'PROMISE 3']);
    expect(owes(more.and(but(ex.firstKept, { confirmedOn: '2022-08-12', promiseIndex: 3 })))).toEqual(['PROMISE 2']);
  });

  it('a review and a re-review until the organ above has spoken', () => {
    expect(owes(given(petition, ...underReview))).toEqual(['REVIEW']);
    expect(owes(given(petition, ...afterReview))).toEqual([]);
    expect(owes(given(petition, ...underReReview))).toEqual(['REREVIEW']);
    expect(owes(given(petition, ...afterReReview))).toEqual([]);
  });
});

describe('the terms of a petition', () => {
  it('run from registration to the answer, and from acceptance to the opinion', () => {
    expect(running(given(petition, ...lives.registered))).toEqual(['D-PET-01']);
    expect(running(given(petition, ...lives.accepted))).toEqual(['D-PET-02', 'D-PET-03', 'D-PET-09']);
    expect(running(given(petition, ...lives.assigned))).toEqual(['D-PET-02', 'D-PET-03', 'D-PET-10']);
    expect(running(given(petition, ...lives.served))).toEqual(['D-PET-04']);
    expect(running(given(petition, ...underReview))).toEqual(['D-PET-05']);
    expect(running(given(petition, ...afterReview))).toEqual(['D-PET-06']);
    expect(running(given(petition, ...underReReview))).toEqual(['D-PET-07']);
    expect(running(given(petition, ...afterReReview))).toEqual([]);
  });

  it('are void when the case goes another way, and new when it is reopened', () => {
    const declined = given(petition, ex.registered, ex.declined);
    expect(endOf(declined, 'D-PET-01')).toBe('met');
    const withdrawn = given(petition, ...lives.assigned, ex.withdrawn);
    expect(endOf(withdrawn, 'D-PET-02')).toBe('met');
    expect(endOf(withdrawn, 'D-PET-10')).toBe('void');
    expect(running(given(petition, ...again))).toEqual(['D-PET-02', 'D-PET-09']);
  });

  it('give 60 days to conclude, the days of an extension, and 60 again after reopening', () => {
    const by = (kase: Given) => concludeBy(viewOf<PetitionEvents>(kase.state, petition.restarts), defaultCalendar);
    expect(by(given(petition, ...lives.accepted))).toBe('2022-07-09');
    expect(by(given(petition, ...lives.accepted, ex.extended))).toBe('2022-08-08');
    // Reopened on 10 October: 21 days of October, 30 of November, 9 of December.
    expect(by(given(petition, ...again))).toBe('2022-12-09');
    expect(by(given(petition, ...lives.registered))).toBeUndefined();
  });
});

const facts = (kase: Given, kind: string) =>
  kase.state.facts
    .filter((fact) => fact.kind === kind)
    .map(({ on, until, dims }) => ({ on, ...(until ? { until } : {}), ...dims }));

describe('the figures count a petition', () => {
  it('as concluded when the opinion is served, or when it is declined or withdrawn', () => {
    const kind = 'petition.conclusion';
    expect(facts(given(petition, ...lives.issued), kind)).toEqual([]);
    expect(facts(given(petition, ...lives.served), kind)).toEqual([
      { on: '2022-06-10', matterKind: 'APPEAL_REQUEST', result: 'PARTLY_SUPPORTED' },
    ]);
    expect(facts(given(petition, ex.registered, ex.declined), kind)).toMatchObject([
      { on: '2022-05-12', result: 'DECLINED' },
    ]);
    expect(facts(given(petition, ...lives.accepted, ex.withdrawn), kind)).toMatchObject([
      { on: '2022-06-02', result: 'WITHDRAWN' },
    ]);
    expect(facts(given(petition, ex.registered, ex.forwarded), kind)).toEqual([]);
  });

  it('once a case: every conclusion has the case as its key', () => {
    const kase = given(petition, ...again, but(ex.withdrawn, { withdrawnOn: '2022-10-20' }));
    const keys = kase.state.facts.filter(({ kind }) => kind === 'petition.conclusion').map(({ key }) => key);
    expect(keys).toEqual([kase.state.caseId, kase.state.caseId]);
  });

  it('by each part of the disposition rule', () => {
    const kase = given(petition, ...lives.disposed, ex.referred);
    expect(facts(kase, 'petition.disposition')).toEqual([
      { on: '2022-06-06', kind: 'DEMAND_MET' },
      { on: '2022-06-06', kind: 'REFERRED' },
    ]);
  });

  it('as open from acceptance to closing, with its team from the day the team was named', () => {
    const kase = given(petition, ...lives.closed);
    expect(facts(kase, 'petition.open')).toEqual([{ on: '2022-05-10', until: '2022-07-12' }]);
    expect(facts(kase, 'petition.open-with-team')).toEqual([{ on: '2022-05-12', until: '2022-07-12' }]);
    expect(facts(given(petition, ex.registered, ex.forwarded), 'petition.open')).toEqual([]);
  });

  it('as open once more under review with its team, and reopened without one', () => {
    const late = but(ex.reviewRequested, { requestedOn: '2022-09-01' });
    const again = given(petition, ...lives.closed, late);
    expect(facts(again, 'petition.open')).toEqual([{ on: '2022-05-10', until: '2022-07-12' }, { on: '2022-09-01' }]);
    expect(facts(again, 'petition.open-with-team')).toEqual([
      { on: '2022-05-12', until: '2022-07-12' },
      { on: '2022-09-01' },
    ]);
    const reopened = given(petition, ...afterReview, ex.reopened);
    expect(facts(reopened, 'petition.open')).toEqual([{ on: '2022-05-10' }]);
    expect(facts(reopened, 'petition.open-with-team')).toEqual([{ on: '2022-05-12', until: '2022-10-10' }]);
  });

  it('as a missed step of the government on the day it fell due', () => {
    const clock = { staffRef: '时钟', roles: ['SYSTEM_CLOCK'], grids: [], villages: [] } as const;
    const missed: ExampleStep = {
      command: 'MarkDeadlineMissed',
      by: clock,
      body: { deadlineCode: 'D-PET-01', dueOn: '2022-05-20', missedStep: 'PetitionAccepted' },
    };
    const kase = given(petition, ex.registered, missed);
    expect(facts(kase, 'petition.missed-step')).toEqual([{ on: '2022-05-20', deadlineCode: 'D-PET-01' }]);
    kase.when(missed).thenRefused('R-ALL-04');
    // A second round is concluded by another day: its miss is its own.
    const conclude = (dueOn: string) => but(missed, { deadlineCode: 'D-PET-02', dueOn, missedStep: 'OpinionServed' });
    const rounds = given(petition, ...again, conclude('2022-07-09'), conclude('2022-12-09'));
    expect(facts(rounds, 'petition.missed-step').map(({ on }) => on)).toEqual(['2022-07-09', '2022-12-09']);
    rounds.when(conclude('2022-12-09')).thenRefused('R-ALL-04');
    given(petition, ...lives.assigned)
      .when(but(missed, { deadlineCode: 'D-PET-09', missedStep: 'ResponsibilityTeamAssigned' }))
      .thenRefused('R-ALL-04');
  });
});

describe('a correction of a petition', () => {
  it('rewords a claim, whose commas stay its own', () => {
    const kase = given(petition, ...lives.served).and(
      ex.corrected('PetitionRegistered', 'claims=请求修复通组路、排水沟；请求公开道路经费'),
    );
    const { claims } = kase.state.events[0]!.data;
    expect(claims).toEqual(['请求修复通组路、排水沟', '请求公开道路经费']);
  });

  it('never takes a claim away (R-ALL-08)', () => {
    for (const history of [lives.registered, lives.served])
      given(petition, ...history)
        .when(ex.corrected('PetitionRegistered', 'claims=请求修复通组路'))
        .thenRefused('R-ALL-08');
    given(petition, ...lives.registered)
      .when(ex.corrected('PetitionRegistered', 'claims=请求修复通组路；'))
      .thenRefused('R-ALL-08');
  });

  it('adds no claim that the opinion did not answer (R-ALL-08)', () => {
    const third = ex.corrected('PetitionRegistered', 'claims=请求修复通组路；请求公开道路经费；请求设路灯');
    given(petition, ...lives.served)
      .when(third)
      .thenRefused('R-ALL-08');
    given(petition, ...lives.disposed)
      .when(third)
      .thenRecorded();
  });

  it('of the day of service moves the case to that day', () => {
    const kase = given(petition, ...lives.served).and(ex.corrected('OpinionServed', 'servedOn=2022-07-01'));
    expect(facts(kase, 'petition.conclusion')).toMatchObject([{ on: '2022-07-01' }]);
  });

  it('of the number of the opinion carries its service along', () => {
    const kase = given(petition, ...lives.served).and(ex.corrected('OpinionIssued', 'opinionNo=信处字〔2022〕7号'));
    expect(kase.state.events.find(({ type }) => type === 'OpinionServed')?.data.opinionNo).toBe('信处字〔2022〕7号');
  });

  it('is approved by a second person', () => {
    given(petition, ...lives.served)
      .when(but(ex.corrected('OpinionServed', 'servedOn=2022-06-13'), { approvedByStaffRef: cast.petitionClerk.code }))
      .thenRefused('R-ALL-08');
  });
});
