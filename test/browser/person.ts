import { AxeBuilder } from '@axe-core/playwright';
import { type BrowserContext, type Locator, type Page } from 'playwright-core';
import { type Catalogue, type Field, typed } from './catalogue.js';

/** What a form is given, by the label of each field, as a person types or picks it. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

type Values = Readonly<Record<string, unknown>>;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Long enough for a busy machine, short enough for a test that fails. */
const patienceMs = 20_000;

/** Somebody at a browser of their own. Everything the browser complains about is kept, to be held against the page. */
export class Person {
  /** Errors and warnings of the console and of scripts; a refusal that a test provokes is none of them. */
  readonly complaints: string[] = [];
  /** Addresses beyond this machine that the page asked for. */
  readonly strayRequests: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly baseUrl: string,
  ) {
    page.setDefaultTimeout(patienceMs);
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (message) => {
      if (!['error', 'warning'].includes(message.type())) return;
      // The browser notes every answer of 400 and above by itself, also where the page shows it as it should.
      const refused = /status of 4\d\d/.test(message.text()) && message.location().url.includes('/commands/');
      if (!refused) this.complaints.push(`${message.text()} ${message.location().url}`);
    });
    page.on('request', (request) => {
      const address = request.url();
      if (!address.startsWith(baseUrl) && !/^(blob|data):/.test(address)) this.strayRequests.push(address);
    });
  }

  static async sitDown(context: BrowserContext, baseUrl: string): Promise<Person> {
    return new Person(await context.newPage(), context, baseUrl);
  }

  async signIn(username: string, password: string): Promise<void> {
    await this.page.goto(this.baseUrl);
    await this.page.getByLabel('用户名').fill(username);
    await this.page.getByLabel('密码', { exact: true }).fill(password);
    await this.page.getByRole('button', { name: '登录' }).click();
  }

  async open(path: string): Promise<void> {
    await this.page.goto(this.baseUrl + path);
  }

  /** Opens the form of a step, fills it in and sends it. */
  async record(step: string, typed: Typed): Promise<void> {
    await this.page.getByRole('button', { name: step, exact: true }).click();
    await this.fillIn(typed);
    await this.send();
  }

  async send(): Promise<void> {
    await this.form.getByRole('button', { name: '确认记录' }).click();
  }

  /** As `send`, and once more when the deadline clock was faster: it soon records what examples of old days have missed. */
  async sendPastTheClock(): Promise<void> {
    await this.send();
    const changed = this.form.getByText('其间案件已有变化');
    await Promise.race([this.form.waitFor({ state: 'detached' }), changed.waitFor()]);
    if (await changed.isVisible()) await this.send();
  }

  /** The form is gone and the step stands in the timeline. */
  async hasRecorded(step: string): Promise<void> {
    await this.form.waitFor({ state: 'detached' });
    await this.page.locator('.timeline').getByText(step, { exact: true }).first().waitFor();
  }

  get form(): Locator {
    return this.page.getByRole('dialog');
  }

  /** Fills in the form of a step from its fields as stored, lists and structures within it too. */
  async fillInStored(catalogue: Catalogue, fields: readonly Field[], body: Values, at = this.form): Promise<void> {
    for (const field of fields.filter(({ name }) => body[name] !== undefined)) {
      const values = [body[field.name]].flat();
      if (field.fields) await this.fillInRows(catalogue, field, values as Values[], at);
      else
        for (const [index, value] of values.entries())
          await this.put(field.label.zh, typed(catalogue, field, value), at, index);
    }
  }

  private async fillInRows(catalogue: Catalogue, field: Field, items: readonly Values[], at: Locator): Promise<void> {
    const list = at.getByRole('group', { name: field.label.zh });
    for (const [index, item] of items.entries()) {
      const rows = list.locator('.struct-row');
      if ((await rows.count()) <= index) await list.getByRole('button', { name: '添加一项' }).last().click();
      await this.fillInStored(catalogue, field.fields ?? [], item, rows.nth(index));
    }
  }

  async fillIn(typed: Typed): Promise<void> {
    for (const [label, value] of Object.entries(typed)) {
      for (const [index, each] of [value].flat().entries()) await this.put(label, each, this.form, index);
    }
  }

  /** The part of the form that belongs to a label: label, control and whatever is said about it. */
  field(label: string, at = this.form): Locator {
    const named = this.page.locator('label', { hasText: new RegExp(`^${escaped(label)}(\\s\\(.+\\))?$`) });
    return at.locator('.ant-form-item').filter({ has: named }).last();
  }

  /** `index` tells which of several values of a list this is. */
  private async put(label: string, value: string, at: Locator, index: number): Promise<void> {
    const item = this.field(label, at);
    await item.waitFor();
    if ((await item.locator('.ant-radio-group').count()) > 0) {
      await item.getByText(value, { exact: true }).click();
    } else if ((await item.locator('.ant-picker').count()) > 0) {
      await item.locator('input').fill(value);
      await item.locator('input').press('Enter');
      await item.locator('input').press('Tab');
    } else if ((await item.locator('.ant-select').count()) > 0) {
      await this.pick(item, value);
    } else {
      if (index > 0) await item.getByRole('button', { name: '添加一项' }).click();
      await item.locator('input, textarea:visible').nth(index).fill(value);
    }
  }

  private async pick(item: Locator, value: string): Promise<void> {
    const box = item.getByRole('combobox');
    // Typing opens the choices too. On a telephone those of the value before may still lie over the box.
    if (await box.isEditable()) await box.fill(value);
    else await box.click();
    const options = this.page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option');
    // A list of free texts offers nothing to pick from: what is typed is taken.
    if ((await box.getAttribute('aria-expanded')) === 'true') await options.filter({ hasText: value }).first().click();
    else await box.press('Enter');
    // Leaving by Tab would pick what the list of a field with several values happens to point at.
    await box.blur();
  }

  /** Violations that keep people from using the view, as axe sees it: rule and place. */
  async barriers(): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page: this.page }).analyze();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
  }

  /** By how many pixels the page or its form is wider than the screen: they may scroll down, never sideways. */
  sticksOut(): Promise<number> {
    return this.page
      .evaluate<number>(`Math.max(0, ...[document.documentElement, ...document.querySelectorAll('.ant-drawer-body')]
      .map((each) => each.scrollWidth - each.clientWidth))`);
  }

  async leave(): Promise<void> {
    await this.context.close();
  }
}
