import fc from 'fast-check';

// Requests that no honest client sends, made from the API's own description: each is broken in one place for sure.

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly oneOf?: readonly Schema[];
}

interface Parameter {
  readonly name: string;
  readonly in: string;
}

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> };
}

export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export interface MalformedRequest {
  readonly broken: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

interface Route {
  readonly method: string;
  readonly path: string;
  readonly schema?: Schema;
}

type Body = Readonly<Record<string, unknown>>;

const json = { 'content-type': 'application/json' };
const strange = fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 1e308, '', 'x', [], {}, [[]], { a: 1 }, ['x', 1]);
const badIds = [
  '37',
  '%00',
  '%',
  '%2e%2e%2fetc',
  '%F0%9F',
  'x'.repeat(300),
  'null',
  '{}',
  '01890a5d-ac96-774b-bcce',
  '案件',
];
const badKeys = ['', 'a b', 'é', 'x'.repeat(201), '\t'];
const badTags = ['1', 'W/"1"', '"-1"', '"x"', '"1", "2"', '*', '""', '"99999999999999999999"'];
const badTypes = [
  'text/plain',
  'application/xml',
  'multipart/form-data',
  'application/x-www-form-urlencoded',
  'x',
  '/',
  'application/json; charset=utf-99',
];
const badQueries = [
  'nonsense=1',
  'asOf=yesterday',
  'asOf=-1',
  'atLeast=x',
  'limit=0',
  'limit=999999',
  'limit=1&limit=2',
  'period=2022H9',
  'after=x',
  'process=__proto__',
  'openedFrom=2022-02-30',
  '%00=%00',
  'asOf[]=1',
  'constructor=1',
];
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

/** @param caseId a case that exists, so that requests get past the address */
export function malformedRequests(description: Description, caseId: string): fc.Arbitrary<MalformedRequest> {
  const resolve = (schema: Schema | undefined): Schema =>
    schema?.$ref ? resolve(description.components.schemas[schema.$ref.split('/').at(-1)!]) : (schema ?? {});
  const routes: Route[] = Object.entries(description.paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([method]) => ['get', 'post', 'patch'].includes(method))
      .map(([method, operation]) => {
        const schema = operation.requestBody?.content?.['application/json']?.schema;
        return { method: method.toUpperCase(), path, ...(schema ? { schema } : {}) };
      }),
  );
  const filled = (path: string, id = caseId) => path.replace('{caseId}', id).replace(/\{\w+\}/g, id);
  const writing = routes.filter(({ schema }) => schema !== undefined);
  const reading = routes.filter(({ method }) => method === 'GET');
  const withId = routes.filter(({ path }) => path.includes('{'));
  return fc.oneof(
    {
      weight: 6,
      arbitrary: fc.constantFrom(...writing).chain((route) => brokenBody(route, resolve, filled(route.path))),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom(...writing).chain((route) => brokenHeader(route, resolve, filled(route.path))),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.constantFrom(...withId), fc.constantFrom(...badIds)).map(([{ method, path }, id]) => ({
        broken: `id ${id.slice(0, 20)}`,
        method,
        path: filled(path, id),
        ...(method === 'GET' ? { headers: {} } : { headers: json, body: '{}' }),
      })),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.constantFrom(...reading), fc.constantFrom(...badQueries)).map(([{ path }, query]) => ({
        broken: `query ${query}`,
        method: 'GET',
        path: `${filled(path)}?${query}`,
        headers: {},
      })),
    },
  );
}

/** A body as the schema asks for it, as far as a schema can tell. */
function fitting(schema: Schema, resolve: (schema: Schema) => Schema): fc.Arbitrary<unknown> {
  const { type, enum: codes, format, items, properties, required = [], oneOf } = resolve(schema);
  if (oneOf?.length) return fitting(oneOf[0]!, resolve);
  if (codes) return fc.constantFrom(...codes);
  if (type === 'integer') return fc.integer({ min: 1, max: 1_000_000 });
  if (type === 'boolean') return fc.boolean();
  if (type === 'array') return fc.array(fitting(items ?? {}, resolve), { minLength: 1, maxLength: 3 });
  if (type === 'string' && format === 'date') return fc.constantFrom('2022-03-01', '2022-09-27');
  if (type === 'string' && format === 'date-time') return fc.constant('2022-09-27T09:00');
  if (type === 'string') return fc.string({ minLength: 3, maxLength: 12, unit: 'grapheme-ascii' });
  const fields = Object.entries(properties ?? {}).map(([name, each]) => [name, fitting(each, resolve)] as const);
  return fc.record(Object.fromEntries(fields), { requiredKeys: [...required] });
}

function brokenBody(route: Route, resolve: (schema: Schema) => Schema, path: string): fc.Arbitrary<MalformedRequest> {
  const schema = resolve(route.schema!);
  const [first] = schema.oneOf ?? [schema];
  const properties = Object.entries(resolve(first!).properties ?? {});
  const request = (broken: string, body: string): MalformedRequest => ({
    broken,
    method: route.method,
    path,
    headers: json,
    body,
  });
  const named = fc.constantFrom(...(properties.length > 0 ? properties : [['x', {}] as const]));
  const put = (body: Body, name: string, value: unknown) => JSON.stringify({ ...body, [name]: value });
  /** Values that no field takes, as JSON text: JSON.stringify would not write them. */
  const poison = fc.constantFrom(
    ...['"\\u0000"', '"\\ud800"', '1e400', '{"__proto__":1}', '{"constructor":{"prototype":1}}', '{"toString":1}'],
    ...[nested(40), nested(5_000), `"${'长'.repeat(5_000)}"`, `[${'"x",'.repeat(500)}"x"]`],
  );
  return fitting(first!, resolve).chain((valid) => {
    const body = valid as Body;
    const whole = JSON.stringify(body);
    return fc.oneof(
      fc
        .tuple(named, strange)
        .filter(([[, each], value]) => !fits(resolve(each), value))
        .map(([[name], value]) => request(`${name} of another type`, put(body, name, value))),
      fc
        .tuple(named, poison)
        .map(([[name], text]) =>
          request(
            `${name} is poison`,
            whole.replace(/\}$/, `${whole === '{}' ? '' : ','}${JSON.stringify(name)}:${text}}`),
          ),
        ),
      fc
        .constantFrom('x', '__proto__', 'constructor', 'hasOwnProperty', 'caseId ', '')
        .map((name) =>
          request(
            `unknown field ${name}`,
            whole.replace(/^\{/, `{${JSON.stringify(name)}:1${whole === '{}' ? '' : ','}`),
          ),
        ),
      fc.nat({ max: Math.max(0, whole.length - 1) }).map((length) => request('cut off', whole.slice(0, length))),
      fc
        .constantFrom(
          'null',
          '[]',
          '"x"',
          '0',
          'true',
          '',
          ' ',
          nested(100_000),
          '{"a":'.repeat(10_000),
          '\ufeff{}',
          '{}{}',
        )
        .map((text) => request('no object', text)),
    );
  });
}

function brokenHeader(route: Route, resolve: (schema: Schema) => Schema, path: string): fc.Arbitrary<MalformedRequest> {
  const [first] = resolve(route.schema!).oneOf ?? [route.schema!];
  const isCommand = path.includes('/commands/');
  const headers = fc.oneof(
    fc.constantFrom(...badTypes).map((type) => ({ 'content-type': type })),
    ...(isCommand
      ? [
          fc.constantFrom(...badKeys).map((key) => ({ ...json, 'idempotency-key': key })),
          fc.constantFrom(...badTags).map((tag) => ({ ...json, 'if-match': tag })),
        ]
      : []),
  );
  return fc.tuple(headers, fitting(first!, resolve)).map(([header, body]) => ({
    broken: JSON.stringify(header),
    method: route.method,
    path,
    headers: header,
    body: JSON.stringify(body),
  }));
}

function fits({ type }: Schema, value: unknown): boolean {
  // Null and blank stand for an absent optional value.
  if (value === null || value === '') return true;
  if (type === 'integer') return Number.isSafeInteger(value);
  if (type === 'array') return Array.isArray(value);
  return type === undefined || typeof value === type;
}
