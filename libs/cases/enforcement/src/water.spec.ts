import { but, type ExampleStep, given } from '#foundation/given';
import { lives } from './enforcement.examples.js';
import { enforcement } from './enforcement.process.js';
import { defaultLimits } from '#foundation/process';
import {
  accepted,
  built,
  changed,
  completed,
  corrected,
  dredged,
  farmCase,
  farmGone,
  farmSite,
  foulAgain,
  lookedBack,
  over,
  planned,
  ready,
  registered,
  rejected,
  sampled,
  sewageGone,
  started,
  tank,
  wetland,
  works,
} from './water.examples.js';
import { waterRemediation } from './water.process.js';

const story = (...steps: ExampleStep[]) =>
  given(waterRemediation)
    .under({ related: { [`enforcement/${farmCase}`]: given(enforcement, ...lives.closed) } })
    .and(...steps);

describe('a foul water', () => {
  it('is cleaned, accepted, closed and looked at again', () => {
    story(...over)
      .when(lookedBack)
      .thenRecorded('WR_CLOSED');
    story(...over)
      .when(corrected)
      .thenRecorded('WR_CLOSED');
    story(...built, dredged)
      .when(sampled)
      .thenRecorded('WR_IN_PROGRESS');
    story(...over)
      .when(but(sampled, { sampledOn: '2022-12-01' }))
      .thenRecorded('WR_CLOSED');
  });

  it('goes back to the works when it is not accepted', () => {
    story(...ready)
      .when(rejected)
      .thenRecorded('WR_IN_PROGRESS');
    story(...ready, rejected, but(completed, { completedOn: '2022-05-30' }))
      .when(accepted)
      .thenRecorded('WR_ACCEPTED');
  });

  it('is planned anew when it turns foul again, and needs a sample of its own', () => {
    const again = but(planned, { planNo: '治水〔2022〕3号', approvedOn: '2022-12-05', plannedFacilities: [] });
    const second = story(
      ...over,
      foulAgain,
      again,
      but(started, { startedOn: '2022-12-06' }),
      but(completed, { completedOn: '2022-12-10' }),
    );
    second
      .under({ today: '2022-12-31' })
      .when(but(accepted, { acceptedOn: '2022-12-30', publicNoticeFrom: '2022-12-12', publicNoticeTo: '2022-12-29' }))
      .thenRefused('R-WAT-03');
  });

  it('is complete only with every source gone and every facility built or moved to a later phase', () => {
    const unfinished = [...works, sewageGone, tank];
    story(...unfinished)
      .when(completed)
      .thenOwes('R-WAT-03', 'POLLUTION_SOURCE', 'PLANNED_FACILITY');
    story(...unfinished, farmGone)
      .when(completed)
      .thenOwes('R-WAT-03', 'PLANNED_FACILITY');
    story(...unfinished, farmGone, changed)
      .when(completed)
      .thenRecorded('WR_COMPLETED');
    const listedToo = but(changed, { plannedFacilities: ['THREE_CELL_TANK', 'CONSTRUCTED_WETLAND'] });
    story(...unfinished, farmGone, listedToo)
      .when(completed)
      .thenRecorded('WR_COMPLETED');
  });

  it('counts the problem, its farm sites, what was built, and the wetland until it is built', () => {
    const of = (kind: string, ...steps: ExampleStep[]) =>
      story(...steps).state.facts.filter((fact) => fact.kind === kind);
    expect(of('water.problem', ...works).map(({ on, dims }) => [on, dims.origin])).toEqual([
      ['2022-03-01', 'WARNING_FILM'],
    ]);
    expect(of('water.source-removed', ...built).map(({ dims }) => dims.sourceKind)).toEqual([
      'FARM_SITE',
      'DOMESTIC_SEWAGE',
    ]);
    expect(of('water.farm-site-identified', ...built).map(({ on }) => on)).toEqual(['2022-03-01']);
    expect(of('water.farm-site-removed', ...works)).toEqual([]);
    expect(of('water.farm-site-removed', ...built).map(({ on }) => on)).toEqual(['2022-03-01']);
    expect(of('water.facility-built', ...built).map(({ dims }) => dims.facilityKind)).toEqual([
      'THREE_CELL_TANK',
      'CONSTRUCTED_WETLAND',
    ]);
    expect(of('water.wetland-planned', ...works).map(({ on, until }) => [on, until])).toEqual([
      ['2022-03-05', undefined],
    ]);
    expect(of('water.wetland-planned', ...works, changed).map(({ on, until }) => [on, until])).toEqual([
      ['2022-03-05', undefined],
    ]);
    expect(of('water.wetland-planned', ...built).map(({ on, until }) => [on, until])).toEqual([
      ['2022-03-05', '2022-04-10'],
    ]);
    expect(of('enforcement.look-back', ...over, lookedBack)).toHaveLength(1);
    expect(of('enforcement.rebound', ...over, foulAgain)).toHaveLength(1);
  });
});

type Refused = readonly [code: string, sentence: string, history: readonly ExampleStep[], step: ExampleStep];
const refusals: readonly Refused[] = [
  ['R-WAT-01', 'a problem due on the day of its assignment', [], but(registered, { dueOn: '2022-03-01' })],
  ['R-WAT-01', 'a problem without a due date', [], but(registered, { dueOn: undefined })],
  ['R-ALL-05', 'a cell that is in no register', [], but(registered, { gridCode: 'WG-99-99' })],
  ['R-ALL-06', 'a source identified twice', [registered, farmSite], farmSite],
  ['R-WAT-01', 'a plan without measures', [registered], but(planned, { measures: [] })],
  ['R-WAT-01', 'a plan without a leader', [registered], but(planned, { leaderStaffRef: undefined })],
  ['R-WAT-01', 'a plan led by nobody of the township', [registered], but(planned, { leaderStaffRef: '外人-01' })],
  ['R-WAT-01', 'a first plan that changes another', [registered], changed],
  ['R-WAT-01', 'a change of no plan in force', works, but(changed, { changesPlanNo: '治水〔2022〕9号' })],
  ['R-WAT-01', 'a change without a reason', works, but(changed, { changeReason: undefined })],
  [
    'R-WAT-01',
    'a second plan that changes nothing',
    works,
    but(planned, { planNo: '治水〔2022〕2号', approvedOn: '2022-04-05' }),
  ],
  ['R-WAT-01', 'moving what was never planned', works, but(changed, { deferredFacilities: ['PIPE'] })],
  ['R-WAT-01', 'moving what is built', [...works, wetland], but(changed, { approvedOn: '2022-04-11' })],
  ['R-WAT-02', 'the removal of a source nobody identified', works, but(farmGone, { sourceId: 'S-9' })],
  ['R-WAT-02', 'the removal of a source twice', [...works, farmGone], farmGone],
  ['R-WAT-02', 'the removal of a farm as sewage', works, but(farmGone, { sourceKind: 'DOMESTIC_SEWAGE' })],
  ['R-WAT-02', 'the removal of a farm without its case', works, but(farmGone, { enforcementCaseRef: undefined })],
  [
    'R-WAT-02',
    'the removal of a farm on a case that does not exist',
    works,
    but(farmGone, { enforcementCaseRef: 'case-9' }),
  ],
  ['R-WAT-02', 'a second tank where one is planned', [...works, tank], but(tank, { facilityId: 'F-3' })],
  ['R-WAT-02', 'a facility that no plan holds', works, but(tank, { facilityKind: 'PIPE' })],
  ['R-ALL-06', 'a facility completed twice', [...works, tank], tank],
  ['R-ALL-07', 'dredging of no length', works, but(dredged, { lengthM: 0 })],
  ['R-ALL-07', 'sludge that went nowhere', works, but(dredged, { sludgeDestination: undefined })],
  ['R-ALL-07', 'a transparency below nothing', works, but(sampled, { transparencyCm: -1 })],
  ['R-WAT-03', 'an acceptance without a sample', [...built, completed], accepted],
  ['R-WAT-03', 'water that is too dark', [...built, but(sampled, { transparencyCm: 24 }), completed], accepted],
  ['R-WAT-03', 'water without air', [...built, but(sampled, { dissolvedOxygen: 199 }), completed], accepted],
  ['R-WAT-03', 'water with too much ammonia', [...built, but(sampled, { ammoniaN: 1_501 }), completed], accepted],
  [
    'R-WAT-03',
    'a good sample before a bad one',
    [...built, sampled, but(sampled, { sampledOn: '2022-05-21', ammoniaN: 2_000 }), completed],
    accepted,
  ],
  ['R-WAT-03', 'a public notice of six working days', ready, but(accepted, { publicNoticeTo: '2022-06-12' })],
  ['R-WAT-03', 'an acceptance while the notice runs', ready, but(accepted, { acceptedOn: '2022-06-13' })],
  ['R-ALL-07', 'more than all residents', ready, but(accepted, { surveySatisfiedBp: 10_001 })],
  ['R-ALL-03', 'a rebound told as a look-back', over, but(lookedBack, { result: 'REBOUND' })],
];

describe('a foul water refuses', () => {
  it.each(refusals.map(([code, sentence, history, asked]) => [sentence, code, history, asked] as const))(
    '%s (%s)',
    (_, code, history, asked) =>
      void story(...history)
        .when(asked)
        .thenRefused(code),
  );

  it('the removal of a farm whose case is not closed', () => {
    const related = { [`enforcement/${farmCase}`]: given(enforcement, ...lives.ceased) };
    given(waterRemediation, ...works)
      .under({ related })
      .when(farmGone)
      .thenRefused('R-WAT-02');
  });

  it('what the township has published stricter limits for', () =>
    void story(...ready)
      .under({ settings: { limits: { ...defaultLimits, waterTransparencyMinCm: 30 } } })
      .when(accepted)
      .thenRefused('R-WAT-03'));
});
