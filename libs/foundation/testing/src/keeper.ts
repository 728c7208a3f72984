import { spawn, type ChildProcess } from 'node:child_process';
import { type Launch } from '#foundation/backends';

/**
 * Runs a server for as long as this test process lives, however it ends: a shell holds the other end of a pipe from
 * us, and when the pipe closes it ends the server and removes its folder. Jest gives every test file a world of its
 * own and may be killed itself, so no hook of ours is sure to run; the pipe closes in any case.
 *
 * Resolves with the server's pid.
 *
 * @param folder removed when the server has ended; empty, nothing is.
 * @param output the file that takes what the server prints.
 */
export function keep(
  launch: Launch,
  folder: string,
  output = '/dev/null',
): Promise<{ keeper: ChildProcess; pid: number }> {
  // The server must not inherit the pipe, or it would hold itself alive.
  const script = [
    'folder=$1; output=$2; stop=$3; shift 3',
    'if [ -n "$KEEPER_INPUT" ]; then printf "%s" "$KEEPER_INPUT" | (unset KEEPER_INPUT; exec "$@") >"$output" 2>&1 & child=$!',
    'else "$@" </dev/null >"$output" 2>&1 & child=$!; fi',
    'echo $child; read -r _; kill -"$stop" $child 2>/dev/null; wait $child; [ -z "$folder" ] || rm -rf "$folder"',
  ].join('\n');
  const args = [folder, output, launch.stopSignal.slice('SIG'.length), launch.command, ...launch.args];
  const keeper = spawn('sh', ['-c', script, 'keeper', ...args], {
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
