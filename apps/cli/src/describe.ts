import { catalogue, stateDiagram } from '#foundation/process';
import { processes } from './processes.js';
import { CommandFailed, type Language, print, printJson } from './surroundings.js';

/** Everything that the process tables declare, as JSON: no server is asked. */
export function showCatalogue(): void {
  printJson(catalogue(processes));
}

/** The life of a case as a Mermaid state diagram. */
export function showDiagram(name: string, language: Language): void {
  const process = processes.find((each) => each.name === name);
  if (!process)
    throw new CommandFailed(`${name}: ${processes.map((each) => `${each.name} ${each.title[language]}`).join(', ')}`);
  print(stateDiagram(process, language));
}
