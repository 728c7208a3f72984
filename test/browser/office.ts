import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { cast, type CastMember, cells, type ExampleStep } from '#foundation/given';
import { type Onebox, startOnebox } from '#foundation/testing';
import { type Catalogue } from './catalogue.js';
import { Person } from './person.js';

export const samples = join(import.meta.dirname, '../../samples');
export const ledger = '控建拆违台账.csv';

/** Posts of the sample township; the codes are those of its staff register. */
const posts = {
  officer: { staffRef: '执法-01', post: '综合执法人员', roles: ['ENFORCEMENT_OFFICER'] },
  colleague: { staffRef: '执法-02', post: '综合执法人员', roles: ['ENFORCEMENT_OFFICER'] },
  head: { staffRef: '批准-01', post: '机关负责人', roles: ['APPROVING_HEAD'] },
  gridMember: { staffRef: '网格-01', post: '网格员', roles: ['GRID_MEMBER'], grids: ['WG-01-01'] },
  coordinator: { staffRef: '协管-01', post: '村级协管员', roles: ['VILLAGE_COORDINATOR'], villages: ['东岭村'] },
  statistician: { staffRef: '统计-01', post: '党政办统计员', roles: ['STATISTICIAN'] },
  finance: { staffRef: '财政-01', post: '财政所', roles: ['FINANCE_OFFICER'] },
  administrator: { staffRef: '管理-01', post: '系统管理员', roles: ['ADMINISTRATOR'] },
} as const;

export type Post = keyof typeof posts;

interface Account {
  readonly staffRef: string;
  readonly post: string;
  readonly roles: readonly string[];
  readonly grids?: readonly string[];
  readonly villages?: readonly string[];
}

/** Who works at the office: the posts of the sample township, or the people of the examples. */
const staffOf = {
  sample: posts as Readonly<Record<string, Account>>,
  examples: Object.fromEntries(
    Object.entries(cast).map(([who, { code, post, roles, grids, villages }]) => [
      who,
      { staffRef: code, post, roles, grids, villages },
    ]),
  ) as Readonly<Record<string, Account>>,
};
type Somebody = Post | CastMember;

interface Seat {
  readonly width?: number;
  readonly height?: number;
  readonly language?: 'zh' | 'en';
}

const kebab = (name: string): string => name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();
/** Where a program lies, of which tools/test.mjs has seen to it that it is there. */
const onPath = (program: string): string =>
  execFileSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).trim();
const desk = { width: 1280, height: 900 };
export const telephone = { width: 390, height: 844 };

/** A township on a one-box of its own, and browsers for its people. */
export class Office {
  private readonly passwords = new Map<Somebody, string>();
  private readonly tokens = new Map<Somebody, string>();
  private readonly people: Person[] = [];

  private constructor(
    readonly onebox: Onebox,
    private readonly browser: Browser,
    private readonly staff: Readonly<Record<string, Account>>,
  ) {}

  static async open(township: 'sample' | 'examples' = 'sample'): Promise<Office> {
    const onebox = await startOnebox({ env: { LIUHEN_RATE_LIMIT: 'off' } });
    const browser = await chromium.launch({
      executablePath: process.env.LIUHEN_CHROMIUM ?? onPath('chromium'),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
      ].concat(['--disable-component-update', '--disable-sync']),
    });
    const office = new Office(onebox, browser, staffOf[township]);
    if (township === 'sample') await office.publishSample();
    else await office.publishExamples();
    await office.set('baseline-date', { baselineDate: '2021-07-01' });
    return office;
  }

  private async publishSample(): Promise<void> {
    await this.publish('grid-register', 'text/csv', readFileSync(join(samples, 'gridcodes.csv')));
    // The register of the sample, which has no statistician, and one.
    const register = `${readFileSync(join(samples, 'staff.csv'), 'utf8').trim()}\n统计-01,党政办统计员,STATISTICIAN\n`;
    await this.publish('staff-register', 'text/csv', register);
  }

  private async publishExamples(): Promise<void> {
    await this.set('grid-register', { cells });
    await this.set('staff-register', { staff: Object.values(cast) });
    await this.set('enterprise-register', { enterprises: [{ code: '企业-0001' }, { code: '企业-0002' }] });
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.onebox.stop();
  }

  /** Somebody with an account of the post, at a browser, not signed in yet. The password is one for a single use. */
  async stranger(post: Somebody, seat: Seat = {}): Promise<{ person: Person; username: string; password: string }> {
    const username = post.toLowerCase();
    const created = await this.asOperator('POST', '/api/v1/accounts', { username, ...this.staff[post] });
    return { person: await this.seat(seat), username, password: String(created.password) };
  }

  /** Somebody signed in, past the one-time password. */
  async member(post: Somebody, seat: Seat = {}): Promise<Person> {
    const username = post.toLowerCase();
    const password = this.passwords.get(post) ?? (await this.enrol(post));
    const person = await this.seat(seat);
    await person.signIn(username, password);
    await person.page.getByTestId('who').waitFor();
    if (seat.language === 'en') {
      await person.page.getByLabel('语言').click();
      await person.page.locator('.ant-select-item-option').getByText('English').click();
      await person.page.getByRole('button', { name: 'Sign out' }).waitFor();
    }
    return person;
  }

  /** Everything that a browser complained about since the office opened, and every address beyond this machine. */
  complaints(): string[] {
    return this.people.flatMap(({ complaints, strayRequests }) => [...complaints, ...strayRequests]);
  }

  /** Takes a step over HTTP, for what a story does not tell at a browser. @returns the case */
  async take(process: string, caseId: string | undefined, { command, body, by }: ExampleStep): Promise<string> {
    if (typeof by !== 'string' || typeof body === 'function')
      throw new Error(`${command} cannot be taken as it stands`);
    const at = caseId === undefined ? '' : `/${caseId}`;
    const answer = await fetch(`${this.onebox.baseUrl}/api/v1/${process}${at}/commands/${kebab(command)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await this.tokenOf(by)}` },
      body: JSON.stringify(body),
    });
    if (answer.status !== 201) throw new Error(`${command} was refused: ${await answer.text()}`);
    return String(((await answer.json()) as { caseId: string }).caseId);
  }

  /** The product's description of itself, as the page is given it. */
  async catalogue(): Promise<Catalogue> {
    return (await this.asOperator('GET', '/api/v1/catalogue')) as unknown as Catalogue;
  }

  async importLedger(): Promise<void> {
    const file = readFileSync(join(samples, ledger));
    const query = new URLSearchParams({ fileName: ledger }).toString();
    const taken = await this.answer('POST', `/api/v1/imports?${query}`, 'text/csv', file);
    for (let state = ''; state !== 'done';) {
      await new Promise((resume) => setTimeout(resume, 200));
      ({ state } = (await this.asOperator('GET', `/api/v1/imports/${String(taken.id)}`)) as { state: string });
    }
  }

  private async seat({ width = desk.width, height = desk.height }: Seat): Promise<Person> {
    const context = await this.browser.newContext({ viewport: { width, height }, acceptDownloads: true });
    const person = await Person.sitDown(context, this.onebox.baseUrl);
    this.people.push(person);
    return person;
  }

  private async enrol(post: Somebody): Promise<string> {
    const username = post.toLowerCase();
    const { password: first } = await this.asOperator('POST', '/api/v1/accounts', { username, ...this.staff[post] });
    const own = `own-${randomUUID()}`;
    const token = await this.tokenFor(username, String(first));
    await fetch(`${this.onebox.baseUrl}/api/v1/session/password`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ present: first, next: own }),
    });
    this.passwords.set(post, own);
    return own;
  }

  private async tokenOf(post: Somebody): Promise<string> {
    const known = this.tokens.get(post);
    if (known) return known;
    const token = await this.tokenFor(post.toLowerCase(), this.passwords.get(post) ?? (await this.enrol(post)));
    this.tokens.set(post, token);
    return token;
  }

  private async tokenFor(username: string, password: string): Promise<string> {
    const signedIn = await fetch(`${this.onebox.baseUrl}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
    return ((await signedIn.json()) as { token: string }).token;
  }

  private set(part: string, body: object): Promise<unknown> {
    return this.publish(part, 'application/json', JSON.stringify(body));
  }

  private publish(part: string, type: string, body: string | Uint8Array<ArrayBuffer>): Promise<unknown> {
    return this.answer('POST', `/api/v1/settings/${part}`, type, body);
  }

  private asOperator(method: string, path: string, body?: object): Promise<Record<string, unknown>> {
    return this.answer(method, path, 'application/json', body && JSON.stringify(body));
  }

  private async answer(method: string, path: string, type: string, body?: string | Uint8Array<ArrayBuffer>) {
    const headers = body === undefined ? undefined : { 'content-type': type };
    const answer = await this.onebox.operatorFetch(path, { method, headers, body });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Record<string, unknown>;
  }
}
