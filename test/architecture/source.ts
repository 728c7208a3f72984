import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';

export const root = new URL('../..', import.meta.url).pathname;

export interface SourceFile {
  /** Path from the root of the repository, for example `libs/cases/demolition/src/index.ts`. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

export interface Import {
  readonly specifier: string;
  /** Path of the file it leads to within the repository; undefined for packages. */
  readonly target: string | undefined;
}

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s[^;'"]*?from\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

function targetOf(from: string, specifier: string): string | undefined {
  const subpath = /^#(cases|insights|foundation)\/([^/]+)$/.exec(specifier);
  if (subpath) return `libs/${subpath[1]}/${subpath[2]}/src/index.ts`;
  const coordination = /^#coordination(?:\/(causes))?$/.exec(specifier);
  if (coordination) return `libs/coordination/src/${coordination[1] ?? 'index'}.ts`;
  if (specifier.startsWith('.')) return normalize(join(dirname(from), specifier)).replace(/\.js$/, '.ts');
  return undefined;
}

/** Every TypeScript file of the given top folders, with what it imports. */
export function sources(...folders: string[]): SourceFile[] {
  return folders.flatMap(walk).map((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    const imports = [...text.matchAll(importPattern)].map((match) => {
      const specifier = (match[1] ?? match[2])!;
      return { specifier, target: targetOf(path, specifier) };
    });
    return { path, text, imports };
  });
}

function walk(folder: string): string[] {
  const found: string[] = [];
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true, recursive: true })) {
    const path = relative(root, join(entry.parentPath, entry.name));
    if (entry.isFile() && /\.tsx?$/.test(path) && !/node_modules|(^|\/)dist\//.test(path)) found.push(path);
  }
  return found.sort();
}

/** `libs/cases/demolition`, `libs/foundation/process`, `apps/api`: what the rules speak of. */
export function unitOf(path: string): string {
  return (/^(libs\/[^/]+\/[^/]+|apps\/[^/]+|[^/]+)/.exec(path) as RegExpExecArray)[0];
}

/** The first cycle in a graph, as the names along it, or undefined. */
export function cycleIn(graph: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] | undefined {
  const done = new Set<string>();
  const visit = (node: string, trail: readonly string[]): readonly string[] | undefined => {
    if (trail.includes(node)) return [...trail.slice(trail.indexOf(node)), node];
    if (done.has(node)) return undefined;
    for (const next of graph.get(node) ?? []) {
      const cycle = visit(next, [...trail, node]);
      if (cycle) return cycle;
    }
    done.add(node);
    return undefined;
  };
  for (const node of graph.keys()) {
    const cycle = visit(node, []);
    if (cycle) return cycle;
  }
  return undefined;
}
