import { isLocalDate } from '#foundation/calendar';

/** What a column of a read model may hold, by its PostgreSQL name. */
export type ColumnType = keyof typeof typeIds;
export type Cell = string | number | boolean | null | undefined;

/** Numbers of the types in PostgreSQL's own catalogue (pg_type.dat): part of its protocol, they never change. */
const typeIds = {
  boolean: 16,
  bigint: 20,
  integer: 23,
  text: 25,
  date: 1082,
  timestamptz: 1184,
  uuid: 2950,
  jsonb: 3802,
} as const;

const HEADER_BYTES = 20;
const ABSENT = -1;
const JSONB_VERSION = 1;
const TWO_TO_32 = 0x1_0000_0000;

/**
 * Columns as PostgreSQL arrays in its binary format (array_recv and the receive functions of the element types). A third
 * of what it takes to load a row from text is the reading of the text: numbers, ids, days and instants come ready here.
 *
 * History cannot be refused: a value that its column cannot hold is left empty, so that no event, however strange, can
 * stop the read side.
 */
export class BinaryArrays {
  private bytes: Buffer;
  private at = 0;
  private readonly starts: number[] = [];

  /** @param capacity bytes to begin with; it grows by itself */
  constructor(capacity: number) {
    this.bytes = Buffer.allocUnsafeSlow(capacity);
  }

  /** One array of the values that the rows have under `name`. */
  add<Name extends string>(type: ColumnType, rows: readonly { readonly [Key in Name]: Cell }[], name: Name): void {
    this.starts.push(this.at);
    this.reserve(HEADER_BYTES);
    const holdsNull = 1;
    for (const field of [1, holdsNull, typeIds[type], rows.length, 1]) this.int32(field);
    const write = writers[type];
    for (const row of rows) {
      const cell = row[name];
      this.reserve(FIXED_BYTES);
      if (cell === null || cell === undefined) this.int32(ABSENT);
      else write(this, cell);
    }
  }

  /** The arrays in the order in which they were added. */
  finished(): readonly Buffer[] {
    return this.starts.map((start, index) => this.bytes.subarray(start, this.starts[index + 1] ?? this.at));
  }

  int32(value: number): void {
    const { bytes, at } = this;
    bytes[at] = value >> 24;
    bytes[at + 1] = value >> 16;
    bytes[at + 2] = value >> 8;
    bytes[at + 3] = value;
    this.at = at + 4;
  }

  byte(value: number): void {
    this.bytes[this.at++] = value;
  }

  /** 64 bits; a number is a safe integer. */
  int64(value: number | bigint): void {
    if (typeof value === 'bigint') {
      this.at = this.bytes.writeBigInt64BE(value, this.at);
      return;
    }
    this.int32(Math.floor(value / TWO_TO_32));
    this.int32(value | 0);
  }

  /** UTF-8 behind its length; `prefix` is a byte of the value in front of the text. */
  text(value: string, prefix?: number): void {
    this.reserve(3 * value.length + 5);
    const { bytes, at: lengthAt } = this;
    this.at += 4;
    if (prefix !== undefined) this.byte(prefix);
    this.at += this.ascii(value) ? value.length : bytes.write(storable(value), this.at);
    bytes.writeInt32BE(this.at - lengthAt - 4, lengthAt);
  }

  /** Most words are short codes, for which the way to the encoder and back is the longer one. False: not written. */
  private ascii(value: string): boolean {
    if (value.length > SHORT) return false;
    const { bytes, at } = this;
    for (let index = 0; index < value.length; index++) {
      const code = value.charCodeAt(index);
      if (code === 0 || code > ASCII) return false;
      bytes[at + index] = code;
    }
    return true;
  }

  /** 16 bytes from the text of a UUID behind their length; absent for any other text. */
  uuid(value: string): void {
    const { bytes, at: start } = this;
    let at = start + 4;
    let seen = value.length === 36 ? 0 : -1;
    for (let from = 0; from < value.length && seen >= 0; from += 2) {
      if (from === 8 || from === 13 || from === 18 || from === 23) {
        if (value.charCodeAt(from) !== DASH) seen = -1;
        from += 1;
      }
      const high = value.charCodeAt(from);
      const low = value.charCodeAt(from + 1);
      const byte = (nibbles[high & ASCII]! << 4) | nibbles[low & ASCII]!;
      seen |= byte | (ASCII - high) | (ASCII - low);
      bytes[at++] = byte;
    }
    if (seen < 0) return this.int32(ABSENT);
    this.int32(16);
    this.at = at;
  }

  private reserve(more: number): void {
    if (this.at + more <= this.bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(2 * this.bytes.length, this.at + more));
    this.bytes.copy(larger, 0, 0, this.at);
    this.bytes = larger;
  }
}

const ASCII = 0x7f;
const SHORT = 40;
const DASH = 0x2d;
/** By character code the value of a hexadecimal digit; -1, all bits set, for every other character. */
const nibbles = new Int8Array(128).fill(-1);
for (const [value, digit] of [...'0123456789abcdef'].entries())
  for (const each of [digit, digit.toUpperCase()]) nibbles[each.charCodeAt(0)] = value;

/** The most that any type but text takes, its length in front. */
const FIXED_BYTES = 4 + 16;

type Writer = (to: BinaryArrays, cell: string | number | boolean) => void;

const writers: Readonly<Record<ColumnType, Writer>> = {
  boolean(to, cell) {
    to.int32(1);
    to.byte(cell === true ? 1 : 0);
  },
  bigint(to, cell) {
    if (!Number.isSafeInteger(cell)) return to.int32(ABSENT);
    to.int32(8);
    to.int64(cell as number);
  },
  integer(to, cell) {
    if (typeof cell !== 'number' || (cell | 0) !== cell) return to.int32(ABSENT);
    to.int32(4);
    to.int32(cell);
  },
  text(to, cell) {
    to.text(typeof cell === 'string' ? cell : String(cell));
  },
  jsonb(to, cell) {
    to.text(String(cell), JSONB_VERSION);
  },
  date(to, cell) {
    const day = typeof cell === 'string' ? dayNumber(cell) : undefined;
    if (day === undefined) return to.int32(ABSENT);
    to.int32(4);
    to.int32(day);
  },
  timestamptz(to, cell) {
    const micros = typeof cell === 'string' ? microsOf(cell) : undefined;
    if (micros === undefined) return to.int32(ABSENT);
    to.int32(8);
    to.int64(micros);
  },
  uuid(to, cell) {
    if (typeof cell === 'string') to.uuid(cell);
    else to.int32(ABSENT);
  },
};

/** PostgreSQL cannot hold NUL in text; an event may. The read side shows it as the replacement character. */
const storable = (value: string): string => (value.includes('\0') ? value.replaceAll('\0', '\ufffd') : value);

const DAY_MS = 86_400_000;
/** PostgreSQL counts days and microseconds from 2000-01-01. */
const EPOCH_MS = Date.UTC(2000, 0, 1);

/** Days are few and every row has some: each is examined once. */
const days = new Map<string, number | undefined>();

function dayNumber(date: string): number | undefined {
  let day = days.get(date);
  if (day === undefined && !days.has(date)) {
    if (days.size > 20_000) days.clear();
    day = isLocalDate(date) ? (Date.parse(date) - EPOCH_MS) / DAY_MS : undefined;
    days.set(date, day);
  }
  return day;
}

const timeOfDay = /^.{10}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

/** Microseconds of a day that exists, a time of it, and how far that is from UTC; undefined for anything else. */
function microsOf(instant: string): number | bigint | undefined {
  if (!timeOfDay.test(instant)) return undefined;
  const day = dayNumber(instant.slice(0, 10));
  if (day === undefined) return undefined;
  let seconds = day * 86_400 + twoDigits(instant, 11) * 3_600 + twoDigits(instant, 14) * 60 + twoDigits(instant, 17);
  const zoneAt = instant.endsWith('Z') ? instant.length - 1 : instant.length - 6;
  if (zoneAt === instant.length - 6) {
    const ahead = twoDigits(instant, zoneAt + 1) * 3_600 + twoDigits(instant, zoneAt + 4) * 60;
    seconds += instant[zoneAt] === '-' ? ahead : -ahead;
  }
  const fraction = zoneAt > 19 ? Math.round(Number(instant.slice(19, zoneAt)) * 1_000_000) : 0;
  const micros = seconds * 1_000_000 + fraction;
  // Beyond the year 2285 a number is too coarse.
  return Number.isSafeInteger(micros) ? micros : BigInt(seconds) * 1_000_000n + BigInt(fraction);
}

const twoDigits = (text: string, at: number): number => (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;
