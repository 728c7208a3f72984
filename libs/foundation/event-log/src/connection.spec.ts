import { once } from 'node:events';
import { createServer, type Http2Session, type Settings } from 'node:http2';
import { type AddressInfo } from 'node:net';
import { EventLog } from './event-log.js';

describe('the connection to the log', () => {
  it('lets the server send a megabyte ahead', async () => {
    const server = createServer();
    server.on('sessionError', () => undefined);
    const connected = new Promise<Http2Session>((resolve) => server.once('session', resolve));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const log = new EventLog(`esdb://127.0.0.1:${port}?tls=false`, { patienceMs: 0 });
    const asked = log.headPosition().catch(() => undefined);
    const session = await connected;
    session.on('error', () => undefined);
    const [settings] = (await once(session, 'remoteSettings')) as [Settings];
    // One stream, and all streams of the connection together: the latter grows once the server has been heard.
    expect(settings.initialWindowSize).toBe(1_048_576);
    while ((session.state.remoteWindowSize ?? 0) < 1_048_576) await new Promise((resolve) => setTimeout(resolve, 5));
    session.destroy();
    server.close();
    await log.close();
    await asked;
  });
});
