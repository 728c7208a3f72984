import { Body, Controller, Headers, HttpCode, Inject, Param, Post, Res, type Type } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiCreatedResponse, ApiHeader, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { shanghaiDate } from '#foundation/calendar';
import { canonicalJson } from '#foundation/event-log';
import { etagOf, expectedRevisionOf, requestIdOf, UuidParam } from '#foundation/http';
import { CurrentPrincipal, type Principal } from '#foundation/identity';
import { type Actor, type Process, type Role, type Step } from '#foundation/process';
import { AnswerWriter, RecordedAnswer } from './answer.js';
import { bodyClassOf, readBody } from './command-body.js';
import { enveloped } from './envelope.js';
import { requestHashOf } from './ids.js';
import { type Recorded } from './request.js';

type RequestHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** `SurveySite` → `survey-site`: the command's name in the address. */
export const kebab = (name: string): string => name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();

const actorOf = ({ staffRef, roles, grids, villages }: Principal): Actor => ({
  staffRef,
  roles: roles as readonly Role[],
  grids,
  villages,
});

/** What every command route of every process does. */
abstract class CommandRoutes {
  constructor(
    private readonly bus: CommandBus,
    private readonly answers: AnswerWriter,
  ) {}

  protected async send(
    process: Process,
    step: Step,
    caseId: string | undefined,
    sent: unknown,
    headers: RequestHeaders,
    principal: Principal,
    reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    const { fields, ...late } = readBody(step, sent, caseId, shanghaiDate(new Date()));
    const requestId = requestIdOf(headers);
    const expectedRevision = expectedRevisionOf(headers);
    const command = enveloped({
      process,
      step,
      ...(caseId === undefined ? {} : { caseId }),
      body: fields,
      actor: actorOf(principal),
      requestId,
      requestHash: requestHashOf(
        canonicalJson([process.name, step.commandName, caseId ?? null, principal.staffRef, fields, late]),
      ),
      ...(expectedRevision === undefined ? {} : { expectedRevision }),
      ...late,
    });
    const recorded = await this.bus.execute<object, Recorded>(command);
    void reply.header('etag', etagOf(recorded.revision)).header('location', `/api/v1/cases/${recorded.caseId}`);
    return this.answers.answer(process, step, recorded, actorOf(principal));
  }
}

type Route = (this: CommandRoutes, ...args: unknown[]) => Promise<RecordedAnswer>;

/** The command routes of a process, one a step: made from its table, described from its command classes. */
export function controllerOf(process: Process): Type<object> {
  class ProcessCommands extends CommandRoutes {}
  Object.defineProperty(ProcessCommands, 'name', { value: `${process.name}Commands` });
  for (const step of process.steps) {
    const froms = step.moves.flatMap((move) => move.from);
    if (froms.includes('NONE')) addRoute(ProcessCommands, process, step, true);
    if (froms.some((from) => from !== 'NONE')) addRoute(ProcessCommands, process, step, false);
  }
  Inject(CommandBus)(ProcessCommands, undefined, 0);
  Inject(AnswerWriter)(ProcessCommands, undefined, 1);
  ApiTags(process.name)(ProcessCommands);
  Controller(`api/v1/${process.name}`)(ProcessCommands);
  return ProcessCommands as unknown as Type<object>;
}

function addRoute(controller: typeof CommandRoutes, process: Process, step: Step, opens: boolean): void {
  const name = opens ? `open_${step.commandName}` : step.commandName;
  const prototype = controller.prototype as unknown as Record<string, Route>;
  const route: Route = opens
    ? function (...[body, headers, principal, reply]) {
        return this['send'](
          process,
          step,
          undefined,
          body,
          headers as RequestHeaders,
          principal as Principal,
          reply as FastifyReply,
        );
      }
    : function (...[body, headers, principal, reply, caseId]) {
        return this['send'](
          process,
          step,
          caseId as string,
          body,
          headers as RequestHeaders,
          principal as Principal,
          reply as FastifyReply,
        );
      };
  prototype[name] = route;
  Body()(prototype, name, 0);
  Headers()(prototype, name, 1);
  CurrentPrincipal()(prototype, name, 2);
  Res({ passthrough: true })(prototype, name, 3);
  if (!opens) Param('caseId', UuidParam)(prototype, name, 4);
  const path = opens ? `commands/${kebab(step.commandName)}` : `:caseId/commands/${kebab(step.commandName)}`;
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name)!;
  const decorators: MethodDecorator[] = [
    Post(path),
    HttpCode(201),
    ApiOperation({ summary: `${step.label.zh} / ${step.label.en}` }),
    ApiBody({ type: bodyClassOf(step, process.name) }),
    ApiHeader({ name: 'Idempotency-Key', required: false, description: '请求号 / Request id' }),
    ApiHeader({ name: 'If-Match', required: false, description: '所见版本 / Revision seen, quoted' }),
    ApiCreatedResponse({ type: RecordedAnswer }),
    ...(opens ? [] : [ApiParam({ name: 'caseId', format: 'uuid' })]),
  ];
  for (const decorate of decorators) decorate(prototype, name, descriptor);
}
