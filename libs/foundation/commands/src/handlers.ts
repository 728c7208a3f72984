import { Inject, type Type } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandClass, type Process } from '#foundation/process';
import { CommandSide } from './command-side.js';
import { envelopeOf } from './envelope.js';
import { type Recorded } from './request.js';

/**
 * One @nestjs/cqrs handler a command class, made from the tables: they all do the same, which is what makes a new step
 * one class and one row.
 */
export function handlersOf(processes: Iterable<Process>): Type<ICommandHandler>[] {
  const classes = new Set<CommandClass>();
  for (const process of processes) for (const step of process.steps) classes.add(step.command);
  return [...classes].map(handlerOf);
}

function handlerOf(command: CommandClass): Type<ICommandHandler> {
  class StepHandler {
    constructor(private readonly commandSide: CommandSide) {}

    execute(sent: object): Promise<Recorded> {
      const { process, step, caseId, body, actor, requestId, requestHash, expectedRevision, ...late } =
        envelopeOf(sent);
      return this.commandSide.record({
        process,
        ...(caseId === undefined ? {} : { caseId }),
        steps: [{ process, step, body, actor, ...late }],
        requestId,
        requestHash,
        ...(expectedRevision === undefined ? {} : { expectedRevision }),
        origin: { kind: 'web' },
      });
    }
  }
  Object.defineProperty(StepHandler, 'name', { value: `${command.name}Handler` });
  Inject(CommandSide)(StepHandler, undefined, 0);
  CommandHandler(command)(StepHandler);
  return StepHandler as unknown as Type<ICommandHandler>;
}
