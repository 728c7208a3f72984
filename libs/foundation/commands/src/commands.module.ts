import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { type Process } from '#foundation/process';
import { SettingsService } from '#foundation/settings';
import { AnswerWriter } from './answer.js';
import { CommandSide } from './command-side.js';
import { controllerOf } from './controllers.js';
import { handlersOf } from './handlers.js';

/** Command handlers and routes of the given processes: nothing in here is written for one of them. */
@Module({})
export class CommandsModule {
  static forProcesses(
    processes: ReadonlyMap<string, Process>,
    { commandSide, settings }: { readonly commandSide: CommandSide; readonly settings: SettingsService },
  ): DynamicModule {
    return {
      module: CommandsModule,
      imports: [CqrsModule],
      controllers: [...processes.values()].map(controllerOf),
      providers: [
        { provide: CommandSide, useValue: commandSide },
        { provide: SettingsService, useValue: settings },
        AnswerWriter,
        ...handlersOf(processes.values()),
      ],
    };
  }
}
