import { CalendarNotPublished, type LocalDate } from '#foundation/calendar';
import { findPersonalData } from '#foundation/privacy';
import { actingRole, scopeRefusal, standingRefusal } from './actor-rules.js';
import { type Claim, claimKey, heldClaims, numberClaims } from './claims.js';
import { type DecisionContext } from './context.js';
import { correctionRefusal } from './correction.js';
import { type NewEvent, type RecordedEvent } from './envelope.js';
import { chainStart, evolve, targetOf } from './evolve.js';
import { localDayOf } from './moment.js';
import { type Process, type Step } from './process.js';
import { Refusal } from './refusal.js';
import { type Role } from './roles.js';
import { blockingObligations, earliestDate, guardsRefusal, ruleContext } from './rules.js';
import { type CaseState } from './state.js';
import { type FieldFault, personalDataFaults, type Shape, shapeOf, signFaults } from './validation.js';

export type Decision =
  | { readonly event: NewEvent; readonly refusal?: undefined }
  | { readonly refusal: Refusal; readonly event?: undefined };

/** A step whose request has been read: what it would take, and the decision once it is known what is taken. */
export interface Prepared {
  /**
   * What the step would take that the case does not hold yet: the handler reserves it before deciding. Empty when the
   * step is refused anyway.
   */
  readonly claims: readonly Claim[];
  /** @param isTaken does another case hold this number or place? */
  decide(isTaken: DecisionContext['isTaken']): Decision;
}

/**
 * Decides one step: an event, or the one refusal that comes first. Pure. The order of the rules is that of
 * ledgers/README "Which code, when several would fit": what cannot be read, who acts, a date in the future, a state
 * that does not allow the step, a number already used, the step's own rules, the order of dates, what is still owed.
 *
 * @param body the command's fields as sent; `occurredOn` is not among them
 */
export function decide(
  process: Process,
  state: CaseState,
  step: Step,
  body: Readonly<Record<string, unknown>>,
  context: DecisionContext,
): Decision {
  return prepare(process, state, step, body, context).decide(context.isTaken);
}

/** As `decide`, in two parts: what has to be reserved is known before the decision is made. */
export function prepare(
  process: Process,
  state: CaseState,
  step: Step,
  body: Readonly<Record<string, unknown>>,
  context: Omit<DecisionContext, 'isTaken'>,
): Prepared {
  const admitted = admit(process, state, step, body, context);
  if (admitted instanceof Refusal) return { claims: [], decide: () => ({ refusal: admitted }) };
  // What a step holds beside its numbers cannot be told while it lacks a field.
  const complete = admitted.shape.missing.length === 0;
  const claims = complete ? newClaims(process, state, admitted) : numberClaims(step, admitted.event.data);
  return {
    claims,
    decide: (isTaken) => decideAdmitted(process, state, step, admitted, claims, { ...context, isTaken }),
  };
}

function decideAdmitted(
  process: Process,
  state: CaseState,
  step: Step,
  admitted: Admitted,
  claims: readonly Claim[],
  context: DecisionContext,
): Decision {
  try {
    const refusal = rulesRefusal(process, state, step, admitted, claims, context);
    return refusal ? { refusal } : { event: admitted.event };
  } catch (error) {
    // A term that runs past the last published holiday notice is refused, not guessed.
    if (error instanceof CalendarNotPublished)
      return { refusal: new Refusal('R-ALL-05', 'rule', { reason: error.message }) };
    throw error;
  }
}

interface Admitted {
  readonly shape: Shape;
  readonly role: Role;
  readonly on: LocalDate;
  readonly event: NewEvent;
}

function admit(
  process: Process,
  state: CaseState,
  step: Step,
  body: Readonly<Record<string, unknown>>,
  context: Omit<DecisionContext, 'isTaken'>,
): Admitted | Refusal {
  const shape = shapeOf(step, body);
  if (shape.malformed.length > 0) return faulty('malformed', shape.malformed);
  const personal = personalDataFaults(step, shape.command);
  if (personal.length > 0) return faulty('rule', personal);
  if (context.lateEntryReason && findPersonalData(context.lateEntryReason))
    return faulty('rule', [{ field: 'lateEntryReason', code: 'R-ALL-11' }]);
  const role = actingRole(step, context.actor);
  if (!role) return new Refusal('R-ALL-04', 'forbidden');
  const late = futureDates(step, shape.command, context.today);
  if (late.length > 0) return faulty('rule', late);
  if (context.occurredOn !== undefined && context.occurredOn > context.today) return new Refusal('R-ALL-02', 'rule');
  if (state.unknownEvents.length > 0)
    return new Refusal('R-ALL-01', 'conflict', { reason: `unknown event ${state.unknownEvents[0]}` });
  if (targetOf(process, step, state) === undefined)
    return new Refusal('R-ALL-01', state.revision < 0 ? 'not-found' : 'conflict');
  const refusal = standingRefusal(step, state, role, context) ?? scopeRefusal(state, shape.command, context);
  if (refusal) return refusal;
  const event = eventOf(state, step, shape, role, context);
  return { shape, role, on: event.metadata.occurredOn, event };
}

function rulesRefusal(
  process: Process,
  state: CaseState,
  step: Step,
  admitted: Admitted,
  claims: readonly Claim[],
  context: DecisionContext,
): Refusal | undefined {
  const { shape, on } = admitted;
  const used = usedNumber(process, state, step, shape, context);
  if (used) return used;
  if (shape.missing.length > 0) return faulty('rule', shape.missing);
  const taken = claims.find((claim) => context.isTaken(claim));
  if (taken) return new Refusal(taken.refusal, 'rule');
  const broken = guardsRefusal(process, state, step, shape.command, ruleContext(process, on, context));
  if (broken) return broken;
  const signs = signFaults(step, shape.command);
  if (signs.length > 0) return faulty('rule', signs);
  if (on < earliestDate(process, state, step)) return new Refusal('R-ALL-03', 'rule');
  if (step.correction) {
    const refusal = correctionRefusal(process, state, shape.command, context);
    if (refusal) return refusal;
  }
  const owed = blockingObligations(process, state, step, on, context);
  if (owed) return owed;
  if (context.township.isFrozen(on) && !context.lateEntryReason)
    return new Refusal('R-ALL-13', 'rule', { fields: [{ field: 'lateEntryReason', code: 'R-ALL-13' }] });
  return undefined;
}

function eventOf(
  state: CaseState,
  step: Step,
  shape: Shape,
  role: Role,
  context: Omit<DecisionContext, 'isTaken'>,
): NewEvent {
  const data: Record<string, unknown> = {};
  const command = shape.command as Record<string, unknown>;
  for (const field of step.fields) {
    const value = command[field.name];
    if (value !== undefined && value !== null) data[field.name] = value;
  }
  const main = data[step.occurredOn];
  return {
    id: context.eventId,
    type: step.event,
    data,
    metadata: {
      caseRef: state.caseId,
      occurredOn: typeof main === 'string' ? localDayOf(main) : (context.occurredOn ?? context.today),
      recordedAt: context.now,
      recordedByStaffRef: context.actor.staffRef,
      actingRole: role,
      requestId: context.requestId,
      requestHash: context.requestHash,
      ...(context.lateEntryReason ? { lateEntryReason: context.lateEntryReason } : {}),
      ...(context.legalTextVersion ? { legalTextVersion: context.legalTextVersion } : {}),
      origin: context.origin,
      $correlationId: context.correlationId,
      $causationId: context.causationId,
    },
  };
}

/** The case as it would be, to see what the step takes: a place at registration, again at reopening. */
function newClaims(process: Process, state: CaseState, admitted: Admitted): readonly Claim[] {
  const provisional: RecordedEvent = {
    ...admitted.event,
    metadata: { ...admitted.event.metadata, chain: { previous: chainStart, hash: chainStart } },
    revision: state.revision + 1,
    position: state.position + 1,
  };
  const before = new Set(heldClaims(process, state).map(claimKey));
  return heldClaims(process, evolve(process, state, provisional)).filter((claim) => !before.has(claimKey(claim)));
}

/** The case's own numbers are used too: one paper, one step. */
function usedNumber(
  process: Process,
  state: CaseState,
  step: Step,
  shape: Shape,
  context: DecisionContext,
): Refusal | undefined {
  const mine = numberClaims(step, shape.command as Record<string, unknown>);
  if (mine.length === 0) return undefined;
  const held = new Set(heldClaims(process, state).map(claimKey));
  const used = mine.some((claim) => held.has(claimKey(claim)) || context.isTaken(claim));
  return used
    ? faulty(
        'rule',
        step.numbers.map((field) => ({ field, code: 'R-ALL-06' })),
      )
    : undefined;
}

/** Business dates after today (R-ALL-02); planned and due dates are exempt. */
function futureDates(step: Step, command: object, today: LocalDate): readonly FieldFault[] {
  const faults: FieldFault[] = [];
  for (const field of step.fields) {
    if ((field.type !== 'date' && field.type !== 'datetime') || step.futureDates.includes(field.name)) continue;
    const value = (command as Record<string, unknown>)[field.name];
    for (const each of Array.isArray(value) ? value : [value])
      if (typeof each === 'string' && localDayOf(each) > today) faults.push({ field: field.name, code: 'R-ALL-02' });
  }
  return faults;
}

function faulty(kind: 'malformed' | 'rule', fields: readonly FieldFault[]): Refusal {
  return new Refusal(fields[0]!.code, kind, { fields });
}
