import { but, cast, type ExampleStep, given } from '#foundation/given';
import { enforcement } from './enforcement.process.js';
import * as ex from './enforcement.examples.js';
import {
  accusing,
  anonymous,
  answered,
  assigned,
  closed,
  corrected,
  forwarded,
  leadRef,
  received,
  rewarded,
  toDiscipline,
} from './tip.examples.js';
import { tip } from './tip.process.js';

const lead = (...steps: ExampleStep[]) => ({ [`enforcement/${leadRef}`]: given(enforcement, ex.lead, ...steps) });
const story = (...steps: ExampleStep[]) =>
  given(tip)
    .under({ related: lead(ex.verified) })
    .and(...steps);

describe('a tip', () => {
  it('is handed over, answered, rewarded and closed, and assigned again when the tipster objects', () => {
    story(received, assigned, answered, rewarded, closed)
      .when(but(assigned, { assignedOn: '2022-04-01' }))
      .thenRecorded('TP_ASSIGNED');
    story(received, forwarded).when(closed).thenRecorded('TP_CLOSED');
    story(anonymous, assigned, answered).when(closed).thenRecorded('TP_CLOSED');
    story(received, assigned, answered, closed).when(corrected).thenRecorded('TP_CLOSED');
  });

  it('is answered once somebody has been on site, whichever way that ended', () => {
    const asked = (...steps: ExampleStep[]) =>
      given(tip)
        .under({ related: lead(...steps) })
        .and(received, assigned)
        .when(answered);
    asked().thenRefused('R-ALL-01');
    asked(ex.verified).thenRecorded('TP_ANSWERED');
    asked(ex.dismissed).thenRecorded('TP_ANSWERED');
    given(tip, received, assigned).when(answered).thenRefused('R-ALL-01');
  });

  it('owes an answer until there is one, again after it was assigned again', () => {
    expect(story(received).state.obligations.map(({ code }) => code)).toEqual(['TIP_ANSWER']);
    expect(story(received, assigned, answered).state.obligations).toEqual([]);
    const again = but(assigned, { assignedOn: '2022-04-01' });
    expect(story(received, assigned, answered, closed, again).state.obligations.map(({ code }) => code)).toEqual([
      'TIP_ANSWER',
    ]);
  });

  it('frees the case that it started once it is answered', () => {
    const tipBorn = [but(ex.lead, { leadSource: 'TIP', tipId: 'JB-2022-0001' }), ex.verified, ex.noticed, ex.banned];
    const beside = (...steps: ExampleStep[]) =>
      given(enforcement, ...tipBorn).under({ related: { 'tip/JB-2022-0001': story(...steps) } });
    beside(received, assigned).when(ex.closed).thenOwes('R-ALL-10', 'TIP_ANSWER');
    beside(received, assigned, answered).when(ex.closed).thenRecorded('EN_CLOSED');
  });

  it('adds a number to the half-year and nothing of the tipster', () => {
    const [fact] = story(received).state.facts;
    expect(fact).toMatchObject({
      kind: 'enforcement.tip',
      on: '2022-03-01',
      quantity: 1,
      dims: { channel: 'HOTLINE_12345' },
    });
    expect(JSON.stringify(fact)).not.toContain('TOK-0001');
  });
});

type Refused = readonly [code: string, sentence: string, history: readonly ExampleStep[], step: ExampleStep];
const refusals: readonly Refused[] = [
  ['R-ENF-26', 'a token for somebody who gave no name', [], but(received, { anonymous: true })],
  ['R-ENF-26', 'a named tipster without a token', [], but(received, { identityToken: undefined })],
  ['R-ENF-26', 'a name in the place of the token', [], but(received, { identityToken: '某某某' })],
  ['R-ENF-26', 'a field for the name of the tipster', [], but(received, { tipsterName: '某某某' })],
  ['R-ALL-11', 'a telephone number in the place of the token', [], but(received, { identityToken: '13812345678' })],
  ['R-ENF-26', 'somebody complained of who is not staff', [], but(received, { accusedStaffRefs: ['张某'] })],
  ['R-ALL-05', 'a cell that is in no register', [], but(received, { gridCode: 'WG-99-99' })],
  ['R-ENF-26', 'handing it to who is complained of', [but(accusing, { matterCode: 'OTHER' })], assigned],
  [
    'R-ENF-26',
    'the conduct of officials anywhere but to discipline inspection',
    [accusing],
    but(assigned, { handlerStaffRef: cast.secondOfficer.code }),
  ],
  ['R-ALL-04', 'a handler without the role', [received], but(assigned, { handlerStaffRef: cast.leader.code })],
  ['R-ENF-26', 'forwarding it to the organ complained of', [accusing], but(forwarded, { toAuthority: 'ECOLOGY_DEPT' })],
  [
    'R-ENF-26',
    'forwarding it to the township itself',
    [received],
    but(forwarded, { toAuthority: 'TOWNSHIP_GOVERNMENT' }),
  ],
  ['R-ENF-26', 'a sealed hand-over of nobody', [anonymous], forwarded],
  [
    'R-ENF-26',
    'a reward for what was not proved',
    [received, assigned, but(answered, { outcomeCode: 'NOT_PROVED' })],
    rewarded,
  ],
  ['R-ENF-26', 'a reward for what was forwarded', [received, forwarded], rewarded],
  ['R-ENF-26', 'a reward to a name', [received, assigned, answered], but(rewarded, { codeVoucherNo: '某某某' })],
  ['R-ENF-26', 'a reward of nothing', [received, assigned, answered], but(rewarded, { amountFen: 0 })],
  [
    'R-ENF-26',
    'a step by who is complained of',
    [accusing],
    { ...toDiscipline, by: { staffRef: cast.officer.code, roles: ['PETITION_CLERK'], grids: [], villages: [] } },
  ],
  ['R-ALL-01', 'a tip closed without an answer', [received, assigned], closed],
];

describe('a tip refuses', () => {
  it.each(refusals.map(([code, sentence, history, asked]) => [sentence, code, history, asked] as const))(
    '%s (%s)',
    (_, code, history, asked) =>
      void story(...history)
        .when(asked)
        .thenRefused(code),
  );

  it('nothing of the conduct of officials that goes where it belongs', () =>
    void story(accusing).when(toDiscipline).thenRecorded('TP_ASSIGNED'));
});
