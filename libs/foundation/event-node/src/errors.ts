import { Metadata, type ServiceError, status } from '@grpc/grpc-js';

/**
 * Errors in the form the client reads back: a gRPC status, and trailers that name the exception and its particulars.
 * Names and texts are those of EventStoreDB.
 */
export type RpcError = Pick<ServiceError, 'code' | 'details' | 'metadata'> & Error;

export const streamDeleted = (streamName: string): RpcError =>
  rpcError(status.FAILED_PRECONDITION, `Event stream '${streamName}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': streamName,
  });

export const wrongExpectedVersion = (
  operation: string,
  streamName: string,
  expected: number,
  actual: number,
): RpcError =>
  rpcError(
    status.FAILED_PRECONDITION,
    `${operation} failed due to WrongExpectedVersion. Stream: ${streamName}, Expected version: ${expected}, Actual version: ${actual}`,
    {
      exception: 'wrong-expected-version',
      'stream-name': streamName,
      'expected-version': String(expected),
      'actual-version': String(actual),
    },
  );

export const maxAppendSizeExceeded = (maxAppendBytes: number): RpcError =>
  rpcError(status.INVALID_ARGUMENT, `Maximum Append Size of ${maxAppendBytes} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(maxAppendBytes),
  });

export const requiredMetadataMissing = (property: string): RpcError =>
  rpcError(status.INVALID_ARGUMENT, `Required Metadata Property '${property}' is missing`, {
    exception: 'missing-required-metadata-property',
    'required-metadata-properties': 'type,content-type',
  });

export const accessDenied = (): RpcError =>
  rpcError(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });

export const unauthenticated = (): RpcError => rpcError(status.UNAUTHENTICATED, 'Unauthenticated');

export const invalidArgument = (details: string): RpcError => rpcError(status.INVALID_ARGUMENT, details);

export const deadlineExceeded = (): RpcError => rpcError(status.DEADLINE_EXCEEDED, 'Deadline exceeded');

export const shuttingDown = (): RpcError => rpcError(status.UNAVAILABLE, 'Server is shutting down');

/** What went wrong inside the node is for its own log, not for the other side. */
export const internal = (): RpcError => rpcError(status.INTERNAL, 'The event node failed to store or read');

export const isRpcError = (error: unknown): error is RpcError =>
  error instanceof Error && 'code' in error && 'metadata' in error && error.metadata instanceof Metadata;

function rpcError(code: status, details: string, trailers: Record<string, string> = {}): RpcError {
  const metadata = new Metadata();
  // Trailers are ASCII; a stream may have any name.
  for (const [key, value] of Object.entries(trailers))
    metadata.set(key, value.replace(/[^\x20-\x7e]+/gu, encodeURIComponent));
  return Object.assign(new Error(details), { code, details, metadata });
}
