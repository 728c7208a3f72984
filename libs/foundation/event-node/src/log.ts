import { Appender } from './append.js';
import { GroupCommit } from './group-commit.js';
import { Reader } from './reader.js';
import { Storage } from './storage.js';
import { Streams } from './streams.js';

/** The log as the services use it. */
export class EventLog {
  readonly streams: Streams;
  readonly reader: Reader;
  readonly appender: Appender;
  readonly commits: GroupCommit;
  readonly #storage: Storage;

  constructor(file: string) {
    this.#storage = new Storage(file);
    this.streams = new Streams(this.#storage);
    this.reader = new Reader(this.#storage, this.streams);
    this.appender = new Appender(this.#storage, this.streams);
    this.commits = new GroupCommit(this.#storage, () => this.appender.reset());
  }

  /** Position of the last committed event, 0 for none: nobody but a commit moves it, and a commit runs undisturbed. */
  get lastPosition(): number {
    return this.appender.position;
  }

  close(): void {
    this.commits.close();
    this.#storage.close();
  }
}
