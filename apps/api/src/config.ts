import { isLoopback } from '#foundation/identity';

/** What the api is told by its environment. */
export interface ApiConfig {
  readonly host: string;
  readonly port: number;
  readonly eventstoreUrl: string;
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly operatorToken?: string;
  /** Demonstration: accounts with passwords that everybody knows. */
  readonly demo: boolean;
  readonly beyondLoopback: boolean;
  /** Requests a second that one caller may send for long; undefined is no limit. */
  readonly requestsPerSecond?: number;
  /** Addresses of reverse proxies whose `X-Forwarded-For` is believed. */
  readonly trustProxy: readonly string[];
}

const defaultRequestsPerSecond = 1000;

/** @throws Error in one plain sentence when something is missing, wrong, or not safe. */
export function readConfig(env: NodeJS.ProcessEnv): ApiConfig {
  const setting = (name: string): string | undefined => env[name] || undefined;
  const required = (name: string): string => {
    const value = setting(name);
    if (!value) throw new Error(`${name} is not set; npm start sets it`);
    return value;
  };
  const host = setting('HOST') ?? '127.0.0.1';
  const beyondLoopback = !isLoopback(host);
  const demo = setting('LIUHEN_DEMO') === '1';
  if (demo && beyondLoopback) throw new Error(`the demo is for this machine alone: it does not listen on ${host}`);
  const operatorToken = setting('LIUHEN_OPERATOR_TOKEN');
  if (operatorToken !== undefined && operatorToken.length < 32) {
    throw new Error('LIUHEN_OPERATOR_TOKEN must have at least 32 characters');
  }
  return {
    host,
    port: wholeNumber('PORT', setting('PORT') ?? '3000', 0, 65_535),
    eventstoreUrl: required('EVENTSTORE_URL'),
    databaseUrl: required('DATABASE_URL'),
    redisUrl: required('REDIS_URL'),
    operatorToken,
    demo,
    beyondLoopback,
    requestsPerSecond: rateLimit(setting('LIUHEN_RATE_LIMIT')),
    trustProxy:
      setting('LIUHEN_TRUST_PROXY')
        ?.split(',')
        .map((address) => address.trim()) ?? [],
  };
}

function rateLimit(text: string | undefined): number | undefined {
  if (text === undefined) return defaultRequestsPerSecond;
  return text === 'off' ? undefined : wholeNumber('LIUHEN_RATE_LIMIT', text, 1, 1_000_000);
}

function wholeNumber(name: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max) {
    throw new Error(`${name} must be a whole number from ${min} to ${max}`);
  }
  return value;
}
