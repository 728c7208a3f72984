import { type CanActivate, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type FastifyRequest } from 'fastify';
import { Problem, type RateLimiter, tooManyRequests } from '#foundation/http';
import { Refusal } from '#foundation/process';
import { type Authenticator } from './authenticator.js';
import { holdsAny, type Principal } from './principal.js';

const publicKey = 'liuhen:public';
const rolesKey = 'liuhen:roles';
const oneTimeKey = 'liuhen:one-time';

/** Open to anybody: sign-in, health, the API description. */
export const Public = () => SetMetadata(publicKey, true);
/** Holding one of the roles is enough. Process commands do not use this: their table says who may act. */
export const RequireRoles = (...roles: string[]) => SetMetadata(rolesKey, roles);
/** Allowed while the account is still on its one-time password. */
export const AllowOneTimePassword = () => SetMetadata(oneTimeKey, true);

const principals = new WeakMap<FastifyRequest, Principal>();

/** The principal that the guard found; throws 401 in a public handler that forgot there may be none. */
export function principalOfRequest(request: FastifyRequest): Principal {
  const principal = principals.get(request);
  if (!principal) throw new Problem(401, 'SIGN_IN_REQUIRED');
  return principal;
}

export const CurrentPrincipal = createParamDecorator((_: unknown, context: ExecutionContext) =>
  principalOfRequest(context.switchToHttp().getRequest<FastifyRequest>()),
);

/**
 * Stands before every route: signed in unless the route is public, with a role where one is asked for, and not
 * faster than the brake allows.
 */
export class AuthenticationGuard implements CanActivate {
  private readonly reflector = new Reflector();

  constructor(
    private readonly authenticator: Authenticator,
    private readonly limiter: RateLimiter | undefined,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(publicKey, targets)) {
      this.brake(request.ip);
      return true;
    }
    const found = this.authenticator.principalOf(request);
    return found instanceof Promise
      ? found.then((principal) => this.admit(request, targets, principal))
      : this.admit(request, targets, found);
  }

  private admit(
    request: FastifyRequest,
    targets: Parameters<Reflector['getAllAndOverride']>[1],
    principal: Principal | undefined,
  ): boolean {
    if (!principal) {
      this.brake(request.ip);
      throw new Problem(401, 'SIGN_IN_REQUIRED');
    }
    if (principal.kind === 'account') this.brake(principal.staffRef);
    if (principal.mustChange && !this.reflector.getAllAndOverride<boolean | undefined>(oneTimeKey, targets)) {
      throw new Problem(403, 'PASSWORD_CHANGE_REQUIRED');
    }
    const wanted = this.reflector.getAllAndOverride<string[] | undefined>(rolesKey, targets);
    if (wanted && !holdsAny(principal, wanted)) {
      throw new Refusal('R-ALL-04', 'forbidden', { reason: `one of ${wanted.join(', ')} is needed` });
    }
    principals.set(request, principal);
    return true;
  }

  private brake(caller: string): void {
    const wait = this.limiter?.take(caller) ?? 0;
    if (wait > 0) throw tooManyRequests(wait);
  }
}
