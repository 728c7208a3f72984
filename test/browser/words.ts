import { type Locator } from 'playwright-core';
import { type Language } from './catalogue.js';
import { type Person } from './person.js';

/** The page's own words, as against the data that it shows. */
const ownWords = [
  'label, button, th, dt, nav a, legend, summary, h2, .ant-steps-item-title, .ant-tag, .owed strong, .ant-alert',
  '.timeline strong, .plain strong, .reason, .plain-table td, .ant-empty, .sign-in p',
].join(', ');
const data = /\S*(\.csv|〔\d{4}〕|-\d{2,})\S*/g;
const codes = /\b([A-Z]+-[A-Z0-9-]+|WG-[\d-]+|YYYY-MM-DD( HH:mm)?|Excel|CSV|English)\b/g;

/** Words of the wrong language: in Chinese anything in Latin letters but codes and formats, in English Chinese words. */
export async function foreignWords({ page }: Person, language: Language, within?: Locator): Promise<string[]> {
  const place = within ?? page.locator('body');
  const text = await place.innerText();
  const rest = text.replace(data, '').replace(codes, '').split(/\s+/);
  if (language === 'zh') return rest.filter((word) => /[A-Za-z]{2,}/.test(word));
  const words = await place.locator(ownWords).allInnerTexts();
  return [
    ...words.map((each) => each.replace(data, '')).filter((each) => /\p{Script=Han}/u.test(each)),
    ...rest.filter((word) => wordless.test(word)),
  ];
}

/** A code or a name of the program that nobody has put into words. */
const wordless = /[A-Z]{2,}_[A-Z]|[a-z]{2,}[A-Z]/;
