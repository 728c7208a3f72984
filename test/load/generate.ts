import {
  BACKWARDS,
  END,
  type EventStoreDBClient,
  jsonEvent,
  NO_STREAM,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { addDays, type LocalDate, shanghaiDate } from '#foundation/calendar';
import { newCaseId } from '#foundation/commands';
import { linkEvents } from '#foundation/event-log';
import {
  type CaseState,
  chainStart,
  decide,
  emptyCase,
  evolve,
  type NewEvent,
  type Process,
} from '#foundation/process';
import { demolition } from '#cases/demolition';
import { randomUUID } from 'node:crypto';
import { atOnce } from './client.js';
import { Life, type PlannedStep, stepOf } from './lives.js';
import { Dice } from './numbers.js';
import { OtherKinds } from './other-kinds.js';
import { actorOf, township } from './township.js';

/** Cases that are worked on at one time while the log fills: their events lie between each other's in the log. */
const openAtOnce = 300;
/** Appends on their way at the same time. */
const writers = 48;
const years = 2;

/** One case in so many is a demolition, whose lives are told step by step; the others are of all other kinds. */
const demolitionShare = 0.4;

interface OpenCase {
  readonly process: Process;
  readonly caseId: string;
  revision: number;
  chainHash: string;
  /** What happens next, in order; each is asked for once. */
  readonly left: (() => NewEvent)[];
}

export const today = shanghaiDate(new Date());

/** Lives over two years of business dates that have all ended by today. */
export class Lives {
  private readonly firstDay: LocalDate;

  constructor(
    private readonly dice: Dice,
    private readonly spreadOver: number,
    /** Numbers of papers and places derive from it: two sources of lives need numbers that never meet. */
    private serial = 0,
  ) {
    // A compulsory demolition and its look-back take the better part of a year after the report.
    this.firstDay = addDays(today, -(365 * years + 330));
  }

  next(): Life {
    const serial = this.serial++;
    const day = Math.floor((365 * years * (serial % this.spreadOver)) / this.spreadOver);
    return new Life(serial, this.dice, addDays(this.firstDay, day));
  }
}

/**
 * Writes whole cases into the log: decided by the engine, chained, and appended as a person works, a few steps of one
 * case and then of another. Straight into the log, since over HTTP a hundred thousand cases would take an hour.
 */
export class Generator {
  private readonly open: OpenCase[] = [];
  private readonly dice = new Dice(20_220_701);
  private readonly lives: Lives;
  private readonly others: OtherKinds;
  private toOpen = 0;
  private recordedMs: number;
  events = 0;

  constructor(
    private readonly client: EventStoreDBClient,
    totalCases: number,
  ) {
    this.lives = new Lives(this.dice, totalCases);
    this.others = new OtherKinds(new Dice(2_022));
    this.recordedMs = Date.now() - 365 * years * 86_400_000;
  }

  /** Writes that many cases more, all of them to their end. */
  async write(cases: number): Promise<void> {
    this.toOpen = cases;
    await atOnce(writers, async () => {
      for (let kase = this.take(); kase; kase = this.take()) {
        await this.advance(kase);
        if (kase.left.length > 0) this.open.push(kase);
      }
    });
  }

  private take(): OpenCase | undefined {
    while (this.toOpen > 0 && this.open.length < openAtOnce) {
      this.toOpen -= 1;
      this.open.push(this.begin(newCaseId(new Date(this.recordedMs))));
    }
    const index = this.dice.between(0, this.open.length - 1);
    const kase = this.open[index];
    const last = this.open.pop();
    if (last && index < this.open.length) this.open[index] = last;
    return kase;
  }

  private begin(caseId: string): OpenCase {
    const before = { caseId, revision: -1, chainHash: chainStart };
    if (this.dice.chance(demolitionShare)) {
      let state = emptyCase(demolition, caseId);
      const left = this.lives.next().steps.map((planned) => () => {
        const event = this.decided(state, planned);
        const metadata = { ...event.metadata, chain: { previous: chainStart, hash: chainStart } };
        state = evolve(demolition, state, { ...event, metadata, revision: state.revision + 1, position: 0 });
        return event;
      });
      return { process: demolition, ...before, left };
    }
    const { process, events } = this.others.next(caseId);
    const left = events.map((event) => () => ({
      ...event,
      metadata: { ...event.metadata, recordedAt: this.nextMoment() },
    }));
    return { process, ...before, left };
  }

  private async advance(kase: OpenCase): Promise<void> {
    const news = kase.left.splice(0, this.dice.between(1, 4)).map((next) => next());
    this.events += news.length;
    const stream = `${kase.process.name}-${kase.caseId}`;
    for (;;) {
      const linked = linkEvents(kase.chainHash, news);
      const events = linked.map(({ id, type, data, metadata }) =>
        jsonEvent({ id, type, data: { ...data }, metadata: { ...metadata } }),
      );
      const expectedRevision = kase.revision < 0 ? NO_STREAM : BigInt(kase.revision);
      try {
        await this.client.appendToStream(stream, events, { expectedRevision });
        kase.chainHash = linked.at(-1)!.metadata.chain.hash;
        kase.revision += linked.length;
        return;
      } catch (error) {
        // The deadline clock was faster: it has recorded a miss in a case that is old already when it is written.
        if (!(error instanceof WrongExpectedVersionError)) throw error;
        await this.catchUp(stream, kase);
      }
    }
  }

  private async catchUp(stream: string, kase: OpenCase): Promise<void> {
    for await (const { event } of this.client.readStream(stream, {
      direction: BACKWARDS,
      fromRevision: END,
      maxCount: 1,
    })) {
      kase.revision = Number(event!.revision);
      kase.chainHash = (event!.metadata as { chain: { hash: string } }).chain.hash;
    }
  }

  /** A step every few seconds of a working township, in the order of the log. */
  private nextMoment(): string {
    this.recordedMs += 1_000;
    return new Date(Math.min(this.recordedMs, Date.now())).toISOString();
  }

  private decided(state: CaseState, planned: PlannedStep): NewEvent {
    const requestId = randomUUID();
    const { event, refusal } = decide(demolition, state, stepOf(planned), planned.body, {
      eventId: randomUUID(),
      requestId,
      requestHash: '0'.repeat(64),
      correlationId: requestId,
      causationId: requestId,
      now: this.nextMoment(),
      today,
      actor: actorOf(planned.by),
      township,
      townshipAt: () => township,
      origin: { kind: 'web' },
      isTaken: () => false,
      processOf: () => undefined,
    });
    if (refusal)
      throw new Error(
        `${planned.command} in ${state.status} is refused: ${refusal.code} ${JSON.stringify([refusal.details, planned.body])}`,
      );
    return event;
  }
}
