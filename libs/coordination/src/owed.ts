import { type EventLog } from '#foundation/event-log';
import { type CaseView, fold, type Process, viewOf } from '#foundation/process';
import { type ReadSide, type ReadTables, serving } from '#foundation/read-model';
import { sql } from 'kysely';
import { type Owed, type Owing } from './crossing.js';

/**
 * What a case waits for because of cases of other kinds. Worked out from the log whenever it is asked for: nothing is
 * stored that could be out of date.
 */
export class OwedSteps {
  constructor(
    private readonly log: Pick<EventLog, 'readCase'>,
    private readonly readSide: ReadSide,
    private readonly processes: ReadonlyMap<string, Process>,
    private readonly owings: readonly Owing[],
  ) {}

  async of(name: string, caseId: string): Promise<readonly Owed[]> {
    const owings = this.owings.filter(({ of }) => of === name);
    const kase = owings.length > 0 ? await this.viewOfCase(name, caseId) : undefined;
    if (!kase) return [];
    const owed = await Promise.all(owings.map((owing) => this.owedBy(owing, kase)));
    return owed.flat();
  }

  private async owedBy({ looksAt, children: kind, owed }: Owing, kase: CaseView): Promise<readonly Owed[]> {
    const seen = new Map<string, CaseView>();
    for (const { process, ref } of looksAt?.(kase) ?? []) {
      const other = await this.viewOfCase(process, ref);
      if (other) seen.set(`${process} ${ref}`, other);
    }
    const children = kind === undefined ? [] : await this.childrenOf(kind, kase);
    return owed(kase, {
      case: ({ process, ref }) => seen.get(`${process} ${ref}`),
      children: (process) => (process === kind ? children : []),
    });
  }

  private async childrenOf(kind: string, kase: CaseView): Promise<readonly CaseView[]> {
    const parent = this.processes.get(kase.state.process)?.registeredAs(kase) ?? kase.caseId;
    const { rows } = await serving(
      sql<{ case_id: string }>`
        select case_id from read.case_status where process = ${kind} and parent = ${parent}`.execute(
        this.readSide.tables<ReadTables<object>>(),
      ),
    );
    const views = await Promise.all(rows.map((row) => this.viewOfCase(kind, row.case_id)));
    return views.filter((view) => view !== undefined);
  }

  private async viewOfCase(name: string, caseId: string): Promise<CaseView | undefined> {
    const process = this.processes.get(name);
    if (!process) return undefined;
    const events = await this.log.readCase(`${name}-${caseId}`);
    return events.length === 0 ? undefined : viewOf(fold(process, caseId, events), process.restarts);
  }
}
