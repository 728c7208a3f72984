import { HttpException, type NestApplicationOptions } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication, RouteConfig } from '@nestjs/platform-fastify';
import { type FastifyError, type FastifyReply, type FastifyRequest } from 'fastify';
import { parseJsonBody } from './json-body.js';
import { type Logger, NestLogger } from './logger.js';
import { Problem } from './problem.js';
import { ProblemFilter, type ProblemFilterOptions } from './problem-filter.js';
import { rememberRoutes } from './routes.js';

const jsonLimitBytes = 1024 * 1024;
/** Registers and ledgers of a whole township; the largest known ledger has half a megabyte. */
export const fileLimitBytes = 50 * 1024 * 1024;

/**
 * Lets a route take a file as `text/csv`, handed to it as a Buffer, or by a form where the app registers forms; everywhere
 * else both are answered 415.
 */
export const AcceptsCsv = () => RouteConfig({ acceptsCsv: true });

const takesCsv = (config: object): boolean => 'acceptsCsv' in config && config.acceptsCsv === true;

export interface ServerOptions {
  readonly logger: Logger;
  readonly unavailable?: ProblemFilterOptions['unavailable'];
  /** Addresses of reverse proxies whose `X-Forwarded-For` is believed; none by default. */
  readonly trustProxy?: readonly string[];
}

/**
 * A Nest application on Fastify as this product serves HTTP: strict bodies (JSON, and CSV where a route takes files), problem
 * details for every error, security headers, cross-origin writes refused. The caller listens and closes.
 */
export async function createServer(
  module: NonNullable<Parameters<typeof NestFactory.create>[0]>,
  { logger, unavailable, trustProxy }: ServerOptions,
): Promise<NestFastifyApplication> {
  const filter = new ProblemFilter({ logger, unavailable });
  const adapter = new FastifyAdapter({
    bodyLimit: jsonLimitBytes,
    routerOptions: { maxParamLength: 200 },
    trustProxy: trustProxy?.length ? [...trustProxy] : false,
    requestTimeout: 120_000,
    // Express-style middleware costs every request a layer and nothing here uses it.
    skipMiddie: true,
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
      filter.answer(new HttpException(error.message, error.statusCode ?? 400), request, reply),
    logger: false,
  });
  const fastify = adapter.getInstance();
  rememberRoutes(fastify);
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    try {
      // Read as UTF-8 whatever it says: words in another encoding would be stored as other words.
      const [, charset] = /;\s*charset="?([^";\s]*)/i.exec(request.headers['content-type'] ?? '') ?? [];
      if (charset !== undefined && !/^utf-?8$/i.test(charset)) throw new Problem(415, 'UNSUPPORTED_MEDIA_TYPE');
      done(null, parseJsonBody(String(body)));
    } catch (error) {
      done(error as Error);
    }
  });
  fastify.addContentTypeParser('text/csv', { parseAs: 'buffer', bodyLimit: fileLimitBytes }, (_request, body, done) =>
    done(null, body),
  );
  // Before the body is read: a route of small JSON bodies must not be made to hold a large file.
  fastify.addHook('preParsing', (request, _reply, _payload, done) => {
    const isFile = /^(text\/csv|multipart\/form-data)/i.test(request.headers['content-type'] ?? '');
    done(isFile && !takesCsv(request.routeOptions.config) ? new Problem(415, 'UNSUPPORTED_MEDIA_TYPE') : null);
  });
  const options: NestApplicationOptions = { logger: new NestLogger(logger), bodyParser: false, abortOnError: false };
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, options);
  app.useGlobalFilters(filter);
  app.enableCsrfProtection();
  app.useSecurityHeaders({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: "'self'",
        baseUri: "'none'",
        formAction: "'self'",
        frameAncestors: "'none'",
        imgSrc: ["'self'", 'data:', 'blob:'],
        objectSrc: "'none'",
        // The component library of the page writes its styles at run time.
        styleSrc: ["'self'", "'unsafe-inline'"],
      },
    },
    xFrameOptions: { action: 'deny' },
  });
  return app;
}
