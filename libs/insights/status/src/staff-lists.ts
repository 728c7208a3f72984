import { type CaseState, type Process } from '#foundation/process';
import { type Batch, type Columns, insertRows, type Row, type Statement } from '#foundation/read-model';

const columns = { case_id: 'uuid', staff_ref: 'text' } as const satisfies Columns;

/** Brings a table of `(case_id, staff_ref)` to what a case says of staff now; untouched where that stays the same. */
export function staffStatements(
  { changes }: Batch,
  table: string,
  staffOf: (process: Process, state: CaseState) => readonly string[],
): Statement[] {
  const rows = new Map<string, readonly Row<typeof columns>[]>();
  for (const { process, caseId, before, after } of changes) {
    const was = staffOf(process, before);
    const is = staffOf(process, after);
    if (was.length === is.length && was.every((each) => is.includes(each))) continue;
    rows.set(
      caseId,
      is.map((staff_ref) => ({ case_id: caseId, staff_ref })),
    );
  }
  if (rows.size === 0) return [];
  return [
    { text: `delete from ${table} where case_id = any($1::uuid[])`, values: [[...rows.keys()]] },
    ...insertRows(table, columns, [...rows.values()].flat(), '(staff_ref, case_id) do nothing'),
  ];
}
