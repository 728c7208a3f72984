import { type Pool } from 'pg';
import { type RateLimiter } from '#foundation/http';

/** The roles that the township's staff register gives a person; undefined when the code is not in it. */
export interface StaffRoles {
  rolesOf(staffRef: string): readonly string[] | undefined;
}

export abstract class IdentityOptions {
  abstract readonly pool: Pool;
  abstract readonly staff: StaffRoles;
  /** Session cookies only over TLS: whenever the server can be reached from elsewhere. */
  abstract readonly secureCookies: boolean;
  abstract readonly operatorToken?: string;
  /** The brake on callers; none when undefined. */
  abstract readonly limiter?: RateLimiter;
}
