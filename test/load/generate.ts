import { type EventStoreDBClient, jsonEvent, NO_STREAM } from '@eventstore/db-client';
import { addDays, type LocalDate, shanghaiDate } from '#foundation/calendar';
import { newCaseId } from '#foundation/commands';
import { linkEvents } from '#foundation/event-log';
import { type CaseState, decide, emptyCase, evolve, type NewEvent } from '#foundation/process';
import { demolition } from '#cases/demolition';
import { randomUUID } from 'node:crypto';
import { atOnce } from './client.js';
import { Life, type PlannedStep, stepOf } from './lives.js';
import { Dice } from './numbers.js';
import { actorOf, township } from './township.js';

/** Cases that are worked on at one time while the log fills: their events lie between each other's in the log. */
const openAtOnce = 300;
/** Appends on their way at the same time. */
const writers = 48;
const years = 2;

interface OpenCase {
  state: CaseState;
  readonly left: PlannedStep[];
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
  private toOpen = 0;
  private recordedMs: number;
  events = 0;

  constructor(
    private readonly client: EventStoreDBClient,
    totalCases: number,
  ) {
    this.lives = new Lives(this.dice, totalCases);
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
      const caseId = newCaseId(new Date(this.recordedMs));
      this.open.push({ state: emptyCase(demolition, caseId), left: [...this.lives.next().steps] });
    }
    const index = this.dice.between(0, this.open.length - 1);
    const kase = this.open[index];
    const last = this.open.pop();
    if (last && index < this.open.length) this.open[index] = last;
    return kase;
  }

  private async advance(kase: OpenCase): Promise<void> {
    const expected = kase.state.revision;
    const events: ReturnType<typeof jsonEvent>[] = [];
    for (const planned of kase.left.splice(0, this.dice.between(1, 4))) {
      const [event] = linkEvents(kase.state.chainHash, [this.decided(kase.state, planned)]);
      kase.state = evolve(demolition, kase.state, { ...event!, revision: kase.state.revision + 1, position: 0 });
      events.push(
        jsonEvent({ id: event!.id, type: event!.type, data: { ...event!.data }, metadata: { ...event!.metadata } }),
      );
    }
    this.events += events.length;
    await this.client.appendToStream(`demolition-${kase.state.caseId}`, events, {
      expectedRevision: expected < 0 ? NO_STREAM : BigInt(expected),
    });
  }

  private decided(state: CaseState, planned: PlannedStep): NewEvent {
    const requestId = randomUUID();
    // A step every few seconds of a working township, in the order of the log.
    this.recordedMs += 1_000;
    const { event, refusal } = decide(demolition, state, stepOf(planned), planned.body, {
      eventId: randomUUID(),
      requestId,
      requestHash: '0'.repeat(64),
      correlationId: requestId,
      causationId: requestId,
      now: new Date(Math.min(this.recordedMs, Date.now())).toISOString(),
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
