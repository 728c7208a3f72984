import { type LedgerMapping } from '#foundation/ledger';
import { type Process } from '#foundation/process';
import { householdLedger } from './household.ledger.js';
import { relocationHousehold } from './household.process.js';
import { projectLedger } from './project.ledger.js';
import { relocationProject } from './project.process.js';

export { householdLedger, projectLedger, relocationHousehold, relocationProject };
export const relocationProcesses: readonly Process[] = [relocationProject, relocationHousehold];
/** Projects first: their households are registered in them. */
export const relocationLedgers: readonly LedgerMapping[] = [projectLedger, householdLedger];
