import { setTimeout as sleep } from 'node:timers/promises';
import { demolition } from '#cases/demolition';
import { enforcement, tip } from '#cases/enforcement';
import { hazard, inspectionMission } from '#cases/inspection';
import { addDays, shanghaiDate } from '#foundation/calendar';
import { asked, but, type CastMember, type ExampleStep } from '#foundation/given';
import { demolitionSteps as dm, enforcementSteps as en, inspectionSteps as ins } from '../support/steps.js';
import { type Answer, type Story, Township } from '../support/township.js';

// Two matters that cross kinds of case, from the first word to the last, told by the people of a township over HTTP.

let township: Township;
beforeAll(async () => {
  township = await Township.open();
}, 180_000);
afterAll(() => township?.close());

const step = (command: string, by: CastMember, body: Record<string, unknown>): ExampleStep => ({ command, by, body });
const owes = ({ body }: Answer) => (body.obligations as readonly { code: string }[]).map(({ code }) => code);

interface Owed {
  readonly command: string;
  readonly known: Readonly<Record<string, unknown>>;
}

/** What a person owes on the case because of others: command and what is known of it. */
async function owed(story: Story, who: CastMember): Promise<readonly (readonly [string, Owed['known']])[]> {
  const { body } = await story.seenBy(who, '/follow-ups');
  return (body.owed as readonly Owed[]).map(({ command, known }) => [command, known]);
}

/** The links of the case with that other one, which follow by themselves and take a moment. */
async function linkWith(story: Story, other: Story): Promise<string> {
  for (;;) {
    const { body } = await story.seenBy('auditor', '/history');
    const events = body.events as readonly { type: string; data: Record<string, string> }[];
    const found = events.find(({ type, data }) => type === 'CasesLinked' && data.otherCaseRef === other.caseId);
    if (found) return found.data.linkKind!;
    await sleep(30);
  }
}

describe('a tip', () => {
  it('becomes a lead, takes a shed down on its way, and is answered', async () => {
    const theTip = township.story(tip);
    const tipId = 'JB-2022-0001';
    await theTip.take(
      step('ReceiveTip', 'petitionClerk', {
        ...{ tipId, channel: 'HOTLINE_12345', matterCode: 'ILLEGAL_PLASTICS', gridCode: 'WG-01-01' },
        ...{ receivedOn: '2022-02-28', anonymous: true },
      }),
      step('AssignTip', 'petitionClerk', {
        ...{ assignedOn: '2022-02-28', toRole: 'ENFORCEMENT_OFFICER', handlerStaffRef: '执法-01' },
      }),
    );
    // Place and trade stand in no tip: somebody has to look, and starts from what is known.
    const [registering] = await owed(theTip, 'petitionClerk');
    const known = { caseType: 'ILLEGAL_PLASTICS', leadSource: 'TIP', tipId, gridCode: 'WG-01-01' };
    expect(registering).toEqual(['RegisterLead', known]);
    const theCase = township.story(enforcement);
    await theCase.take(asked('officer', but(en.lead, known)));
    expect(await linkWith(theTip, theCase)).toBe('ORIGIN');
    expect(await owed(theTip, 'petitionClerk')).toEqual([]);

    await theCase.take(en.verified, en.noticed);
    const [[, ofShed]] = (await owed(theCase, 'officer')) as [[string, Owed['known']]];
    expect(ofShed).toMatchObject({ leadSource: 'TIP', tipId, gridCode: 'WG-01-01', partyRef: 'PTY-0001' });
    const theShed = township.story(demolition);
    const found = { ...dm.found, by: 'officer' } as const;
    await theShed.take(but(found, { ...ofShed, foundOn: '2022-03-01' }));
    await theCase.take(but(en.cleared, { shedAreaDm2: 2_000, demolitionCaseRef: theShed.caseId }));
    expect(await linkWith(theCase, theShed)).toBe('SHED_DEMOLITION');
    expect(await linkWith(theShed, theCase)).toBe('ORIGIN');

    // The tip waits for the shed too: until somebody has measured it there is nothing to answer.
    expect(await linkWith(theTip, theShed)).toBe('ORIGIN');
    const answer = step('ReturnTipOutcome', 'petitionClerk', {
      ...{ returnedOn: '2022-04-20', outcomeCode: 'PROVED', reachable: false },
    });
    expect((await theTip.ask(answer)).body.code).toBe('R-ALL-01');
    await theShed.take(dm.surveyed, dm.stopped, dm.notified, dm.heard, dm.ordered, dm.selfDemolished);
    await theShed.take(dm.verified, dm.debrisCleared);
    await theCase.take(en.banned);
    expect(owes(await theShed.ask(dm.closed))).toEqual(['TIP_ANSWER']);
    expect(owes(await theCase.ask(en.closed))).toEqual(['TIP_ANSWER']);

    expect(await owed(theTip, 'petitionClerk')).toEqual([['ReturnTipOutcome', {}]]);
    await theTip.take(answer, step('CloseTip', 'petitionClerk', { closedOn: '2022-04-21' }));
    expect(await theShed.take(dm.closed)).toMatchObject({ body: { status: 'DM_CLOSED' } });
    expect(await theCase.take(en.closed)).toMatchObject({ body: { status: 'EN_CLOSED' } });
  });
});

describe('a hazard that was not rectified', () => {
  it('is taken over by enforcement, put right there, and cleared', async () => {
    // A plan counts from the day on which it is recorded, so this one is told in a day.
    const today = shanghaiDate(new Date());
    const soon = addDays(today, 7);
    const mission = township.story(inspectionMission);
    const hours = { startedAt: `${today}T00:00`, endedAt: `${today}T00:01` };
    await mission.take(
      but(ins.planned, { plannedOn: today }),
      but(ins.dispatched, { dispatchedOn: today }),
      but(ins.conducted, { inspectedOn: today, ...hours }),
    );
    const theHazard = township.story(hazard);
    await theHazard.take(
      but(ins.found, { foundOn: today }),
      but(ins.ordered, { servedOn: today, dueOn: soon }),
      but(ins.visited, { visitedOn: today, result: 'FAIL' }),
    );
    const [[command, known]] = (await owed(theHazard, 'inspector')) as [[string, Owed['known']]];
    expect([command, known]).toEqual([
      'RegisterLead',
      { caseType: 'WORKPLACE_SAFETY', leadSource: 'INSPECTION', partyRef: '企业-0001', foundOn: today },
    ]);

    const theCase = township.story(enforcement);
    const seen = { industryCode: 'OTHER', partyKind: 'ENTERPRISE', location: '东岭村1组厂房' };
    await theCase.take(asked('officer', but(en.lead, { ...known, ...seen })));
    await theCase.take(step('LinkCases', 'officer', { otherCaseRef: theHazard.caseId, linkKind: 'ORIGIN' }));
    expect(await linkWith(theHazard, theCase)).toBe('SAME_MATTER');
    // Handing it over is decided by the inspector, who finds the form filled in.
    const [[escalating, named]] = (await owed(theHazard, 'inspector')) as [[string, Owed['known']]];
    expect([escalating, named]).toEqual(['EscalateHazard', { hazardId: 'YH-1', enforcementCaseRef: theCase.caseId }]);
    await theHazard.take(step('EscalateHazard', 'inspector', { ...named, escalatedOn: today }));
    expect(await owed(theHazard, 'inspector')).toEqual([]);

    await theCase.take(
      but(en.verified, { verifiedOn: today, legalBasis: 'SPL_102', competentAuthority: 'EMERGENCY_DEPT' }),
      but(en.noticed, { servedOn: today, deadlineOn: soon, requirements: ['更换线路'] }),
      asked('secondOfficer', but(en.accepted, { checkedOn: today })),
      but(en.closed, { closedOn: today, lookBackDueOn: soon }),
    );
    await theHazard.take(but(ins.visited, { visitedOn: today }), but(ins.cleared, { clearedOn: today }));
    expect((await mission.take(but(ins.closed, { closedOn: today }))).body).toMatchObject({ status: 'IN_CLOSED' });
  });
});
