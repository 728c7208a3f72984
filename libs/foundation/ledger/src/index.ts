export * as cell from './formats.js';
export { type CellFormat, type CellValue, type FieldValue } from './formats.js';
export {
  type Cells,
  column,
  type LedgerChoice,
  ledgerChoice,
  type LedgerColumn,
  ledgerColumns,
  type LedgerMapping,
  type LedgerStep,
  ledgerSteps,
} from './mapping.js';
export {
  type GoodRow,
  type Ledger,
  type LedgerRow,
  readLedger,
  recogniseLedger,
  type RefusedRow,
  type StepTaken,
} from './read-ledger.js';
export * as sharedWords from './shared-words.js';
export { readHeaders, readSheet, type Sheet, type SheetRow } from './sheet.js';
