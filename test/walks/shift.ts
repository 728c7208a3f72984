import { addDays, type LocalDate } from '#foundation/calendar';

type Values = Readonly<Record<string, unknown>>;

const dateLike = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/;

/** Every text in a body, however deep it stands, through the same hands. */
export function eachText(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((each) => eachText(each, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, eachText(each, change)]));
}

/** The same body with every date and moment moved by so many days, so that terms within it stay as long as they are. */
export function moved(body: Values, days: number): Values {
  if (days === 0) return body;
  const move = (text: string): string =>
    dateLike.test(text) ? `${addDays(text.slice(0, 10), days)}${text.slice(10)}` : text;
  return eachText(body, move) as Values;
}

export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
