import { type Process } from './process.js';

/** The life of a case as a Mermaid state diagram, drawn from the table; `ANY` moves and corrections stay out. */
export function stateDiagram(process: Process, language: 'zh' | 'en'): string {
  const lines = ['stateDiagram-v2'];
  for (const [code, state] of Object.entries(process.states)) lines.push(`  ${code}: ${state[language]}`);
  for (const step of process.steps) {
    for (const move of step.moves) {
      if (move.to === '(same)') continue;
      for (const from of move.from) {
        const source = from === 'NONE' ? '[*]' : from;
        if (!source.startsWith('ANY')) lines.push(`  ${source} --> ${move.to}: ${step.label[language]}`);
      }
    }
  }
  for (const [code, state] of Object.entries(process.states)) if (state.terminal) lines.push(`  ${code} --> [*]`);
  return lines.join('\n');
}
