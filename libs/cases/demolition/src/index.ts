export { demolition } from './demolition.process.js';
export { demolitionLedger } from './demolition.ledger.js';
export * from './demolition.commands.js';
export { StockClass, StructureKind } from './demolition.codes.js';
