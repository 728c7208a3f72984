import { type CaseState, Refusal } from '#foundation/process';

/** R-ALL-12: somebody else recorded a step meanwhile. Says which, so that the caller need not ask again. */
export function staleRevision(expected: number, actual: CaseState): Refusal {
  return new Refusal('R-ALL-12', 'stale', {
    reason: `the case is at revision ${actual.revision}, not ${expected}`,
    changed: actual.events
      .filter((event) => event.revision > expected)
      .map((event) => ({
        revision: event.revision,
        event: event.type,
        occurredOn: event.on,
        recordedAt: event.metadata.recordedAt,
        actingRole: event.metadata.actingRole,
      })),
  });
}
