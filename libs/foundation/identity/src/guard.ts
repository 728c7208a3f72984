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

/** Who may use a route, as it is marked. */
interface RouteRule {
  readonly isPublic: boolean;
  readonly allowsOneTimePassword: boolean;
  readonly roles: readonly string[] | undefined;
}

/**
 * Stands before every route: signed in unless the route is public, with a role where one is asked for, and not
 * faster than the brake allows.
 */
export class AuthenticationGuard implements CanActivate {
  private readonly reflector = new Reflector();
  private readonly rules = new Map<object, Map<object, RouteRule>>();

  constructor(
    private readonly authenticator: Authenticator,
    private readonly limiter: RateLimiter | undefined,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const rule = this.ruleOf(context);
    if (rule.isPublic) {
      this.brake(request.ip);
      return true;
    }
    const found = this.authenticator.principalOf(request);
    return found instanceof Promise
      ? found.then((principal) => this.admit(request, rule, principal))
      : this.admit(request, rule, found);
  }

  /** Kept: what a route is marked with never changes, and every request asks. */
  private ruleOf(context: ExecutionContext): RouteRule {
    const targets = [context.getHandler(), context.getClass()] as const;
    let ofClass = this.rules.get(targets[1]);
    if (!ofClass) this.rules.set(targets[1], (ofClass = new Map()));
    let rule = ofClass.get(targets[0]);
    if (!rule) {
      const marked = <T>(key: string): T | undefined =>
        this.reflector.getAllAndOverride<T | undefined>(key, [...targets]);
      rule = {
        isPublic: marked<boolean>(publicKey) === true,
        allowsOneTimePassword: marked<boolean>(oneTimeKey) === true,
        roles: marked<readonly string[]>(rolesKey),
      };
      ofClass.set(targets[0], rule);
    }
    return rule;
  }

  private admit(
    request: FastifyRequest,
    { allowsOneTimePassword, roles: wanted }: RouteRule,
    principal: Principal | undefined,
  ): boolean {
    if (!principal) {
      this.brake(request.ip);
      throw new Problem(401, 'SIGN_IN_REQUIRED');
    }
    if (principal.kind === 'account') this.brake(principal.staffRef);
    if (principal.mustChange && !allowsOneTimePassword) throw new Problem(403, 'PASSWORD_CHANGE_REQUIRED');
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
