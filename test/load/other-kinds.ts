import { randomUUID } from 'node:crypto';
import { type CaseState, type NewEvent, type Process, viewOf } from '#foundation/process';
import { kinds } from '../walks/kinds.js';
import { outsideOf } from '../walks/plan.js';
import { randomLife } from '../walks/random-life.js';
import { eachText, moved } from '../walks/shift.js';
import { type Dice } from './numbers.js';
import { gridCodes } from './township.js';

/** The examples tell of 2022. */
const toldOn = '2022-12-30';
const livesOfKind = 12;
const longest = 16;
/** By whole weeks, so that a working day stays one; the latest end in 2025. */
const laterWeeks = 150;

/** A life to be told again: its events, and the texts by which two cases must not be alike. */
interface Pattern {
  readonly process: Process;
  readonly state: CaseState;
  readonly own: ReadonlySet<string>;
}

/** One case of some kind but demolition, ready to be written. */
export interface ToldLife {
  readonly process: Process;
  readonly events: readonly NewEvent[];
}

/**
 * Lawful lives of all other kinds of case as chance has them, decided by the engine and then told over and over, each time
 * with ids, papers, a place and weeks of its own.
 */
export class OtherKinds {
  private readonly patterns: readonly Pattern[];
  private serial = 0;

  constructor(private readonly dice: Dice) {
    this.patterns = kinds
      .filter(({ process }) => process.name !== 'demolition')
      .flatMap((kind) => {
        const outside = outsideOf(kind, toldOn);
        return Array.from({ length: livesOfKind }, () => {
          const { state } = randomLife(kind, outside, dice, dice.between(2, longest));
          return { process: kind.process, state, own: ownTexts(kind.process, state) };
        });
      })
      .filter(({ state }) => state.events.length > 0);
  }

  next(caseId: string): ToldLife {
    const { process, state, own } = this.patterns[this.serial++ % this.patterns.length]!;
    const { serial } = this;
    const cell = this.dice.pick(gridCodes);
    const days = 7 * this.dice.between(0, laterWeeks);
    const ids = new Map([
      [state.caseId, caseId],
      ...state.events.map(({ id }): [string, string] => [id, randomUUID()]),
    ]);
    const retold = (text: string): string =>
      ids.get(text) ?? (own.has(text) ? `${text}-${serial}` : /^WG-\d\d-\d\d$/.test(text) ? cell : text);
    const told = <T extends object>(values: T): T =>
      eachText(moved(values as Readonly<Record<string, unknown>>, days), retold) as T;
    const events = state.events.map(({ id, type, data, metadata: { chain: _, ...metadata } }) => {
      const requestId = randomUUID();
      const about = { requestId, $correlationId: requestId, $causationId: requestId };
      return { id: ids.get(id)!, type, data: told(data), metadata: { ...told(metadata), ...about } };
    });
    return { process, events };
  }
}

/** Official numbers, the number under which the case is registered, and where it lies. */
function ownTexts(process: Process, state: CaseState): ReadonlySet<string> {
  const view = viewOf(state, process.restarts);
  const numbers = state.events.flatMap(({ type, data }) => {
    const step = process.stepOfEvent.get(type)!;
    return [...step.numbers, ...step.sharedNumbers].map((field) => data[field]);
  });
  const texts = [...numbers, process.registeredAs(view), process.summary(view).place];
  return new Set(texts.filter((text): text is string => typeof text === 'string'));
}
