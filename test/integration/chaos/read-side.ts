import { setTimeout as delay } from 'node:timers/promises';
import { ReadSide } from '#foundation/read-model';
import { type Township } from '../../support/township.js';
import { readTables, type Truth } from './truth.js';

/** Reads every case from the list as an auditor sees it, page after page, not before a position. */
async function listed(township: Township, position: number): Promise<readonly Record<string, unknown>[]> {
  const cases: Record<string, unknown>[] = [];
  for (let after = ''; ;) {
    const { status, body } = await township.as(
      'auditor',
      `/api/v1/cases?process=demolition&limit=200&atLeast=${position}${after}`,
    );
    if (status !== 200) throw new Error(`the list cannot be read: ${JSON.stringify(body)}`);
    const page = body as { cases: Record<string, unknown>[]; next?: string };
    cases.push(...page.cases);
    if (page.next === undefined) return cases;
    after = `&after=${page.next}`;
  }
}

async function rebuild(databaseUrl: string): Promise<void> {
  const readSide = new ReadSide(databaseUrl, { connections: 1 });
  try {
    const wanted = await readSide.requestRebuild();
    while ((await readSide.activeBuild()) !== wanted) await delay(50);
  } finally {
    await readSide.close();
  }
}

/** The list and the figures say what the log says, and a rebuild from zero gives the same rows. */
export async function expectReadSideToAgree(township: Township, truth: Truth): Promise<void> {
  const byId = (a: Record<string, unknown>, b: Record<string, unknown>) =>
    String(a.caseId) < String(b.caseId) ? -1 : 1;
  const seen = (await listed(township, truth.head)).map(
    ({ caseId, caseNo, status, revision, position, openObligations }) => ({
      ...{ caseId, caseNo, status, revision, position, openObligations },
    }),
  );
  expect(seen.sort(byId)).toEqual([...truth.list].sort(byId));
  for (const period of truth.periods) {
    const { body } = await township.asOperator(`/api/v1/figures?period=${period}&atLeast=${truth.head}`);
    expect(body.figures).toMatchObject(truth.figures(period));
  }
  const { databaseUrl } = township.onebox.run;
  const followed = await readTables(databaseUrl);
  expect(followed.case_status).toHaveLength(truth.cases.length);
  await rebuild(databaseUrl);
  const rebuilt = await readTables(databaseUrl);
  expect(Object.keys(rebuilt)).toEqual(Object.keys(followed));
  for (const [table, rows] of Object.entries(rebuilt))
    expect([table, differing(rows, followed[table]!)]).toEqual([table, []]);
}

/** The first few rows that only one of the two has: hundreds of thousands would not be a message that anybody reads. */
function differing(rebuilt: readonly string[], followed: readonly string[]): string[] {
  const [is, was] = [new Set(rebuilt), new Set(followed)];
  const only = (rows: readonly string[], others: ReadonlySet<string>, where: string): string[] =>
    rows.filter((row) => !others.has(row)).map((row) => `only ${where}: ${row}`);
  const found = [...only(rebuilt, was, 'rebuilt'), ...only(followed, is, 'followed')];
  if (found.length === 0 && rebuilt.length !== followed.length) return ['the same rows, another number of them'];
  return found.slice(0, 6);
}
