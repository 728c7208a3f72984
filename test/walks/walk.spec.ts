import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { sharedEvents } from '#foundation/process';
import { steadyDay } from '../support/steady-day.js';
import { Township } from '../support/township.js';
import { bodyOf, isEverywhere, lineOf, type Node, type WalkStep } from './explore.js';
import { type Companion, type Kind, kinds, linked } from './kinds.js';
import { enterprises, lineWalked, possible, type Walk, walksOf } from './plan.js';
import { explained, machineOnly, sharedExamples } from './shared.js';
import { companionsOf, nameOf, Teller } from './teller.js';

// Every line of every table over real HTTP, and from every state every command that the table does not have there.

/** Recorded by the clock alone, and explained where it was; a person is refused in every state. */
const byTheClock = new Set(['DeadlineMissed', 'DeadlineMissExplained']);

interface Line {
  readonly process: string;
  readonly event: string;
  readonly from: readonly string[];
  readonly to: string;
}

/** The transitions of the specification (column to_state of its events), not of the tables under test. */
const specified: readonly Line[] = readFileSync(join(import.meta.dirname, 'transitions.csv'), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [process, event, from, to] = line.split(',') as [string, string, string, string];
    return { process, event, from: from.split('|'), to };
  });
const today = await steadyDay(4);

let township: Township;
beforeAll(async () => {
  township = await Township.open();
  await township.publish('enterprise-register', { enterprises });
}, 300_000);
afterAll(() => township?.close());

/** Lines walked over HTTP, as `process from event to`. */
const walked = new Set<string>();
/** `process state command` → the refusal that a command met where the table does not have it. */
const refused = new Map<string, string>();
const states = new Set<string>();
const stored: { readonly walk: Walk; readonly teller: Teller }[] = [];

/** As many requests at a time as a busy office makes. */
async function together<Item>(items: readonly Item[], each: (item: Item) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const one = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await each(item);
  };
  await Promise.all(Array.from({ length: 16 }, one));
}

const stepOf = (kind: Kind, command: string) => kind.process.stepOfCommand.get(command)!;
const asWalkStep = (kind: Kind, example: Kind['examples'][number]): WalkStep => ({
  ...{ command: example.command, event: stepOf(kind, example.command).event },
  ...{ by: example.by as WalkStep['by'], body: bodyOf(example) },
});

/** Every command that the table does not have here; a person is never the clock. */
async function askForAllElse({ kind }: Walk, { state }: Node, teller: Teller): Promise<void> {
  const { process, examples } = kind;
  const place = `${process.name} ${state.status}`;
  const here = (step: (typeof process.steps)[number]) =>
    step.moves.some(
      ({ from }) =>
        from.includes(state.status) ||
        from.includes('ANY') ||
        (from.includes('ANY_OPEN') && process.states[state.status]!.open),
    );
  const absent = process.steps.filter((step) => !here(step) && step.moves.some(({ from }) => !from.includes('NONE')));
  for (const step of absent) {
    const example = [...examples, ...Object.values(sharedExamples).flat(), kind.correction].find(
      ({ command }) => command === step.commandName,
    );
    if (!example) throw new Error(`${step.commandName} is asked for nowhere`);
    const { status, body } = await teller.ask(asWalkStep(kind, example));
    refused.set(`${place} ${step.commandName}`, `${status} ${String(body.code)}`);
  }
  for (const example of [machineOnly, explained]) {
    const { status, body } = await teller.ask(asWalkStep(kind, example));
    refused.set(`${place} ${example.command}`, `${status} ${String(body.code)}`);
  }
}

/** A correction of what was corrected before names the latest correction (processes.md 0.5). */
function correctedAgain(asked: WalkStep, teller: Teller): WalkStep {
  if (!teller.recorded.includes(asked.event)) return asked;
  return { ...asked, body: (idOf) => ({ ...asked.body(idOf), correctedEventId: idOf(asked.event) }) };
}

/** The steps that may be taken beside the procedure. */
async function takeWhatIsEverywhere(walk: Walk, at: Node, teller: Teller): Promise<void> {
  const { process, correction } = walk.kind;
  const { status } = at.state;
  for (const step of process.steps.filter((each) => isEverywhere(each) && !byTheClock.has(each.event))) {
    const from = step.moves[0]!.from[0]!;
    if (from === 'ANY_OPEN' && !process.states[status]!.open) continue;
    const after = possible(walk, at, step.correction ? [correction] : sharedExamples[step.event]!);
    if (!after) throw new Error(`${process.name} ${status}: ${step.commandName} is not possible`);
    const asked = after.path.at(-1)!;
    await teller.take(step.correction ? correctedAgain(asked, teller) : asked);
    walked.add(`${process.name} ${lineOf(status, step.event, '(same)')}`);
  }
}

async function walkThrough(walk: Walk, serial: string, refs: ReadonlyMap<string, string>): Promise<void> {
  const { process, companions } = walk.kind;
  const own = companions.filter(({ neededBy }) => neededBy !== undefined);
  const known = new Map([...refs, ...own.map((each) => [each.ref, nameOf(each, '', serial)] as const)]);
  const teller = new Teller(township, process.name, serial, known);
  stored.push({ walk, teller });
  const made = new Set<Companion>();
  for (const node of walk.nodes) {
    const step = node.path.at(-1)!;
    const needed = own.filter((each) => each.neededBy === step.command && !made.has(each));
    await companionsOf(township, walk.kind, needed, serial, known);
    needed.forEach((each) => made.add(each));
    const { body } = await teller.take(step);
    if (body.status !== node.state.status) throw new Error(`${step.command} led to ${String(body.status)}`);
    walked.add(`${process.name} ${lineWalked(node)}`);
    const place = `${process.name} ${node.state.status}`;
    if (states.has(place)) continue;
    states.add(place);
    await askForAllElse(walk, node, teller);
    await takeWhatIsEverywhere(walk, node, teller);
  }
}

describe('the tables, walked', () => {
  it.each(kinds.map((kind) => [kind.process.name, kind] as const))(
    'reach every state and every line by a lawful way: %s',
    async (name, kind) => {
      const { walks, missing } = walksOf(kind, today);
      expect(missing).toEqual([]);
      const shared = [linked, ...kind.companions.filter(({ neededBy }) => neededBy === undefined)];
      let refs = new Map<string, string>();
      for (const [at, each] of shared.entries())
        refs = await companionsOf(township, kind, [each], `${name}伴${at}`, refs);
      const failures: string[] = [];
      await together([...walks.entries()], async ([at, walk]) => {
        await walkThrough(walk, `${name}${at}`, refs).catch((error: Error) => failures.push(error.message));
      });
      expect(failures).toEqual([]);
      expect(Object.keys(kind.process.states).filter((state) => !states.has(`${name} ${state}`))).toEqual([]);
    },
    240_000,
  );

  it('are the lines of the specification, none left out and none beyond', () => {
    const wanted = new Set<string>();
    for (const { process, event, from, to } of specified) {
      if (byTheClock.has(event)) continue;
      for (const kind of kinds) {
        const all = Object.entries(kind.process.states);
        const open = all.filter(([, { terminal }]) => !terminal);
        const of = (entries: typeof all) => entries.map(([state]) => state);
        if (process !== 'shared' && process !== kind.process.name) continue;
        for (const each of from) {
          const everywhere =
            each === 'ANY' ? of(all) : each === 'ANY_OPEN' && sharedEvents.has(event) ? of(open) : [each];
          for (const state of everywhere) wanted.add(`${kind.process.name} ${lineOf(state, event, to)}`);
        }
      }
    }
    // Taken wherever the case is open and the duty is there: once is enough.
    const once = specified.filter(({ from, event }) => from[0] === 'ANY_OPEN' && !sharedEvents.has(event));
    const isOnce = (line: string) =>
      once.some(({ process, event }) => line.startsWith(`${process} `) && line.split(' ')[2] === event);
    expect([...wanted].filter((line) => !walked.has(line) && !isOnce(line))).toEqual([]);
    expect([...walked].filter((line) => !wanted.has(line) && !isOnce(line))).toEqual([]);
    for (const { process, event } of once)
      expect([...walked].some((line) => line.startsWith(`${process} `) && line.split(' ')[2] === event)).toBe(true);
    expect(specified.flatMap(({ from }) => from)).toHaveLength(602);
  });

  it('refuse every other command in every state, by its code', () => {
    expect(refused.size).toBeGreaterThan(2_000);
    const wrong = [...refused].filter(([asked, answer]) => {
      if (asked.endsWith(' MarkDeadlineMissed')) return answer !== '403 R-ALL-04';
      if (asked.endsWith(' ExplainDeadlineMiss')) return answer !== '422 R-ALL-08';
      return answer !== '409 R-ALL-01';
    });
    expect(wrong).toEqual([]);
  });

  it('have stored the steps that were recorded, and nothing of what was refused', async () => {
    await together(stored, async ({ walk, teller }) => {
      const answer = await township.asOperator(
        `/api/v1/cases/${teller.caseId}/history?atLeast=${await township.head()}`,
      );
      const events = answer.body.events as readonly { type: string; origin: { kind: string } }[];
      const asked = events.filter(({ origin }) => origin.kind === 'web').map(({ type }) => type);
      expect([walk.kind.process.name, asked]).toEqual([walk.kind.process.name, teller.recorded]);
    });
  }, 120_000);

  it('have their misses from the clock, which a person then explains', async () => {
    const kind = kinds.find(({ process }) => process.name === 'petition')!;
    const teller = new Teller(township, 'petition', '期', new Map());
    await teller.take(asWalkStep(kind, kind.examples[0]!));
    const history = `/api/v1/cases/${teller.caseId}/history`;
    for (let types: readonly string[] = []; !types.includes('DeadlineMissed');) {
      await delay(50);
      const { body } = await township.asOperator(history);
      types = ((body.events ?? []) as readonly { type: string }[]).map(({ type }) => type);
    }
    const { body } = explained;
    await teller.take({
      ...asWalkStep(kind, explained),
      body: () => ({ ...(typeof body === 'function' ? {} : body), deadlineCode: 'D-PET-01' }),
    });
  }, 120_000);

  it('know no step of a case that does not exist', async () => {
    const before = await township.head();
    const commands = kinds.flatMap((kind) => kind.examples.map((example) => ({ kind, example })));
    await together(commands, async ({ kind, example }) => {
      if (stepOf(kind, example.command).moves.every(({ from }) => from.includes('NONE'))) return;
      const teller = new Teller(township, kind.process.name, 'x', new Map());
      const { status, body } = await teller.ask(asWalkStep(kind, example), randomUUID());
      expect([example.command, status, body.code]).toEqual([example.command, 404, 'R-ALL-01']);
    });
    expect(await township.head()).toBe(before);
  }, 120_000);
});
