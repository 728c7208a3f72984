import { LogUnavailable, WrongRevision } from '#foundation/event-log';
import { shanghaiDate } from '#foundation/calendar';
import {
  accusedStaffOf,
  type CaseState,
  chainStart,
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
import { type Lookups, namedCases, relationsOf } from './relations.js';
import { type Recorded, type SeriesRequest, type StepRequest } from './request.js';
import { type ClaimSource, type Holder, type Wanted } from './reservations.js';
import { staleRevision } from './stale-revision.js';

/** What deciding needs to look up outside the case. */
export interface Surroundings extends Lookups {
  readonly now: () => Date;
  readonly township: () => Township;
  readonly townshipAt: (instant: string) => Township;
  /** Stream category of a case, undefined when there is none, or none for that member of staff: it complains of them. */
  readonly processOf: (caseRef: string, asker: string) => Promise<string | undefined>;
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
    let caseId = request.caseId ?? newCaseId(this.around.now());
    const wish = { kind: 'request', value: requestId, process: process.name, caseId, requestId, requestHash };
    let { state, fresh } = request.caseId
      ? await this.store.load(process, caseId)
      : // A case that opens under an id made a moment ago is not looked for in the log.
        { state: emptyCase(process, caseId), fresh: true };
    let repeated = this.firstAnswer(process, state, request);
    if (repeated) return this.settled(repeated, requestId);
    // Thought through before anything is taken: the request's own id and all that its steps need go in one statement.
    let series: Series | Refusal | undefined = await this.deliberate(request, state);
    const first = await this.take(wish, request, state, series, taken);
    let { conflicts } = first;
    if (first.holder) {
      // What was taken beside the id was taken for a case that will not open.
      if (!request.caseId) await this.reservations.release(taken.splice(0));
      const earlier = await this.earlierRequest(request, first.holder, wish, taken);
      if (typeof earlier !== 'string') return earlier;
      caseId = earlier;
      state = await this.store.reload(process, caseId);
      fresh = true;
      series = undefined;
    }
    for (let tries = 1; ; tries++) {
      if (!series) {
        repeated = this.firstAnswer(process, state, request);
        if (repeated) return this.settled(repeated, requestId);
        series = await this.deliberate(request, state);
        ({ conflicts } = await this.take(undefined, request, state, series, taken));
      }
      const outcome = outcomeOf(request, series, conflicts);
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
      series = undefined;
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

  /**
   * The steps of a request as if no number and no place were taken: what that needs is then known. Ends with the first
   * step that is refused all the same. A refusal instead when the request was
   * made on another revision of the case.
   */
  private async deliberate(request: SeriesRequest, before: CaseState): Promise<Series | Refusal> {
    const seen = seenBy(request, before);
    if (request.expectedRevision !== undefined && request.expectedRevision !== seen.revision)
      return staleRevision(request.expectedRevision, seen);
    const series: Deliberated[] = [];
    let state = seen;
    for (const [index, each] of request.steps.entries()) {
      const context = await this.contextOf(request, each, index, state);
      const prepared = prepare(request.process, state, each.step, each.body, context);
      const free = prepared.decide(() => false);
      series.push({ event: each.step.event, prepared, free });
      if (free.refusal) break;
      if (request.steps.length > index + 1) state = evolve(request.process, state, provisional(free.event, state));
    }
    return series;
  }

  private async contextOf(
    request: SeriesRequest,
    each: StepRequest,
    index: number,
    state: CaseState,
  ): Promise<Omit<DecisionContext, 'isTaken'>> {
    const now = this.around.now();
    const decidedAt = now.toISOString();
    const named = new Map<string, string | undefined>();
    for (const caseRef of namedCases(state, each))
      named.set(caseRef, await this.around.processOf(caseRef, each.actor.staffRef));
    return {
      eventId: eventIdOf(request.requestId, index, decidedAt),
      requestId: request.requestId,
      requestHash: request.requestHash,
      correlationId: request.cause?.correlationId ?? request.requestId,
      causationId: request.cause?.eventId ?? request.requestId,
      now: decidedAt,
      today: shanghaiDate(now),
      actor: each.actor,
      township: this.around.township(),
      townshipAt: this.around.townshipAt,
      origin: request.origin,
      ...(each.occurredOn ? { occurredOn: each.occurredOn } : {}),
      ...(each.lateEntryReason ? { lateEntryReason: each.lateEntryReason } : {}),
      ...(each.legalTextVersion ? { legalTextVersion: each.legalTextVersion } : {}),
      processOf: (caseRef) => named.get(caseRef),
      ...(await relationsOf(request.process, state, each, this.store, this.around)),
    };
  }

  /**
   * Takes the request's id, when it is given, and the numbers and the place that its steps need.
   * @returns who has sent a request of that id before, and the keys of what another case holds
   */
  private async take(
    wish: Wanted | undefined,
    request: SeriesRequest,
    state: CaseState,
    series: Series | Refusal,
    taken: Wanted[],
  ): Promise<{ readonly holder: Holder | undefined; readonly conflicts: ReadonlySet<string> }> {
    const conflicts = new Set<string>();
    const { process, requestId, requestHash } = request;
    const claims = series instanceof Refusal ? [] : series.flatMap(({ prepared }) => prepared.claims);
    const wanted = claims
      .filter((claim) => !taken.some((each) => each.kind === claim.kind && each.value === claim.value))
      .map(({ kind, value }) => ({ kind, value, process: process.name, caseId: state.caseId, requestId, requestHash }));
    const holders = await this.reservations.take(wish ? [wish, ...wanted] : wanted);
    const earlier = wish && holders.shift();
    if (wish && !earlier) taken.push(wish);
    for (const [index, each] of wanted.entries()) {
      const holder = holders[index];
      if (!holder) taken.push(each);
      // A request that was sent before is decided anew, or not at all: nobody else is asked to give way for it here.
      else if (earlier) continue;
      else if (await this.isFree(each, holder)) taken.push(each);
      else conflicts.add(claimKey({ kind: each.kind, value: each.value, refusal: '' }));
    }
    return { holder: earlier, conflicts };
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

/** A step thought through as if nothing that it needs were taken. */
interface Deliberated {
  readonly event: string;
  readonly prepared: Prepared;
  readonly free: Decision;
}

type Series = readonly Deliberated[];

/** The events of a request whose steps are thought through, given what other cases hold, or its first refusal. */
function outcomeOf(
  request: SeriesRequest,
  series: Series | Refusal,
  conflicts: ReadonlySet<string>,
): readonly NewEvent[] | Refusal {
  if (series instanceof Refusal) return series;
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

/**
 * Who is complained of in a case learns nothing of it, not even by trying a step: every answer is that of a case that
 * does not exist (processes.md 0.8.3). What a paper ledger or the product itself enters is no attempt to look.
 */
function seenBy({ process, steps, origin }: SeriesRequest, state: CaseState): CaseState {
  if (origin.kind !== 'web') return state;
  const accused = accusedStaffOf(process, state);
  return steps.some(({ actor }) => accused.includes(actor.staffRef)) ? emptyCase(process, state.caseId) : state;
}

const provisional = (event: NewEvent, before: CaseState): RecordedEvent => ({
  ...event,
  metadata: { ...event.metadata, chain: { previous: chainStart, hash: before.chainHash } },
  revision: before.revision + 1,
  position: before.position,
});
