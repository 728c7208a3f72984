import { type LocalDate } from '#foundation/calendar';
import {
  type CaseState,
  type CaseSummary,
  type Claim,
  claimKey,
  heldClaims,
  type Process,
  viewOf,
} from '#foundation/process';

/** How a case stands, as the list shows it. */
export interface Standing {
  readonly status: string;
  readonly statusSince: LocalDate;
  readonly gridCode: string | undefined;
  readonly place: string | undefined;
  /** Registered number of the case it belongs to. */
  readonly parent: string | undefined;
  readonly openedOn: LocalDate | undefined;
  readonly lastEvent: string | undefined;
  readonly lastOn: LocalDate | undefined;
  readonly openObligations: number;
}

const standings = new WeakMap<CaseState, Standing>();
const claims = new WeakMap<CaseState, ReadonlyMap<string, Claim>>();

/**
 * History cannot be refused: where the words of a case make no sense to its process, the case is listed without them
 * rather than the whole list standing still.
 */
function orElse<T>(fallback: T, read: () => T): T {
  try {
    return read();
  } catch {
    return fallback;
  }
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Kept with the state: what stands after one event is asked for again before the next. */
export function standingOf(process: Process, state: CaseState): Standing {
  let standing = standings.get(state);
  if (!standing) {
    const last = state.events.at(-1);
    const { gridCode, place, parent } = orElse<CaseSummary>({}, () => process.summary(viewOf(state, process.restarts)));
    standing = {
      status: state.status,
      statusSince: state.statusSince,
      gridCode: textOf(gridCode),
      place: textOf(place),
      parent: textOf(parent),
      openedOn: state.events[0]?.on,
      lastEvent: last?.type,
      lastOn: last?.on,
      openObligations: state.obligations.length,
    };
    standings.set(state, standing);
  }
  return standing;
}

/** What the case holds so that no other case may take it, by claim key. */
export function claimsOf(process: Process, state: CaseState): ReadonlyMap<string, Claim> {
  let held = claims.get(state);
  if (!held) {
    held = new Map(orElse([], () => heldClaims(process, state)).map((claim) => [claimKey(claim), claim]));
    claims.set(state, held);
  }
  return held;
}
