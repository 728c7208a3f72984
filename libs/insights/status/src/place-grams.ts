/** Places are searched as people write them: full-width forms folded, case and blanks dropped. */
export const searchable = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');

/**
 * The pairs of neighbouring characters of a text, each as one 32-bit number. An index over them finds any part of a
 * Chinese place of two characters or more, whatever the locale of the database; pg_trgm needs three and, in the C
 * locale, sees no Chinese at all.
 */
export function placeGrams(text: string): number[] {
  const letters = searchable(text);
  const grams = new Set<number>();
  for (let index = 1; index < letters.length; index++)
    grams.add((letters.charCodeAt(index - 1) << 16) | letters.charCodeAt(index));
  return [...grams];
}
