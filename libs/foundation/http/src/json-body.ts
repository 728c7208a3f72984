import { malformed } from './problem.js';

const maxDepth = 32;
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads a JSON body and refuses what no honest client sends and what would fail later in a less clear way:
 * nesting deeper than 32, keys that reach for a prototype, numbers beyond doubles, and text that PostgreSQL or the
 * hash chain cannot hold (NUL, lone surrogates). Walks with its own stack: depth must not become a stack overflow.
 */
export function parseJsonBody(text: string): unknown {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw malformed('the body is not JSON');
  }
  const open: { value: unknown; depth: number }[] = [{ value: parsed, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, depth } = next;
    if (typeof value === 'string') {
      if (!isStorableText(value)) throw malformed('a text holds NUL or an incomplete character');
    } else if (typeof value === 'number') {
      if (!Number.isFinite(value)) throw malformed('a number is too large');
    } else if (typeof value === 'object' && value !== null) {
      if (depth === maxDepth) throw malformed(`the body is nested deeper than ${maxDepth}`);
      if (!Array.isArray(value)) {
        for (const key of Object.keys(value)) {
          if (forbiddenKeys.has(key) || !isStorableText(key)) throw malformed('a field has a forbidden name');
        }
      }
      for (const child of Object.values(value)) open.push({ value: child, depth: depth + 1 });
    }
  }
  return parsed;
}

/** Text that every store of the product can hold as it is. */
export const isStorableText = (value: string): boolean => value.isWellFormed() && !value.includes('\0');
