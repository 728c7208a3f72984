import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { CHAIN_START, EventLog } from '#foundation/event-log';
import { createLogger } from '#foundation/http';
import { gridCells, history, Projector } from '#foundation/read-model';
import { type Backends, startBackends } from '#foundation/testing';
import { statistics } from '#insights/statistics';
import { status } from '#insights/status';
import { type RunningApi, startApi } from './api.js';
import { readConfig } from './config.js';
import { processes } from './processes.js';

const operatorToken = 'operator-token-of-this-machine-alone';
const caseId = '01890a5d-ac96-774b-bcce-b302099a8057';
const absentCase = '01890a5d-ac96-774b-bcce-b302099a8058';

let backends: Backends;
let api: RunningApi;
let log: EventLog;
let position: number;
const stopping = new AbortController();
let projecting: Promise<void>;
const announced: string[] = [];
const tokens = new Map<string, string>();

async function call(method: string, path: string, as: string | undefined, body?: unknown, type = 'application/json') {
  const token = as === 'operator' ? operatorToken : as && tokens.get(as);
  return fetch(api.url + path, {
    method,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { 'content-type': type }),
    },
    body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
  });
}
const get = (path: string, as?: string) => call('GET', path, as);
const json = async (response: Response) => (await response.json()) as Record<string, unknown>;
const refusal = async (response: Response) => [response.status, (await json(response))['code']];

/** 违建 found on 2022-03-01 in cell WG-01-01 of 东岭村. */
async function recordCase(): Promise<number> {
  const appended = await log.append(
    `demolition-${caseId}`,
    -1,
    [
      {
        id: randomUUID(),
        type: 'IllegalBuildingFound',
        data: {
          caseId,
          foundOn: '2022-03-01',
          leadSource: 'PATROL',
          gridCode: 'WG-01-01',
          location: '东岭村3组水塘北侧',
          partyRef: 'PTY-0001',
        },
        metadata: {
          caseRef: caseId,
          occurredOn: '2022-03-01',
          recordedAt: '2022-03-02T01:00:00.000Z',
          recordedByStaffRef: '网格-01',
          actingRole: 'GRID_MEMBER',
          requestId: 'request-1',
          requestHash: '0'.repeat(64),
          origin: { kind: 'web' },
          $correlationId: 'request-1',
          $causationId: 'request-1',
        },
      },
    ],
    CHAIN_START,
  );
  return appended.position;
}

beforeAll(async () => {
  backends = await startBackends({ postgres: true, redis: true, eventNode: true });
  const { databaseUrl, eventstoreUrl, redisUrl } = backends;
  log = new EventLog(eventstoreUrl);
  projecting = new Projector({
    log,
    databaseUrl,
    processes,
    projections: [gridCells, history, status, statistics],
  }).run(stopping.signal);
  const config = readConfig({
    PORT: '0',
    EVENTSTORE_URL: eventstoreUrl,
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    LIUHEN_OPERATOR_TOKEN: operatorToken,
    LIUHEN_DEMO: '1',
  });
  api = await startApi(config, createLogger('api', 'silent'), (line) => announced.push(line));
  while ((await get('/health/ready')).status !== 200) await delay(50);
  const { password, accounts } = JSON.parse(announced[0] ?? '') as {
    password: string;
    accounts: { username: string }[];
  };
  for (const { username } of accounts) {
    const response = await call('POST', '/api/v1/session', undefined, { username, password });
    tokens.set(username, String((await json(response))['token']));
  }
  const register = 'code,village,group\r\nWG-01-01,东岭村,第1组\r\nWG-02-01,西河村,第1组\r\n';
  await call('POST', '/api/v1/settings/grid-register', 'operator', register, 'text/csv');
  position = await recordCase();
});

afterAll(async () => {
  await api?.close();
  stopping.abort();
  await projecting;
  await log?.close();
  await backends?.stop();
});

describe('operations', () => {
  it('is ready when log, PostgreSQL, Redis and a read model answer', async () => {
    const ready = await get('/health/ready');
    expect(ready.status).toBe(200);
    expect(await json(ready)).toMatchObject({
      status: 'ready',
      checks: { log: { ok: true }, database: { ok: true }, redis: { ok: true }, projector: { ok: true } },
    });
    expect((await get('/health/live')).status).toBe(200);
  });

  it('shows metrics by route pattern', async () => {
    const text = await (await get('/metrics')).text();
    expect(text).toContain('liuhen_http_request_duration_seconds_bucket');
    expect(text).not.toContain(caseId);
  });

  it('describes every route', async () => {
    const description = await json(await get('/openapi.json'));
    const paths = Object.keys(description['paths'] as object);
    for (const path of ['/api/v1/session', '/api/v1/accounts', '/api/v1/cases/{caseId}/actions', '/api/v1/figures']) {
      expect(paths).toContain(path);
    }
  });

  it('refuses a demo beyond this machine', () => {
    const env = { EVENTSTORE_URL: 'x', DATABASE_URL: 'x', REDIS_URL: 'x', LIUHEN_DEMO: '1', HOST: '0.0.0.0' };
    expect(() => readConfig(env)).toThrow('this machine alone');
  });
});

describe('settings', () => {
  it('are published by the administrator alone and read by staff', async () => {
    const body = { baselineDate: '2021-07-01' };
    expect(await refusal(await call('POST', '/api/v1/settings/baseline-date', 'officer1', body))).toEqual([
      403,
      'R-ALL-04',
    ]);
    expect((await call('POST', '/api/v1/settings/baseline-date', 'administrator', body)).status).toBe(201);
    const current = await get('/api/v1/settings', 'officer1');
    expect(current.headers.get('etag')).toMatch(/^"\d+"$/);
    expect(await json(current)).toMatchObject({
      baselineDate: '2021-07-01',
      cells: [
        { code: 'WG-01-01', village: '东岭村' },
        { code: 'WG-02-01', village: '西河村' },
      ],
    });
  });

  it('refuse what is not acceptable, by field, and never with a 500', async () => {
    const wrong = await call('POST', '/api/v1/settings/day-hours', 'operator', { start: '22:00', end: '06:00' });
    expect(wrong.status).toBe(400);
    expect((await json(wrong))['errors']).toMatchObject([{ field: 'end', message: '结束时间不晚于开始时间' }]);
    for (const [part, body, type, status] of [
      ['day-hours', '{"start":"06:00"}', 'application/json', 400],
      ['day-hours', 'start,end\n06:00,22:00\n', 'text/csv', 415],
      ['staff-register', 'name\nx\n', 'text/csv', 400],
      ['grid-register', '\u0000', 'text/csv', 400],
      ['nothing', '{}', 'application/json', 404],
      ['constructor', '{}', 'application/json', 404],
    ] as const) {
      const response = await call('POST', `/api/v1/settings/${part}`, 'operator', body, type);
      expect([part, response.status]).toEqual([part, status]);
    }
  });
});

describe('cases', () => {
  const of = (path = '') => `/api/v1/cases/${caseId}${path}?atLeast=${position}`;
  const list = async (as: string) => {
    const page = await json(await get(`/api/v1/cases?process=demolition&atLeast=${position}`, as));
    return (page['cases'] as { caseId: string }[]).map((row) => row.caseId);
  };

  it('are shown in full to those who handle them, with the revision as ETag', async () => {
    for (const who of ['officer1', 'reviewer', 'head', 'coordinator', 'auditor', 'operator']) {
      const response = await get(of(), who);
      expect([who, response.status]).toEqual([who, 200]);
      expect(response.headers.get('etag')).toBe('"0"');
      expect(await json(response)).toMatchObject({ caseId, status: 'DM_FOUND', village: '东岭村', openObligations: 0 });
      const steps = await json(await get(of('/history'), who));
      expect(steps).toMatchObject({ events: [{ type: 'IllegalBuildingFound', revision: 0, position }] });
      expect(await list(who)).toEqual([caseId]);
    }
  });

  it('show their stage alone to the grid member and to finance', async () => {
    for (const who of ['grid', 'finance']) {
      const shown = await json(await get(of(), who));
      expect(shown).toMatchObject({ caseId, status: 'DM_FOUND', place: '东岭村3组水塘北侧' });
      expect(shown).not.toHaveProperty('obligations');
      expect(await refusal(await get(of('/history'), who))).toEqual([403, 'R-ALL-04']);
    }
  });

  it('do not exist beyond the cells and villages of an account', async () => {
    const created = await call('POST', '/api/v1/accounts', 'operator', {
      username: 'west',
      staffRef: '管理-02',
      post: '系统管理员',
      roles: ['ADMINISTRATOR'],
    });
    expect(created.status).toBe(201);
    const { account } = (await created.json()) as { account: { id: string } };
    expect(account.id).toHaveLength(36);
    const west = await call('PATCH', `/api/v1/accounts/${await idOf('coordinator')}`, 'operator', {
      villages: ['西河村'],
    });
    expect(west.status).toBe(200);
    await signInAgain('coordinator');
    expect(await refusal(await get(of(), 'coordinator'))).toEqual([404, 'R-ALL-01']);
    expect(await list('coordinator')).toEqual([]);
    await call('PATCH', `/api/v1/accounts/${await idOf('coordinator')}`, 'operator', { villages: ['东岭村'] });
    await signInAgain('coordinator');
    expect(await list('coordinator')).toEqual([caseId]);
  });

  it('are closed to the administrator and the statistician', async () => {
    for (const who of ['administrator', 'statistician']) {
      for (const path of ['/api/v1/cases', of(), of('/history'), of('/actions'), `/api/v1/cases/${absentCase}`]) {
        expect(await refusal(await get(path, who))).toEqual([403, 'R-ALL-04']);
      }
    }
  });

  it('say what is possible next, and why the rest is not', async () => {
    const { actions } = (await json(await get(of('/actions'), 'officer1'))) as {
      actions: { event: string; allowed: boolean; refusal?: { code: string } }[];
    };
    const of_ = (event: string) => actions.find((action) => action.event === event);
    expect(of_('SiteSurveyed')).toMatchObject({ event: 'SiteSurveyed' });
    expect(of_('DemolitionVerified')).toMatchObject({ allowed: false, refusal: { code: 'R-ALL-01' } });
    expect(of_('DeadlineMissed')).toMatchObject({ allowed: false, refusal: { code: 'R-ALL-04' } });
  });

  it('are as they were known', async () => {
    const before = position - 1;
    expect(await refusal(await get(`/api/v1/cases/${caseId}?asOf=${before}`, 'officer1'))).toEqual([404, 'R-ALL-01']);
    expect((await get(`/api/v1/cases/${caseId}?asOf=${position}`, 'officer1')).status).toBe(200);
    expect((await get(`/api/v1/cases/${caseId}?asOf=2022-03-03T00:00:00Z`, 'officer1')).status).toBe(200);
  });

  it('answer 404 to ids that name nothing and 503 to positions beyond the log', async () => {
    expect(await refusal(await get(`/api/v1/cases/${absentCase}`, 'officer1'))).toEqual([404, 'R-ALL-01']);
    expect((await get('/api/v1/cases/1', 'officer1')).status).toBe(404);
    const early = await get(`/api/v1/cases?atLeast=${position + 1_000_000}`, 'officer1');
    expect(early.status).toBe(503);
    expect(early.headers.get('retry-after')).toBeTruthy();
  });

  it('never change: R-ALL-09', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE']) {
      for (const path of ['', '/history', `/history/${randomUUID()}`]) {
        const response = await call(method, `/api/v1/cases/${caseId}${path}`, 'officer1');
        expect(await refusal(response)).toEqual([409, 'R-ALL-09']);
      }
    }
    expect((await call('DELETE', `/api/v1/cases/${caseId}`, undefined)).status).toBe(401);
  });

  it('refuse filters that mean nothing', async () => {
    for (const query of [
      'process=nothing',
      'limit=0',
      'openedFrom=2022-02-30',
      'after=x',
      'q=%00',
      'colour=red',
      'status=',
    ]) {
      expect([query, (await get(`/api/v1/cases?${query}`, 'officer1')).status]).toEqual([query, 400]);
    }
  });
});

describe('figures', () => {
  it('are for staff of the process and its statistics, each with its list', async () => {
    const figures = await json(await get(`/api/v1/figures?period=2022H1&asOf=${position}`, 'statistician'));
    expect(figures).toMatchObject({ period: '2022H1', position });
    for (const [id, value] of Object.entries(figures['figures'] as Record<string, number>)) {
      const entries = await json(await get(`/api/v1/figures/${id}/entries?period=2022H1`, 'statistician'));
      expect([id, entries['value']]).toEqual([id, value]);
    }
    for (const who of ['grid', 'administrator']) {
      expect(await refusal(await get('/api/v1/figures?period=2022H1', who))).toEqual([403, 'R-ALL-04']);
    }
  });

  it('open to an account of one village for that village alone', async () => {
    const figures = await json(await get('/api/v1/figures?period=2022H1', 'coordinator'));
    const [id] = Object.keys(figures['figures'] as object);
    const entries = (village: string) =>
      get(`/api/v1/figures/${id}/entries?period=2022H1${village && `&village=${village}`}`, 'coordinator');
    expect((await entries('东岭村')).status).toBe(200);
    expect((await entries('西河村')).status).toBe(403);
    expect((await entries('')).status).toBe(403);
  });

  it('refuse periods and ids that mean nothing', async () => {
    for (const period of ['', '2022', '2022H3', '2022-13', '0000H1', '2022H1%00']) {
      const expected = period === '2022' ? 200 : 400;
      expect([period, (await get(`/api/v1/figures?period=${period}`, 'auditor')).status]).toEqual([period, expected]);
    }
    expect((await get('/api/v1/figures/constructor/entries?period=2022H1', 'auditor')).status).toBe(404);
    expect((await get('/api/v1/figures/%00/entries?period=2022H1', 'auditor')).status).toBe(404);
  });
});

async function idOf(username: string): Promise<string> {
  const accounts = (await (await get('/api/v1/accounts', 'operator')).json()) as { id: string; username: string }[];
  return accounts.find((account) => account.username === username)?.id ?? '';
}

async function signInAgain(username: string): Promise<void> {
  const { password } = JSON.parse(announced[0] ?? '') as { password: string };
  const response = await call('POST', '/api/v1/session', undefined, { username, password });
  tokens.set(username, String((await json(response))['token']));
}
