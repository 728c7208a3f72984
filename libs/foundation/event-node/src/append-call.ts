import { type ServerReadableStream, type ServerUnaryCall, type sendUnaryData, type Deadline } from '@grpc/grpc-js';
import {
  type AppendReq,
  type AppendResp,
  type DeleteReq,
  type DeleteResp,
  type TombstoneReq,
  type TombstoneResp,
} from '@eventstore/db-client/generated/streams_pb.js';
import { type AppendOutcome, type ExpectedRevision } from './append.js';
import { Proposal, expectedAsNumber, expectedOf, streamNameOf } from './append-requests.js';
import {
  deadlineExceeded,
  internal,
  invalidArgument,
  isRpcError,
  streamDeleted,
  wrongExpectedVersion,
} from './errors.js';
import { type EventLog } from './log.js';
import { shared, streams } from './protocol.js';

/** The call of one append: the client takes it for appends that carry their own credentials. */
export function append(
  log: EventLog,
  maxAppendBytes: number,
  call: ServerReadableStream<AppendReq, AppendResp>,
  callback: sendUnaryData<AppendResp>,
): void {
  const proposal = new Proposal(maxAppendBytes);
  let target: { streamName: string; expected: ExpectedRevision } | undefined;
  let refused = false;
  const refuse = (error: unknown): void => {
    if (refused) return;
    refused = true;
    callback(isRpcError(error) ? error : internal());
  };

  call.on('data', (request: AppendReq) => {
    if (refused) return;
    try {
      const options = request.getOptions();
      const message = request.getProposedMessage();
      if (options) {
        const revision = options.hasRevision() ? options.getRevision() : undefined;
        target = { streamName: streamNameOf(options), expected: expectedOf(options, revision) };
      }
      if (message) proposal.add(message);
    } catch (error) {
      refuse(error);
    }
  });
  call.on('end', () => {
    if (refused) return;
    if (!target) return refuse(invalidArgument('An append names its stream first'));
    const { streamName, expected } = target;
    inTime(log, call.getDeadline(), () => log.appender.append(streamName, expected, proposal.events)).then(
      (outcome) => {
        if (outcome.kind === 'stream-deleted') refuse(streamDeleted(streamName));
        else callback(null, outcome.kind === 'appended' ? appended(outcome) : wrongExpected(outcome.current, expected));
      },
      refuse,
    );
  });
}

export function deleteStream(
  log: EventLog,
  call: ServerUnaryCall<DeleteReq, DeleteResp>,
  callback: sendUnaryData<DeleteResp>,
): void {
  const response = new streams.DeleteResp();
  remove(log, call, 'softDelete').then((position) => {
    const grpcPosition = new streams.DeleteResp.Position();
    grpcPosition.setCommitPosition(String(position));
    grpcPosition.setPreparePosition(String(position));
    callback(null, response.setPosition(grpcPosition));
  }, refuseWith(callback));
}

export function tombstoneStream(
  log: EventLog,
  call: ServerUnaryCall<TombstoneReq, TombstoneResp>,
  callback: sendUnaryData<TombstoneResp>,
): void {
  const response = new streams.TombstoneResp();
  remove(log, call, 'tombstone').then((position) => {
    const grpcPosition = new streams.TombstoneResp.Position();
    grpcPosition.setCommitPosition(String(position));
    grpcPosition.setPreparePosition(String(position));
    callback(null, response.setPosition(grpcPosition));
  }, refuseWith(callback));
}

/** Answers the position of the event that records the deletion. */
async function remove(
  log: EventLog,
  call: ServerUnaryCall<DeleteReq | TombstoneReq, unknown>,
  how: 'softDelete' | 'tombstone',
): Promise<number | undefined> {
  const options = call.request.getOptions();
  if (!options) throw invalidArgument('A deletion names its stream');
  const streamName = streamNameOf(options);
  const expected = expectedOf(options, options.hasRevision() ? options.getRevision() : undefined);
  const outcome = await inTime(log, call.getDeadline(), () => log.appender[how](streamName, expected));
  if (outcome.kind === 'stream-deleted') throw streamDeleted(streamName);
  if (outcome.kind === 'appended') return outcome.position;
  throw wrongExpectedVersion('Delete', streamName, expectedAsNumber(expected), outcome.current);
}

/** What nobody waits for any more must not be written: the caller was told that it failed. */
async function inTime(log: EventLog, deadline: Deadline, write: () => AppendOutcome): Promise<AppendOutcome> {
  const latest = deadline instanceof Date ? deadline.getTime() : deadline;
  const outcome = await log.commits.run(() => (latest < Date.now() ? undefined : write()));
  if (!outcome) throw deadlineExceeded();
  return outcome;
}

const refuseWith =
  (callback: (error: ReturnType<typeof internal>) => void) =>
  (error: unknown): void =>
    callback(isRpcError(error) ? error : internal());

function appended({ revision, position }: AppendOutcome & { kind: 'appended' }): AppendResp {
  const success = new streams.AppendResp.Success();
  if (revision < 0) success.setNoStream(new shared.Empty());
  else success.setCurrentRevision(String(revision));
  if (position === undefined) {
    success.setNoPosition(new shared.Empty());
  } else {
    const grpcPosition = new streams.AppendResp.Position();
    grpcPosition.setCommitPosition(String(position));
    grpcPosition.setPreparePosition(String(position));
    success.setPosition(grpcPosition);
  }
  return new streams.AppendResp().setSuccess(success);
}

function wrongExpected(current: number, expected: ExpectedRevision): AppendResp {
  const details = new streams.AppendResp.WrongExpectedVersion();
  if (current < 0) details.setCurrentNoStream(new shared.Empty());
  else details.setCurrentRevision(String(current));
  if (expected === 'any') details.setExpectedAny(new shared.Empty());
  else if (expected === 'no_stream') details.setExpectedNoStream(new shared.Empty());
  else if (expected === 'stream_exists') details.setExpectedStreamExists(new shared.Empty());
  else details.setExpectedRevision(String(expected));
  return new streams.AppendResp().setWrongExpectedVersion(details);
}
