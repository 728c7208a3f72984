import { createHash, randomUUID, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  type Metadata,
  Server,
  ServerCredentials,
  type ServerDuplexStream,
  type ServerReadableStream,
  type ServerUnaryCall,
  type ServerWritableStream,
  type sendUnaryData,
} from '@grpc/grpc-js';
import {
  type AppendReq,
  type AppendResp,
  type BatchAppendReq,
  type BatchAppendResp,
  type DeleteReq,
  type DeleteResp,
  type ReadReq,
  type TombstoneReq,
  type TombstoneResp,
} from '@eventstore/db-client/generated/streams_pb.js';
import { append, deleteStream, tombstoneStream } from './append-call.js';
import { batchAppend } from './batch-append.js';
import { clusterInfo, supportedMethods } from './cluster-services.js';
import { shuttingDown, unauthenticated } from './errors.js';
import { EventLog } from './log.js';
import { type Outlet } from './outlet.js';
import { GossipService, ServerFeaturesService, StreamsService } from './protocol.js';
import { read } from './read-call.js';

export interface EventNodeOptions {
  /** The SQLite file; created, with its folder, when missing. */
  file: string;
  /** Default 127.0.0.1. Anything but loopback needs `tls` and `credentials`. */
  host?: string;
  /** Default 0: a free one. */
  port?: number;
  tls?: { certFile: string; keyFile: string };
  /** One user, checked on every call of the Streams service. */
  credentials?: { username: string; password: string };
  /** Largest append, default 1 MiB as on the real server. */
  maxAppendBytes?: number;
}

export interface EventNode {
  readonly port: number;
  /** Connection string for @eventstore/db-client, without credentials. */
  readonly url: string;
  /** Commits what was taken, ends open calls as unavailable, closes the file. */
  close(): Promise<void>;
}

const DEFAULT_MAX_APPEND_BYTES = 1024 * 1024;
/** As the real server: a message may hold more than an append may, so that the refusal can say what is wrong. */
const MAX_MESSAGE_BYTES = 17 * 1024 * 1024;
const CLOSE_GRACE_MS = 500;
const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** @throws when the file is in use or no log, the port is taken, or the address would expose an unprotected log. */
export async function startEventNode(options: EventNodeOptions): Promise<EventNode> {
  const { host = '127.0.0.1', tls, credentials, maxAppendBytes = DEFAULT_MAX_APPEND_BYTES } = options;
  if (!LOOPBACK.has(host) && !(tls && credentials)) {
    throw new Error(`The event node listens on ${host} only with TLS and credentials`);
  }
  const log = new EventLog(options.file);
  const server = new Server({ 'grpc.max_receive_message_length': MAX_MESSAGE_BYTES });
  const calls = addStreams(server, log, maxAppendBytes, credentials);

  let port: number;
  try {
    port = await listen(server, `${host}:${options.port ?? 0}`, tls);
  } catch (error) {
    log.close();
    throw error;
  }
  server.addService(GossipService, { read: clusterInfo(randomUUID(), { host, port }) });
  server.addService(ServerFeaturesService, {
    getSupportedMethods: (_call: unknown, callback: sendUnaryData<ReturnType<typeof supportedMethods>>) =>
      callback(null, supportedMethods()),
  });

  return {
    port,
    url: `esdb://${host}:${port}?tls=${tls ? 'true' : 'false'}`,
    close: async () => {
      log.commits.close();
      await Promise.resolve();
      calls.end();
      await shutDown(server);
      log.close();
    },
  };
}

/** Serves the Streams service. Answers a handle on the calls that stay open until somebody ends them. */
function addStreams(
  server: Server,
  log: EventLog,
  maxAppendBytes: number,
  credentials: EventNodeOptions['credentials'],
): { end(): void } {
  const allowed = authorizer(credentials);
  const outlets = new Set<Outlet>();
  const batches = new Set<ServerDuplexStream<BatchAppendReq, BatchAppendResp>>();
  // Events are encoded by hand (wire.ts); everything else by the generated code.
  const service = { ...StreamsService, read: { ...StreamsService.read, responseSerialize: (bytes: Buffer) => bytes } };

  server.addService(service, {
    read: (call: ServerWritableStream<ReadReq, Buffer>) => {
      if (!allowed(call.metadata)) return call.emit('error', unauthenticated());
      return read(log, call, (outlet) => {
        outlets.add(outlet);
        call.on('close', () => outlets.delete(outlet));
        call.on('cancelled', () => outlets.delete(outlet));
      });
    },
    append: (call: ServerReadableStream<AppendReq, AppendResp>, callback: sendUnaryData<AppendResp>) =>
      allowed(call.metadata) ? append(log, maxAppendBytes, call, callback) : callback(unauthenticated()),
    batchAppend: (call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>) => {
      if (!allowed(call.metadata)) return call.emit('error', unauthenticated());
      batches.add(call);
      call.on('close', () => batches.delete(call));
      call.on('cancelled', () => batches.delete(call));
      return batchAppend(log, maxAppendBytes, call);
    },
    delete: (call: ServerUnaryCall<DeleteReq, DeleteResp>, callback: sendUnaryData<DeleteResp>) =>
      allowed(call.metadata) ? deleteStream(log, call, callback) : callback(unauthenticated()),
    tombstone: (call: ServerUnaryCall<TombstoneReq, TombstoneResp>, callback: sendUnaryData<TombstoneResp>) =>
      allowed(call.metadata) ? tombstoneStream(log, call, callback) : callback(unauthenticated()),
  });
  return {
    end: () => {
      for (const outlet of [...outlets]) outlet.fail(shuttingDown());
      for (const call of [...batches]) call.emit('error', shuttingDown());
    },
  };
}

function authorizer(credentials: EventNodeOptions['credentials']): (metadata: Metadata) => boolean {
  if (!credentials) return () => true;
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  const { username, password } = credentials;
  const expected = digest(`Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`);
  return (metadata) => timingSafeEqual(digest(String(metadata.get('authorization')[0] ?? '')), expected);
}

function listen(server: Server, address: string, tls: EventNodeOptions['tls']): Promise<number> {
  const credentials = tls
    ? ServerCredentials.createSsl(null, [
        { cert_chain: readFileSync(tls.certFile), private_key: readFileSync(tls.keyFile) },
      ])
    : ServerCredentials.createInsecure();
  return new Promise((resolve, reject) => {
    server.bindAsync(address, credentials, (error, port) => (error ? reject(error) : resolve(port)));
  });
}

/** Lets answers that are on their way go out; a client that does not hang up is cut off. */
async function shutDown(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, CLOSE_GRACE_MS);
    server.tryShutdown(() => {
      clearTimeout(timer);
      resolve();
    });
  });
  server.forceShutdown();
}
