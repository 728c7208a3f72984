import { type Process } from '#foundation/process';
import { hazard } from './hazard.process.js';
import { inspectionMission } from './mission.process.js';
import { enterpriseVisit } from './visit.process.js';

export { enterpriseVisit, hazard, inspectionMission };
/** Missions, the hazards that they find, and the visits of enterprises. */
export const inspectionProcesses: readonly Process[] = [inspectionMission, hazard, enterpriseVisit];
export { inspectionLedger } from './inspection.ledger.js';
export type { EscalateHazard, RecordFollowUpVisit, RecordHazard } from './hazard.commands.js';
