import { createQueue, createWorker } from '#foundation/jobs';
import { type ClockSurroundings, recordMissedDeadlines } from './missed-deadlines.js';

/** How often the read side is asked whether a term has passed: days pass rarely, but old cases are entered any time. */
const lookEveryMs = 2_000;

/**
 * The deadline clock: keeps the queue `clock` held against the read side and takes its jobs. What is owed is what the
 * read side shows as passed and not recorded, so an emptied Redis loses nothing and doubles nothing.
 */
export async function runClock({
  around,
  redisUrl,
}: {
  readonly around: ClockSurroundings;
  readonly redisUrl: string;
}): Promise<{ close(): Promise<void> }> {
  const { missed, report } = around;
  let latest: string | undefined;
  const reconcile = async (): Promise<void> => {
    const work = await missed.waiting(new Date());
    if (work === undefined) return;
    // One job does all there is: another is of use only once it is over.
    const state = latest === undefined ? undefined : (await queue.view(latest))?.state;
    if (state === 'waiting' || state === 'running') return;
    await queue.add(work, {});
    latest = work;
  };
  const queue = createQueue('clock', redisUrl, { reconcile });
  const worker = createWorker(
    'clock',
    redisUrl,
    async ({ signal }) => {
      const recorded = await recordMissedDeadlines(around, signal);
      if (recorded > 0) report('missed deadlines are recorded', { recorded });
      return { recorded };
    },
    { onTrouble: (error) => report('the clock is held up', { error: error.message }) },
  );
  // Nobody waits for an answer: while Redis or PostgreSQL is away the next look comes soon enough.
  const timer = setInterval(() => void reconcile().catch(() => undefined), lookEveryMs);
  await worker.ready();
  return {
    async close() {
      clearInterval(timer);
      await worker.close();
      await queue.close();
    },
  };
}
