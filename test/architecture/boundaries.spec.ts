import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cycleIn, root, sources, type SourceFile, unitOf } from './source.js';

const files = sources('apps', 'libs').filter(({ path }) => !path.startsWith('apps/web/'));
const production = files.filter(({ path }) => !path.endsWith('.spec.ts'));

const within = (folder: string) => production.filter(({ path }) => path.startsWith(folder));
/** `file -> what it imports`, for each import that a rule forbids. */
const offences = (
  from: readonly SourceFile[],
  forbidden: (specifier: string, target: string | undefined, file: SourceFile) => boolean,
) =>
  from.flatMap((file) =>
    file.imports
      .filter(({ specifier, target }) => forbidden(specifier, target, file))
      .map(({ specifier }) => `${file.path} -> ${specifier}`),
  );

describe('who may import whom', () => {
  it('foundation knows no kind of case, no insight and no app', () => {
    expect(
      offences(within('libs/foundation/'), (_, target) =>
        /^(libs\/(cases|insights|coordination)|apps)\//.test(target ?? ''),
      ),
    ).toEqual([]);
  });

  it('a kind of case knows foundation only, never another kind', () => {
    expect(
      offences(
        within('libs/cases/'),
        (_, target, file) =>
          target !== undefined && unitOf(target) !== unitOf(file.path) && !target.startsWith('libs/foundation/'),
      ),
    ).toEqual([]);
  });

  it('process tables, guards and facts know the engine and their siblings, and no framework, driver or clock', () => {
    const pure = within('libs/cases/').filter(({ path }) =>
      /\.(process|guards|facts|case|obligations|codes)\.ts$/.test(path),
    );
    expect(pure.length).toBeGreaterThan(0);
    expect(offences(pure, (specifier) => !specifier.startsWith('./') && specifier !== '#foundation/process')).toEqual(
      [],
    );
    expect(
      pure.filter(({ text }) => /\bnew Date\(|Date\.now|process\.env|await /.test(text)).map(({ path }) => path),
    ).toEqual([]);
  });

  it('deciding and folding know no clock and wait for nothing', () => {
    const engine = within('libs/foundation/process/').filter(
      ({ path }) => !path.endsWith('/fields.ts') && !path.endsWith('/moment.ts'),
    );
    expect(
      engine.filter(({ text }) => /\bnew Date\(|Date\.now|\bawait\b|Math\.random/.test(text)).map(({ path }) => path),
    ).toEqual([]);
    expect(offences(engine, (specifier) => specifier.startsWith('@nestjs/') || specifier.startsWith('node:'))).toEqual(
      [],
    );
  });

  it('insights know cases and foundation, and not each other', () => {
    expect(
      offences(within('libs/insights/'), (_, target, file) => {
        if (target === undefined || unitOf(target) === unitOf(file.path)) return false;
        if (unitOf(file.path) === 'libs/insights/statement' && unitOf(target) === 'libs/insights/statistics')
          return false;
        return !/^libs\/(cases|foundation)\//.test(target);
      }),
    ).toEqual([]);
  });

  it('coordination knows cases and foundation, and no insight', () => {
    expect(within('libs/coordination/').length).toBeGreaterThan(0);
    expect(
      offences(
        within('libs/coordination/'),
        (_, target) => target !== undefined && !/^libs\/(cases|foundation|coordination)\//.test(target),
      ),
    ).toEqual([]);
  });

  it('the projector loads nothing of HTTP: what it never uses would lie in its memory', () => {
    const byPath = new Map(production.map((file) => [file.path, file]));
    const reached = new Set<string>();
    const left = ['apps/projector/src/main.ts'];
    for (let path = left.pop(); path !== undefined; path = left.pop()) {
      if (reached.has(path)) continue;
      reached.add(path);
      for (const { target } of byPath.get(path)?.imports ?? []) if (target !== undefined) left.push(target);
    }
    expect(reached.size).toBeGreaterThan(100);
    expect(
      offences(
        production.filter(({ path }) => reached.has(path)),
        (specifier) => /^@?nest|^fastify/.test(specifier),
      ),
    ).toEqual([]);
  });

  it('no lib imports an app, and no app another app', () => {
    expect(offences(within('libs/'), (_, target) => target?.startsWith('apps/') === true)).toEqual([]);
    expect(
      offences(
        within('apps/'),
        (_, target, file) => target?.startsWith('apps/') === true && unitOf(target) !== unitOf(file.path),
      ),
    ).toEqual([]);
  });

  it('the page knows packages and its own files only: the api is all it has of the product', () => {
    const page = sources('apps/web');
    expect(page.length).toBeGreaterThan(0);
    expect(
      offences(
        page,
        (specifier, target) =>
          specifier.startsWith('#') || (specifier.startsWith('.') && target?.startsWith('apps/web/') !== true),
      ),
    ).toEqual([]);
  });

  it('everyone enters a lib through its index', () => {
    expect(offences(files, (specifier, target) => specifier.startsWith('#') && target === undefined)).toEqual([]);
    expect(
      offences(
        files,
        (specifier, target, file) =>
          specifier.startsWith('.') && target !== undefined && unitOf(target) !== unitOf(file.path),
      ),
    ).toEqual([]);
  });

  it('only the event log talks to the log', () => {
    const allowed = /^libs\/foundation\/(event-log|event-node)\//;
    expect(
      offences(production, (specifier, _, file) => specifier.startsWith('@eventstore/') && !allowed.test(file.path)),
    ).toEqual([]);
  });

  it('there are no cycles, between libs or within one', () => {
    const units = new Map<string, Set<string>>();
    const modules = new Map<string, Set<string>>();
    for (const file of production) {
      for (const { target } of file.imports) {
        if (target === undefined) continue;
        if (unitOf(target) !== unitOf(file.path)) {
          if (!units.has(unitOf(file.path))) units.set(unitOf(file.path), new Set());
          units.get(unitOf(file.path))!.add(unitOf(target));
        }
      }
    }
    expect(cycleIn(units)).toBeUndefined();
    for (const file of production) {
      const values = [
        ...file.text.matchAll(/(?:^|\n)(?:import|export)\s+(?!type\b)([^;'"]*?)from\s+['"](\.[^'"]+)['"]/g),
      ]
        // An import of types alone leaves no trace at run time.
        .filter(([, names]) => !/^\{(\s*type [^,}]+,?)*\s*\}\s*$/.test(names!))
        .map(([, , specifier]) => file.imports.find((each) => each.specifier === specifier)?.target)
        .filter((target) => target !== undefined);
      modules.set(file.path, new Set(values));
    }
    expect(cycleIn(modules)).toBeUndefined();
  });
});

describe('the shape of the house', () => {
  it('gives every kind of case the same files', () => {
    for (const kind of readdirSync(join(root, 'libs/cases'))) {
      const folder = join(root, 'libs/cases', kind);
      expect(existsSync(join(folder, 'README.md'))).toBe(true);
      // A folder of several processes has one set of files for each.
      const tables = readdirSync(join(folder, 'src')).filter((file) => file.endsWith('.process.ts'));
      expect({ kind, processes: tables.length > 0 }).toEqual({ kind, processes: true });
      for (const name of tables.map((file) => file.replace(/\.process\.ts$/, '')))
        for (const part of ['commands', 'guards', 'deadlines', 'facts', 'spec'])
          expect({ kind, name, part, there: existsSync(join(folder, 'src', `${name}.${part}.ts`)) }).toEqual({
            ...{ kind, name, part },
            there: true,
          });
    }
  });

  it('keeps a file to one idea: at most 400 lines', () => {
    const long = sources('apps', 'libs', 'test').filter(({ text }) => text.split('\n').length > 401);
    expect(long.map(({ path }) => path)).toEqual([]);
  });
});
