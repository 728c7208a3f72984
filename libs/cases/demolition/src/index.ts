export { demolition } from './demolition.process.js';
export { demolitionLedger } from './demolition.ledger.js';
export * from './demolition.commands.js';
