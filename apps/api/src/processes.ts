import { type Process } from '#foundation/process';
import { demolition } from '#cases/demolition';

/** The kinds of case that this api serves, by stream category. */
export const processes: ReadonlyMap<string, Process> = new Map([demolition].map((process) => [process.name, process]));
