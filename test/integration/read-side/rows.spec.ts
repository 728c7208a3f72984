import { Client } from 'pg';
import { type Backends, startBackends } from '#foundation/testing';
import { type Cell, type Columns, insertRows, unnested } from '#foundation/read-model';

describe('rows on their way to PostgreSQL', () => {
  let backends: Backends;
  let client: Client;

  beforeAll(async () => {
    backends = await startBackends({ postgres: true });
    client = new Client({ connectionString: backends.databaseUrl });
    await client.connect();
    await client.query(`set time zone 'UTC'`);
  });

  afterAll(async () => {
    await client.end();
    await backends.stop();
  });

  /** What PostgreSQL understood, as it writes it itself. */
  async function understood(type: Columns[string], cells: readonly Cell[]): Promise<(string | null)[]> {
    const { sql, values } = unnested(
      { cell: type },
      cells.map((cell) => ({ cell })),
    );
    const { rows } = await client.query<{ cell: string | null }>(`select cell::text from ${sql}`, [...values]);
    return rows.map(({ cell }) => cell);
  }

  it.each<[Columns[string], readonly [Cell, string | null][]]>([
    [
      'bigint',
      [
        [0, '0'],
        [-1, '-1'],
        [4_294_967_296, '4294967296'],
        [-4_294_967_297, '-4294967297'],
        [9_007_199_254_740_991, '9007199254740991'],
        [-9_007_199_254_740_991, '-9007199254740991'],
        [9_007_199_254_740_992, null],
        [1.5, null],
        ['7', null],
        [Number.NaN, null],
        [null, null],
        [undefined, null],
      ],
    ],
    [
      'integer',
      [
        [2_147_483_647, '2147483647'],
        [-2_147_483_648, '-2147483648'],
        [2_147_483_648, null],
        [0.5, null],
        [false, null],
      ],
    ],
    [
      'boolean',
      [
        [true, 'true'],
        [false, 'false'],
        [null, null],
      ],
    ],
    [
      'uuid',
      [
        ['0192f0a1-bcde-7f00-8abc-0123456789ff', '0192f0a1-bcde-7f00-8abc-0123456789ff'],
        ['0192F0A1-BCDE-7F00-8ABC-0123456789FF', '0192f0a1-bcde-7f00-8abc-0123456789ff'],
        ['0192f0a1-bcde-7f00-8abc-0123456789fg', null],
        ['0192f0a1xbcde-7f00-8abc-0123456789ff', null],
        ['0192f0a1-bcde-7f00-8abc-0123456789f\u0130', null],
        ['0192f0a1bcde7f008abc0123456789ff', null],
        ['', null],
      ],
    ],
    [
      'date',
      [
        ['2000-01-01', '2000-01-01'],
        ['1999-12-31', '1999-12-31'],
        ['2024-02-29', '2024-02-29'],
        ['1000-01-01', '1000-01-01'],
        ['9999-12-31', '9999-12-31'],
        ['2023-02-29', null],
        ['0000-00-00', null],
        ['yesterday', null],
        [20_220_701, null],
      ],
    ],
    [
      'timestamptz',
      [
        ['2022-07-01T00:00:00Z', '2022-07-01 00:00:00+00'],
        ['2022-07-01T08:30:15.250Z', '2022-07-01 08:30:15.25+00'],
        ['2022-07-01T00:00:00+08:00', '2022-06-30 16:00:00+00'],
        ['2022-07-01T00:00:00.000001-03:30', '2022-07-01 03:30:00.000001+00'],
        ['1999-12-31T23:59:59.999Z', '1999-12-31 23:59:59.999+00'],
        ['9999-12-31T23:59:59.999999Z', '9999-12-31 23:59:59.999999+00'],
        ['2022-02-30T00:00:00Z', null],
        ['2022-07-01T24:00:00Z', null],
        ['2022-07-01', null],
      ],
    ],
    [
      'text',
      [
        ['', ''],
        ['DM_FOUND', 'DM_FOUND'],
        ['东岭村3组12号旁', '东岭村3组12号旁'],
        [`"quoted", {braced} \\ NULL`, `"quoted", {braced} \\ NULL`],
        ['before\0after', 'before\ufffdafter'],
        ['x'.repeat(41) + '𠀀', 'x'.repeat(41) + '𠀀'],
        ['half \ud840', 'half \ufffd'],
        [12, '12'],
      ],
    ],
    [
      'jsonb',
      [
        ['{"a":[1,"村"]}', '{"a": [1, "村"]}'],
        ['[]', '[]'],
        [null, null],
      ],
    ],
  ])('%s: what the column can hold arrives as it is, anything else is left empty', async (type, pairs) => {
    expect(
      await understood(
        type,
        pairs.map(([cell]) => cell),
      ),
    ).toEqual(pairs.map(([, text]) => text));
  });

  it('holds as many rows as there are, and none twice', async () => {
    await client.query('create temporary table many (id bigint primary key, word text)');
    const rows = Array.from({ length: 20_000 }, (_, id) => ({ id, word: '字'.repeat(id % 90) }));
    for (let time = 0; time < 2; time++)
      for (const { text, values } of insertRows('many', { id: 'bigint', word: 'text' }, rows, '(id) do nothing'))
        await client.query(text, [...values]);
    const { rows: found } = await client.query<{ n: number; letters: number; wrong: number }>(
      `select count(*)::integer n, sum(length(word))::integer letters,
              count(*) filter (where word <> repeat('字', (id % 90)::integer))::integer wrong from many`,
    );
    // 222 times 0 to 89 letters, then 0 to 19.
    expect(found[0]).toEqual({ n: 20_000, letters: 222 * 4_005 + 190, wrong: 0 });
  });
});
