import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Launch } from './launch.js';

export interface Owner {
  uid: number;
  gid: number;
}

const account = 'postgres';

/**
 * The account PostgreSQL runs as when we are root, which it refuses to be; created when the system has none.
 * Undefined when we are not root: PostgreSQL then runs as we do.
 */
export function serverOwner(): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync('id', [flag, account], { encoding: 'utf8', stdio: 'pipe' }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', account], { stdio: 'pipe' });
    return { uid: id('-u'), gid: id('-g') };
  }
}

/** Whether every folder above `path` lets `owner` through. */
function canReach(path: string, owner: Owner): boolean {
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder);
    const enter = uid === owner.uid ? 0o100 : gid === owner.gid ? 0o010 : 0o001;
    if ((mode & enter) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/**
 * Makes a launch run as `owner`. Root's own folders (a home, a `mktemp -d`) are closed to other accounts, and the
 * program or its data may lie below one: the process then keeps the single capability that opens folders, and
 * nothing else of root.
 *
 * @param paths what the process must be able to reach; their parent folders exist.
 */
export function runAs(launch: Launch, owner: Owner | undefined, paths: string[]): Launch {
  if (owner === undefined) return launch;
  if (paths.every((path) => canReach(path, owner))) return { ...launch, ...owner };
  const only = '-all,+dac_override';
  const capability = [`--inh-caps=${only}`, `--ambient-caps=${only}`, `--bounding-set=${only}`];
  // initdb asks access(2) whether it may run its companions, which leaves capabilities out of account without this.
  capability.push('--securebits=+no_setuid_fixup');
  const identity = [`--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups'];
  return { ...launch, command: 'setpriv', args: [...identity, ...capability, launch.command, ...launch.args] };
}
