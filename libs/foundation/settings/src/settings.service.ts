import { createHash } from 'node:crypto';
import { shanghaiDate } from '#foundation/calendar';
import { canonicalJson, CHAIN_START, type EventLog, LogUnavailable, WrongRevision } from '#foundation/event-log';
import { type NewEvent, type RecordedEvent, Refusal, type Role } from '#foundation/process';
import { foldSettings } from './events.js';
import { defaultSettings, type SettingsEvents, type SettingsEventType, type TownshipSettings } from './settings.js';

export const SETTINGS_STREAM = 'settings-township';

/** Whether an event of the log is one more holiday notice. */
export const isHolidayNotice = (event: { readonly stream: string; readonly type: string }): boolean =>
  event.stream === SETTINGS_STREAM && event.type === 'HolidayCalendarPublished';

/** Who publishes. An administrator acts outside the roles of the processes. */
export interface Publisher {
  readonly staffRef: string;
  readonly role: string;
  /** Idempotency key: one request publishes once. */
  readonly requestId: string;
}

interface Published {
  readonly revision: number;
  readonly position: number;
}

interface Waiter {
  readonly revision: number;
  readonly resolve: () => void;
}

/** Two administrators at once is rare; three tries are plenty. */
const TRIES = 5;

/**
 * The township's settings as they stand, always at hand: read from their stream at the start and kept up by a
 * subscription. `current` never waits; a caller that must see a certain publication waits with `atLeast`.
 */
export class SettingsService {
  private settings = defaultSettings;
  /** What was in force from when on, oldest first. */
  private readonly history: { readonly since: string; readonly settings: TownshipSettings }[] = [];
  private readonly stopping = new AbortController();
  private waiters: Waiter[] = [];
  private following: Promise<void> | undefined;

  constructor(
    private readonly log: EventLog,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** Reads what has been published and follows what comes. @throws LogUnavailable */
  async start(): Promise<void> {
    this.take(await this.log.readCase(SETTINGS_STREAM));
    this.following ??= this.follow();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.following;
  }

  /** The settings in force: one immutable value, the same object until something is published. */
  current(): TownshipSettings {
    return this.settings;
  }

  /** The settings that were in force at an instant (ISO 8601, UTC): what a step recorded then was decided under. */
  asOf(instant: string): TownshipSettings {
    return this.history.findLast((each) => each.since <= instant)?.settings ?? defaultSettings;
  }

  /** The settings once they include that revision of their stream. @throws LogUnavailable after `timeoutMs` */
  async atLeast(revision: number, timeoutMs = 5_000): Promise<TownshipSettings> {
    if (this.settings.version >= revision) return this.settings;
    let timer: NodeJS.Timeout | undefined;
    const waiter: { revision: number; resolve: () => void } = { revision, resolve: () => undefined };
    const arrived = new Promise<void>((resolve) => (waiter.resolve = resolve));
    this.waiters.push(waiter);
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new LogUnavailable()), timeoutMs);
    });
    try {
      await Promise.race([arrived, tooLate]);
      return this.settings;
    } finally {
      clearTimeout(timer);
      this.waiters = this.waiters.filter((each) => each !== waiter);
    }
  }

  /**
   * Publishes one part of the settings; the caller has validated it. Each part is stated as a whole, so after somebody
   * else's publication it is simply published next.
   * @throws Refusal R-ALL-06 when the request id was used for something else, LogUnavailable
   */
  async publish<Type extends SettingsEventType>(
    type: Type,
    data: SettingsEvents[Type],
    by: Publisher,
  ): Promise<Published> {
    const event = this.eventOf(type, data, by);
    for (let tries = 1; ; tries++) {
      const events = await this.log.readCase(SETTINGS_STREAM);
      this.take(events);
      const same = events.find((each) => each.id === event.id);
      if (same) {
        if (same.metadata.requestHash !== event.metadata.requestHash) throw new Refusal('R-ALL-06', 'conflict');
        return { revision: same.revision, position: same.position };
      }
      const last = events.at(-1);
      try {
        const appended = await this.log.append(
          SETTINGS_STREAM,
          last?.revision ?? -1,
          [event],
          last?.metadata.chain.hash ?? CHAIN_START,
        );
        this.take(appended.events);
        return { revision: appended.revision, position: appended.position };
      } catch (error) {
        if (!(error instanceof WrongRevision) || tries >= TRIES) throw error;
      }
    }
  }

  private eventOf(type: SettingsEventType, data: object, { staffRef, role, requestId }: Publisher): NewEvent {
    const now = this.now();
    return {
      id: uuidOf(`${SETTINGS_STREAM} ${requestId}`),
      type,
      data: { ...data },
      metadata: {
        caseRef: 'township',
        occurredOn: shanghaiDate(now),
        recordedAt: now.toISOString(),
        recordedByStaffRef: staffRef,
        actingRole: role as Role,
        requestId,
        requestHash: createHash('sha256')
          .update(canonicalJson([type, data]))
          .digest('hex'),
        origin: { kind: 'web' },
        $correlationId: requestId,
        $causationId: requestId,
      },
    };
  }

  private async follow(): Promise<void> {
    const { signal } = this.stopping;
    for await (const { events } of this.log.followStream(SETTINGS_STREAM, this.settings.version, { signal }))
      this.take(events);
  }

  /** Events arrive from the subscription and from our own publications; each counts once, in order. */
  private take(events: readonly RecordedEvent[]): void {
    for (const event of events) {
      if (event.revision !== this.settings.version + 1) continue;
      this.settings = foldSettings([event], this.settings);
      this.history.push({ since: event.metadata.recordedAt, settings: this.settings });
    }
    for (const waiter of this.waiters) if (waiter.revision <= this.settings.version) waiter.resolve();
  }
}

/** A name-based id, the same for the same request: a retried publication cannot be stored twice. */
function uuidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  const variant = ((Number.parseInt(hex[16]!, 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
