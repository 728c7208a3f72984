import { type components, type paths } from 'api-description';
import createClient from 'openapi-fetch';
import { currentLanguage } from '../app/language';

export type Schemas = components['schemas'];

/** A "no" of the api as problem details: `code` for the page, `detail` in the reader's language for people. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors?: readonly { readonly field: string; readonly code: string; readonly message: string }[];
  readonly obligations?: readonly Schemas['ObligationView'][];
  readonly changed?: readonly ChangedStep[];
  readonly reason?: string;
}

/** A step that somebody else recorded meanwhile, as a 412 names it. */
export interface ChangedStep {
  readonly revision: number;
  readonly event: string;
  readonly occurredOn: string;
  readonly recordedAt: string;
  readonly actingRole: string;
}

export class ApiProblem extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.code}: ${problem.detail}`);
    this.name = 'ApiProblem';
  }
}

/** No answer at all: the way to the server is broken, and the request may or may not have arrived. */
export class NoAnswer extends Error {
  constructor(cause: unknown) {
    super('no answer', { cause });
    this.name = 'NoAnswer';
  }
}

export const api = createClient<paths>({ baseUrl: '/' });

api.use({
  onRequest({ request }) {
    request.headers.set('accept-language', currentLanguage());
  },
  onError({ error }) {
    return new NoAnswer(error);
  },
});

/** The data of an answer. @throws ApiProblem, NoAnswer */
export async function dataOf<Data>(
  asked: Promise<{ data?: Data; error?: unknown; response: Response }>,
): Promise<Data> {
  const { data, error, response } = await asked;
  if (response.ok) return data as Data;
  throw problemOf(error, response);
}

export function problemOf(body: unknown, response: Response): ApiProblem {
  if (typeof body === 'object' && body !== null && 'code' in body) return new ApiProblem(body as Problem);
  return new ApiProblem({
    status: response.status,
    code: response.status === 503 ? 'UNAVAILABLE' : 'INTERNAL',
    title: String(response.status),
    detail: response.statusText,
  });
}

/** Fetches a file of the api, for the reader to keep. @throws ApiProblem, NoAnswer */
export async function download(path: string, fileName: string): Promise<void> {
  let response: Response;
  try {
    response = await fetch(path, { headers: { 'accept-language': currentLanguage() } });
  } catch (error) {
    throw new NoAnswer(error);
  }
  if (!response.ok) throw problemOf(await response.json().catch(() => undefined), response);
  saveAs(URL.createObjectURL(await response.blob()), fileName);
}

export function saveAs(address: string, fileName: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  if (address.startsWith('blob:')) setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
