// Builds dist/ when a source file is newer than the last build, so that `npm start` and `npm run liuhen`
// never run stale code and cost nothing when there is nothing to do.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'dist/.built');
const building = join(root, 'dist/.building');

function newest(path) {
  if (!existsSync(path)) return 0;
  if (!statSync(path).isDirectory()) return statSync(path).mtimeMs;
  let latest = 0;
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name === 'dist' || entry.name.startsWith('.')) continue;
    if (entry.isDirectory() || (/\.(ts|json)$/.test(entry.name) && !entry.name.endsWith('.spec.ts'))) {
      latest = Math.max(latest, newest(join(path, entry.name)));
    }
  }
  return latest;
}

function isFresh() {
  const sources = [
    'apps',
    'libs',
    'test/load',
    'package.json',
    'tsconfig.base.json',
    'tsconfig.build.json',
    'nest-cli.json',
  ];
  return existsSync(stamp) && statSync(stamp).mtimeMs >= Math.max(...sources.map((name) => newest(join(root, name))));
}

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

if (!isFresh()) {
  alone(() => {
    if (isFresh()) return;
    const began = new Date();
    // Started by path on this very Node: during `npm ci` the one on the path may be the system's.
    const nest = join(root, 'node_modules/@nestjs/cli/bin/nest.js');
    const built = spawnSync(process.execPath, [nest, 'build'], { cwd: root, stdio: ['ignore', 2, 2] });
    if (built.status !== 0) process.exit(built.status ?? 1);
    writeFileSync(stamp, '');
    // What was changed while the build ran is newer than the build.
    utimesSync(stamp, began, began);
  });
}
