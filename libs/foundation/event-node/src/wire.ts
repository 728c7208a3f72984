/**
 * Events as protocol bytes. Reading is the busiest thing the node does, so an event goes from its row to the wire in one
 * buffer and its data and metadata are never parsed. The layout is that of `ReadResp` in streams.proto.
 */
import { type EventRow, TOMBSTONE_REVISION } from './storage.js';

/** Tags: field number * 8 + wire type (0 varint, 2 length-delimited). */
const RESPONSE_EVENT = 0x0a;
const READ_EVENT = 0x0a;
const READ_LINK = 0x12;
const READ_COMMIT_POSITION = 0x18;
const ID = 0x0a;
const ID_STRING = 0x12;
const STREAM_IDENTIFIER = 0x12;
const STREAM_NAME = 0x1a;
const STREAM_REVISION = 0x18;
const PREPARE_POSITION = 0x20;
const COMMIT_POSITION = 0x28;
const METADATA = 0x32;
const CUSTOM_METADATA = 0x3a;
const DATA = 0x42;
const MAP_KEY = 0x0a;
const MAP_VALUE = 0x12;

const UUID_LENGTH = 36;
/** 2^63-1 as a varint. */
const TOMBSTONE_VARINT = Buffer.from('ffffffffffffffff7f', 'hex');

/** Entries of the metadata map that never vary. */
const mapEntry = (key: string, value: string): Buffer => {
  const body = Buffer.concat([field(MAP_KEY, Buffer.from(key)), field(MAP_VALUE, Buffer.from(value))]);
  return field(METADATA, body);
};
const JSON_ENTRY = mapEntry('content-type', 'application/json');
const BINARY_ENTRY = mapEntry('content-type', 'application/octet-stream');
const TYPE_KEY = field(MAP_KEY, Buffer.from('type'));
const CREATED_KEY = field(MAP_KEY, Buffer.from('created'));

/** A `ReadResp` that holds one event; with links resolved, `link` is the event that pointed to it. */
export function encodeEvent(event: EventRow | undefined, link?: EventRow): Buffer {
  const original = link ?? event;
  const eventLength = event ? recordedLength(event) : 0;
  const linkLength = link ? recordedLength(link) : 0;
  const position = original ? original[0] : 0;
  const readLength =
    (event ? 1 + varintLength(eventLength) + eventLength : 0) +
    (link ? 1 + varintLength(linkLength) + linkLength : 0) +
    1 +
    varintLength(position);

  const buffer = Buffer.allocUnsafe(1 + varintLength(readLength) + readLength);
  buffer[0] = RESPONSE_EVENT;
  let at = writeVarint(buffer, 1, readLength);
  if (event) {
    buffer[at] = READ_EVENT;
    at = writeRecorded(buffer, writeVarint(buffer, at + 1, eventLength), event);
  }
  if (link) {
    buffer[at] = READ_LINK;
    at = writeRecorded(buffer, writeVarint(buffer, at + 1, linkLength), link);
  }
  buffer[at] = READ_COMMIT_POSITION;
  writeVarint(buffer, at + 1, position);
  return buffer;
}

/** 16 bytes of a UUID written as text. */
export const uuidBytes = (text: string): Uint8Array => Buffer.from(text.replaceAll('-', ''), 'hex');

export const decodeText = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');

function recordedLength([position, streamName, revision, , type, isJson, createdMs, data, metadata]: EventRow): number {
  const nameLength = Buffer.byteLength(streamName);
  const identifierLength = 1 + varintLength(nameLength) + nameLength;
  return (
    2 +
    2 +
    UUID_LENGTH +
    (1 + varintLength(identifierLength) + identifierLength) +
    (1 + revisionLength(revision)) +
    2 * (1 + varintLength(position)) +
    entryLength(TYPE_KEY, Buffer.byteLength(type)) +
    entryLength(CREATED_KEY, createdTicks(createdMs).length) +
    (isJson ? JSON_ENTRY : BINARY_ENTRY).length +
    (metadata.length > 0 ? 1 + varintLength(metadata.length) + metadata.length : 0) +
    (data.length > 0 ? 1 + varintLength(data.length) + data.length : 0)
  );
}

function writeRecorded(buffer: Buffer, start: number, row: EventRow): number {
  const [position, streamName, revision, id, type, isJson, createdMs, data, metadata] = row;
  let at = start;
  buffer[at] = ID;
  buffer[at + 1] = 2 + UUID_LENGTH;
  buffer[at + 2] = ID_STRING;
  buffer[at + 3] = UUID_LENGTH;
  at = writeUuid(buffer, at + 4, id);

  const nameLength = Buffer.byteLength(streamName);
  buffer[at] = STREAM_IDENTIFIER;
  at = writeVarint(buffer, at + 1, 1 + varintLength(nameLength) + nameLength);
  buffer[at] = STREAM_NAME;
  at = writeVarint(buffer, at + 1, nameLength);
  at += buffer.write(streamName, at);

  buffer[at] = STREAM_REVISION;
  at = writeRevision(buffer, at + 1, revision);
  buffer[at] = PREPARE_POSITION;
  at = writeVarint(buffer, at + 1, position);
  buffer[at] = COMMIT_POSITION;
  at = writeVarint(buffer, at + 1, position);

  at = writeEntry(buffer, at, TYPE_KEY, type);
  at = writeEntry(buffer, at, CREATED_KEY, createdTicks(createdMs));
  at = writeBytes(buffer, at, isJson ? JSON_ENTRY : BINARY_ENTRY);

  if (metadata.length > 0) {
    buffer[at] = CUSTOM_METADATA;
    at = writeBytes(buffer, writeVarint(buffer, at + 1, metadata.length), metadata);
  }
  if (data.length > 0) {
    buffer[at] = DATA;
    at = writeBytes(buffer, writeVarint(buffer, at + 1, data.length), data);
  }
  return at;
}

/** The protocol counts .NET ticks of 100 ns since 1970. */
const createdTicks = (createdMs: number): string => `${createdMs}0000`;

const entryLength = (key: Buffer, valueLength: number): number => {
  const body = key.length + 1 + varintLength(valueLength) + valueLength;
  return 1 + varintLength(body) + body;
};

function writeEntry(buffer: Buffer, start: number, key: Buffer, value: string): number {
  const valueLength = Buffer.byteLength(value);
  buffer[start] = METADATA;
  let at = writeVarint(buffer, start + 1, key.length + 1 + varintLength(valueLength) + valueLength);
  at = writeBytes(buffer, at, key);
  buffer[at] = MAP_VALUE;
  at = writeVarint(buffer, at + 1, valueLength);
  return at + buffer.write(value, at);
}

const revisionLength = (revision: number): number =>
  revision === TOMBSTONE_REVISION ? TOMBSTONE_VARINT.length : varintLength(revision);

const writeRevision = (buffer: Buffer, at: number, revision: number): number =>
  revision === TOMBSTONE_REVISION ? writeBytes(buffer, at, TOMBSTONE_VARINT) : writeVarint(buffer, at, revision);

function writeBytes(buffer: Buffer, at: number, bytes: Uint8Array): number {
  buffer.set(bytes, at);
  return at + bytes.length;
}

const HEX = Buffer.from('0123456789abcdef');
const DASH = 0x2d;

function writeUuid(buffer: Buffer, start: number, id: Uint8Array): number {
  let at = start;
  for (let i = 0; i < 16; i++) {
    if (i === 4 || i === 6 || i === 8 || i === 10) buffer[at++] = DASH;
    const byte = id[i] as number;
    buffer[at++] = HEX[byte >> 4] as number;
    buffer[at++] = HEX[byte & 15] as number;
  }
  return at;
}

function varintLength(value: number): number {
  let length = 1;
  for (let rest = value; rest >= 0x80; rest = Math.floor(rest / 0x80)) length += 1;
  return length;
}

function writeVarint(buffer: Buffer, start: number, value: number): number {
  let at = start;
  let rest = value;
  while (rest >= 0x80) {
    buffer[at++] = (rest % 0x80) | 0x80;
    rest = Math.floor(rest / 0x80);
  }
  buffer[at++] = rest;
  return at;
}

function field(tag: number, body: Buffer): Buffer {
  const head = Buffer.alloc(1 + varintLength(body.length));
  head[0] = tag;
  writeVarint(head, 1, body.length);
  return Buffer.concat([head, body]);
}
