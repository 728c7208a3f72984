import { randomUUID } from 'node:crypto';
import { demolition } from '#cases/demolition';
import { cast, type CastMember, cells, type ExampleStep } from '#foundation/given';
import { type Process } from '#foundation/process';
import { type Onebox, startOnebox } from '#foundation/testing';

/** The cases as the API answers them: named here only as far as tests look at them. */
export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Headers;
}

export interface Sending {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A township on a one-box of its own: settings published, everybody of the cast with an account, all over HTTP. */
export class Township {
  private readonly tokens = new Map<CastMember, Promise<string>>();
  private serial = 0;

  private constructor(readonly onebox: Onebox) {}

  static async open(): Promise<Township> {
    const onebox = await startOnebox({ env: { LIUHEN_RATE_LIMIT: 'off' } });
    const township = new Township(onebox);
    try {
      await township.publish('grid-register', { cells });
      await township.publish('staff-register', { staff: Object.values(cast) });
      await township.publish('baseline-date', { baselineDate: '2021-07-01' });
    } catch (error) {
      await onebox.stop();
      throw error;
    }
    return township;
  }

  close(): Promise<void> {
    return this.onebox.stop();
  }

  async publish(part: string, body: unknown): Promise<void> {
    const answer = await this.asOperator(`/api/v1/settings/${part}`, { method: 'POST', body });
    if (answer.status !== 201) throw new Error(`${part} was not published: ${JSON.stringify(answer.body)}`);
  }

  asOperator(path: string, sending: Sending = {}): Promise<Answer> {
    return this.send(path, this.onebox.run.operatorToken, sending);
  }

  async as(who: CastMember, path: string, sending: Sending = {}): Promise<Answer> {
    return this.send(path, await this.tokenOf(who), sending);
  }

  /** Any request at all; without a token, as a stranger. */
  async send(path: string, token: string | undefined, { method = 'GET', body, headers }: Sending): Promise<Answer> {
    const response = await fetch(`${this.onebox.baseUrl}${path}`, {
      method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {},
    };
  }

  /** The session of somebody: an account is made for them when they are first asked for anything. */
  tokenOf(who: CastMember): Promise<string> {
    let token = this.tokens.get(who);
    if (!token) this.tokens.set(who, (token = this.signUp(who)));
    return token;
  }

  private async signUp(who: CastMember): Promise<string> {
    const { code, post, roles, grids, villages } = cast[who];
    const username = who.toLowerCase();
    const account = { username, staffRef: code, post, roles, grids, villages };
    const created = await this.asOperator('/api/v1/accounts', { method: 'POST', body: account });
    if (created.status !== 201) throw new Error(`no account for ${who}: ${JSON.stringify(created.body)}`);
    const first = String(created.body.password);
    const own = `own-${randomUUID()}`;
    const once = await this.signIn(username, first);
    await this.send('/api/v1/session/password', once, { method: 'POST', body: { present: first, next: own } });
    return this.signIn(username, own);
  }

  private async signIn(username: string, password: string): Promise<string> {
    const answer = await this.send('/api/v1/session', undefined, { method: 'POST', body: { username, password } });
    if (answer.status !== 200) throw new Error(`${username} cannot sign in: ${JSON.stringify(answer.body)}`);
    return String(answer.body.token);
  }

  /** Position of the last event of the whole log. */
  async head(): Promise<number> {
    const { body } = await this.send('/health/ready', undefined, {});
    return (body.checks as { log: { position: number } }).log.position;
  }

  /** A case with a place and numbers of its own, told step by step. */
  story(process: Process = demolition): Story {
    return new Story(this, ++this.serial, process);
  }
}

const kebab = (name: string): string => name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();

/** One case as its people tell it over HTTP. */
export class Story {
  caseId: string | undefined;
  position = -1;
  private readonly eventIds = new Map<string, string>();
  private readonly numberFields: ReadonlySet<string>;

  constructor(
    readonly township: Township,
    private readonly serial: number,
    private readonly process: Process = demolition,
  ) {
    this.numberFields = new Set(process.steps.flatMap((step) => step.numbers));
  }

  /** Takes the steps, every one of which must be recorded. @returns the last answer */
  async take(...steps: readonly ExampleStep[]): Promise<Answer> {
    let answer: Answer | undefined;
    for (const step of steps) {
      answer = await this.ask(step);
      if (answer.status !== 201) throw new Error(`${step.command} was refused: ${JSON.stringify(answer.body)}`);
    }
    return answer!;
  }

  /** Asks for a step and keeps what came of it, be it recorded or refused. */
  async ask(step: ExampleStep, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    if (typeof step.by !== 'string') throw new Error('over HTTP a step is asked for by somebody of the cast');
    const answer = await this.township.as(step.by, this.pathOf(step), {
      method: 'POST',
      body: this.bodyOf(step),
      headers,
    });
    if (answer.status === 201) {
      this.caseId = String(answer.body.caseId);
      // The answer to a repeated request names an earlier place.
      this.position = Math.max(this.position, Number(answer.body.position));
      this.eventIds.set(String(answer.body.event), String(answer.body.eventId));
    }
    return answer;
  }

  pathOf({ command }: ExampleStep): string {
    const at = this.caseId === undefined ? '' : `/${this.caseId}`;
    return `/api/v1/${this.process.name}${at}/commands/${kebab(command)}`;
  }

  /** The body as sent: with this story's own place and numbers. */
  bodyOf({ command, body, lateEntryReason }: ExampleStep): Record<string, unknown> {
    const fields = typeof body === 'function' ? body((type) => this.eventIds.get(type) ?? '') : body;
    const sent: Record<string, unknown> = { ...fields, ...(lateEntryReason ? { lateEntryReason } : {}) };
    const fieldsOf = this.process.stepOfCommand.get(command)?.fields ?? [];
    if (this.caseId !== undefined && fieldsOf.some(({ name }) => name === 'caseRef')) sent.caseRef ??= this.caseId;
    for (const [name, value] of Object.entries(sent)) {
      if (typeof value === 'string' && this.numberFields.has(name)) sent[name] = `${value}之${this.serial}`;
    }
    if (typeof sent.location === 'string') sent.location = `${sent.location}之${this.serial}`;
    return sent;
  }

  /** The case as the read side shows it to somebody, not before the last step of this story. */
  async seenBy(who: CastMember, part = ''): Promise<Answer> {
    return this.township.as(who, `/api/v1/cases/${this.caseId}${part}?atLeast=${this.position}`);
  }
}
