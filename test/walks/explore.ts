import { addDays, type LocalDate } from '#foundation/calendar';
import { actorOf, type CastMember, type ExampleStep, exampleSettings } from '#foundation/given';
import {
  type CaseState,
  chainStart,
  decide,
  type DecisionContext,
  emptyCase,
  evolve,
  localDayOf,
  type Process,
  sharedEvents,
  type Step,
  targetOf,
  viewOf,
} from '#foundation/process';
import { type TownshipSettings, townshipOf } from '#foundation/settings';
import { daysBetween, eachText, moved } from './shift.js';

export type IdOf = (eventType: string) => string;
type Values = Readonly<Record<string, unknown>>;

/** A step of a walk, as somebody of the cast asks for it. */
export interface WalkStep {
  readonly command: string;
  readonly event: string;
  readonly by: CastMember;
  readonly body: (idOf: IdOf) => Values;
}

/** A case somewhere on its way, and the lawful steps that led there. */
export interface Node {
  readonly state: CaseState;
  readonly path: readonly WalkStep[];
  /** Which example told each type of event last: with other values the same step leads elsewhere. */
  readonly told: ReadonlyMap<string, ExampleStep>;
  /** The case one step earlier. */
  readonly before?: Node;
}

/** What lies outside the case while ways are looked for. */
export interface Outside {
  readonly today: LocalDate;
  readonly settings?: Partial<TownshipSettings>;
  /** Other cases by `process/ref`. */
  readonly related: Readonly<Record<string, { readonly process: Process; readonly state: CaseState }>>;
}

export interface Explored {
  /** Line of the table → a lawful way whose last step it is. */
  readonly found: ReadonlyMap<string, Node>;
}

/** How many histories with different steps are followed on from one state, and how many tellings of each of them. */
const widthOfState = 50;
const tellings = 3;
/** Days after the latest step at which a step is tried, when its own dates do not fit. */
const laterBy = [0, 1, 2, 8, 15, 35, 71, 100, 190, 371];

export const begin = (process: Process, caseId: string): Node => ({
  state: emptyCase(process, caseId),
  path: [],
  told: new Map(),
});

export const lineOf = (from: string, event: string, to: string): string =>
  `${from} ${event} ${to === '(same)' ? from : to}`;

/** Beside a procedure and in every state of it: corrections, and the steps that all kinds of case share. */
export const isEverywhere = (step: Step): boolean => step.correction || sharedEvents.has(step.event);

const fromAnyOpen = ({ event }: Step): string => `ANY_OPEN ${event}`;

/** The lines of a table as `from event to`; a step that may be taken wherever a case is open is one line. */
export function linesOf(process: Process): string[] {
  return process.steps
    .filter((step) => !isEverywhere(step))
    .flatMap((step) =>
      step.moves.flatMap(({ from, to }) =>
        from.map((state) => (state === 'ANY_OPEN' ? fromAnyOpen(step) : lineOf(state, step.event, to))),
      ),
    );
}

/**
 * Looks for a lawful way to every line of a process's table: breadth first from nothing and from the lives that
 * the examples tell, trying the example steps with dates moved to where the case stands. Deciding is the product's own; nothing here knows a rule.
 */
export function explore(
  process: Process,
  examples: readonly ExampleStep[],
  lives: readonly (readonly ExampleStep[])[],
  outside: Outside,
): Explored {
  const order = new Map(examples.map((example, at) => [example, at]));
  const wanted = new Set(linesOf(process));
  const found = new Map<string, Node>();
  const start = begin(process, '01890a5d-ac96-774b-bcce-b302099a8057');
  const seen = new Map<string, Set<string>>();
  const width = new Map<string, number>();
  const literals = numbersIn(process, examples);
  const take = (before: Node, step: Step, after: Node, always = false): boolean => {
    for (const line of [lineOf(before.state.status, step.event, after.state.status), fromAnyOpen(step)])
      if (wanted.has(line) && !found.has(line)) found.set(line, after);
    const { status } = after.state;
    const signature = signatureOf(after);
    const told = seen.get(signature) ?? new Set();
    if (told.size === 0) width.set(status, (width.get(status) ?? 0) + 1);
    const telling = [...after.told]
      .map(([type, example]) => `${type}#${order.get(example)}`)
      .sort()
      .join();
    if (told.has(telling)) return false;
    if (!always && (told.size >= tellings || width.get(status)! > widthOfState)) return false;
    seen.set(signature, told.add(telling));
    return true;
  };
  const border: Node[] = [start];
  for (const life of lives) {
    let before = start;
    for (const example of life) {
      const step = process.stepOfCommand.get(example.command);
      const after = step && follow(process, before, step, example, literals, outside);
      if (!after) break;
      if (take(before, step, after, true)) border.push(after);
      before = after;
    }
  }
  for (let at = 0; at < border.length && found.size < wanted.size; at++) {
    const before = border[at]!;
    for (const example of examples) {
      const step = process.stepOfCommand.get(example.command);
      if (!step || isEverywhere(step) || targetOf(process, step, before.state) === undefined) continue;
      const after = follow(process, before, step, example, literals, outside);
      if (after && take(before, step, after)) border.push(after);
    }
  }
  return { found };
}

/** What may make a difference later: where the case stands, what it owes, which steps it has behind it. */
function signatureOf({ state, told }: Node): string {
  const owed = state.obligations.map(({ code }) => code).sort();
  return [state.status, owed.join(), [...told.keys()].sort().join()].join('|');
}

/** The case after the step, with its dates where they stand or moved on, or undefined when the rules refuse it all the same. */
export function follow(
  process: Process,
  before: Node,
  step: Step,
  example: ExampleStep,
  literals: ReadonlySet<string>,
  outside: Outside,
): Node | undefined {
  if (typeof example.by !== 'string') return undefined;
  const by = example.by;
  const sample = bodyOf(example)(idsIn(before.state));
  const main = sample[step.occurredOn];
  const days = daysToMove(typeof main === 'string' ? localDayOf(main) : undefined, before.state, outside.today);
  for (const again of [false, true]) {
    for (const day of days) {
      const body = (idOf: IdOf): Values => renamed(moved(bodyOf(example)(idOf), day), again ? literals : undefined);
      const asked: WalkStep = { command: example.command, event: step.event, by, body };
      const state = stateAfter(process, before.state, step, asked, outside);
      if (typeof state !== 'string')
        return { state, path: [...before.path, asked], told: new Map(before.told).set(step.event, example), before };
      if (whateverTheDay.has(state)) break;
    }
    // A second paper of a kind bears another number.
    if (!before.told.has(step.event) && step.numbers.length === 0) break;
  }
  return undefined;
}

/** Refusals that another day does not lift. */
const whateverTheDay = new Set(['R-ALL-01', 'R-ALL-04', 'R-ALL-05', 'R-ALL-06', 'R-ALL-07']);

/** By how many days the example may be moved: not at all where it follows on, else to some days after the latest step. */
function daysToMove(own: LocalDate | undefined, { events }: CaseState, today: LocalDate): readonly number[] {
  if (own === undefined) return [0];
  if (events.length === 0) return [0, daysBetween(own, today)];
  const latest = events.map(({ on }) => on).reduce((day, on) => (on > day ? on : day));
  return [...(own >= latest ? [0] : []), ...laterBy.map((later) => daysBetween(own, addDays(latest, later)))];
}

export const bodyOf =
  ({ body }: ExampleStep) =>
  (idOf: IdOf): Values =>
    typeof body === 'function' ? body(idOf) : body;

const renamed = (body: Values, literals: ReadonlySet<string> | undefined): Values =>
  literals ? (eachText(body, (text) => (literals.has(text) ? `${text}改` : text)) as Values) : body;

export const idsIn =
  (state: CaseState): IdOf =>
  (type) =>
    state.events.findLast((event) => event.type === type)?.id ?? '01890a5d-ac96-774b-bcce-000000000000';

/** Official numbers of the examples; the number under which a case is registered stays as it is. */
function numbersIn(process: Process, examples: readonly ExampleStep[]): ReadonlySet<string> {
  const numbers = new Set<string>();
  for (const example of examples) {
    const step = process.stepOfCommand.get(example.command);
    if (!step || step.moves.some(({ from }) => from.includes('NONE'))) continue;
    const body = typeof example.body === 'function' ? {} : example.body;
    for (const field of [...step.numbers, ...step.sharedNumbers])
      if (typeof body[field] === 'string') numbers.add(body[field]);
  }
  return numbers;
}

function stateAfter(
  process: Process,
  before: CaseState,
  step: Step,
  asked: WalkStep,
  outside: Outside,
): CaseState | string {
  const sent = asked.body(idsIn(before));
  const namesCase = step.fields.some(({ name }) => name === 'caseRef');
  const body = namesCase ? { ...sent, caseRef: before.caseId } : sent;
  const { event, refusal } = decide(process, before, step, body, contextOf(before, asked.by, outside));
  if (!event) return refusal!.code;
  return evolve(process, before, {
    ...event,
    metadata: { ...event.metadata, chain: { previous: before.chainHash, hash: chainStart } },
    revision: before.revision + 1,
    position: before.revision + 1,
  });
}

function contextOf(state: CaseState, by: CastMember, { today, settings, related }: Outside): DecisionContext {
  const number = state.revision + 1;
  const township = townshipOf({ ...exampleSettings, ...settings });
  return {
    eventId: `00000000-0000-8000-8000-${String(number).padStart(12, '0')}`,
    ...{ requestId: `walk-${number}`, requestHash: 'a'.repeat(64) },
    ...{ correlationId: `walk-${number}`, causationId: `walk-${number}` },
    ...{ now: `${today}T04:00:00.000Z`, today, actor: actorOf(by) },
    ...{ township, townshipAt: () => township, origin: { kind: 'web' } },
    isTaken: () => false,
    processOf: (ref) =>
      Object.keys(related)
        .find((name) => name.endsWith(`/${ref}`))
        ?.split('/')[0],
    related: (process, ref) => {
      const other = related[`${process}/${ref}`];
      return other && viewOf(other.state, other.process.restarts);
    },
    children: () => [],
  };
}
