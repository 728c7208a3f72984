import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Random, made once for a data folder; the passwords are those of servers that listen on loopback only. */
export interface Secrets {
  postgresPassword: string;
  redisPassword: string;
  /** Lets the `liuhen` command of this machine's operator act without signing in. */
  operatorToken: string;
}

export function loadSecrets(dataDir: string): Secrets {
  const path = join(dataDir, 'run/secrets.json');
  if (!existsSync(path)) {
    const random = () => randomBytes(24).toString('base64url');
    const secrets: Secrets = { postgresPassword: random(), redisPassword: random(), operatorToken: random() };
    writeFileSync(`${path}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${path}.new`, path);
  }
  return JSON.parse(readFileSync(path, 'utf8')) as Secrets;
}
