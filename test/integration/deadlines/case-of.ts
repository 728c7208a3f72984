import { demolition } from '#cases/demolition';
import { enforcementProcesses } from '#cases/enforcement';
import { inspectionProcesses } from '#cases/inspection';
import { permitProcesses } from '#cases/permit';
import { petitionProcesses } from '#cases/petition';
import { relocationProcesses } from '#cases/relocation';
import { defaultCalendar } from '#foundation/calendar';
import {
  type CaseState,
  chainStart,
  type DueDate,
  dueDatesOf,
  fold,
  type KnownCalendar,
  type Origin,
  type Process,
  type RecordedEvent,
} from '#foundation/process';

export const processes: readonly Process[] = [
  demolition,
  ...enforcementProcesses,
  ...inspectionProcesses,
  ...permitProcesses,
  ...petitionProcesses,
  ...relocationProcesses,
];

export const processNamed = (name: string): Process => processes.find((each) => each.name === name)!;

/** An event as a test names it: its type, its business date, and what the deadline reads of it. */
export type Happened = readonly [type: string, on: string, data?: Readonly<Record<string, unknown>>];

export const published: readonly KnownCalendar[] = [{ since: -1, calendar: defaultCalendar }];

export const idOf = (index: number): string => `00000000-0000-8000-8000-${String(index).padStart(12, '0')}`;

/** Nothing is decided here: what is tested is how days are counted. */
export function eventsOf(name: string, happened: readonly Happened[]): readonly RecordedEvent[] {
  const process = processNamed(name);
  return happened.map(([type, on, data = {}], index): RecordedEvent => {
    // The clock names what started the first of the case's deadlines.
    const origin: Origin = type === 'DeadlineMissed' ? { kind: 'clock', startedBy: [idOf(0)] } : { kind: 'web' };
    const date = process.stepOfEvent.get(type)?.occurredOn;
    if (date === undefined) throw new Error(`${name} has no event ${type}`);
    return {
      ...{ id: idOf(index), type, revision: index, position: 10 * (index + 1) },
      data: { ...(date === 'recorded' ? {} : { [date]: on }), ...data },
      metadata: {
        ...{ caseRef: idOf(99), occurredOn: on, recordedAt: `${on}T04:00:00.000Z`, recordedByStaffRef: '执法-01' },
        ...{ requestId: idOf(index), requestHash: '', origin, $correlationId: '', $causationId: '' },
        actingRole: 'ENFORCEMENT_OFFICER',
        chain: { previous: chainStart, hash: chainStart },
      },
    };
  });
}

/** A case as these events make it. */
export const caseOf = (name: string, events: readonly RecordedEvent[]): CaseState =>
  fold(processNamed(name), idOf(99), events);

/** The due dates of one code, in the order in which they began. */
export function dues(
  name: string,
  code: string,
  happened: readonly Happened[],
  calendars: readonly KnownCalendar[] = published,
): readonly DueDate[] {
  return dueDatesOf(processNamed(name), caseOf(name, eventsOf(name, happened)), calendars).filter(
    (due) => due.code === code,
  );
}
