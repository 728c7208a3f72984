import { Controller, Headers, Inject, type MessageEvent, type OnModuleDestroy, Query, Req, Sse } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { catchError, concatMap, EMPTY, from, interval, map, merge, type Observable, takeWhile } from 'rxjs';
import { IntegerParam, strict } from '#foundation/http';
import { Authenticator, CurrentPrincipal, type Principal } from '#foundation/identity';
import { type Advance, type Change, Changes } from './changes.js';
import { caseSight, sightOrNone } from './reading-rights.js';

/** Proxies cut streams that are silent for long, and a session that has ended must not keep listening. */
const heartbeatMs = 15_000;

class FollowQuery {
  @IntegerParam({
    optional: true,
    min: 0,
    max: Number.MAX_SAFE_INTEGER,
    description: '从该日志位置之后 / From after this log position',
  })
  since?: number;
}

/** What happened, pushed to whoever looks at it: only that it happened; what it says is read with the usual rights. */
@ApiTags('events')
@Controller('api/v1/events')
export class ChangesController implements OnModuleDestroy {
  constructor(
    @Inject(Changes) private readonly changes: Changes,
    @Inject(Authenticator) private readonly authenticator: Authenticator,
  ) {}

  @Sse()
  @ApiOperation({ summary: '变更推送 / What changes, as it becomes visible (server-sent events)' })
  @ApiProduces('text/event-stream')
  follow(
    @Headers('last-event-id') lastEventId: string | undefined,
    @Query(strict(FollowQuery)) query: FollowQuery,
    @Req() request: FastifyRequest,
    @CurrentPrincipal() principal: Principal,
  ): Observable<MessageEvent> {
    // A browser names its last event only while it repeats the connection by itself; a page that begins anew says `since`.
    const since = /^\d{1,15}$/.test(lastEventId ?? '') ? Number(lastEventId) : query.since;
    const signedIn = interval(heartbeatMs).pipe(
      concatMap(() => from(Promise.resolve(this.authenticator.principalOf(request)))),
      map((found) => found !== undefined),
    );
    const told = this.changes.since(since).pipe(
      map((advance) => message(principal, advance)),
      // The stream ends and the page asks again, from where it was.
      catchError(() => EMPTY),
    );
    const beats = signedIn.pipe(map((still): MessageEvent => ({ type: still ? 'heartbeat' : 'signed-out', data: {} })));
    return merge(told, beats).pipe(takeWhile(({ type }) => type !== 'signed-out', true));
  }

  onModuleDestroy(): void {
    this.changes.stop();
  }
}

function message(principal: Principal, { position, changes }: Advance): MessageEvent {
  return {
    type: 'changes',
    id: String(position),
    data: { position, changes: changes?.filter((change) => sees(principal, change)).map(shownTo(principal)) ?? null },
  };
}

function sees(principal: Principal, { process, gridCode, village, accused, own }: Change): boolean {
  if (accused.includes(principal.staffRef)) return false;
  if (sightOrNone(principal, process) === 'none') return false;
  const { scope } = caseSight(principal, process);
  if (!scope) return true;
  if (gridCode === null) return own.includes(principal.staffRef);
  return scope.grids.includes(gridCode) || (village !== null && scope.villages.includes(village));
}

/** Those who see the stage of a case only are not told its steps. */
const shownTo =
  (principal: Principal) =>
  ({ caseId, process, event, position }: Change): object => ({
    ...{ caseId, process, position },
    ...(sightOrNone(principal, process) === 'full' ? { event } : {}),
  });
