import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claim } from './lock.js';

const dataDir = mkdtempSync(join(tmpdir(), 'liuhen-lock-'));
mkdirSync(join(dataDir, 'run'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

describe('the claim on a data folder', () => {
  test('is refused while another holds it and free after its release', () => {
    const first = claim(dataDir);
    expect(() => claim(dataDir)).toThrow(`another one-box is running on ${dataDir}`);
    first.release();
    claim(dataDir).release();
  });

  test('goes with its holder, even when that is killed', async () => {
    const program = `
      const { DatabaseSync } = require('node:sqlite');
      globalThis.held = new DatabaseSync(process.argv[1]);
      held.exec('BEGIN EXCLUSIVE');
      console.log('held');
      setInterval(() => {}, 1e6);`;
    const holder = spawn(process.execPath, ['--no-warnings', '-e', program, join(dataDir, 'run/onebox.lock')], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    await once(holder.stdout, 'data');
    expect(() => claim(dataDir)).toThrow('another one-box');
    const gone = once(holder, 'exit');
    holder.kill('SIGKILL');
    await gone;
    claim(dataDir).release();
  });
});
