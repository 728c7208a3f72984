export { importLedger, type LedgerImport } from './import-ledger.js';
export { type ImportRun, ImportRuns, type ImportState, type NewImport } from './import-runs.js';
export { type ImportSurroundings, runImport } from './run-import.js';
export { type ImportResult, type RowRefusal, type RowVerdict } from './verdict.js';
