import { type OpenAPIObject } from '@nestjs/swagger';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
type SchemaObject = Exclude<Schemas[string], { $ref: string }>;

const text: SchemaObject = { type: 'string', minLength: 1, maxLength: 200 };
const texts: SchemaObject = { type: 'array', items: text };
const date: SchemaObject = { type: 'string', format: 'date' };
const dates: SchemaObject = { type: 'array', items: date };
const time: SchemaObject = { type: 'string', pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' };

const closed = (properties: Record<string, SchemaObject>, optional: readonly string[] = []): SchemaObject => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
});
const list = (items: SchemaObject): SchemaObject => ({ type: 'array', items });

/** The bodies of the settings routes for the API description; foundation/settings is what tests them. */
export const settingsSchemas = {
  'grid-register': closed({
    cells: list(closed({ code: text, village: text, group: text, from: date, to: date }, ['from', 'to'])),
  }),
  'staff-register': closed({
    staff: list(
      closed({ code: text, post: text, roles: texts, certified: { type: 'boolean' }, grids: texts, villages: texts }),
    ),
  }),
  'enterprise-register': closed({
    enterprises: list(
      closed({ code: text, from: date, to: date, keyFrom: date, keyTo: date }, ['from', 'to', 'keyFrom', 'keyTo']),
    ),
  }),
  'baseline-date': closed({ baselineDate: date }),
  delegations: closed({
    delegations: list(closed({ authority: text, legalBasis: text, documentNo: text, from: date })),
  }),
  'day-hours': closed({ start: time, end: time }),
  limits: closed({ limits: list(closed({ name: text, value: { type: 'integer', minimum: 0 } })) }),
  'frozen-periods': closed({ periods: list({ type: 'string', pattern: '^[1-9][0-9]{3}H[12]$' }) }),
  'holiday-calendar': closed({
    version: text,
    publishedFrom: date,
    publishedThrough: date,
    holidays: dates,
    makeupWorkdays: dates,
  }),
} as const satisfies Record<string, SchemaObject>;
