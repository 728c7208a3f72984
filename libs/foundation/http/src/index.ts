export { AcceptsCsv, createServer, fileLimitBytes, type ServerOptions } from './server.js';
export { isConnectionFailure } from './connection-failure.js';
export { etagOf, expectedRevisionOf, requestIdOf } from './headers.js';
export { isStorableText, parseJsonBody } from './json-body.js';
export { type Language, preferredLanguage } from './language.js';
export { createLogger, type Logger, NestLogger } from './logger.js';
export { type AsOf, KnownAt, parseAsOf, UuidParam } from './params.js';
export {
  type FieldProblem,
  invalidValue,
  malformed,
  notFound,
  Problem,
  type ProblemCode,
  type ProblemDetails,
  problemTexts,
  textOf,
  tooManyRequests,
} from './problem.js';
export { ProblemFilter, type ProblemFilterOptions } from './problem-filter.js';
export { RateLimiter } from './rate-limiter.js';
export { strict } from './strict.js';
export { BooleanParam, BooleanValue, ChoiceValue, IntegerParam, StringListValue, StringValue } from './values.js';
