import { housePermit } from './permit.process.js';

export { housePermit };
export const permitProcesses = [housePermit] as const;
export * from './permit.commands.js';
export * from './permit.building.commands.js';
