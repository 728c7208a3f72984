import { spawnSync } from 'node:child_process';

export interface Wanted {
  /** Program that must be on the path. */
  readonly program: string;
  /** Debian's package that holds it. */
  readonly debianPackage: string;
  /** What to do where it cannot be installed here, in one line. */
  readonly advice: string;
}

const isInstalled = (program: string): boolean => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;

/**
 * Makes sure that a program can be started: on the path, else installed by apt when we may (root, or sudo without a
 * password). @throws Error with the advice otherwise
 */
export function ensureInstalled({ program, debianPackage, advice }: Wanted, say: (line: string) => void): void {
  if (isInstalled(program)) return;
  if (!isInstalled('apt-get')) throw new Error(advice);
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  if (sudo.length > 0 && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status !== 0) throw new Error(advice);
  say(`${program} is missing: installing ${debianPackage} with apt`);
  const apt = (...args: string[]) => {
    const line = [
      ...sudo,
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      '-q',
      '-y',
      '-o',
      'DPkg::Lock::Timeout=120',
      ...args,
    ];
    return spawnSync(line[0]!, line.slice(1), { stdio: 'pipe', encoding: 'utf8' });
  };
  const install = () => apt('install', '--no-install-recommends', debianPackage);
  // Package lists are absent or stale on many plain machines; refreshing them is slow, so only when it is needed.
  let installed = install();
  if (installed.status !== 0) {
    apt('update');
    installed = install();
  }
  if (!isInstalled(program)) throw new Error(`${advice}\n${installed.stderr}`);
}
