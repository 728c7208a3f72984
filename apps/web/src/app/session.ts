import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ApiProblem, dataOf } from '../api/client';
import { type Session } from '../api/queries';
import { forgetSeen } from '../api/seen';

/** Set while somebody is signed in: a stranger's first visit then asks for no session that cannot be there. */
const mark = 'liuhen.signed-in';

/** Who is signed in; null for nobody. */
export const useSession = () =>
  useQuery<Session | null>({
    queryKey: ['session'],
    queryFn: async () => {
      if (localStorage.getItem(mark) === null) return null;
      try {
        return await dataOf(api.GET('/api/v1/session'));
      } catch (error) {
        if (!(error instanceof ApiProblem) || error.problem.status !== 401) throw error;
        localStorage.removeItem(mark);
        return null;
      }
    },
    staleTime: Infinity,
  });

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { username: string; password: string }) => dataOf(api.POST('/api/v1/session', { body })),
    onSuccess: ({ token: _, ...session }) => {
      localStorage.setItem(mark, '');
      client.setQueryData(['session'], session);
    },
  });
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => dataOf(api.DELETE('/api/v1/session')),
    onSettled: () => {
      localStorage.removeItem(mark);
      forgetSeen();
      client.clear();
      client.setQueryData(['session'], null);
    },
  });
}

export function useReplacePassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { present: string; next: string }) => dataOf(api.POST('/api/v1/session/password', { body })),
    onSuccess: () => {
      localStorage.removeItem(mark);
      client.setQueryData(['session'], null);
    },
  });
}
