import { startOnebox, type Onebox } from '#foundation/testing';
import {
  beginningOfLedger,
  clientOf,
  edited,
  expected,
  handIn,
  importWhen,
  ledgerName,
  liuhen,
  logHead,
  samplePath,
} from './harness.js';

const verdicts = expected.ledgers[ledgerName]!;
const { accepted, refused } = verdicts;
/** Those of this kind of case; the others have ledgers of their own. */
const ofDemolition = (figures: object) =>
  Object.fromEntries(Object.entries(figures).filter(([id]) => id.startsWith('demolition.'))) as Record<string, number>;
const figuresExpected = Object.fromEntries(
  Object.entries(expected.figures).map(([period, figures]) => [period, ofDemolition(figures)]),
);

let onebox: Onebox;
const command = (...args: string[]) => liuhen(onebox.dataDir, ...args);
/** The figures of a period as the command prints them, those of other kinds of case left out. */
async function figuresOf(period: string) {
  const said = await command('figures', '--period', period, '--json');
  const printed = JSON.parse(said.stdout) as { period: string; position: number; figures: Record<string, number> };
  return { ...printed, figures: ofDemolition(printed.figures) };
}

beforeAll(async () => {
  onebox = await startOnebox();
  const configured = await command(
    'configure',
    ...['--grid', samplePath('gridcodes.csv')],
    ...['--staff', samplePath('staff.csv')],
    ...['--baseline-date', '2021-07-01'],
  );
  expect(configured).toMatchObject({ code: 0 });
}, 300_000);

afterAll(() => onebox?.stop());

// One one-box for the whole file, and one story: tried out, imported, imported again, changed.
describe('the sample ledger of illegal construction', () => {
  it('is tried out with the same verdicts and leaves nothing behind', async () => {
    const before = await logHead(onebox);
    const said = await command('import', samplePath(ledgerName), '--dry-run', '--json');
    expect([said.code, JSON.parse(said.stdout)]).toEqual([0, verdicts]);
    expect(await logHead(onebox)).toBe(before);
    const { cases } = await clientOf(onebox).ask<{ cases: object[] }>('GET', '/api/v1/cases');
    expect(cases).toEqual([]);
  }, 240_000);

  it('is imported row by row, each with the verdict that goes with it', async () => {
    const said = await command('import', samplePath(ledgerName), '--json');
    expect([said.code, JSON.parse(said.stdout)]).toEqual([0, verdicts]);
  }, 240_000);

  it.each(['2022H1', '2022H2'])('gives the 18 figures of %s', async (period) => {
    const answered = await figuresOf(period);
    expect(answered).toEqual({ period, position: await logHead(onebox), figures: figuresExpected[period] });
  });

  it('lets every figure be opened to the entries that it counts or sums', async () => {
    const client = clientOf(onebox);
    for (const [period, figures] of Object.entries(figuresExpected)) {
      for (const [id, value] of Object.entries(figures)) {
        const { entries } = await client.entries(id, { period });
        const found = id.endsWith('.count') ? entries.length : entries.reduce((sum, each) => sum + each.quantity, 0);
        expect([period, id, found]).toEqual([period, id, value]);
      }
    }
    const printed = await command('entries', 'demolition.total.count', '--period', '2022H1', '--json');
    const entries = JSON.parse(printed.stdout) as { quantity: number; caseNo: string }[];
    expect(entries).toHaveLength(figuresExpected['2022H1']!['demolition.total.count']!);
    expect(entries.every(({ caseNo }) => /^违建〔202[12]〕第\d+号$/.test(caseNo))).toBe(true);
  });

  it('names file and row as the origin of every event', async () => {
    const client = clientOf(onebox);
    const { imports } = await client.ask<{ imports: { id: string; dryRun: boolean; fileName: string }[] }>(
      'GET',
      '/api/v1/imports',
    );
    const run = imports.find(({ dryRun }) => !dryRun)!;
    expect(run.fileName).toBe(ledgerName);
    const { result } = await client.ask<{
      result: { verdicts: { row: number; caseId?: string; caseNo?: string; ledgerNumber?: string }[] };
    }>('GET', `/api/v1/imports/${run.id}`);
    const second = result.verdicts.find(({ row }) => row === 2)!;
    expect(second).toMatchObject({ verdict: 'accepted', ledgerNumber: 'WJ-2021-0001', first: true });
    expect(second.caseNo).toMatch(/^违建〔2021〕第\d+号$/);
    const { events } = await client.ask<{ events: { origin: object }[] }>(
      'GET',
      `/api/v1/cases/${second.caseId}/history`,
    );
    expect(events.length).toBeGreaterThan(1);
    for (const { origin } of events) expect(origin).toEqual({ kind: 'ledger', file: ledgerName, row: 2 });
  });

  it('tells the keepers of the ledger which rows to put right', async () => {
    const client = clientOf(onebox);
    const { imports } = await client.ask<{ imports: { id: string }[] }>('GET', '/api/v1/imports?limit=1');
    const answer = await onebox.operatorFetch(`/api/v1/imports/${imports[0]!.id}/refused.csv`);
    const lines = (await answer.text()).trimEnd().split('\r\n');
    expect(lines).toHaveLength(refused + 1);
    expect(lines[1]).toMatch(/^4,WJ-2021-0003,R-DEM-06,限期拆除决定送达,/);
  });

  it('changes nothing when it is imported again', async () => {
    const before = await logHead(onebox);
    const said = await command('import', samplePath(ledgerName), '--json');
    expect([said.code, JSON.parse(said.stdout)]).toEqual([0, verdicts]);
    expect(await logHead(onebox)).toBe(before);
  }, 240_000);

  it('refuses a row that was changed after it had been accepted', async () => {
    const before = await logHead(onebox);
    const changed = edited(beginningOfLedger(2), 'WJ-2021-0001,2021/7/6', 'WJ-2021-0001,2021/7/5');
    const { result } = await clientOf(onebox).importLedger(changed, { fileName: ledgerName });
    expect(result).toMatchObject({
      rows: 2,
      accepted: 1,
      refusals: [{ row: 2, code: 'R-ALL-06', step: 'IllegalBuildingFound' }],
    });
    expect(await logHead(onebox)).toBe(before);
  });

  it('refuses a number that stands twice in one file, word for word or not', async () => {
    const line = new TextDecoder().decode(beginningOfLedger(1)).split('\r\n');
    const twice = new TextEncoder().encode([line[0], line[1], line[1]].join('\r\n'));
    const { result } = await clientOf(onebox).importLedger(twice, { fileName: ledgerName });
    expect(result).toMatchObject({ rows: 2, accepted: 1, refusals: [{ row: 3, code: 'R-ALL-06' }] });
  });

  it('is whole by its hash chains afterwards', async () => {
    const said = await command('verify', '--json');
    // One stream a case, and the settings.
    expect([said.code, JSON.parse(said.stdout)]).toMatchObject([0, { ok: true, streams: accepted + 1 }]);
  });

  it('gives the same figures after the read side was made anew', async () => {
    expect(await command('rebuild')).toMatchObject({ code: 0 });
    expect((await figuresOf('2022H1')).figures).toEqual(figuresExpected['2022H1']);
  }, 120_000);
});

describe('a file that is no ledger', () => {
  const headers = new TextDecoder().decode(beginningOfLedger(0)).trimEnd();
  const encode = (text: string) => new TextEncoder().encode(text);

  it.each([
    ['an empty file', new Uint8Array()],
    ['an Excel workbook', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0])],
    ['a file in GBK', new Uint8Array([0xce, 0xa5, 0xbd, 0xa8, 0xb1, 0xe0, 0xba, 0xc5, 0x0d, 0x0a])],
    ['unknown columns', encode('姓名,电话\r\n')],
    ['a column too few', encode(`${headers.replace(',备注', '')}\r\n`)],
    ['a column too many', encode(`${headers},意见\r\n`)],
  ])('is refused at once: %s', async (_, file) => {
    const answer = await onebox.operatorFetch('/api/v1/imports', {
      method: 'POST',
      headers: { 'content-type': 'text/csv' },
      body: file,
    });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([422, 'R-IMPORT-FILE']);
  });

  it('is refused as a whole when it breaks off in its middle', async () => {
    const before = await logHead(onebox);
    const broken = new TextEncoder().encode(`${new TextDecoder().decode(beginningOfLedger(2))}"WJ-9999`);
    const run = await importWhen(onebox, await handIn(onebox, broken), ({ finishedAt }) => finishedAt !== null);
    expect(run).toMatchObject({ state: 'refused', refusal: { code: 'R-IMPORT-FILE' }, result: null });
    expect(await logHead(onebox)).toBe(before);
  });

  it('ends the command with 1, one line and nothing on stdout', async () => {
    const said = await command('import', samplePath('staff.csv'), '--json');
    expect(said).toMatchObject({ code: 1, stdout: '' });
    expect(said.stderr).toMatch(/^liuhen: R-IMPORT-FILE .*\n$/);
  });
});

describe('handing in', () => {
  it('takes the file of a form, under the name it has there', async () => {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(beginningOfLedger(1))], { type: 'text/csv' }), '二〇二一年台账.csv');
    const answer = await onebox.operatorFetch('/api/v1/imports?dryRun=true', { method: 'POST', body: form });
    expect(answer.status).toBe(202);
    const { location } = (await answer.json()) as { location: string };
    const run = await importWhen(onebox, location, ({ finishedAt }) => finishedAt !== null);
    expect(run).toMatchObject({ fileName: '二〇二一年台账.csv', dryRun: true, result: { rows: 1, accepted: 1 } });
  });

  it('is one import however often it is sent under one key, and another file under that key is refused', async () => {
    const send = (file: Uint8Array) =>
      onebox.operatorFetch('/api/v1/imports?dryRun=true', {
        method: 'POST',
        headers: { 'content-type': 'text/csv', 'idempotency-key': 'ledger-of-june' },
        body: new Uint8Array(file),
      });
    const first = (await (await send(beginningOfLedger(1))).json()) as { id: string };
    expect(await (await send(beginningOfLedger(1))).json()).toMatchObject({ id: first.id });
    const other = await send(beginningOfLedger(2));
    expect([other.status, ((await other.json()) as { code: string }).code]).toEqual([422, 'R-ALL-06']);
  });

  it('keeps numbers of persons out of file names, which go into every event', async () => {
    const answer = await onebox.operatorFetch('/api/v1/imports?fileName=13912345678.csv', {
      method: 'POST',
      headers: { 'content-type': 'text/csv' },
      body: new Uint8Array(beginningOfLedger(1)),
    });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([422, 'R-ALL-11']);
  });

  it('is not for everybody who may act in a case: the import acts in every role', async () => {
    const account = {
      username: 'grid',
      staffRef: '网格-01',
      post: '网格员',
      roles: ['GRID_MEMBER'],
      grids: ['WG-01-01'],
    };
    const { password } = await clientOf(onebox).ask<{ password: string }>('POST', '/api/v1/accounts', {}, account);
    const json = { 'content-type': 'application/json' };
    const signIn = async (secret: string) => {
      const body = JSON.stringify({ username: 'grid', password: secret });
      const answer = await fetch(`${onebox.baseUrl}/api/v1/session`, { method: 'POST', headers: json, body });
      return ((await answer.json()) as { token: string }).token;
    };
    const chosen = 'a password of the own choice';
    await fetch(`${onebox.baseUrl}/api/v1/session/password`, {
      method: 'POST',
      headers: { ...json, authorization: `Bearer ${await signIn(password)}` },
      body: JSON.stringify({ present: password, next: chosen }),
    });
    const answer = await fetch(`${onebox.baseUrl}/api/v1/imports`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv', authorization: `Bearer ${await signIn(chosen)}` },
      body: new Uint8Array(beginningOfLedger(1)),
    });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([403, 'R-ALL-04']);
  });
});

describe('the command', () => {
  it('prints the catalogue without any server', async () => {
    const said = await liuhen('/nowhere', 'catalogue');
    const { processes } = JSON.parse(said.stdout) as { processes: { name: string }[] };
    expect([said.code, processes.map(({ name }) => name)]).toEqual([
      0,
      expect.arrayContaining(['demolition', 'shared']),
    ]);
  });

  it('says in one line that nothing is running', async () => {
    const said = await liuhen('/nowhere', 'figures', '--period', '2022H1');
    expect(said).toMatchObject({ code: 1, stdout: '' });
    expect(said.stderr).toMatch(/^liuhen: nothing is running .*\/nowhere.*\n$/);
  });

  it('ends with 2 on wrong usage', async () => {
    expect((await command('figures')).code).toBe(2);
    expect((await command('configure')).code).toBe(2);
    expect((await command('nothing')).code).toBe(2);
  });

  it('ends with 1 on what the api refuses', async () => {
    expect(await command('figures', '--period', '2022H3')).toMatchObject({ code: 1, stdout: '' });
    expect(await command('entries', 'nothing', '--period', '2022H1')).toMatchObject({ code: 1, stdout: '' });
  });

  it('speaks English when asked', async () => {
    const said = await command('figures', '--period', '2022H1', '--lang', 'en');
    expect(said.stdout).toMatch(/demolition\.total\.count +Illegal construction demolished, sites +136 +sites/);
    expect(said.stdout).toMatch(/demolition\.total\.area +Illegal construction demolished, floor area +35486\.35 +m²/);
  });
});
