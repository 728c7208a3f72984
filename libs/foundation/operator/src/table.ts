/** Columns a text takes in a terminal: Chinese characters and full-width forms take two. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text)
    width +=
      /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
        character,
      )
        ? 2
        : 1;
  return width;
}

/** Rows under each other, two blanks between columns; numbers (as `right` names their columns) end at the same place. */
export function tableOf(rows: readonly (readonly string[])[], right: readonly number[] = []): string {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, at) => (widths[at] = Math.max(widths[at] ?? 0, widthOf(cell))));
  const lines = rows.map((row) =>
    row
      .map((cell, at) => {
        const blanks = ' '.repeat(widths[at]! - widthOf(cell));
        return right.includes(at) ? blanks + cell : cell + blanks;
      })
      .join('  ')
      .trimEnd(),
  );
  return lines.join('\n');
}

/** Kept in hundredths of what is shown: dm2, fen, hundredths of a mu, basis points. */
const hundredths = new Set(['decimal2-m2', 'decimal2-yuan', 'decimal2-mu', 'percent2']);

/** A figure's value as the report shows it; a dash where the figure does not apply. */
export function shownValue(value: number | string | null, format: string): string {
  if (value === null) return '-';
  return hundredths.has(format) && typeof value === 'number' ? (value / 100).toFixed(2) : String(value);
}
