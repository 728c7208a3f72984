import { type CaseState, type Process } from '#foundation/process';
import { type Batch, type Columns, insertRows, type Row, type Statement, wholeChanges } from '#foundation/read-model';

const columns = { case_id: 'uuid', staff_ref: 'text' } as const satisfies Columns;

/** Brings a table of `(case_id, staff_ref)` to what a case says of staff now; untouched where that stays the same. */
export function staffStatements(
  batch: Batch,
  table: string,
  staffOf: (process: Process, state: CaseState) => readonly string[],
): Statement[] {
  const cases: string[] = [];
  const rows: Row<typeof columns>[] = [];
  for (const { process, caseId, before, after } of wholeChanges(batch)) {
    const was = staffOf(process, before);
    const is = staffOf(process, after);
    if (was.length === is.length && was.every((each) => is.includes(each))) continue;
    cases.push(caseId);
    for (const staff_ref of is) rows.push({ case_id: caseId, staff_ref });
  }
  if (cases.length === 0) return [];
  return [
    { text: `delete from ${table} where case_id = any($1::uuid[])`, values: [cases] },
    ...insertRows(table, columns, rows, '(staff_ref, case_id) do nothing'),
  ];
}
