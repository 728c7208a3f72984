import { type Role, roles } from '#foundation/process';

/** Manages accounts and settings, and nothing else: not a role of any process, and no case is shown to it. */
export const ADMINISTRATOR = 'ADMINISTRATOR';

/** Roles that an account may hold. The clock is the product itself and signs in nowhere. */
export const accountRoles: readonly string[] = [
  ADMINISTRATOR,
  ...(Object.keys(roles) as Role[]).filter((role) => role !== 'SYSTEM_CLOCK'),
];

/** Who is asking, as every part of the product sees it. */
export interface Principal {
  readonly staffRef: string;
  readonly roles: readonly string[];
  /** Grid cells the account works in; empty together with `villages` means the whole township. */
  readonly grids: readonly string[];
  readonly villages: readonly string[];
  /** `operator` is the local command line on the machine itself; it may also run imports. */
  readonly kind: 'account' | 'operator';
  /** Still on a one-time password: nothing but replacing it is allowed. */
  readonly mustChange?: boolean;
}

/** The person at the machine's own command line (design: the operator token never leaves the machine). */
export const operator: Principal = {
  staffRef: 'operator',
  roles: [ADMINISTRATOR, 'STATISTICIAN', 'DISCIPLINE_AUDITOR'],
  grids: [],
  villages: [],
  kind: 'operator',
};

export const holdsAny = (principal: Principal, wanted: readonly string[]): boolean =>
  wanted.some((role) => principal.roles.includes(role));
