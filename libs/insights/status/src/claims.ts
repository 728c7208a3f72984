import {
  type Batch,
  type Columns,
  insertRows,
  type Row,
  type Statement,
  unnested,
  wholeChanges,
} from '#foundation/read-model';
import { claimsOf } from './standing.js';

const heldColumns = {
  kind: 'text',
  value: 'text',
  case_id: 'uuid',
  process: 'text',
} as const satisfies Columns;
const releasedColumns = { kind: 'text', value: 'text', case_id: 'uuid' } as const satisfies Columns;

/**
 * What cases hold after a batch: commands look here whether a number or a place is taken.
 */
export function claimStatements(batch: Batch, s: string): Statement[] {
  const held = new Map<string, Row<typeof heldColumns>>();
  const released = new Map<string, Row<typeof releasedColumns>>();
  for (const { process, caseId, before, after } of wholeChanges(batch)) {
    const was = claimsOf(process, before);
    const is = claimsOf(process, after);
    for (const [key, { kind, value }] of was) {
      if (is.has(key) || (held.has(key) && held.get(key)!.case_id !== caseId)) continue;
      held.delete(key);
      released.set(key, { kind, value, case_id: caseId });
    }
    for (const [key, { kind, value }] of is) {
      if (was.has(key)) continue;
      held.set(key, { kind, value, case_id: caseId, process: process.name });
    }
  }
  const statements: Statement[] = [];
  if (released.size > 0) {
    const { sql, values } = unnested(releasedColumns, [...released.values()]);
    statements.push({
      text: `delete from ${s}.claims c using ${sql} where c.kind = r.kind and c.value = r.value and c.case_id = r.case_id`,
      values,
    });
  }
  return [
    ...statements,
    ...insertRows(
      `${s}.claims`,
      heldColumns,
      [...held.values()],
      '(kind, value) do update set case_id = excluded.case_id, process = excluded.process',
    ),
  ];
}
