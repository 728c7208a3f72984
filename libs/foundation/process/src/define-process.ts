import { type LocalDate } from '#foundation/calendar';
import { type CaseView, type EventShapes, type Recorded } from './case-view.js';
import { type Claim } from './claims.js';
import { type FieldSpec, fieldsOf } from './fields.js';
import { type Guard, guard, precondition, type RuleContext } from './guard.js';
import {
  type CaseSummary,
  type CommandClass,
  type DeadlineEffect,
  type DeadlineSpec,
  type Figure,
  type Move,
  type ObligationSpec,
  type ProcedureStage,
  type Process,
  type RelatedCase,
  type Step,
} from './process.js';
import { type Obligation, type RefusalCode } from './refusal.js';
import { type Role } from './roles.js';
import { sharedSteps } from './shared-steps.js';
import { type CaseEvent, type Fact } from './state.js';
import { type Text } from './text.js';

type Pair = readonly [zh: string, en: string];
type Any = 'NONE' | 'ANY' | 'ANY_OPEN';

interface MoveOf<Events extends EventShapes, State extends string> {
  readonly from: readonly (State | Any)[];
  readonly to: State | '(same)';
  readonly when?: (kase: CaseView<Events>) => boolean;
}

interface StepOf<Command, Events extends EventShapes, State extends string> {
  readonly label: Pair;
  readonly from?: readonly (State | Any)[];
  readonly to?: State | '(same)';
  /** Several lines of the table for one step, in place of `from` and `to`. */
  readonly moves?: readonly MoveOf<Events, State>[];
  readonly by: readonly Role[];
  readonly on: (keyof Command & string) | 'recorded';
  readonly guards?: readonly Guard<Command, Events>[];
  readonly unwanted?: { readonly names: RegExp; readonly code: RefusalCode };
  readonly future?: readonly (keyof Command & string)[];
  readonly numbers?: readonly (keyof Command & string)[];
  readonly sharedNumbers?: readonly (keyof Command & string)[];
  readonly notBefore?: readonly (keyof Events & string)[];
  readonly stage?: ProcedureStage;
  readonly openToAll?: boolean;
  readonly correction?: boolean;
  readonly relates?: (command: Readonly<Command>, kase: CaseView<Events>) => readonly RelatedCase[];
  readonly relatesChildren?: readonly string[];
  readonly follows?: {
    readonly [Field in keyof Command & string]?: (
      kase: CaseView<Events>,
      data: Readonly<Command>,
    ) => Command[Field] | undefined;
  };
}

interface ObligationOf<Events extends EventShapes> {
  readonly label: Pair;
  readonly opens: {
    readonly [Type in keyof Events & string]?: (
      event: Recorded<Events[Type]>,
      kase: CaseView<Events>,
    ) => string | readonly string[] | undefined;
  };
  readonly closes: {
    readonly [Type in keyof Events & string]?: (
      event: Recorded<Events[Type]>,
      key: string,
      kase: CaseView<Events>,
    ) => boolean;
  };
  readonly blocks: { readonly [Type in keyof Events & string]?: RefusalCode };
  readonly lapses?: (obligation: Obligation, kase: CaseView<Events>, on: LocalDate) => boolean;
  readonly elsewhere?: {
    readonly cases?: (kase: CaseView<Events>) => readonly RelatedCase[];
    readonly children?: string;
    readonly isOpen: (other: CaseView, kase: CaseView<Events>) => boolean;
  };
}

interface DeadlineOf<Events extends EventShapes> {
  readonly label: Pair;
  readonly starts: readonly (keyof Events & string)[];
  readonly ends: readonly (keyof Events & string)[];
  readonly length: string;
  readonly unit: string;
  readonly owner: Role | 'PARTY' | 'OTHER_ORGAN';
  readonly basis: string;
  readonly effect: DeadlineEffect;
  readonly applies?: (started: CaseEvent, kase: CaseView<Events>) => boolean;
  readonly meets?: DeadlineSpec['meets'];
  readonly from?: DeadlineSpec<CaseView<Events>>['from'];
  readonly dueOn?: DeadlineSpec<CaseView<Events>>['dueOn'];
  readonly extraDays?: DeadlineSpec<CaseView<Events>>['extraDays'];
  readonly terms?: DeadlineSpec<CaseView<Events>>['terms'];
  readonly movedBy?: readonly (keyof Events & string)[];
  readonly repeats?: DeadlineSpec<CaseView<Events>>['repeats'];
}

type FactOf = Omit<Fact, 'eventId'>;

interface ProcessOf<Events extends EventShapes, State extends string> {
  readonly name: string;
  readonly title: Pair;
  readonly states: Readonly<Record<State, readonly [zh: string, en: string, terminal?: 'terminal']>>;
  readonly steps: readonly Step[];
  readonly restarts: readonly (keyof Events & string)[];
  readonly obligations: Readonly<Record<string, ObligationOf<Events>>>;
  readonly deadlines: Readonly<Record<string, DeadlineOf<Events>>>;
  readonly facts: {
    readonly [Type in keyof Events & string]?: (event: Recorded<Events[Type]>, kase: CaseView<Events>) => FactOf[];
  };
  readonly derivedFacts?: readonly {
    readonly on: readonly (keyof Events & string)[];
    readonly kinds: readonly string[];
    readonly facts: (kase: CaseView<Events>) => Fact[];
  }[];
  readonly voids: {
    readonly [Type in keyof Events & string]?: (
      event: Recorded<Events[Type]>,
      kase: CaseView<Events>,
    ) => (fact: Fact) => boolean;
  };
  readonly figures: readonly Figure[];
  readonly caseNumber: Pair;
  readonly holds?: (kase: CaseView<Events>) => readonly Claim[];
  readonly keeps?: (kase: CaseView<Events>) => readonly Claim[];
  readonly registeredAs?: (kase: CaseView<Events>) => string | undefined;
  readonly accused?: (kase: CaseView<Events>) => readonly string[];
  readonly summary: (kase: CaseView<Events>) => CaseSummary;
}

const text = ([zh, en]: readonly [string, string, ...unknown[]]): Text => ({ zh, en });

/**
 * The words in which a process is written, typed by its events and states: a step whose command, states, roles,
 * field names or guards do not fit does not compile.
 *
 * @typeParam Events names each event with the command class whose fields it carries
 * @typeParam State the state codes of the process
 */
export function vocabulary<Events extends EventShapes, State extends string>() {
  return {
    guard: <Command>(
      code: RefusalCode,
      holds: (command: Command, kase: CaseView<Events>, context: RuleContext) => boolean,
      field?: keyof Command & string,
    ): Guard<Command, Events> => guard(code, holds, field),

    precondition: (
      code: RefusalCode,
      holds: (kase: CaseView<Events>, context: RuleContext) => boolean,
    ): Guard<object, Events> => precondition(code, holds),

    /** One line of the table: this command, taken from these states by these roles, emits that event. */
    step: <Type extends keyof Events & string>(
      event: Type,
      command: CommandClass<Events[Type]>,
      spec: StepOf<Events[Type], Events, State>,
    ): Step => ({
      event,
      commandName: command.name,
      command,
      label: text(spec.label),
      fields: fieldsOf(command),
      moves: (spec.moves ?? [{ from: spec.from ?? [], to: spec.to ?? '(same)' }]) as readonly Move[],
      by: spec.by,
      // Variance: a guard of this command is only ever called with this command, by decide.
      guards: (spec.guards ?? []) as readonly unknown[] as readonly Guard[],
      occurredOn: spec.on,
      futureDates: spec.future ?? [],
      numbers: spec.numbers ?? [],
      sharedNumbers: spec.sharedNumbers ?? [],
      ...(spec.notBefore ? { notBefore: spec.notBefore } : {}),
      ...(spec.stage ? { stage: spec.stage } : {}),
      ...(spec.unwanted ? { unwanted: spec.unwanted } : {}),
      openToAll: spec.openToAll ?? false,
      correction: spec.correction ?? false,
      relates: (spec.relates ?? (() => [])) as unknown as Step['relates'],
      declaresRelations: spec.relates !== undefined,
      relatesChildren: spec.relatesChildren ?? [],
      follows: (spec.follows ?? {}) as unknown as Step['follows'],
    }),

    process: (spec: ProcessOf<Events, State>): Process =>
      buildProcess(spec as unknown as ProcessOf<EventShapes, string>),
  };
}

function buildProcess(spec: ProcessOf<EventShapes, string>): Process {
  const steps = [...spec.steps, ...sharedSteps];
  const states = Object.fromEntries(
    Object.entries(spec.states).map(([code, words]) => [
      code,
      { ...text(words), terminal: words[2] === 'terminal', open: words[2] !== 'terminal' },
    ]),
  );
  checkTable(spec.name, steps, Object.keys(states));
  const obligations = Object.entries(spec.obligations).map(([code, each]) => obligation(code, each));
  const deadlines = Object.entries(spec.deadlines).map(([code, { label, starts, ends, ...each }]): DeadlineSpec => ({
    ...each,
    ...{ code, label: text(label), startsOn: starts, endsOn: ends },
  }));
  return {
    name: spec.name,
    title: text(spec.title),
    states,
    steps,
    stepOfEvent: new Map(steps.map((step) => [step.event, step])),
    stepOfCommand: new Map(steps.map((step) => [step.commandName, step])),
    restarts: new Set(spec.restarts),
    obligations,
    obligationsOfEvent: byEvent(obligations, ({ opens, closes }) => [...Object.keys(opens), ...Object.keys(closes)]),
    deadlines,
    deadlineOfCode: new Map(deadlines.map((each) => [each.code, each])),
    deadlinesOfEvent: byEvent(deadlines, ({ startsOn }) => startsOn),
    facts: lift(spec.facts) as Process['facts'],
    derivedFacts: spec.derivedFacts ?? [],
    voids: lift(spec.voids) as Process['voids'],
    figures: spec.figures,
    caseNumber: { prefix: text(spec.caseNumber) },
    holds: spec.holds ?? (() => []),
    keeps: spec.keeps ?? (() => []),
    registeredAs: spec.registeredAs ?? (() => undefined),
    accused: spec.accused ?? (() => []),
    summary: spec.summary,
  };
}

/** A fold asks with every event: it looks at those that the event concerns, in the order in which they are declared. */
function byEvent<Spec>(specs: readonly Spec[], eventsOf: (spec: Spec) => readonly string[]): Map<string, Spec[]> {
  const found = new Map<string, Spec[]>();
  for (const spec of specs)
    for (const event of new Set(eventsOf(spec))) {
      const together = found.get(event);
      if (together) together.push(spec);
      else found.set(event, [spec]);
    }
  return found;
}

/** Facts and obligations are written over `Recorded`; the fold hands them the event it holds. */
function lift<Result>(
  table: Readonly<Record<string, ((event: Recorded<object>, kase: CaseView) => Result) | undefined>>,
): Record<string, (event: CaseEvent, kase: CaseView) => Result> {
  const lifted: Record<string, (event: CaseEvent, kase: CaseView) => Result> = {};
  for (const [type, rule] of Object.entries(table))
    if (rule) lifted[type] = (event, kase) => rule(recorded(event), kase);
  return lifted;
}

const recorded = (event: CaseEvent): Recorded<object> => ({
  id: event.id,
  type: event.type,
  on: event.on,
  by: event.metadata.recordedByStaffRef,
  role: event.metadata.actingRole,
  revision: event.revision,
  recordedAt: event.metadata.recordedAt,
  data: event.data,
});

function obligation(code: string, spec: ObligationOf<EventShapes>): ObligationSpec {
  const closes: Record<string, (event: CaseEvent, key: string, kase: CaseView) => boolean> = {};
  for (const [type, rule] of Object.entries(spec.closes))
    if (rule) closes[type] = (event, key, kase) => rule(recorded(event), key, kase);
  return {
    code,
    label: text(spec.label),
    opens: lift(spec.opens),
    closes,
    ...(spec.lapses ? { lapses: spec.lapses } : {}),
    ...(spec.elsewhere ? { elsewhere: spec.elsewhere } : {}),
    blocks: Object.fromEntries(Object.entries(spec.blocks).filter((entry): entry is [string, string] => !!entry[1])),
  };
}

/** What the type checker cannot see: every state reached and left exists, every event and command is named once. */
function checkTable(name: string, steps: readonly Step[], states: readonly string[]): void {
  if (!/^[a-z][A-Za-z]*$/.test(name)) throw new Error(`process name ${name} does not make a stream category`);
  const seen = new Set<string>();
  for (const step of steps) {
    for (const key of [step.event, step.commandName]) {
      if (seen.has(key)) throw new Error(`${name}: ${key} stands twice in the table`);
      seen.add(key);
    }
    const named = step.moves.flatMap((move) => [...move.from, move.to]);
    const unknown = named.find(
      (code) => !['NONE', 'ANY', 'ANY_OPEN', '(same)'].includes(code) && !states.includes(code),
    );
    if (unknown) throw new Error(`${name}: ${step.event} names the state ${unknown}, which is not in the table`);
    const fields = new Set(step.fields.map((field: FieldSpec) => field.name));
    if (step.occurredOn !== 'recorded' && !fields.has(step.occurredOn))
      throw new Error(`${name}: ${step.event} takes its date from a field it does not have`);
  }
}
