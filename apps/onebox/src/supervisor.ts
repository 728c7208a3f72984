import { type ChildProcess } from 'node:child_process';
import { closeSync, createWriteStream, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { spawnLaunch, type Launch } from '#foundation/backends';

/** What the supervisor must know of a process to keep it running. */
export interface Service {
  name: string;
  /** Asked anew before every start, so that it may clear away what a killed process left behind. */
  launch(): Launch;
  /** `line`: the process prints `{"ready":true,...}`; otherwise asks the process until it answers. */
  ready: 'line' | ((signal: AbortSignal) => Promise<void>);
  /**
   * Gets what the process prints as `{"notice":...}`: it is meant for the person at the machine, may hold a password,
   * and does not go into the log.
   */
  onNotice?: (notice: Record<string, unknown>) => void;
  /** From the stop signal to SIGKILL. */
  stopWithinMs: number;
}

/** A server to start and keep running, and where the apps will reach it. */
export interface ServerHere {
  service: Service;
  url: string;
}

export interface Surroundings {
  logDir: string;
  /** Told synchronously, before anything else happens, whenever a process starts (pid) or ends (undefined). */
  onPid(name: string, pid: number | undefined): void;
  say(line: string): void;
}

const firstPauseMs = 100;
const longestPauseMs = 5_000;
/** A process that held out this long was healthy: its next death is met at once again. */
const steadyAfterMs = 30_000;
/** Deaths before it was ever ready, after which the fault lies in the surroundings and starting again is no help. */
const hopelessAfter = 5;
const readyWithinMs = 120_000;
const largestLogBytes = 10_000_000;

/** Keeps one process running: whoever ends it and however, it is started again on the same command. */
export class Supervised {
  readonly name: string;
  #child: ChildProcess | undefined;
  #stopSignal: NodeJS.Signals = 'SIGTERM';
  #stopping = false;
  #deaths = 0;
  #running: Promise<void> | undefined;
  #ended = new AbortController();

  constructor(
    private readonly service: Service,
    private readonly surroundings: Surroundings,
  ) {
    this.name = service.name;
  }

  /** Resolves when the process is ready for the first time; rejects when it cannot be brought to that. */
  start(): Promise<void> {
    return new Promise((resolve, reject) => {
      const giveUp = setTimeout(
        () => reject(this.#failure(`is not ready after ${readyWithinMs / 1000} s`)),
        readyWithinMs,
      );
      let everReady = false;
      const onReady = () => {
        everReady = true;
        clearTimeout(giveUp);
        resolve();
      };
      const onDeath = () => {
        if (everReady || this.#deaths < hopelessAfter) return true;
        clearTimeout(giveUp);
        reject(this.#failure('ends as soon as it is started'));
        return false;
      };
      this.#running = this.#keepRunning(onReady, onDeath).catch((error: unknown) => {
        clearTimeout(giveUp);
        reject(error instanceof Error ? error : new Error(String(error)));
      });
    });
  }

  /** Asks the process to end and waits until it has; it is not started again. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.#ended.abort();
    const child = this.#child;
    child?.kill(this.#stopSignal);
    const impatient = setTimeout(() => child?.kill('SIGKILL'), this.service.stopWithinMs);
    await this.#running;
    clearTimeout(impatient);
  }

  async #keepRunning(onReady: () => void, onDeath: () => boolean): Promise<void> {
    while (!this.#stopping) {
      const startedAt = Date.now();
      const how = await this.#runOnce(onReady);
      if (this.#stopping) return;
      this.#deaths = Date.now() - startedAt > steadyAfterMs ? 1 : this.#deaths + 1;
      if (!onDeath()) return;
      this.surroundings.say(`${this.name} ${how}; starting it again`);
      const pause = Math.min(longestPauseMs, firstPauseMs * 2 ** (this.#deaths - 1));
      await sleep(pause, undefined, { signal: this.#ended.signal }).catch(() => undefined);
    }
  }

  /** One life of the process; resolves at its end with how it ended. */
  async #runOnce(onReady: () => void): Promise<string> {
    const { service, surroundings } = this;
    const log = this.#openLog();
    const life = new AbortController();
    try {
      const launch = service.launch();
      this.#stopSignal = launch.stopSignal;
      const stdin = launch.input === undefined ? 'ignore' : 'pipe';
      const stdout = service.ready === 'line' || service.onNotice ? 'pipe' : log;
      const child = spawnLaunch(launch, [stdin, stdout, log]);
      this.#child = child;
      if (child.pid !== undefined) surroundings.onPid(this.name, child.pid);
      const ended = new Promise<string>((resolve) => {
        child.once('error', (error) => resolve(`cannot be started (${error.message})`));
        child.once('exit', (code, signal) =>
          resolve(signal === null ? `ended with code ${code}` : `was ended by ${signal}`),
        );
      });
      if (child.stdout)
        sortOutput(child.stdout, this.#logPath, service.ready === 'line' ? onReady : undefined, service.onNotice);
      if (service.ready !== 'line') service.ready(life.signal).then(onReady, () => undefined);
      return await ended;
    } catch (error) {
      return `cannot be started (${String(error)})`;
    } finally {
      life.abort();
      closeSync(log);
      if (this.#child !== undefined) surroundings.onPid(this.name, undefined);
      this.#child = undefined;
    }
  }

  #openLog(): number {
    const path = this.#logPath;
    try {
      if (statSync(path).size > largestLogBytes) renameSync(path, `${path}.1`);
    } catch {
      // The first start: there is no log yet.
    }
    return openSync(path, 'a', 0o600);
  }

  get #logPath(): string {
    return join(this.surroundings.logDir, `${this.name}.log`);
  }

  #failure(what: string): Error {
    const last = lastLine(this.#logPath);
    return new Error(`${this.name} ${what}: see ${this.#logPath}${last === undefined ? '' : ` (${last})`}`);
  }
}

/** What a process said last is most often why it ended. */
function lastLine(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trimEnd().split('\n').at(-1) || undefined;
  } catch {
    return undefined;
  }
}

/** Everything goes to the log but notices; the line that says the process is ready is looked for on the way. */
function sortOutput(
  stdout: Readable,
  logPath: string,
  onReady: (() => void) | undefined,
  onNotice: Service['onNotice'],
): void {
  const log = createWriteStream(logPath, { flags: 'a' });
  const lines = createInterface({ input: stdout });
  lines.on('line', (line) => {
    // Log lines are JSON as well, and many: they are not parsed.
    const told = /^\{"(ready|notice)":/.test(line) ? parse(line) : undefined;
    if (told && 'notice' in told && onNotice) return onNotice(told);
    log.write(`${line}\n`);
    if (told?.ready === true) onReady?.();
  });
  lines.on('close', () => log.end());
}

function parse(line: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}
