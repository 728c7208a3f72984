import { setTimeout as delay } from 'node:timers/promises';
import { type RunFile } from '#foundation/backends';
import { type ImportRun } from '#foundation/imports';

/** The api said no, in its own words. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly problem: {
      readonly code?: string;
      readonly detail?: string;
      readonly reason?: string;
      readonly errors?: readonly { readonly field: string; readonly message: string }[];
    },
  ) {
    super([problem.code, problem.detail, problem.reason].filter(Boolean).join(' - ') || `HTTP ${status}`);
    this.name = 'Refused';
  }
}

export interface Figures {
  readonly period: string;
  readonly position: number;
  /** Whole numbers in the smallest unit, dates, or null where a figure does not apply. */
  readonly figures: Readonly<Record<string, number | string | null>>;
}

export interface EntriesPage {
  readonly figure: { readonly id: string; readonly unit: string };
  readonly position: number;
  readonly value: number | string | null;
  readonly entries: readonly (Readonly<Record<string, unknown>> & { readonly quantity: number })[];
  readonly next?: string;
}

export interface FigureQuestion {
  readonly period: string;
  /** Log position or instant; as of now when absent. */
  readonly asOf?: string;
  readonly village?: string;
}

type Parameters = Readonly<Record<string, string | number | boolean | undefined>>;

/** How long a server that restarts may keep a command waiting, in milliseconds. */
const patienceMs = 60_000;
const pollMs = 100;

/**
 * The running one-box as its operator uses it from the same machine: every request carries the operator's token, and a
 * server that is just restarting is waited for.
 */
export class OperatorClient {
  constructor(
    private readonly run: Pick<RunFile, 'baseUrl' | 'operatorToken'>,
    private readonly language: 'zh' | 'en' = 'zh',
  ) {}

  /**
   * Publishes a part of the settings, from a CSV file or as JSON, and waits until figures and lists know it.
   * @throws Refused with the fields at fault
   */
  async publish(part: string, content: Uint8Array | object): Promise<{ readonly position: number }> {
    const published = await this.ask<{ position: number }>('POST', `/api/v1/settings/${part}`, {}, content);
    await this.reached(published.position);
    return published;
  }

  /** Hands in a ledger and waits until the read side shows all of it. @throws Refused for a file that is no ledger */
  async importLedger(
    file: Uint8Array,
    options: {
      readonly fileName: string;
      readonly dryRun?: boolean;
      readonly onProgress?: (run: ImportRun) => void;
    },
  ): Promise<ImportRun> {
    const { fileName, dryRun = false, onProgress } = options;
    const { location } = await this.ask<{ location: string }>('POST', '/api/v1/imports', { fileName, dryRun }, file);
    for (;;) {
      const run = await this.ask<ImportRun>('GET', location);
      onProgress?.(run);
      if (run.state === 'refused') throw new Refused(422, run.refusal ?? {});
      if (run.state === 'done') {
        if (run.position !== null && run.position >= 0) await this.reached(run.position);
        return run;
      }
      await delay(pollMs);
    }
  }

  /** The figures with everything that was recorded before the question. */
  async figures({ period, asOf, village }: FigureQuestion): Promise<Figures> {
    return this.ask('GET', '/api/v1/figures', { period, asOf, village, atLeast: await this.head() });
  }

  /** Every entry behind a figure, page after page, all as of one position. @throws Refused 404 for an unknown figure */
  async entries(figureId: string, { period, asOf, village }: FigureQuestion): Promise<EntriesPage> {
    const path = `/api/v1/figures/${encodeURIComponent(figureId)}/entries`;
    const question = { period, village, limit: 1_000 };
    let page = await this.ask<EntriesPage>('GET', path, { ...question, asOf, atLeast: await this.head() });
    const first = page;
    const entries = [...page.entries];
    while (page.next !== undefined) {
      page = await this.ask('GET', path, { ...question, asOf: first.position, after: page.next });
      entries.push(...page.entries);
    }
    return { ...first, entries, next: undefined };
  }

  /** Waits until queries see a log position. */
  async reached(position: number): Promise<void> {
    await this.ask('GET', '/api/v1/figures', { period: '2000-01', atLeast: position });
  }

  /**
   * One request. Repeated while the server is away, which is harmless: what changes something carries one request id.
   * @throws Refused for an answer that is final, Error when the server stays away
   */
  async ask<Answer>(
    method: 'GET' | 'POST',
    path: string,
    parameters: Parameters = {},
    content?: Uint8Array | object,
  ): Promise<Answer> {
    const url = new URL(path, this.run.baseUrl);
    for (const [name, value] of Object.entries(parameters))
      if (value !== undefined) url.searchParams.set(name, String(value));
    const isFile = content instanceof Uint8Array;
    const init: RequestInit = {
      method,
      headers: {
        authorization: `Bearer ${this.run.operatorToken}`,
        'accept-language': this.language,
        ...(method === 'POST' ? { 'idempotency-key': crypto.randomUUID() } : {}),
        ...(content ? { 'content-type': isFile ? 'text/csv' : 'application/json' } : {}),
      },
      ...(content ? { body: isFile ? new Uint8Array(content) : JSON.stringify(content) } : {}),
    };
    const giveUpAt = performance.now() + patienceMs;
    for (;;) {
      let away: unknown;
      try {
        const answer = await fetch(url, init);
        const body: unknown = await answer.json();
        if (answer.ok) return body as Answer;
        away = new Refused(answer.status, body as Refused['problem']);
        if (answer.status !== 503) throw away;
      } catch (error) {
        if (error instanceof Refused && error.status !== 503) throw error;
        away = error;
      }
      if (performance.now() > giveUpAt) throw new Error('the api does not answer', { cause: away });
      await delay(pollMs);
    }
  }

  private async head(): Promise<number | undefined> {
    const { checks } = await this.ask<{ checks: { log: { position: number } } }>('GET', '/health/ready');
    return checks.log.position < 0 ? undefined : checks.log.position;
  }
}
