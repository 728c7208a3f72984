import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, isPortFree, removeRunFile, startOf, writeRunFile, type RunFile } from '#foundation/backends';
import { appServices } from './apps.js';
import { eventNodeService } from './event-node.js';
import { endLeftovers } from './leftovers.js';
import { claim } from './lock.js';
import { postgresService } from './postgres.js';
import { redisService } from './redis.js';
import { loadSecrets } from './secrets.js';
import { Supervised, type ServerHere, type Service } from './supervisor.js';

export interface OneboxOptions {
  dataDir: string;
  host: string;
  port: number;
  /** Passed to the apps, which then add demo accounts. */
  demo: boolean;
  /** Start from nothing: what the folder held is deleted. */
  wipe: boolean;
  /** Servers that run elsewhere; what is undefined is started here. */
  eventstoreUrl: string | undefined;
  databaseUrl: string | undefined;
  redisUrl: string | undefined;
  say(line: string): void;
}

const serverNames = new Set(['event-node', 'postgres', 'redis']);

/** One machine's whole Liuhen: the servers that are not configured elsewhere, and the apps on top of them. */
export class Onebox {
  #servers: Supervised[] = [];
  #apps: Supervised[] = [];
  #lock: { release(): void } | undefined;
  #run: RunFile | undefined;
  #stopped: Promise<void> | undefined;

  constructor(private readonly options: OneboxOptions) {}

  /**
   * Resolves when everything is ready. Rejects with one plain sentence when the folder or the port is taken or a part
   * cannot be started; call `stop()` then, too.
   */
  async start(): Promise<RunFile> {
    const { dataDir, host, port, demo, say } = this.options;
    // Others may pass through this folder but not look into it: PostgreSQL runs as an account of its own.
    mkdirSync(dataDir, { recursive: true, mode: 0o711 });
    for (const folder of ['run', 'logs']) mkdirSync(join(dataDir, folder), { recursive: true, mode: 0o700 });
    this.#lock = claim(dataDir);
    await endLeftovers(dataDir, serverNames);
    if (!(await isPortFree(port, host))) {
      throw new Error(`port ${port} of ${host} is in use: stop what uses it or choose another with PORT=...`);
    }
    if (this.options.wipe) this.#wipe();
    const secrets = loadSecrets(dataDir);
    const run: RunFile = {
      pid: process.pid,
      port,
      baseUrl: `http://${addressOf(host)}:${port}`,
      eventstoreUrl: '',
      databaseUrl: '',
      redisUrl: '',
      operatorToken: secrets.operatorToken,
      processes: {},
      processStarts: {},
      ready: false,
    };
    this.#run = run;

    const own = async (given: string | undefined, make: (port: number) => ServerHere | Promise<ServerHere>) => {
      if (given !== undefined) return given;
      const { service, url } = await make(await freePort({ not: port }));
      if (this.#stopped) throw new Error('stopped while starting');
      await this.#keep(this.#servers, service).start();
      return url;
    };
    // PostgreSQL first: making its cluster takes longest, and waits for nothing here.
    [run.databaseUrl, run.eventstoreUrl, run.redisUrl] = await Promise.all([
      own(this.options.databaseUrl, (free) => postgresService(dataDir, free, secrets.postgresPassword)),
      own(this.options.eventstoreUrl, (free) => eventNodeService(dataDir, free)),
      own(this.options.redisUrl, (free) => redisService(dataDir, free, secrets.redisPassword, say)),
    ]);
    const env: Record<string, string> = {
      LIUHEN_DATA: dataDir,
      HOST: host,
      PORT: String(port),
      EVENTSTORE_URL: run.eventstoreUrl,
      DATABASE_URL: run.databaseUrl,
      REDIS_URL: run.redisUrl,
      LIUHEN_OPERATOR_TOKEN: secrets.operatorToken,
      LIUHEN_DEMO: demo ? '1' : '',
    };
    const apps = appServices(env, run.baseUrl, say);
    await Promise.all(apps.map((service) => this.#keep(this.#apps, service).start()));
    run.ready = true;
    writeRunFile(dataDir, run);
    return run;
  }

  /** Ends the apps, then the servers below them; the same promise however often it is asked. */
  stop(): Promise<void> {
    return (this.#stopped ??= this.#stopInOrder());
  }

  async #stopInOrder(): Promise<void> {
    await Promise.all(this.#apps.map((app) => app.stop()));
    await Promise.all(this.#servers.map((server) => server.stop()));
    if (this.#run) removeRunFile(this.options.dataDir);
    this.#lock?.release();
  }

  #keep(list: Supervised[], service: Service): Supervised {
    if (this.#stopped) throw new Error('stopped while starting');
    const supervised = new Supervised(service, {
      logDir: join(this.options.dataDir, 'logs'),
      say: this.options.say,
      onPid: (name, pid) => this.#recordPid(name, pid),
    });
    list.push(supervised);
    return supervised;
  }

  /** On disk before the process has done anything: a one-box killed in this very moment must still leave its trace. */
  #recordPid(name: string, pid: number | undefined): void {
    const run = this.#run!;
    const startedAt = pid === undefined ? undefined : startOf(pid);
    if (pid === undefined || startedAt === undefined) {
      delete run.processes[name];
      delete run.processStarts[name];
    } else {
      run.processes[name] = pid;
      run.processStarts[name] = startedAt;
    }
    writeRunFile(this.options.dataDir, run);
  }

  /** The lock lies in `run` and is held: its folder stays, everything else goes. */
  #wipe(): void {
    const { dataDir } = this.options;
    const rest = readdirSync(dataDir).filter((name) => name !== 'run');
    for (const name of [...rest, 'run/secrets.json']) rmSync(join(dataDir, name), { recursive: true, force: true });
    mkdirSync(join(dataDir, 'logs'), { mode: 0o700 });
  }
}

/** How a program on this machine reaches what listens on `host`. */
function addressOf(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}
