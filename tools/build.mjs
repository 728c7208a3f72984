// Builds dist/ when a source file is newer than the last build, so that `npm start` and `npm run liuhen`
// never run stale code and cost nothing when there is nothing to do.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = new URL('..', import.meta.url).pathname;
const stamp = join(root, 'dist/.built');

function newest(folder) {
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name === 'dist' || entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) latest = Math.max(latest, newest(path));
    else if (/\.(ts|json)$/.test(entry.name)) latest = Math.max(latest, statSync(path).mtimeMs);
  }
  return latest;
}

const changed = Math.max(
  ...['apps', 'libs', 'test/load'].filter((name) => existsSync(join(root, name))).map((name) => newest(join(root, name))),
  statSync(join(root, 'package.json')).mtimeMs,
  statSync(join(root, 'tsconfig.base.json')).mtimeMs,
);
if (!existsSync(stamp) || statSync(stamp).mtimeMs < changed) {
  const nest = join(root, 'node_modules/.bin/nest');
  const built = spawnSync(nest, ['build'], { cwd: root, stdio: ['ignore', 2, 2] });
  if (built.status !== 0) process.exit(built.status ?? 1);
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stamp, '');
}
