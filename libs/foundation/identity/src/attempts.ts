const windowMs = 15 * 60 * 1000;
const limits = {
  /** One person at one desk. */
  pair: 5,
  /** One account from everywhere: high enough that a stranger cannot easily lock somebody out. */
  account: 50,
  /** One address with many names: a whole office may sit behind it. */
  address: 50,
};
const maxRemembered = 50_000;

interface Count {
  attempts: number;
  until: number;
}

/**
 * Counts failed sign-ins by account and address within a quarter of an hour. An attempt counts before its password
 * is compared, so that guesses sent at once do not slip through together; a success takes its count back.
 * Kept in the memory of this process: a restart forgives, and nothing about people is stored.
 */
export class SignInAttempts {
  private readonly counts = new Map<string, Count>();

  /** Counts an attempt. Answers 0 when it may go on, else the whole seconds until the next one may. */
  begin(username: string, address: string, now = Date.now()): number {
    const keys = keysOf(username, address);
    for (const [kind, key] of keys) {
      const count = this.counts.get(key);
      if (count && count.until > now && count.attempts >= limits[kind]) return Math.ceil((count.until - now) / 1000);
    }
    for (const [, key] of keys) {
      const count = this.counts.get(key);
      if (count && count.until > now) count.attempts += 1;
      else {
        this.counts.delete(key);
        this.counts.set(key, { attempts: 1, until: now + windowMs });
      }
    }
    this.forgetOldest();
    return 0;
  }

  succeeded(username: string, address: string): void {
    for (const [kind, key] of keysOf(username, address)) {
      const count = this.counts.get(key);
      if (!count) continue;
      if (kind === 'pair') this.counts.delete(key);
      else count.attempts = Math.max(0, count.attempts - 1);
    }
  }

  private forgetOldest(): void {
    for (const key of this.counts.keys()) {
      if (this.counts.size <= maxRemembered) return;
      this.counts.delete(key);
    }
  }
}

const keysOf = (username: string, address: string) =>
  [
    ['pair', `p ${address} ${username}`],
    ['account', `u ${username}`],
    ['address', `a ${address}`],
  ] as const;
