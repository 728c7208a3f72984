import { enforcement } from './enforcement.process.js';
import { tip } from './tip.process.js';
import { waterRemediation } from './water.process.js';

export { enforcement, tip, waterRemediation };
/** A tip may start an enforcement case, and a foul water may need one closed: three processes of one folder. */
export const enforcementProcesses = [enforcement, tip, waterRemediation] as const;
export { casesOnTip } from './tip.case.js';
export { plasticsLedger } from './enforcement.ledger.js';
export { farmLedger } from './enforcement.farm.ledger.js';
export * from './enforcement.commands.js';
export * from './tip.commands.js';
export * from './water.commands.js';
