import { type ImportSurroundings, runImport } from '#foundation/imports';
import { createQueue, createWorker, HopelessJob } from '#foundation/jobs';

/** How often the queue is held against the runs that are not over: Redis may be emptied without a word. */
const reconcileEveryMs = 2_000;

/** Takes the jobs of the queue `imports` and sees that every run that is not over has one. */
export async function workOnImports({
  around,
  redisUrl,
  report,
}: {
  readonly around: ImportSurroundings;
  readonly redisUrl: string;
  readonly report: (message: string, details: Record<string, unknown>) => void;
}): Promise<{ close(): Promise<void> }> {
  const onTrouble = (error: Error): void => report('imports are held up', { error: error.message });
  const reconcile = async (): Promise<void> => {
    for (const { id, dryRun } of await around.runs.unfinished()) await queue.add(id, { importId: id, dryRun });
  };
  // Connection losses are told by the worker below; once is enough.
  const queue = createQueue('imports', redisUrl, { reconcile });
  const worker = createWorker(
    'imports',
    redisUrl,
    async ({ data, progress, signal }) => {
      const { importId } = data;
      const result = await runImport(importId, around, { progress, signal });
      const { rows, accepted, refused } = result ?? { rows: 0, accepted: 0, refused: 0 };
      report('import is over', { importId, rows, accepted, refused });
      if (!result && !(await around.runs.get(importId))) throw new HopelessJob(`there is no import ${importId}`);
      return { rows, accepted, refused };
    },
    { onTrouble },
  );
  const timer = setInterval(() => void reconcile().catch(() => undefined), reconcileEveryMs);
  await worker.ready();
  return {
    async close() {
      clearInterval(timer);
      await worker.close();
      await queue.close();
    },
  };
}
