import {
  appendRows,
  type Batch,
  type CaseChange,
  type Columns,
  insertRows,
  type Projection,
  type Row,
  type Statement,
  unnested,
  wholeChanges,
} from '#foundation/read-model';
import { accusedStatements } from './accused.js';
import { claimStatements } from './claims.js';
import { awaitingCases, deadlineIndexes, deadlineStatements, deadlineTable, nextDueOn } from './due-dates.js';
import { ownStatements } from './own-cases.js';
import { placeGrams, searchable } from './place-grams.js';
import { standingOf } from './standing.js';

const standingColumns = {
  case_id: 'uuid',
  position: 'bigint',
  revision: 'integer',
  status: 'text',
  status_since: 'date',
  grid_code: 'text',
  place: 'text',
  opened_on: 'date',
  last_event: 'text',
  last_on: 'date',
  open_obligations: 'integer',
} as const satisfies Columns;

const currentColumns = {
  ...standingColumns,
  process: 'text',
  parent: 'text',
  next_due_on: 'date',
  first_position: 'bigint',
} as const satisfies Columns;
const dueColumns = { case_id: 'uuid', next_due_on: 'date' } as const satisfies Columns;
const numberColumns = {
  case_id: 'uuid',
  process: 'text',
  prefix: 'text',
  year: 'integer',
  position: 'bigint',
} as const satisfies Columns;
const placeColumns = {
  case_id: 'uuid',
  letters: 'text',
  grams: 'text',
  first_position: 'bigint',
} as const satisfies Columns;

/**
 * Where every case stands: now (`case_status`), after each of its events (`case_past`), under which number
 * (`case_number`), where (`case_place`), when what falls due in it (`case_deadline`), what it holds against others
 * (`claims`), from whom it is hidden (`case_accused`), and whose own it is where no cell tells (`case_own`).
 */
export const status: Projection = {
  name: 'status',
  version: 6,
  tables: [
    'case_status',
    'case_past',
    'case_number',
    'case_place',
    'case_deadline',
    'claims',
    'case_accused',
    'case_own',
  ],
  createTables: (s) => [
    `create table ${s}.case_status (
       case_id uuid primary key,
       process text not null,
       status text not null,
       status_since date,
       grid_code text,
       place text,
       parent text,
       opened_on date,
       last_event text,
       last_on date,
       revision integer not null,
       first_position bigint not null,
       position bigint not null,
       open_obligations integer not null,
       next_due_on date)`,
    `create table ${s}.case_past (
       case_id uuid not null,
       position bigint not null,
       revision integer not null,
       status text not null,
       status_since date,
       grid_code text,
       place text,
       opened_on date,
       last_event text,
       last_on date,
       open_obligations integer not null,
       primary key (case_id, position))`,
    `create table ${s}.case_number (
       case_id uuid primary key,
       process text not null,
       year integer not null,
       seq integer not null,
       label text not null,
       unique (process, year, seq))`,
    `create table ${s}.case_place (
       case_id uuid primary key,
       letters text not null,
       grams integer[] not null,
       first_position bigint not null)`,
    deadlineTable(s),
    `create table ${s}.claims (
       kind text not null,
       value text not null,
       case_id uuid not null,
       process text not null,
       primary key (kind, value))`,
    `create table ${s}.case_accused (
       staff_ref text not null,
       case_id uuid not null,
       primary key (staff_ref, case_id))`,
    `create table ${s}.case_own (
       staff_ref text not null,
       case_id uuid not null,
       primary key (staff_ref, case_id))`,
  ],
  createIndexes: (s) => [
    `create index if not exists case_status_first on ${s}.case_status (first_position)`,
    `create index if not exists case_status_process on ${s}.case_status (process, first_position)`,
    `create index if not exists case_status_status on ${s}.case_status (status, first_position)`,
    `create index if not exists case_status_grid on ${s}.case_status (grid_code, first_position)`,
    `create index if not exists case_status_grid_status on ${s}.case_status (grid_code, status, first_position)`,
    `create index if not exists case_status_grid_opened on ${s}.case_status (grid_code, opened_on)`,
    `create index if not exists case_status_parent on ${s}.case_status (process, parent) where parent is not null`,
    `create index if not exists case_status_opened on ${s}.case_status (opened_on)`,
    // A list of what is overdue passes over the many cases in which nothing can be.
    `create index if not exists case_status_due on ${s}.case_status (next_due_on) where next_due_on is not null`,
    `create index if not exists case_status_due_first on ${s}.case_status (first_position) where next_due_on is not null`,
    `create index if not exists case_status_due_grid on ${s}.case_status (grid_code, first_position) where next_due_on is not null`,
    ...deadlineIndexes(s),
    `create index if not exists case_number_seq on ${s}.case_number (seq)`,
    `create index if not exists case_place_grams on ${s}.case_place using gin (grams)`,
    `create index if not exists case_accused_case on ${s}.case_accused (case_id)`,
    `create index if not exists case_own_case on ${s}.case_own (case_id)`,
    `create index if not exists claims_case on ${s}.claims (case_id)`,
  ],
  awaitingCalendar: awaitingCases,
  apply: (batch, s) => [
    ...current(batch, s),
    ...duesOfRevisited(batch, s),
    ...past(batch, s),
    ...numbers(batch, s),
    ...places(batch, s),
    ...deadlineStatements(batch, s),
    ...claimStatements(batch, s),
    ...accusedStatements(batch, s),
    ...ownStatements(batch, s),
  ],
};

function standingRow({ caseId, event, after }: CaseChange): Row<typeof standingColumns> {
  const standing = standingOf(after);
  return {
    case_id: caseId,
    position: event.position,
    revision: event.revision,
    status: standing.status,
    status_since: standing.statusSince,
    grid_code: standing.gridCode,
    place: standing.place,
    opened_on: standing.openedOn,
    last_event: standing.lastEvent,
    last_on: standing.lastOn,
    open_obligations: standing.openObligations,
  };
}

/** One row a case, whatever happened to it in the batch. */
function current(batch: Batch, s: string): Statement[] {
  const rows = wholeChanges(batch).map((change): Row<typeof currentColumns> => ({
    ...standingRow(change),
    process: change.process.name,
    parent: change.after.summary.parent,
    next_due_on: nextDueOn(change.process, change.after, batch.calendars),
    // Of a case that was there before the position stands in its row, and stays.
    first_position: change.first.position,
  }));
  const updated = ['parent', 'next_due_on', ...Object.keys(standingColumns)].filter((name) => name !== 'case_id');
  return insertRows(
    `${s}.case_status`,
    currentColumns,
    rows,
    `(case_id) do update set ${updated.map((name) => `${name} = excluded.${name}`).join(', ')}
     where excluded.position > case_status.position`,
  );
}

/** Nothing happened in these cases, but a holiday notice tells when something in them falls due. */
function duesOfRevisited({ revisited, calendars }: Batch, s: string): Statement[] {
  if (revisited.length === 0) return [];
  const rows = revisited.map(({ process, caseId, state }) => ({
    case_id: caseId,
    next_due_on: nextDueOn(process, state, calendars),
  }));
  const { sql, values } = unnested(dueColumns, rows);
  return [
    {
      text: `update ${s}.case_status c set next_due_on = r.next_due_on from ${sql} where c.case_id = r.case_id`,
      values,
    },
  ];
}

const past = ({ changes }: Batch, s: string): Statement[] =>
  appendRows(`${s}.case_past`, standingColumns, changes.map(standingRow), ['case_id', 'position']);

/** Gapless a kind and year, in log order: the year is that of the date on which the case was opened. */
function numbers({ changes }: Batch, s: string): Statement[] {
  const opened = changes.filter(({ event }) => event.revision === 0);
  if (opened.length === 0) return [];
  const rows = opened.map(({ process, caseId, event, after }) => ({
    case_id: caseId,
    process: process.name,
    prefix: process.caseNumber.prefix.zh,
    year: Number.parseInt(after.events[0]?.on ?? event.metadata.occurredOn, 10) || 0,
    position: event.position,
  }));
  const { sql, values } = unnested(numberColumns, rows);
  return [
    {
      text: `insert into ${s}.case_number (case_id, process, year, seq, label)
             select case_id, process, year, seq, prefix || '〔' || year || '〕第' || seq || '号'
             from (
               select r.*,
                 (select coalesce(max(n.seq), 0) from ${s}.case_number n where n.process = r.process and n.year = r.year)
                 + row_number() over (partition by r.process, r.year order by r.position) as seq
               from ${sql}
               where not exists (select 1 from ${s}.case_number n where n.case_id = r.case_id)
             ) numbered`,
      values,
    },
  ];
}

/** Written when a place is first known or corrected, not with every step. */
function places(batch: Batch, s: string): Statement[] {
  const rows: Row<typeof placeColumns>[] = [];
  for (const { caseId, before, after } of wholeChanges(batch)) {
    const { place } = after.summary;
    if (place === undefined || before.summary.place === place) continue;
    rows.push({
      case_id: caseId,
      letters: searchable(place),
      grams: `{${placeGrams(place).join(',')}}`,
      first_position: after.events[0]?.position,
    });
  }
  if (rows.length === 0) return [];
  const { sql, values } = unnested(placeColumns, rows);
  return [
    {
      text: `insert into ${s}.case_place (case_id, letters, grams, first_position)
             select case_id, letters, grams::integer[], first_position from ${sql}
             on conflict (case_id) do update set letters = excluded.letters, grams = excluded.grams`,
      values,
    },
  ];
}
