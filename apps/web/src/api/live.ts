import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { saw, seenPosition } from './seen';

interface Changes {
  readonly position: number;
  /** Null when it was too much to tell one by one. */
  readonly changes: readonly { readonly caseId: string }[] | null;
}

const retryMs = [500, 1_000, 2_000, 5_000];

/** Follows what others record, for as long as somebody is signed in. @returns whether the page is being told */
export function useLive(): boolean {
  const client = useQueryClient();
  const [live, setLive] = useState(true);
  useEffect(() => follow(client, setLive), [client]);
  return live;
}

function follow(client: QueryClient, setLive: (live: boolean) => void): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  const open = (): void => {
    const since = seenPosition();
    const stream = new EventSource(since === undefined ? '/api/v1/events' : `/api/v1/events?since=${since}`);
    source = stream;
    stream.addEventListener('open', () => {
      failures = 0;
      setLive(true);
    });
    stream.addEventListener('changes', ({ data }: MessageEvent<string>) => {
      const told = JSON.parse(data) as Changes;
      const known = seenPosition();
      saw(told.position);
      if (known !== undefined && told.position > known) refresh(client, told);
    });
    stream.addEventListener('signed-out', () => void client.invalidateQueries({ queryKey: ['session'] }));
    stream.addEventListener('error', () => {
      // The browser's own repetition gives up on an answer such as 503; this one does not.
      stream.close();
      setLive(false);
      timer = setTimeout(open, retryMs[Math.min(failures++, retryMs.length - 1)]);
    });
  };
  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}

function refresh(client: QueryClient, { changes }: Changes): void {
  const stale = changes
    ? [...new Set(changes.map(({ caseId }) => caseId))].map((caseId) => ['case', caseId])
    : [['case']];
  for (const queryKey of [...stale, ['cases'], ['figures']]) void client.invalidateQueries({ queryKey });
}
