import { hash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { Problem, tooManyRequests } from '#foundation/http';
import { type Account, accountOf, principalOf } from './accounts.js';
import { SignInAttempts } from './attempts.js';
import { compareWithNobody, passwordMatches } from './passwords.js';
import { type Principal } from './principal.js';
import { type Vault } from './vault.js';

/** A working day with its overtime; and gone home means signed out. */
const lifetimeHours = 12;
const idleHours = 4;
/** How long a looked-up session is believed: bounds both the database load and how late a revocation takes effect. */
const cachedMs = 3_000;
const maxCached = 10_000;
const seenEveryMs = 60_000;

const tokenForm = /^[\w-]{43}$/;

interface Cached {
  readonly session: ActiveSession | undefined;
  readonly until: number;
}

export interface ActiveSession {
  readonly principal: Principal;
  readonly accountId: string;
  readonly expiresAt: string;
}

/** Sessions in the vault, by the hash of their token, looked up in memory for a few seconds. */
export class Sessions {
  private readonly cache = new Map<string, Cached>();
  private readonly underway = new Map<string, Promise<ActiveSession | undefined>>();
  private readonly seen = new Map<string, number>();
  private readonly attempts = new SignInAttempts();

  constructor(private readonly vault: Vault) {}

  /**
   * Signs in. Unknown names, disabled accounts and wrong passwords get one and the same answer after the same work.
   * @param address remote address, for throttling only; never stored.
   * @throws Problem 401 WRONG_CREDENTIALS, 429 TOO_MANY_REQUESTS.
   */
  async signIn(
    username: string,
    password: string,
    address: string,
  ): Promise<{ token: string; account: Account; expiresAt: string }> {
    const name = username.toLowerCase();
    const wait = this.attempts.begin(name, address);
    if (wait > 0) throw tooManyRequests(wait);
    const row = await this.vault
      .selectFrom('vault.account')
      .selectAll()
      .where('username', '=', name)
      .where('disabled', '=', false)
      .executeTakeFirst();
    const matches = row ? await passwordMatches(row.password_hash, password) : await compareWithNobody(password);
    if (!row || !matches) throw new Problem(401, 'WRONG_CREDENTIALS');
    this.attempts.succeeded(name, address);
    const token = randomBytes(32).toString('base64url');
    const { expires_at } = await this.vault
      .insertInto('vault.session')
      .values({
        token_hash: hashOf(token),
        account_id: row.id,
        expires_at: sql<Date>`now() + make_interval(hours => ${lifetimeHours})`,
      })
      .returning('expires_at')
      .executeTakeFirstOrThrow();
    await this.vault
      .deleteFrom('vault.session')
      .where('expires_at', '<', sql<Date>`now()`)
      .execute();
    return { token, account: accountOf(row), expiresAt: expires_at.toISOString() };
  }

  /** The session of a token. Answers at once while it is remembered, so that busy callers cost no database work. */
  find(token: string): ActiveSession | undefined | Promise<ActiveSession | undefined> {
    if (!tokenForm.test(token)) return undefined;
    const key = hashOf(token);
    const cached = this.cache.get(key);
    if (cached && cached.until > Date.now()) return cached.session;
    const underway = this.underway.get(key);
    if (underway) return underway;
    const lookup = this.lookUp(key).finally(() => this.underway.delete(key));
    this.underway.set(key, lookup);
    return lookup;
  }

  /** Ends one session: signing out. */
  async end(token: string): Promise<void> {
    const key = hashOf(token);
    await this.vault.deleteFrom('vault.session').where('token_hash', '=', key).execute();
    this.cache.delete(key);
  }

  /** Forgets what is remembered, after an account was changed here; other processes follow within seconds. */
  forget(): void {
    this.cache.clear();
  }

  private async lookUp(key: string): Promise<ActiveSession | undefined> {
    const row = await this.vault
      .selectFrom('vault.session as session')
      .innerJoin('vault.account as account', 'account.id', 'session.account_id')
      .select([
        'account.id',
        'account.username',
        'account.staff_ref',
        'account.post',
        'account.roles',
        'account.grids',
        'account.villages',
        'account.disabled',
        'account.must_change',
        'account.created_at',
        'session.expires_at',
      ])
      .where('session.token_hash', '=', key)
      .where('account.disabled', '=', false)
      .where('session.expires_at', '>', sql<Date>`now()`)
      .where('session.last_seen_at', '>', sql<Date>`now() - make_interval(hours => ${idleHours})`)
      .executeTakeFirst();
    const session = row && {
      principal: principalOf(accountOf(row)),
      accountId: row.id,
      expiresAt: row.expires_at.toISOString(),
    };
    this.cache.delete(key);
    // Unknown tokens are not remembered: whoever makes them up must not fill the memory.
    if (session) {
      this.cache.set(key, { session, until: Math.min(Date.now() + cachedMs, row.expires_at.getTime()) });
      if (this.cache.size > maxCached) this.cache.clear();
      await this.markSeen(key);
    }
    return session;
  }

  private async markSeen(key: string): Promise<void> {
    const now = Date.now();
    if (now - (this.seen.get(key) ?? 0) < seenEveryMs) return;
    if (this.seen.size > maxCached) this.seen.clear();
    this.seen.set(key, now);
    await this.vault
      .updateTable('vault.session')
      .set({ last_seen_at: sql<Date>`now()` })
      .where('token_hash', '=', key)
      .execute();
  }
}

const hashOf = (token: string): string => hash('sha256', token, 'hex');
