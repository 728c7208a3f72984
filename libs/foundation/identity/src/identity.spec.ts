import { Controller, Get, Module } from '@nestjs/common';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Pool } from 'pg';
import { pino } from 'pino';
import { createServer, RateLimiter } from '#foundation/http';
import { type Backends, startBackends } from '#foundation/testing';
import { Accounts } from './accounts.js';
import { createFirstAdministrator } from './first-start.js';
import { CurrentPrincipal, Public, RequireRoles } from './guard.js';
import { IdentityModule } from './identity.module.js';
import { ADMINISTRATOR, type Principal } from './principal.js';
import { migrateVault, openVault, type Vault } from './vault.js';

@Controller('probe')
class ProbeController {
  @Get('open') @Public() open() {
    return { open: true };
  }
  @Get('me') me(@CurrentPrincipal() principal: Principal) {
    return principal;
  }
  @Get('heads') @RequireRoles('APPROVING_HEAD') heads() {
    return { heads: true };
  }
}

const operatorToken = 'an-operator-token-of-the-machine';
const registered: Record<string, string[]> = { '执法-01': ['ENFORCEMENT_OFFICER'], '批准-01': ['APPROVING_HEAD'] };

let backends: Backends;
let pool: Pool;
let vault: Vault;
let accounts: Accounts;
let app: NestFastifyApplication;
let base: string;
let first: Awaited<ReturnType<typeof createFirstAdministrator>>;

async function serve(limiter?: RateLimiter): Promise<NestFastifyApplication> {
  @Module({
    imports: [
      IdentityModule.forRoot({
        pool,
        staff: { rolesOf: (staffRef) => registered[staffRef] },
        secureCookies: false,
        operatorToken,
        limiter,
      }),
    ],
    controllers: [ProbeController],
  })
  class ProbeModule {}
  const server = await createServer(ProbeModule, { logger: pino({ level: 'silent' }) });
  await server.listen(0, '127.0.0.1');
  return server;
}

beforeAll(async () => {
  backends = await startBackends({ postgres: true });
  pool = new Pool({ connectionString: backends.databaseUrl, max: 4 });
  pool.on('error', () => undefined);
  vault = openVault(pool);
  await Promise.all([migrateVault(vault), migrateVault(vault)]);
  accounts = new Accounts(vault);
  first = await createFirstAdministrator(accounts);
  app = await serve();
  base = await app.getUrl();
});
afterAll(async () => {
  await app.close();
  await pool.end();
  await backends.stop();
});

const call = (method: string, path: string, options: { body?: unknown; headers?: Record<string, string> } = {}) =>
  fetch(base + path, {
    method,
    headers: {
      ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...options.headers,
    },
    body: options.body === undefined ? undefined : JSON.stringify(options.body),
  });
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const asOperator = { headers: bearer(operatorToken) };
const signIn = (username: string, password: string) =>
  call('POST', '/api/v1/session', { body: { username, password } });
const tokenOf = async (response: Response) => ((await response.json()) as { token: string }).token;
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;

let nextName = 0;
async function newAccount(staffRef: string, roles: string[]) {
  const password = 'a long enough password';
  const { account } = await accounts.create(
    { username: `user${nextName++}`, staffRef, post: '综合执法人员', roles, grids: ['WG-01-01'], villages: [] },
    password,
  );
  return { ...account, password };
}

describe('the first administrator', () => {
  it('is created once, with a one-time password that is nowhere in clear and has to be replaced', async () => {
    expect(first?.password).toMatch(/^[\w-]{20}$/);
    expect(await createFirstAdministrator(accounts)).toBeUndefined();
    const stored = await vault.selectFrom('vault.account').select('password_hash').executeTakeFirstOrThrow();
    expect(stored.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);

    const response = await signIn('admin', first?.password ?? '');
    expect(response.status).toBe(200);
    const token = await tokenOf(response);
    const barred = await call('GET', '/api/v1/accounts', { headers: bearer(token) });
    expect(barred.status).toBe(403);
    expect(await codeOf(barred)).toBe('PASSWORD_CHANGE_REQUIRED');
    const replaced = await call('POST', '/api/v1/session/password', {
      headers: bearer(token),
      body: { present: first?.password, next: 'correct horse battery' },
    });
    expect(replaced.status).toBe(204);
    expect((await call('GET', '/probe/me', { headers: bearer(token) })).status).toBe(401);
    const again = await tokenOf(await signIn('ADMIN', 'correct horse battery'));
    expect((await call('GET', '/api/v1/accounts', { headers: bearer(again) })).status).toBe(200);
  });
});

describe('signing in', () => {
  it('gives a session cookie that scripts and other sites cannot use, and a token for programs', async () => {
    const officer = await newAccount('执法-01', ['ENFORCEMENT_OFFICER']);
    const response = await signIn(officer.username, officer.password);
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^liuhen_session=[\w-]{43}; .*HttpOnly; SameSite=Strict$/);
    const token = await tokenOf(response);
    const me = await call('GET', '/probe/me', { headers: { cookie: `other=1; liuhen_session=${token}` } });
    expect(await me.json()).toEqual({
      staffRef: '执法-01',
      roles: ['ENFORCEMENT_OFFICER'],
      grids: ['WG-01-01'],
      villages: [],
      kind: 'account',
    });
    const rows = await vault.selectFrom('vault.session').select('token_hash').execute();
    expect(rows.map(({ token_hash }) => token_hash)).not.toContain(token);

    expect((await call('DELETE', '/api/v1/session', { headers: bearer(token) })).status).toBe(204);
    expect((await call('GET', '/probe/me', { headers: bearer(token) })).status).toBe(401);
  });

  it('answers the same to an unknown name, a wrong password and a disabled account', async () => {
    const officer = await newAccount('执法-02', ['ENFORCEMENT_OFFICER']);
    const disabled = await newAccount('执法-03', ['ENFORCEMENT_OFFICER']);
    await accounts.change(disabled.id, { disabled: true });
    const answers = await Promise.all([
      signIn('nobody', 'some password'),
      signIn(officer.username, 'some password'),
      signIn(disabled.username, disabled.password),
    ]);
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
    expect(new Set(texts).size).toBe(1);
  });

  it('stops guessing after five wrong passwords, even when they are sent at once', async () => {
    const officer = await newAccount('执法-04', ['ENFORCEMENT_OFFICER']);
    const answers = await Promise.all(Array.from({ length: 20 }, () => signIn(officer.username, 'a wrong password')));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    const refused = answers.find(({ status }) => status === 429);
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await signIn(officer.username, officer.password)).status).toBe(429);
  });

  it('is refused from another site', async () => {
    const response = await call('POST', '/api/v1/session', {
      body: { username: 'admin', password: 'x' },
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(response.status).toBe(403);
  });
});

describe('before every route', () => {
  it('lets strangers reach only what is public', async () => {
    expect((await call('GET', '/probe/open')).status).toBe(200);
    for (const headers of [{}, bearer('x'), bearer('A'.repeat(43)), { authorization: 'Basic YTpi' }]) {
      const response = await call('GET', '/probe/me', { headers });
      expect(response.status).toBe(401);
      expect(await codeOf(response)).toBe('SIGN_IN_REQUIRED');
    }
  });

  it('refuses a role that is not held with R-ALL-04', async () => {
    const officer = await newAccount('执法-05', ['ENFORCEMENT_OFFICER']);
    const head = await newAccount('批准-02', ['APPROVING_HEAD']);
    const officerToken = await tokenOf(await signIn(officer.username, officer.password));
    const headToken = await tokenOf(await signIn(head.username, head.password));
    const refused = await call('GET', '/probe/heads', { headers: bearer(officerToken) });
    expect(refused.status).toBe(403);
    expect(await codeOf(refused)).toBe('R-ALL-04');
    expect((await call('GET', '/probe/heads', { headers: bearer(headToken) })).status).toBe(200);
  });

  it('knows the operator by its token from this machine, and not through a proxy or by cookie', async () => {
    const me = (await (await call('GET', '/probe/me', asOperator)).json()) as Principal;
    expect(me).toMatchObject({ staffRef: 'operator', kind: 'operator' });
    expect(me.roles).toContain(ADMINISTRATOR);
    const disguised: Record<string, string>[] = [
      { ...bearer(operatorToken), 'x-forwarded-for': '203.0.113.9' },
      { cookie: `liuhen_session=${operatorToken}` },
      bearer(`${operatorToken}x`),
    ];
    for (const headers of disguised) {
      expect((await call('GET', '/probe/me', { headers })).status).toBe(401);
    }
  });

  it('brakes a caller that is too fast', async () => {
    const braked = await serve(new RateLimiter(0.001, 2));
    try {
      const url = `${await braked.getUrl()}/probe/open`;
      const statuses = [await fetch(url), await fetch(url), await fetch(url)].map(({ status }) => status);
      expect(statuses).toEqual([200, 200, 429]);
    } finally {
      await braked.close();
    }
  });
});

describe('administering accounts', () => {
  const body = { username: 'jian', staffRef: '执法-01', post: '综合执法人员', roles: ['ENFORCEMENT_OFFICER'] };

  it('is the administrator alone', async () => {
    const head = await newAccount('批准-03', ['APPROVING_HEAD']);
    const token = await tokenOf(await signIn(head.username, head.password));
    for (const [method, path] of [
      ['GET', '/api/v1/accounts'],
      ['POST', '/api/v1/accounts'],
      ['PATCH', `/api/v1/accounts/${head.id}`],
      ['POST', `/api/v1/accounts/${head.id}/password`],
    ] as const) {
      const response = await call(method, path, { headers: bearer(token), ...(method === 'GET' ? {} : { body }) });
      expect(response.status).toBe(403);
      expect(await codeOf(response)).toBe('R-ALL-04');
    }
  });

  it('gives a one-time password once and never shows a hash', async () => {
    registered['执法-20'] = ['ENFORCEMENT_OFFICER'];
    const response = await call('POST', '/api/v1/accounts', { ...asOperator, body: { ...body, staffRef: '执法-20' } });
    expect(response.status).toBe(201);
    const created = (await response.json()) as { account: { id: string }; password: string };
    expect(created.account).toMatchObject({ username: 'jian', mustChange: true, disabled: false, grids: [] });
    expect((await signIn('jian', created.password)).status).toBe(200);
    const list = await (await call('GET', '/api/v1/accounts', asOperator)).text();
    expect(list).toContain('"jian"');
    expect(list).not.toContain('argon2');
    const taken = await call('POST', '/api/v1/accounts', { ...asOperator, body: { ...body, staffRef: '执法-20' } });
    expect(taken.status).toBe(409);
    expect(await codeOf(taken)).toBe('NAME_TAKEN');
  });

  it('gives nobody a role that the staff register does not', async () => {
    for (const wrong of [
      { ...body, username: 'unknown', staffRef: '执法-99' },
      { ...body, username: 'toomuch', staffRef: '批准-01' },
    ]) {
      expect((await call('POST', '/api/v1/accounts', { ...asOperator, body: wrong })).status).toBe(422);
    }
    const machine = { ...body, roles: ['SYSTEM_CLOCK'] };
    expect((await call('POST', '/api/v1/accounts', { ...asOperator, body: machine })).status).toBe(400);
  });

  it('ends the sessions of an account whose roles, password or standing change, at once', async () => {
    registered['执法-21'] = ['ENFORCEMENT_OFFICER'];
    const officer = await newAccount('执法-21', ['ENFORCEMENT_OFFICER']);
    const path = `/api/v1/accounts/${officer.id}`;
    const reset = async () => {
      const response = await call('POST', `${path}/password`, asOperator);
      return ((await response.json()) as { password: string }).password;
    };
    const usable = async (password: string) => {
      const token = await tokenOf(await signIn(officer.username, password));
      expect((await call('GET', '/api/v1/session', { headers: bearer(token) })).status).toBe(200);
      return token;
    };
    const isOut = async (token: string) =>
      expect((await call('GET', '/api/v1/session', { headers: bearer(token) })).status).toBe(401);

    let token = await usable(officer.password);
    const oneTime = await reset();
    await isOut(token);
    token = await usable(oneTime);
    expect((await call('PATCH', path, { ...asOperator, body: { grids: ['WG-02-01'] } })).status).toBe(200);
    await isOut(token);
    token = await usable(oneTime);
    expect((await call('PATCH', path, { ...asOperator, body: { disabled: true } })).status).toBe(200);
    await isOut(token);
    expect((await signIn(officer.username, oneTime)).status).toBe(401);
  });

  it('keeps at least one administrator, also against two changes at once', async () => {
    const all = (await accounts.list()).filter(({ roles, disabled }) => roles.includes(ADMINISTRATOR) && !disabled);
    const second = await newAccount('administrator-2', [ADMINISTRATOR]);
    const answers = await Promise.all(
      [...all, second].map(({ id }) =>
        call('PATCH', `/api/v1/accounts/${id}`, { ...asOperator, body: { disabled: true } }),
      ),
    );
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(1);
    expect(await accounts.hasAdministrator()).toBe(true);
  });

  it('refuses malformed requests', async () => {
    const path = '/api/v1/accounts';
    expect((await call('PATCH', `${path}/nobody`, { ...asOperator, body: { post: 'x' } })).status).toBe(404);
    const absent = `${path}/00000000-0000-4000-8000-000000000000`;
    expect((await call('PATCH', absent, { ...asOperator, body: { post: 'x' } })).status).toBe(404);
    expect((await call('POST', `${absent}/password`, asOperator)).status).toBe(404);
    expect((await call('PATCH', absent, { ...asOperator, body: {} })).status).toBe(400);
    expect((await call('POST', path, { ...asOperator, body: { ...body, username: 'A B' } })).status).toBe(400);
    expect((await call('POST', path, { ...asOperator, body: { ...body, admin: true } })).status).toBe(400);
  });
});
