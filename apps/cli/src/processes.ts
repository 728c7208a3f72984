import { demolition } from '#cases/demolition';
import { enforcementProcesses } from '#cases/enforcement';
import { petitionProcesses } from '#cases/petition';
import { relocationProcesses } from '#cases/relocation';
import { type Process } from '#foundation/process';

/** The kinds of case that the command knows, for what can be told without a server. */
export const processes: readonly Process[] = [
  demolition,
  ...enforcementProcesses,
  ...petitionProcesses,
  ...relocationProcesses,
];
