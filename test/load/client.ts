import { Agent, request } from 'node:http';

export interface Answer<T = Record<string, unknown>> {
  readonly status: number;
  readonly body: T;
}

export interface Call {
  readonly token?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * A small HTTP client over a fixed number of kept connections. Plain node:http, because the load shares its processors
 * with what it measures and must cost as little as it can.
 */
export class HttpClient {
  private readonly agent: Agent;
  private readonly host: string;
  private readonly port: string;

  constructor(baseUrl: string, connections: number) {
    const { hostname, port } = new URL(baseUrl);
    this.host = hostname;
    this.port = port;
    this.agent = new Agent({ keepAlive: true, maxSockets: connections, maxFreeSockets: connections });
  }

  /** `path` begins with a slash and is percent-encoded. Rejects when the connection breaks. */
  call<T = Record<string, unknown>>(
    method: string,
    path: string,
    { token, body, headers }: Call = {},
  ): Promise<Answer<T>> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          host: this.host,
          port: this.port,
          method,
          path,
          agent: this.agent,
          headers: {
            ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
            ...(text === undefined
              ? {}
              : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
            ...headers,
          },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            const received = Buffer.concat(chunks).toString();
            const status = response.statusCode ?? 0;
            try {
              resolve({ status, body: (received === '' ? {} : JSON.parse(received)) as T });
            } catch (error) {
              reject(error as Error);
            }
          });
        },
      );
      sent.on('error', reject);
      sent.end(text);
    });
  }

  /** As `call`, where anything but success ends the run: a measurement of refusals would measure nothing. */
  async expect<T = Record<string, unknown>>(method: string, path: string, call: Call = {}): Promise<T> {
    const { status, body } = await this.call<T>(method, path, call);
    if (status >= 300) throw new Error(`${method} ${path} was answered ${status}: ${JSON.stringify(body)}`);
    return body;
  }

  close(): void {
    this.agent.destroy();
  }
}

/** Runs `work` so many times at once, each with its number; resolves when all have ended. */
export const atOnce = async (count: number, work: (index: number) => Promise<void>): Promise<void> => {
  await Promise.all(Array.from({ length: count }, (_, index) => work(index)));
};
