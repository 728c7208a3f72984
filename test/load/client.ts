import { connect, type Socket } from 'node:net';

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
 * A small HTTP client over a fixed number of kept connections, one request at a time on each. It speaks just the
 * HTTP/1.1 that the product answers with (a length, no chunks): the load shares its processors with what it measures
 * and must cost as little as it can.
 */
export class HttpClient {
  private readonly host: string;
  private readonly port: number;
  private readonly idle: Connection[] = [];
  private readonly waiting: ((connection: Connection) => void)[] = [];
  private opened = 0;

  constructor(
    baseUrl: string,
    private readonly connections: number,
  ) {
    const { hostname, port } = new URL(baseUrl);
    this.host = hostname;
    this.port = Number(port);
  }

  /** `path` begins with a slash and is percent-encoded. Rejects when the connection breaks. */
  async call<T = Record<string, unknown>>(
    method: string,
    path: string,
    { token, body, headers }: Call = {},
  ): Promise<Answer<T>> {
    let head = `${method} ${path} HTTP/1.1\r\nhost: ${this.host}:${this.port}\r\n`;
    if (token !== undefined) head += `authorization: Bearer ${token}\r\n`;
    if (headers) for (const name in headers) head += `${name}: ${headers[name]}\r\n`;
    const text = body === undefined ? '' : JSON.stringify(body);
    if (text) head += `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n`;
    const connection = await this.take();
    const { status, text: received } = await connection.exchange(`${head}\r\n${text}`);
    this.give(connection);
    return { status, body: (received === '' ? {} : JSON.parse(received)) as T };
  }

  /** As `call`, where anything but success ends the run: a measurement of refusals would measure nothing. */
  async expect<T = Record<string, unknown>>(method: string, path: string, call: Call = {}): Promise<T> {
    const { status, body } = await this.call<T>(method, path, call);
    if (status >= 300) throw new Error(`${method} ${path} was answered ${status}: ${JSON.stringify(body)}`);
    return body;
  }

  close(): void {
    for (const connection of this.idle.splice(0)) connection.close();
  }

  private async take(): Promise<Connection> {
    for (let free = this.idle.pop(); free; free = this.idle.pop()) if (free.isOpen) return free;
    if (this.opened >= this.connections) return new Promise((resolve) => this.waiting.push(resolve));
    this.opened += 1;
    return new Connection(this.host, this.port, () => (this.opened -= 1));
  }

  private give(connection: Connection): void {
    const next = this.waiting.shift();
    if (next) next(connection);
    else this.idle.push(connection);
  }
}

interface Received {
  readonly status: number;
  readonly text: string;
}

class Connection {
  isOpen = true;
  private readonly socket: Socket;
  private parts: Buffer[] = [];
  private wanted = Infinity;
  private got = 0;
  private headEnd = 0;
  private status = 0;
  private pending: { resolve: (received: Received) => void; reject: (error: Error) => void } | undefined;

  constructor(host: string, port: number, onClosed: () => void) {
    this.socket = connect({ host, port, noDelay: true });
    this.socket.on('data', (chunk) => this.receive(chunk));
    this.socket.on('error', (error) => this.pending?.reject(error));
    this.socket.on('close', () => {
      this.isOpen = false;
      onClosed();
      this.pending?.reject(new Error('the connection was closed before the answer'));
    });
  }

  exchange(request: string): Promise<Received> {
    return new Promise((resolve, reject) => {
      this.pending = { resolve, reject };
      this.socket.write(request);
    });
  }

  close(): void {
    this.socket.destroy();
  }

  private receive(chunk: Buffer): void {
    this.parts.push(chunk);
    this.got += chunk.length;
    if (this.wanted === Infinity) this.readHead();
    if (this.got < this.wanted) return;
    const whole = this.parts.length === 1 ? this.parts[0]! : Buffer.concat(this.parts);
    const text = whole.toString('utf8', this.headEnd, this.wanted);
    const { pending, status } = this;
    this.parts = [];
    this.got = 0;
    this.wanted = Infinity;
    this.pending = undefined;
    pending?.resolve({ status, text });
  }

  private readHead(): void {
    const whole = this.parts.length === 1 ? this.parts[0]! : Buffer.concat(this.parts);
    const end = whole.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = whole.toString('latin1', 0, end);
    const length = /\r\ncontent-length: (\d+)/i.exec(head);
    this.status = Number(head.slice(9, 12));
    this.headEnd = end + 4;
    if (length) this.wanted = this.headEnd + Number(length[1]);
    else if (this.status === 204 || this.status === 304) this.wanted = this.headEnd;
    else this.pending?.reject(new Error(`an answer without a length: ${head}`));
  }
}

/** Runs `work` so many times at once, each with its number; resolves when all have ended. */
export const atOnce = async (count: number, work: (index: number) => Promise<void>): Promise<void> => {
  await Promise.all(Array.from({ length: count }, (_, index) => work(index)));
};
