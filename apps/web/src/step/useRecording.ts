import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem, type ChangedStep, type Schemas } from '../api/client';
import { newRequestId, record } from '../api/commands';
import { saw } from '../api/seen';

export interface Recording {
  readonly process: string;
  readonly caseId?: string;
  readonly path: string;
  /** Revision of the case for which the form was opened. */
  readonly revision?: number;
}

/**
 * Records one step, however often it takes: always under the request id of its form, and always for the revision of the
 * case that the reader has seen. What somebody else recorded meanwhile is shown (`changed`) and thereby seen.
 */
export function useRecording(
  { process, caseId, path, revision }: Recording,
  onRecorded: (answer: Schemas['RecordedAnswer']) => void,
) {
  const client = useQueryClient();
  const [requestId] = useState(newRequestId);
  const [seen, setSeen] = useState(revision);
  const [changed, setChanged] = useState<readonly ChangedStep[]>([]);
  const { mutateAsync, error, isPending } = useMutation({
    mutationFn: (body: Record<string, unknown>) => record({ process, caseId, path, body, requestId, revision: seen }),
    onSuccess: async (answer) => {
      saw(answer.position);
      await Promise.all([
        client.invalidateQueries({ queryKey: ['case', answer.caseId] }),
        client.invalidateQueries({ queryKey: ['cases'] }),
        client.invalidateQueries({ queryKey: ['figures'] }),
      ]);
      onRecorded(answer);
    },
    onError: (refused) => {
      const steps = refused instanceof ApiProblem ? (refused.problem.changed ?? []) : [];
      if (steps.length === 0) return;
      setChanged((earlier) => [...earlier, ...steps]);
      setSeen(Math.max(...steps.map((step) => step.revision)));
      void client.invalidateQueries({ queryKey: ['case', caseId] });
    },
  });
  const stale = error instanceof ApiProblem && error.problem.status === 412;
  return { send: mutateAsync, busy: isPending, changed, stale, error: stale ? null : error };
}
