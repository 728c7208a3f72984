import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { petition } from '#cases/petition';
import { tip } from '#cases/enforcement';
import { but, cast, type CastMember, type ExampleStep } from '#foundation/given';
import { type Process } from '#foundation/process';
import { type Answer, type Story, Township } from '../../support/township.js';
import { sheetsOf } from '../../support/xlsx.js';

// A tip and a petition that complain of a clerk, whose post would show both; the clerk beside them sees everything.
// For the one complained of every door answers as if there were no such case (processes.md 0.8.3, personas.md 13.6).

const accused: CastMember = 'secondPetitionClerk';
const colleague: CastMember = 'petitionClerk';
const nowhere = '01890a5d-0000-7000-8000-00000000dead';

const tipReceived: ExampleStep = {
  command: 'ReceiveTip',
  by: colleague,
  body: {
    tipId: 'JB-2022-0901',
    channel: 'HOTLINE_12345',
    matterCode: 'OTHER',
    receivedOn: '2022-03-01',
    anonymous: true,
    accusedStaffRefs: [cast[accused].code],
  },
};
const petitionRegistered: ExampleStep = {
  command: 'RegisterPetition',
  by: colleague,
  body: {
    receivedOn: '2022-05-05',
    channel: 'LETTER',
    matterKind: 'REPORT_ACCUSATION',
    subjectArea: 'ROADS_TRANSPORT',
    claims: ['反映窗口人员推诿'],
    identityToken: '令牌-X0901',
    anonymous: false,
    partiesCount: 1,
    accusedStaffRefs: [cast[accused].code],
  },
};

let township: Township;
let told: readonly (readonly [Process, Story])[];
let other: Story;
let begun: number;

beforeAll(async () => {
  township = await Township.open();
  begun = await township.head();
  const tipStory = township.story(tip);
  await tipStory.take(tipReceived);
  const petitionStory = township.story(petition);
  await petitionStory.take(petitionRegistered);
  other = township.story(petition);
  await other.take(but(petitionRegistered, { matterKind: 'APPEAL_REQUEST', accusedStaffRefs: undefined }));
  told = [
    [tip, tipStory],
    [petition, petitionStory],
  ];
  await township.as(colleague, `/api/v1/cases?atLeast=${other.position}`);
}, 180_000);
afterAll(() => township?.close());

/** Everything an answer says, but for the id that was asked for. */
const said = ({ status, body }: Answer, id: string) => [status, JSON.stringify(body).replaceAll(id, 'ID')];
const idsOf = ({ body }: Answer) => (body.cases as readonly { caseId: string }[]).map(({ caseId }) => caseId);

/** What every GET route of the api shows of cases; a route that is not here has not been thought about. */
const routes: Readonly<Record<string, 'a case' | 'cases' | 'no case'>> = {
  '/api/v1/cases/{caseId}': 'a case',
  '/api/v1/cases/{caseId}/history': 'a case',
  '/api/v1/cases/{caseId}/actions': 'a case',
  '/api/v1/cases/{caseId}/follow-ups': 'a case',
  '/api/v1/follow-ups': 'cases',
  '/api/v1/cases': 'cases',
  '/api/v1/cases.xlsx': 'cases',
  '/api/v1/figures/{figureId}/entries': 'cases',
  '/api/v1/figures/{figureId}/entries.xlsx': 'cases',
  '/api/v1/events': 'cases',
  '/api/v1/imports/{id}': 'cases',
  '/api/v1/imports/{id}/refused.csv': 'no case',
  '/api/v1/imports': 'no case',
  '/api/v1/figures': 'no case',
  '/api/v1/figures.xlsx': 'no case',
  '/api/v1/figures/by-month': 'no case',
  '/api/v1/figures/by-village': 'no case',
  '/api/v1/accounts': 'no case',
  '/api/v1/catalogue': 'no case',
  '/api/v1/rights': 'no case',
  '/api/v1/session': 'no case',
  '/api/v1/settings': 'no case',
};

describe('a case that complains of somebody', () => {
  it('was thought of at every route that reads', async () => {
    const { body } = await township.send('/openapi.json', undefined, {});
    const reading = Object.entries(body.paths as Record<string, Record<string, unknown>>)
      .filter(([, operations]) => 'get' in operations)
      .map(([path]) => path);
    expect(reading.filter((path) => !(path in routes))).toEqual([]);
  });

  it('is not found by them, whichever way it is asked for, and is by a colleague', async () => {
    const parts = Object.keys(routes).filter((path) => routes[path] === 'a case');
    for (const [, { caseId, position }] of told) {
      for (const part of parts) {
        for (const query of [`atLeast=${position}`, `asOf=${position}`]) {
          if (/\/(actions|follow-ups)$/.test(part) && query.startsWith('asOf')) continue;
          const path = (id: string) => `${part.replace('{caseId}', id)}?${query}`;
          expect((await township.as(colleague, path(caseId!))).status).toBe(200);
          const answer = await township.as(accused, path(caseId!));
          expect([answer.status, answer.body.code]).toEqual([404, 'R-ALL-01']);
          expect(said(answer, caseId!)).toEqual(said(await township.as(accused, path(nowhere)), nowhere));
        }
      }
    }
  });

  it('is in none of their lists, searches and files', async () => {
    for (const [process, { caseId, position }] of told) {
      const seen = await township.as(colleague, `/api/v1/cases/${caseId}`);
      const queries = [`process=${process.name}`, `q=${encodeURIComponent(String(seen.body.caseNo))}`, `limit=200`];
      for (const query of [...queries, ...queries.map((each) => `${each}&asOf=${position}`)]) {
        expect(idsOf(await township.as(colleague, `/api/v1/cases?${query}`))).toContain(caseId);
        expect(idsOf(await township.as(accused, `/api/v1/cases?${query}`))).not.toContain(caseId);
      }
      expect(await fileOf(colleague, '/api/v1/cases.xlsx')).toContain(seen.body.caseNo);
      expect(await fileOf(accused, '/api/v1/cases.xlsx')).not.toContain(seen.body.caseNo);
    }
    expect(idsOf(await township.as(accused, '/api/v1/cases'))).toContain(other.caseId);
  });

  it('counts in the figures and is not opened to them', async () => {
    const path = '/api/v1/figures/enforcement.tip.received.count/entries';
    const [open, closed] = await Promise.all(
      [colleague, accused].map((who) => township.as(who, `${path}?period=2022H1`)),
    );
    const [, { caseId }] = told[0]!;
    expect(open!.body).toMatchObject({ value: 1, entries: [{ caseId, on: '2022-03-01', quantity: 1 }] });
    expect(closed!.body).toMatchObject({
      value: 1,
      entries: [
        {
          ...{ caseId: null, caseNo: null, eventId: null, eventType: null, addedByEvent: null, position: null },
          ...{ dims: {}, on: '2022-03-01', quantity: 1 },
        },
      ],
    });
    const caseNo = (open!.body.entries as readonly { caseNo: string }[])[0]!.caseNo;
    expect(await fileOf(colleague, `${path}.xlsx?period=2022H1`)).toContain(caseNo);
    expect(await fileOf(accused, `${path}.xlsx?period=2022H1`)).not.toContain(caseNo);
  });

  it('is not announced to them', async () => {
    const announced = async (who: CastMember) => {
      const { changes } = await firstChanges(who, begun);
      return changes.map(({ caseId }) => caseId);
    };
    const mine = told.map(([, { caseId }]) => caseId);
    expect(await announced(colleague)).toEqual(expect.arrayContaining([...mine, other.caseId]));
    const theirs = await announced(accused);
    expect(theirs).toContain(other.caseId);
    expect(theirs.filter((id) => mine.includes(id))).toEqual([]);
  });

  it('answers every step they try as a case that does not exist, and stores nothing', async () => {
    for (const [process, { caseId }] of told) {
      for (const { commandName, moves } of process.steps) {
        if (moves.every(({ from }) => from.includes('NONE'))) continue;
        const kebab = commandName.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();
        for (const headers of [{}, { 'if-match': '"0"' }] as readonly Record<string, string>[]) {
          const sent = async (id: string) =>
            said(
              await township.as(accused, `/api/v1/${process.name}/${id}/commands/${kebab}`, {
                ...{ method: 'POST', body: {}, headers },
              }),
              id,
            );
          expect([commandName, ...(await sent(caseId!))]).toEqual([commandName, ...(await sent(nowhere))]);
        }
      }
    }
    // Others go on, the clock among them: nothing is theirs.
    for (const [, { caseId }] of told) {
      const { body } = await township.as(colleague, `/api/v1/cases/${caseId}/history?atLeast=${await township.head()}`);
      const by = (body.events as readonly { staffRef: string }[]).map(({ staffRef }) => staffRef);
      expect(by).not.toContain(cast[accused].code);
    }
  });

  it('cannot be linked to by them, and can by a colleague', async () => {
    const [, { caseId }] = told[0]!;
    const link = (by: CastMember): ExampleStep => ({
      command: 'LinkCases',
      by,
      body: { otherCaseRef: caseId, linkKind: 'ORIGIN' },
    });
    expect(await other.ask(link(accused))).toMatchObject({ status: 422, body: { code: 'R-ALL-01' } });
    expect((await other.ask(link(colleague))).status).toBe(201);
  });

  it('is not named in the verdicts of the import that brought it', async () => {
    const ledger = readFileSync(join(import.meta.dirname, '../../../samples/信访台账.csv'), 'utf8').split('\r\n');
    const file = [ledger[0], ledger.find((line) => line.startsWith('XF-2021-0005'))].join('\r\n');
    const taken = await township.as('statistician', '/api/v1/imports?fileName=petitions.csv', {
      method: 'POST',
      body: file,
      headers: { 'content-type': 'text/csv' },
    });
    const location = String(taken.body.location);
    const row = async (who: CastMember) => {
      const { body } = await township.as(who, location);
      return (body.result as { verdicts: readonly Record<string, unknown>[] } | null)?.verdicts[0];
    };
    while ((await row('head')) === undefined) await sleep(50);
    const { caseId } = (await row('head'))!;
    const registration = await township.as(colleague, `/api/v1/cases/${String(caseId)}/history`);
    const [{ eventId }] = registration.body.events as [{ eventId: string }];
    const corrected = await township.as(
      colleague,
      `/api/v1/petition/${String(caseId)}/commands/correct-petition-entry`,
      {
        method: 'POST',
        body: {
          ...{ correctedEventId: eventId, reasonCode: 'TYPING', approvedByStaffRef: cast.leader.code },
          replacedFields: [`accusedStaffRefs=${cast.auditor.code}`],
        },
      },
    );
    expect(corrected).toMatchObject({ status: 201 });
    await township.as(colleague, `/api/v1/cases?atLeast=${String(corrected.body.position)}`);
    expect(await row('head')).toMatchObject({ verdict: 'accepted', ledgerNumber: 'XF-2021-0005', caseId });
    expect(await row('auditor')).toEqual({ row: 2, verdict: 'accepted', first: true });
  });

  it('disappears for whom a correction names, and comes back for whom it names no longer', async () => {
    const story = township.story(petition);
    await story.take(petitionRegistered);
    const correct = (staffRef: string, approvedBy: string): ExampleStep => ({
      command: 'CorrectPetitionEntry',
      by: colleague,
      body: (idOf) => ({
        correctedEventId: idOf('PetitionEntryCorrected') || idOf('PetitionRegistered'),
        reasonCode: 'TYPING',
        replacedFields: [`accusedStaffRefs=${staffRef}`],
        approvedByStaffRef: approvedBy,
      }),
    });
    expect((await story.seenBy('leader')).status).toBe(200);
    await story.take(correct(cast.leader.code, cast.head.code));
    expect((await story.seenBy('leader')).status).toBe(404);
    expect((await story.seenBy(accused)).status).toBe(200);
  });
});

/** All the text of an Excel file, as somebody receives it. */
async function fileOf(who: CastMember, path: string): Promise<string> {
  const answer = await fetch(`${township.onebox.baseUrl}${path}`, {
    headers: { authorization: `Bearer ${await township.tokenOf(who)}` },
  });
  expect(answer.status).toBe(200);
  return JSON.stringify(sheetsOf(Buffer.from(await answer.arrayBuffer())));
}

interface Told {
  readonly changes: readonly { readonly caseId: string }[];
}

/** What somebody is told who has listened since that position. */
async function firstChanges(who: CastMember, since: number): Promise<Told> {
  const stop = new AbortController();
  const answer = await fetch(`${township.onebox.baseUrl}/api/v1/events?since=${since}`, {
    headers: { authorization: `Bearer ${await township.tokenOf(who)}`, accept: 'text/event-stream' },
    signal: stop.signal,
  });
  let text = '';
  for await (const part of answer.body!.pipeThrough(new TextDecoderStream())) {
    text += part;
    const data = /^data: (.*"changes".*)$/m.exec(text)?.[1];
    if (data) {
      stop.abort();
      return JSON.parse(data) as Told;
    }
  }
  throw new Error('the stream ended before it told anything');
}
