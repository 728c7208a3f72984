import { appendRows, type Columns } from './rows.js';
import { type Projection } from './projection.js';

const columns = {
  position: 'bigint',
  event_id: 'uuid',
  process: 'text',
  case_id: 'uuid',
  revision: 'integer',
  type: 'text',
  occurred_on: 'date',
  recorded_at: 'timestamptz',
  staff_ref: 'text',
  acting_role: 'text',
  request_id: 'text',
} as const satisfies Columns;

export interface HistoryTables {
  case_event: {
    position: string;
    event_id: string;
    process: string;
    case_id: string;
    revision: number;
    type: string;
    occurred_on: string | null;
    recorded_at: Date | null;
    staff_ref: string | null;
    acting_role: string | null;
    request_id: string | null;
  };
}

/**
 * Who recorded what and when, one row an event. What the events say stays in the log; this is the index by which an
 * instant becomes a position, and by which the work of an office is found.
 */
export const history: Projection = {
  name: 'history',
  version: 4,
  tables: ['case_event'],
  createTables: (schema) => [
    `create table ${schema}.case_event (
       position bigint primary key,
       event_id uuid not null,
       process text not null,
       case_id uuid not null,
       revision integer not null,
       type text not null,
       occurred_on date,
       recorded_at timestamptz,
       staff_ref text,
       acting_role text,
       request_id text)`,
  ],
  createIndexes: (schema) => [
    `create index if not exists case_event_recorded on ${schema}.case_event (recorded_at, position)`,
    `create index if not exists case_event_case on ${schema}.case_event (case_id, position)`,
    // A request id is used once in the whole product: commands look here for those already recorded.
    `create index if not exists case_event_request on ${schema}.case_event using hash (request_id)`,
  ],
  apply: ({ changes }, schema) =>
    appendRows(
      `${schema}.case_event`,
      columns,
      changes.map(({ process, caseId, event }) => ({
        position: event.position,
        event_id: event.id,
        process: process.name,
        case_id: caseId,
        revision: event.revision,
        type: event.type,
        occurred_on: event.metadata.occurredOn,
        recorded_at: event.metadata.recordedAt,
        staff_ref: event.metadata.recordedByStaffRef,
        acting_role: event.metadata.actingRole,
        request_id: event.metadata.requestId,
      })),
      ['position'],
    ),
};
