import { type LocalDate } from '#foundation/calendar';
import { type ExampleStep } from '#foundation/given';
import { type CaseState, type Process } from '#foundation/process';
import { begin, explore, follow, linesOf, lineOf, type Node, type Outside } from './explore.js';
import { type Companion, type Kind, kinds, linked } from './kinds.js';

/** A lawful life, and the case after each of its steps. */
export interface Walk {
  readonly kind: Kind;
  readonly nodes: readonly Node[];
  readonly outside: Outside;
}

export const enterprises = [{ code: '企业-0001' }];

/** The life of a case that others look into. */
export function lifeOf({ process, ref, isCaseId, steps }: Companion, outside: Outside): Node {
  return steps.reduce<Node>(
    (node, example) => {
      const step = process.stepOfCommand.get(example.command)!;
      const after = follow(process, node, step, example, new Set(), outside);
      if (!after) throw new Error(`no such life of ${process.name}: ${example.command}`);
      return after;
    },
    begin(process, isCaseId ? ref : '01890a5d-ac96-774b-bcce-00000000000a'),
  );
}

/** What a case of the kind finds around it. A household looks into its project, which the walk of the project makes. */
export function outsideOf(kind: Kind, today: LocalDate): Outside {
  const settings = { enterprises: new Map(enterprises.map((each) => [each.code, each])) };
  const related: Record<string, { process: Process; state: CaseState }> = {};
  const outside: Outside = { today, settings, related };
  const project = kinds.flatMap(({ companions }) => companions).find(({ ref }) => ref === 'XM-01')!;
  for (const companion of [project, ...kind.companions, linked])
    related[`${companion.process.name}/${companion.ref}`] = {
      process: companion.process,
      state: lifeOf(companion, outside).state,
    };
  return outside;
}

const chainOf = (node: Node): Node[] => (node.before ? [...chainOf(node.before), node] : []);

/** Lines of the table that the last step of a way walks. */
export function lineWalked(node: Node): string {
  return lineOf(node.before!.state.status, node.path.at(-1)!.event, node.state.status);
}

/**
 * Lives of a kind of case that together walk every line of its table: the longest first, because each walks the lines
 * of its beginning too.
 */
export function walksOf(
  kind: Kind,
  today: LocalDate,
): { readonly walks: readonly Walk[]; readonly missing: readonly string[] } {
  const outside = outsideOf(kind, today);
  const { found } = explore(kind.process, kind.examples, kind.lives, outside);
  const walks: Walk[] = [];
  const walked = new Set<string>();
  for (const [line, node] of [...found].sort(([, a], [, b]) => b.path.length - a.path.length)) {
    if (walked.has(line)) continue;
    const nodes = chainOf(node);
    walks.push({ kind, nodes, outside });
    for (const each of nodes) walked.add(lineWalked(each));
    walked.add(line);
  }
  return { walks, missing: linesOf(kind.process).filter((line) => !found.has(line)) };
}

/** The step as somebody may take it where the case stands, of several tellings the first that the rules allow. */
export function possible(
  { kind, outside }: Pick<Walk, 'kind' | 'outside'>,
  at: Node,
  tellings: readonly ExampleStep[],
): Node | undefined {
  for (const example of tellings) {
    const step = kind.process.stepOfCommand.get(example.command)!;
    const after = follow(kind.process, at, step, example, new Set(), outside);
    if (after) return after;
  }
  return undefined;
}
