import assert from 'node:assert/strict';
import { type LocalDate } from '#foundation/calendar';
import {
  type CaseState,
  type CaseView,
  type Claim,
  chainStart,
  decide,
  type Decision,
  type DecisionContext,
  emptyCase,
  evolve,
  normaliseNumber,
  type Process,
  type RecordedEvent,
  type Refusal,
  type Step,
  viewOf,
} from '#foundation/process';
import { defaultSettings, type TownshipSettings, townshipOf } from '#foundation/settings';
import { actorOf, cast, cells } from './cast.js';
import { type ExampleStep } from './example.js';

/** What lies outside the case: the day, the township's settings, what other cases hold. */
export interface Surroundings {
  readonly today: LocalDate;
  readonly settings: TownshipSettings;
  /** Official numbers and places that other cases hold. */
  readonly taken: readonly string[];
  /** Other cases by id, with the kind of each. */
  readonly otherCases: Readonly<Record<string, string>>;
  /** Other cases that the steps look into, by `process/ref`. */
  readonly related: Readonly<Record<string, Given>>;
  /** Cases that belong to this one, by their process. */
  readonly children: Readonly<Record<string, readonly Given[]>>;
}

export const exampleSettings: TownshipSettings = {
  ...defaultSettings,
  version: 3,
  baselineDate: '2021-07-01',
  gridCells: new Map(cells.map((cell) => [cell.code, cell])),
  staff: new Map(Object.values(cast).map((member) => [member.code, member])),
};

const usual: Surroundings = {
  today: '2022-12-30',
  settings: exampleSettings,
  taken: [],
  otherCases: {},
  related: {},
  children: {},
};

export const exampleCaseId = '01890a5d-ac96-774b-bcce-b302099a8057';

/**
 * A case with a history, made by deciding one step after the other as the product would: a history that the rules do
 * not allow is an error of the test and says so.
 */
export function given(process: Process, ...steps: readonly ExampleStep[]): Given {
  return new Given(process, emptyCase(process, exampleCaseId), usual).and(...steps);
}

export class Given {
  constructor(
    private readonly process: Process,
    readonly state: CaseState,
    private readonly around: Surroundings,
  ) {}

  /** The same case, seen from other surroundings from here on. */
  under(around: Partial<Omit<Surroundings, 'settings'>> & { readonly settings?: Partial<TownshipSettings> }): Given {
    const settings = { ...this.around.settings, ...around.settings };
    return new Given(this.process, this.state, { ...this.around, ...around, settings });
  }

  and(...steps: readonly ExampleStep[]): Given {
    return steps.reduce<Given>((before, step) => before.after(step), this);
  }

  private after(step: ExampleStep): Given {
    const decision = this.decide(step);
    if (decision.refusal)
      throw new Error(`this history is not possible: ${step.command} was refused with ${decision.refusal.message}`);
    const { event } = decision;
    const position = (this.state.revision + 2) * 10;
    const recorded: RecordedEvent = {
      ...event,
      metadata: { ...event.metadata, chain: { previous: this.state.chainHash, hash: chainStart } },
      revision: this.state.revision + 1,
      position,
    };
    return new Given(this.process, evolve(this.process, this.state, recorded), this.around);
  }

  when(step: ExampleStep): Outcome {
    return new Outcome(this.process, this.state, this.decide(step), step, () => this.after(step).state);
  }

  /** The case as rules of another case read it. */
  view(): CaseView {
    return viewOf(this.state, this.process.restarts);
  }

  private decide(example: ExampleStep): Decision {
    const step = this.process.stepOfCommand.get(example.command);
    if (!step) throw new Error(`${this.process.name} has no command ${example.command}`);
    return decide(this.process, this.state, step, this.bodyOf(example, step), this.contextOf(example));
  }

  private bodyOf({ body }: ExampleStep, step: Step): Readonly<Record<string, unknown>> {
    const fields = typeof body === 'function' ? body((type) => this.idOf(type)) : body;
    const namesCase = step.fields.some((field) => field.name === 'caseRef');
    return namesCase && !('caseRef' in fields) ? { ...fields, caseRef: this.state.caseId } : fields;
  }

  /** Id of the latest event of a type. */
  idOf(type: string): string {
    const event = this.state.events.findLast((each) => each.type === type);
    if (!event) throw new Error(`this history holds no ${type}`);
    return event.id;
  }

  private contextOf(example: ExampleStep): DecisionContext {
    const { settings, otherCases, related, children } = this.around;
    const today = example.today ?? this.around.today;
    const number = this.state.revision + 1;
    const taken = new Set(this.around.taken.map(normaliseNumber));
    const township = townshipOf(settings);
    return {
      eventId: `00000000-0000-8000-8000-${String(number).padStart(12, '0')}`,
      requestId: `request-${number}`,
      requestHash: 'a'.repeat(64),
      correlationId: `request-${number}`,
      causationId: `request-${number}`,
      now: `${today}T04:00:00.000Z`,
      today,
      actor: actorOf(example.by),
      township,
      townshipAt: () => township,
      origin: { kind: 'web' },
      ...(example.lateEntryReason ? { lateEntryReason: example.lateEntryReason } : {}),
      isTaken: ({ value }: Claim) => taken.has(normaliseNumber(value)),
      processOf: (caseRef) => otherCases[caseRef],
      related: (process, ref) => related[`${process}/${ref}`]?.view(),
      children: (process) => (children[process] ?? []).map((child) => child.view()),
    };
  }
}

/** What became of a step. */
export class Outcome {
  constructor(
    private readonly process: Process,
    private readonly before: CaseState,
    readonly decision: Decision,
    private readonly asked: ExampleStep,
    private readonly after: () => CaseState,
  ) {}

  /** @param field the field that the refusal points at, where that tells two reasons of one code apart */
  thenRefused(code: string, field?: string): Refusal {
    const { refusal } = this.decision;
    assert.ok(refusal, `${this.asked.command} was recorded, but ${code} should have refused it`);
    assert.equal(refusal.code, code, `${this.asked.command}: ${refusal.message}`);
    if (field !== undefined)
      assert.deepEqual(
        refusal.details.fields?.map((each) => each.field),
        [field],
      );
    return refusal;
  }

  /** Refused because of what the case still owes: exactly these obligations. */
  thenOwes(code: string, ...obligations: readonly string[]): void {
    const { details } = this.thenRefused(code);
    assert.deepEqual(
      details.obligations?.map((each) => each.code),
      obligations,
    );
  }

  /** @returns the case as it stands after the step */
  thenRecorded(status?: string): CaseState {
    const { decision } = this;
    if (decision.refusal) assert.fail(`${this.asked.command} was refused: ${decision.refusal.message}`);
    const step = this.process.stepOfCommand.get(this.asked.command);
    assert.equal(decision.event.type, step?.event);
    const state = this.after();
    assert.equal(state.revision, this.before.revision + 1);
    if (status !== undefined) assert.equal(state.status, status);
    return state;
  }
}
