// `npm test`: builds what the tests start as processes of their own, sees to the servers, then runs every suite.
// Arguments go to Jest; `--full` asks for the long form of the suites that have one.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
function run(script, ...args) {
  const { status } = spawnSync(process.execPath, [join(root, script), ...args], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

run('tools/build.mjs');
const { ensureInstalled, ensureRedisInstalled } = await import(join(root, 'dist/libs/foundation/backends/src/index.js'));
try {
  const say = (line) => console.error(line);
  ensureRedisInstalled(say);
  const advice = 'Chromium is missing: install the package chromium, or set LIUHEN_CHROMIUM to the path of one';
  if (!process.env.LIUHEN_CHROMIUM) ensureInstalled({ program: 'chromium', debianPackage: 'chromium', advice }, say);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
run('tools/jest.mjs', ...process.argv.slice(2));
