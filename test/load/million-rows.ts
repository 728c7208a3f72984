import pg from 'pg';
import { placeGrams, searchable } from '#insights/status';
import { gridCodes, villages } from './township.js';

/** The last of the four half-years over which the facts are spread. */
export const halfYear = '2026H1';

/** Events of the log that a case stands for: positions grow as they would. */
const positionsACase = 10;

/**
 * Puts so many cases and as many facts into the tables of the build that serves. Cases are opened evenly over two
 * years; seven in ten are closed, the others owe something thirty days later; the facts lie over the same two years and one in fifty was voided later.
 * @returns the last position of the log that would have given them
 */
export async function fillTables(databaseUrl: string, rows: number): Promise<number> {
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  try {
    const { rows: builds } = await database.query<{ number: number }>(
      `select number from read.build where state = 'active'`,
    );
    const schema = `read_b${builds[0]!.number}`;
    await database.query('set synchronous_commit = off');
    const indexes = await dropIndexes(database, schema);
    for (const statement of statements(schema, rows)) await database.query(statement);
    await placeRows(database, schema);
    for (const definition of indexes) await database.query(definition);
    const lastPosition = rows * positionsACase + 1_000;
    await database.query(`update ${schema}.checkpoint set position = $1`, [lastPosition]);
    await database.query('vacuum (analyze)');
    await database.query('checkpoint');
    return lastPosition;
  } finally {
    await database.end();
  }
}

/** Loading is quicker without them. @returns the statements that make them again */
async function dropIndexes(database: pg.Client, schema: string): Promise<string[]> {
  const { rows } = await database.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
     where indrelid::regclass::text like $1 and not indisunique`,
    [`${schema}.%`],
  );
  for (const { name } of rows) await database.query(`drop index ${name}`);
  return rows.map(({ definition }) => definition);
}

const list = (items: readonly string[]): string => `array[${items.map((item) => `'${item}'`).join(',')}]`;

/** What looks random and is not: a number from 0 to n-1 that depends on the row and on what it is for. */
const dice = (purpose: number, n: number): string => `(abs(hashint4(i * 31 + ${purpose})::bigint) % ${n})::int`;
const oneOf = (purpose: number, items: readonly string[]): string =>
  `(${list(items)})[1 + ${dice(purpose, items.length)}]`;
const uuidOf = (kind: string, number = 'i'): string => `md5('${kind}' || ${number})::uuid`;

const statuses = [
  ...Array<string>(14).fill('DM_CLOSED'),
  ...['DM_FOUND', 'DM_SURVEYED', 'DM_NOTIFIED', 'DM_ORDERED', 'DM_VERIFIED', 'DM_TRANSFERRED'],
];

function statements(s: string, rows: number): string[] {
  const series = `generate_series(1, ${rows}) as i`;
  const openedOn = `date '2024-07-01' + (i::bigint * 730 / ${rows})::int`;
  const cell = oneOf(1, gridCodes);
  const place = `(${list(villages)})[split_part(c.code, '-', 2)::int] || (1 + ${dice(2, 40)}) || '组' ||
    ${oneOf(3, ['水塘', '晒谷场', '村道', '祠堂', '小学'])} || ${oneOf(4, ['北侧', '南侧', '东侧', '西侧'])} || '地块' || i`;
  const kinds = ['HOUSE', 'SHED', 'PAVILION', 'OTHER'];
  const group = (kind: number, stock: number, mode: number): number => 1_000 + kind * 100 + stock * 10 + mode;
  const stocks = ['NEW', 'EXISTING'];
  const modes = ['SELF', 'ASSISTED', 'COMPULSORY_ADMIN', 'COMPULSORY_COURT'];
  const groups = kinds.flatMap((structureKind, k) =>
    stocks.flatMap((stockClass, st) =>
      modes.map(
        (mode, m) =>
          `(${group(k, st, m)}, 'demolition.site', '${JSON.stringify({ mode, stockClass, structureKind })}')`,
      ),
    ),
  );
  return [
    `insert into ${s}.case_status (case_id, process, status, status_since, grid_code, place, opened_on, last_event, last_on,
       revision, first_position, position, open_obligations, next_due_on)
     select ${uuidOf('case')}, 'demolition', c.status, c.opened_on + 20, c.code, ${place}, c.opened_on,
       'DemolitionCaseClosed', c.opened_on + 20, 11, 1000 + i::bigint * ${positionsACase},
       1000 + i::bigint * ${positionsACase} + 9, ${dice(6, 2)},
       case when c.status <> 'DM_CLOSED' then c.opened_on + 30 end
     from (select i, ${cell} as code, ${oneOf(5, statuses)} as status, ${openedOn} as opened_on from ${series}) c`,
    `insert into ${s}.case_number (case_id, process, year, seq, label)
     select case_id, 'demolition', year, seq, '违建〔' || year || '〕第' || seq || '号'
     from (select case_id, extract(year from opened_on)::int as year,
             row_number() over (partition by extract(year from opened_on) order by first_position) as seq
           from ${s}.case_status) numbered`,
    `insert into ${s}.fact_group (group_id, kind, dims) values ${groups.join(', ')}`,
    `insert into ${s}.fact (added_position, idx, group_id, fact_key, case_id, event_id, event_type, event_revision,
       event_position, on_date, quantity, grid_code, added_by_event, voided_position, voided_by_event)
     select 1000 + i::bigint * ${positionsACase} + 5, 0,
       1000 + ${dice(7, 4)} * 100 + ${dice(8, 2)} * 10 + ${dice(9, 4)}, i, ${uuidOf('case')}, ${uuidOf('event')},
       'DemolitionVerified', 7, 1000 + i::bigint * ${positionsACase} + 5, ${openedOn}, 1000 + ${dice(10, 40_000)},
       ${cell}, ${uuidOf('event')},
       case when ${dice(11, 50)} = 0 then 1000 + i::bigint * ${positionsACase} + 9 end, null
     from ${series}`,
  ];
}

/** Search forms of the places, made by the product's own code and written in large pieces. */
async function placeRows(database: pg.Client, schema: string): Promise<void> {
  let after = 0;
  for (;;) {
    const { rows } = await database.query<{ case_id: string; place: string; first_position: string }>(
      `select case_id, place, first_position from ${schema}.case_status where first_position > $1
       order by first_position limit 50000`,
      [after],
    );
    if (rows.length === 0) return;
    after = Number(rows.at(-1)!.first_position);
    await database.query(
      `insert into ${schema}.case_place (case_id, letters, grams, first_position)
       select case_id, letters, grams::integer[], first_position
       from unnest($1::uuid[], $2::text[], $3::text[], $4::bigint[]) as r(case_id, letters, grams, first_position)`,
      [
        rows.map((row) => row.case_id),
        rows.map(({ place }) => searchable(place)),
        rows.map(({ place }) => `{${placeGrams(place).join(',')}}`),
        rows.map((row) => row.first_position),
      ],
    );
  }
}
