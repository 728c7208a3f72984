import { Body, Controller, Get, Headers, Module, Param, Post, Query } from '@nestjs/common';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino } from 'pino';
import { Refusal } from '#foundation/process';
import {
  AcceptsCsv,
  createServer,
  expectedRevisionOf,
  IntegerParam,
  KnownAt,
  requestIdOf,
  strict,
  StringListValue,
  StringValue,
  UuidParam,
} from './index.js';

class Place {
  @StringValue({ description: 'name', maxLength: 5 }) name!: string;
  @StringListValue({ description: 'tags', optional: true, among: ['A', 'B'] }) tags?: string[];
}

class Years {
  @IntegerParam({ description: 'year', min: 2000, max: 2100 }) year!: number;
}

class LogIsRestarting extends Error {}

const obligation = { code: 'REMEDY', key: '', openedBy: 'x', openedOn: '2022-01-01' };
const errors: Record<string, () => Error> = {
  rule: () => new Refusal('R-DEM-09', 'rule', { fields: [{ field: 'decidedOn', code: 'R-ALL-03' }] }),
  owed: () => new Refusal('R-ALL-10', 'conflict', { obligations: [obligation] }),
  stale: () => new Refusal('R-ALL-12', 'stale'),
  log: () => new LogIsRestarting(),
  postgres: () => Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }),
  bug: () => new TypeError('secret detail of the program'),
};

@Controller('things')
class ThingsController {
  @Post()
  create(@Body(strict(Place)) body: Place) {
    return { ...body };
  }
  @Post('files')
  @AcceptsCsv()
  file(@Body() body: Buffer) {
    return { bytes: body.length };
  }
  @Get('years')
  years(@Query(strict(Years)) query: Years) {
    return { ...query };
  }
  @Get('known')
  known(@Query(strict(KnownAt)) query: KnownAt) {
    return { ...query };
  }
  @Get('headers')
  headers(@Headers() headers: Record<string, string>) {
    return { requestId: requestIdOf(headers), revision: expectedRevisionOf(headers) };
  }
  @Get('by-id/:id')
  byId(@Param('id', UuidParam) id: string) {
    return { id };
  }
  @Get('fails/:how')
  fails(@Param('how') how: string) {
    throw errors[how]?.() ?? new Error('unknown');
  }
}

@Module({ controllers: [ThingsController] })
class ThingsModule {}

const logged: string[] = [];
let app: NestFastifyApplication;
let base: string;

beforeAll(async () => {
  const logger = pino({ level: 'warn' }, { write: (line: string) => void logged.push(line) });
  app = await createServer(ThingsModule, { logger, unavailable: [LogIsRestarting] });
  await app.listen(0, '127.0.0.1');
  base = await app.getUrl();
});
afterAll(() => app.close());

const get = (path: string, headers: Record<string, string> = {}) => fetch(base + path, { headers });
const post = (body: string, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  fetch(`${base}/things`, { method: 'POST', body, headers });
const problemOf = async (response: Response) => {
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  return (await response.json()) as Record<string, unknown> & { errors?: { field: string; code: string }[] };
};

describe('refusals become problem details', () => {
  it('with the status of their kind, the code, and the sentence in Chinese unless English is preferred', async () => {
    const response = await get('/things/fails/rule');
    expect(response.status).toBe(422);
    const problem = await problemOf(response);
    expect(problem).toMatchObject({
      type: 'urn:liuhen:problem:R-DEM-09',
      status: 422,
      code: 'R-DEM-09',
      title: '不符合规则',
      errors: [{ field: 'decidedOn', code: 'R-ALL-03', message: '业务日期早于其所依据步骤的日期。' }],
    });
    const english = await problemOf(await get('/things/fails/rule', { 'accept-language': 'zh;q=0.3, en-GB;q=0.9' }));
    expect(english.errors).toEqual([
      { field: 'decidedOn', code: 'R-ALL-03', message: 'The business date lies before the step it depends on.' },
    ]);
  });

  it('names every open obligation when closing is refused', async () => {
    const response = await get('/things/fails/owed');
    expect(response.status).toBe(409);
    expect(await problemOf(response)).toMatchObject({ code: 'R-ALL-10', obligations: [obligation] });
  });

  it('answers 412 to a revision that is no longer the last', async () => {
    expect((await get('/things/fails/stale')).status).toBe(412);
  });
});

describe('what passes by itself is 503 with Retry-After', () => {
  it.each(['log', 'postgres'])('%s', async (how) => {
    const response = await get(`/things/fails/${how}`);
    expect(response.status).toBe(503);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await problemOf(response)).toMatchObject({ code: 'UNAVAILABLE' });
  });
});

describe('an unexpected error', () => {
  it('is logged under an incident id and told to nobody', async () => {
    const response = await get('/things/fails/bug');
    expect(response.status).toBe(500);
    const text = await response.clone().text();
    expect(text).not.toContain('secret detail');
    const { incident } = await problemOf(response);
    expect(logged.some((line) => line.includes(String(incident)) && line.includes('secret detail'))).toBe(true);
  });
});

describe('addresses and methods', () => {
  it('answers 404 where there is nothing, and 405 with Allow where there is something else', async () => {
    const missing = await get('/nowhere');
    expect(missing.status).toBe(404);
    expect(await problemOf(missing)).toMatchObject({ code: 'NOT_FOUND' });
    const wrong = await fetch(`${base}/things/years?x=1`, { method: 'DELETE' });
    expect(wrong.status).toBe(405);
    expect(wrong.headers.get('allow')).toContain('GET');
  });

  it.each(['/things/by-id/1', '/things/by-id/..%2f..', '/things/by-id/%00', `/things/by-id/${'9'.repeat(36)}`])(
    'answers 404 to an id that is no UUID: %s',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );

  it.each(['/things/by-id/%zz', `/things/by-id/${'a'.repeat(300)}`, '/%e0%a4%a'])(
    'never fails on a broken address: %s',
    async (path) => {
      const response = await get(path);
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.status).toBeLessThan(500);
      await problemOf(response);
    },
  );

  it('carries the security headers on every answer', async () => {
    for (const path of ['/things/years?year=2022', '/nowhere']) {
      const { headers } = await get(path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    }
  });
});

describe('bodies', () => {
  it('takes exactly what is declared', async () => {
    const response = await post('{"name":"违建","tags":["A"]}');
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({ name: '违建', tags: ['A'] });
  });

  it.each([
    ['a missing field', '{}', [{ field: 'name', code: 'R-ALL-05' }]],
    ['an unknown field', '{"name":"x","nmae":"y"}', [{ field: 'nmae', code: 'UNKNOWN_FIELD' }]],
    ['a wrong type', '{"name":3}', [{ field: 'name', code: 'INVALID_VALUE' }]],
    ['a text that is too long', '{"name":"123456"}', [{ field: 'name', code: 'INVALID_VALUE' }]],
    ['a code outside its list', '{"name":"x","tags":["C"]}', [{ field: 'tags', code: 'INVALID_VALUE' }]],
  ])('names the field for %s', async (_, body, expected) => {
    const response = await post(body);
    expect(response.status).toBe(400);
    expect((await problemOf(response)).errors).toMatchObject(expected);
  });

  it.each([
    ['no JSON', '{"name":'],
    ['nothing', ''],
    ['a list', '[]'],
    ['null', 'null'],
    ['a prototype key', '{"name":"x","__proto__":{"admin":true}}'],
    ['a constructor key', '{"name":"x","constructor":{"prototype":{}}}'],
    ['NUL', '{"name":"a\\u0000b"}'],
    ['half a character', '{"name":"\\ud800"}'],
    ['a number beyond doubles', '{"name":1e999}'],
    ['depth', `{"name":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  ])('refuses %s with 400', async (_, body) => {
    const response = await post(body);
    expect(response.status).toBe(400);
    expect(await problemOf(response)).toMatchObject({ code: 'MALFORMED_REQUEST' });
  });

  it('answers 415 to other content types, CSV on a JSON route among them, and 413 above one mebibyte', async () => {
    for (const type of ['application/xml', 'text/plain', 'text/csv', 'application/x-www-form-urlencoded']) {
      const response = await post('name=x', { 'content-type': type });
      expect(response.status).toBe(415);
      expect(await problemOf(response)).toMatchObject({ code: 'UNSUPPORTED_MEDIA_TYPE' });
    }
    for (const charset of ['gbk', 'utf-99', 'utf-16']) {
      const response = await post('{"name":"x"}', { 'content-type': `application/json; charset=${charset}` });
      expect(response.status).toBe(415);
    }
    const large = await post(`{"name":"${'x'.repeat(1024 * 1024)}"}`);
    expect(large.status).toBe(413);
    expect(await problemOf(large)).toMatchObject({ code: 'TOO_LARGE' });
  });

  it('takes CSV where a route says so, larger than a JSON body may be', async () => {
    const file = 'x'.repeat(2 * 1024 * 1024);
    const headers = { 'content-type': 'text/csv; charset=utf-8' };
    const response = await fetch(`${base}/things/files`, { method: 'POST', body: file, headers });
    expect(await response.json()).toEqual({ bytes: file.length });
  });

  it('refuses writes from another site', async () => {
    const json = { 'content-type': 'application/json' };
    const body = '{"name":"x"}';
    expect((await post(body, { ...json, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await post(body, { ...json, origin: 'https://evil.example' })).status).toBe(403);
    expect((await post(body, { ...json, origin: base })).status).toBe(201);
  });
});

describe('query parameters', () => {
  it('reads whole numbers and refuses everything else', async () => {
    expect(await (await get('/things/years?year=2022')).json()).toEqual({ year: 2022 });
    for (const bad of [
      '',
      '?year=',
      '?year=1999',
      '?year=2022.5',
      '?year=2e3',
      '?year=2022&year=2023',
      '?year=x',
      '?yaer=2022&year=2022',
    ]) {
      expect((await get(`/things/years${bad}`)).status).toBe(400);
    }
  });

  it.each(['constructor', 'toString', '__proto__', 'yaer'])('refuses the unknown name %s in a query', async (name) => {
    const answer = await get(`/things/years?year=2022&${name}=1`);
    expect([answer.status, ((await answer.json()) as { errors: unknown }).errors]).toEqual([
      400,
      [expect.objectContaining({ field: name, code: 'UNKNOWN_FIELD' })],
    ]);
  });

  it('reads asOf as a position or as an instant', async () => {
    expect(await (await get('/things/known?asOf=42&atLeast=7')).json()).toEqual({ asOf: { position: 42 }, atLeast: 7 });
    expect(await (await get('/things/known?asOf=2022-07-01T08:00:00%2B08:00')).json()).toEqual({
      asOf: { instant: '2022-07-01T00:00:00.000Z' },
    });
    for (const bad of ['-1', '99999999999999999999', '2022-07-01', '2022-02-30T99:00:00Z', 'now', '%00']) {
      expect((await get(`/things/known?asOf=${bad}`)).status).toBe(400);
    }
    expect((await get('/things/known?asOf=1&asOf=2')).status).toBe(400);
  });
});

describe('headers', () => {
  const headers = (values: Record<string, string>) => get('/things/headers', values);

  it('takes the idempotency key as it is and makes one up where there is none', async () => {
    expect(await (await headers({ 'idempotency-key': 'case-1/step-2' })).json()).toEqual({
      requestId: 'case-1/step-2',
    });
    expect(await (await headers({})).json()).toEqual({
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    });
    for (const bad of ['a b', 'x'.repeat(201)]) {
      expect((await headers({ 'idempotency-key': bad })).status).toBe(400);
    }
  });

  it('takes one strong revision tag', async () => {
    expect(await (await headers({ 'if-match': '"12"' })).json()).toMatchObject({ revision: 12 });
    for (const bad of ['12', 'W/"12"', '"01"', '"-1"', '"1", "2"', '*', '"1234567890123456"']) {
      expect((await headers({ 'if-match': bad })).status).toBe(400);
    }
  });
});
