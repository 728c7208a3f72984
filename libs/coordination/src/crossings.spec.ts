import { demolition } from '#cases/demolition';
import { enforcement, tip } from '#cases/enforcement';
import { hazard } from '#cases/inspection';
import { petition } from '#cases/petition';
import { relocationProject } from '#cases/relocation';
import { type CaseEvent, type CaseView, type Process, type Recorded } from '#foundation/process';
import { type Elsewhere, type FollowUp, type Owed } from './crossing.js';
import { crossings, owings } from './crossings.js';

// Given these events, this command; given this case, this owed. Cases are written down as far as a crossing reads them.

const caseId = '01890a5d-0000-7000-8000-000000000001';
const otherId = '01890a5d-0000-7000-8000-000000000002';

type Told = readonly [type: string, data: Readonly<Record<string, unknown>>];

function caseOf(process: Process, status: string, ...told: readonly Told[]): CaseView {
  const events = told.map(([type, data], revision) => ({ id: `event-${revision}`, type, data, revision }));
  const of = (type: string) => events.filter((event) => event.type === type) as unknown as Recorded<object>[];
  const lookup = {
    all: of,
    latest: (type: string) => of(type).at(-1),
    has: (...types: string[]) => types.some((type) => of(type).length > 0),
  };
  const state = {
    process: process.name,
    status,
    revision: events.length - 1,
    events: events as unknown as CaseEvent[],
  };
  return { caseId, status, state, ...lookup, ever: lookup } as unknown as CaseView;
}

/** What follows from the last of these events. */
function followUp(process: Process, ...told: readonly Told[]): FollowUp | undefined {
  const kase = caseOf(process, 'ANY', ...told);
  const [type] = told.at(-1)!;
  const found = crossings.flatMap(({ from, on, given }) =>
    from === process.name && on.includes(type) ? (given(kase.ever.latest(type)!, kase) ?? []) : [],
  );
  expect(found.length).toBeLessThanOrEqual(1);
  return found[0];
}
const commandOf = (next: FollowUp | undefined) => next && { in: next.in, command: next.command, data: next.data };

const nothing: Elsewhere = { case: () => undefined, children: () => [] };
const owed = (kase: CaseView, elsewhere: Partial<Elsewhere> = {}): readonly Owed[] =>
  owings.filter(({ of }) => of === kase.state.process).flatMap((each) => each.owed(kase, { ...nothing, ...elsewhere }));
const standing =
  (process: string, status: string): Elsewhere['case'] =>
  (ref) =>
    ref.process === process && ref.ref === otherId ? ({ caseId: otherId, status } as CaseView) : undefined;

describe('what follows by itself', () => {
  const linked = (linkKind: string, otherCaseRef = otherId): Told => ['CasesLinked', { linkKind, otherCaseRef }];

  it.each([
    ['a lead', enforcement, 'LeadRegistered'],
    ['an illegal building', demolition, 'IllegalBuildingFound'],
  ])('%s born of a tip is made known to the tip', (_, process, type) => {
    expect(commandOf(followUp(process, [type, { leadSource: 'TIP', tipId: 'JB-1' }]))).toEqual({
      in: { process: 'tip', number: 'JB-1' },
      command: 'LinkCases',
      data: { otherCaseRef: caseId, linkKind: 'ORIGIN' },
    });
    expect(followUp(process, [type, { leadSource: 'SURVEY' }])).toBeUndefined();
  });

  it('a tip that names the case already is left as it is', () => {
    const next = followUp(enforcement, ['LeadRegistered', { tipId: 'JB-1' }])!;
    expect(next.isDone(caseOf(tip, 'TP_ASSIGNED', ['TipAssigned', {}]))).toBe(false);
    expect(next.isDone(caseOf(tip, 'TP_ASSIGNED', ['TipAssigned', { leadCaseRef: caseId }]))).toBe(true);
    expect(next.isDone(caseOf(tip, 'TP_ASSIGNED', linked('ORIGIN', caseId)))).toBe(true);
  });

  it('an escalated hazard and its enforcement case know each other, whichever was told first', () => {
    expect(commandOf(followUp(hazard, ['HazardEscalated', { enforcementCaseRef: otherId }]))).toEqual({
      in: { process: 'enforcement', caseId: otherId },
      command: 'LinkCases',
      data: { otherCaseRef: caseId, linkKind: 'ORIGIN' },
    });
    expect(followUp(hazard, ['HazardEscalated', { toAuthority: 'FIRE_RESCUE', receiptNo: '1' }])).toBeUndefined();
    const back = followUp(enforcement, linked('ORIGIN'))!;
    expect(commandOf(back)).toEqual({
      in: { process: 'hazard', caseId: otherId },
      command: 'LinkCases',
      data: { otherCaseRef: caseId, linkKind: 'SAME_MATTER' },
    });
    expect(back.isDone(caseOf(hazard, 'HZ_ESCALATED', ['HazardEscalated', { enforcementCaseRef: caseId }]))).toBe(true);
  });

  it('a cleared site is joined with the demolition of its shed, and that with where it came from', () => {
    expect(commandOf(followUp(enforcement, ['SiteCleared', { demolitionCaseRef: otherId }]))).toEqual({
      in: { process: 'enforcement', caseId },
      command: 'LinkCases',
      data: { otherCaseRef: otherId, linkKind: 'SHED_DEMOLITION' },
    });
    expect(followUp(enforcement, ['SiteCleared', { rawMaterialKg: 10 }])).toBeUndefined();
    expect(commandOf(followUp(enforcement, linked('SHED_DEMOLITION')))).toEqual({
      in: { process: 'demolition', caseId: otherId },
      command: 'LinkCases',
      data: { otherCaseRef: caseId, linkKind: 'ORIGIN' },
    });
  });

  it('a petition is joined with the matter that its disposition names, and the matter is not told', () => {
    expect(commandOf(followUp(petition, ['DispositionRecorded', { relatedCaseRef: otherId }]))).toEqual({
      in: { process: 'petition', caseId },
      command: 'LinkCases',
      data: { otherCaseRef: otherId, linkKind: 'COMPLAINED_MATTER' },
    });
    expect(followUp(petition, linked('COMPLAINED_MATTER'))).toBeUndefined();
  });

  it('nothing that decides: every command is a link', () => {
    const all = [
      followUp(enforcement, ['LeadRegistered', { tipId: 'JB-1' }]),
      followUp(hazard, ['HazardEscalated', { enforcementCaseRef: otherId }]),
      followUp(enforcement, ['SiteCleared', { demolitionCaseRef: otherId }]),
      followUp(petition, ['DispositionRecorded', { relatedCaseRef: otherId }]),
    ];
    expect(new Set(all.map((next) => next?.command))).toEqual(new Set(['LinkCases']));
  });
});

describe('what is owed to a person', () => {
  it('an assigned tip waits for its lead, then for the answer once that was looked into', () => {
    const received: Told = ['TipReceived', { tipId: 'JB-1', matterCode: 'OPEN_STORAGE', gridCode: 'WG-01-01' }];
    const assigned = (leadCaseRef?: string): Told => ['TipAssigned', { toRole: 'ENFORCEMENT_OFFICER', leadCaseRef }];
    expect(owed(caseOf(tip, 'TP_ASSIGNED', received, assigned()))).toEqual([
      {
        ...{ process: 'enforcement', command: 'RegisterLead' },
        known: { caseType: 'OPEN_STORAGE', leadSource: 'TIP', tipId: 'JB-1', gridCode: 'WG-01-01' },
      },
    ]);
    const withLead = caseOf(tip, 'TP_ASSIGNED', received, assigned(otherId));
    expect(owed(withLead, { case: standing('enforcement', 'EN_LEAD') })).toEqual([]);
    expect(owed(withLead, { case: standing('enforcement', 'EN_DISMISSED') })).toEqual([
      { process: 'tip', command: 'ReturnTipOutcome', caseId, known: {} },
    ]);
    expect(owed(caseOf(tip, 'TP_ANSWERED', received, assigned(otherId)))).toEqual([]);
  });

  it('a hazard visited in vain waits for an enforcement case, then for being handed over', () => {
    const found: Told = ['HazardFound', { hazardId: 'YH-1', unitRef: 'QY-1', foundOn: '2022-03-01' }];
    const failed: Told = ['FollowUpVisited', { result: 'FAIL' }];
    expect(owed(caseOf(hazard, 'HZ_ORDERED', found))).toEqual([]);
    expect(owed(caseOf(hazard, 'HZ_ORDERED', found, failed))).toEqual([
      {
        ...{ process: 'enforcement', command: 'RegisterLead' },
        known: { caseType: 'WORKPLACE_SAFETY', leadSource: 'INSPECTION', partyRef: 'QY-1', foundOn: '2022-03-01' },
      },
    ]);
    const taken = caseOf(hazard, 'HZ_ORDERED', found, failed, [
      'CasesLinked',
      { linkKind: 'SAME_MATTER', otherCaseRef: otherId },
    ]);
    expect(owed(taken, { case: standing('enforcement', 'EN_LEAD') })).toEqual([
      {
        ...{ process: 'hazard', command: 'EscalateHazard', caseId },
        known: { hazardId: 'YH-1', enforcementCaseRef: otherId },
      },
    ]);
  });

  it('a site to be cleared offers the demolition case of its shed, until there is one', () => {
    const lead: Told = [
      'LeadRegistered',
      { leadSource: 'TIP', tipId: 'JB-1', gridCode: 'WG-01-01', location: '东岭村1组', partyRef: 'PTY-1' },
    ];
    expect(owed(caseOf(enforcement, 'EN_VERIFIED', lead))).toEqual([]);
    expect(owed(caseOf(enforcement, 'EN_NOTICED', lead))).toEqual([
      {
        ...{ process: 'demolition', command: 'RegisterIllegalBuilding', ifNeeded: true },
        known: { leadSource: 'TIP', tipId: 'JB-1', gridCode: 'WG-01-01', location: '东岭村1组', partyRef: 'PTY-1' },
      },
    ]);
    const shed: Told = ['CasesLinked', { linkKind: 'SHED_DEMOLITION', otherCaseRef: otherId }];
    expect(owed(caseOf(enforcement, 'EN_NOTICED', lead, shed))).toEqual([]);
  });

  it('a promise is confirmed once the matter complained about has ended', () => {
    const matter: Told = ['CasesLinked', { linkKind: 'COMPLAINED_MATTER', otherCaseRef: otherId }];
    const kase = caseOf(petition, 'PT_FULFILLING', matter);
    expect(owed(kase, { case: standing('demolition', 'DM_ORDERED') })).toEqual([]);
    expect(owed(kase, { case: standing('demolition', 'DM_CLOSED') })).toMatchObject([{ command: 'ConfirmFulfilment' }]);
  });

  it('a project waits for the hand-over once its last household is done, and not before', () => {
    const kase = caseOf(relocationProject, 'PJ_EXPROPRIATED');
    const households = (...statuses: string[]) => ({
      children: () => statuses.map((status) => ({ status }) as CaseView),
    });
    expect(owed(kase, households())).toEqual([]);
    expect(owed(kase, households('HH_CLOSED', 'HH_ACCEPTED'))).toEqual([]);
    expect(owed(kase, households('HH_CLOSED', 'HH_REMOVED'))).toMatchObject([{ command: 'HandOverLand', caseId }]);
    expect(owed(caseOf(relocationProject, 'PJ_APPROVED'), households('HH_CLOSED'))).toEqual([]);
  });
});
