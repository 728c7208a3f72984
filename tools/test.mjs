// `npm test`: builds what the tests start as processes of their own, then runs every suite.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = new URL('..', import.meta.url).pathname;
for (const [script, ...args] of [['tools/build.mjs'], ['tools/jest.mjs', ...process.argv.slice(2)]]) {
  const run = spawnSync(process.execPath, [join(root, script), ...args], { cwd: root, stdio: 'inherit' });
  if (run.status !== 0) process.exit(run.status ?? 1);
}
