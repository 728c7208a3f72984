import { type Rule } from 'antd/es/form';
import { type Dayjs } from 'dayjs';
import { type Text } from '../app/language';
import { stepWords } from '../app/words';
import { type Field } from '../product/product';
import { today } from '../product/values';

const maxText = 4000;
const maxString = 200;
/** Identity-card and mobile numbers; the api looks for more, this spares the reader the round trip for the usual ones. */
const personalData = /(?<!\d)(\d{17}[\dXx]|1[3-9]\d{9})(?!\d)/;

/** What sets the texts of a list off in a correction; within one of them it would make two. */
const setsOff = /[；|]/;

/** What can be told while typing, of each value of a list. The api tests everything again, and much more. */
export function checksOf(field: Field, mayLieAhead: boolean, say: (text: Text) => string): Rule[] {
  const checks: Rule[] = [];
  if (field.required && !field.emptyAllowed) checks.push({ required: true, message: say(stepWords.required) });
  const fails = (found: (value: unknown) => boolean, text: Text): Rule => ({
    validator: (_, value: unknown) =>
      [value].flat().some((each) => each !== undefined && each !== null && found(each))
        ? Promise.reject(new Error(say(text)))
        : Promise.resolve(),
  });
  switch (field.type) {
    case 'date':
    case 'datetime':
      if (!mayLieAhead) checks.push(fails((value) => liesAhead(value as Dayjs), stepWords.notInFuture));
      break;
    case 'int':
      if (field.sign === 'positive') checks.push(fails((value) => Number(value) <= 0, stepWords.positive));
      if (field.sign === 'not-negative') checks.push(fails((value) => Number(value) < 0, stepWords.notNegative));
      break;
    case 'text':
    case 'string':
    case 'ref':
    case 'doc': {
      const max = field.type === 'text' ? maxText : maxString;
      checks.push(fails((value) => String(value).length > max, stepWords.tooLong));
      if (field.type === 'text')
        checks.push(fails((value) => personalData.test(String(value)), stepWords.personalData));
    }
  }
  return checks;
}

export const liesAhead = (day: Dayjs): boolean => day.format('YYYY-MM-DD') > today();

/** Texts that a correction lists must not hold the mark between them. */
export const setOffCheck = (say: (text: Text) => string): Rule => ({
  validator: (_, value: unknown) =>
    Array.isArray(value) && value.some((each) => setsOff.test(String(each)))
      ? Promise.reject(new Error(say(stepWords.noMark)))
      : Promise.resolve(),
});
