import { randomBytes } from 'node:crypto';
import { type Algorithm, hash, verify } from '@node-rs/argon2';

/** OWASP's first recommendation for argon2id (2024): 19 MiB, two passes, one lane. */
const cost = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const minPasswordLength = 12;
/** A bound on the work that one sign-in can cause. */
export const maxPasswordLength = 128;

/** Normalised, so that the same characters typed on another keyboard are the same password. */
const asTyped = (password: string): string => password.normalize('NFKC');

export const hashPassword = (password: string): Promise<string> => hash(asTyped(password), cost);

export const passwordMatches = (stored: string, password: string): Promise<boolean> =>
  verify(stored, asTyped(password));

/** 120 random bits, typeable: for first sign-in only. */
export const oneTimePassword = (): string => randomBytes(15).toString('base64url');

let decoy: Promise<string> | undefined;

/** Does the work of a comparison where there is no account, so that time does not tell which names exist. */
export async function compareWithNobody(password: string): Promise<false> {
  decoy ??= hashPassword(oneTimePassword());
  await passwordMatches(await decoy, password);
  return false;
}
