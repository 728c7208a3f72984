import { type FastifyInstance } from 'fastify';

interface Pattern {
  readonly method: string;
  readonly matches: RegExp;
}

const patterns = new WeakMap<object, Pattern[]>();

/** Remembers the routes of a server as they are added, so that a wrong method can be told from a wrong address. */
export function rememberRoutes(server: FastifyInstance): void {
  const known: Pattern[] = [];
  patterns.set(server.server, known);
  server.addHook('onRoute', ({ method, url }) => {
    const source = url
      .split('/')
      .map((part) =>
        part.startsWith(':') ? '[^/]+' : part === '*' ? '.*' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
      )
      .join('/');
    for (const each of [method].flat()) known.push({ method: each, matches: new RegExp(`^${source}$`) });
  });
}

/** The methods that the address of a request takes; empty when there is nothing at it. */
export function methodsOf(server: FastifyInstance, url: string): readonly string[] {
  const path = url.split('?', 1)[0] ?? '';
  const known = patterns.get(server.server) ?? [];
  return [...new Set(known.filter(({ matches }) => matches.test(path)).map(({ method }) => method))].sort();
}
