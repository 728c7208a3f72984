import { asked, but, type ExampleStep, given, on } from '#foundation/given';
import * as household from './household.examples.js';
import { relocationHousehold } from './household.process.js';
import * as ex from './project.examples.js';
import { relocationProject } from './project.process.js';

const { lives } = ex;
const family = (...steps: readonly ExampleStep[]) =>
  given(relocationHousehold)
    .under(household.ofProject)
    .and(...steps);
const project = (...steps: readonly ExampleStep[]) =>
  given(relocationProject)
    .under({ related: { 'relocationHousehold/HH-0001': family(...household.lives.HH_SURVEYED) } })
    .and(...steps);

type Walk = readonly [history: readonly ExampleStep[], step: ExampleStep, to: string];
const states = Object.entries(lives);
const until = (last: string) => states.slice(0, states.findIndex(([state]) => state === last) + 1);
const sincePlan = (last: string) =>
  until(last).filter(([state]) => /CONFIRMED|APPLIED|APPROVED|EXPROP|HANDED/.test(state));
const each = (
  from: readonly (readonly [string, readonly ExampleStep[]])[],
  step: ExampleStep,
  before: readonly ExampleStep[] = [],
) => from.map(([state, history]): Walk => [[...history, ...before], step, state]);

const walks: readonly Walk[] = [
  [[], ex.registered, 'PJ_REGISTERED'],
  [lives.PJ_REGISTERED, ex.preAnnounced, 'PJ_PREANNOUNCED'],
  [lives.PJ_PREANNOUNCED, ex.surveyed, 'PJ_SURVEYED'],
  [lives.PJ_SURVEYED, ex.assessed, 'PJ_RISK_ASSESSED'],
  [lives.PJ_RISK_ASSESSED, ex.planAnnounced, 'PJ_PLAN_ANNOUNCED'],
  [lives.PJ_PLAN_ANNOUNCED, ex.heard, 'PJ_PLAN_ANNOUNCED'],
  [lives.PJ_PLAN_ANNOUNCED, ex.planConfirmed, 'PJ_PLAN_CONFIRMED'],
  ...each(sincePlan('PJ_EXPROPRIATED'), ex.funded),
  ...each(until('PJ_EXPROPRIATED'), ex.met),
  ...each(until('PJ_EXPROPRIATED'), ex.campaignClosed, [ex.met]),
  [ex.onStateLand, ex.houseDecided, 'PJ_EXPROPRIATED'],
  [[...lives.PJ_PLAN_CONFIRMED, ex.funded], ex.applied, 'PJ_APPLIED'],
  [lives.PJ_APPLIED, ex.approved, 'PJ_APPROVED'],
  [lives.PJ_APPLIED, ex.approvalRefused, 'PJ_PLAN_CONFIRMED'],
  [lives.PJ_APPROVED, ex.expropriated, 'PJ_EXPROPRIATED'],
  ...each(sincePlan('PJ_EXPROPRIATED'), ex.landPaid, [ex.funded]),
  ...each(sincePlan('PJ_HANDED_OVER').slice(-1), but(ex.landPaid, { voucherNo: '征地凭-009', amountFen: 1 })),
  ...each(sincePlan('PJ_EXPROPRIATED'), ex.cropPaid, [ex.funded]),
  ...each(sincePlan('PJ_HANDED_OVER').slice(-1), ex.cropPaid),
  [[...lives.PJ_EXPROPRIATED, ex.landPaid], ex.handedOver, 'PJ_HANDED_OVER'],
  [lives.PJ_HANDED_OVER, ex.closed, 'PJ_CLOSED'],
];

describe('a relocation project moves', () => {
  it.each(
    walks.map(
      ([history, step, to]) =>
        [`${project(...history).state.status} → ${step.command} → ${to}`, history, step, to] as const,
    ),
  )('%s', (_, history, step, to) => {
    project(...history)
      .when(step)
      .thenRecorded(to);
  });

  it('by every line of its table, none left out', () => {
    const named = relocationProject.steps.flatMap((step) =>
      step.moves.flatMap((move) =>
        move.from.map((from) => `${from} ${step.event} ${move.to === '(same)' ? from : move.to}`),
      ),
    );
    const walked = walks.map(
      ([history, step, to]) =>
        `${project(...history).state.status} ${relocationProject.stepOfCommand.get(step.command)!.event} ${to}`,
    );
    expect([...new Set(walked)].sort()).toEqual(named.filter((line) => !line.startsWith('ANY')).sort());
  });
});

describe('a relocation project is refused', () => {
  const refusals: readonly (readonly [
    rule: string,
    code: string,
    history: readonly ExampleStep[],
    step: ExampleStep,
  ])[] = [
    [
      'the township as county authority',
      'R-REL-01',
      [],
      but(ex.registered, { countyAuthority: 'TOWNSHIP_GOVERNMENT' }),
    ],
    ['no county authority', 'R-REL-01', [], but(ex.registered, { countyAuthority: undefined })],
    ['no public-interest ground', 'R-REL-01', [], but(ex.registered, { publicInterestGround: undefined })],
    ['a radius of zero', 'R-REL-01', [], but(ex.registered, { scopeRadiusM: 0 })],
    ['a negative radius', 'R-REL-01', [], but(ex.registered, { scopeRadiusM: -5 })],
    ['a landfill zone without radius', 'R-REL-01', [], but(ex.registered, { projectKind: 'LANDFILL_ZONE' })],
    [
      'a group that saw no notice',
      'R-REL-02',
      lives.PJ_REGISTERED,
      but(ex.preAnnounced, { places: ['TOWN', 'VILLAGE'] }),
    ],
    [
      'nine working days of notice',
      'R-REL-02',
      lives.PJ_REGISTERED,
      but(ex.preAnnounced, { postedUntil: '2021-08-06' }),
    ],
    [
      'a survey on the tenth of those days',
      'R-REL-02',
      lives.PJ_PREANNOUNCED,
      but(ex.surveyed, { surveyedOn: '2021-08-09' }),
    ],
    ['a survey of nothing', 'R-REL-02', lives.PJ_PREANNOUNCED, but(ex.surveyed, { areaCentimu: 0 })],
    [
      'an assessment without the members',
      'R-REL-03',
      lives.PJ_SURVEYED,
      but(ex.assessed, { participants: ['AFFECTED_COLLECTIVE', 'EXPERT'] }),
    ],
    [
      'a plan posted for 29 days',
      'R-REL-02',
      lives.PJ_RISK_ASSESSED,
      but(ex.planAnnounced, { postedUntil: '2021-09-30' }),
    ],
    [
      'a plan without objection channel',
      'R-REL-02',
      lives.PJ_RISK_ASSESSED,
      but(ex.planAnnounced, { objectionChannel: undefined }),
    ],
    ['a hearing before the plan', 'R-REL-03', lives.PJ_PLAN_ANNOUNCED, but(ex.heard, { heldOn: '2021-08-31' })],
    ['more objectors than members', 'R-ALL-07', lives.PJ_PLAN_ANNOUNCED, but(ex.heard, { objectorsBp: 10_001 })],
    [
      'another plan than the announced',
      'R-REL-03',
      lives.PJ_PLAN_ANNOUNCED,
      but(ex.planConfirmed, { planNo: '补偿方案〔2021〕2号' }),
    ],
    [
      'a plan confirmed on its last day of posting',
      'R-REL-03',
      lives.PJ_PLAN_ANNOUNCED,
      but(ex.planConfirmed, { confirmedOn: '2021-10-01' }),
    ],
    [
      'most members against and not heard',
      'R-REL-03',
      lives.PJ_PLAN_ANNOUNCED,
      but(ex.planConfirmed, { objectorsBp: 5_001 }),
    ],
    ['no county document', 'R-REL-03', lives.PJ_PLAN_ANNOUNCED, but(ex.planConfirmed, { countyDocNo: undefined })],
    ['no money called money', 'R-REL-04', lives.PJ_PLAN_CONFIRMED, but(ex.funded, { amountFen: 0 })],
    ['money in no account', 'R-REL-04', lives.PJ_PLAN_CONFIRMED, but(ex.funded, { accountRef: undefined })],
    ['a campaign of other projects', 'R-REL-05', lives.PJ_APPLIED, but(ex.met, { projectRefs: ['XM-02'] })],
    ['signing at once without a plan', 'R-REL-05', lives.PJ_PLAN_ANNOUNCED, but(ex.met, { startOn: '2022-05-09' })],
    [
      'signing at once with a project nobody knows',
      'R-REL-05',
      lives.PJ_APPLIED,
      but(ex.met, { projectRefs: ['XM-01', 'XM-99'], startOn: '2022-05-09' }),
    ],
    ['signing before the meeting', 'R-ALL-03', lives.PJ_APPLIED, but(ex.met, { startOn: '2022-05-08' })],
    [
      'a campaign that ends before it began',
      'R-ALL-03',
      [...lives.PJ_APPLIED, ex.met],
      but(ex.campaignClosed, { endOn: '2022-05-10' }),
    ],
    [
      'the end of a campaign held elsewhere',
      'R-ALL-03',
      [...lives.PJ_APPLIED, ex.met],
      but(ex.campaignClosed, { campaignId: 'QY-9' }),
    ],
    ['a house decision on collective land', 'R-REL-04', [...lives.PJ_PLAN_CONFIRMED, ex.funded], ex.houseDecided],
    ['a house decision without money', 'R-REL-04', ex.onStateLand.slice(0, -1), ex.houseDecided],
    [
      'a house decision of the township',
      'R-REL-04',
      ex.onStateLand,
      but(ex.houseDecided, { authority: 'TOWNSHIP_GOVERNMENT' }),
    ],
    [
      'a decision announced before it was made',
      'R-ALL-03',
      ex.onStateLand,
      but(ex.houseDecided, { announcedOn: '2022-01-09' }),
    ],
    ['land approval for state-owned land', 'R-REL-04', ex.onStateLand, ex.applied],
    ['land approval without money', 'R-REL-04', lives.PJ_PLAN_CONFIRMED, ex.applied],
    [
      'no word of unsigned owners',
      'R-REL-04',
      [...lives.PJ_PLAN_CONFIRMED, ex.funded],
      but(ex.applied, { unsignedHouseholds: undefined }),
    ],
    ['more approved than applied for', 'R-REL-06', lives.PJ_APPLIED, but(ex.approved, { areaCentimu: 6_736 })],
    [
      'approved by the county',
      'R-REL-06',
      lives.PJ_APPLIED,
      but(ex.approved, { approvingAuthority: 'COUNTY_GOVERNMENT' }),
    ],
    ['received before it was given', 'R-ALL-03', lives.PJ_APPLIED, but(ex.approved, { receivedOn: '2022-03-07' })],
    [
      'announced before the approval came',
      'R-REL-06',
      lives.PJ_APPROVED,
      but(ex.expropriated, { postedOn: '2022-03-13' }),
    ],
    [
      'land paid without agreement',
      'R-REL-07',
      lives.PJ_EXPROPRIATED,
      but(ex.landPaid, { landAgreementNo: undefined }),
    ],
    [
      'land paid to a group nobody knows',
      'R-ALL-05',
      lives.PJ_EXPROPRIATED,
      but(ex.landPaid, { groupCode: 'WG-77-77' }),
    ],
    ['more paid than is secured', 'R-REL-07', lives.PJ_EXPROPRIATED, but(ex.landPaid, { amountFen: 100_000_001 })],
    [
      'a voucher used again',
      'R-ALL-06',
      [...lives.PJ_EXPROPRIATED, ex.landPaid],
      but(ex.cropPaid, { voucherNo: '征地凭-001' }),
    ],
    [
      'crops planted after the pre-announcement',
      'R-REL-07',
      lives.PJ_EXPROPRIATED,
      but(ex.cropPaid, { plantedBeforePreAnnouncement: false }),
    ],
    [
      'crops of a household nobody knows',
      'R-REL-07',
      lives.PJ_EXPROPRIATED,
      but(ex.cropPaid, { householdCaseRef: 'HH-9999' }),
    ],
    ['crops that were not surveyed', 'R-REL-07', lives.PJ_EXPROPRIATED, but(ex.cropPaid, { attachmentKind: 'TREE' })],
    [
      'crops paid above the funds',
      'R-REL-07',
      [...lives.PJ_EXPROPRIATED, ex.landPaid],
      but(ex.cropPaid, { amountFen: 40_000_001 }),
    ],
    [
      'payments published before the last of them',
      'R-ALL-10',
      lives.PJ_HANDED_OVER,
      but(ex.closed, { paymentsPublishedOn: '2022-04-11' }),
    ],
    [
      'payments published after closing',
      'R-ALL-10',
      lives.PJ_HANDED_OVER,
      but(ex.closed, { paymentsPublishedOn: '2022-12-02' }),
    ],
  ];
  it.each(refusals)('%s (%s)', (_, code, history, step) => {
    project(...history)
      .when(step)
      .thenRefused(code);
  });

  it('what the table does not name, as R-ALL-01', () => {
    project(...lives.PJ_REGISTERED)
      .when(ex.surveyed)
      .thenRefused('R-ALL-01');
    project(...lives.PJ_PLAN_CONFIRMED)
      .when(ex.approved)
      .thenRefused('R-ALL-01');
    project(...lives.PJ_EXPROPRIATED)
      .when(ex.closed)
      .thenRefused('R-ALL-01');
  });

  it('a role that does not carry it', () => {
    project(...lives.PJ_EXPROPRIATED)
      .when(asked('relocator', ex.landPaid))
      .thenRefused('R-ALL-04');
  });
});

describe('the households of a project', () => {
  const children = (...families: readonly (readonly ExampleStep[])[]) => ({
    children: { relocationHousehold: families.map((steps) => family(...steps)) },
  });

  it('stand in the way of the hand-over until closed or removed', () => {
    const ready = project(...lives.PJ_EXPROPRIATED, ex.landPaid);
    ready.under(children(household.lives.HH_ACCEPTED)).when(ex.handedOver).thenOwes('R-REL-08', 'HOUSEHOLD_CASES');
    ready
      .under(children(household.lives.HH_CLOSED, [...household.lives.HH_OFFERED, household.removed]))
      .when(ex.handedOver)
      .thenRecorded('PJ_HANDED_OVER');
  });

  it('that have not signed are counted when approval is applied for', () => {
    const ready = project(...lives.PJ_PLAN_CONFIRMED, ex.funded).under(
      children(household.lives.HH_OFFERED, household.lives.HH_SIGNED),
    );
    // Both had signed nothing by 7 January 2022.
    ready.when(but(ex.applied, { unsignedHouseholds: 1 })).thenRefused('R-REL-04', 'unsignedHouseholds');
    ready.when(ex.applied).thenRecorded('PJ_APPLIED');
    ready.when(but(ex.applied, { unsignedHouseholds: 1, appliedOn: '2022-01-18' })).thenRecorded('PJ_APPLIED');
  });

  it('are paid for their surveyed attachments before the project is closed', () => {
    const handedOver = project(...lives.PJ_HANDED_OVER).under(children(household.lives.HH_CLOSED));
    handedOver.when(ex.closed).thenOwes('R-ALL-10', 'GREEN_CROP');
    handedOver.and(ex.cropPaid).when(ex.closed).thenRecorded('PJ_CLOSED');
  });
});

describe('a project owes', () => {
  it('the approved land, until all of it is paid', () => {
    const half = but(ex.landPaid, { areaCentimu: 3_000, amountFen: 30_000_000 });
    const handedOver = project(...lives.PJ_EXPROPRIATED, half, ex.handedOver);
    handedOver.when(ex.closed).thenOwes('R-ALL-10', 'LAND_COMPENSATION');
    handedOver
      .and(but(half, { voucherNo: '征地凭-002' }))
      .when(ex.closed)
      .thenRecorded('PJ_CLOSED');
  });

  it('nothing for land that was paid before the announcement', () => {
    expect(project(...lives.PJ_APPROVED, ex.landPaid, ex.expropriated).state.obligations).toEqual([]);
  });
});

describe('a project counts', () => {
  const factsOf = (kind: string, ...steps: readonly ExampleStep[]) =>
    project(...steps)
      .state.facts.filter((fact) => fact.kind === kind)
      .map(({ on: day, quantity, key }) => [day, quantity, key]);

  it('its campaign: targets by number, days with both ends', () => {
    const steps = [...lives.PJ_APPLIED, ex.met, ex.campaignClosed];
    expect(factsOf('relocation.campaign-target', ...steps).map(([, , key]) => key)).toEqual(['HH-0001', 'HH-0002']);
    expect(factsOf('relocation.campaign-end', ...steps)).toEqual([['2022-05-20', 10, undefined]]);
  });

  it('its approval by the day of the paper, and its land as corrected', () => {
    expect(factsOf('relocation.land-approval', ...lives.PJ_APPROVED)).toEqual([['2022-03-08', 1, 'XM-01']]);
    const put = on('2022-06-01', ex.corrected('LandCompensationPaid', 'areaCentimu=5900'));
    expect(factsOf('relocation.land', ...lives.PJ_EXPROPRIATED, ex.landPaid, put)).toEqual([
      ['2022-04-12', 5_900, undefined],
    ]);
  });

  it('and a correction that leaves a rule broken is refused', () => {
    project(...lives.PJ_PLAN_CONFIRMED)
      .when(ex.corrected('CompensationPlanAnnounced', 'postedUntil=2021-09-20'))
      .thenRefused('R-ALL-08');
  });
});
