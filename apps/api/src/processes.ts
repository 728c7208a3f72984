import { type Process } from '#foundation/process';
import { demolition, demolitionLedger } from '#cases/demolition';
import { enforcementProcesses, farmLedger, plasticsLedger } from '#cases/enforcement';
import { inspectionLedger, inspectionProcesses } from '#cases/inspection';
import { permitProcesses } from '#cases/permit';
import { petitionLedgers, petitionProcesses } from '#cases/petition';
import { relocationLedgers, relocationProcesses } from '#cases/relocation';
import { type LedgerMapping } from '#foundation/ledger';

/** The kinds of case that this api serves, by stream category. */
export const processes: ReadonlyMap<string, Process> = new Map(
  [
    demolition,
    ...enforcementProcesses,
    ...inspectionProcesses,
    ...permitProcesses,
    ...petitionProcesses,
    ...relocationProcesses,
  ].map((process) => [process.name, process]),
);

/** The paper ledgers that can be imported, known by their headers. */
export const ledgers: readonly LedgerMapping[] = [
  demolitionLedger,
  plasticsLedger,
  farmLedger,
  inspectionLedger,
  ...petitionLedgers,
  ...relocationLedgers,
];
