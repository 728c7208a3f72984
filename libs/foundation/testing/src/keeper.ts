import { spawn, type ChildProcess } from 'node:child_process';
import { type Launch } from '#foundation/backends';

/**
 * Runs a server for as long as this test process lives, however it ends: a shell holds the other end of a pipe from
 * us, and when the pipe closes it ends the server and removes its folder. Jest gives every test file a world of its
 * own and may be killed itself, so no hook of ours is sure to run; the pipe closes in any case.
 *
 * Resolves with the server's pid.
 */
export function keep(launch: Launch, folder: string): Promise<{ keeper: ChildProcess; pid: number }> {
  // Signals by number: shells disagree on names. The server must not inherit the pipe, or it would hold itself open.
  const script = [
    'folder=$1; stop=$2; shift 2',
    'if [ -n "$KEEPER_INPUT" ]; then printf "%s" "$KEEPER_INPUT" | (unset KEEPER_INPUT; exec "$@") >/dev/null 2>&1 & child=$!',
    'else "$@" </dev/null >/dev/null 2>&1 & child=$!; fi',
    'echo $child; read -r _; kill -"$stop" $child 2>/dev/null; wait $child; rm -rf "$folder"',
  ].join('\n');
  const keeper = spawn('sh', ['-c', script, 'keeper', folder, launch.stopSignal.slice(3), launch.command, ...launch.args], {
    stdio: ['pipe', 'pipe', 'ignore'],
    detached: true,
    env: { ...process.env, ...launch.env, KEEPER_INPUT: launch.input ?? '' },
    ...(launch.uid === undefined ? {} : { uid: launch.uid, gid: launch.gid }),
  });
  keeper.unref();
  return new Promise((resolve, reject) => {
    keeper.once('error', reject);
    keeper.stdout.once('data', (chunk: Buffer) => {
      for (const pipe of [keeper.stdin, keeper.stdout]) (pipe as unknown as { unref(): void }).unref();
      resolve({ keeper, pid: Number(chunk.toString()) });
    });
  });
}

/** Ends a kept server; resolves when it is gone and its folder removed. */
export async function release(keeper: ChildProcess): Promise<void> {
  if (keeper.exitCode !== null) return;
  const gone = new Promise((resolve) => keeper.once('exit', resolve));
  keeper.ref();
  keeper.stdin?.end();
  await gone;
}
