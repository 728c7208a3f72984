import { type AppendReq, type BatchAppendReq } from '@eventstore/db-client/generated/streams_pb.js';
import { type ExpectedRevision, type ProposedEvent } from './append.js';
import { accessDenied, invalidArgument, maxAppendSizeExceeded, requiredMetadataMissing } from './errors.js';
import { isMetastream } from './metadata.js';
import { decodeText, uuidBytes } from './wire.js';
import { uuidText } from './responses.js';

interface StreamOptions {
  getStreamIdentifier(): { getStreamName_asU8(): Uint8Array } | undefined;
}

interface ExpectedOptions {
  hasAny(): boolean;
  hasNoStream(): boolean;
  hasStreamExists(): boolean;
}

/** @throws when the name is missing or reserved. */
export function streamNameOf(options: StreamOptions): string {
  const name = decodeText(options.getStreamIdentifier()?.getStreamName_asU8() ?? new Uint8Array(0));
  if (name === '' || name === '$$') throw invalidArgument(`'${name}' is not a valid stream name`);
  if (name === '$all' || (isMetastream(name) && name === '$$$all')) throw accessDenied();
  return name;
}

/** @param revision the revision the options carry when none of the three words is set. */
export function expectedOf(options: ExpectedOptions, revision: string | undefined): ExpectedRevision {
  if (options.hasAny()) return 'any';
  if (options.hasNoStream()) return 'no_stream';
  if (options.hasStreamExists()) return 'stream_exists';
  if (revision === undefined) throw invalidArgument('An expected revision is required');
  return Number(revision);
}

/** EventStoreDB's own numbers for expected revisions, in the errors that carry one. */
export const expectedAsNumber = (expected: ExpectedRevision): number =>
  expected === 'no_stream' ? -1 : expected === 'any' ? -2 : expected === 'stream_exists' ? -4 : expected;

/** Gathers the events of one append and refuses it as soon as it is too large. */
export class Proposal {
  readonly events: ProposedEvent[] = [];
  #bytes = 0;

  constructor(private readonly maxAppendBytes: number) {}

  /** @throws when the event lacks its id, type or content type, or the append has become too large. */
  add(message: AppendReq.ProposedMessage | BatchAppendReq.ProposedMessage): void {
    const id = message.getId();
    const type = message.getMetadataMap().get('type');
    const contentType = message.getMetadataMap().get('content-type');
    if (!type) throw requiredMetadataMissing('type');
    if (!contentType) throw requiredMetadataMissing('content-type');
    const idBytes = id ? uuidBytes(uuidText(id)) : new Uint8Array(0);
    if (idBytes.length !== 16) throw invalidArgument('An event id is a UUID');

    const data = message.getData_asU8();
    const metadata = message.getCustomMetadata_asU8();
    // As the real server counts: its names are two bytes a letter on disk.
    this.#bytes += data.length + metadata.length + 2 * type.length;
    if (this.#bytes > this.maxAppendBytes) throw maxAppendSizeExceeded(this.maxAppendBytes);
    this.events.push({ id: idBytes, type, isJson: contentType === 'application/json', data, metadata });
  }
}
