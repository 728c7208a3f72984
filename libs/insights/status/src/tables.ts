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
  case_status: Standings & { process: string; first_position: string };
  case_past: Standings;
  case_number: { case_id: string; process: string; year: number; seq: number; label: string };
  case_place: { case_id: string; letters: string; grams: number[] };
  claims: { kind: string; value: string; case_id: string; process: string };
}
