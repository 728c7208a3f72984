import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { type CaseFilter } from '../api/queries';

const names = ['process', 'status', 'village', 'grid', 'q', 'openedFrom', 'openedTo', 'overdue'] as const;

/** The filter lives in the address, so that a list can be sent to a colleague and the way back leads to it. */
export function useCaseFilter() {
  const [params, setParams] = useSearchParams();
  const filter = useMemo<CaseFilter>(
    () =>
      Object.fromEntries(names.flatMap((name) => (params.get(name) ? [[name, params.get(name)]] : []))) as CaseFilter,
    [params],
  );
  const cursors = params.getAll('after');
  return {
    filter,
    after: cursors.at(-1),
    page: cursors.length + 1,
    change: (changes: { readonly [Name in keyof CaseFilter]: string | undefined }) => {
      const next: Record<string, string | undefined> = { ...filter, ...changes };
      const kept = Object.entries(next).filter((pair): pair is [string, string] => Boolean(pair[1]));
      setParams(new URLSearchParams(kept), { replace: true });
    },
    clear: () => setParams(new URLSearchParams(), { replace: true }),
    toNext: (cursor: string) => {
      const next = new URLSearchParams(params);
      next.append('after', cursor);
      setParams(next);
    },
    toPrevious: () => {
      const next = new URLSearchParams(params);
      next.delete('after');
      for (const cursor of cursors.slice(0, -1)) next.append('after', cursor);
      setParams(next);
    },
  };
}

/** The address of the Excel file that holds what a filter shows. */
export function exportAddress(filter: CaseFilter, columns: readonly string[]): string {
  const query = new URLSearchParams({ ...filter, columns: columns.join(',') });
  return `/api/v1/cases.xlsx?${query.toString()}`;
}
