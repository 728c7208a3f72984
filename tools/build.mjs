// Builds dist/ - the services and the page - where a source file is newer than the last build, so that `npm start` and
// `npm run liuhen` never run stale code and cost nothing when there is nothing to do.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const building = join(root, 'dist/.building');

// Started by path on this very Node: during `npm ci` the one on the path may be the system's.
const parts = [
  {
    stamp: join(root, 'dist/.built'),
    sources: [
      'apps',
      'libs',
      'test/load',
      'package.json',
      'tsconfig.base.json',
      'tsconfig.build.json',
      'nest-cli.json',
    ],
    skipped: join(root, 'apps/web'),
    command: [join(root, 'node_modules/@nestjs/cli/bin/nest.js'), 'build'],
  },
  {
    stamp: join(root, 'dist/web/.built'),
    sources: ['apps/web', 'package.json', 'tools/build-web.mjs'],
    command: [join(root, 'tools/build-web.mjs')],
  },
];

function newest(path, skipped) {
  if (path === skipped || !existsSync(path)) return 0;
  if (!statSync(path).isDirectory()) return statSync(path).mtimeMs;
  let latest = 0;
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name === 'dist' || entry.name.startsWith('.')) continue;
    const isSource = /\.(tsx?|json|css|html|svg)$/.test(entry.name) && !entry.name.endsWith('.spec.ts');
    if (entry.isDirectory() || isSource) latest = Math.max(latest, newest(join(path, entry.name), skipped));
  }
  return latest;
}

const isFresh = ({ stamp, sources, skipped }) =>
  existsSync(stamp) && statSync(stamp).mtimeMs >= Math.max(...sources.map((name) => newest(join(root, name), skipped)));

/** Runs `work` while no other build of this tree does: several tests may ask for one at the same moment. */
function alone(work) {
  mkdirSync(join(root, 'dist'), { recursive: true });
  for (;;) {
    try {
      mkdirSync(building);
      break;
    } catch {
      // Left by a build that was killed: no build takes this long.
      if (Date.now() - (statSync(building, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > 300_000) {
        rmSync(building, { recursive: true, force: true });
      }
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
  process.on('exit', () => rmSync(building, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));
  work();
}

if (!parts.every(isFresh)) {
  alone(() => {
    for (const part of parts) {
      if (isFresh(part)) continue;
      const began = new Date();
      const built = spawnSync(process.execPath, part.command, { cwd: root, stdio: ['ignore', 2, 2] });
      if (built.status !== 0) process.exit(built.status ?? 1);
      writeFileSync(part.stamp, '');
      // What was changed while the build ran is newer than the build.
      utimesSync(part.stamp, began, began);
    }
  });
}
