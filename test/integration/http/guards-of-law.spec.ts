import { demolition } from '#cases/demolition';
import { enforcement, tip } from '#cases/enforcement';
import { petition } from '#cases/petition';
import { relocationHousehold, relocationProject } from '#cases/relocation';
import { but, cast, type ExampleStep } from '#foundation/given';
import { type Process } from '#foundation/process';
import {
  demolitionSteps as dem,
  enforcementSteps as enf,
  householdSteps as hh,
  petitionSteps as pet,
  projectSteps,
  tipSteps,
} from '../../support/steps.js';
import { Township } from '../../support/township.js';

// The rules of law that stand between the office and the people in its cases. Each is broken in at least three ways, in
// the words of those who would try, and each time nothing is recorded.

let township: Township;
let cases = 0;
beforeAll(async () => {
  township = await Township.open();
  await township.story(relocationProject).take(...projectSteps.lives.PJ_EXPROPRIATED);
}, 300_000);
afterAll(() => township?.close());

type Attempt = readonly [
  sentence: string,
  code: string,
  process: Process,
  history: readonly ExampleStep[],
  step: ExampleStep,
];

/** A household and a tip of their own, so that no two attempts meet. */
function ofItsOwn(history: readonly ExampleStep[]): readonly ExampleStep[] {
  const number = String(++cases).padStart(4, '0');
  const own: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    RegisterHousehold: { householdCaseId: `HH-${number}`, partyRef: `被征收-${number}` },
    ReceiveTip: { tipId: `JB-${number}` },
  };
  return history.map((step) => but(step, own[step.command] ?? {}));
}

function refused(attempts: readonly Attempt[]): void {
  it.each(attempts)('%s (%s)', async (_, code, process, history, step) => {
    const story = township.story(process);
    await story.take(...ofItsOwn(history));
    const before = await township.head();
    const { status, body } = await story.ask(step);
    expect([Math.floor(status / 100), body.code]).toEqual([4, code]);
    if (history.length === 0) return expect(story.caseId).toBeUndefined();
    // The clock may note a miss of its own meanwhile; of what was asked for there is nothing.
    const { body: since } = await township.asOperator(
      `/api/v1/cases/${story.caseId}/history?atLeast=${await township.head()}`,
    );
    const events = since.events as readonly { position: number; origin: { kind: string } }[];
    expect(events.filter(({ position, origin }) => position > before && origin.kind === 'web')).toEqual([]);
  });
}

const { lives } = dem;
const byForce = lives.executionDecided;
const paid = hh.lives.HH_PAID;
const atHome = [...paid, hh.resettled];

describe('nobody’s home is cut off from water or power (ACL art. 43)', () => {
  refused([
    [
      'at the request of an operator who lives there',
      'R-ENF-20',
      enforcement,
      enf.lives.noticed,
      but(enf.cut, { productionSupplyOnly: false }),
    ],
    [
      'under a served decision',
      'R-ENF-20',
      enforcement,
      enf.lives.served,
      but(enf.cutByDecision, { productionSupplyOnly: false }),
    ],
    [
      'to pull the house down',
      'R-DEM-12',
      demolition,
      byForce,
      but(dem.compulsorilyDemolished, { utilitiesIntact: false }),
    ],
    [
      'and without a word on it',
      'R-DEM-12',
      demolition,
      byForce,
      but(dem.compulsorilyDemolished, { utilitiesIntact: undefined }),
    ],
    [
      'to make a family move',
      'R-REL-15',
      relocationHousehold,
      atHome,
      but(hh.vacated, { utilitiesAndRoadIntact: false }),
    ],
  ]);
});

describe('money comes before moving out (LAR art. 32, RSO art. 27)', () => {
  refused([
    ['nothing was paid', 'R-ALL-01', relocationHousehold, [...hh.lives.HH_SIGNED, hh.resettled], hh.vacated],
    [
      'a bonus was paid and the first payment not',
      'R-REL-15',
      relocationHousehold,
      [...hh.lives.HH_SIGNED, but(hh.firstPaid, { stage: 'BONUS' }), hh.resettled],
      hh.vacated,
    ],
    [
      'one fen of what the county decided is missing',
      'R-REL-15',
      relocationHousehold,
      [...hh.lives.HH_COMP_DECIDED, but(hh.deposited, { amountFen: 29_999_999 })],
      but(hh.vacated, { vacatedOn: '2022-06-01' }),
    ],
    [
      'the agreement itself lets them move first',
      'R-REL-12',
      relocationHousehold,
      hh.lives.HH_OFFERED,
      but(hh.signed, { vacateBy: '2022-02-01' }),
    ],
    ['there is no place to live in', 'R-REL-15', relocationHousehold, paid, hh.vacated],
  ]);
});

describe('no house comes down by force before the remedies are over (ACL art. 44)', () => {
  refused([
    [
      'inside the six months to sue',
      'R-DEM-09',
      demolition,
      lives.announced,
      but(dem.executionDecided, { decidedOn: '2022-06-01', servedOn: '2022-06-01', executeOn: '2022-06-06' }),
    ],
    ['while a remedy is open', 'R-DEM-09', demolition, [...lives.announced, dem.remedyFiled], dem.executionDecided],
    [
      'with the opinion for a structure that is finished',
      'R-DEM-09',
      demolition,
      finished(),
      but(dem.executionDecided, {
        decidedOn: '2022-06-01',
        servedOn: '2022-06-01',
        executeOn: '2022-06-06',
        underConstructionOpinionRef: '纸质:意见-1',
      }),
    ],
    [
      'on a remedy that was filed after the decision',
      'R-DEM-09',
      demolition,
      [...byForce, but(dem.remedyFiled, { filedOn: '2022-09-26' })],
      dem.compulsorilyDemolished,
    ],
  ]);
});

/** The same way to the announcement for a structure that was finished when it was found. */
function finished(): readonly ExampleStep[] {
  const withoutStop = lives.announced.filter(({ command }) => command !== 'ServeStopOrder');
  return withoutStop.map((step) => (step.command === 'SurveySite' ? dem.surveyedFinished : step));
}

describe('force is used by day and on working days (ACL art. 43)', () => {
  const at = (day: string, time: string) =>
    but(dem.compulsorilyDemolished, { demolishedOn: day, startedAt: `${day}T${time}` });
  const executed = (moment: string) => but(enf.executionDecided, { executeAt: moment });
  refused([
    ['at night', 'R-DEM-12', demolition, byForce, at('2022-09-27', '22:01')],
    ['before dawn', 'R-DEM-12', demolition, byForce, at('2022-09-27', '05:59')],
    ['on a Saturday', 'R-DEM-12', demolition, byForce, at('2022-10-15', '09:00')],
    ['on National Day', 'R-DEM-12', demolition, byForce, at('2022-10-03', '09:00')],
    ['as a decision for the night', 'R-ENF-18', enforcement, enf.lives.demanded, executed('2022-05-24T22:30')],
    ['as a decision for a Sunday', 'R-ENF-18', enforcement, enf.lives.demanded, executed('2022-05-29T09:30')],
  ]);
});

describe('who accuses somebody stays unknown to them (PR22, SWL art. 31)', () => {
  refused([
    ['a name in the place of the token', 'R-ENF-26', tip, [], but(tipSteps.received, { identityToken: '某某某' })],
    ['a field for the name', 'R-ENF-26', tip, [], but(tipSteps.received, { tipsterName: '某某某' })],
    [
      'a telephone number in the place of the token',
      'R-ALL-11',
      tip,
      [],
      but(tipSteps.received, { identityToken: '13812345678' }),
    ],
    [
      'the tipster’s name on the lead',
      'R-ENF-01',
      enforcement,
      [],
      but(enf.lead, { leadSource: 'TIP', tipId: 'JB-1', tipsterName: '某某某' }),
    ],
    [
      'the tip handed to who is complained of',
      'R-ENF-26',
      tip,
      [but(tipSteps.accusing, { matterCode: 'OTHER' })],
      but(tipSteps.assigned, { leadCaseRef: undefined }),
    ],
    [
      'the tip sent to the organ complained of',
      'R-ENF-26',
      tip,
      [tipSteps.accusing],
      but(tipSteps.forwarded, { toAuthority: 'ECOLOGY_DEPT' }),
    ],
    [
      'the petition sent to the unit of the officer complained of',
      'R-PET-03',
      petition,
      [pet.accusation],
      but(pet.forwarded, { toOrgan: 'TOWNSHIP_GOVERNMENT' }),
    ],
  ]);
});

describe('two people see what one would', () => {
  const corrected = (approvedByStaffRef: string | undefined): ExampleStep => {
    const { body, ...step } = dem.corrected('SiteSurveyed', 'storeys=3');
    return { ...step, body: (idOf) => ({ ...(typeof body === 'function' ? body(idOf) : body), approvedByStaffRef }) };
  };
  const identityRead: ExampleStep = {
    command: 'AccessIdentity',
    by: 'custodian',
    body: {
      ...{ identityToken: 'TOK-0001', purposeCode: 'SERVICE_OF_PAPERS', accessedAt: '2022-03-04T09:00' },
      ...{ requesterStaffRef: cast.head.code, approvedByStaffRef: cast.head.code },
    },
  };
  refused([
    [
      'one officer surveys',
      'R-DEM-02',
      demolition,
      lives.found,
      but(dem.surveyed, { officerRefs: [cast.officer.code] }),
    ],
    [
      'one officer is named twice',
      'R-ENF-02',
      enforcement,
      [enf.lead],
      but(enf.verified, { officerRefs: [cast.officer.code, cast.officer.code] }),
    ],
    [
      'the recorder verifies',
      'R-DEM-13',
      demolition,
      lives.demolished,
      { ...but(dem.verified, { verifierStaffRef: cast.officer.code }), by: 'officer' },
    ],
    [
      'an officer approves the own filing',
      'R-ENF-07',
      enforcement,
      enf.lives.noticed,
      but(enf.filed, { approvedByStaffRef: cast.officer.code }),
    ],
    ['the recorder approves the own correction', 'R-ALL-08', demolition, lives.surveyed, corrected(cast.officer.code)],
    ['nobody approves a correction', 'R-ALL-08', demolition, lives.surveyed, corrected(undefined)],
    ['one person asks for an identity and grants it', 'R-ALL-15', tip, [tipSteps.received], identityRead],
    [
      'the recorder accepts the cleared site',
      'R-REL-16',
      relocationHousehold,
      hh.lives.HH_ACCEPTED.slice(0, -1),
      { ...hh.accepted, by: 'relocator' },
    ],
  ]);
});
