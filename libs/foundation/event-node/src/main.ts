/** The event node as a process of its own. */
import { parseArgs } from 'node:util';
import { startEventNode } from './server.js';

const { values } = parseArgs({
  options: {
    file: { type: 'string' },
    host: { type: 'string' },
    port: { type: 'string' },
    'tls-cert': { type: 'string' },
    'tls-key': { type: 'string' },
    user: { type: 'string' },
  },
});

async function main(): Promise<void> {
  if (!values.file) throw new Error('--file <path> is required');
  const { 'tls-cert': certFile, 'tls-key': keyFile, user } = values;
  // Not an argument: arguments are visible to every user of the machine.
  const password = process.env['LIUHEN_EVENT_NODE_PASSWORD'];
  const node = await startEventNode({
    file: values.file,
    host: values.host,
    port: values.port === undefined ? undefined : Number(values.port),
    tls: certFile && keyFile ? { certFile, keyFile } : undefined,
    credentials: user && password ? { username: user, password } : undefined,
  });
  process.stdout.write(`${JSON.stringify({ ready: true, port: node.port, url: node.url })}\n`);
  const stop = (): void => {
    node.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
