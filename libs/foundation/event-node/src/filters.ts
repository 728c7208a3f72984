import { type ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import { invalidArgument } from './errors.js';
import { type EventRow } from './storage.js';

/** What a reader of $all asked to be spared. */
export interface Filter {
  matches(row: EventRow): boolean;
  /** A checkpoint is due after so many events were looked at. */
  checkpointInterval: number;
}

/** How many events the real server looks at between two checkpoints when the client leaves it open. */
const DEFAULT_SEARCH_WINDOW = 32;

/** @throws INVALID_ARGUMENT for an expression that is no regular expression, or none at all. */
export function parseFilter(options: ReadReq.Options.FilterOptions): Filter {
  const expression = options.getEventType() ?? options.getStreamIdentifier();
  if (!expression) throw invalidArgument('A filter needs an event type or a stream name to look at');
  const subject = options.hasEventType() ? (row: EventRow) => row[4] : (row: EventRow) => row[1];
  const window = options.hasMax() ? options.getMax() : DEFAULT_SEARCH_WINDOW;
  const accepts = expression.getRegex() ? byRegex(expression.getRegex()) : byPrefix(expression.getPrefixList());
  return {
    matches: (row) => accepts(subject(row)),
    checkpointInterval: Math.max(1, window) * Math.max(1, options.getCheckpointintervalmultiplier()),
  };
}

function byRegex(source: string): (value: string) => boolean {
  try {
    const regex = new RegExp(source, 'u');
    return (value) => regex.test(value);
  } catch {
    throw invalidArgument(`'${source}' is not a valid regular expression`);
  }
}

const byPrefix =
  (prefixes: readonly string[]): ((value: string) => boolean) =>
  (value) =>
    prefixes.some((prefix) => value.startsWith(prefix));
