import { but, cast, type ExampleStep, given } from '#foundation/given';
import { enterpriseVisited as visited } from './inspection.examples.js';
import { enterpriseVisit } from './visit.process.js';

const enterprises = new Map([
  ['企业-0001', { code: '企业-0001', to: '2022-12-01', keyFrom: '2022-04-01', keyTo: '2022-09-30' }],
]);
const story = (...steps: readonly ExampleStep[]) =>
  given(enterpriseVisit)
    .under({ settings: { enterprises } })
    .and(...steps);
const keyVisit = but(visited, { visitKind: 'KEY_VISIT', visitedOn: '2022-04-01' });

describe('the visit of an enterprise', () => {
  it('is on file once recorded, and corrected with a second person', () => {
    story().when(visited).thenRecorded('VS_RECORDED');
    story().when(keyVisit).thenRecorded('VS_RECORDED');
    story(visited)
      .when({
        command: 'CorrectEnterpriseVisitEntry',
        by: 'mediator',
        body: (idOf) => ({
          correctedEventId: idOf('EnterpriseVisitRecorded'),
          reasonCode: 'WRONG_DATE',
          replacedFields: ['visitedOn=2022-03-03'],
          approvedByStaffRef: cast.leader.code,
        }),
      })
      .thenRecorded('VS_RECORDED');
  });

  it('counts the enterprise by the day and kind of the visit', () => {
    expect(story(visited).state.facts.map(({ on, key, dims }) => [on, key, dims.visitKind])).toEqual([
      ['2022-03-02', '企业-0001', 'PATROL'],
    ]);
  });

  it.each<[string, ExampleStep]>([
    ['an enterprise that is on no register', but(visited, { enterpriseRef: '企业-0009' })],
    ['an enterprise that is no longer on it', but(visited, { visitedOn: '2022-12-02' })],
    ['a key visit before the enterprise was on the key list', but(keyVisit, { visitedOn: '2022-03-31' })],
    ['a key visit after it left the key list', but(keyVisit, { visitedOn: '2022-10-01' })],
    ['no problem beside a problem', but(visited, { findings: ['NO_PROBLEM', 'CONTRACT_MISSING'] })],
    ['a visit by nobody', but(visited, { visitorRefs: [] })],
  ])('refuses %s', (_, asked) => void story().when(asked).thenRefused('R-INS-08'));
});
