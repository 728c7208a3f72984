import { setTimeout as delay } from 'node:timers/promises';
import { type Onebox } from '#foundation/testing';
import { type Dice, say } from '../../load/numbers.js';

export const parts = ['event-node', 'postgres', 'redis', 'api', 'projector', 'worker'] as const;
type Part = (typeof parts)[number];

/** The long form is what `npm run chaos` asks for. */
export const full = process.env.LIUHEN_TEST_FULL === '1';

/** A new seed each time; printed, so that a failure can be run again with LIUHEN_TEST_SEED. */
export function seedOf(suite: string): number {
  const seed = Number(process.env.LIUHEN_TEST_SEED ?? Date.now() % 1_000_000);
  say(`chaos, ${suite}: LIUHEN_TEST_SEED=${seed}`);
  return seed;
}

/** Ends processes of a one-box with SIGKILL, each kind as often as the others, in random order at random moments. */
export class Killer {
  readonly killed: Part[] = [];
  /** When the last process was killed, as `performance.now()`. */
  lastAt = 0;
  private readonly plan: Part[];

  constructor(
    private readonly onebox: Onebox,
    private readonly dice: Dice,
    timesEach: number,
    private readonly pauseMs: readonly [shortest: number, longest: number],
  ) {
    this.plan = parts.flatMap((part) => Array<Part>(timesEach).fill(part));
    for (let at = this.plan.length - 1; at > 0; at--) {
      const other = dice.between(0, at);
      [this.plan[at], this.plan[other]] = [this.plan[other]!, this.plan[at]!];
    }
  }

  /** Whether each part was killed as often as was planned. */
  get isDone(): boolean {
    return this.plan.length === 0;
  }

  /** Carries on with the plan until it is done or the signal comes. A part that is just being started again is met then. */
  async run(signal?: AbortSignal): Promise<void> {
    while (this.plan.length > 0) {
      // Half of the kills meet a product that works, the others whatever the kills before have left.
      if (this.dice.chance(0.5)) await this.onebox.ready();
      await delay(this.dice.between(...this.pauseMs));
      if (signal?.aborted) return;
      const part = this.plan.shift()!;
      await this.kill(part);
      this.lastAt = performance.now();
      this.killed.push(part);
    }
  }

  private async kill(part: Part): Promise<void> {
    for (;;) {
      try {
        if (part in this.onebox.pids()) return this.onebox.kill(part);
      } catch (error) {
        // It ended by itself in this very moment, because what it stands on was killed before.
        if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
      }
      await delay(20);
    }
  }
}
