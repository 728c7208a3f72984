import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import { mayGoFirst } from '#foundation/testing';
import { stand, type Standing } from './index.js';

let child: ChildProcess;

beforeEach(async () => {
  const program = "process.stdout.write('up'); setInterval(() => {}, 1e6)";
  // A session of its own, as every program of a one-box has.
  child = spawn(process.execPath, ['-e', program], { detached: true, stdio: ['ignore', 'pipe', 'ignore'] });
  await once(child.stdout!, 'data');
});
afterEach(async () => {
  child.kill('SIGKILL');
  await once(child, 'exit');
});

describe('a process', () => {
  test.each<[Standing, number]>([
    // Where nobody may go first the process stays where it is, and the next stand behind that.
    ['first', mayGoFirst() ? -10 : 0],
    ['next', mayGoFirst() ? 0 : 10],
    ['last', 10],
  ])('that stands %s has nice value %i', (standing, nice) => {
    stand(standing, child.pid);
    expect(getPriority(child.pid)).toBe(nice);
  });

  test('weighs as much among other sessions, where the system groups them', () => {
    const group = `/proc/${child.pid}/autogroup`;
    stand('last', child.pid);
    if (existsSync(group)) expect(readFileSync(group, 'utf8')).toMatch(/nice 10$/m);
  });

  test('that is gone has no place, and nobody minds', async () => {
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(() => stand('last', child.pid)).not.toThrow();
    child = spawn('sleep', ['60']);
  });
});
