import { currentLanguage } from '../app/language';
import { NoAnswer, problemOf, type Schemas } from './client';

export interface StepToRecord {
  readonly process: string;
  /** Absent for a step that opens a case. */
  readonly caseId?: string;
  /** Name of the command in the address. */
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** The same for every attempt at this step: however often it arrives, it is recorded once. */
  readonly requestId: string;
  /** Revision of the case that the form was filled in for. */
  readonly revision?: number;
}

const attempts = 4;
const pauseMs = 1_000;

/**
 * Records a step. An answer that got lost or a service that is restarting is asked again under the same request id.
 * @throws ApiProblem for a refusal, NoAnswer when the server cannot be reached
 */
export async function record(step: StepToRecord): Promise<Schemas['RecordedAnswer']> {
  for (let attempt = 1; ; attempt++) {
    try {
      const response = await send(step);
      if (response.ok) return (await response.json()) as Schemas['RecordedAnswer'];
      if (response.status !== 503 || attempt === attempts)
        throw problemOf(await response.json().catch(() => undefined), response);
    } catch (error) {
      if (!(error instanceof NoAnswer) || attempt === attempts) throw error;
    }
    await new Promise((resume) => setTimeout(resume, attempt * pauseMs));
  }
}

async function send({ process, caseId, path, body, requestId, revision }: StepToRecord): Promise<Response> {
  const address = caseId ? `/api/v1/${process}/${caseId}/commands/${path}` : `/api/v1/${process}/commands/${path}`;
  try {
    return await fetch(address, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': currentLanguage(),
        'idempotency-key': requestId,
        ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }),
      },
      body: JSON.stringify(body),
    });
  } catch (error) {
    throw new NoAnswer(error);
  }
}

/** A fresh request id. `crypto.randomUUID` is missing where the page is served without TLS. */
export function newRequestId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
