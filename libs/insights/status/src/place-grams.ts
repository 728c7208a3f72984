/** Places are searched as people write them: full-width forms folded, case and blanks dropped. */
export const searchable = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');

/**
 * The pieces of a place by which it is found: pairs of neighbouring characters, and runs of four. Each is one 32-bit
 * number; that of a pair says what it is, that of a run is a hash. An index over them finds any part of a Chinese place
 * of two characters or more, whatever the locale of the database; pg_trgm needs three and, in the C locale, sees no
 * Chinese at all.
 */
export function placeGrams(text: string): number[] {
  const letters = searchable(text);
  return [...new Set([...pairs(letters), ...runs(letters)])];
}

/** Pieces that every place has in which the text occurs; whether it does is still to be seen. The longer are the rarer. */
export function gramsToLookFor(text: string): number[] {
  const letters = searchable(text);
  return [...new Set(letters.length < runLength ? pairs(letters) : runs(letters))];
}

const runLength = 4;

function pairs(letters: string): number[] {
  return Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => {
    return (letters.charCodeAt(at) << 16) | letters.charCodeAt(at + 1);
  });
}

function runs(letters: string): number[] {
  return Array.from({ length: Math.max(0, letters.length - runLength + 1) }, (_, at) => {
    let hash = 0;
    for (let index = at; index < at + runLength; index++)
      hash = Math.imul(hash ^ letters.charCodeAt(index), 0x01000193);
    return hash;
  });
}
