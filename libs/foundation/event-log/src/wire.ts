/**
 * Answers of the log out of protocol bytes. A rebuild reads every event that there ever was, so each goes from the wire
 * to the product's own event at once, and nothing is made of what the product does not ask for. The layout is that of
 * `ReadResp` in streams.proto.
 */

/** What the product takes from a recorded event; data and metadata are still text. */
export interface WireEvent {
  stream: string;
  id: string;
  type: string;
  /** What the writer said of its data; anything but JSON is bytes that only the writer understands. */
  contentType: string;
  data: string | undefined;
  metadata: string | undefined;
  revision: number;
  /** -1 when the server does not say. */
  position: number;
}

export interface WireAnswer {
  /** Undefined for a link whose event is gone, and for answers that bring no event. */
  event: WireEvent | undefined;
  /** Position of what the log was read up to, a link's own when it is one; -1 when the server does not say. */
  position: number;
}

/** Tags: field number * 8 + wire type. */
const RESPONSE_EVENT = 0x0a;
const READ_EVENT = 0x0a;
const READ_COMMIT_POSITION = 0x18;
const ID = 0x0a;
const ID_STRING = 0x12;
const STREAM_IDENTIFIER = 0x12;
const STREAM_NAME = 0x1a;
const STREAM_REVISION = 0x18;
const COMMIT_POSITION = 0x28;
const METADATA = 0x32;
const CUSTOM_METADATA = 0x3a;
const DATA = 0x42;
const MAP_KEY = 0x0a;
const MAP_VALUE = 0x12;

/** Wire types, the lower three bits of a tag. */
const VARINT = 0;
const FIXED_64 = 1;
const LENGTH_DELIMITED = 2;
const FIXED_32 = 5;

/**
 * @param bytes one `ReadResp`, of a reading that asked for ids as text
 * @throws RangeError when the bytes end too early or hold what no protocol buffer does
 */
export function decodeAnswer(bytes: Buffer): WireAnswer {
  const answer: WireAnswer = { event: undefined, position: -1 };
  const wire = new Wire(bytes);
  while (wire.more())
    if (wire.tag() === RESPONSE_EVENT) wire.nested(readEvent, answer);
    else wire.skip();
  return answer;
}

function readEvent(wire: Wire, answer: WireAnswer): void {
  while (wire.more())
    switch (wire.tag()) {
      case READ_EVENT:
        answer.event = {
          stream: '',
          id: '',
          type: '',
          contentType: '',
          data: undefined,
          metadata: undefined,
          revision: 0,
          position: -1,
        };
        wire.nested(recordedEvent, answer.event);
        break;
      case READ_COMMIT_POSITION:
        answer.position = wire.varint();
        break;
      default:
        wire.skip();
    }
}

function recordedEvent(wire: Wire, event: WireEvent): void {
  while (wire.more())
    switch (wire.tag()) {
      case ID:
        event.id = wire.textIn(ID_STRING);
        break;
      case STREAM_IDENTIFIER:
        event.stream = wire.textIn(STREAM_NAME);
        break;
      case STREAM_REVISION:
        event.revision = wire.varint();
        break;
      case COMMIT_POSITION:
        event.position = wire.varint();
        break;
      case METADATA:
        wire.nested(systemMetadata, event);
        break;
      case CUSTOM_METADATA:
        event.metadata = wire.text();
        break;
      case DATA:
        event.data = wire.text();
        break;
      default:
        wire.skip();
    }
}

/** An entry of the map of what the server itself says of an event. */
function systemMetadata(wire: Wire, event: WireEvent): void {
  let key = '';
  while (wire.more())
    switch (wire.tag()) {
      case MAP_KEY:
        key = wire.text();
        break;
      case MAP_VALUE:
        if (key === 'type') event.type = wire.text();
        else if (key === 'content-type') event.contentType = wire.text();
        else wire.skip();
        break;
      default:
        wire.skip();
    }
}

/** A place in a message. After `tag` exactly one of the methods that take the field's value follows. */
class Wire {
  private at = 0;
  private end: number;
  private lastTag = 0;

  constructor(private readonly bytes: Buffer) {
    this.end = bytes.length;
  }

  more(): boolean {
    return this.at < this.end;
  }

  tag(): number {
    return (this.lastTag = this.varint());
  }

  /** An unsigned number of up to 64 bits; beyond 2^53 the nearest that a number can be. */
  varint(): number {
    let value = 0;
    for (let factor = 1; this.at < this.end; factor *= 0x80) {
      const byte = this.bytes[this.at++]!;
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
    }
    throw new RangeError('A number of the log does not end.');
  }

  text(): string {
    const end = this.endOfField();
    const from = this.at;
    this.at = end;
    return this.bytes.toString('utf8', from, end);
  }

  /** A message of which one text is wanted; empty when it is not there. */
  textIn(wanted: number): string {
    const outer = this.end;
    this.end = this.endOfField();
    let text = '';
    while (this.more())
      if (this.tag() === wanted) text = this.text();
      else this.skip();
    this.end = outer;
    return text;
  }

  /** Lets `read` read a message within this one, to its end. */
  nested<T>(read: (wire: Wire, into: T) => void, into: T): void {
    const outer = this.end;
    this.end = this.endOfField();
    read(this, into);
    this.end = outer;
  }

  /** Passes over a field that nobody asks for, or that a later server has added. */
  skip(): void {
    const type = this.lastTag & 7;
    if (type === VARINT) this.varint();
    else if (type === LENGTH_DELIMITED) this.at = this.endOfField();
    else if (type === FIXED_64) this.at = this.endAfter(8);
    else if (type === FIXED_32) this.at = this.endAfter(4);
    else throw new RangeError('An answer of the log holds an unknown kind of field.');
  }

  private endOfField(): number {
    return this.endAfter(this.varint());
  }

  private endAfter(length: number): number {
    const end = this.at + length;
    if (end > this.end) throw new RangeError('An answer of the log ends too early.');
    return end;
  }
}
