import { randomUUID } from 'node:crypto';
import { type Batch, type Projection } from '#foundation/read-model';
import {
  closed,
  corrected,
  demolished,
  found,
  notified,
  publishGrid,
  recordCase,
  surveyed,
  verified,
} from './histories.js';
import { projections, ReadSideUnderTest, type RunningProjector } from './read-side.js';

const villages = [
  { code: 'WG-01-01', village: '东岭村' },
  { code: 'WG-02-01', village: '西坪村' },
];

/** Cases in every stage, some corrected, their events mixed with each other's. */
async function recordCases(side: ReadSideUnderTest, count: number): Promise<number> {
  const early: Promise<number>[] = [];
  const late: (() => Promise<number>)[] = [];
  for (let n = 0; n < count; n++) {
    const caseId = randomUUID();
    const down = demolished(`2022-0${1 + (n % 9)}-15`);
    const counted = verified(`2022-0${1 + (n % 9)}-15`, 1_000 + n);
    const steps = [
      found(villages[n % 2]!.code, `东岭村${n}号`),
      surveyed(),
      notified(`告${randomUUID()}`),
      down,
      counted,
    ];
    early.push(recordCase(side.log, caseId, ...steps.slice(0, 1 + (n % 5))));
    late.push(() =>
      recordCase(
        side.log,
        caseId,
        ...steps.slice(1 + (n % 5)),
        closed('2022-12-01'),
        corrected(counted, `verifiedAreaDm2=${900 + n}`),
      ),
    );
  }
  await Promise.all(early);
  return Math.max(...(await Promise.all(late.map((record) => record()))));
}

describe('the projector', () => {
  let side: ReadSideUnderTest;
  let running: RunningProjector | undefined;

  beforeEach(async () => {
    side = await ReadSideUnderTest.start();
    await publishGrid(side.log, villages);
  });

  afterEach(async () => {
    await running?.stop();
    running = undefined;
    await side.stop();
  });

  const start = async (options: Parameters<ReadSideUnderTest['project']>[0] = {}): Promise<number> => {
    running = side.project(options);
    return running.following;
  };

  test('gives the same rows whether it followed event by event, caught up, or was rebuilt', async () => {
    expect(await start()).toBe(1);
    const end = await recordCases(side, 25);
    await side.readSide.waitForPosition(end, 10_000);
    const followed = await side.everything();
    expect(followed.case_status).toHaveLength(25);
    expect(followed.fact).toHaveLength(50);
    const requested = await side.readSide.requestRebuild();
    while ((await side.readSide.activeBuild()) !== requested) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await side.readSide.position()).toBe(end);
    expect(await side.everything()).toEqual(followed);
    const after = await recordCases(side, 1);
    await side.readSide.waitForPosition(after, 10_000);
    const { rows } = {
      rows: await side.query<{ nspname: string }>(`select nspname from pg_namespace where nspname like 'read\\_b%'`),
    };
    expect(rows).toEqual([{ nspname: `read_b${requested}` }]);
  });

  test('folds cases again that it no longer holds', async () => {
    await start({ maxEventsHeld: 4 });
    const end = await recordCases(side, 10);
    await side.readSide.waitForPosition(end, 10_000);
    const withLittleMemory = await side.everything();
    await running!.stop();
    await side.query('drop schema read cascade');
    await start();
    expect(await side.everything()).toEqual(withLittleMemory);
  });

  test('finds the rows that it changes by their keys, however small the tables were when it began', async () => {
    await start();
    for (let round = 0; round < 15; round++) await side.readSide.waitForPosition(await recordCases(side, 40), 10_000);
    await running!.stop();
    // A plan that was made for an empty table reads the whole of it for every batch.
    const rows = await side.query<{ rowsATime: number }>(
      `select idx_tup_read::float / idx_scan as "rowsATime" from pg_stat_user_indexes
       where indexrelname = 'case_deadline_pkey'`,
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]!.rowsATime).toBeLessThan(6);
  });

  test('leaves the care of its tables to the server once they are loaded', async () => {
    await start();
    const rows = await side.query(
      `select relname from pg_class where relnamespace = 'read_b1'::regnamespace and reloptions is not null`,
    );
    expect(rows).toEqual([]);
  });

  test('changes nothing when a batch is delivered a second time', async () => {
    const batches: Batch[] = [];
    const watched: Projection = {
      ...projections[0]!,
      name: 'watched',
      tables: [],
      createTables: () => [],
      createIndexes: () => [],
      apply: (batch) => (batches.push(batch), []),
    };
    await start({ projections: [...projections, watched] });
    const end = await recordCases(side, 6);
    await side.readSide.waitForPosition(end, 10_000);
    const once = await side.everything();
    const schema = `read_b${await side.readSide.activeBuild()}`;
    for (const batch of batches)
      for (const projection of projections)
        for (const { text, values } of projection.apply(batch, schema)) await side.query(text, [...values]);
    expect(await side.everything()).toEqual(once);
  });

  test('loses and repeats nothing when its database connections are cut in the middle', async () => {
    await start();
    const stop = new AbortController();
    const cutting = (async () => {
      while (!stop.signal.aborted) {
        await side.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'liuhen %' and application_name <> 'liuhen queries' and datname = current_database()`,
        );
        await new Promise((resolve) => setTimeout(resolve, 150));
      }
    })();
    const end = await recordCases(side, 60);
    stop.abort();
    await cutting;
    await side.readSide.waitForPosition(end, 20_000);
    const survived = await side.everything();
    await running!.stop();
    await side.query('drop schema read cascade');
    await start();
    expect(await side.everything()).toEqual(survived);
  });

  test('never shows a batch in part', async () => {
    await start();
    const caseId = randomUUID();
    const torn: unknown[] = [];
    const stop = new AbortController();
    const watching = (async () => {
      while (!stop.signal.aborted)
        torn.push(
          ...(await side.query(`
            select s.case_id from read.case_status s
            where s.position > (select position from read.checkpoint)
               or s.revision + 1 <> (select count(*) from read.case_past p where p.case_id = s.case_id)
               or not exists (select 1 from read.case_number n where n.case_id = s.case_id)`)),
        );
    })();
    for (let n = 0; n < 20; n++)
      await recordCase(side.log, n % 4 === 0 ? randomUUID() : caseId, found('WG-01-01', `东岭村${n}号`));
    stop.abort();
    await watching;
    expect(torn).toEqual([]);
  });

  test('stands by while another leads and takes over when that one ends', async () => {
    await start();
    const second = side.project();
    let following = false;
    void second.following.then(() => (following = true));
    await side.readSide.waitForPosition(await recordCases(side, 3), 10_000);
    expect(following).toBe(false);
    await running!.stop();
    await second.following;
    await side.readSide.waitForPosition(await recordCases(side, 3), 10_000);
    expect((await side.cases.list({})).cases).toHaveLength(6);
    await second.stop();
  });

  test('builds anew when the code has another version, while the old build serves', async () => {
    await start();
    await side.readSide.waitForPosition(await recordCases(side, 3), 10_000);
    await running!.stop();
    const newer = projections.map((each, index) => (index === 0 ? { ...each, version: each.version + 1 } : each));
    expect(await start({ projections: newer })).toBe(2);
    expect((await side.cases.list({})).cases).toHaveLength(3);
  });

  test('says that it is waited for when it builds while nothing follows the log, and only then', async () => {
    const order: string[] = [];
    const told = { onAwaited: () => void order.push('awaited') };
    await start(told);
    order.push('serves');
    const requested = await side.readSide.requestRebuild();
    while ((await side.readSide.activeBuild()) !== requested) await new Promise((resolve) => setTimeout(resolve, 20));
    await running!.stop();
    order.push('other version');
    const newer = projections.map((each, index) => (index === 0 ? { ...each, version: each.version + 1 } : each));
    await start({ ...told, projections: newer });
    expect(order).toEqual(['awaited', 'serves', 'other version', 'awaited']);
  });

  test('goes on with a build that was interrupted', async () => {
    const end = await recordCases(side, 30);
    const cursed: Projection = {
      ...projections[1]!,
      createIndexes: () => ['select 1/0'],
    };
    running = side.project({ projections: [projections[0]!, cursed, ...projections.slice(2)] });
    while ((await side.query(`select 1 from pg_class where relname = 'checkpoint'`)).length === 0)
      await new Promise((resolve) => setTimeout(resolve, 20));
    while (
      ((await side.query<{ position: string }>('select position from read_b1.checkpoint'))[0]?.position ?? '-1') !==
      String(end)
    )
      await new Promise((resolve) => setTimeout(resolve, 20));
    await running.stop();
    await expect(side.readSide.position()).rejects.toMatchObject({ name: 'NotYetProjected' });
    expect(await start()).toBe(1);
    expect((await side.cases.list({})).cases).toHaveLength(30);
  });

  test('tells who waits that a position did not come in time', async () => {
    await start();
    await expect(side.readSide.waitForPosition(1_000_000, 50)).rejects.toMatchObject({
      name: 'NotYetProjected',
      wanted: 1_000_000,
    });
  });

  test('strange history stops nothing', async () => {
    await start();
    await recordCase(side.log, randomUUID(), { ...found('WG-01-01', 'x\0"\\{}\ud800'), type: 'NeverHeardOf' });
    const nameless = { ...found('', ''), data: { foundOn: 'no date', gridCode: 7, location: null } };
    await recordCase(side.log, randomUUID(), nameless);
    await recordCase(side.log, 'not-a-uuid', found('WG-01-01', 'x'));
    const wild = verified('2022-13-45', Number.NaN);
    await recordCase(
      side.log,
      randomUUID(),
      found('WG-01-01', 'x\0"\\{}\ud800'),
      wild,
      corrected(wild, 'verifiedAreaDm2=999999999999999'),
    );
    const end = await recordCases(side, 1);
    await side.readSide.waitForPosition(end, 10_000);
    expect((await side.cases.list({})).cases).toHaveLength(4);
  });
});
