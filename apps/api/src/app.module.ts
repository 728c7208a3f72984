import { type DynamicModule, Module } from '@nestjs/common';
import { type CommandSide, CommandsModule } from '#foundation/commands';
import { RateLimiter } from '#foundation/http';
import { IdentityModule } from '#foundation/identity';
import { SettingsService } from '#foundation/settings';
import { FigureQueries } from '#insights/statistics';
import { CaseQueries } from '#insights/status';
import { Backends } from './backends.js';
import { CaseLists } from './case-lists.js';
import { CasesController } from './cases.controller.js';
import { CatalogueController } from './catalogue.controller.js';
import { Changes } from './changes.js';
import { ChangesController } from './changes.controller.js';
import { type ApiConfig } from './config.js';
import { ExportsController } from './exports.controller.js';
import { FigureBreakdowns } from './figure-breakdowns.js';
import { FiguresController } from './figures.controller.js';
import { ImportDesk } from './import-desk.js';
import { ImportsController } from './imports.controller.js';
import { Metrics } from './metrics.js';
import { OperationsController } from './operations.controller.js';
import { processes } from './processes.js';
import { RightsController } from './rights.controller.js';
import { SettingsController } from './settings.controller.js';

export interface ApiParts {
  readonly config: ApiConfig;
  readonly backends: Backends;
  readonly settings: SettingsService;
  readonly commandSide: CommandSide;
  readonly imports: ImportDesk;
  readonly metrics: Metrics;
}

/** The whole api over backends that are connected already. */
@Module({})
export class AppModule {
  static of({ config, backends, settings, commandSide, imports, metrics }: ApiParts): DynamicModule {
    const { requestsPerSecond } = config;
    const { readSide } = backends;
    const cases = new CaseQueries(readSide, backends.log, processes);
    const figures = new FigureQueries(readSide, processes);
    return {
      module: AppModule,
      imports: [
        IdentityModule.forRoot({
          pool: backends.vaultPool,
          staff: { rolesOf: (staffRef) => settings.current().staff.get(staffRef)?.roles },
          secureCookies: config.beyondLoopback,
          operatorToken: config.operatorToken,
          limiter:
            requestsPerSecond === undefined ? undefined : new RateLimiter(requestsPerSecond, 2 * requestsPerSecond),
        }),
        CommandsModule.forProcesses(processes, { commandSide, settings }),
      ],
      controllers: [
        ...[OperationsController, SettingsController, CasesController, FiguresController, ImportsController],
        ...[ExportsController, CatalogueController, RightsController, ChangesController],
      ],
      providers: [
        { provide: Backends, useValue: backends },
        { provide: SettingsService, useValue: settings },
        { provide: ImportDesk, useValue: imports },
        { provide: Metrics, useValue: metrics },
        { provide: CaseQueries, useValue: cases },
        { provide: CaseLists, useValue: new CaseLists(cases, readSide) },
        { provide: FigureQueries, useValue: figures },
        { provide: FigureBreakdowns, useValue: new FigureBreakdowns(figures, readSide, settings) },
        { provide: Changes, useValue: new Changes(readSide) },
      ],
    };
  }
}
