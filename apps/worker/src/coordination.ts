import { Coordinator, type CoordinatorParts, crossings, FollowUps } from '#coordination';

/** Heeds the log for what crosses kinds of case, from where it stood when this worker or another was ended. */
export async function coordinate(
  parts: Omit<CoordinatorParts, 'crossings' | 'followUps'>,
): Promise<{ close(): Promise<void> }> {
  const followUps = new FollowUps(parts.readSide.pool);
  await followUps.prepare();
  const stopping = new AbortController();
  const running = new Coordinator({ ...parts, crossings, followUps }).run(stopping.signal);
  return {
    async close() {
      stopping.abort();
      await running;
    },
  };
}
