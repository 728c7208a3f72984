import { hash, timingSafeEqual } from 'node:crypto';
import { isIP } from 'node:net';
import { parseCookie } from 'cookie';
import { type FastifyRequest } from 'fastify';
import { operator, type Principal } from './principal.js';
import { type ActiveSession, type Sessions } from './sessions.js';

export const sessionCookie = 'liuhen_session';

/** The session token that a request carries: `Authorization: Bearer` for programs, else the cookie of the page. */
export function tokenOf(request: FastifyRequest): string | undefined {
  const { authorization, cookie } = request.headers;
  if (authorization !== undefined) return /^Bearer ([\x21-\x7e]{1,200})$/i.exec(authorization)?.[1];
  return cookie?.includes(sessionCookie) ? parseCookie(cookie)[sessionCookie] : undefined;
}

/** Whether the other end of the connection is this machine and does not speak for somebody behind it. */
export function isLocalCaller(request: FastifyRequest): boolean {
  if (request.headers['x-forwarded-for'] !== undefined || request.headers['forwarded'] !== undefined) return false;
  return isLoopback(request.socket.remoteAddress ?? '');
}

export function isLoopback(host: string): boolean {
  const address = host.replace(/^::ffff:/i, '');
  return address === 'localhost' || address === '::1' || (isIP(address) === 4 && address.startsWith('127.'));
}

/** Tells who is asking. */
export class Authenticator {
  private readonly operatorHash: Buffer | undefined;

  /** @param operatorToken shared by the machine's own command line; without it there is no operator. */
  constructor(
    private readonly sessions: Sessions,
    operatorToken: string | undefined,
  ) {
    this.operatorHash = operatorToken ? digest(operatorToken) : undefined;
  }

  /** The principal of a request, or undefined for a stranger. Synchronous while the session is remembered. */
  principalOf(request: FastifyRequest): Principal | undefined | Promise<Principal | undefined> {
    const token = tokenOf(request);
    if (token === undefined) return undefined;
    if (this.isOperator(token, request)) return operator;
    const session = this.sessions.find(token);
    return session instanceof Promise ? session.then((found) => found?.principal) : session?.principal;
  }

  /** The session behind a request; undefined for strangers and for the operator, who has none. */
  async sessionOf(request: FastifyRequest): Promise<ActiveSession | undefined> {
    const token = tokenOf(request);
    return token === undefined ? undefined : this.sessions.find(token);
  }

  private isOperator(token: string, request: FastifyRequest): boolean {
    if (!this.operatorHash || request.headers.authorization === undefined || !isLocalCaller(request)) return false;
    return timingSafeEqual(this.operatorHash, digest(token));
  }
}

/** Hashes have one length, so comparing them tells nothing about the length of the secret either. */
const digest = (text: string): Buffer => hash('sha256', text, 'buffer');
