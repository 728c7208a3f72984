import { type LocalDate } from '#foundation/calendar';
import { noSummary, summaryOf } from './case-summary.js';
import { viewOf } from './case-view.js';
import { replacedData } from './replacement.js';
import { type RecordedEvent } from './envelope.js';
import { localDayOf } from './moment.js';
import { type DeadlineSpec, type DerivedFacts, type Process, type Step } from './process.js';
import { reachableEvents } from './reach.js';
import { type Obligation } from './refusal.js';
import { type CaseEvent, type CaseState, type Deadline, type Fact } from './state.js';

const none: readonly never[] = [];

/** What a stream's first event names as its predecessor. */
export const chainStart = '0'.repeat(64);

/** A case before its first event. */
export function emptyCase(process: Process, caseId: string): CaseState {
  return {
    process: process.name,
    caseId,
    status: 'NONE',
    statusSince: '0000-00-00',
    revision: -1,
    position: -1,
    chainHash: chainStart,
    events: [],
    obligations: [],
    deadlines: [],
    facts: [],
    summary: noSummary,
    unknownEvents: [],
  };
}

/** Folds a whole stream. Total: history cannot be refused. */
export function fold(process: Process, caseId: string, events: readonly RecordedEvent[]): CaseState {
  return events.reduce((state, event) => evolve(process, state, event), emptyCase(process, caseId));
}

/**
 * The case after one more event. Pure and total: the given state is not touched, and no event, however old or
 * strange, makes it throw. A correction replays the case with the corrected values (processes.md 0.5).
 */
export function evolve(process: Process, state: CaseState, event: RecordedEvent): CaseState {
  const step = process.stepOfEvent.get(event.type);
  if (!step) {
    return { ...advance(state, event), unknownEvents: [...state.unknownEvents, event.type] };
  }
  const { id, type, data, metadata, revision, position } = event;
  const on = businessDate(step, data, event);
  // Name by name: it is done for every event that there ever was, and nothing else that an event carries is kept.
  const added: CaseEvent = { id, type, data, metadata, revision, position, on, correctedBy: none };
  return step.correction ? replay(process, state, added) : apply(process, state, step, added);
}

/** The date a step counts by: its own main date, else the day it was recorded under. */
export function businessDate(step: Step, data: Readonly<Record<string, unknown>>, event: RecordedEvent): LocalDate {
  const value = data[step.occurredOn];
  return typeof value === 'string' ? localDayOf(value) : event.metadata.occurredOn;
}

/** The state a step leads to, or undefined where the table has no move from here. */
export function targetOf(process: Process, step: Step, state: CaseState): string | undefined {
  for (const move of step.moves) {
    if (!startsFrom(process, move.from, state.status)) continue;
    if (move.when && !move.when(viewOf(state, process.restarts))) continue;
    return move.to === '(same)' ? state.status : move.to;
  }
  return undefined;
}

function startsFrom(process: Process, from: readonly string[], status: string): boolean {
  if (from.includes(status)) return true;
  if (status === 'NONE') return false;
  return from.includes('ANY') || (from.includes('ANY_OPEN') && process.states[status]?.open === true);
}

function advance(state: CaseState, event: RecordedEvent): CaseState {
  const { revision, position } = event;
  return { ...state, revision, position, chainHash: chainHashAfter(state, event) };
}

const chainHashAfter = (state: CaseState, { metadata }: RecordedEvent): string =>
  metadata.chain?.hash ?? state.chainHash;

/** The case after an event whose values already stand as they count today. */
export function apply(process: Process, state: CaseState, step: Step, event: CaseEvent): CaseState {
  const target = targetOf(process, step, state) ?? state.status;
  const moved = target !== state.status;
  const before = viewOf(state, process.restarts);
  // Nobody has it yet: it is filled in as its rules read it.
  const next: { -readonly [Name in keyof CaseState]: CaseState[Name] } = {
    process: state.process,
    caseId: state.caseId,
    status: target,
    statusSince: moved ? event.on : state.statusSince,
    revision: event.revision,
    position: event.position,
    chainHash: chainHashAfter(state, event),
    events: [...state.events, event],
    obligations: obligationsAfter(process, state, event, before),
    deadlines: state.deadlines,
    facts: state.facts,
    summary: state.summary,
    unknownEvents: state.unknownEvents,
  };
  const after = viewOf(next, process.restarts);
  next.deadlines = deadlinesAfter(process, next, event, after);
  next.facts = factsAfter(process, state.facts, event, after);
  next.summary = summaryOf(process, after);
  return next;
}

function obligationsAfter(
  process: Process,
  state: CaseState,
  event: CaseEvent,
  before: ReturnType<typeof viewOf>,
): readonly Obligation[] {
  let obligations = state.obligations;
  for (const spec of process.obligationsOfEvent.get(event.type) ?? none) {
    const closes = spec.closes[event.type];
    if (closes && obligations.length > 0)
      obligations = obligations.filter((each) => each.code !== spec.code || !closes(event, each.key, before));
    const opened = spec.opens[event.type]?.(event, before) ?? [];
    for (const key of typeof opened === 'string' ? [opened] : opened)
      if (!obligations.some((each) => each.code === spec.code && each.key === key))
        obligations = [...obligations, { code: spec.code, key, openedBy: event.type, openedOn: event.on }];
  }
  return obligations;
}

function deadlinesAfter(
  process: Process,
  state: CaseState,
  event: CaseEvent,
  view: ReturnType<typeof viewOf>,
): readonly Deadline[] {
  let deadlines = state.deadlines;
  if (event.type === 'DeadlineMissed') return withMiss(deadlines, event);
  const still = deadlines.some((each) => each.end === 'open') ? reachableEvents(process, state.status) : undefined;
  const restarts = process.restarts.has(event.type);
  const again: Deadline[] = [];
  if (still) {
    const after = (each: Deadline): Deadline => {
      if (each.end !== 'open') return each;
      const spec = process.deadlineOfCode.get(each.code);
      if (spec?.endsOn.includes(event.type) && isMetBy(spec, each, event, state)) {
        if (spec.repeats?.(event, view)) again.push(begun(spec, event));
        return { ...each, end: 'met', endedBy: event.id };
      }
      // A reopened case gets a new set of terms (processes.md 0.6), though the steps that ended the old ones come again.
      if (restarts || (spec && !spec.endsOn.some((type) => still.has(type))))
        return { ...each, end: 'void', endedBy: event.id };
      // Another object, so that whoever counted its days counts them anew.
      return spec?.movedBy?.includes(event.type) ? { ...each } : each;
    };
    // The list stays the same object where none of them moved.
    let moved: Deadline[] | undefined;
    for (const [index, was] of deadlines.entries()) {
      const is = after(was);
      if (is !== was) (moved ??= [...deadlines])[index] = is;
    }
    deadlines = moved ?? deadlines;
  }
  for (const spec of process.deadlinesOfEvent.get(event.type) ?? none)
    if (!spec.applies || spec.applies(event, view)) again.push(begun(spec, event));
  return again.length > 0 ? [...deadlines, ...again] : deadlines;
}

const begun = ({ code }: DeadlineSpec, event: CaseEvent): Deadline => ({
  ...{ code, startedBy: event.id, startedOn: event.on, end: 'open' },
});

function isMetBy(spec: DeadlineSpec, deadline: Deadline, event: CaseEvent, state: CaseState): boolean {
  if (!spec.meets) return true;
  const started = state.events.find(({ id }) => id === deadline.startedBy);
  return started !== undefined && spec.meets(event, started);
}

/** The clock names the events whose terms were missed; a miss that names none is that of the first of its code. */
function withMiss(deadlines: readonly Deadline[], { id, data, metadata }: CaseEvent): readonly Deadline[] {
  const own = deadlines.filter(({ code, missedBy }) => code === data.deadlineCode && missedBy === undefined);
  const { origin } = metadata;
  const named = origin?.kind === 'clock' && origin.startedBy;
  const missed = new Set(named ? own.filter(({ startedBy }) => named.includes(startedBy)) : own.slice(0, 1));
  return deadlines.map((each) => (missed.has(each) ? { ...each, missedBy: id } : each));
}

function factsAfter(
  process: Process,
  facts: readonly Fact[],
  event: CaseEvent,
  view: ReturnType<typeof viewOf>,
): readonly Fact[] {
  const falls = process.voids[event.type]?.(event, view);
  const standing = falls && facts.some(falls) ? facts.filter((fact) => !falls(fact)) : facts;
  const added = process.facts[event.type]?.(event, view);
  const grown =
    added && added.length > 0 ? [...standing, ...added.map((fact) => ({ ...fact, eventId: event.id }))] : standing;
  return process.derivedFacts.reduce((all, derived) => derivedAfter(all, derived, event, view), grown);
}

/** Facts over the whole case replace those made before; the list stays the same object where none of them moved. */
function derivedAfter(
  facts: readonly Fact[],
  derived: DerivedFacts,
  event: CaseEvent,
  view: ReturnType<typeof viewOf>,
): readonly Fact[] {
  if (!derived.on.includes(event.type)) return facts;
  const kinds = new Set(derived.kinds);
  const now = derived.facts(view);
  const was = facts.filter((fact) => kinds.has(fact.kind));
  return sameFacts(was, now) ? facts : [...facts.filter((fact) => !kinds.has(fact.kind)), ...now];
}

/** Folds the case anew with the corrected values in the place of the wrong ones; the correction itself comes last. */
function replay(process: Process, state: CaseState, correction: CaseEvent): CaseState {
  let replayed = emptyCase(process, state.caseId);
  for (const event of withCorrection(process, state, correction)) {
    const step = process.stepOfEvent.get(event.type)!;
    const data = followed(process, step, replayed, event);
    const on = data === event.data ? event.on : businessDate(step, data, event);
    replayed = apply(process, replayed, step, data === event.data ? event : { ...event, data, on });
  }
  return {
    ...replayed,
    facts: sameFacts(replayed.facts, state.facts) ? state.facts : replayed.facts,
    unknownEvents: state.unknownEvents,
  };
}

/** The case's events with a correction's new values put in, the correction added at the end. */
export function withCorrection(process: Process, state: CaseState, correction: CaseEvent): readonly CaseEvent[] {
  const targetId = correctedEventOf(state, correction.data.correctedEventId);
  const events = state.events.map((event) => {
    const step = process.stepOfEvent.get(event.type);
    if (event.id !== targetId || !step || step.correction) return event;
    const data = replacedData(step, event.data, correction.data.replacedFields).data;
    return {
      ...event,
      data,
      on: businessDate(step, data, event),
      correctedBy: [...event.correctedBy, correction.id],
    };
  });
  return [...events, correction];
}

/** The event whose values a correction changes: a correction of a correction reaches through to the first one. */
export function correctedEventOf(state: CaseState, correctedEventId: unknown): string | undefined {
  return state.events.find(
    (event) => event.id === correctedEventId || event.correctedBy.includes(String(correctedEventId)),
  )?.id;
}

/** Values that repeat an earlier step's move with it, so that a corrected survey carries the verification along. */
export function followed(process: Process, step: Step, before: CaseState, event: CaseEvent): CaseEvent['data'] {
  const names = Object.keys(step.follows);
  if (names.length === 0) return event.data;
  const view = viewOf(before, process.restarts);
  const data: Record<string, unknown> = { ...event.data };
  let changed = false;
  for (const name of names) {
    const value = step.follows[name]!(view, event.data);
    if (value !== undefined && value !== data[name]) {
      data[name] = value;
      changed = true;
    }
  }
  return changed ? data : event.data;
}

function sameFacts(a: readonly Fact[], b: readonly Fact[]): boolean {
  return a.length === b.length && JSON.stringify(a) === JSON.stringify(b);
}
