import { setTimeout as delay } from 'node:timers/promises';
import { type Client } from 'pg';
import { type EventLog } from '#foundation/event-log';
import { type Process } from '#foundation/process';
import { BuildWriter } from './build-writer.js';
import {
  beginBuild,
  type Build,
  createIndexes,
  dropLeftovers,
  ensureRegister,
  listBuilds,
  lockLeader,
  POSITION_CHANNEL,
  REBUILD_CHANNEL,
  switchTo,
  vacuum,
} from './builds.js';
import { dedicatedConnection, type DedicatedConnection } from './connection.js';
import { type Projection, versionOf } from './projection.js';

export interface ProjectorOptions {
  readonly log: EventLog;
  readonly databaseUrl: string;
  readonly processes: ReadonlyMap<string, Process>;
  readonly projections: readonly Projection[];
  /** Raised when the processes themselves would fold differently. */
  readonly processesVersion?: string;
  /** Events held folded in memory, shared by the build that serves and the one beside it. */
  readonly maxEventsHeld?: number;
  /** A build begins while none follows the log: what happens is seen by nobody until it is done. */
  readonly onAwaited?: () => void;
  readonly onFollowing?: (build: number) => void;
  readonly report?: (message: string, details?: Record<string, unknown>) => void;
}

const MAX_EVENTS_HELD = 20_000;
const RETRY_MS = [100, 250, 500, 1_000, 2_000];

/** A writer together with its running loop. */
interface Running {
  readonly writer: BuildWriter;
  readonly done: Promise<void>;
}

/** The writers of one lead. */
class Crew extends Set<Running> {
  isOver = false;
}

/**
 * Keeps the read side: leads or stands by, follows the log into the active build, and builds anew beside it when the
 * code's version differs or somebody asks. Survives restarts of the database and of the event node.
 */
export class Projector {
  private readonly version: string;

  constructor(private readonly options: ProjectorOptions) {
    this.version = versionOf(options.projections, options.processesVersion);
  }

  /** Runs until the signal says stop; waits out whatever else happens. */
  async run(signal: AbortSignal): Promise<void> {
    for (let failures = 0; !signal.aborted; failures++) {
      const began = performance.now();
      try {
        await this.lead(signal);
      } catch (error) {
        if (signal.aborted) return;
        this.options.report?.('projector interrupted', {
          error: error instanceof Error ? error.message : String(error),
        });
      }
      if (performance.now() - began > 10_000) failures = 0;
      const pause = RETRY_MS[Math.min(failures, RETRY_MS.length - 1)]!;
      if (!signal.aborted) await delay(pause, undefined, { signal }).catch(() => undefined);
    }
  }

  private async lead(signal: AbortSignal): Promise<void> {
    const control = await dedicatedConnection(this.options.databaseUrl, 'liuhen projector');
    const running = new Crew();
    const cut = (): void => void control.close();
    signal.addEventListener('abort', cut, { once: true });
    const ended = new Promise<never>((_, reject) => {
      control.lost.addEventListener('abort', () => reject(control.lost.reason), { once: true });
    });
    ended.catch(() => undefined);
    try {
      await Promise.race([lockLeader(control.client), ended]);
      await Promise.race([this.tend(control, running, signal), ended]);
    } finally {
      signal.removeEventListener('abort', cut);
      running.isOver = true;
      for (const each of running) each.writer.stop();
      await Promise.allSettled([...running].map((each) => each.done));
      await control.close();
    }
  }

  /** What a leader does: one build serves and follows; when there is reason to, another grows and takes its place. */
  private async tend(control: DedicatedConnection, running: Crew, signal: AbortSignal): Promise<void> {
    const { client } = control;
    const asked = rebuildRequests(control);
    await ensureRegister(client);
    await client.query(`listen ${REBUILD_CHANNEL}`);
    let serving: Running | undefined;
    for (;;) {
      const builds = await listBuilds(client);
      const active = builds.find((build) => build.state === 'active');
      await dropLeftovers(
        client,
        new Set(builds.filter((each) => this.isWorthKeeping(each)).map((each) => each.number)),
      );
      if (active?.version === this.version && !serving) {
        serving = await this.start(active.number, running);
        serving.writer.announce();
        void serving.writer.caughtUp.then(() => this.options.onFollowing?.(active.number));
      }
      const next = this.nextBuild(builds, active);
      if (next !== undefined) serving = await this.rebuild(control, next, active, serving, running);
      else await Promise.race([asked.next(), failureOf(serving!)]);
      if (signal.aborted) return;
    }
  }

  private isWorthKeeping(build: Build): boolean {
    return build.state === 'active' || (build.state === 'building' && build.version === this.version);
  }

  /** The number of the build to make now, if any: an unfinished one, one that was asked for, or one for new code. */
  private nextBuild(builds: readonly Build[], active: Build | undefined): number | undefined {
    const begun = builds.find((build) => build.state === 'building' && build.version === this.version);
    const requested = builds.find((build) => build.state === 'requested');
    if (begun ?? requested) return (begun ?? requested)!.number;
    if (active?.version === this.version) return undefined;
    return Math.max(0, ...builds.map((build) => build.number)) + 1;
  }

  private async start(number: number, running: Crew): Promise<Running> {
    const held = this.options.maxEventsHeld ?? MAX_EVENTS_HELD;
    const writer = await BuildWriter.open(number, { ...this.options, maxEventsHeld: Math.ceil(held / 2) });
    // The lead may have been lost while this one was opening: nobody would ever stop it, nor get its lock.
    if (running.isOver) writer.stop();
    const started: Running = { writer, done: writer.run().finally(() => running.delete(started)) };
    started.done.catch(() => undefined);
    running.add(started);
    return started;
  }

  /** Builds from zero beside the active build, which keeps serving, and switches when nothing would go backwards. */
  private async rebuild(
    control: DedicatedConnection,
    number: number,
    active: Build | undefined,
    serving: Running | undefined,
    running: Crew,
  ): Promise<Running> {
    const { client } = control;
    const { projections, report } = this.options;
    report?.('read side build begins', { build: number, version: this.version });
    if (!serving) this.options.onAwaited?.();
    await beginBuild(client, number, this.version, projections);
    const next = await this.start(number, running);
    const broken = serving ? [failureOf(next), failureOf(serving)] : [failureOf(next)];
    await Promise.race([next.writer.caughtUp, ...broken]);
    await this.index(client, number);
    if (serving) {
      running.delete(serving);
      serving.writer.stop();
      await serving.done;
      await Promise.race([next.writer.reached(serving.writer.position), failureOf(next)]);
    }
    await switchTo(client, number, projections);
    next.writer.announce();
    // What was stored between the switch and this moment nobody has said yet.
    await client.query('select pg_notify($1, $2)', [POSITION_CHANNEL, String(next.writer.position)]);
    report?.('read side build serves', {
      build: number,
      position: next.writer.position,
      replaced: active?.number ?? null,
    });
    this.options.onFollowing?.(number);
    await vacuum(client, number, projections);
    return next;
  }

  private async index(client: Client, number: number): Promise<void> {
    const helper = await dedicatedConnection(this.options.databaseUrl, 'liuhen indexes');
    try {
      await helper.answered(createIndexes([client, helper.client], number, this.options.projections));
    } finally {
      await helper.close();
    }
  }
}

/** Rejects when a writer ends that nobody told to, also when it has ended already. */
async function failureOf({ done }: Running): Promise<never> {
  await done;
  throw new Error('A build stopped following.');
}

/** Notifications that a rebuild is wanted, one at a time; one that comes while nobody waits is not lost. */
function rebuildRequests({ client, lost }: DedicatedConnection): { next(): Promise<void> } {
  let pending = false;
  let wake: (() => void) | undefined;
  client.on('notification', ({ channel }) => {
    if (channel !== REBUILD_CHANNEL) return;
    pending = true;
    wake?.();
  });
  lost.addEventListener('abort', () => wake?.(), { once: true });
  return {
    async next() {
      if (!pending) await new Promise<void>((resolve) => (wake = resolve));
      pending = false;
    },
  };
}
