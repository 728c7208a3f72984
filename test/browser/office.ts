import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { type Onebox, startOnebox } from '#foundation/testing';
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

interface Seat {
  readonly width?: number;
  readonly height?: number;
  readonly language?: 'zh' | 'en';
}

const desk = { width: 1280, height: 900 };
export const telephone = { width: 390, height: 844 };

/** The sample township on a one-box of its own, and browsers for its people. */
export class Office {
  private readonly passwords = new Map<Post, string>();
  private readonly people: Person[] = [];

  private constructor(
    readonly onebox: Onebox,
    private readonly browser: Browser,
  ) {}

  static async open(): Promise<Office> {
    const onebox = await startOnebox();
    const browser = await chromium.launch({
      executablePath: process.env.LIUHEN_CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
      ].concat(['--disable-component-update', '--disable-sync']),
    });
    const office = new Office(onebox, browser);
    await office.publish('grid-register', 'text/csv', readFileSync(join(samples, 'gridcodes.csv')));
    // The register of the sample, which has no statistician, and one.
    const register = `${readFileSync(join(samples, 'staff.csv'), 'utf8').trim()}\n统计-01,党政办统计员,STATISTICIAN\n`;
    await office.publish('staff-register', 'text/csv', register);
    await office.publish('baseline-date', 'application/json', JSON.stringify({ baselineDate: '2021-07-01' }));
    return office;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.onebox.stop();
  }

  /** Somebody with an account of the post, at a browser, not signed in yet. The password is one for a single use. */
  async stranger(post: Post, seat: Seat = {}): Promise<{ person: Person; username: string; password: string }> {
    const username = post.toLowerCase();
    const created = await this.asOperator('POST', '/api/v1/accounts', { username, ...posts[post] });
    return { person: await this.seat(seat), username, password: String(created.password) };
  }

  /** Somebody signed in, past the one-time password. */
  async member(post: Post, seat: Seat = {}): Promise<Person> {
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

  private async enrol(post: Post): Promise<string> {
    const username = post.toLowerCase();
    const { password: first } = await this.asOperator('POST', '/api/v1/accounts', { username, ...posts[post] });
    const own = `own-${randomUUID()}`;
    const headers = { 'content-type': 'application/json' };
    const signedIn = await fetch(`${this.onebox.baseUrl}/api/v1/session`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ username, password: first }),
    });
    const { token } = (await signedIn.json()) as { token: string };
    await fetch(`${this.onebox.baseUrl}/api/v1/session/password`, {
      method: 'POST',
      headers: { ...headers, authorization: `Bearer ${token}` },
      body: JSON.stringify({ present: first, next: own }),
    });
    this.passwords.set(post, own);
    return own;
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
