import { isLocalDate, type LocalDate, shanghaiDate } from '#foundation/calendar';
import { invalidValue } from '#foundation/http';
import { type Principal } from '#foundation/identity';
import { type ReadSide } from '#foundation/read-model';
import { type CaseQueries, type CaseRow, type Scope } from '#insights/status';
import { type CaseListQuery } from './cases.requests.js';
import { type CasePageView, type CaseRowView } from './cases.views.js';
import { processes } from './processes.js';
import { caseSight, type Sight, sightOrNone, stageOf } from './reading-rights.js';

/** Lists of cases within the rights of whoever asks, for the page and for what is exported from it. */
export class CaseLists {
  constructor(
    private readonly cases: CaseQueries,
    private readonly readSide: ReadSide,
  ) {}

  /** @throws Problem 400 for dates that do not exist, Refusal R-ALL-04 without sight of these cases */
  async page(principal: Principal, { atLeast, overdue, ...filter }: CaseListQuery): Promise<CasePageView> {
    for (const name of ['openedFrom', 'openedTo'] as const) {
      if (filter[name] !== undefined && !isLocalDate(filter[name])) throw invalidValue(name, 'there is no such date');
    }
    const { sights, scope, among } = sightOf(principal, filter.process);
    if (atLeast !== undefined) await this.readSide.waitForPosition(atLeast);
    const overdueOn = overdue ? await this.dayOf(filter.asOf) : undefined;
    const page = await this.cases.list({ ...filter, overdueOn, scope, among, hiddenFrom: principal.staffRef });
    return { ...page, cases: page.cases.map((row) => shownTo(sights.get(row.process) ?? 'stage', row)) };
  }

  /** The local day that a list is asked for: today, or the day of what was known then. */
  private async dayOf(asOf: CaseListQuery['asOf']): Promise<LocalDate> {
    if (asOf && 'instant' in asOf) return shanghaiDate(asOf.instant);
    const recordedAt = asOf && (await this.cases.recordedAt(asOf.position));
    return shanghaiDate(recordedAt ?? new Date());
  }
}

const shownTo = (sight: Sight, row: CaseRow): CaseRowView => (sight === 'full' ? row : stageOf(row));

/** A list over all kinds shows those that are open to the reader, each as far as it is, and no further than any of them. */
function sightOf(
  principal: Principal,
  process: string | undefined,
): { sights: ReadonlyMap<string, Sight>; scope?: Scope; among?: readonly string[] } {
  const open = [...processes.keys()].filter((name) => sightOrNone(principal, name) !== 'none');
  const named = process === undefined && open.length > 0 ? open : [process ?? [...processes.keys()][0] ?? ''];
  const found = named.map((name) => [name, caseSight(principal, name)] as const);
  return {
    sights: new Map(found.map(([name, { sight }]) => [name, sight])),
    scope: found.find(([, { scope }]) => scope)?.[1].scope,
    ...(named.length < processes.size ? { among: named } : {}),
  };
}
