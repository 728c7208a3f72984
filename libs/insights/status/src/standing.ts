import { type LocalDate } from '#foundation/calendar';
import { type CaseState, type Claim, claimKey, heldClaims, type KnownSummary, type Process } from '#foundation/process';

/** How a case stands, as the list shows it. `parent` is the registered number of the case it belongs to. */
export interface Standing extends KnownSummary {
  readonly status: string;
  readonly statusSince: LocalDate;
  readonly openedOn: LocalDate | undefined;
  readonly lastEvent: string | undefined;
  readonly lastOn: LocalDate | undefined;
  readonly openObligations: number;
}

export function standingOf({ status, statusSince, events, summary, obligations }: CaseState): Standing {
  const last = events.at(-1);
  return {
    status,
    statusSince,
    gridCode: summary.gridCode,
    place: summary.place,
    parent: summary.parent,
    openedOn: events[0]?.on,
    lastEvent: last?.type,
    lastOn: last?.on,
    openObligations: obligations.length,
  };
}

/**
 * What the case holds so that no other case may take it, by claim key. History cannot be refused: where the words of a
 * case make no sense to its process it holds nothing, rather than everything standing still.
 */
export function claimsOf(process: Process, state: CaseState): ReadonlyMap<string, Claim> {
  try {
    return new Map(heldClaims(process, state).map((claim) => [claimKey(claim), claim]));
  } catch {
    return new Map();
  }
}
