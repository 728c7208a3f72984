import { type AsOf } from '#foundation/http';
import { type Principal } from '#foundation/identity';
import { type Process, Refusal } from '#foundation/process';
import { type CaseDetail, type CaseQueries } from '#insights/status';
import { processes } from './processes.js';
import { caseSight, type CaseSight } from './reading-rights.js';

export const noSuchCase = (): Refusal => new Refusal('R-ALL-01', 'not-found');

export type VisibleCase = CaseSight & { readonly detail: CaseDetail; readonly process: Process };

/** Single cases within the rights of whoever asks: every route about one case asks here first. */
export class VisibleCases {
  constructor(private readonly cases: CaseQueries) {}

  /**
   * A case outside the caller's cells and villages that is not the caller's own, or that complains of the caller, does not exist for the caller.
   * @throws Refusal R-ALL-01, R-ALL-04 without sight of such cases
   */
  async find(principal: Principal, caseId: string, asOf?: AsOf): Promise<VisibleCase> {
    // Rights depend on the kind of case, which is known only once it is found; no right at all is answered before.
    sightOfAny(principal);
    const detail = await this.cases.get(caseId, { asOf, hiddenFrom: principal.staffRef });
    const process = detail && processes.get(detail.process);
    if (!process) throw noSuchCase();
    const sight = caseSight(principal, process.name);
    if (sight.scope && !(await this.cases.within(sight.scope, detail))) throw noSuchCase();
    return { ...sight, detail, process };
  }

  /** As `find`, for what is told only to those who see all of the case. @throws Refusal R-ALL-04 for the others */
  async inFull(principal: Principal, caseId: string, asOf?: AsOf): Promise<VisibleCase> {
    const found = await this.find(principal, caseId, asOf);
    if (found.sight !== 'full')
      throw new Refusal('R-ALL-04', 'forbidden', { reason: 'the role sees the stage of a case only' });
    return found;
  }
}

function sightOfAny(principal: Principal): void {
  const refusals: unknown[] = [];
  for (const name of processes.keys()) {
    try {
      caseSight(principal, name);
      return;
    } catch (refusal) {
      refusals.push(refusal);
    }
  }
  throw refusals[0];
}
