import { hostname } from 'node:os';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { FollowUps } from '#coordination';
import { CommandSide } from '#foundation/commands';
import { LogUnavailable } from '#foundation/event-log';
import { createServer, type Logger } from '#foundation/http';
import { Accounts, createDemoAccounts, createFirstAdministrator, migrateVault, openVault } from '#foundation/identity';
import { NotYetProjected } from '#foundation/read-model';
import { SettingsService } from '#foundation/settings';
import { AppModule } from './app.module.js';
import { Backends } from './backends.js';
import { type ApiConfig } from './config.js';
import { demoAccounts, demoPassword } from './demo-accounts.js';
import { acceptForms, ImportDesk } from './import-desk.js';
import { Metrics } from './metrics.js';
import { describeApi } from './openapi.js';
import { servePage } from './page.js';
import { processes } from './processes.js';

export interface RunningApi {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Starts the api: vault up to date, first administrator there, settings read, listening.
 * @param announce gets what must reach the person at the machine and must not stay in a log, as one JSON line.
 */
export async function startApi(
  config: ApiConfig,
  logger: Logger,
  announce: (line: string) => void,
): Promise<RunningApi> {
  const backends = new Backends(config, logger);
  const settings = new SettingsService(backends.log);
  const { log, readSide } = backends;
  const instance = `api@${hostname()}:${config.port}`;
  const commandSide = new CommandSide({ log, readSide, settings, processes, instance });
  const imports = new ImportDesk(backends, config.redisUrl, logger);
  const followUps = new FollowUps(readSide.pool);
  let app: NestFastifyApplication | undefined;
  const close = async (): Promise<void> => {
    await app?.close();
    commandSide.stop();
    await imports.close();
    await settings.stop();
    await backends.close();
  };
  try {
    await prepareVault(config, backends, announce);
    await imports.open();
    await followUps.prepare();
    await settings.start();
    commandSide.start();
    const metrics = new Metrics();
    app = await createServer(AppModule.of({ config, backends, settings, commandSide, imports, metrics, followUps }), {
      logger,
      unavailable: [LogUnavailable, NotYetProjected],
      trustProxy: config.trustProxy,
    });
    const fastify = app.getHttpAdapter().getInstance();
    metrics.observe(fastify);
    await acceptForms(app);
    await servePage(app);
    await app.init();
    const description = JSON.stringify(describeApi(app));
    fastify.get('/openapi.json', (_request, reply) =>
      reply.header('content-type', 'application/json; charset=utf-8').send(description),
    );
    await app.listen(config.port, config.host);
    return { url: await app.getUrl(), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function prepareVault(config: ApiConfig, backends: Backends, announce: (line: string) => void): Promise<void> {
  const vault = openVault(backends.vaultPool);
  await migrateVault(vault);
  const accounts = new Accounts(vault);
  if (config.demo) {
    await createDemoAccounts(accounts, demoAccounts, demoPassword);
    const names = demoAccounts.map(({ username, post }) => ({ username, post }));
    announce(JSON.stringify({ notice: 'demo-accounts', password: demoPassword, accounts: names }));
  }
  const first = await createFirstAdministrator(accounts);
  if (first) announce(JSON.stringify({ notice: 'first-administrator', ...first }));
}
