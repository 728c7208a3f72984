export { type LogEvent } from './log-event.js';
export { LogUnavailable, WrongRevision } from './errors.js';
export { type Appended, appendEndsWithinMs, connect, EventLog, type EventLogOptions } from './event-log.js';
export { type FollowBatch, type FollowOptions } from './follow.js';
export {
  canonicalJson,
  CHAIN_START,
  chainHash,
  type ChainFault,
  faultOf,
  linkEvents,
  type StreamVerdict,
  verifyStream,
} from './hash-chain.js';
