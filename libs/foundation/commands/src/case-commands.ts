import { LogUnavailable, WrongRevision } from '#foundation/event-log';
import { shanghaiDate } from '#foundation/calendar';
import {
  type CaseState,
  chainStart,
  type Claim,
  claimKey,
  type Decision,
  type DecisionContext,
  emptyCase,
  evolve,
  fold,
  heldClaims,
  type NewEvent,
  prepare,
  type Prepared,
  type Process,
  type RecordedEvent,
  Refusal,
  type Township,
} from '#foundation/process';
import { type Cases } from './case-store.js';
import { eventIdOf, isUuid, newCaseId } from './ids.js';
import { type Lookups, relationsOf, linkedCases } from './relations.js';
import { type Recorded, type SeriesRequest, type StepRequest } from './request.js';
import { type ClaimSource, type Holder, type Wanted } from './reservations.js';
import { staleRevision } from './stale-revision.js';

/** What deciding needs to look up outside the case. */
export interface Surroundings extends Lookups {
  readonly now: () => Date;
  readonly township: () => Township;
  readonly townshipAt: (instant: string) => Township;
  /** Stream category of a case, undefined when there is none. */
  readonly processOf: (caseRef: string) => Promise<string | undefined>;
}

const maxTries = 8;
/** No append begins later than this after its request: what was reserved for it might be somebody else's by its end. */
const appendWithinMs = 30_000;
/** Longer than that and an append together: a reservation older than this belongs to nobody. */
const abandonedMs = 60_000;

/** The one way in which steps are recorded: read, decide, append with the revision that was read. */
export class CaseCommands {
  constructor(
    private readonly store: Cases,
    private readonly reservations: ClaimSource,
    private readonly around: Surroundings,
  ) {}

  /**
   * Records the steps of a request, all or none, once however often it is sent.
   * @throws Refusal with the code of the rule, LogUnavailable
   */
  async record(request: SeriesRequest): Promise<Recorded> {
    const taken: Wanted[] = [];
    try {
      return await this.attempt(request, taken);
    } catch (error) {
      // What a refused request had taken is free again at once; what an unanswered append took stays taken, because
      // the log may hold it.
      if (error instanceof Refusal) await this.reservations.release(taken).catch(() => undefined);
      throw error;
    }
  }

  private async attempt(request: SeriesRequest, taken: Wanted[]): Promise<Recorded> {
    const { process, requestId, requestHash } = request;
    const began = performance.now();
    const ownId = request.caseId ?? newCaseId(this.around.now());
    const wish = { kind: 'request', value: requestId, process: process.name, caseId: ownId, requestId, requestHash };
    const [holders, loaded] = await Promise.all([
      this.reservations.take([wish]),
      request.caseId ? this.store.load(process, ownId) : undefined,
    ]);
    let caseId = ownId;
    if (holders[0]) {
      const earlier = await this.earlierRequest(request, holders[0], wish, taken);
      if (typeof earlier !== 'string') return earlier;
      caseId = earlier;
    } else {
      taken.push(wish);
    }
    let { state, fresh } =
      loaded && caseId === ownId
        ? loaded
        : // A case that opens under an id made a moment ago is not looked for in the log.
          { state: holders[0] ? await this.store.reload(process, caseId) : emptyCase(process, caseId), fresh: true };
    for (let tries = 1; ; tries++) {
      const repeated = this.firstAnswer(process, state, request);
      if (repeated) return this.settled(repeated, requestId);
      const outcome = await this.decideSeries(request, state, taken);
      if (outcome instanceof Refusal) {
        // A refusal is never given from memory: somebody may have moved the case on meanwhile.
        if (fresh) throw outcome;
      } else {
        if (performance.now() - began > appendWithinMs) throw new LogUnavailable();
        try {
          const appended = await this.store.append(process, state, outcome);
          const recorded = {
            caseId,
            state: appended.state,
            events: appended.events.map(({ id, type, revision }) => ({ id, type, revision })),
            revision: appended.revision,
            position: appended.position,
            first: true,
          };
          return this.settled(recorded, requestId);
        } catch (error) {
          if (!(error instanceof WrongRevision) || tries >= maxTries) throw error;
        }
      }
      state = await this.store.reload(process, caseId);
      fresh = true;
    }
  }

  private settled(recorded: Recorded, requestId: string): Recorded {
    this.reservations.settle(requestId, recorded.position);
    return recorded;
  }

  /** Answers a repeated request with its first result; the same id with other content is refused (R-ALL-06). */
  private firstAnswer(process: Process, state: CaseState, request: SeriesRequest): Recorded | undefined {
    const mine = state.events.filter((event) => event.metadata.requestId === request.requestId);
    const last = mine.at(-1);
    if (!last) return undefined;
    if (last.metadata.requestHash !== request.requestHash)
      throw new Refusal('R-ALL-06', 'rule', { reason: 'the request id was used with other content' });
    const then = fold(
      process,
      state.caseId,
      state.events.filter((event) => event.revision <= last.revision),
    );
    return {
      caseId: state.caseId,
      state: then,
      events: mine.map(({ id, type, revision }) => ({ id, type, revision })),
      revision: last.revision,
      position: last.position,
      first: false,
    };
  }

  /**
   * The request id is known already: from this very request sent before, whose case it then names, or from another.
   * @returns the case to go on with, or the first answer
   */
  private async earlierRequest(
    request: SeriesRequest,
    holder: Holder,
    wish: Wanted,
    taken: Wanted[],
  ): Promise<string | Recorded> {
    const reused = new Refusal('R-ALL-06', 'rule', { reason: 'the request id was used with other content' });
    const process = this.around.processes.get(holder.process);
    const state = process && isUuid(holder.caseId) ? await this.store.reload(process, holder.caseId) : undefined;
    if (process && state) {
      const answered = this.firstAnswer(process, state, request);
      if (answered) return this.settled(answered, request.requestId);
    }
    if (holder.requestHash === request.requestHash && process === request.process) {
      taken.push({ ...wish, caseId: holder.caseId });
      return holder.caseId;
    }
    // Under way with other content, or left behind by a process that was killed before it recorded anything.
    if (holder.ageMs < abandonedMs || !(await this.reservations.takeOver(wish, holder))) throw reused;
    taken.push(wish);
    return wish.caseId;
  }

  private async decideSeries(
    request: SeriesRequest,
    before: CaseState,
    taken: Wanted[],
  ): Promise<readonly NewEvent[] | Refusal> {
    if (request.expectedRevision !== undefined && request.expectedRevision !== before.revision)
      return staleRevision(request.expectedRevision, before);
    // First as if nothing were taken: then all that the steps need is known, and reserved in one go.
    const series: { readonly event: string; readonly prepared: Prepared; readonly free: Decision }[] = [];
    let state = before;
    for (const [index, each] of request.steps.entries()) {
      const context = await this.contextOf(request, each, index, state);
      const prepared = prepare(request.process, state, each.step, each.body, context);
      const free = prepared.decide(() => false);
      series.push({ event: each.step.event, prepared, free });
      if (free.refusal) break;
      if (request.steps.length > index + 1) state = evolve(request.process, state, provisional(free.event, state));
    }
    const claims = series.flatMap(({ prepared }) => prepared.claims);
    const conflicts = await this.takeClaims(request, before, claims, taken);
    const events: NewEvent[] = [];
    for (const { event, prepared, free } of series) {
      const decision = conflicts.size === 0 ? free : prepared.decide((claim) => conflicts.has(claimKey(claim)));
      if (decision.refusal) {
        if (request.steps.length > 1) decision.refusal.step = event;
        return decision.refusal;
      }
      events.push(decision.event);
    }
    return events;
  }

  private async contextOf(
    request: SeriesRequest,
    each: StepRequest,
    index: number,
    state: CaseState,
  ): Promise<Omit<DecisionContext, 'isTaken'>> {
    const now = this.around.now();
    const linked = new Map<string, string | undefined>();
    for (const caseRef of linkedCases(state, each)) linked.set(caseRef, await this.around.processOf(caseRef));
    return {
      eventId: eventIdOf(request.requestId, index),
      requestId: request.requestId,
      requestHash: request.requestHash,
      correlationId: request.requestId,
      causationId: request.requestId,
      now: now.toISOString(),
      today: shanghaiDate(now),
      actor: each.actor,
      township: this.around.township(),
      townshipAt: this.around.townshipAt,
      origin: request.origin,
      ...(each.occurredOn ? { occurredOn: each.occurredOn } : {}),
      ...(each.lateEntryReason ? { lateEntryReason: each.lateEntryReason } : {}),
      ...(each.legalTextVersion ? { legalTextVersion: each.legalTextVersion } : {}),
      processOf: (caseRef) => linked.get(caseRef),
      ...(await relationsOf(request.process, state, each, this.store, this.around)),
    };
  }

  /** Takes the numbers and the place that a step needs. @returns the keys of those that another case holds */
  private async takeClaims(
    request: SeriesRequest,
    state: CaseState,
    claims: readonly Claim[],
    taken: Wanted[],
  ): Promise<ReadonlySet<string>> {
    const conflicts = new Set<string>();
    const { process, requestId, requestHash } = request;
    const wanted = claims
      .filter((claim) => !taken.some((each) => each.kind === claim.kind && each.value === claim.value))
      .map(({ kind, value }) => ({ kind, value, process: process.name, caseId: state.caseId, requestId, requestHash }));
    const holders = await this.reservations.take(wanted);
    for (const [index, each] of wanted.entries()) {
      const holder = holders[index];
      if (!holder || (await this.isFree(each, holder))) taken.push(each);
      else conflicts.add(claimKey({ kind: each.kind, value: each.value, refusal: '' }));
    }
    return conflicts;
  }

  /** A claim stands only as long as the log says so: its holder may have closed, corrected, or never recorded it. */
  private async isFree(wanted: Wanted, holder: Holder): Promise<boolean> {
    const process = this.around.processes.get(holder.process);
    if (process && isUuid(holder.caseId)) {
      const owner = await this.store.reload(process, holder.caseId);
      if (heldClaims(process, owner).some((claim) => claim.kind === wanted.kind && claim.value === wanted.value))
        return false;
      const recorded = owner.events.map((event) => event.metadata.requestId);
      const underWay = holder.pending && !recorded.includes(holder.requestId ?? '');
      if (underWay && holder.ageMs < abandonedMs) return false;
      return this.reservations.takeOver(wanted, holder, recorded);
    }
    return false;
  }
}

const provisional = (event: NewEvent, before: CaseState): RecordedEvent => ({
  ...event,
  metadata: { ...event.metadata, chain: { previous: chainStart, hash: before.chainHash } },
  revision: before.revision + 1,
  position: before.position,
});
