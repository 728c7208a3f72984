import { type ServerDuplexStream, status as grpcStatus } from '@grpc/grpc-js';
import { type BatchAppendReq, type BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import any from 'google-protobuf/google/protobuf/any_pb.js';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import { type AppendOutcome, type ExpectedRevision } from './append.js';
import { Proposal, expectedOf, streamNameOf } from './append-requests.js';
import { internal, isRpcError } from './errors.js';
import { type EventLog } from './log.js';
import { shared, status, streams } from './protocol.js';
import { streamIdentifier, uuidText } from './responses.js';

type Response = InstanceType<typeof streams.BatchAppendResp>;
type Status = InstanceType<typeof status.Status>;

interface OpenAppend {
  streamName: string;
  expected: ExpectedRevision;
  proposal: Proposal;
  /** Milliseconds since 1970; after it the append is answered with a timeout and never written. */
  deadline: number;
  timer?: NodeJS.Timeout;
}

/**
 * The call over which the client sends its appends: one stream each way, many appends at once, each known by its
 * correlation id and possibly cut into several messages.
 */
export function batchAppend(
  log: EventLog,
  maxAppendBytes: number,
  call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>,
): void {
  const open = new Map<string, OpenAppend>();
  let unanswered = 0;
  let ended = false;

  const answer = (
    request: BatchAppendReq,
    streamName: string | undefined,
    fill: (response: Response) => void,
  ): void => {
    if (!call.writable) return;
    const response = new streams.BatchAppendResp();
    response.setCorrelationId(request.getCorrelationId());
    if (streamName !== undefined) response.setStreamIdentifier(streamIdentifier(streamName));
    fill(response);
    // A client that does not take its answers gets no more of its appends read.
    if (!call.write(response)) call.pause();
  };

  const close = (correlationId: string): void => {
    clearTimeout(open.get(correlationId)?.timer);
    open.delete(correlationId);
  };

  const receive = async (request: BatchAppendReq, correlationId: string): Promise<void> => {
    const options = request.getOptions();
    if (options && !open.has(correlationId)) {
      const deadline = deadlineOf(options);
      const streamName = streamNameOf(options);
      const revision = options.hasStreamPosition() ? options.getStreamPosition() : undefined;
      const expected = expectedOf(options, revision);
      open.set(correlationId, { streamName, expected, deadline, proposal: new Proposal(maxAppendBytes) });
    }
    const append = open.get(correlationId);
    if (!append) return;
    for (const message of request.getProposedMessagesList()) append.proposal.add(message);
    if (!request.getIsFinal()) {
      append.timer ??= setTimeout(
        () => {
          close(correlationId);
          answer(request, append.streamName, (response) => response.setError(timeout()));
        },
        Math.max(0, append.deadline - Date.now()),
      );
      return;
    }

    close(correlationId);
    const { streamName, expected, proposal } = append;
    const outcome = await log.commits.run(() =>
      append.deadline < Date.now() ? undefined : log.appender.append(streamName, expected, proposal.events),
    );
    answer(request, streamName, (response) => fillOutcome(response, outcome, streamName, expected));
  };

  call.on('data', (request: BatchAppendReq) => {
    const correlation = request.getCorrelationId();
    const correlationId = correlation ? uuidText(correlation) : '';
    unanswered += 1;
    receive(request, correlationId)
      .catch((error: unknown) => {
        const options = request.getOptions()?.getStreamIdentifier();
        const streamName =
          open.get(correlationId)?.streamName ?? (options && Buffer.from(options.getStreamName_asU8()).toString());
        close(correlationId);
        // The client takes a broken call, not a refused append, as the sign to connect again.
        if (isRpcError(error) && error.code === grpcStatus.UNAVAILABLE) call.emit('error', error);
        else answer(request, streamName, (response) => response.setError(failure(error)));
      })
      .finally(() => {
        unanswered -= 1;
        if (ended && unanswered === 0) call.end();
      });
  });
  call.on('end', () => {
    ended = true;
    if (unanswered === 0) call.end();
  });
  call.on('cancelled', () => {
    for (const correlationId of [...open.keys()]) close(correlationId);
  });
  call.on('drain', () => call.resume());
  call.on('error', () => undefined);
}

function deadlineOf(options: BatchAppendReq.Options): number {
  const deadline = options.getDeadline();
  return deadline ? Number(deadline.getSeconds()) * 1000 + deadline.getNanos() / 1e6 : Infinity;
}

function fillOutcome(
  response: Response,
  outcome: AppendOutcome | undefined,
  streamName: string,
  expected: ExpectedRevision,
): void {
  switch (outcome?.kind) {
    case undefined:
      return void response.setError(timeout());
    case 'stream-deleted':
      return void response.setError(deleted(streamName));
    case 'wrong-expected-revision':
      return void response.setError(wrongExpected(outcome.current, expected));
    case 'appended': {
      const success = new streams.BatchAppendResp.Success();
      if (outcome.revision < 0) success.setNoStream(new empty.Empty());
      else success.setCurrentRevision(String(outcome.revision));
      if (outcome.position === undefined) {
        success.setNoPosition(new empty.Empty());
      } else {
        const position = new shared.AllStreamPosition();
        position.setCommitPosition(String(outcome.position));
        position.setPreparePosition(String(outcome.position));
        success.setPosition(position);
      }
      return void response.setSuccess(success);
    }
  }
}

/** Refusals travel inside the answer, because the call goes on for the other appends. */
function failure(error: unknown): Status {
  if (!isRpcError(error)) return statusOf(grpcStatus.INTERNAL, internal().details, 'Unknown', new shared.Unknown());
  const maxSize = error.metadata.get('maximum-append-size')[0];
  if (maxSize !== undefined) {
    const details = new shared.MaximumAppendSizeExceeded();
    details.setMaxappendsize(Number(maxSize));
    return statusOf(grpcStatus.INVALID_ARGUMENT, 'MaximumAppendSizeExceeded', 'MaximumAppendSizeExceeded', details);
  }
  if (error.code === grpcStatus.PERMISSION_DENIED) {
    return statusOf(grpcStatus.PERMISSION_DENIED, 'AccessDenied', 'AccessDenied', new shared.AccessDenied());
  }
  const details = new shared.BadRequest();
  details.setMessage(error.details);
  return statusOf(grpcStatus.INVALID_ARGUMENT, 'BadRequest', 'BadRequest', details);
}

const timeout = (): Status => statusOf(grpcStatus.DEADLINE_EXCEEDED, 'Timeout', 'Timeout', new shared.Timeout());

function deleted(streamName: string): Status {
  const details = new shared.StreamDeleted();
  details.setStreamIdentifier(streamIdentifier(streamName));
  return statusOf(grpcStatus.NOT_FOUND, 'StreamDeleted', 'StreamDeleted', details);
}

function wrongExpected(current: number, expected: ExpectedRevision): Status {
  const details = new shared.WrongExpectedVersion();
  if (current < 0) details.setCurrentNoStream(new empty.Empty());
  else details.setCurrentStreamRevision(String(current));
  if (expected === 'any') details.setExpectedAny(new empty.Empty());
  else if (expected === 'no_stream') details.setExpectedNoStream(new empty.Empty());
  else if (expected === 'stream_exists') details.setExpectedStreamExists(new empty.Empty());
  else details.setExpectedStreamPosition(String(expected));
  return statusOf(grpcStatus.ALREADY_EXISTS, 'WrongExpectedVersion', 'WrongExpectedVersion', details);
}

function statusOf(
  code: grpcStatus,
  message: string,
  typeName: string,
  details: { serializeBinary(): Uint8Array },
): Status {
  const packed = new any.Any();
  packed.pack(details.serializeBinary(), `event_store.client.${typeName}`);
  const result = new status.Status();
  result.setCode(code as number);
  result.setMessage(message);
  result.setDetails(packed);
  return result;
}
