import { demolition } from '#cases/demolition';
import { enforcementProcesses } from '#cases/enforcement';
import { inspectionProcesses } from '#cases/inspection';
import { permitProcesses } from '#cases/permit';
import { petitionProcesses } from '#cases/petition';
import { relocationProcesses } from '#cases/relocation';
import { type Process } from '#foundation/process';

/** The kinds of case that the command knows, for what can be told without a server. */
export const processes: readonly Process[] = [
  demolition,
  ...enforcementProcesses,
  ...inspectionProcesses,
  ...permitProcesses,
  ...petitionProcesses,
  ...relocationProcesses,
];
