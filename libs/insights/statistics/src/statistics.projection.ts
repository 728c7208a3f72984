import { appendRows, type Columns, type Projection, type Row, type Statement, unnested } from '#foundation/read-model';
import { dimsText, factDiff } from './fact-diff.js';

const factColumns = {
  added_position: 'bigint',
  idx: 'integer',
  group_id: 'bigint',
  fact_key: 'bigint',
  case_id: 'uuid',
  event_id: 'uuid',
  event_type: 'text',
  event_revision: 'integer',
  event_position: 'bigint',
  on_date: 'date',
  until_date: 'date',
  distinct_key: 'text',
  quantity: 'bigint',
  grid_code: 'text',
  added_by_event: 'uuid',
  voided_position: 'bigint',
  voided_by_event: 'uuid',
} as const satisfies Columns;
const groupColumns = { group_id: 'bigint', kind: 'text', dims: 'text' } as const satisfies Columns;
const voidColumns = {
  case_id: 'uuid',
  fact_key: 'bigint',
  position: 'bigint',
  event_id: 'uuid',
} as const satisfies Columns;

type FactRow = Row<typeof factColumns>;

/**
 * What each event added to the statistics. A correction or a set-aside takes nothing away: the old fact keeps its row
 * and says from which position on it no longer counts, and a new fact stands beside it. So a figure as of any position
 * is the same query with that position as its bound.
 */
export const statistics: Projection = {
  name: 'statistics',
  version: 2,
  tables: ['fact', 'fact_group'],
  createTables: (s) => [
    `create table ${s}.fact_group (group_id bigint primary key, kind text not null, dims jsonb not null)`,
    `create table ${s}.fact (
       added_position bigint not null,
       idx integer not null,
       group_id bigint not null,
       fact_key bigint not null,
       case_id uuid not null,
       event_id uuid not null,
       event_type text not null,
       event_revision integer not null,
       event_position bigint not null,
       on_date date,
       until_date date,
       distinct_key text,
       quantity bigint not null,
       grid_code text,
       added_by_event uuid not null,
       voided_position bigint,
       voided_by_event uuid,
       primary key (added_position, idx))`,
    `create index fact_case on ${s}.fact (case_id)`,
  ],
  createIndexes: (s) => [
    `create index if not exists fact_period on ${s}.fact (on_date)
       include (group_id, quantity, added_position, voided_position, grid_code)`,
    `create index if not exists fact_entries on ${s}.fact (group_id, on_date, added_position, idx)`,
  ],
  apply({ changes }, s) {
    const groups = new Map<number, Row<typeof groupColumns>>();
    const added: FactRow[] = [];
    const voided: Row<typeof voidColumns>[] = [];
    /** Rows of this batch that still stand: voiding one of them never reaches the table. */
    const standing = new Map<string, number>();
    for (const { caseId, event, before, after } of changes) {
      const diff = factDiff(before, after);
      for (const { key } of diff.voided) {
        const here = standing.get(`${caseId}${key}`);
        if (here === undefined)
          voided.push({ case_id: caseId, fact_key: key, position: event.position, event_id: event.id });
        else {
          added[here] = { ...added[here]!, voided_position: event.position, voided_by_event: event.id };
          standing.delete(`${caseId}${key}`);
        }
      }
      for (const [idx, { fact, groupId, key, gridCode }] of diff.added.entries()) {
        const source = after.events.find((each) => each.id === fact.eventId) ?? event;
        if (!groups.has(groupId)) groups.set(groupId, { group_id: groupId, kind: fact.kind, dims: dimsText(fact) });
        standing.set(`${caseId}${key}`, added.length);
        added.push({
          added_position: event.position,
          idx,
          group_id: groupId,
          fact_key: key,
          case_id: caseId,
          event_id: fact.eventId,
          event_type: source.type,
          event_revision: source.revision,
          event_position: source.position,
          on_date: fact.on,
          until_date: fact.until,
          distinct_key: fact.key,
          quantity: Number.isSafeInteger(fact.quantity) ? fact.quantity : 0,
          grid_code: gridCode,
          added_by_event: event.id,
          voided_position: undefined,
          voided_by_event: undefined,
        });
      }
    }
    return [
      ...groupStatements([...groups.values()], s),
      ...voidStatements(voided, s),
      ...appendRows(`${s}.fact`, factColumns, added, ['added_position', 'idx']),
    ];
  },
};

function groupStatements(rows: readonly Row<typeof groupColumns>[], s: string): Statement[] {
  if (rows.length === 0) return [];
  const { sql, values } = unnested(groupColumns, rows);
  return [
    {
      text: `insert into ${s}.fact_group (group_id, kind, dims) select group_id, kind, dims::jsonb from ${sql}
             on conflict (group_id) do nothing`,
      values,
    },
  ];
}

/** Only facts that were added before: a fact that came back later under the same key is another one. */
function voidStatements(rows: readonly Row<typeof voidColumns>[], s: string): Statement[] {
  if (rows.length === 0) return [];
  const { sql, values } = unnested(voidColumns, rows);
  return [
    {
      text: `update ${s}.fact f set voided_position = r.position, voided_by_event = r.event_id from ${sql}
             where f.case_id = r.case_id and f.fact_key = r.fact_key
               and f.voided_position is null and f.added_position < r.position`,
      values,
    },
  ];
}
