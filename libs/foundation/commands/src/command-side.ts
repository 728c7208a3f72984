import { setTimeout as delay } from 'node:timers/promises';
import { appendEndsWithinMs, type EventLog } from '#foundation/event-log';
import { normaliseNumber, type Process, registeredKind } from '#foundation/process';
import { NotYetProjected, type ReadSide } from '#foundation/read-model';
import { type SettingsService, townshipOf } from '#foundation/settings';
import { CaseCommands, type Surroundings } from './case-commands.js';
import { type Cases, CaseStore } from './case-store.js';
import { RehearsedCases, RehearsedClaims } from './rehearsal.js';
import { type Recorded, type SeriesRequest } from './request.js';
import { Reservations } from './reservations.js';

export interface CommandSideParts {
  readonly log: EventLog;
  readonly readSide: ReadSide;
  readonly settings: SettingsService;
  readonly processes: ReadonlyMap<string, Process>;
  /** Name of the operating-system process, the same after a restart: see Reservations. */
  readonly instance: string;
  readonly now?: () => Date;
}

/** Whoever takes requests, to record them or to try them out. */
export interface CommandRecorder {
  record(request: SeriesRequest): Promise<Recorded>;
  /** Id of the case registered under a number, undefined for none. */
  caseIdOf(process: string, number: string): Promise<string | undefined>;
  /** See CommandSide.rehearsal. A rehearsal on a rehearsal leaves no trace in the first. */
  rehearsal(): CommandRecorder;
}

const patienceMs = 5_000;

/** The command side of one operating-system process (api or worker), put together. */
export class CommandSide implements CommandRecorder {
  private readonly reservations: Reservations;
  private readonly store: CaseStore;
  private readonly around: Surroundings;
  private readonly commands: CaseCommands;
  private open = false;
  private readonly opening: Promise<void>;
  private opened!: () => void;
  private stopped = false;

  constructor(private readonly parts: CommandSideParts) {
    const { log, readSide, settings, processes, instance, now = () => new Date() } = parts;
    this.reservations = new Reservations(readSide.keyedPool(), instance);
    let known = settings.current();
    let township = townshipOf(known);
    this.store = new CaseStore(log);
    this.around = {
      now,
      processes,
      township: () => {
        if (settings.current() !== known) township = townshipOf((known = settings.current()));
        return township;
      },
      townshipAt: (instant) => townshipOf(settings.asOf(instant)),
      processOf: async (caseRef, asker) => {
        const look = async (): Promise<string | undefined> => {
          const { rows } = await readSide.pool.query<{ process: string }>(
            `select process from read.case_status s where case_id = $1
               and not exists (select from read.case_accused a where a.case_id = s.case_id and a.staff_ref = $2)`,
            [caseRef, asker],
          );
          return rows[0]?.process;
        };
        const known = await look();
        if (known !== undefined) return known;
        // Opened a moment ago, perhaps: nobody is told that there is no such case before the read side has caught up.
        await readSide.waitForPosition(await log.headPosition(), patienceMs);
        return look();
      },
      caseIdOf: async (process, number) => {
        const { rows } = await readSide.pool.query<{ case_id: string }>(
          `select case_id from read.claims where kind = $1 and value = $2
           union all select case_id from reservation.held where kind = $1 and value = $2 limit 1`,
          [registeredKind(process), number],
        );
        return rows[0]?.case_id;
      },
      childrenOf: async (process, parent) => {
        await readSide.waitForPosition(await log.headPosition(), patienceMs);
        const { rows } = await readSide.pool.query<{ case_id: string }>(
          'select case_id from read.case_status where process = $1 and parent = $2',
          [process, parent],
        );
        return rows.map((row) => row.case_id);
      },
    };
    this.commands = new CaseCommands(this.store, this.reservations, this.around);
    this.opening = new Promise((resolve) => {
      this.opened = () => {
        this.open = true;
        resolve();
      };
    });
  }

  /**
   * Opens the command side once the read side is there. Returns at once; commands wait for it.
   *
   * What this process had reserved when it was killed is given free later: an append that it had sent may still be on
   * its way to the log, and only when that is over and the read side has taken it in may its numbers be somebody
   * else's.
   */
  start(): void {
    void this.untilDone(async () => {
      await this.caughtUp();
      const began = await this.reservations.start();
      this.opened();
      void this.forgetLater(began);
    });
  }

  private async forgetLater(began: string): Promise<void> {
    await delay(appendEndsWithinMs, undefined, { ref: false });
    await this.untilDone(async () => {
      await this.caughtUp();
      await this.reservations.forget(began);
    });
  }

  private async caughtUp(): Promise<void> {
    await this.parts.readSide.waitForPosition(await this.parts.log.headPosition(), patienceMs);
  }

  /** The servers behind may still be coming up: there is nothing to report before they are there. */
  private async untilDone(work: () => Promise<void>): Promise<void> {
    while (!this.stopped) {
      try {
        return await work();
      } catch {
        await delay(200);
      }
    }
  }

  stop(): void {
    this.stopped = true;
    this.reservations.stop();
  }

  /** See CaseCommands.record. @throws also NotYetProjected while the command side is still opening */
  async record(request: SeriesRequest): Promise<Recorded> {
    if (!this.open) await this.waitUntilOpen();
    return this.commands.record(request);
  }

  caseIdOf(process: string, number: string): Promise<string | undefined> {
    return this.around.caseIdOf(process, normaliseNumber(number));
  }

  /**
   * Records nothing, anywhere: decides as `record` would, each request on top of those rehearsed before it. For trying
   * out a whole file; drop it afterwards.
   */
  rehearsal(): CommandRecorder {
    return this.rehearsalOn(this.store, this.reservations, this.around);
  }

  private rehearsalOn(cases: Cases, present: Pick<Reservations, 'look'>, beyond: Surroundings): CommandRecorder {
    const rehearsed = new RehearsedCases(cases);
    const claims = new RehearsedClaims(present);
    const around: Surroundings = {
      ...beyond,
      caseIdOf: async (process, number) =>
        claims.holderOf(registeredKind(process), number) ?? beyond.caseIdOf(process, number),
      childrenOf: async (process, parent) => [
        ...new Set([
          ...(await beyond.childrenOf(process, parent)),
          ...rehearsed.childrenOf(beyond.processes, process, parent),
        ]),
      ],
    };
    const commands = new CaseCommands(rehearsed, claims, around);
    return {
      record: async (request) => {
        if (!this.open) await this.waitUntilOpen();
        return commands.record(request);
      },
      caseIdOf: (process, number) => around.caseIdOf(process, normaliseNumber(number)),
      rehearsal: () => this.rehearsalOn(rehearsed, claims, around),
    };
  }

  private async waitUntilOpen(): Promise<void> {
    const stop = new AbortController();
    const tooLate = delay(patienceMs, undefined, { signal: stop.signal, ref: false }).then(() => {
      throw new NotYetProjected(0, -1);
    });
    tooLate.catch(() => undefined);
    try {
      await Promise.race([this.opening, tooLate]);
    } finally {
      stop.abort();
    }
  }
}
