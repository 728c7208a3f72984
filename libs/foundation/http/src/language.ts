import { type Text } from '#foundation/process';

export type Language = keyof Text;

/**
 * The caller's language by `Accept-Language`: Chinese or English, whichever is preferred; Chinese when neither is
 * named, because township staff are the product's readers.
 */
export function preferredLanguage(header: string | undefined): Language {
  if (!header) return 'zh';
  let best: { language: Language; quality: number } | undefined;
  for (const part of header.slice(0, 200).split(',')) {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const primary = tag.split('-')[0];
    if (primary !== 'zh' && primary !== 'en') continue;
    const stated = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('q='));
    const quality = stated === undefined ? 1 : Number(stated.slice(2));
    if (quality > 0 && quality > (best?.quality ?? 0)) best = { language: primary, quality };
  }
  return best?.language ?? 'zh';
}
