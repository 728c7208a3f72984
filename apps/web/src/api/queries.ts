import { type paths } from 'api-description';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { atLeast } from './seen';
import { api, dataOf, type Schemas } from './client';

export type Session = Schemas['PrincipalView'];
export type CaseRow = Schemas['CaseRowView'];
export type Case = Schemas['CaseView'];
export type Deadline = Schemas['DeadlineView'];
export type HistoryEntry = Schemas['HistoryEntryView'];
export type Action = Schemas['ActionView'];
export type Owed = Schemas['OwedView'];
export type Waiting = Schemas['WaitingView'];
export type Entry = Schemas['FigureEntryView'];
export type ImportRun = Schemas['ImportRunView'];

type ListQuery = NonNullable<paths['/api/v1/cases']['get']['parameters']['query']>;
export type CaseFilter = Pick<
  ListQuery,
  'process' | 'status' | 'village' | 'grid' | 'q' | 'openedFrom' | 'openedTo'
> & {
  readonly overdue?: 'true';
};

export const useRights = () =>
  useQuery({ queryKey: ['rights'], queryFn: () => dataOf(api.GET('/api/v1/rights')), staleTime: 60_000 });

/** Staff codes and grid cells for the pickers; changes are rare and published by the administrator. */
export const useSettings = () =>
  useQuery({ queryKey: ['settings'], queryFn: () => dataOf(api.GET('/api/v1/settings')), staleTime: 60_000 });

export const useCases = (filter: CaseFilter, after: string | undefined, limit: number) =>
  useQuery({
    queryKey: ['cases', filter, after, limit],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/cases', { params: { query: { ...queryOf(filter), after, limit, ...atLeast() } }, signal }),
      ),
    placeholderData: keepPreviousData,
  });

const queryOf = ({ overdue, ...filter }: CaseFilter) => ({ ...filter, ...(overdue ? { overdue: true } : {}) });

/** Without `asOf` as the case stands now; with it, as it was known at that log position. */
export const useCase = (caseId: string, asOf: number | undefined) =>
  useQuery({
    queryKey: ['case', caseId, 'standing', asOf],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/cases/{caseId}', { params: { path: { caseId }, query: knownAt(asOf) }, signal })),
    placeholderData: keepPreviousData,
  });

export const useHistory = (caseId: string, asOf: number | undefined, enabled: boolean) =>
  useQuery({
    queryKey: ['case', caseId, 'history', asOf],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/cases/{caseId}/history', { params: { path: { caseId }, query: knownAt(asOf) }, signal })),
    placeholderData: keepPreviousData,
    enabled,
  });

export const useActions = (caseId: string) =>
  useQuery({
    queryKey: ['case', caseId, 'actions'],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/cases/{caseId}/actions', { params: { path: { caseId }, query: atLeast() }, signal })),
  });

/** What other cases do, and what is refused behind the scenes, is announced to nobody who looks at this one. */
const askAgainMs = 15_000;

export const useFollowUps = (caseId: string) =>
  useQuery({
    queryKey: ['case', caseId, 'follow-ups'],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/cases/{caseId}/follow-ups', { params: { path: { caseId }, query: atLeast() }, signal })),
    refetchInterval: askAgainMs,
  });

export const useRefusedFollowUps = () =>
  useQuery({
    queryKey: ['follow-ups'],
    queryFn: ({ signal }) => dataOf(api.GET('/api/v1/follow-ups', { params: { query: { limit: 200 } }, signal })),
    refetchInterval: askAgainMs,
  });

const knownAt = (asOf: number | undefined) => (asOf === undefined ? atLeast() : { asOf: String(asOf) });

export interface FigureFilter {
  readonly period: string;
  /** A log position, or an instant with its offset. */
  readonly asOf?: string;
  readonly village?: string;
}

const figureQuery = ({ asOf, ...filter }: FigureFilter) => (asOf ? { ...filter, asOf } : { ...filter, ...atLeast() });

export const useFigures = (filter: FigureFilter) =>
  useQuery({
    queryKey: ['figures', 'whole', filter],
    queryFn: ({ signal }) => dataOf(api.GET('/api/v1/figures', { params: { query: figureQuery(filter) }, signal })),
    placeholderData: keepPreviousData,
  });

export const useBreakdown = (by: 'month' | 'village', filter: FigureFilter) =>
  useQuery({
    queryKey: ['figures', by, filter],
    queryFn: ({ signal }) =>
      dataOf(api.GET(`/api/v1/figures/by-${by}`, { params: { query: figureQuery(filter) }, signal })),
    placeholderData: keepPreviousData,
  });

export const useEntries = (figureId: string, filter: FigureFilter, after: string | undefined) =>
  useQuery({
    queryKey: ['figures', 'entries', figureId, filter, after],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/figures/{figureId}/entries', {
          params: { path: { figureId }, query: { ...figureQuery(filter), after, limit: 50 } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });

export const useImports = () =>
  useQuery({
    queryKey: ['imports'],
    queryFn: () => dataOf(api.GET('/api/v1/imports', { params: { query: { limit: 20 } } })),
  });

const isOver = (run: ImportRun | undefined): boolean => run?.state === 'done' || run?.state === 'refused';

/** Asked again and again while the run is not over. */
export const useImport = (id: string) =>
  useQuery({
    queryKey: ['imports', id],
    queryFn: () => dataOf(api.GET('/api/v1/imports/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (isOver(state.data) ? false : 500),
  });
