import { type Term } from '#foundation/process';
import { type GridCellTables, type HistoryTables } from '#foundation/read-model';

interface Standings {
  case_id: string;
  position: string;
  revision: number;
  status: string;
  status_since: string | null;
  grid_code: string | null;
  place: string | null;
  opened_on: string | null;
  last_event: string | null;
  last_on: string | null;
  open_obligations: number;
}

/** The tables of this insight as queries see them; `bigint` comes as text. */
export interface StatusTables extends HistoryTables, GridCellTables {
  case_status: Standings & { process: string; first_position: string; next_due_on: string | null };
  case_past: Standings;
  case_number: { case_id: string; process: string; year: number; seq: number; label: string };
  case_place: { case_id: string; letters: string; grams: number[]; first_position: string };
  case_deadline: {
    case_id: string;
    code: string;
    started_by: string;
    since: string;
    until: string | null;
    process: string;
    effect: string;
    owner: string;
    handler: string | null;
    started_on: string;
    due_on: string | null;
    passes_at: Date | null;
    awaits_calendar: boolean;
    terms: readonly Term[];
    calendar: string;
    ended_as: 'met' | 'void' | null;
    ended_on: string | null;
    ended_by: string | null;
    ended_at: string | null;
    late: boolean;
    missed_by: string | null;
    missed_at: string | null;
  };
  case_accused: { staff_ref: string; case_id: string };
  case_own: { staff_ref: string; case_id: string };
  claims: { kind: string; value: string; case_id: string; process: string };
}
