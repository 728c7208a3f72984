import { type ValidationError, validateSync } from 'class-validator';
import { findPersonalData } from '#foundation/privacy';
import { type FieldSpec, fieldsOf, type FieldType, fits } from './fields.js';
import { type Step } from './process.js';
import { type RefusalCode } from './refusal.js';

export interface FieldFault {
  readonly field: string;
  readonly code: RefusalCode;
}

export interface Shape<Command extends object = object> {
  readonly command: Command;
  /** Values that cannot be read as the field asks, and fields that the command does not have. */
  readonly malformed: readonly FieldFault[];
  /**
   * What the step's own rules find before its guards: required fields that are absent, and codes outside a list whose
   * step names its own refusal for them. Each with that code.
   */
  readonly missing: readonly FieldFault[];
}

const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/** Reads a request body as a command: never throws, whatever the body holds. */
export function shapeOf(
  step: Pick<Step, 'command' | 'fields' | 'unwanted'>,
  body: Readonly<Record<string, unknown>>,
): Shape {
  const shape = shapeOfClass(step.command, step.fields, body, step.unwanted);
  for (const field of step.fields) {
    if (!field.struct || shape.malformed.some((fault) => fault.field === field.name)) continue;
    const value = (shape.command as Record<string, unknown>)[field.name];
    const items = value === undefined ? [] : Array.isArray(value) ? value : [value];
    for (const [index, item] of items.entries()) {
      const path = field.list ? `${field.name}.${index}` : field.name;
      const inner = shapeOfClass(field.struct, fieldsOf(field.struct), item as Record<string, unknown>);
      for (const fault of [...inner.malformed, ...inner.missing])
        shape.malformed.push({ field: `${path}.${fault.field}`, code: fault.code });
    }
  }
  return shape;
}

interface OpenShape extends Shape {
  readonly malformed: FieldFault[];
}

function shapeOfClass(
  type: new () => object,
  fields: readonly FieldSpec[],
  body: Readonly<Record<string, unknown>>,
  unwanted?: Step['unwanted'],
): OpenShape {
  const command = new type() as Record<string, unknown>;
  const malformed: FieldFault[] = [];
  const missing: FieldFault[] = [];
  const names = new Set(fields.map((field) => field.name));
  for (const name of Object.keys(body))
    if (!names.has(name))
      malformed.push({ field: name, code: unwanted?.names.test(name) ? unwanted.code : 'R-ALL-05' });
  for (const field of fields) {
    const value = Object.hasOwn(body, field.name) ? body[field.name] : undefined;
    if (isAbsent(field, value)) {
      if (!field.optional) missing.push({ field: field.name, code: field.missing });
    } else {
      command[field.name] = value;
    }
  }
  if (fields.every((field) => !Object.hasOwn(command, field.name) || fits(field, command[field.name])))
    return { command, malformed, missing };
  const absent = new Set(missing.map((fault) => fault.field));
  for (const error of validateSync(command, { forbidUnknownValues: false })) {
    if (absent.has(error.property)) continue;
    const outside = fields.find((field) => field.name === error.property)?.outside;
    if (outside && Object.keys(error.constraints ?? {}).every((name) => name === 'isIn'))
      missing.push({ field: error.property, code: outside });
    else malformed.push({ field: error.property, code: codeOf(fields, error) });
  }
  return { command, malformed, missing };
}

function isAbsent(field: FieldSpec, value: unknown): boolean {
  if (isBlank(value)) return true;
  return field.list && Array.isArray(value) && value.length === 0 && !field.emptyAllowed;
}

function codeOf(fields: readonly FieldSpec[], error: ValidationError): RefusalCode {
  return fields.find((field) => field.name === error.property)?.type === 'int' ? 'R-ALL-07' : 'R-ALL-05';
}

/** Every declared field with each of its values, those within structures included. */
function eachValue(fields: readonly FieldSpec[], owner: object, tell: (field: FieldSpec, value: unknown) => void): void {
  for (const field of fields) {
    const value = (owner as Record<string, unknown>)[field.name];
    for (const each of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (!field.struct) tell(field, each);
      else if (typeof each === 'object' && each !== null) eachValue(fieldsOf(field.struct), each, tell);
    }
  }
}

/** Whole numbers below zero, or zero where the field must be positive (R-ALL-07). */
export function signFaults(step: Pick<Step, 'fields'>, command: object): readonly FieldFault[] {
  const faults: FieldFault[] = [];
  eachValue(step.fields, command, (field, value) => {
    if (typeof value !== 'number' || field.type !== 'int' || field.sign === 'rule') return;
    if (value < 0 || (value === 0 && field.sign === 'positive')) faults.push({ field: field.name, code: 'R-ALL-07' });
  });
  return faults;
}

const opaque = /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?:sha256:)?[0-9a-f]{64})$/i;

const freeTexts: readonly string[] = ['text', 'string', 'ref', 'doc'] satisfies FieldType[];

/** Texts that hold an identity-card, telephone or bank-card number (R-ALL-11): these belong into the vault only. */
export function personalDataFaults(step: Pick<Step, 'fields'>, command: object): readonly FieldFault[] {
  const faults: FieldFault[] = [];
  eachValue(step.fields, command, (field, text) => {
    if (typeof text !== 'string' || !(freeTexts.includes(field.type) || field.codeList?.open)) return;
    if (!opaque.test(text) && findPersonalData(text)) faults.push({ field: field.name, code: 'R-ALL-11' });
  });
  return faults;
}
