import { type LoggerService } from '@nestjs/common';
import { type Logger, pino } from 'pino';

export { type Logger };

/**
 * JSON lines on stdout. The product logs routes, codes and incident ids: no addresses with their parameters, no
 * bodies, no names, so that a log file may leave the township without a privacy review.
 */
export function createLogger(name: string, level = process.env['LIUHEN_LOG_LEVEL'] ?? 'info'): Logger {
  return pino({ name, level, base: { name }, timestamp: pino.stdTimeFunctions.isoTime });
}

/** Nest's own messages through the same logger; its start-up chatter only at debug level. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: unknown): void {
    this.logger.debug({ context }, String(message));
  }
  warn(message: unknown, context?: unknown): void {
    this.logger.warn({ context }, String(message));
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.logger.error({ rest }, message instanceof Error ? (message.stack ?? message.message) : String(message));
  }
}
