import { type ServerWritableStream } from '@grpc/grpc-js';
import { type ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import { internal, invalidArgument, isRpcError } from './errors.js';
import { parseFilter } from './filters.js';
import { type EventLog } from './log.js';
import { Outlet } from './outlet.js';
import { streams } from './protocol.js';
import { type Start, readAll, readStream } from './read.js';
import { subscribeToAll, subscribeToStream } from './subscribe.js';
import { decodeText } from './wire.js';

/** One call of the protocol serves reads and subscriptions, of a stream and of $all. */
export function read(
  log: EventLog,
  call: ServerWritableStream<ReadReq, Buffer>,
  onOpen: (outlet: Outlet) => void,
): void {
  const outlet = new Outlet(call);
  onOpen(outlet);
  start(log, outlet, call.request).catch((error: unknown) => {
    if (!isRpcError(error)) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    outlet.fail(isRpcError(error) ? error : internal());
  });
}

async function start(log: EventLog, outlet: Outlet, request: ReadReq): Promise<void> {
  const options = request.getOptions();
  const { ReadDirection } = streams.ReadReq.Options;
  if (!options) throw invalidArgument('A read needs options');
  const stream = options.getStream();
  const all = options.getAll();
  const filterOptions = options.getFilter();
  const filter = filterOptions && parseFilter(filterOptions);
  const resolveLinks = options.getResolveLinks();
  const backwards = options.getReadDirection() === ReadDirection.BACKWARDS;
  const maxCount = Number(options.getCount());

  if (stream) {
    const from: Start = stream.hasStart() ? 'start' : stream.hasEnd() ? 'end' : Number(stream.getRevision());
    const streamName = decodeText(stream.getStreamIdentifier()?.getStreamName_asU8() ?? new Uint8Array(0));
    if (filter) throw invalidArgument('A filter needs $all');
    if (options.hasSubscription()) return subscribeToStream(log, outlet, { streamName, from, resolveLinks });
    const namesPositions = (options.getControlOption()?.getCompatibility() ?? 0) >= 1;
    return readStream(log, outlet, { streamName, from, backwards, maxCount, resolveLinks, namesPositions });
  }
  if (all) {
    const position = all.getPosition();
    const from: Start = position ? Number(position.getCommitPosition()) : all.hasEnd() ? 'end' : 'start';
    if (options.hasSubscription()) return subscribeToAll(log, outlet, { from, resolveLinks, filter });
    return readAll(log, outlet, { from, backwards, maxCount, resolveLinks, filter });
  }
  throw invalidArgument('A read names a stream or $all');
}
