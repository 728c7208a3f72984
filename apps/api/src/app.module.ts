import { type DynamicModule, Module } from '@nestjs/common';
import { FollowUps, OwedSteps, owings } from '#coordination';
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
import { FollowUpsController } from './follow-ups.controller.js';
import { FigureBreakdowns } from './figure-breakdowns.js';
import { FiguresController } from './figures.controller.js';
import { ImportDesk } from './import-desk.js';
import { ImportsController } from './imports.controller.js';
import { Metrics } from './metrics.js';
import { OperationsController } from './operations.controller.js';
import { processes } from './processes.js';
import { RightsController } from './rights.controller.js';
import { SettingsController } from './settings.controller.js';
import { VisibleCases } from './visible-cases.js';

export interface ApiParts {
  readonly config: ApiConfig;
  readonly backends: Backends;
  readonly settings: SettingsService;
  readonly commandSide: CommandSide;
  readonly imports: ImportDesk;
  readonly metrics: Metrics;
  readonly followUps: FollowUps;
}

/** The whole api over backends that are connected already. */
@Module({})
export class AppModule {
  static of({ config, backends, settings, commandSide, imports, metrics, followUps }: ApiParts): DynamicModule {
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
        ...[ExportsController, CatalogueController, RightsController, ChangesController, FollowUpsController],
      ],
      providers: [
        { provide: Backends, useValue: backends },
        { provide: SettingsService, useValue: settings },
        { provide: ImportDesk, useValue: imports },
        { provide: Metrics, useValue: metrics },
        { provide: CaseQueries, useValue: cases },
        { provide: VisibleCases, useValue: new VisibleCases(cases) },
        { provide: FollowUps, useValue: followUps },
        { provide: OwedSteps, useValue: new OwedSteps(backends.log, readSide, processes, owings) },
        { provide: CaseLists, useValue: new CaseLists(cases, readSide) },
        { provide: FigureQueries, useValue: figures },
        { provide: FigureBreakdowns, useValue: new FigureBreakdowns(figures, readSide, settings) },
        { provide: Changes, useValue: new Changes(readSide) },
      ],
    };
  }
}
