import { isLocalDate } from '#foundation/calendar';
import { invalidValue } from '#foundation/http';
import { type Principal } from '#foundation/identity';
import { type ReadSide } from '#foundation/read-model';
import { type CaseQueries, type CaseRow } from '#insights/status';
import { type CaseListQuery } from './cases.requests.js';
import { type CasePageView, type CaseRowView } from './cases.views.js';
import { processes } from './processes.js';
import { caseSight, type CaseSight, stageOf } from './reading-rights.js';

/** Lists of cases within the rights of whoever asks, for the page and for what is exported from it. */
export class CaseLists {
  constructor(
    private readonly cases: CaseQueries,
    private readonly readSide: ReadSide,
  ) {}

  /** @throws Problem 400 for dates that do not exist, Refusal R-ALL-04 without sight of these cases */
  async page(principal: Principal, { atLeast, ...filter }: CaseListQuery): Promise<CasePageView> {
    for (const name of ['openedFrom', 'openedTo'] as const) {
      if (filter[name] !== undefined && !isLocalDate(filter[name])) throw invalidValue(name, 'there is no such date');
    }
    const { sight, scope } = sightOfAll(principal, filter.process);
    if (atLeast !== undefined) await this.readSide.waitForPosition(atLeast);
    const page = await this.cases.list({ ...filter, scope });
    return { ...page, cases: page.cases.map((row) => shownTo(sight, row)) };
  }
}

const shownTo = (sight: CaseSight['sight'], row: CaseRow): CaseRowView => (sight === 'full' ? row : stageOf(row));

/** One list over several kinds shows what the least of the rights shows; naming the kind shows more. */
function sightOfAll(principal: Principal, process: string | undefined): CaseSight {
  const sights = (process === undefined ? [...processes.keys()] : [process]).map((name) => caseSight(principal, name));
  return {
    sight: sights.every(({ sight }) => sight === 'full') ? 'full' : 'stage',
    scope: sights.find(({ scope }) => scope)?.scope,
  };
}
