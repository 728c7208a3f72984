import { type CaseState, Refusal } from '#foundation/process';

/** R-ALL-12: somebody else recorded a step meanwhile. Says which, so that the caller need not ask again. */
export class StaleRevision extends Refusal {
  constructor(
    readonly expected: number,
    readonly actual: CaseState,
  ) {
    super('R-ALL-12', 'stale', { reason: `the case is at revision ${actual.revision}, not ${expected}` });
  }

  /** The steps recorded since the revision that the caller saw. */
  get changed(): readonly object[] {
    return this.actual.events
      .filter((event) => event.revision > this.expected)
      .map((event) => ({
        revision: event.revision,
        event: event.type,
        occurredOn: event.on,
        recordedAt: event.metadata.recordedAt,
        actingRole: event.metadata.actingRole,
      }));
  }
}
