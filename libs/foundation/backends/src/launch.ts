import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { stand, type Standing } from '#foundation/standing';

/** How one server process is started, so that a supervisor can start it again in exactly the same way. */
export interface Launch {
  command: string;
  args: string[];
  /** Added to this process's own environment. */
  env?: Record<string, string>;
  /** Owner the process runs as; absent, the caller's own. */
  uid?: number;
  gid?: number;
  /** Written to the process's standard input, which is then closed: for secrets that must not show in `ps`. */
  input?: string;
  /** The signal that asks for a clean and prompt end. */
  stopSignal: NodeJS.Signals;
  /** Its place where the processors are busy; absent, that of the caller. */
  standing?: Standing;
}

/**
 * Starts the process in a group of its own: Ctrl-C in a terminal reaches the whole foreground group, and servers that
 * all stop at once take the log away from under the apps. The one who started them ends them, in order.
 */
export function spawnLaunch(launch: Launch, stdio: StdioOptions): ChildProcess {
  const child = spawn(launch.command, launch.args, {
    stdio,
    detached: true,
    env: { ...process.env, ...launch.env },
    ...(launch.uid === undefined ? {} : { uid: launch.uid, gid: launch.gid }),
  });
  if (launch.standing !== undefined && child.pid !== undefined) stand(launch.standing, child.pid);
  if (launch.input !== undefined) {
    // The process may die before it has read: its exit says so, the broken pipe adds nothing.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(launch.input);
  }
  return child;
}
