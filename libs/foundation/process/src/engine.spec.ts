import fc from 'fast-check';
import { asked, but, type ExampleStep, given, on } from '#foundation/given';
import { catalogue } from './catalogue.js';
import { type Actor } from './context.js';
import { vocabulary } from './define-process.js';
import { type RecordedEvent } from './envelope.js';
import { chainStart, emptyCase, evolve, fold } from './evolve.js';
import { DateField, MoneyField, StringField, TextField, WholeField } from './fields.js';
import { replacedData } from './replacement.js';
import { CorrectEntry } from './shared-commands.js';
import { correctionHasSecondPerson, otherReasonIsNamed } from './shared-guards.js';
import { sharedSteps } from './shared-steps.js';

// The engine by a process as small as one can be: a letter comes in and is answered within a term.

class ReceiveLetter {
  @DateField({ zh: '收到日期', en: 'Received on' }) receivedOn!: string;
  @StringField({ zh: '编号', en: 'Number' }) letterNo!: string;
  @TextField({ zh: '内容', en: 'Content' }, { optional: true }) content?: string;
}
class AnswerLetter {
  @DateField({ zh: '答复日期', en: 'Answered on' }) answeredOn!: string;
  @DateField({ zh: '下次答复', en: 'Next answer' }, { optional: true }) nextBy?: string;
  @WholeField({ zh: '页数', en: 'Pages' }) pages!: number;
  @MoneyField({ zh: '邮费', en: 'Postage' }, { optional: true }) postageFen?: number;
}
class CorrectLetter extends CorrectEntry {}

type Events = { LetterReceived: ReceiveLetter; LetterAnswered: AnswerLetter; LetterCorrected: CorrectLetter };
type State = 'LT_NEW' | 'LT_DONE';
const { process, step, guard } = vocabulary<Events, State>();
const atMostNinePages = guard<AnswerLetter>('R-TST-01', (c) => c.pages <= 9, 'pages');

const letter = (name: string) =>
  process({
    name,
    title: ['来信', 'Letter'],
    states: { LT_NEW: ['新收', 'New'], LT_DONE: ['已答复', 'Answered', 'terminal'] },
    steps: [
      step('LetterReceived', ReceiveLetter, {
        ...{
          label: ['来信', 'Letter received'],
          from: ['NONE'],
          to: 'LT_NEW',
          by: ['PETITION_CLERK', 'ENFORCEMENT_OFFICER'],
        },
        ...{ on: 'receivedOn', numbers: ['letterNo'], stage: 'START' },
      }),
      step('LetterAnswered', AnswerLetter, {
        ...{ label: ['答复', 'Letter answered'], from: ['LT_NEW'], to: 'LT_DONE', by: ['ENFORCEMENT_OFFICER'] },
        ...{ on: 'answeredOn', future: ['nextBy'], stage: 'DECISION', guards: [atMostNinePages] },
      }),
      step('LetterCorrected', CorrectLetter, {
        ...{ label: ['更正', 'Letter corrected'], from: ['ANY'], by: ['ENFORCEMENT_OFFICER'], on: 'recorded' },
        ...{ notBefore: [], correction: true, guards: [otherReasonIsNamed, correctionHasSecondPerson] },
      }),
    ],
    restarts: [],
    obligations: {},
    deadlines: {
      'D-TST-01': {
        ...{ label: ['答复期限', 'Answer'], starts: ['LetterReceived'], ends: ['LetterAnswered'], length: '15d' },
        ...{ unit: 'calendar', owner: 'ENFORCEMENT_OFFICER', basis: 'example', effect: 'MISSED_EVENT' },
      },
      'D-TST-02': {
        ...{ label: ['内部期限', 'House rule'], starts: ['LetterReceived'], ends: ['LetterAnswered'], length: '3d' },
        ...{ unit: 'calendar', owner: 'ENFORCEMENT_OFFICER', basis: 'example', effect: 'FLAG' },
      },
    },
    facts: {
      LetterAnswered: ({ data }) => [{ kind: 'letter', on: data.answeredOn, quantity: data.pages, dims: {} }],
    },
    voids: {},
    figures: [],
    caseNumber: ['信', 'LT'],
    summary: () => ({}),
  });
const letters = letter('letter');

const received: ExampleStep = {
  command: 'ReceiveLetter',
  by: 'officer',
  body: { receivedOn: '2022-03-01', letterNo: '信〔2022〕1号' },
};
const answered: ExampleStep = { command: 'AnswerLetter', by: 'officer', body: { answeredOn: '2022-03-10', pages: 2 } };
const clock: Actor = { staffRef: 'clock', roles: ['SYSTEM_CLOCK'], grids: [], villages: [] };
const missed: ExampleStep = {
  command: 'MarkDeadlineMissed',
  by: clock,
  body: { deadlineCode: 'D-TST-01', dueOn: '2022-03-16', missedStep: 'LetterAnswered', responsibleStaffRef: '执法-02' },
};
const explained: ExampleStep = {
  command: 'ExplainDeadlineMiss',
  by: 'leader',
  body: {
    deadlineCode: 'D-TST-01',
    reasonCode: 'OVERSIGHT',
    reason: '遗漏',
    remedialStepBy: '2022-04-01',
    approvedByStaffRef: '批准-01',
  },
};
const open = given(letters, received);

describe('when several refusals fit, the first of this order is given', () => {
  /** One fault more a line, the graver ones last: each takes the place of the one before. */
  const faults: readonly (readonly [code: string, values: Record<string, unknown>])[] = [
    ['R-ALL-03', { answeredOn: '2022-02-28' }],
    ['R-ALL-07', { postageFen: -5 }],
    ['R-TST-01', { pages: 10 }],
    ['R-ALL-05', { pages: undefined }],
  ];
  it('order of dates, quantities, the step’s own rule, a missing field', () => {
    let step = answered;
    for (const [code, values] of faults) {
      step = but(step, values);
      open.when(step).thenRefused(code);
    }
    const outOfState = but(step, {});
    given(letters).when(outOfState).thenRefused('R-ALL-01');
    given(letters)
      .when(but(outOfState, { answeredOn: '2023-01-01' }))
      .thenRefused('R-ALL-02');
    given(letters)
      .when(asked('head', but(outOfState, { answeredOn: '2023-01-01' })))
      .thenRefused('R-ALL-04');
    given(letters)
      .when(but(outOfState, { answeredOn: 'yesterday' }))
      .thenRefused('R-ALL-05', 'answeredOn');
  });

  it('a used number before a missing field, and planned dates may lie ahead', () => {
    given(letters)
      .under({ taken: ['信〔２０２２〕 １号'] })
      .when(but(received, { receivedOn: undefined }))
      .thenRefused('R-ALL-06');
    open.when(but(answered, { nextBy: '2030-01-01' })).thenRecorded();
  });

  it('R-ALL-11 in a text, a number or the reason for being late', () => {
    given(letters)
      .when(but(received, { content: '联系电话13800138000' }))
      .thenRefused('R-ALL-11', 'content');
    given(letters)
      .when(but(received, { letterNo: '13800138000' }))
      .thenRefused('R-ALL-11', 'letterNo');
    given(letters)
      .when({ ...received, lateEntryReason: '补录13800138000' })
      .thenRefused('R-ALL-11', 'lateEntryReason');
  });

  it('R-ALL-13 in a frozen half-year without a reason', () => {
    const frozen = given(letters).under({ settings: { frozenPeriods: ['2022H1'] } });
    frozen.when(received).thenRefused('R-ALL-13', 'lateEntryReason');
    frozen.when({ ...received, lateEntryReason: '补录' }).thenRecorded();
    frozen.when(but(received, { receivedOn: '2022-07-01' })).thenRecorded();
  });
});

describe('deciding', () => {
  it('twice gives the same event', () => {
    expect(open.when(answered).decision).toEqual(open.when(answered).decision);
  });

  it('stops at a case that holds an event of an unknown type', () => {
    const [first] = open.state.events;
    const strange: RecordedEvent = { ...first!, type: 'LetterDigitised', id: 'x', revision: 1 };
    const state = evolve(letters, open.state, strange);
    expect(state).toMatchObject({ status: 'LT_NEW', revision: 1, unknownEvents: ['LetterDigitised'] });
    const kase = Object.assign(Object.create(Object.getPrototypeOf(open) as object) as typeof open, open, { state });
    kase.when(answered).thenRefused('R-ALL-01');
  });

  it('keeps those who act in some cells out of a case whose cell cannot be read', () => {
    const unreadable = { ...letters, summary: () => JSON.parse('no words') as object };
    const inOneCell: Actor = { staffRef: '执法-09', roles: ['ENFORCEMENT_OFFICER'], grids: ['WG-01-01'], villages: [] };
    given(unreadable, received)
      .when({ ...answered, by: inOneCell })
      .thenRefused('R-ALL-04');
    given(unreadable, received).when(answered).thenRecorded();
    open.when({ ...answered, by: inOneCell }).thenRecorded();
  });
});

describe('folding', () => {
  const values = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom('2022-03-01', '2022-99-99T99:99Z', '9999-12-31T23:59-12:00', 'pages=3', '0000-00-00', '', '\u0000'),
  );
  const names = fc.constantFrom(...letters.steps.flatMap(({ fields }) => fields.map(({ name }) => name)), 'other');
  const events = fc.array(
    fc.record({
      type: fc.oneof(fc.constantFrom(...letters.stepOfEvent.keys()), fc.string()),
      data: fc.dictionary(names, values),
      id: fc.constantFrom('a', 'b', 'c'),
    }),
    { maxLength: 8 },
  );

  it('never fails, whatever the events hold, and changes no state that it was given', () => {
    fc.assert(
      fc.property(events, (history) => {
        let state = emptyCase(letters, 'case');
        for (const [revision, event] of history.entries()) {
          const before = JSON.stringify(state);
          const metadata = { ...open.state.events[0]!.metadata, chain: { previous: chainStart, hash: chainStart } };
          const next = evolve(letters, state, { ...event, metadata, revision, position: revision });
          expect(JSON.stringify(state)).toBe(before);
          expect(next.revision).toBe(revision);
          state = next;
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('all at once or one by one gives the same case', () => {
    const { state } = open.and(answered);
    expect(fold(letters, state.caseId, state.events)).toEqual(state);
  });
});

describe('new values in a correction', () => {
  const of = (...pairs: string[]) =>
    replacedData(
      letters.stepOfEvent.get('LetterAnswered')!,
      { answeredOn: '2022-03-10', pages: 2, nextBy: '2022-05-01' },
      pairs,
    );
  it('are read by the kind of their field; an empty one takes an optional value away', () => {
    expect(of('pages=7', ' answeredOn = 2022-03-11 ', 'nextBy=')).toEqual({
      data: { answeredOn: '2022-03-11', pages: 7 },
      faults: [],
    });
  });
  it('that make no sense are named, and change nothing', () => {
    for (const pair of ['pages=', 'pages=7.5', 'pages=1e3', 'page=7', '=7', 'pages'])
      expect(of(pair)).toEqual({ data: { answeredOn: '2022-03-10', pages: 2, nextBy: '2022-05-01' }, faults: [pair] });
  });
});

describe('the steps that every case shares', () => {
  const petitions = letter('petition');
  const other = '01890a5d-ac96-774b-bcce-b302099a8099';
  const linked = (linkKind: string): ExampleStep => ({
    command: 'LinkCases',
    by: 'officer',
    body: { otherCaseRef: other, linkKind },
  });

  it('R-ALL-04 · a miss is recorded by the clock, once, of a statutory term and a step that would have met it', () => {
    open.when(missed).thenRecorded('LT_NEW');
    open.when(asked('head', missed)).thenRefused('R-ALL-04');
    open.and(missed).when(missed).thenRefused('R-ALL-04');
    open.when(but(missed, { deadlineCode: 'D-TST-02' })).thenRefused('R-ALL-04');
    open.when(but(missed, { missedStep: 'LetterReceived' })).thenRefused('R-ALL-04');
  });

  it('R-ALL-08 · a miss is explained when there is one, with a date or the step done, by two people', () => {
    const late = open.and(missed);
    late.when(explained).thenRecorded();
    open.when(explained).thenRefused('R-ALL-08', 'deadlineCode');
    late.when(but(explained, { remedialStepBy: undefined })).thenRefused('R-ALL-08', 'remedialStepBy');
    late
      .and(answered)
      .when(but(explained, { remedialStepBy: undefined }))
      .thenRecorded();
    late.when(but(explained, { approvedByStaffRef: '包案-01' })).thenRefused('R-ALL-08', 'approvedByStaffRef');
    late.when(but(explained, { approvedByStaffRef: '执法-02' })).thenRefused('R-ALL-08', 'approvedByStaffRef');
    late.when(but(explained, { reason: '' })).thenRefused('R-ALL-08', 'reason');
  });

  it('R-ALL-14 · petitions are linked with their matter, never with each other; R-ALL-01 · no case with itself', () => {
    const about = (kind: string) => ({ otherCases: { [other]: kind } });
    open.under(about('petition')).when(linked('COMPLAINED_MATTER')).thenRecorded();
    open.under(about('petition')).when(linked('SAME_MATTER')).thenRefused('R-ALL-14');
    open.under(about('labourDispute')).when(linked('SUCCESSOR')).thenRefused('R-ALL-14');
    open.under(about('letter')).when(linked('SAME_MATTER')).thenRecorded();
    given(petitions, received).under(about('petition')).when(linked('ORIGIN')).thenRefused('R-ALL-14');
    open.when(linked('SAME_MATTER')).thenRefused('R-ALL-01', 'otherCaseRef');
    const itself = but(linked('SAME_MATTER'), { otherCaseRef: open.state.caseId });
    open
      .under({ otherCases: { [open.state.caseId]: 'letter' } })
      .when(itself)
      .thenRefused('R-ALL-01', 'otherCaseRef');
    open
      .under(about('letter'))
      .when(but(linked('SAME_MATTER'), { caseRef: other }))
      .thenRefused('R-ALL-01', 'caseRef');
  });

  it('R-ALL-04 · who is recused acts no more in the case; a refused recusal says why', () => {
    const recused: ExampleStep = {
      ...{ command: 'RecordRecusal', by: 'head' },
      body: { staffRef: '执法-01', requestedBy: 'PARTY', decision: 'GRANTED', decidedOn: '2022-03-02' },
    };
    open.and(recused).when(answered).thenRefused('R-ALL-04');
    open.and(recused).when(asked('secondOfficer', answered)).thenRecorded();
    open.when(but(recused, { decision: 'REFUSED' })).thenRefused('R-ALL-05', 'reason');
    open
      .and(but(recused, { decision: 'REFUSED', reason: '理由不成立' }))
      .when(answered)
      .thenRecorded();
  });

  it('R-ALL-04 · where a handler is named, only handlers of that role act, from their day on', () => {
    const assigned: ExampleStep = {
      ...{ command: 'AssignHandler', by: 'head' },
      body: { handlerRole: 'ENFORCEMENT_OFFICER', staffRef: '执法-02', fromOn: '2022-03-05' },
    };
    const kase = open.and(assigned);
    kase.when(on('2022-03-10', answered)).thenRefused('R-ALL-04');
    kase.when(on('2022-03-04', but(answered, { answeredOn: '2022-03-04' }))).thenRecorded();
    kase.when(asked('secondOfficer', answered)).thenRecorded();
    const moved = but(assigned, { staffRef: '执法-03', previousStaffRef: '执法-02' });
    kase.and(moved).when(asked('secondOfficer', answered)).thenRefused('R-ALL-04');
    open.when(but(assigned, { staffRef: '批准-01' })).thenRefused('R-ALL-04', 'staffRef');
  });

  it('R-ALL-05 · a record lies inside the stage it documents and carries its hash', () => {
    const attached: ExampleStep = {
      ...{ command: 'AttachProcessRecord', by: 'officer' },
      body: {
        stage: 'START',
        recordKind: 'PHOTO',
        capturedAt: '2022-03-01T08:00',
        contentHash: 'b'.repeat(64),
        docRef: '纸质:1',
      },
    };
    open.when(attached).thenRecorded();
    open.when(but(attached, { capturedAt: '2022-03-02T08:00' })).thenRefused('R-ALL-05', 'capturedAt');
    open.when(but(attached, { contentHash: '1234' })).thenRefused('R-ALL-05', 'contentHash');
    const evidence = but(attached, { stage: 'EVIDENCE' });
    open.when(but(evidence, { capturedAt: '2022-02-28T08:00' })).thenRefused('R-ALL-05', 'capturedAt');
    open.when(but(evidence, { capturedAt: '2022-03-08T08:00' })).thenRecorded();
  });

  it('R-ALL-15 · an identity is opened by two people, and its key destroyed when the term is over', () => {
    const accessed: ExampleStep = {
      ...{ command: 'AccessIdentity', by: 'custodian' },
      body: {
        ...{ identityToken: 'TOK-1', purposeCode: 'OWN_REQUEST', accessedAt: '2022-03-02T09:00' },
        ...{ requesterStaffRef: '执法-01', approvedByStaffRef: '批准-01' },
      },
    };
    open.when(accessed).thenRecorded();
    open.when(but(accessed, { approvedByStaffRef: '执法-01' })).thenRefused('R-ALL-15', 'approvedByStaffRef');
    open.when(but(accessed, { approvedByStaffRef: '批准-99' })).thenRefused('R-ALL-15', 'approvedByStaffRef');
    open.when(but(accessed, { purposeCode: 'SUPERVISION_FILE' })).thenRefused('R-ALL-15', 'supervisionFileNo');
    const erased: ExampleStep = {
      ...{ command: 'EraseIdentity', by: 'custodian' },
      body: {
        ...{ identityToken: 'TOK-1', retentionRule: 'PETITIONER_5Y', erasedAt: '2027-03-10T09:00' },
        ...{ requestedByStaffRef: '执法-01', approvedByStaffRef: '批准-01' },
      },
    };
    const alone = { erasedAt: '2027-03-11T09:00', approvedByStaffRef: '执法-01' };
    open
      .and(answered)
      .when(on('2030-01-01', but(erased, alone)))
      .thenRefused('R-ALL-15', 'approvedByStaffRef');
    const closed = open.and(answered);
    closed.when(on('2030-01-01', erased)).thenRefused('R-ALL-15', 'retentionRule');
    closed.when(on('2030-01-01', but(erased, { erasedAt: '2027-03-11T09:00' }))).thenRecorded();
    open.when(on('2030-01-01', but(erased, { erasedAt: '2029-03-11T09:00' }))).thenRefused('R-ALL-15', 'retentionRule');
    open
      .when(on('2030-01-01', but(erased, { retentionRule: 'LAWFUL_REQUEST' })))
      .thenRefused('R-ALL-15', 'retentionRule');
    open
      .when(on('2030-01-01', but(erased, { retentionRule: 'LAWFUL_REQUEST', requestDocRef: '纸质:2' })))
      .thenRecorded();
  });
});

describe('a shared step', () => {
  it('names the case that it is sent to: R-ALL-01 otherwise, whichever step it is', () => {
    for (const { event, guards } of sharedSteps) {
      expect([event, guards[0]?.code, guards[0]?.field]).toEqual([event, 'R-ALL-01', 'caseRef']);
    }
    const elsewhere = '01890a5d-ac96-774b-bcce-b302099a8098';
    open.when(but(missed, { caseRef: elsewhere })).thenRefused('R-ALL-01', 'caseRef');
  });
});

describe('the catalogue', () => {
  it('tells each step with its fields and every refusal it can meet', () => {
    const { processes } = catalogue([letters]) as {
      processes: { name: string; steps: { command: string; refusals: string[] }[] }[];
    };
    const [own, shared] = processes;
    expect([own?.name, shared?.name]).toEqual(['letter', 'shared']);
    expect(own?.steps.find(({ command }) => command === 'AnswerLetter')?.refusals).toEqual(
      expect.arrayContaining(['R-ALL-01', 'R-ALL-12', 'R-TST-01']),
    );
    expect(shared?.steps).toHaveLength(8);
  });
});
