import { housePermit } from '#cases/permit';
import { asked, but, cast, type CastMember } from '#foundation/given';
import * as ex from '../../support/examples.js';
import { permitSteps } from '../../support/steps.js';
import { type Story, Township } from '../../support/township.js';
import { sheetsOf } from '../../support/xlsx.js';

// What the api offers to a page that knows no kind of case: its description, rights, changes, breakdowns, files.

let township: Township;
let story: Story;

beforeAll(async () => {
  township = await Township.open();
  story = township.story();
  await story.take(
    ex.found,
    ex.surveyed,
    ex.stopped,
    ex.notified,
    ex.heard,
    ex.ordered,
    ex.selfDemolished,
    ex.verified,
  );
  // Everything below sees the case.
  await story.seenBy('auditor');
}, 180_000);
afterAll(() => township?.close());

type Json = Readonly<Record<string, unknown>>;

describe('the catalogue', () => {
  it('describes the steps with their fields, words, units and code lists, to staff only', async () => {
    expect((await township.send('/api/v1/catalogue', undefined, {})).status).toBe(401);
    const { body } = await township.as('officer', '/api/v1/catalogue');
    const demolition = (body.processes as Json[]).find(({ name }) => name === 'demolition')!;
    const survey = (demolition.steps as Json[]).find(({ command }) => command === 'SurveySite')!;
    expect(survey).toMatchObject({
      path: 'survey-site',
      event: 'SiteSurveyed',
      label: { zh: '现场勘验', en: 'Site surveyed' },
      opens: false,
      roles: ['ENFORCEMENT_OFFICER'],
      occurredOn: 'surveyedOn',
    });
    const field = (name: string) => (survey.fields as Json[]).find((each) => each.name === name);
    expect(field('floorAreaDm2')).toMatchObject({ type: 'int', unit: 'dm2', required: true, list: false });
    expect(field('officerRefs')).toMatchObject({ type: 'ref', staff: true, list: true, required: true });
    expect(field('structureKind')).toMatchObject({ type: 'code', codeList: 'StructureKind' });
    expect((body.codeLists as Record<string, Json>).StructureKind!.SHED).toEqual({ zh: '棚屋', en: 'Shed' });
    expect((body.units as Record<string, Json>).dm2).toEqual({ label: { zh: '平方米', en: 'm²' }, scale: 100 });
  });

  it('names units for everything that it counts or measures', async () => {
    const { body } = await township.as('officer', '/api/v1/catalogue');
    const units = body.units as Json;
    const fields = (body.processes as { steps: { fields: Json[] }[] }[]).flatMap(({ steps }) =>
      steps.flatMap((step) => step.fields.flatMap((each) => [each, ...((each.fields as Json[]) ?? [])])),
    );
    const used = [...fields, ...(body.figures as Json[])].map(({ unit }) => unit).filter((unit) => unit !== null);
    expect([...new Set(used)].filter((unit) => !(String(unit) in units))).toEqual([]);
  });

  it('is not sent again to whoever has it', async () => {
    const first = await township.as('officer', '/api/v1/catalogue');
    const again = { headers: { 'if-none-match': String(first.headers.get('etag')) } };
    expect((await township.as('officer', '/api/v1/catalogue', again)).status).toBe(304);
  });
});

it('tells each role which doors are open', async () => {
  const rights = async (who: Parameters<Township['as']>[0]) => (await township.as(who, '/api/v1/rights')).body;
  expect(await rights('officer')).toMatchObject({ cases: { demolition: 'full' }, figures: true, imports: 'none' });
  expect(await rights('gridMember')).toMatchObject({ cases: { demolition: 'stage' }, figures: false });
  expect(await rights('head')).toMatchObject({ imports: 'run' });
  expect(await rights('auditor')).toMatchObject({ imports: 'read', followUps: true });
  expect(await rights('head')).toMatchObject({ followUps: false });
});

describe('the case for a page', () => {
  it('tells of each deadline when it ends, counted from the step that started it', async () => {
    const { body } = await story.seenBy('officer');
    const deadlines = body.deadlines as Json[];
    // Found on Tuesday 1 March 2022: three working days end on Friday 4 March; surveyed before.
    expect(deadlines.find(({ code }) => code === 'D-DEM-01')).toMatchObject({
      startedOn: '2022-03-01',
      end: 'met',
      terms: [{ n: 3, unit: 'working', bound: 'at', endsOn: '2022-03-04' }],
    });
    // Served on 16 March: 60 days end on Sunday 15 May and run on to Monday, six months end on Friday 16 September.
    const remedies = deadlines.find(({ code }) => code === 'D-DEM-05') as { terms: Json[] };
    expect(remedies.terms.map(({ endsOn }) => endsOn)).toEqual(['2022-05-16', '2022-09-16']);
  });

  it('tells in which state the case stood after each step', async () => {
    const { body } = await story.seenBy('officer', '/history');
    expect((body.events as Json[]).map(({ status }) => status)).toEqual([
      ...['DM_FOUND', 'DM_SURVEYED', 'DM_STOPPED', 'DM_NOTIFIED', 'DM_NOTIFIED', 'DM_ORDERED'],
      ...['DM_DEMOLISHED', 'DM_VERIFIED'],
    ]);
  });
});

describe('figures in parts', () => {
  const total = (figures: unknown) => (figures as Record<string, number>)['demolition.total.count'];

  it('by month and by village add up to the whole, as known at one position', async () => {
    const whole = (await township.as('auditor', '/api/v1/figures?period=2022H1')).body;
    expect(total(whole.figures)).toBe(1);
    for (const by of ['by-month', 'by-village']) {
      const { body } = await township.as('auditor', `/api/v1/figures/${by}?period=2022H1`);
      const parts = body.parts as { key: string; figures: unknown }[];
      expect(parts.reduce((sum, { figures }) => sum + total(figures)!, 0)).toBe(1);
      expect(body.position).toBe(whole.position);
    }
  });

  it('are asked for month by month', async () => {
    const { body } = await township.as('auditor', '/api/v1/figures/by-month?period=2022H1');
    expect((body.parts as Json[]).map(({ key }) => key)).toEqual([
      ...['2022-01', '2022-02', '2022-03', '2022-04', '2022-05', '2022-06'],
    ]);
  });
});

describe('files', () => {
  const file = async (path: string, language = 'zh') => {
    const response = await fetch(township.onebox.baseUrl + path, {
      headers: { authorization: `Bearer ${await township.tokenOf('auditor')}`, 'accept-language': language },
    });
    return sheetsOf(Buffer.from(await response.arrayBuffer()));
  };

  it('hold the list as it is shown: its filter, its columns, its language, and who took it out', async () => {
    const [sheet] = await file('/api/v1/cases.xlsx?status=DM_VERIFIED&columns=caseNo,status,village,openedOn');
    expect(sheet).toEqual([
      [expect.stringMatching(/^导出：.+（纪检监察审计人员） .+ 日志位置 \d+$/)],
      ['案号', '状态', '村', '立案日期'],
      ['违建〔2022〕第1号', '已核验', '东岭村', '2022-03-01'],
    ]);
    const [english] = await file('/api/v1/cases.xlsx?status=DM_CLOSED&columns=caseNo,status', 'en');
    expect(english!.slice(1)).toEqual([['Case number', 'Status']]);
  });

  it('hold the figures of a period with their parts, in shown units', async () => {
    const [months, villages] = await file('/api/v1/figures.xlsx?period=2022H1');
    const area = (sheet: string[][] | undefined) => sheet?.find(([label]) => label === '拆违总面积');
    // 120 m2, pulled down in the village of the case.
    expect(area(months)?.slice(1, 3)).toEqual(['平方米', '120']);
    const village = villages![1]!.indexOf('东岭村');
    expect(area(villages)?.[village]).toBe('120');
  });

  it('hold the steps behind a figure', async () => {
    const [sheet] = await file('/api/v1/figures/demolition.total.area/entries.xlsx?period=2022H1');
    expect(sheet!.slice(2).map(([caseNo, step, , , village, area]) => [caseNo, step, village, area])).toEqual([
      ['违建〔2022〕第1号', '拆除核验', '东岭村', '120'],
    ]);
  });

  it('are refused like the lists they come from', async () => {
    expect((await township.as('gridMember', '/api/v1/figures.xlsx?period=2022H1')).status).toBe(403);
    expect((await township.as('auditor', '/api/v1/cases.xlsx?columns=name')).status).toBe(400);
  });
});

describe('changes', () => {
  it('are told as they become visible, within the rights of who listens', async () => {
    const officer = await listen('officer');
    const finance = await listen('finance');
    await story.take(ex.debrisCleared);
    const told = await officer.next(({ changes }) => changes.length > 0);
    expect(told.changes).toEqual([
      { caseId: story.caseId, process: 'demolition', event: 'DebrisCleared', position: story.position },
    ]);
    // The stage of a case is all that finance sees: that it moved, not by which step.
    const staged = await finance.next(({ changes }) => changes.length > 0);
    expect(staged.changes).toEqual([{ caseId: story.caseId, process: 'demolition', position: story.position }]);
    officer.end();
    finance.end();
  });

  it('are told from where somebody left off', async () => {
    const before = story.position - 1;
    const officer = await listen('officer', before);
    expect((await officer.next(() => true)).changes).toMatchObject([{ event: 'DebrisCleared' }]);
    officer.end();
  });

  it('are for those who are signed in', async () => {
    expect((await township.send('/api/v1/events', undefined, {})).status).toBe(401);
  });
});

// No field of a house permit names a village: whose it is follows from who acts in it (decision 0015).
describe('a case in no grid cell', () => {
  const own: CastMember = 'coordinator';
  const ofOtherVillage: CastMember = 'secondCoordinator';
  const listed = async (who: CastMember, query: string) =>
    ((await township.as(who, `/api/v1/cases?${query}`)).body.cases as Json[]).map(({ caseId }) => caseId);

  it('is seen by whoever in the villages opened it, at every door, and by no other village', async () => {
    const watching = await listen(own);
    const elsewhere = await listen(ofOtherVillage);
    const permit = township.story(housePermit);
    await permit.take(permitSteps.received);
    expect((await watching.next(({ changes }) => changes.length > 0)).changes).toMatchObject([
      { caseId: permit.caseId, event: 'HouseApplicationReceived' },
    ]);
    expect((await elsewhere.next(({ position }) => position >= permit.position)).changes).toEqual([]);
    watching.end();
    elsewhere.end();

    for (const part of ['', '/history', '/follow-ups']) {
      expect((await permit.seenBy(own, part)).status).toBe(200);
      const unseen = await permit.seenBy(ofOtherVillage, part);
      expect([unseen.status, unseen.body.code]).toEqual([404, 'R-ALL-01']);
    }
    const actions = (await permit.seenBy(own, '/actions')).body.actions as Json[];
    expect(actions.find(({ command }) => command === 'RecordGroupMeeting')).toMatchObject({ allowed: true });
    const { body } = await permit.seenBy(own);
    for (const query of ['process=housePermit', `asOf=${permit.position}`, 'limit=200', `q=${String(body.caseNo)}`]) {
      expect([query, await listed(own, query)]).toEqual([query, expect.arrayContaining([permit.caseId])]);
      expect(await listed(ofOtherVillage, query)).not.toContain(permit.caseId);
    }
    // It lies in no village, so a filter by village does not find it there.
    expect(await listed(own, 'village=东岭村')).not.toContain(permit.caseId);
    await permit.take(permitSteps.met, permitSteps.posted);
  });

  it('that somebody else opened is seen once it is assigned, until another takes over', async () => {
    const permit = township.story(housePermit);
    await permit.take(asked('permitClerk', but(permitSteps.received, { householdRef: 'HH-0002' })));
    expect((await permit.seenBy(own)).status).toBe(404);
    const assign = { handlerRole: 'VILLAGE_COORDINATOR', fromOn: '2022-03-02' };
    const assignTo = (who: CastMember, previousStaffRef?: string) =>
      permit.take({
        command: 'AssignHandler',
        by: 'head',
        body: { ...assign, staffRef: cast[who].code, previousStaffRef },
      });
    await assignTo(ofOtherVillage);
    expect((await permit.seenBy(ofOtherVillage)).status).toBe(200);
    await assignTo(own, cast[ofOtherVillage].code);
    expect((await permit.seenBy(ofOtherVillage)).status).toBe(404);
    await permit.take(permitSteps.met);
    expect(await listed(own, `process=housePermit&atLeast=${permit.position}`)).toContain(permit.caseId);
  });
});

interface Told {
  readonly position: number;
  readonly changes: readonly Json[];
}

/** Follows the stream of changes as a browser does. */
async function listen(who: Parameters<Township['as']>[0], lastEventId?: number) {
  const stop = new AbortController();
  const response = await fetch(`${township.onebox.baseUrl}/api/v1/events`, {
    headers: {
      authorization: `Bearer ${await township.tokenOf(who)}`,
      ...(lastEventId === undefined ? {} : { 'last-event-id': String(lastEventId) }),
    },
    signal: stop.signal,
  });
  const messages = messagesOf(response.body!.pipeThrough(new TextDecoderStream()));
  const next = async (wanted: (told: Told) => boolean): Promise<Told> => {
    for (;;) {
      const { value } = await messages.next();
      if (!value) throw new Error('the stream ended');
      if (wanted(value)) return value;
    }
  };
  if (lastEventId === undefined) await next(() => true);
  return { next, end: () => stop.abort() };
}

async function* messagesOf(stream: ReadableStream<string>): AsyncGenerator<Told, undefined> {
  let text = '';
  for await (const piece of stream) {
    text += piece;
    const whole = text.split('\n\n');
    text = whole.pop()!;
    for (const message of whole) {
      const data = /^data: (.*)$/m.exec(message)?.[1];
      if (data && message.includes('event: changes')) yield JSON.parse(data) as Told;
    }
  }
  return undefined;
}
