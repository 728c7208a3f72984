import { setTimeout as delay } from 'node:timers/promises';
import { CommandFailed, type Language, note, print, printJson, runningOnebox } from './surroundings.js';

/** Asks the projector to make the read side anew from the log, and waits until queries see the new one. */
export async function rebuild(language: Language): Promise<void> {
  const { ReadSide } = await import('#foundation/read-model');
  const readSide = new ReadSide(runningOnebox().databaseUrl, { connections: 1 });
  try {
    const began = performance.now();
    const wanted = await readSide.requestRebuild();
    note(language === 'zh' ? '重建中，原有数据继续提供查询。' : 'Rebuilding; the present read side goes on serving.');
    while (((await readSide.activeBuild()) ?? 0) < wanted) await delay(100);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const position = await readSide.position();
    print(
      language === 'zh'
        ? `已重建，用时 ${seconds} 秒，日志位置 ${position}`
        : `Rebuilt in ${seconds} s, log position ${position}`,
    );
  } finally {
    await readSide.close();
  }
}

/** Recomputes the hash chain of every stream from the log itself and names the first event that does not fit. */
export async function verify({ json = false }: { readonly json?: boolean }, language: Language): Promise<void> {
  const { CHAIN_START, connect, faultOf } = await import('#foundation/event-log');
  const log = connect(runningOnebox().eventstoreUrl);
  const streams = new Map<string, { revision: number; previous: string }>();
  let events = 0;
  let fault: object | undefined;
  try {
    const position = await log.readAll({
      onBatch: (batch) => {
        for (const event of batch) {
          if (fault) return;
          const expected = streams.get(event.stream) ?? { revision: 0, previous: CHAIN_START };
          const found = faultOf(event, expected);
          if (found) {
            const { stream, revision, position: at, id, type } = event;
            fault = { fault: found, stream, revision, position: at, eventId: id, type };
            return;
          }
          streams.set(event.stream, { revision: event.revision + 1, previous: event.metadata.chain.hash });
          events++;
        }
      },
    });
    const verdict = { ok: !fault, events, streams: streams.size, position, ...(fault ? { first: fault } : {}) };
    if (json) printJson(verdict);
    else if (!fault)
      print(
        language === 'zh'
          ? `${streams.size} 个事件流、${events} 个事件的哈希链完整，日志位置 ${position}`
          : `The hash chains of ${streams.size} streams with ${events} events are whole, log position ${position}`,
      );
  } finally {
    await log.close();
  }
  if (fault)
    throw new CommandFailed(
      `${language === 'zh' ? '首个不符的事件' : 'the first event that does not fit'}: ${JSON.stringify(fault)}`,
    );
}
