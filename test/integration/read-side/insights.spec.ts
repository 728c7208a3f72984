import { randomUUID } from 'node:crypto';
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
import { CaseQueries } from '#insights/status';
import { processes, ReadSideUnderTest, type RunningProjector } from './read-side.js';

describe('what the log says, asked of the read side', () => {
  let side: ReadSideUnderTest;
  let projector: RunningProjector;
  const east = randomUUID();
  const west = randomUUID();
  const open = randomUUID();
  const pulledDown = demolished('2022-05-10');
  const verifiedEast = verified('2022-05-10', 7_250);
  let beforeCorrection = -1;
  let end = -1;

  beforeAll(async () => {
    side = await ReadSideUnderTest.start();
    projector = side.project();
    await publishGrid(side.log, [
      { code: 'WG-01-01', village: '东岭村' },
      { code: 'WG-02-01', village: '西坪村' },
    ]);
    await recordCase(
      side.log,
      east,
      found('WG-01-01', '东岭村3组12号旁'),
      surveyed(),
      notified('告〔2022〕1号'),
      pulledDown,
      verifiedEast,
      closed('2022-06-01'),
    );
    await recordCase(
      side.log,
      west,
      found('WG-02-01', '西坪村晒谷坪', '2021-12-30'),
      surveyed('SHED', 'EXISTING', 3_000),
      notified('告〔2022〕2号'),
      demolished('2022-07-01'),
      verified('2022-07-01', 3_000, 'SHED', 'EXISTING'),
    );
    beforeCorrection = await recordCase(side.log, open, found('WG-01-01', '东岭村1组水塘边', '2022-04-01'));
    end = await recordCase(
      side.log,
      east,
      corrected(verifiedEast, 'verifiedAreaDm2=7000'),
      corrected(pulledDown, 'demolishedOn=2022-07-02'),
    );
    await side.readSide.waitForPosition(end, 10_000);
  });

  afterAll(async () => {
    await projector.stop();
    await side.stop();
  });

  test('lists cases, newest registered first, with number, village and state', async () => {
    const { cases, position } = await side.cases.list({});
    expect(position).toBe(end);
    expect(cases.map(({ caseNo, village, status }) => [caseNo, village, status])).toEqual([
      ['违建〔2022〕第2号', '东岭村', 'DM_FOUND'],
      ['违建〔2021〕第1号', '西坪村', 'DM_VERIFIED'],
      ['违建〔2022〕第1号', '东岭村', 'DM_CLOSED'],
    ]);
    expect(cases[2]).toEqual({
      caseId: east,
      process: 'demolition',
      caseNo: '违建〔2022〕第1号',
      status: 'DM_CLOSED',
      statusSince: '2022-06-01',
      gridCode: 'WG-01-01',
      village: '东岭村',
      place: '东岭村3组12号旁',
      openedOn: '2022-03-01',
      lastEvent: 'DemolitionEntryCorrected',
      lastOn: expect.any(String),
      revision: 7,
      position: end,
      openObligations: expect.any(Number),
      nextDueOn: '2023-01-01',
    });
  });

  test.each([
    [{ status: 'DM_FOUND' }, [() => open]],
    [{ process: 'demolition', village: '西坪村' }, [() => west]],
    [{ process: 'petition' }, []],
    [{ grid: 'WG-01-01' }, [() => open, () => east]],
    [{ openedFrom: '2022-01-01', openedTo: '2022-03-31' }, [() => east]],
    [{ q: '水塘' }, [() => open]],
    [{ q: '１２号旁' }, [() => east]],
    [{ q: '东岭' }, [() => open, () => east]],
    [{ q: '违建〔2022〕第2号' }, [() => open]],
    [{ q: '2021-1' }, [() => west]],
    [{ q: '不存在' }, []],
    [{ q: '"{}\\' }, []],
    [{ scope: { grids: ['WG-02-01'], villages: [] } }, [() => west]],
    [{ scope: { grids: [], villages: ['东岭村'] } }, [() => open, () => east]],
    [{ scope: { grids: ['WG-02-01'], villages: ['东岭村'] } }, [() => open, () => west, () => east]],
    [{ scope: { grids: ['WG-02-01'], villages: [] }, grid: 'WG-01-01' }, []],
    [{ scope: { grids: [], villages: [] } }, []],
  ])('filters by %j', async (filter, expected) => {
    const { cases } = await side.cases.list(filter);
    expect(cases.map(({ caseId }) => caseId)).toEqual(expected.map((id) => id()));
  });

  test.each([
    [{ q: '东岭' }, [() => open, () => east]],
    [{ q: '东岭村3组12号' }, [() => east]],
    [{ q: '东岭村3组13号' }, []],
    [{ q: '2021-1' }, [() => west]],
    [{ q: '2' }, [() => open]],
    [{ q: '东岭', limit: 1 }, [() => open]],
    [{ q: '东岭', status: 'DM_CLOSED' }, [() => east]],
    [{ q: '晒谷坪', village: '东岭村' }, []],
    [{ q: '东岭', scope: { grids: ['WG-02-01'], villages: [] } }, []],
    [{ q: '东岭村1', scope: { grids: ['WG-02-01'], villages: ['东岭村'] } }, [() => open]],
  ])('finds by %j, whether few cases or many are found', async (filter, expected) => {
    const walking = new CaseQueries(side.readSide, side.log, processes, { mostFound: 0 });
    for (const cases of [side.cases, walking])
      expect((await cases.list(filter)).cases.map(({ caseId }) => caseId)).toEqual(expected.map((id) => id()));
    const then = (await side.cases.list({ ...filter, asOf: { position: end } })).cases;
    expect(then.map(({ caseId }) => caseId)).toEqual(expected.map((id) => id()));
  });

  test('pages without a gap or a repetition', async () => {
    const first = await side.cases.list({ limit: 2 });
    const second = await side.cases.list({ limit: 2, after: first.next! });
    expect([...first.cases, ...second.cases].map(({ caseId }) => caseId)).toEqual([open, west, east]);
    expect(second.next).toBeUndefined();
    expect((await side.cases.list({ after: "1; drop table x'" })).cases).toHaveLength(3);
  });

  test('tells the list as it was known at a position', async () => {
    const steps = (await side.cases.history(east))!.events;
    const { cases } = await side.cases.list({ asOf: { position: steps[2]!.position } });
    expect(cases.map(({ caseId, status, revision }) => [caseId, status, revision])).toEqual([[east, 'DM_NOTIFIED', 2]]);
    expect((await side.cases.list({ asOf: { position: steps[2]!.position }, status: 'DM_CLOSED' })).cases).toEqual([]);
    expect(
      (await side.cases.list({ asOf: { position: 0 }, scope: { grids: [], villages: ['东岭村'] } })).cases,
    ).toEqual([]);
  });

  test('shows one case, now and then, to those who may see it', async () => {
    expect(await side.cases.get(east)).toMatchObject({ status: 'DM_CLOSED', revision: 7, village: '东岭村' });
    const { recordedAt, position } = (await side.cases.history(east))!.events[3]!;
    const then = { caseId: east, status: 'DM_DEMOLISHED', revision: 3, position };
    expect(await side.cases.get(east, { asOf: { position } })).toMatchObject(then);
    expect(await side.cases.get(east, { asOf: { instant: recordedAt } })).toMatchObject(then);
    expect(await side.cases.get(east, { scope: { grids: ['WG-02-01'], villages: [] } })).toBeUndefined();
    expect(await side.cases.get(east, { scope: { grids: [], villages: ['东岭村'] } })).toBeDefined();
    expect(await side.cases.get(randomUUID())).toBeUndefined();
    expect(await side.cases.get(open, { asOf: { position: 0 } })).toBeUndefined();
  });

  test('tells the history as recorded and as it counts', async () => {
    const { events } = (await side.cases.history(east))!;
    expect(events.map(({ type }) => type)).toEqual([
      'IllegalBuildingFound', 'SiteSurveyed', 'DemolitionPriorNoticeServed', 'SelfDemolitionRecorded',
      'DemolitionVerified', 'DemolitionCaseClosed', 'DemolitionEntryCorrected', 'DemolitionEntryCorrected',
    ]); // prettier-ignore
    expect(events[4]).toMatchObject({
      data: { verifiedAreaDm2: 7_250 },
      corrected: { verifiedAreaDm2: 7_000 },
      correctedBy: [events[6]!.eventId],
    });
    expect(events[0]).not.toHaveProperty('corrected');
  });

  test('counts and sums each figure, and a correction moves it to another half-year', async () => {
    const before = await side.figures.figures({ period: '2022H1', asOf: { position: beforeCorrection } });
    expect(before).toMatchObject({ period: '2022H1', position: beforeCorrection });
    expect(Object.keys(before.figures)).toHaveLength(18);
    expect(before.figures).toMatchObject({
      'demolition.total.count': 1,
      'demolition.total.area': 7_250,
      'demolition.house.new.count': 1,
      'demolition.house.new.area': 7_250,
      'demolition.shed.stock.count': 0,
    });
    expect((await side.figures.figures({ period: '2022-H1' })).figures['demolition.total.count']).toBe(0);
    expect((await side.figures.figures({ period: '2022H2' })).figures).toMatchObject({
      'demolition.total.count': 2,
      'demolition.total.area': 10_000,
      'demolition.house.new.area': 7_000,
      'demolition.shed.stock.area': 3_000,
    });
    expect((await side.figures.figures({ period: '2022-07' })).figures['demolition.total.count']).toBe(2);
    expect((await side.figures.figures({ period: '2022H2', village: '西坪村' })).figures['demolition.total.area']).toBe(
      3_000,
    );
    await expect(side.figures.figures({ period: '2022H3' })).rejects.toMatchObject({ code: 'R-ALL-05' });
  });

  test('opens every figure to the entries that it is', async () => {
    for (const period of ['2022H1', '2022H2', '2022'])
      for (const asOf of [undefined, { position: beforeCorrection }]) {
        const { figures, position } = await side.figures.figures({ period, asOf });
        for (const figure of side.figures.declared) {
          const opened = (await side.figures.entries(figure.id, { period, asOf }))!;
          const sum = opened.entries.reduce(
            (total, { quantity }) => total + (figure.aggregate === 'count' ? 1 : quantity),
            0,
          );
          expect([figure.id, opened.position, opened.value, sum]).toEqual([
            figure.id,
            position,
            figures[figure.id],
            figures[figure.id],
          ]);
        }
      }
  });

  test('names behind each entry the case, the event and what made it count', async () => {
    const { events } = (await side.cases.history(east))!;
    const opened = (await side.figures.entries('demolition.house.new.area', { period: '2022H2' }))!;
    expect(opened.entries).toEqual([
      {
        caseId: east,
        caseNo: '违建〔2022〕第1号',
        eventId: verifiedEast.id,
        eventType: 'DemolitionVerified',
        revision: 4,
        position: events[4]!.position,
        on: '2022-07-02',
        quantity: 7_000,
        dims: { structureKind: 'HOUSE', stockClass: 'NEW', mode: 'SELF' },
        gridCode: 'WG-01-01',
        village: '东岭村',
        place: '东岭村3组12号旁',
        addedByEvent: events[7]!.eventId,
      },
    ]);
    const page = (await side.figures.entries('demolition.total.count', { period: '2022H2', limit: 1 }))!;
    const rest = (await side.figures.entries('demolition.total.count', {
      period: '2022H2',
      limit: 1,
      after: page.next!,
    }))!;
    expect([page.value, rest.value]).toEqual([2, 2]);
    expect([...page.entries, ...rest.entries].map(({ caseId }) => caseId)).toEqual([west, east]);
    expect(rest.next).toBeUndefined();
    expect(await side.figures.entries('demolition.unknown', { period: '2022H2' })).toBeUndefined();
  });

  test('holds official numbers for good and the place while a case is open', async () => {
    const claims = await side.query<{ case_id: string; kind: string }>('select case_id, kind from read.claims');
    const kinds = (caseId: string): string[] =>
      claims.filter((each) => each.case_id === caseId).map(({ kind }) => kind);
    expect(kinds(east).every((kind) => kind === 'number')).toBe(true);
    expect(kinds(east)).toHaveLength(2);
    expect(kinds(open)).toEqual([expect.not.stringMatching('number')]);
  });
});
