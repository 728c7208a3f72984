import { type OperatorClient } from '#foundation/operator';

/** Whole numbers in the smallest unit, dates as ISO dates, null where a figure does not apply. */
export type FigureValues = Readonly<Record<string, number | string | null>>;

export interface FiguresAnswer {
  readonly position: number;
  readonly figures: FigureValues;
  readonly ratioParts: Readonly<Record<string, readonly [numerator: number, denominator: number]>>;
}

/** Figures in these units are sums of quantities; others count their entries (figures.csv, unit and aggregation). */
const measured = new Set(['m2', 'mu', 'yuan', 't', 'set', 'head']);
/** Figures in these units are what one entry says (aggregation latest and parameter). */
const single = new Set(['m', 'day']);

/** What the list behind a figure makes of it, by the figure's unit alone. */
function valueOfList(unit: string, entries: readonly { readonly quantity: number; readonly on?: unknown }[]) {
  if (unit === 'date' || unit === 'month') return entries[0]?.on ?? null;
  if (single.has(unit)) return entries[0]?.quantity ?? null;
  return measured.has(unit) ? entries.reduce((sum, { quantity }) => sum + quantity, 0) : entries.length;
}

/**
 * Compares every figure of a period with the list behind it, and every rate with its two parts (processes.md G.1:
 * basis points rounded half up, no denominator no rate).
 * @param asOf log position; everything that is known when absent
 * @returns the figures that are not their lists, which should be none
 */
export async function figuresUnlikeTheirLists(
  client: OperatorClient,
  period: string,
  asOf?: number,
): Promise<object[]> {
  const moment = asOf === undefined ? {} : { asOf: String(asOf) };
  const { figures, ratioParts, position } = await client.ask<FiguresAnswer>('GET', '/api/v1/figures', {
    ...{ period, ...moment },
  });
  const unlike: object[] = [];
  for (const [id, value] of Object.entries(figures)) {
    const list = await client.entries(id, { period, asOf: String(position) });
    const { unit } = list.figure;
    const parts = ratioParts[id];
    if (unit === 'percent') {
      const [numerator, denominator] = parts ?? [list.entries.length, 0];
      const rate = denominator === 0 ? null : Math.floor((numerator * 10_000) / denominator + 0.5);
      if (rate !== value || numerator !== list.entries.length) unlike.push({ period, id, value, parts, rate });
    } else {
      const found = valueOfList(unit, list.entries);
      if (found !== value || list.value !== value) unlike.push({ period, id, value, found, told: list.value });
    }
  }
  return unlike;
}

const demolished = ['house', 'shed', 'pavilion', 'other'].flatMap((kind) => [`${kind}.new`, `${kind}.stock`]);

/**
 * The sum rules that the figures of cases keep by construction (processes.md G.2), as sentences about those they break.
 * @param periods consecutive ones from the first entry on, in order: what is cleared may have been found before
 */
export function brokenSumRules(periods: readonly FigureValues[]): string[] {
  const broken: string[] = [];
  const rule = (code: string, holds: boolean): void => void (holds || broken.push(code));
  let [found, cleared] = [0, 0];
  for (const figures of periods) {
    const value = (id: string): number => Number(figures[id] ?? 0);
    for (const unit of ['count', 'area']) {
      const parts = demolished.reduce((sum, part) => sum + value(`demolition.${part}.${unit}`), 0);
      rule(`S-01 ${unit}`, value(`demolition.total.${unit}`) === parts);
    }
    const [washing, crushing] = [
      value('enforcement.plastics.washing.banned.count'),
      value('enforcement.plastics.crushing.banned.count'),
    ];
    rule('S-02', washing + crushing <= value('enforcement.plastics.banned.count'));
    rule('S-05', value('labour.dispute.mediated.count') <= value('labour.dispute.concluded.count'));
    const cattle = 'enforcement.livestock.cattle.closed.stock';
    rule('S-09', value(`${cattle}-min`) <= value(`${cattle}-max`));
    for (const [id, rate] of Object.entries(figures))
      if (id.endsWith('.rate')) rule(`S-12 ${id}`, rate === null || (Number(rate) >= 0 && Number(rate) <= 10_000));
    found += value('inspection.hazard.found.count');
    cleared += value('inspection.hazard.rectified.count');
    rule('S-13', cleared <= found);
  }
  return broken;
}
