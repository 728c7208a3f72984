import { useState } from 'react';

/** Something that a button starts and that takes a while or fails: busy meanwhile, and the error until the next try. */
export function useTask(work: () => Promise<unknown>) {
  const [state, setState] = useState<{ busy: boolean; error?: unknown }>({ busy: false });
  const run = (): void => {
    setState({ busy: true });
    work().then(
      () => setState({ busy: false }),
      (error: unknown) => setState({ busy: false, error }),
    );
  };
  return { ...state, run };
}
