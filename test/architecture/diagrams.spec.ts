import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demolition } from '#cases/demolition';
import { stateDiagram } from '#foundation/process';
import { root } from './source.js';

describe('the README of a kind of case', () => {
  it.each([demolition])('shows the life of a $name case as its table has it', (process) => {
    const readme = readFileSync(join(root, 'libs/cases', process.name, 'README.md'), 'utf8');
    expect(/```mermaid\n([\s\S]*?)\n```/.exec(readme)?.[1]).toBe(stateDiagram(process, 'en'));
  });
});
