import { EventStoreDBClient } from '@eventstore/db-client';

const clients = new Map<string, EventStoreDBClient>();
let guarded = false;

/**
 * When a connection dies under back-pressure the client (6.2.1) rejects a promise that nobody can hold, besides the
 * one its caller waits for. Unhandled, that would end the process on every restart of the node; the caller learns of
 * the failure through the other promise. Any other unhandled rejection stays fatal.
 */
function guardAgainstOrphanedRejections(): void {
  if (guarded) return;
  guarded = true;
  process.on('unhandledRejection', (reason) => {
    const isCallError = reason instanceof Error && 'code' in reason && 'details' in reason && 'metadata' in reason;
    if (!isCallError) throw reason;
  });
}

/**
 * Bytes that a server may send ahead of what was taken. With the 64 KB of the protocol a reader that works on what it
 * reads waits for the server after every few dozen events: a rebuild takes a quarter longer.
 */
const WINDOW_BYTES = 1024 * 1024;

interface Channels {
  createChannel(): Promise<{ readonly internalChannel?: { readonly options?: Record<string, unknown> } }>;
}

/**
 * grpc-js has the option, but the client (6.2.1) passes on none of its caller's. It goes to each channel before anybody
 * uses it, for a connection takes its options when it opens. Should a later version keep them elsewhere, reading is
 * slower and all the same.
 */
function widenWindow(client: EventStoreDBClient): void {
  const channels = client as unknown as Channels;
  const { createChannel } = channels;
  channels.createChannel = async () => {
    const channel = await createChannel();
    const options = channel.internalChannel?.options;
    if (options) options['grpc-node.flow_control_window'] = WINDOW_BYTES;
    return channel;
  };
}

/**
 * One client a process and address: the client keeps the answers it waits for in one table for all its instances, and
 * a second instance that loses its connection would discard the first one's.
 * @param url connection string, `esdb://host:port?tls=false` or a cluster's
 */
export function clientOf(url: string): EventStoreDBClient {
  guardAgainstOrphanedRejections();
  let client = clients.get(url);
  if (!client) {
    client = EventStoreDBClient.connectionString(url);
    widenWindow(client);
    clients.set(url, client);
  }
  return client;
}

/** Ends the streams of a client that nobody uses any more, and its connection, which the client's own `dispose` keeps. */
export async function releaseClient(url: string): Promise<void> {
  const client = clients.get(url);
  if (!client) return;
  clients.delete(url);
  await client.dispose();
  const { getChannel } = client as unknown as { getChannel(): Promise<{ close(): void }> };
  (await getChannel()).close();
}
