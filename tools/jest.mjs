// Runs Jest with ESM support on the project's own Node, whatever started the script.
// `--full` is for the suites that have a short and a long form: it sets LIUHEN_TEST_FULL=1.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const ownNode = join(root, 'node_modules/.bin/node');
const args = process.argv.slice(2).filter((arg) => arg !== '--full');
const env = { ...process.env, NODE_OPTIONS: '--experimental-vm-modules --no-warnings' };
if (process.argv.includes('--full')) env.LIUHEN_TEST_FULL = '1';
const run = spawnSync(
  existsSync(ownNode) ? ownNode : process.execPath,
  [join(root, 'node_modules/jest/bin/jest.js'), ...args],
  { cwd: root, stdio: 'inherit', env },
);
process.exit(run.status ?? 1);
