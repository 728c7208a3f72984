import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';

/** 'LHEN' in ASCII: `file` and auditors' tools can tell the log from any other SQLite database. */
const APPLICATION_ID = 0x4c48454e;
const FORMAT_VERSION = 1;

/**
 * The revision under which the tombstone of a stream is stored. The protocol says 2^63-1, which JavaScript cannot hold;
 * the wire format translates (see wire.ts).
 */
export const TOMBSTONE_REVISION = Number.MAX_SAFE_INTEGER;

const SCHEMA = `
  CREATE TABLE stream (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
  ) STRICT;

  CREATE TABLE event (
    position   INTEGER PRIMARY KEY,
    stream     INTEGER NOT NULL REFERENCES stream (id),
    revision   INTEGER NOT NULL,
    id         BLOB NOT NULL CHECK (length(id) = 16),
    type       TEXT NOT NULL,
    is_json    INTEGER NOT NULL,
    created_ms INTEGER NOT NULL,
    data       BLOB NOT NULL,
    metadata   BLOB NOT NULL
  ) STRICT;

  CREATE UNIQUE INDEX event_by_revision ON event (stream, revision);
  CREATE INDEX event_by_id ON event (stream, id);

  CREATE VIEW log AS
    SELECT e.position, s.name AS stream, e.revision,
           lower(substr(hex(e.id), 1, 8) || '-' || substr(hex(e.id), 9, 4) || '-' || substr(hex(e.id), 13, 4) || '-' ||
                 substr(hex(e.id), 17, 4) || '-' || substr(hex(e.id), 21)) AS id,
           e.type, strftime('%Y-%m-%dT%H:%M:%fZ', e.created_ms / 1000.0, 'unixepoch') AS created,
           CASE WHEN e.is_json THEN CAST(e.data AS TEXT) ELSE hex(e.data) END AS data,
           CAST(e.metadata AS TEXT) AS metadata
    FROM event e JOIN stream s ON s.id = e.stream;
`;

/** One event as the read statements return it. Arrays, not objects: node:sqlite builds them more than twice as fast. */
export type EventRow = [
  position: number,
  streamName: string,
  revision: number,
  id: Uint8Array,
  type: string,
  isJson: number,
  createdMs: number,
  data: Uint8Array,
  metadata: Uint8Array,
];

const EVENT_COLUMNS =
  'e.position, s.name, e.revision, e.id, e.type, e.is_json, e.created_ms, e.data, e.metadata FROM event e JOIN stream s ON s.id = e.stream';

/**
 * The SQLite file and its prepared statements. One connection serves reads and writes: every statement runs to its end
 * before the next, so a read never sees an uncommitted append.
 */
export class Storage {
  readonly #db: DatabaseSync;
  readonly #guard: DatabaseSync;

  readonly findStream: StatementSync;
  readonly insertStream: StatementSync;
  readonly lastRevision: StatementSync;
  readonly insertEvent: StatementSync;
  readonly findById: StatementSync;
  readonly findByRevision: StatementSync;
  readonly allForwards: StatementSync;
  readonly allBackwards: StatementSync;
  readonly streamForwards: StatementSync;
  readonly streamBackwards: StatementSync;

  /** @throws when another process holds the file, or when it is not a log of this format. */
  constructor(file: string) {
    mkdirSync(dirname(file), { recursive: true });
    this.#guard = holdAlone(file);
    this.#db = new DatabaseSync(file);
    try {
      prepareFile(this.#db, file);
    } catch (error) {
      this.#db.close();
      this.#guard.close();
      throw error;
    }

    const rows = (sql: string): StatementSync => {
      const statement = this.#db.prepare(sql);
      statement.setReturnArrays(true);
      return statement;
    };
    this.findStream = rows('SELECT id FROM stream WHERE name = ?');
    this.insertStream = this.#db.prepare('INSERT INTO stream (name) VALUES (?)');
    this.lastRevision = rows('SELECT max(revision) FROM event WHERE stream = ?');
    this.insertEvent = this.#db.prepare('INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
    this.findById = rows(
      'SELECT revision, position FROM event WHERE stream = ? AND id = ? ORDER BY revision DESC LIMIT 1',
    );
    this.findByRevision = rows('SELECT id, position FROM event WHERE stream = ? AND revision = ?');
    this.allForwards = rows(`SELECT ${EVENT_COLUMNS} WHERE e.position BETWEEN ? AND ? ORDER BY e.position LIMIT ?`);
    this.allBackwards = rows(
      `SELECT ${EVENT_COLUMNS} WHERE e.position BETWEEN ? AND ? ORDER BY e.position DESC LIMIT ?`,
    );
    const ofStream = `${EVENT_COLUMNS} WHERE e.stream = ? AND e.revision BETWEEN ? AND ? ORDER BY e.revision`;
    this.streamForwards = rows(`SELECT ${ofStream} LIMIT ?`);
    this.streamBackwards = rows(`SELECT ${ofStream} DESC LIMIT ?`);
  }

  /** The position of the last committed event, 0 for an empty log. */
  lastPosition(): number {
    return (this.#db.prepare('SELECT coalesce(max(position), 0) AS last FROM event').get() as { last: number }).last;
  }

  begin(): void {
    this.#db.exec('BEGIN IMMEDIATE');
  }

  /** Returns once the transaction is on the disk (synchronous=FULL). */
  commit(): void {
    this.#db.exec('COMMIT');
  }

  rollback(): void {
    if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
  }

  close(): void {
    this.#db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    this.#db.close();
    this.#guard.close();
  }
}

/**
 * The node keeps the last position and revisions in memory, so two nodes on one file would corrupt the order.
 * The guard is an exclusive lock on a file beside the log: the operating system lets go of it however the process ends,
 * and the log itself stays readable for auditors while the node runs.
 */
function holdAlone(file: string): DatabaseSync {
  const guard = new DatabaseSync(`${file}.lock`);
  try {
    guard.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    return guard;
  } catch (error) {
    guard.close();
    throw new Error(`${file} is in use by another event node`, { cause: error });
  }
}

function prepareFile(db: DatabaseSync, file: string): void {
  const pragma = (name: string): number => Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0] as number;
  const applicationId = pragma('application_id');
  const isNew = applicationId === 0 && pragma('schema_version') === 0;
  if (!isNew && applicationId !== APPLICATION_ID) throw new Error(`${file} is not an event log`);
  if (!isNew && pragma('user_version') !== FORMAT_VERSION) {
    throw new Error(`${file} has format ${pragma('user_version')}, this program reads format ${FORMAT_VERSION}`);
  }
  // A checkpoint stalls one commit. Every 16 MiB of log it is rare, and most pages it writes were written many times.
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4096');
  db.exec('PRAGMA foreign_keys = ON; PRAGMA cache_size = -32768');
  if (!isNew) return;
  db.exec(`BEGIN IMMEDIATE; ${SCHEMA}
    PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${FORMAT_VERSION}; COMMIT`);
}
