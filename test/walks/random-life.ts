import { type Dice } from '../load/numbers.js';
import { begin, follow, isEverywhere, type Node, type Outside } from './explore.js';
import { type Kind } from './kinds.js';

/** A lawful life as chance has it: at each place one of the steps that the rules allow there, until the length or the end. */
export function randomLife(
  { process, examples, correction }: Kind,
  outside: Outside,
  dice: Dice,
  length: number,
): Node {
  let node = begin(process, '01890a5d-ac96-774b-bcce-b302099a8057');
  while (node.path.length < length) {
    const next = shuffled([...examples, correction], dice).values();
    let after: Node | undefined;
    for (const example of next) {
      const step = process.stepOfCommand.get(example.command)!;
      // The first entry is put right once: a second correction would have to name the first.
      if (isEverywhere(step) && (node.path.length < 2 || node.told.has(step.event))) continue;
      after = follow(process, node, step, example, new Set(), outside);
      if (after) break;
    }
    if (!after) break;
    node = after;
  }
  return node;
}

function shuffled<Item>(items: readonly Item[], dice: Dice): Item[] {
  const left = [...items];
  return items.map(() => left.splice(dice.between(0, left.length - 1), 1)[0]!);
}
