import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loan } from '../examples/loan/loan.process.js';
import { catalogue, stateDiagram } from '#foundation/process';
import { root } from './source.js';

describe('the worked example of CONTRIBUTING', () => {
  it('is the code that is compiled and run', () => {
    const page = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
    const shown = [...page.matchAll(/```ts\n\/\/ ([\w.]+): ([\s\S]*?)```/g)];
    expect(shown.map(([, name]) => name)).toEqual([
      ...['loan.commands.ts', 'loan.case.ts', 'loan.guards.ts', 'loan.process.ts', 'loan.spec.ts'],
    ]);
    for (const [, name, code] of shown)
      expect(`// ${name}: ${code}`).toBe(readFileSync(join(root, 'test/examples/loan', name!), 'utf8'));
  });

  it('is described by its table alone', () => {
    expect(stateDiagram(loan, 'en')).toContain('LN_OUT --> LN_BACK');
    expect(JSON.stringify(catalogue([loan]))).toContain('"D-LOAN-01"');
  });
});
