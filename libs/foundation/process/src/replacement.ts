import { type FieldSpec, fieldsOf } from './fields.js';
import { type Step } from './process.js';

export interface Replacement {
  readonly data: Readonly<Record<string, unknown>>;
  /** Names or values in `replacedFields` that make no sense for the corrected event. */
  readonly faults: readonly string[];
}

/**
 * Puts the `name=value` pairs of a correction into the data of the event it corrects. An empty value takes an
 * optional field away; several values of a list are set off by `、` or `|`, texts by `；` or `|` because they hold `、`
 * themselves; a value within a list of structures is named by its place there. Total: what cannot be read is left out and named in `faults`, which deciding refuses and folding ignores.
 */
export function replacedData(
  step: Step,
  data: Readonly<Record<string, unknown>>,
  replacedFields: unknown,
): Replacement {
  const next: Record<string, unknown> = { ...data };
  const faults: string[] = [];
  for (const pair of Array.isArray(replacedFields) ? replacedFields : []) {
    const [, name, number, inner, text] = pairForm.exec(String(pair)) ?? [];
    const field = step.fields.find((each) => each.name === name);
    const placed =
      field && text !== undefined && (inner === undefined) === !field.struct
        ? inner === undefined
          ? place(next, field, text)
          : placeWithin(next, field, Number(number), inner, text)
        : false;
    if (!placed) faults.push(String(pair));
  }
  return { data: next, faults };
}

/** `storeys=2`, or `buildings[1].storeys=2` for the first of a list of structures. */
const pairForm = /^\s*([A-Za-z][A-Za-z0-9]*)(?:\[([1-9]\d{0,2})\]\.([A-Za-z][A-Za-z0-9]*))?\s*=(.*)$/su;

function place(data: Record<string, unknown>, field: FieldSpec, text: string): boolean {
  const value = readValue(field, text.trim());
  if (value === unreadable) return false;
  if (value === undefined) delete data[field.name];
  else data[field.name] = value;
  return true;
}

function placeWithin(
  data: Record<string, unknown>,
  field: FieldSpec,
  number: number,
  inner: string,
  text: string,
): boolean {
  const items: unknown = data[field.name];
  const innerField = field.struct && fieldsOf(field.struct).find((each) => each.name === inner);
  if (!innerField || !Array.isArray(items) || number > items.length) return false;
  const changed: Record<string, unknown> = { ...(items[number - 1] as object) };
  data[field.name] = items.with(number - 1, changed);
  return place(changed, innerField, text);
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
