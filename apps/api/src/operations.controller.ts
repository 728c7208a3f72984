import { setTimeout as delay } from 'node:timers/promises';
import { Controller, Get, Header, Inject, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Refusal } from '#foundation/process';
import { ADMINISTRATOR, Authenticator, holdsAny, isLocalCaller, Public } from '#foundation/identity';
import { Backends } from './backends.js';
import { Metrics } from './metrics.js';

/** Long enough for a healthy backend under load, short enough for whoever watches. */
const checkMs = 2_000;

type Check =
  { readonly ok: true; readonly [detail: string]: unknown } | { readonly ok: false; readonly reason: string };

/** For whoever runs the machine: is it alive, can it work, how is it doing. */
@ApiExcludeController()
@Controller()
export class OperationsController {
  constructor(
    @Inject(Backends) private readonly backends: Backends,
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(Authenticator) private readonly authenticator: Authenticator,
  ) {}

  @Get('health/live')
  @Public()
  @Header('cache-control', 'no-store')
  live(): { status: string } {
    return { status: 'ok' };
  }

  /** Ready when the log, PostgreSQL and Redis answer and a read model serves. How far it lags is told, not judged. */
  @Get('health/ready')
  @Public()
  @Header('cache-control', 'no-store')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<unknown> {
    const { log, readSide, vaultPool, redis } = this.backends;
    const [head, position, database, cache] = await Promise.all([
      check(() => log.headPosition()),
      check(() => readSide.position()),
      check(() => vaultPool.query('select 1')),
      check(() => redis.ping()),
    ]);
    const checks: Record<string, Check> = {
      log: head.ok ? { ok: true, position: head.value } : head,
      database: database.ok ? { ok: true } : database,
      redis: cache.ok ? { ok: true } : cache,
      projector: position.ok
        ? { ok: true, position: position.value, caughtUp: head.ok && position.value >= head.value }
        : position,
    };
    const ready = Object.values(checks).every(({ ok }) => ok);
    if (!ready) void reply.status(503).header('retry-after', '1');
    return { status: ready ? 'ready' : 'not ready', checks };
  }

  @Get('metrics')
  @Public()
  async show(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    if (!isLocalCaller(request)) {
      const principal = await this.authenticator.principalOf(request);
      if (!principal || !holdsAny(principal, [ADMINISTRATOR])) throw new Refusal('R-ALL-04', 'forbidden');
    }
    void reply.header('content-type', this.metrics.registry.contentType);
    return this.metrics.registry.metrics();
  }
}

async function check<T>(ask: () => Promise<T>): Promise<{ ok: true; value: T } | { ok: false; reason: string }> {
  const tooLate = new AbortController();
  try {
    const late = delay(checkMs, undefined, { signal: tooLate.signal }).then((): never => {
      throw new Error('no answer');
    });
    late.catch(() => undefined);
    return { ok: true, value: await Promise.race([ask(), late]) };
  } catch (error) {
    // The kind of failure only: messages may hold addresses.
    const { name, code } = error as { name?: string; code?: unknown };
    return { ok: false, reason: typeof code === 'string' ? code : (name ?? 'unknown') };
  } finally {
    tooLate.abort();
  }
}
