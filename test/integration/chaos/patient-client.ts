import { setTimeout as delay } from 'node:timers/promises';

export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Asking {
  readonly token: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Longer than any request may be kept waiting: a request without an answer by then is taken for lost. */
const lostAfterMs = 30_000;
/** Counted from the last kill: long enough for everything to be started again and to catch up. */
const givesUpAfterMs = 120_000;
/** What a client may be asked to wait, in milliseconds; it comes back sooner here, to meet more of the trouble. */
const comesBackMs = 150;

/**
 * A client as a good one is: what was not answered, or answered with 503, is sent again, word for word and under the
 * same Idempotency-Key, until there is an answer. Whatever a client should never see is kept in `complaints`.
 */
export class PatientClient {
  readonly complaints: string[] = [];
  /** Connections lost, 503 and the like: how much trouble there was at all. */
  repeats = 0;

  private lastTrouble = '';

  /** @param lastKillAt when the last process was killed, as `performance.now()` */
  constructor(
    private readonly baseUrl: string,
    private readonly lastKillAt: () => number,
  ) {}

  async ask(method: 'GET' | 'POST', path: string, { token, headers, body }: Asking): Promise<Answer> {
    const isText = typeof body === 'string';
    const began = performance.now();
    for (;;) {
      const answer = await this.once(path, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': isText ? 'text/csv' : 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: isText ? body : JSON.stringify(body) }),
      });
      if (answer) return answer;
      this.repeats += 1;
      if (performance.now() > Math.max(began, this.lastKillAt()) + givesUpAfterMs)
        throw new Error(`${method} ${path} was never answered: ${this.lastTrouble}`);
      await delay(comesBackMs);
    }
  }

  /** Undefined when the request is to be sent again. */
  private async once(path: string, init: RequestInit): Promise<Answer | undefined> {
    try {
      const response = await fetch(`${this.baseUrl}${path}`, { ...init, signal: AbortSignal.timeout(lostAfterMs) });
      const text = await response.text();
      this.lastTrouble = `${response.status} ${text}`;
      if (response.status < 500) return { status: response.status, body: JSON.parse(text) as Answer['body'] };
      if (response.status !== 503 || !/^\d+$/.test(response.headers.get('retry-after') ?? ''))
        this.complaints.push(`${init.method} ${path}: ${response.status} ${text}`);
    } catch (error) {
      this.lastTrouble = String(error);
      if ((error as Error).name === 'TimeoutError') this.complaints.push(`${init.method} ${path}: no answer`);
      if (error instanceof SyntaxError) this.complaints.push(`${init.method} ${path}: ${error.message}`);
    }
    return undefined;
  }
}
