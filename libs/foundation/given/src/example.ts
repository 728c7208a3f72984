import { type LocalDate } from '#foundation/calendar';
import { type Actor } from '#foundation/process';
import { type CastMember } from './cast.js';

/** Id of the latest recorded event of a type: what a correction names. */
export type IdOf = (eventType: string) => string;

/** A step as somebody asks for it, before anybody has decided on it. */
export interface ExampleStep {
  /** Name of the command class. */
  readonly command: string;
  readonly body: Readonly<Record<string, unknown>> | ((idOf: IdOf) => Readonly<Record<string, unknown>>);
  readonly by: CastMember | Actor;
  /** The day of recording; without it, that of the story. */
  readonly today?: LocalDate;
  readonly lateEntryReason?: string;
}

type Values = Readonly<Record<string, unknown>>;

/** The same step with other values; `undefined` takes a field out. */
export function but(step: ExampleStep, values: Values): ExampleStep {
  const { body } = step;
  return { ...step, body: typeof body === 'function' ? (idOf) => merged(body(idOf), values) : merged(body, values) };
}

/** The same step, asked for by somebody else. */
export const asked = (by: CastMember | Actor, step: ExampleStep): ExampleStep => ({ ...step, by });

/** The same step, recorded on that day. */
export const on = (today: LocalDate, step: ExampleStep): ExampleStep => ({ ...step, today });

function merged(body: Values, values: Values): Values {
  return Object.fromEntries(Object.entries({ ...body, ...values }).filter(([, value]) => value !== undefined));
}
