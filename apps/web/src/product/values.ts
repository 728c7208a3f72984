import { useMemo } from 'react';
import { type Language, useLanguage } from '../app/language';
import { type Field, type Product, useProduct } from './product';

const yesNo = { true: { zh: '是', en: 'Yes' }, false: { zh: '否', en: 'No' } } as const;
/** Between the members of a list. */
export const separator = { zh: '、', en: ', ' } as const;

export const decimalsOf = (scale: number): number => Math.round(Math.log10(scale));

/** The English word of one of a unit whose word is told in the plural. */
const single = (plural: string): string =>
  plural
    .replace(/^people$/, 'person')
    .replace(/ies$/, 'y')
    .replace(/ches$/, 'ch')
    .replace(/(?<!s)s$/, '');

/** A stored whole number as people read it, with its unit. */
export function showQuantity(product: Product, unit: string | null, value: number, language: Language): string {
  const { label, scale } = product.unit(unit);
  const decimals = decimalsOf(scale);
  const number = (value / scale).toLocaleString('en-US', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  const word = language === 'en' && Math.abs(value) === scale ? single(label.en) : label[language];
  if (!word) return number;
  return word === '%' ? `${number}%` : `${number} ${word}`;
}

/** The value of a figure: a whole number in the smallest unit, a date, or null where there is nothing to tell. */
export type Amount = number | string | null;

/** The value of a field as people read it: words for codes, units for numbers. */
export function showValue(product: Product, field: Field, value: unknown, language: Language): string {
  if (value === undefined || value === null || value === '') return '';
  if (Array.isArray(value)) {
    const parts = value.map((each) => showValue(product, { ...field, list: false }, each, language));
    return parts.join(separator[language]);
  }
  switch (field.type) {
    case 'code':
      return field.codeList ? product.word(field.codeList, String(value))[language] : String(value);
    case 'bool':
      return yesNo[value === true ? 'true' : 'false'][language];
    case 'int':
      return typeof value === 'number' ? showQuantity(product, field.unit, value, language) : String(value);
    case 'datetime':
      return localMinute(String(value));
    case 'struct':
      return (field.fields ?? [])
        .filter(({ name }) => (value as Record<string, unknown>)[name] !== undefined)
        .map((part) => {
          const shown = showValue(product, part, (value as Record<string, unknown>)[part.name], language);
          return `${part.label[language]} ${shown}`;
        })
        .join(separator[language]);
    default:
      return String(value);
  }
}

export function useShow() {
  const product = useProduct();
  const { language } = useLanguage();
  return useMemo(
    () => ({
      value: (field: Field, value: unknown) => showValue(product, field, value, language),
      quantity: (unit: string | null, value: number) => showQuantity(product, unit, value, language),
      amount: (unit: string | null, amount: Amount): string =>
        typeof amount === 'number' ? showQuantity(product, unit, amount, language) : (amount ?? '-'),
    }),
    [product, language],
  );
}

/** An instant, or a local minute, as the local minute `2022-03-01 09:30` in Asia/Shanghai. */
export function localMinute(moment: string): string {
  if (!/(Z|[+-]\d{2}:\d{2})$/.test(moment)) return moment.replace('T', ' ').slice(0, 16);
  return new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().replace('T', ' ').slice(0, 16);
}

/** Today in Asia/Shanghai, wherever the browser is. */
export const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
