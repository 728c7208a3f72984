import { type FieldSpec } from './fields.js';
import { type Step } from './process.js';

export interface Replacement {
  readonly data: Readonly<Record<string, unknown>>;
  /** Names or values in `replacedFields` that make no sense for the corrected event. */
  readonly faults: readonly string[];
}

/**
 * Puts the `name=value` pairs of a correction into the data of the event it corrects. An empty value takes an
 * optional field away; several values of a list are set off by `、` or `|`, texts by `；` or `|` because they hold `、`
 * themselves. Total: what cannot be read is left out and named in `faults`, which deciding refuses and folding ignores.
 */
export function replacedData(
  step: Step,
  data: Readonly<Record<string, unknown>>,
  replacedFields: unknown,
): Replacement {
  const next: Record<string, unknown> = { ...data };
  const faults: string[] = [];
  for (const pair of Array.isArray(replacedFields) ? replacedFields : []) {
    const [, name, text] = /^\s*([A-Za-z][A-Za-z0-9]*)\s*=(.*)$/su.exec(String(pair)) ?? [];
    const field = step.fields.find((each) => each.name === name);
    if (!field || text === undefined) {
      faults.push(String(pair));
      continue;
    }
    const value = readValue(field, text.trim());
    if (value === unreadable) faults.push(String(pair));
    else if (value === undefined) delete next[field.name];
    else next[field.name] = value;
  }
  return { data: next, faults };
}

const unreadable = Symbol('unreadable');

function readValue(field: FieldSpec, text: string): unknown {
  if (text === '') return field.optional ? undefined : unreadable;
  if (field.list) {
    const values = text
      .split(field.type === 'text' ? /[；|]/u : /[、|]/u)
      .map((each) => readScalar(field, each.trim()));
    return values.includes(unreadable) ? unreadable : values;
  }
  return readScalar(field, text);
}

function readScalar(field: FieldSpec, text: string): unknown {
  if (field.type === 'int') return /^-?\d{1,15}$/.test(text) ? Number(text) : unreadable;
  if (field.type === 'bool') return text === 'true' ? true : text === 'false' ? false : unreadable;
  return text;
}
