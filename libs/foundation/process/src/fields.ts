import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsObject,
  IsString,
  MaxLength,
  Validate,
  ValidateIf,
  ValidatorConstraint,
  type ValidatorConstraintInterface,
} from 'class-validator';
import { isLocalDate } from '#foundation/calendar';
import { type CodeList } from './code-list.js';
import { isMoment } from './moment.js';
import { type RefusalCode } from './refusal.js';
import { type Text } from './text.js';

export type FieldType = 'date' | 'datetime' | 'text' | 'string' | 'ref' | 'doc' | 'code' | 'int' | 'bool' | 'struct';

/**
 * Stored units (processes.md 0.3): always whole numbers. Fixed where arithmetic or display depends on it; counting
 * units (`set`, `household`, `building`, ...) name themselves. `person` marks a list of staff or witnesses.
 */
export type Unit = 'dm2' | 'centimu' | 'fen' | 'kg' | 'm' | 'cm' | 'head' | 'bp' | 'person' | 'day' | (string & {});

/** A structure within a command, such as one building of a survey: a class of fields of its own. */
export type StructClass = new () => object;

/** One field of a command, as the form, the API description, the catalogue and the validator know it. */
export interface FieldSpec {
  readonly name: string;
  readonly type: FieldType;
  readonly label: Text;
  readonly list: boolean;
  readonly optional: boolean;
  readonly unit?: Unit;
  readonly codeList?: CodeList;
  readonly struct?: StructClass;
  /** Code of the refusal when a required field is absent: R-ALL-05 unless the step's own rule names it. */
  readonly missing: RefusalCode;
  /** Code of the refusal for a code outside the list, where the step's own rule names it: R-PET-04 for a duty. */
  readonly outside?: RefusalCode;
  /** R-ALL-07 for whole numbers: below zero, or zero where it must be positive. `rule` leaves it to a guard. */
  readonly sign: 'positive' | 'not-negative' | 'rule';
  /** Staff picker: the field names people of the township's register, never citizens. */
  readonly staff: boolean;
  /** An empty list is a statement here, not an omission. */
  readonly emptyAllowed: boolean;
}

interface FieldOptions {
  readonly optional?: boolean;
  readonly list?: boolean;
  readonly missing?: RefusalCode;
  readonly emptyAllowed?: boolean;
}

const registry = new Map<object, FieldSpec[]>();

/** The declared fields of a command class in order of declaration, those of its parent class first. */
export function fieldsOf(command: { prototype: object }): readonly FieldSpec[] {
  const fields: FieldSpec[] = [];
  for (let target: object | null = command.prototype; target; target = Object.getPrototypeOf(target) as object | null)
    fields.unshift(...(registry.get(target) ?? []));
  return fields;
}

/** Items of a list, and characters of a text of each kind. */
export const maxItems = 200;
export const maxTextLength = 4000;
export const maxStringLength = 200;

const isDay = (value: unknown): boolean => typeof value === 'string' && isLocalDate(value);
const isInstant = (value: unknown): boolean => typeof value === 'string' && isMoment(value);
const isWhole = (value: unknown): boolean => typeof value === 'number' && Number.isSafeInteger(value);
/** Control characters hide content from readers and NUL cannot be stored in PostgreSQL text. */
const isPrintable = (value: unknown): boolean =>
  // eslint-disable-next-line no-control-regex -- that is the point
  typeof value === 'string' && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|[\ud800-\udfff]/u.test(value);

function constraint(name: string, validate: (value: unknown) => boolean): new () => ValidatorConstraintInterface {
  class Constraint implements ValidatorConstraintInterface {
    readonly validate = validate;
  }
  ValidatorConstraint({ name })(Constraint);
  return Constraint;
}

const LocalDateConstraint = constraint('localDate', isDay);
const MomentConstraint = constraint('moment', isInstant);
const PrintableConstraint = constraint('printable', isPrintable);
const WholeNumberConstraint = constraint('wholeNumber', isWhole);

function validatorsOf(type: FieldType, each: boolean, codeList: CodeList | undefined): PropertyDecorator[] {
  switch (type) {
    case 'date':
      return [Validate(LocalDateConstraint, { each })];
    case 'datetime':
      return [Validate(MomentConstraint, { each })];
    case 'int':
      return [Validate(WholeNumberConstraint, { each })];
    case 'bool':
      return [IsBoolean({ each })];
    case 'code':
      if (codeList && !codeList.open) return [IsIn(Object.keys(codeList.codes), { each })];
      return [IsString({ each }), MaxLength(maxStringLength, { each }), Validate(PrintableConstraint, { each })];
    case 'struct':
      // Its own fields are tested by shapeOf, one structure at a time.
      return [IsObject({ each })];
    case 'text':
      return [IsString({ each }), MaxLength(maxTextLength, { each }), Validate(PrintableConstraint, { each })];
    default:
      return [IsString({ each }), MaxLength(maxStringLength, { each }), Validate(PrintableConstraint, { each })];
  }
}

/**
 * Whether the validators of a field have nothing to say about a value. They are still the ones who say what is wrong;
 * this only spares a command that is right from end to end their asking, which costs more than the decision.
 */
export function fits({ type, list, codeList }: FieldSpec, value: unknown): boolean {
  if (!list) return isOne(type, codeList, value);
  return Array.isArray(value) && value.length <= maxItems && value.every((each) => isOne(type, codeList, each));
}

function isOne(type: FieldType, codeList: CodeList | undefined, value: unknown): boolean {
  switch (type) {
    case 'date':
      return isDay(value);
    case 'datetime':
      return isInstant(value);
    case 'int':
      return isWhole(value);
    case 'bool':
      return typeof value === 'boolean';
    case 'struct':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'code':
      if (codeList && !codeList.open) return typeof value === 'string' && Object.hasOwn(codeList.codes, value);
      return isText(value, maxStringLength);
    default:
      return isText(value, type === 'text' ? maxTextLength : maxStringLength);
  }
}

const isText = (value: unknown, maxLength: number): boolean =>
  typeof value === 'string' && value.length <= maxLength && isPrintable(value);

function declare(
  type: FieldType,
  label: Text,
  options: FieldOptions & Partial<Pick<FieldSpec, 'unit' | 'codeList' | 'struct' | 'sign' | 'staff' | 'outside'>>,
): PropertyDecorator {
  return (target, key) => {
    const field: FieldSpec = {
      name: String(key),
      type,
      label,
      list: options.list ?? false,
      optional: options.optional ?? false,
      missing: options.missing ?? 'R-ALL-05',
      sign: options.sign ?? 'rule',
      staff: options.staff ?? false,
      emptyAllowed: options.emptyAllowed ?? false,
      ...(options.unit ? { unit: options.unit } : {}),
      ...(options.codeList ? { codeList: options.codeList } : {}),
      ...(options.struct ? { struct: options.struct } : {}),
      ...(options.outside ? { outside: options.outside } : {}),
    };
    const declared = registry.get(target) ?? [];
    registry.set(target, [...declared, field]);
    const decorators: PropertyDecorator[] = [
      field.optional ? ValidateIf((_, value) => value !== undefined && value !== null) : IsDefined(),
      ...(field.list ? [IsArray(), ArrayMaxSize(maxItems)] : []),
      ...validatorsOf(type, field.list, field.codeList),
    ];
    for (const decorate of decorators) decorate(target, key);
  };
}

/** A business date, local in Asia/Shanghai, `YYYY-MM-DD`. */
export const DateField = (label: Text, options: FieldOptions = {}) => declare('date', label, options);
/** An instant in ISO 8601 with offset; its local date and time of day are read in Asia/Shanghai. */
export const DateTimeField = (label: Text, options: FieldOptions = {}) => declare('datetime', label, options);
/** Free text in words. Scanned for personal data like every other text (R-ALL-11). */
export const TextField = (label: Text, options: FieldOptions = {}) => declare('text', label, options);
/** A short string with a form of its own: a number of a paper, a hash. */
export const StringField = (label: Text, options: FieldOptions = {}) => declare('string', label, options);
/** A reference to something named elsewhere: a case, a party token, a tip. */
export const RefField = (label: Text, options: FieldOptions & { unit?: Unit } = {}) => declare('ref', label, options);
/** One or several people of the staff register. */
export const StaffField = (label: Text, options: FieldOptions = {}) =>
  declare('ref', label, { ...options, staff: true, ...(options.list ? { unit: 'person' as const } : {}) });
/** Codes of people who are not staff, such as witnesses: opaque, never names. */
export const PersonCodesField = (label: Text, options: FieldOptions = {}) =>
  declare('ref', label, { ...options, list: true, unit: 'person' });
/** A document: content address of a stored file, or a reference to the paper archive. */
export const DocField = (label: Text, options: FieldOptions = {}) => declare('doc', label, options);
export const CodeField = (
  codeList: CodeList,
  label: Text,
  options: FieldOptions & { unit?: Unit; outside?: RefusalCode } = {},
) => declare('code', label, { ...options, codeList });
export const BoolField = (label: Text, options: FieldOptions = {}) => declare('bool', label, options);
/** A structure of fields of its own, or a list of them. */
export const StructField = (struct: StructClass, label: Text, options: FieldOptions & { unit?: Unit } = {}) =>
  declare('struct', label, { ...options, struct });
/** A whole number in its smallest unit (processes.md 0.3). */
export const WholeField = (label: Text, options: FieldOptions & { unit?: Unit; sign?: FieldSpec['sign'] } = {}) =>
  declare('int', label, { sign: 'not-negative', ...options });
/** Floor or plot area in dm2 (1 m2 = 100 dm2). */
export const AreaField = (label: Text, options: FieldOptions & { sign?: FieldSpec['sign'] } = {}) =>
  declare('int', label, { sign: 'positive', ...options, unit: 'dm2' });
/** Money in fen. */
export const MoneyField = (label: Text, options: FieldOptions & { sign?: FieldSpec['sign'] } = {}) =>
  declare('int', label, { sign: 'positive', ...options, unit: 'fen' });
