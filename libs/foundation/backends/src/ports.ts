import { randomInt } from 'node:crypto';
import { createServer, type Server } from 'node:net';

/** Whether something could listen on `port` of `host` at this moment. */
export async function isPortFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  const { server } = await listen(port, host);
  if (server === undefined) return false;
  await new Promise((resolve) => server.close(resolve));
  return true;
}

export interface PortWanted {
  /** The first port to look at. */
  from?: number;
  /** One past the last. */
  below?: number;
  /** Not this one, free or not. */
  not?: number;
}

/**
 * A free TCP port on loopback for a server that is yet to be started; whoever else asks here gets another one for as
 * long as this process lives.
 *
 * It lies below the range from which the system takes client ports: a server that is restarted on its own port must not
 * find an outgoing connection sitting on it.
 */
export async function freePort({ from = 20_000, below = 32_000, not }: PortWanted = {}): Promise<number> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const port = randomInt(from, below);
    if (port !== not && (await isPromised(port))) return port;
  }
  throw new Error(`no free TCP port from ${from} to ${below - 1} on 127.0.0.1`);
}

/**
 * Between this look and the moment the server listens lie seconds, in which another might be given the same port. So
 * the port is kept on a second loopback address, where no server wants it, until the system closes it with the process.
 */
async function isPromised(port: number): Promise<boolean> {
  const { server, code } = await listen(port, '127.0.0.2');
  // Not every system has more than one loopback address.
  if (server === undefined) return code === 'EADDRNOTAVAIL' && isPortFree(port);
  if (await isPortFree(port)) return true;
  server.close();
  return false;
}

/** Listens without keeping the process alive and ends whatever connects; `code` says why it does not. */
function listen(port: number, host: string): Promise<{ server?: Server; code?: string }> {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy()).unref();
    server.once('error', ({ code }: NodeJS.ErrnoException) => resolve({ code }));
    server.listen({ port, host, exclusive: true }, () => resolve({ server }));
  });
}
