import { accusedStaffOf } from '#foundation/process';
import { type Batch, type Columns, insertRows, type Row, type Statement } from '#foundation/read-model';

const columns = { case_id: 'uuid', staff_ref: 'text' } as const satisfies Columns;

/**
 * From whom a case is hidden: the staff of whom it complains. Read in one direction only, to leave cases out of what is
 * shown to somebody; nothing asks it whom a case is about.
 */
export function accusedStatements({ changes }: Batch, s: string): Statement[] {
  const rows = new Map<string, readonly Row<typeof columns>[]>();
  for (const { process, caseId, before, after } of changes) {
    const was = accusedStaffOf(process, before);
    const is = accusedStaffOf(process, after);
    if (was.length === is.length && was.every((each) => is.includes(each))) continue;
    rows.set(
      caseId,
      is.map((staff_ref) => ({ case_id: caseId, staff_ref })),
    );
  }
  if (rows.size === 0) return [];
  return [
    { text: `delete from ${s}.case_accused where case_id = any($1::uuid[])`, values: [[...rows.keys()]] },
    ...insertRows(`${s}.case_accused`, columns, [...rows.values()].flat(), '(staff_ref, case_id) do nothing'),
  ];
}
