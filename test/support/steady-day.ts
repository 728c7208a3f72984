import { setTimeout as delay } from 'node:timers/promises';
import { type LocalDate, shanghaiDate } from '#foundation/calendar';

const minuteMs = 60_000;

/**
 * The day on which a suite runs, for steps that are dated by the day on which they are recorded. Shortly before
 * midnight in Shanghai the next day is waited for: a story that begins on one day and goes on with the next has dates
 * that its steps refuse.
 */
export async function steadyDay(withinMinutes: number): Promise<LocalDate> {
  const day = shanghaiDate(new Date());
  while (shanghaiDate(new Date(Date.now() + withinMinutes * minuteMs)) !== day && shanghaiDate(new Date()) === day)
    await delay(1_000);
  return shanghaiDate(new Date());
}
