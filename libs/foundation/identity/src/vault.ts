import { type Generated, Kysely, PostgresDialect, sql } from 'kysely';
import { type Pool } from 'pg';

export interface AccountTable {
  id: string;
  /** Lower case, unique. */
  username: string;
  /** Code of the staff register; one account a person, or two-person rules would mean nothing. */
  staff_ref: string;
  /** The post, never the name of its holder. */
  post: string;
  roles: string[];
  grids: string[];
  villages: string[];
  /** argon2id in PHC format. */
  password_hash: string;
  disabled: Generated<boolean>;
  must_change: boolean;
  created_at: Generated<Date>;
}

export interface SessionTable {
  /** SHA-256 (hex) of the token: a copy of this table opens no session. */
  token_hash: string;
  account_id: string;
  created_at: Generated<Date>;
  expires_at: Date;
  last_seen_at: Generated<Date>;
}

export interface VaultDatabase {
  'vault.account': AccountTable;
  'vault.session': SessionTable;
}

export type Vault = Kysely<VaultDatabase>;

export const openVault = (pool: Pool): Vault => new Kysely<VaultDatabase>({ dialect: new PostgresDialect({ pool }) });

/** Applied in order, each once and never edited: the vault is a truth of its own and cannot be rebuilt from the log. */
const migrations: readonly { readonly name: string; readonly statements: readonly string[] }[] = [
  {
    name: '001-accounts-and-sessions',
    statements: [
      `create table vault.account (
        id uuid primary key,
        username text not null unique,
        staff_ref text not null unique,
        post text not null,
        roles text[] not null,
        grids text[] not null,
        villages text[] not null,
        password_hash text not null,
        disabled boolean not null default false,
        must_change boolean not null,
        created_at timestamptz not null default now()
      )`,
      `create table vault.session (
        token_hash text primary key,
        account_id uuid not null references vault.account (id) on delete cascade,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        last_seen_at timestamptz not null default now()
      )`,
      'create index session_account on vault.session (account_id)',
      'create index session_expiry on vault.session (expires_at)',
    ],
  },
];

/** Any constant: it only has to be the same in every process that migrates the vault. */
const migrationLock = 7_301_001;

/** Brings schema `vault` up to date; safe to run from several processes at once. */
export async function migrateVault(vault: Vault): Promise<void> {
  await vault.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${migrationLock})`.execute(tx);
    await sql`create schema if not exists vault`.execute(tx);
    await sql`create table if not exists vault.migration (
      name text primary key, applied_at timestamptz not null default now())`.execute(tx);
    const applied = await sql<{ name: string }>`select name from vault.migration`.execute(tx);
    const done = new Set(applied.rows.map(({ name }) => name));
    for (const migration of migrations.filter(({ name }) => !done.has(name))) {
      for (const statement of migration.statements) await sql.raw(statement).execute(tx);
      await sql`insert into vault.migration (name) values (${migration.name})`.execute(tx);
    }
  });
}
