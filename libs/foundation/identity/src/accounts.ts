import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { Problem } from '#foundation/http';
import { hashPassword, oneTimePassword, passwordMatches } from './passwords.js';
import { ADMINISTRATOR, type Principal } from './principal.js';
import { type AccountTable, type Vault } from './vault.js';

/** An account as it may be shown: never its password hash. */
export interface Account {
  readonly id: string;
  readonly username: string;
  readonly staffRef: string;
  readonly post: string;
  readonly roles: readonly string[];
  readonly grids: readonly string[];
  readonly villages: readonly string[];
  readonly disabled: boolean;
  readonly mustChange: boolean;
  readonly createdAt: string;
}

export type AccountInput = Pick<Account, 'username' | 'staffRef' | 'post' | 'roles' | 'grids' | 'villages'>;
export type AccountScope = Pick<Account, 'post' | 'roles' | 'grids' | 'villages' | 'disabled'>;

type Row = {
  [Column in keyof Omit<AccountTable, 'password_hash' | 'disabled' | 'created_at'>]: AccountTable[Column];
} & {
  disabled: boolean;
  created_at: Date;
};

const shown = [
  'id',
  'username',
  'staff_ref',
  'post',
  'roles',
  'grids',
  'villages',
  'disabled',
  'must_change',
  'created_at',
] as const;

export const accountOf = (row: Row): Account => ({
  id: row.id,
  username: row.username,
  staffRef: row.staff_ref,
  post: row.post,
  roles: row.roles,
  grids: row.grids,
  villages: row.villages,
  disabled: row.disabled,
  mustChange: row.must_change,
  createdAt: row.created_at.toISOString(),
});

export const principalOf = (account: Omit<Account, 'createdAt' | 'disabled'>): Principal => ({
  staffRef: account.staffRef,
  roles: account.roles,
  grids: account.grids,
  villages: account.villages,
  kind: 'account',
  ...(account.mustChange ? { mustChange: true } : {}),
});

/** Staff accounts in the vault. Which roles a person may hold is the caller's question to the staff register. */
export class Accounts {
  constructor(private readonly vault: Vault) {}

  async list(): Promise<Account[]> {
    const rows = await this.vault.selectFrom('vault.account').select(shown).orderBy('username').execute();
    return rows.map(accountOf);
  }

  async find(id: string): Promise<Account | undefined> {
    const row = await this.vault.selectFrom('vault.account').select(shown).where('id', '=', id).executeTakeFirst();
    return row && accountOf(row);
  }

  /**
   * Creates an account with a one-time password, or with a given one that stays.
   * @returns the password in clear, the only time it is known.
   * @throws Problem 409 NAME_TAKEN when the user name or the staff code already has an account.
   */
  async create(input: AccountInput, password?: string): Promise<{ account: Account; password: string }> {
    const initial = password ?? oneTimePassword();
    const row = await this.vault
      .insertInto('vault.account')
      .values({
        id: randomUUID(),
        username: input.username,
        staff_ref: input.staffRef,
        post: input.post,
        roles: [...input.roles],
        grids: [...input.grids],
        villages: [...input.villages],
        password_hash: await hashPassword(initial),
        must_change: password === undefined,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning(shown)
      .executeTakeFirst();
    if (!row)
      throw new Problem(409, 'NAME_TAKEN', { reason: 'the user name or the staff code already has an account' });
    return { account: accountOf(row), password: initial };
  }

  /** Whether anybody can administer accounts yet; false only before the first start. */
  async hasAdministrator(): Promise<boolean> {
    const row = await this.vault
      .selectFrom('vault.account')
      .select('id')
      .where(sql<boolean>`${ADMINISTRATOR} = any(roles)`)
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  }

  /**
   * Changes post, roles, scope or the disabled mark, and ends the account's sessions.
   * @throws Problem 409 LAST_ADMINISTRATOR when nobody would be left to administer accounts.
   */
  async change(id: string, change: Partial<AccountScope>): Promise<Account | undefined> {
    return this.vault.transaction().execute(async (tx) => {
      const administrators = tx
        .selectFrom('vault.account')
        .select('id')
        .where(sql<boolean>`${ADMINISTRATOR} = any(roles)`)
        .where('disabled', '=', false);
      // Locked first and in one order, so that two administrators cannot disable each other at the same time.
      await administrators.orderBy('id').forUpdate().execute();
      const row = await tx
        .updateTable('vault.account')
        .set({
          post: change.post,
          roles: change.roles && [...change.roles],
          grids: change.grids && [...change.grids],
          villages: change.villages && [...change.villages],
          disabled: change.disabled,
        })
        .where('id', '=', id)
        .returning(shown)
        .executeTakeFirst();
      if (!row) return undefined;
      if (!(await administrators.limit(1).executeTakeFirst())) throw new Problem(409, 'LAST_ADMINISTRATOR');
      await tx.deleteFrom('vault.session').where('account_id', '=', id).execute();
      return accountOf(row);
    });
  }

  /** Gives a new one-time password and ends the account's sessions; undefined when there is no such account. */
  async reset(id: string): Promise<string | undefined> {
    const password = oneTimePassword();
    return (await this.storePassword(id, password, true)) ? password : undefined;
  }

  /** Replaces the password after comparing the present one; false when that does not match. */
  async replacePassword(id: string, present: string, next: string): Promise<boolean> {
    const row = await this.vault
      .selectFrom('vault.account')
      .select('password_hash')
      .where('id', '=', id)
      .executeTakeFirst();
    if (!row || !(await passwordMatches(row.password_hash, present))) return false;
    return this.storePassword(id, next, false);
  }

  private async storePassword(id: string, password: string, mustChange: boolean): Promise<boolean> {
    const password_hash = await hashPassword(password);
    return this.vault.transaction().execute(async (tx) => {
      const row = await tx
        .updateTable('vault.account')
        .set({ password_hash, must_change: mustChange })
        .where('id', '=', id)
        .returning('id')
        .executeTakeFirst();
      if (row) await tx.deleteFrom('vault.session').where('account_id', '=', id).execute();
      return row !== undefined;
    });
  }
}
