import { shanghaiDate } from '#foundation/calendar';
import { enforcement, tip, waterRemediation } from '#cases/enforcement';
import { enterpriseVisit, hazard, inspectionMission } from '#cases/inspection';
import { housePermit } from '#cases/permit';
import { labourDispute, petition } from '#cases/petition';
import { relocationHousehold, relocationProject } from '#cases/relocation';
import { but } from '#foundation/given';
import {
  enforcementSteps as enf,
  householdSteps,
  inspectionSteps as ins,
  labourSteps,
  permitSteps,
  petitionSteps as pet,
  projectSteps,
  tipSteps,
  waterSteps,
} from '../support/steps.js';
import { type Answer, type Story, Township } from '../support/township.js';

// A whole life of each kind of case over real HTTP, from the first paper to the closing. What the closing is refused for
// and what the half-year gains were worked out by hand from the steps. Demolition has a file of its own.

let township: Township;
beforeAll(async () => {
  township = await Township.open();
  await township.publish('enterprise-register', { enterprises: [{ code: '企业-0001' }] });
}, 300_000);
afterAll(() => township?.close());

type Figures = Readonly<Record<string, number | string | null>>;
type Gained = Readonly<Record<string, number>>;

const figuresOf = async (period: string): Promise<Figures> => {
  const { body } = await township.as(
    'statistician',
    `/api/v1/figures?period=${period}&atLeast=${await township.head()}`,
  );
  return body.figures as Figures;
};

/** What the figures of a half-year gained by a life, those left out that did not move. */
async function gainedBy(period: string, life: () => Promise<unknown>): Promise<Gained> {
  const before = await figuresOf(period);
  await life();
  const after = await figuresOf(period);
  const moved = Object.keys(after).filter((id) => !id.endsWith('.rate') && after[id] !== before[id]);
  return Object.fromEntries(moved.map((id) => [id, Number(after[id] ?? 0) - Number(before[id] ?? 0)]));
}

const owed = ({ status, body }: Answer) => [
  status,
  body.code,
  ((body.obligations ?? []) as readonly { code: string }[]).map(({ code }) => code),
];
const statusOf = async (story: Story) => (await story.seenBy('auditor')).body.status;

describe('a whole life', () => {
  it('of an operator who washes plastics and gives it up', async () => {
    const story = township.story(enforcement);
    const gained = await gainedBy('2022H1', async () => {
      await story.take(...enf.lives.noticed, enf.seized, enf.cleared, enf.banned);
      expect(owed(await story.ask(enf.closed))).toEqual([409, 'R-ALL-10', ['CUSTODY']]);
      await story.take(enf.returned);
    });
    expect(gained).toEqual({
      'enforcement.operator.surveyed.count': 1,
      'enforcement.notice.issued.count': 1,
      'enforcement.plastics.banned.count': 1,
      'enforcement.plastics.washing.banned.count': 1,
      'enforcement.plastics.equipment.collected.count': 2,
    });
    expect(await gainedBy('2022H2', () => story.take(enf.closed, enf.lookedBack))).toEqual({
      'enforcement.lookback.count': 1,
    });
    expect(await statusOf(story)).toBe('EN_CLOSED');
  });

  it('of a tip that proves true and is rewarded under a code', async () => {
    const lead = township.story(enforcement);
    await lead.take(...enf.lives.verified);
    const story = township.story(tip);
    const gained = await gainedBy('2022H1', async () => {
      await story.take(tipSteps.received, but(tipSteps.assigned, { leadCaseRef: lead.caseId }));
      expect(owed(await story.ask(tipSteps.closed))).toEqual([409, 'R-ALL-01', []]);
      await story.take(tipSteps.answered, tipSteps.rewarded, tipSteps.closed);
    });
    expect(gained).toEqual({ 'enforcement.tip.received.count': 1 });
    expect(await statusOf(story)).toBe('TP_CLOSED');
  });

  it('of a foul water: its farm and its sewage go, a tank and a wetland come', async () => {
    const farm = township.story(enforcement);
    await farm.take(...enf.lives.closed);
    const story = township.story(waterRemediation);
    const gained = await gainedBy('2022H1', async () => {
      await story.take(...waterSteps.works);
      expect((await story.ask(waterSteps.farmGone)).body.code).toBe('R-WAT-02');
      await story.take(but(waterSteps.farmGone, { enforcementCaseRef: farm.caseId }));
      expect((await story.ask(waterSteps.completed)).body.code).toBe('R-WAT-03');
      await story.take(waterSteps.sewageGone, waterSteps.tank, waterSteps.wetland, waterSteps.sampled);
      await story.take(waterSteps.completed, waterSteps.accepted, waterSteps.closed);
    });
    // A wetland that is built in the half-year is planned no more at its end.
    expect(gained).toEqual({
      'water.black-odorous.problem.count': 1,
      'water.farm-site.removed.count': 1,
      'water.pollution-source.cleared.count': 2,
      'water.treatment.septic-tank.built.count': 1,
    });
    expect(await statusOf(story)).toBe('WR_CLOSED');
  });

  it('of a project and the family that moves for it', async () => {
    const project = township.story(relocationProject);
    const family = township.story(relocationHousehold);
    await project.take(...projectSteps.lives.PJ_EXPROPRIATED);
    const gained = await gainedBy('2022H1', async () => {
      await family.take(...householdSteps.lives.HH_ACCEPTED);
      expect(owed(await family.ask(householdSteps.closed))).toEqual([409, 'R-ALL-10', ['COMPENSATION']]);
      expect(owed(await project.ask(projectSteps.handedOver))).toEqual([409, 'R-REL-08', ['HOUSEHOLD_CASES']]);
      await family.take(householdSteps.restPaid, householdSteps.closed);
      await project.take(projectSteps.handedOver);
      expect(owed(await project.ask(projectSteps.closed))).toEqual([
        409,
        'R-ALL-10',
        ['LAND_COMPENSATION', 'GREEN_CROP'],
      ]);
      await project.take(projectSteps.landPaid, projectSteps.cropPaid, projectSteps.closed);
    });
    // Two buildings of 120 and 80 m2, one household out and one relocated.
    expect(gained).toMatchObject({
      'relocation.household.vacated.count': 1,
      'relocation.household.relocated.count': 1,
      'relocation.building.demolished.count': 2,
      'relocation.building.demolished.area': 20_000,
      'relocation.land-acquired.area': 6_000,
      'relocation.green-crop.compensation.amount': 580_000,
    });
    expect([await statusOf(family), await statusOf(project)]).toEqual(['HH_CLOSED', 'PJ_CLOSED']);
  });

  it('of a petition that is answered, each claim in its turn', async () => {
    const story = township.story(petition);
    const gained = await gainedBy('2022H1', async () => {
      await story.take(...pet.lives.disposed);
      expect((await story.ask(but(pet.issued, { claimResults: ['SUPPORTED'] }))).body.code).toBe('R-PET-07');
      await story.take(pet.issued, pet.served);
    });
    expect(gained).toEqual({ 'petition.concluded.count': 1, 'petition.disposition.resolved.count': 1 });
    await story.take(pet.closed);
    expect(await statusOf(story)).toBe('PT_CLOSED');
  });

  it('of a wage dispute: agreed, paid, and a success no longer once it comes back', async () => {
    const story = township.story(labourDispute);
    const life = () => story.take(...labourSteps.afterPayment, labourSteps.closed);
    const counted = { 'labour.dispute.concluded.count': 1, 'labour.dispute.mediated.count': 1 };
    expect(await gainedBy('2022H1', life)).toEqual(counted);
    expect(
      await gainedBy('2022H1', () => story.take(but(labourSteps.reopened, { ground: 'NEW_CLAIM_SAME_DISPUTE' }))),
    ).toEqual({
      'labour.dispute.concluded.count': -1,
      'labour.dispute.mediated.count': -1,
    });
    expect(await statusOf(story)).toBe('LD_REOPENED');
  });

  it('of an inspection and the hazard that it found, put right on the spot', async () => {
    // A plan is dated by the day on which it is recorded, and what follows cannot be earlier.
    const today = shanghaiDate(new Date());
    const half = `${today.slice(0, 4)}H${Number(today.slice(5, 7)) <= 6 ? 1 : 2}`;
    const mission = township.story(inspectionMission);
    const found = township.story(hazard);
    const gained = await gainedBy(half, async () => {
      await mission.take(but(ins.planned, { plannedOn: today }), but(ins.dispatched, { dispatchedOn: today }));
      const hours = { startedAt: `${today}T00:01`, endedAt: `${today}T00:02` };
      await mission.take(but(ins.conducted, { inspectedOn: today, ...hours }));
      await found.take(but(ins.found, { foundOn: today }));
      const closing = but(ins.closed, { closedOn: today });
      expect(owed(await mission.ask(closing))).toEqual([409, 'R-ALL-10', ['HAZARD']]);
      await found.take(but(ins.onSite, { correctedOn: today }));
      await mission.take(closing);
    });
    expect(gained).toEqual({
      'inspection.dispatch.person-times': 2,
      'inspection.hazard.found.count': 1,
      'inspection.hazard.rectified.count': 1,
    });
    expect([await statusOf(mission), await statusOf(found)]).toEqual(['IN_CLOSED', 'HZ_CLEARED']);
  });

  it('of a visit to an enterprise, which counts once in the half-year', async () => {
    const [first, second] = [township.story(enterpriseVisit), township.story(enterpriseVisit)];
    const again = but(ins.enterpriseVisited, { visitId: 'ZF-2', visitedOn: '2022-04-02' });
    const gained = await gainedBy('2022H1', async () => {
      await first.take(ins.enterpriseVisited);
      await second.take(again);
    });
    expect(gained).toEqual({ 'labour.enterprise.patrolled.count': 1 });
    expect(await statusOf(second)).toBe('VS_RECORDED');
  });

  it('of a house permit, from the application to the accepted house', async () => {
    const story = township.story(housePermit);
    const gained = await gainedBy('2022H1', async () => {
      await story.take(...permitSteps.lives.publicised, permitSteps.objected);
      expect((await story.ask(permitSteps.villageReviewed)).body.code).toBe('R-PER-03');
      await story.take(permitSteps.answered, permitSteps.villageReviewed, permitSteps.submitted);
      await story.take(
        permitSteps.siteReviewed,
        permitSteps.reviewed,
        permitSteps.approved,
        permitSteps.approvalPosted,
      );
      await story.take(permitSteps.setOut, permitSteps.completed);
      expect((await story.ask(permitSteps.closed)).body.code).toBe('R-ALL-10');
      await story.take(permitSteps.oldHouseRemoved, permitSteps.closed);
    });
    expect(gained).toEqual({ 'permit.joint-review.concluded.count': 1 });
    expect(await statusOf(story)).toBe('HP_CLOSED');
  });
});
