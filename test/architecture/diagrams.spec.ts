import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demolition } from '#cases/demolition';
import { enforcementProcesses } from '#cases/enforcement';
import { inspectionProcesses } from '#cases/inspection';
import { permitProcesses } from '#cases/permit';
import { petitionProcesses } from '#cases/petition';
import { relocationProcesses } from '#cases/relocation';
import { type Process, stateDiagram } from '#foundation/process';
import { root } from './source.js';

const folders: readonly (readonly [folder: string, processes: readonly Process[]])[] = [
  ['demolition', [demolition]],
  ['enforcement', enforcementProcesses],
  ['inspection', inspectionProcesses],
  ['permit', permitProcesses],
  ['petition', petitionProcesses],
  ['relocation', relocationProcesses],
];

describe('the README of a kind of case', () => {
  it.each(folders)('shows the life of each case of %s as its table has it', (folder, processes) => {
    const readme = readFileSync(join(root, 'libs/cases', folder, 'README.md'), 'utf8');
    const drawn = [...readme.matchAll(/```mermaid\n([\s\S]*?)\n```/g)].map(([, diagram]) => diagram);
    expect(drawn).toEqual(processes.map((process) => stateDiagram(process, 'en')));
  });
});
