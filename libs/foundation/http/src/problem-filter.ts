import { randomUUID } from 'node:crypto';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { httpStatusOf, Refusal } from '#foundation/process';
import { isConnectionFailure } from './connection-failure.js';
import { type Language, preferredLanguage } from './language.js';
import { type Logger } from './logger.js';
import { Problem, type ProblemCode, type ProblemDetails, textOf, titles } from './problem.js';
import { methodsOf } from './routes.js';

/** How each status that Nest or Fastify raises by itself is named in this product. */
const codeOfStatus: Readonly<Record<number, ProblemCode>> = {
  401: 'SIGN_IN_REQUIRED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  413: 'TOO_LARGE',
  414: 'TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  429: 'TOO_MANY_REQUESTS',
  503: 'UNAVAILABLE',
};

const defaultRetryAfterSeconds = 2;

type ErrorClass = abstract new (...args: never[]) => Error;

export interface ProblemFilterOptions {
  /** Errors that pass by themselves: the log is restarting, a read model is still catching up. Answered 503. */
  readonly unavailable?: readonly ErrorClass[];
  readonly logger: Logger;
}

/**
 * Answers every error as problem details (RFC 9457) in the caller's language. What is nobody's rule and nobody's
 * typing error is a 500 with an incident id: the cause goes to the log, never to the caller.
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly options: ProblemFilterOptions) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  /** Answers an error where Nest is not involved: the router refuses broken addresses before any handler. */
  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    if (reply.sent) return;
    const language = preferredLanguage(request.headers['accept-language']);
    const { problem, retryAfterSeconds, allow } = this.explain(error, request, language);
    if (retryAfterSeconds !== undefined) reply.header('retry-after', String(retryAfterSeconds));
    if (allow) reply.header('allow', allow.join(', '));
    if (problem.status === 401) reply.header('www-authenticate', 'Bearer realm="liuhen"');
    void reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('content-language', language)
      .header('vary', 'accept-language')
      .header('cache-control', 'no-store')
      .send(JSON.stringify(problem));
  }

  private explain(
    error: unknown,
    request: FastifyRequest,
    language: Language,
  ): { problem: ProblemDetails; retryAfterSeconds?: number; allow?: readonly string[] } {
    if (error instanceof Refusal) {
      return { problem: describe(httpStatusOf[error.kind], error.code, language, error.details) };
    }
    if (error instanceof Problem) {
      return {
        problem: describe(error.status, error.code, language, error.details),
        retryAfterSeconds: error.details.retryAfterSeconds,
      };
    }
    if (this.options.unavailable?.some((type) => error instanceof type) || isConnectionFailure(error)) {
      this.options.logger.warn({ error: String(error), method: request.method }, 'a backend is unavailable');
      return { problem: describe(503, 'UNAVAILABLE', language), retryAfterSeconds: defaultRetryAfterSeconds };
    }
    if (error instanceof HttpException && error.getStatus() < 500) {
      const status = error.getStatus();
      if (status === 404 && request.is404) {
        const allow = methodsOf(request.server, request.url);
        if (allow.length > 0 && !allow.includes(request.method))
          return { problem: describe(405, 'METHOD_NOT_ALLOWED', language), allow };
      }
      if (status === 404) return { problem: describe(404, 'NOT_FOUND', language) };
      const code = codeOfStatus[status] ?? 'MALFORMED_REQUEST';
      return {
        problem: describe(titles[status] ? status : 400, code, language, { reason: error.message }),
        ...(status === 429 ? { retryAfterSeconds: defaultRetryAfterSeconds } : {}),
      };
    }
    const incident = randomUUID();
    this.options.logger.error(
      { incident, method: request.method, route: request.routeOptions?.url, error: asLogged(error) },
      'unexpected error',
    );
    return { problem: { ...describe(500, 'INTERNAL', language), incident } };
  }
}

type Details = Omit<Refusal['details'], 'fields'> & Pick<Problem['details'], 'fields'>;

function describe(status: number, code: string, language: Language, details: Details = {}): ProblemDetails {
  const errors = details.fields?.map(({ field, code: at, reason }) => ({
    field,
    code: at,
    message: (reason ?? textOf(at))[language],
  }));
  return {
    type: `urn:liuhen:problem:${code}`,
    title: titles[status]?.[language] ?? String(status),
    status,
    detail: textOf(code)[language],
    code,
    ...(errors?.length ? { errors } : {}),
    ...(details.obligations?.length ? { obligations: details.obligations } : {}),
    ...(details.changed?.length ? { changed: details.changed } : {}),
    ...(details.reason ? { reason: details.reason } : {}),
  };
}

function asLogged(error: unknown): unknown {
  return error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : String(error);
}
