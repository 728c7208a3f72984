import { isLocalDate } from '#foundation/calendar';
import { findPersonalData } from '#foundation/privacy';
import { type RefusalCode, type Text } from '#foundation/process';

/** What is wrong with one value; `field` is its path, for example `cells[3].from`. */
export interface SettingsFault {
  readonly field: string;
  readonly code: RefusalCode;
  readonly reason: Text;
}

/** Tests a value of unknown origin; an empty answer means that it has the type it claims. */
export type Check = (value: unknown, field: string) => readonly SettingsFault[];

export const fault = (field: string, zh: string, en: string, code: RefusalCode = 'R-ALL-05'): SettingsFault => ({
  field,
  code,
  reason: { zh, en },
});

const maxTextLength = 200;
const maxEntries = 20_000;

export const text: Check = (value, field) => {
  if (typeof value !== 'string' || value.trim() === '') return [fault(field, '不得为空', 'must not be empty')];
  if (value.length > maxTextLength) return [fault(field, '文字过长', `has more than ${maxTextLength} characters`)];
  // eslint-disable-next-line no-control-regex -- PostgreSQL cannot store NUL, people cannot see the others
  if (/[\u0000-\u001f\u007f]/.test(value)) return [fault(field, '含有控制字符', 'holds control characters')];
  if (findPersonalData(value)) return [fault(field, '含有个人信息号码', 'holds a number of a person', 'R-ALL-11')];
  return [];
};

export const date: Check = (value, field) =>
  isLocalDate(value) ? [] : [fault(field, '日期无效，应为 YYYY-MM-DD', 'is not a date YYYY-MM-DD')];

export const time: Check = (value, field) =>
  typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value)
    ? []
    : [fault(field, '时间无效，应为 HH:mm', 'is not a time HH:mm')];

export const halfYear: Check = (value, field) =>
  typeof value === 'string' && /^[1-9]\d{3}H[12]$/.test(value)
    ? []
    : [fault(field, '半年期无效，例如 2022H1', 'is not a half-year such as 2022H1')];

export const bool: Check = (value, field) =>
  typeof value === 'boolean' ? [] : [fault(field, '应为是或否', 'is neither true nor false')];

/** A whole number, not below zero. */
export const whole: Check = (value, field) =>
  Number.isSafeInteger(value) && (value as number) >= 0
    ? []
    : [fault(field, '应为不小于零的整数', 'is no whole number from zero on', 'R-ALL-07')];

export const oneOf =
  (codes: Readonly<Record<string, unknown>>, zh: string, en: string): Check =>
  (value, field) =>
    typeof value === 'string' && Object.hasOwn(codes, value) ? [] : [fault(field, `${zh}不存在`, `is no ${en}`)];

/** A list of such items; with `key`, no two share the same value of it. */
export const list =
  (item: Check, options: { readonly key?: (entry: unknown) => unknown; readonly min?: number } = {}): Check =>
  (value, field) => {
    if (!Array.isArray(value)) return [fault(field, '应为列表', 'is not a list')];
    if (value.length < (options.min ?? 0)) return [fault(field, '不得为空', 'must not be empty')];
    if (value.length > maxEntries) return [fault(field, '条目过多', `has more than ${maxEntries} entries`)];
    const seen = new Set<unknown>();
    return value.flatMap((entry: unknown, at) => {
      const faults = item(entry, `${field}[${at}]`);
      if (faults.length > 0) return faults;
      const key = options.key ? options.key(entry) : entry;
      if (seen.has(key)) return [fault(`${field}[${at}]`, `重复：${String(key)}`, `repeats ${String(key)}`)];
      seen.add(key);
      return [];
    });
  };

type Shape = Readonly<Record<string, Check>>;

/** An object with these fields and no others; `whole` is tested once every field by itself is right. */
export const record =
  <T>(
    required: Shape,
    optional: Shape = {},
    whole: (value: T, field: string) => readonly SettingsFault[] = () => [],
  ): Check =>
  (value, field) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return [fault(field, '应为对象', 'is not an object')];
    }
    const entries = value as Readonly<Record<string, unknown>>;
    const path = (name: string) => (field === '' ? name : `${field}.${name}`);
    const faults = [
      ...Object.keys(entries)
        .filter((name) => !Object.hasOwn(required, name) && !Object.hasOwn(optional, name))
        .map((name) => fault(path(name), '未知字段', 'is not a field here')),
      ...Object.entries(required).flatMap(([name, check]) => check(entries[name], path(name))),
      ...Object.entries(optional).flatMap(([name, check]) =>
        entries[name] === undefined ? [] : check(entries[name], path(name)),
      ),
    ];
    return faults.length > 0 ? faults : whole(value as T, field);
  };
