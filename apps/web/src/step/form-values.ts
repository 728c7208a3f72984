import dayjs, { type Dayjs } from 'dayjs';
import { type Field, type Product } from '../product/product';

const dateForm = 'YYYY-MM-DD';
const momentForm = 'YYYY-MM-DDTHH:mm';

/** What a form holds while it is typed in: dates as Dayjs, quantities in the shown unit, structures as objects. */
export type FormValues = Record<string, unknown>;

/** What the api takes of a field: local dates, whole numbers in the smallest unit, trimmed texts. Undefined if empty. */
export function toStored(product: Product, field: Field, value: unknown): unknown {
  if (value === undefined || value === null || value === '') return undefined;
  if (field.list) {
    const values = (Array.isArray(value) ? value : [value])
      .map((each) => toStored(product, { ...field, list: false }, each))
      .filter((each) => each !== undefined);
    return values.length > 0 || (field.required && field.emptyAllowed) ? values : undefined;
  }
  switch (field.type) {
    case 'date':
      return (value as Dayjs).format(dateForm);
    case 'datetime':
      return (value as Dayjs).format(momentForm);
    case 'int':
      // Typed with two decimals, a product such as 0.29 * 100 is not whole in binary numbers.
      return Math.round(Number(value) * product.unit(field.unit).scale);
    case 'bool':
    case 'code':
      return value;
    case 'struct':
      return bodyOf(product, field.fields ?? [], value as FormValues);
    default:
      return String(value).trim() || undefined;
  }
}

/** What a form shows for a stored value. */
export function toTyped(product: Product, field: Field, value: unknown): unknown {
  if (value === undefined || value === null) return undefined;
  if (field.list) return (value as unknown[]).map((each) => toTyped(product, { ...field, list: false }, each));
  switch (field.type) {
    case 'date':
    case 'datetime':
      return dayjs(String(value).slice(0, 16));
    case 'int':
      return Number(value) / product.unit(field.unit).scale;
    case 'struct':
      return Object.fromEntries(
        (field.fields ?? []).map((part) => [
          part.name,
          toTyped(product, part, (value as Record<string, unknown>)[part.name]),
        ]),
      );
    default:
      return value;
  }
}

export function bodyOf(product: Product, fields: readonly Field[], values: FormValues): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const field of fields) {
    const stored = toStored(product, field, values[field.name]);
    if (stored !== undefined) body[field.name] = stored;
  }
  return body;
}

/**
 * One `name=value` of a correction; an empty value takes the field away. Texts of a list are set off by `；`, because
 * they hold `、` themselves: none may hold the mark, see `checksOf`.
 */
export function replacementOf(product: Product, name: string, field: Field, value: unknown): string {
  const stored = toStored(product, field, value);
  const listed = Array.isArray(stored) ? stored.join(field.type === 'text' ? '；' : '、') : stored;
  return `${name}=${listed === undefined ? '' : String(listed)}`;
}
