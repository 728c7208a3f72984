import { type LocalDate } from '#foundation/calendar';
import { type Origin } from './envelope.js';
import { type CaseView } from './case-view.js';
import { type Claim } from './claims.js';
import { type Role } from './roles.js';
import { type Township } from './township.js';

/** Who takes the step. Grids and villages limit where; empty means the whole township. */
export interface Actor {
  readonly staffRef: string;
  readonly roles: readonly Role[];
  readonly grids: readonly string[];
  readonly villages: readonly string[];
  /** The import enters what others did on paper: it acts in whatever role the step allows. */
  readonly onBehalf?: boolean;
}

/**
 * Everything a decision needs that is not in the case: handed in, so that deciding stays pure. The same request
 * decided twice on the same case gives the same event.
 */
export interface DecisionContext {
  readonly eventId: string;
  readonly requestId: string;
  readonly requestHash: string;
  readonly correlationId: string;
  readonly causationId: string;
  /** Instant of deciding, UTC. */
  readonly now: string;
  readonly today: LocalDate;
  /** Day of a step that has no date of its own, where a paper ledger names one; otherwise that is today. */
  readonly occurredOn?: LocalDate;
  readonly actor: Actor;
  readonly township: Township;
  /** The configuration as it stood at an instant: a correction replays each step under the rules of its own day. */
  readonly townshipAt: (instant: string) => Township;
  readonly origin: Origin;
  readonly lateEntryReason?: string;
  readonly legalTextVersion?: string;
  /** Looked up before deciding: is this number or place taken by another case? */
  readonly isTaken: (claim: Claim) => boolean;
  readonly processOf: (caseRef: string) => string | undefined;
  /** Other cases that the step relates to, folded; undefined for one that does not exist. */
  readonly related?: (process: string, ref: string) => CaseView | undefined;
  /** The cases of a kind that belong to this one, folded. */
  readonly children?: (process: string) => readonly CaseView[];
}
