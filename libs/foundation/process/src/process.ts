import { type LocalDate, type LocalDateTime } from '#foundation/calendar';
import { type CaseView, type EventShapes } from './case-view.js';
import { type Claim } from './claims.js';
import { type FieldSpec } from './fields.js';
import { type Guard } from './guard.js';
import { type Obligation, type RefusalCode } from './refusal.js';
import { type Role } from './roles.js';
import { type CaseEvent, type Fact } from './state.js';
import { type Text } from './text.js';

export type CommandClass<Command extends object = object> = new () => Command;

export interface StateSpec extends Text {
  /** No step but corrections, look-backs and reopenings follows. */
  readonly terminal: boolean;
  /** Counted by `ANY_OPEN`. */
  readonly open: boolean;
}

/** One line of the table: from which states to which. `ANY` and `ANY_OPEN` as in the specification. */
export interface Move {
  readonly from: readonly string[];
  /** A state code, or `(same)`. */
  readonly to: string;
  /** Chooses between two moves out of the same state. */
  readonly when?: (kase: CaseView) => boolean;
}

/** The stage of the procedure that a step documents (code list ProcedureStage). */
export type ProcedureStage =
  'START' | 'SURVEY' | 'EVIDENCE' | 'HEARING' | 'REVIEW' | 'DECISION' | 'SERVICE' | 'EXECUTION' | 'CLOSING';

export interface Step {
  readonly event: string;
  readonly commandName: string;
  readonly command: CommandClass;
  readonly label: Text;
  readonly fields: readonly FieldSpec[];
  readonly moves: readonly Move[];
  readonly by: readonly Role[];
  readonly guards: readonly Guard[];
  /** Names that a field of this step will never have, and the code that says so instead of the general one. */
  readonly unwanted?: { readonly names: RegExp; readonly code: RefusalCode };
  /** Field that gives the business date, or `recorded` for the day of recording. */
  readonly occurredOn: string;
  /** Planned and due dates, which R-ALL-02 does not test. */
  readonly futureDates: readonly string[];
  /** Fields that hold official numbers, each usable once in the product (R-ALL-06). */
  readonly numbers: readonly string[];
  /** Fields whose official numbers several steps of this case may name, and no other case: one seizure, many things. */
  readonly sharedNumbers: readonly string[];
  /** The earlier steps this one may not precede (R-ALL-03); without it, the step that led into the present state. */
  readonly notBefore?: readonly string[];
  readonly stage?: ProcedureStage;
  /** Any holder of the role may take it, assigned handler or not: second-person checks. */
  readonly openToAll: boolean;
  readonly correction: boolean;
  /** Other cases that the guards read; the handler folds them before deciding. */
  readonly relates: (command: Readonly<Record<string, unknown>>, kase: CaseView) => readonly RelatedCase[];
  /** Whether `relates` was declared at all: most steps look at no other case. */
  readonly declaresRelations: boolean;
  /** Kinds of case that belong to this one and that the guards read whole, such as the households of a project. */
  readonly relatesChildren: readonly string[];
  /** Fields that repeat an earlier step's value and move with it when that step is corrected. */
  readonly follows: Readonly<Record<string, (kase: CaseView, data: CaseEvent['data']) => unknown>>;
}

export interface ObligationSpec {
  readonly code: string;
  readonly label: Text;
  /** Event → key or keys of the obligations it opens, or undefined when it opens none. */
  readonly opens: Readonly<
    Record<string, (event: CaseEvent, kase: CaseView) => string | readonly string[] | undefined>
  >;
  /** Event → whether it closes the one with that key. */
  readonly closes: Readonly<Record<string, (event: CaseEvent, key: string, kase: CaseView) => boolean>>;
  /** Events refused while it is open, with the code of that refusal. */
  readonly blocks: Readonly<Record<string, RefusalCode>>;
  /** Whether it no longer stands in the way on that business date, though nothing settled it. */
  readonly lapses?: (obligation: Obligation, kase: CaseView, on: LocalDate) => boolean;
  /** Where it is settled in another case's stream: whether that case, folded, still owes it. */
  readonly elsewhere?: {
    readonly cases?: (kase: CaseView) => readonly RelatedCase[];
    /** A kind of case that belongs to this one; the blocked steps name it in `relatesChildren`. */
    readonly children?: string;
    readonly isOpen: (other: CaseView, kase: CaseView) => boolean;
  };
}

export type DeadlineEffect = 'MISSED_EVENT' | 'FLAG' | 'REFUSE' | 'LAPSE' | 'OPEN_NEXT' | 'WARN' | 'WAITING';

/** A term as a rule: how many of which unit, counted from a day, a minute, or the end of another term. */
export interface TermRule {
  readonly n: number;
  readonly unit: 'working' | 'calendar' | 'month' | 'year' | 'hour';
  readonly bound: 'at' | 'min' | 'max';
  readonly from: LocalDate | LocalDateTime | TermRule;
  /** Whether it runs on over a rest day (T-END); absent, it does when the deadline is the party's. */
  readonly favoursCitizen?: boolean;
}

export interface DeadlineSpec<View = CaseView> {
  readonly code: string;
  readonly label: Text;
  readonly startsOn: readonly string[];
  readonly endsOn: readonly string[];
  /** As in deadlines.csv: parts such as `3d`, `min 10d`, `6m`. */
  readonly length: string;
  readonly unit: string;
  readonly owner: Role | 'PARTY' | 'OTHER_ORGAN';
  readonly basis: string;
  readonly effect: DeadlineEffect;
  readonly applies?: (started: CaseEvent, kase: View) => boolean;
  /** Whether that event ends this one of several that run; absent, it ends every one. */
  readonly meets?: (ended: CaseEvent, started: CaseEvent) => boolean;
  /** The day or minute from which it counts, where that is not the business date of the event that started it. */
  readonly from?: (started: CaseEvent, kase: View) => LocalDate | LocalDateTime | undefined;
  /** The date that stands in a paper, in place of a length; undefined where the paper names none. */
  readonly dueOn?: (started: CaseEvent, kase: View) => LocalDate | undefined;
  /** Days by which it is longer: an extension, days that do not count. */
  readonly extraDays?: (started: CaseEvent, kase: View) => number;
  /** The terms as rules, where the length says too little. */
  readonly terms?: (started: CaseEvent, kase: View) => readonly TermRule[];
  /** Events that change what the hooks above answer while it runs. */
  readonly movedBy?: readonly string[];
  /** Whether it begins anew with the event that met it. */
  readonly repeats?: (ended: CaseEvent, kase: View) => boolean;
}

/** A figure of the half-year report: an aggregate over facts of one kind. */
export interface Figure {
  readonly id: string;
  readonly label: Text;
  /** `case:<context>`, as in figures.csv; absent for the two parts of a ratio, which are shown with it. */
  readonly source?: string;
  /** Shown unit, as in the report. */
  readonly unit: string;
  /** How a value is shown: `integer`, `decimal2-m2`, ... */
  readonly format: string;
  readonly factKind: string;
  /** Dimensions a fact must have, one code or one of several; absent ones may be anything. */
  readonly where: Readonly<Record<string, string | readonly string[]>>;
  readonly aggregate: FigureAggregate;
  /** `flow` counts the facts of the period, `stock` those standing on its last day. */
  readonly measure?: 'flow' | 'stock';
  /** Of `distinct`: only keys that such a fact of whatever date names too, or only those that none names. */
  readonly among?: KeyFilter;
  readonly except?: KeyFilter;
  /** Ids of numerator and denominator, for `ratio`: basis points rounded half up, null without a denominator. */
  readonly parts?: readonly [numerator: string, denominator: string];
}

/** Facts of another kind, often of other cases, that say which keys count. */
export type KeyFilter = Pick<Figure, 'factKind' | 'where'>;

/**
 * `count` facts, `sum` their quantities, `distinct` their keys, `latest` the last date (by `on`), `value` the latest
 * quantity, `ratio` of two other figures.
 */
export type FigureAggregate = 'count' | 'sum' | 'distinct' | 'latest' | 'value' | 'ratio';

/** Facts that depend on the whole case, made anew whenever one of the named events is recorded. */
export interface DerivedFacts {
  readonly on: readonly string[];
  /** Kinds of fact that are made here and nowhere else. */
  readonly kinds: readonly string[];
  readonly facts: (kase: CaseView) => Fact[];
}

/** Another case that a rule reads: by its id, or by the number under which its kind registers cases. */
export interface RelatedCase {
  readonly process: string;
  readonly ref: string;
}

/** One kind of case, whole: what the engine, the routes, the forms, the catalogue and the statistics are made from. */
export interface Process {
  /** Stream category; no dash, because EventStoreDB splits the category there. */
  readonly name: string;
  readonly title: Text;
  readonly states: Readonly<Record<string, StateSpec>>;
  readonly steps: readonly Step[];
  readonly stepOfEvent: ReadonlyMap<string, Step>;
  readonly stepOfCommand: ReadonlyMap<string, Step>;
  /** Events that begin a new round of the case. */
  readonly restarts: ReadonlySet<string>;
  readonly obligations: readonly ObligationSpec[];
  /** Event → the obligations that it may open or close. */
  readonly obligationsOfEvent: ReadonlyMap<string, readonly ObligationSpec[]>;
  readonly deadlines: readonly DeadlineSpec[];
  readonly deadlineOfCode: ReadonlyMap<string, DeadlineSpec>;
  /** Event → the deadlines that it may start. */
  readonly deadlinesOfEvent: ReadonlyMap<string, readonly DeadlineSpec[]>;
  readonly facts: Readonly<Record<string, (event: CaseEvent, kase: CaseView) => Omit<Fact, 'eventId'>[]>>;
  /** Event → which standing facts fall with it. */
  readonly derivedFacts: readonly DerivedFacts[];
  readonly voids: Readonly<Record<string, (event: CaseEvent, kase: CaseView) => (fact: Fact) => boolean>>;
  readonly figures: readonly Figure[];
  readonly caseNumber: { readonly prefix: Text };
  /** Claims that hold while the case is open, such as the place of a structure. */
  readonly holds: (kase: CaseView) => readonly Claim[];
  /** Claims that outlast the case's closing, such as a party that was compensated once in a project. */
  readonly keeps: (kase: CaseView) => readonly Claim[];
  /** The number under which other cases name this one, where the kind registers one: a project, a mission. */
  readonly registeredAs: (kase: CaseView) => string | undefined;
  /** Staff whom the case complains of: for them it does not exist. */
  readonly accused: (kase: CaseView) => readonly string[];
  /** What the case list shows and filters by. `parent` is the registered number of the case it belongs to. */
  readonly summary: (kase: CaseView) => CaseSummary;
}

export interface CaseSummary {
  readonly gridCode?: string;
  readonly place?: string;
  readonly parent?: string;
}

export type { EventShapes };
