import { type AccountInput, type Accounts } from './accounts.js';
import { Problem } from '#foundation/http';
import { ADMINISTRATOR } from './principal.js';

/**
 * Creates the first administrator when there is none and returns the one-time password, which is then known only to
 * the caller; undefined when somebody administers already.
 */
export async function createFirstAdministrator(
  accounts: Accounts,
): Promise<{ username: string; password: string } | undefined> {
  if (await accounts.hasAdministrator()) return undefined;
  const created = await createUnlessThere(accounts, {
    username: 'admin',
    staffRef: 'administrator',
    post: '系统管理员',
    roles: [ADMINISTRATOR],
    grids: [],
    villages: [],
  });
  return created && { username: 'admin', password: created.password };
}

/** Creates accounts with passwords that everybody may know: demonstration only, on a server bound to loopback. */
export async function createDemoAccounts(
  accounts: Accounts,
  inputs: readonly AccountInput[],
  password: string,
): Promise<void> {
  for (const input of inputs) await createUnlessThere(accounts, input, password);
}

/** Two servers may start at once; the one that comes second finds the account there. */
async function createUnlessThere(accounts: Accounts, input: AccountInput, password?: string) {
  try {
    return await accounts.create(input, password);
  } catch (error) {
    if (error instanceof Problem && error.code === 'NAME_TAKEN') return undefined;
    throw error;
  }
}
