import { type UUID } from '@eventstore/db-client/generated/shared_pb.js';
import { shared, streams } from './protocol.js';

/** Answers to a read other than events. */

export const confirmation = (subscriptionId: string): Buffer => {
  const message = new streams.ReadResp.SubscriptionConfirmation();
  message.setSubscriptionId(subscriptionId);
  return readResponse((response) => response.setConfirmation(message));
};

export const checkpoint = (position: number): Buffer => {
  const message = new streams.ReadResp.Checkpoint();
  message.setCommitPosition(String(position));
  message.setPreparePosition(String(position));
  return readResponse((response) => response.setCheckpoint(message));
};

export const caughtUp = (): Buffer => readResponse((response) => response.setCaughtUp(new streams.ReadResp.CaughtUp()));

export const streamNotFound = (streamName: string): Buffer => {
  const message = new streams.ReadResp.StreamNotFound();
  message.setStreamIdentifier(streamIdentifier(streamName));
  return readResponse((response) => response.setStreamNotFound(message));
};

export const firstStreamPosition = (revision: number): Buffer =>
  readResponse((response) => response.setFirstStreamPosition(String(revision)));

export const lastStreamPosition = (revision: number): Buffer =>
  readResponse((response) => response.setLastStreamPosition(String(revision)));

export function streamIdentifier(streamName: string): InstanceType<typeof shared.StreamIdentifier> {
  const identifier = new shared.StreamIdentifier();
  identifier.setStreamName(Buffer.from(streamName));
  return identifier;
}

/** Clients send an id as text or as two 64-bit halves. */
export function uuidText(uuid: UUID): string {
  const structured = uuid.getStructured();
  if (!structured) return uuid.getString();
  const half = (bits: string): string => BigInt.asUintN(64, BigInt(bits)).toString(16).padStart(16, '0');
  const hex = half(structured.getMostSignificantBits()) + half(structured.getLeastSignificantBits());
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/u, '$1-$2-$3-$4-');
}

function readResponse(fill: (response: InstanceType<typeof streams.ReadResp>) => void): Buffer {
  const response = new streams.ReadResp();
  fill(response);
  return Buffer.from(response.serializeBinary());
}
