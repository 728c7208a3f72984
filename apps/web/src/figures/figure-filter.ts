import { useSearchParams } from 'react-router';
import { type FigureFilter } from '../api/queries';
import { type Text } from '../app/language';
import { figureWords } from '../app/words';
import { today } from '../product/values';

const half = /^(\d{4})H([12])$/;

/** The half-year that contains a date. */
const halfYearOf = (date: string): string => `${date.slice(0, 4)}H${date.slice(5, 7) <= '06' ? 1 : 2}`;

/** The period before, of the same length: `2022H1` → `2021H2`, `2022-01` → `2021-12`, `2022` → `2021`. */
export function previousPeriod(period: string): string {
  const [, year, which] = half.exec(period) ?? [];
  if (year) return which === '2' ? `${year}H1` : `${Number(year) - 1}H2`;
  if (/^\d{4}$/.test(period)) return String(Number(period) - 1);
  const [y = 0, m = 1] = period.split('-').map(Number);
  return m > 1 ? `${y}-${String(m - 1).padStart(2, '0')}` : `${y - 1}-12`;
}

export function periodText(period: string): Text {
  const [, year, which] = half.exec(period) ?? [];
  if (year) {
    const part = which === '1' ? figureWords.firstHalf : figureWords.secondHalf;
    return { zh: `${year}年${part.zh}`, en: `${year}, ${part.en}` };
  }
  const [y, m] = period.split('-');
  if (!m) return { zh: `${y}年${figureWords.wholeYear.zh}`, en: `${y}, ${figureWords.wholeYear.en}` };
  return { zh: `${y}年${Number(m)}月`, en: period };
}

/** Half-years and years back to ten years ago, the present first. */
export function periods(): readonly string[] {
  const present = halfYearOf(today());
  const all: string[] = [];
  for (let period = present; all.length < 20; period = previousPeriod(period)) all.push(period);
  return all.flatMap((period) =>
    period.endsWith('H2') || period === present ? [period.slice(0, 4), period] : [period],
  );
}

/** What is looked at lives in the address: a figure can be sent to a colleague as it is seen. */
export function useFigureFilter() {
  const [params, setParams] = useSearchParams();
  const filter: FigureFilter = {
    period: params.get('period') ?? halfYearOf(today()),
    ...(params.get('asOf') ? { asOf: params.get('asOf')! } : {}),
    ...(params.get('village') ? { village: params.get('village')! } : {}),
  };
  /** The kind of case whose figures are shown; the first one unless the address says so. */
  const kind = params.get('kind') ?? undefined;
  const shown: FigureView = { ...filter, ...(kind ? { kind } : {}) };
  return {
    filter,
    kind,
    /** For addresses of the api. */
    asked: queryOf(filter),
    /** For addresses of the page. */
    query: queryOf(shown),
    change: (changes: Partial<FigureView>) => setParams(queryOf({ ...shown, ...changes }), { replace: true }),
  };
}

export interface FigureView extends FigureFilter {
  readonly kind?: string;
}

/** The query of an address, without what is absent. */
export const queryOf = (view: FigureView): string =>
  new URLSearchParams(Object.entries(view).filter((pair): pair is [string, string] => Boolean(pair[1]))).toString();
