import { setTimeout as sleep } from 'node:timers/promises';
import { enforcement } from '#cases/enforcement';
import { petition } from '#cases/petition';
import { but, cast, type ExampleStep } from '#foundation/given';
import { petitionSteps } from '../../support/steps.js';
import { type Answer, type Story, Township } from '../../support/township.js';

// The product follows matters. Nothing in its interface finds, lists or joins people (processes.md 0.8, R-ALL-11,
// R-ALL-14; personas.md 13.2).

let township: Township;
beforeAll(async () => {
  township = await Township.open();
}, 180_000);
afterAll(() => township?.close());

const codeOf = ({ status, body }: Answer) => [status, body.code];
const petitioner = '令牌-X0701';
const party = 'PTY-0701';

const registered: ExampleStep = {
  command: 'RegisterPetition',
  by: 'petitionClerk',
  body: {
    receivedOn: '2022-05-05',
    channel: 'LETTER',
    matterKind: 'APPEAL_REQUEST',
    subjectArea: 'ROADS_TRANSPORT',
    claims: ['请求处理堆场扬尘'],
    identityToken: petitioner,
    anonymous: false,
    partiesCount: 1,
  },
};
const lead: ExampleStep = {
  command: 'RegisterLead',
  by: 'officer',
  body: {
    caseType: 'OPEN_STORAGE',
    industryCode: 'SCRAP_IRON',
    leadSource: 'GRID_PATROL',
    gridCode: 'WG-01-01',
    location: '东岭村1组堆场',
    partyKind: 'SOLE_TRADER',
    partyRef: party,
    foundOn: '2022-03-01',
  },
};
const linked = (otherCaseRef: string | undefined, linkKind: string): ExampleStep => ({
  command: 'LinkCases',
  by: 'petitionClerk',
  body: { otherCaseRef, linkKind },
});

/** Cases as the read side knows them: links ask it what kind of case is named. */
async function told(process: typeof petition, ...steps: readonly ExampleStep[]): Promise<Story> {
  const story = township.story(process);
  await story.take(...steps);
  await story.seenBy('auditor');
  return story;
}

interface Parameter {
  readonly in: string;
  readonly name: string;
  readonly description?: string;
}

describe('the interface', () => {
  /** Every way in which a list or figure can be narrowed. A new one is added here by whoever can say that it is no way to a person. */
  const narrowedBy = [
    ...['process', 'status', 'grid', 'village', 'q', 'openedFrom', 'openedTo', 'period'],
    ...['asOf', 'atLeast', 'overdue', 'since', 'after', 'limit', 'allowed', 'columns', 'dryRun', 'fileName'],
  ];

  it('narrows nothing by a person', async () => {
    const { body } = await township.send('/openapi.json', undefined, {});
    const paths = body.paths as Readonly<Record<string, Readonly<Record<string, { parameters?: Parameter[] }>>>>;
    const asked = Object.values(paths)
      .flatMap((operations) => Object.values(operations))
      .flatMap(({ parameters = [] }) => parameters.filter((parameter) => parameter.in === 'query'));
    expect(asked.length).toBeGreaterThan(0);
    expect([...new Set(asked.map(({ name }) => name))].filter((name) => !narrowedBy.includes(name))).toEqual([]);
    const ofPeople =
      /token|phone|staff|person|part(y|ies)|identit|tipster|accus|姓名|人员|电话|手机|身份|令牌|当事人|信访人|举报/i;
    expect(asked.filter(({ name, description = '' }) => ofPeople.test(`${name} ${description}`))).toEqual([]);
  });

  it('names no case by a person in an address', async () => {
    const { body } = await township.send('/openapi.json', undefined, {});
    const inPaths = Object.keys(body.paths as object).flatMap((path) => path.match(/\{\w+\}/g) ?? []);
    expect([...new Set(inPaths)].sort()).toEqual(['{accountId}', '{caseId}', '{figureId}', '{id}', '{part}']);
    // An account is what somebody signs in with; it is kept by the administrator, and leads to no case.
    const byAccount = Object.keys(body.paths as object).filter((path) => path.includes('{accountId}'));
    expect(byAccount.filter((path) => !path.startsWith('/api/v1/accounts/'))).toEqual([]);
  });

  it('finds nobody by what it is told to search for', async () => {
    await told(petition, registered);
    await told(enforcement, lead);
    for (const q of [petitioner, party, cast.officer.code, cast.petitionClerk.code]) {
      const { status, body } = await township.as('auditor', `/api/v1/cases?q=${encodeURIComponent(q)}`);
      expect([status, q, (body.cases as unknown[]).length]).toEqual([200, q, 0]);
    }
    for (const name of ['staffRef', 'identityToken', 'partyRef', 'phone', 'name'])
      expect(codeOf(await township.as('auditor', `/api/v1/cases?${name}=x`))[0]).toBe(400);
  });
});

describe('a petition', () => {
  it('is linked with the matter that it complains about, and with its origin', async () => {
    const matter = await told(enforcement, lead);
    const story = await told(petition, registered);
    expect((await story.ask(linked(matter.caseId, 'COMPLAINED_MATTER'))).status).toBe(201);
    expect((await story.ask(linked(matter.caseId, 'ORIGIN'))).status).toBe(201);
  });

  it('is linked in no other sense', async () => {
    const matter = await told(enforcement, lead);
    const story = await told(petition, registered);
    for (const kind of ['SAME_MATTER', 'SUCCESSOR', 'LINKED_FINE', 'SHED_DEMOLITION', 'PERMIT_DEVIATION']) {
      expect(codeOf(await story.ask(linked(matter.caseId, kind)))).toEqual([422, 'R-ALL-14']);
      expect(codeOf(await matter.ask(linked(story.caseId, kind)))).toEqual([422, 'R-ALL-14']);
    }
  });

  it('is never linked with another petition, not even of the same token', async () => {
    const one = await told(petition, registered);
    const another = await told(petition, registered);
    for (const kind of ['SAME_MATTER', 'ORIGIN', 'COMPLAINED_MATTER', 'SUCCESSOR'])
      expect(codeOf(await one.ask(linked(another.caseId, kind)))).toEqual([422, 'R-ALL-14']);
  });

  it('is never linked with a person: its petitioner, or a member of staff', async () => {
    const story = await told(petition, registered);
    for (const person of [petitioner, cast.officer.code])
      expect(codeOf(await story.ask(linked(person, 'COMPLAINED_MATTER')))).toEqual([422, 'R-ALL-14']);
    expect(codeOf(await story.ask(linked('01890a5d-0000-7000-8000-00000000dead', 'COMPLAINED_MATTER')))).toEqual([
      422,
      'R-ALL-01',
    ]);
  });

  it('names a related case in its disposition, and no other petition by that door', async () => {
    const another = await told(petition, registered);
    const story = await told(petition, registered);
    const { accepted, assigned, heard, investigated, demandMet: disposed } = petitionSteps;
    await story.take(accepted, assigned, heard, investigated);
    expect(codeOf(await story.ask(but(disposed, { relatedCaseRef: another.caseId })))).toEqual([422, 'R-ALL-14']);
    const matter = await told(enforcement, lead);
    expect((await story.ask(but(disposed, { relatedCaseRef: matter.caseId }))).status).toBe(201);
    // The petition is joined with it by itself, and the matter's own file says nothing of the petition.
    const links = async (of: Story) => {
      const { body } = await of.seenBy('auditor', '/history');
      const events = body.events as readonly { type: string; data: Record<string, string> }[];
      return events.filter(({ type }) => type === 'CasesLinked').map(({ data }) => [data.linkKind, data.otherCaseRef]);
    };
    while ((await links(story)).length === 0) await sleep(30);
    expect(await links(story)).toEqual([['COMPLAINED_MATTER', matter.caseId]]);
    expect(await links(matter)).toEqual([]);
  });
});
