import { labourLedger } from './labour.ledger.js';
import { labourDispute } from './labour.process.js';
import { petitionLedger } from './petition.ledger.js';
import { petition } from './petition.process.js';

/** The two kinds of case of this folder: matters that people raise, and claims of workers. */
export const petitionProcesses = [petition, labourDispute] as const;
export const petitionLedgers = [petitionLedger, labourLedger] as const;

export { labourDispute, labourLedger, petition, petitionLedger };
export type { RecordDisposition } from './petition.commands.js';
