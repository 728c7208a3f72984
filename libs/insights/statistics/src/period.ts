import { Refusal } from '#foundation/process';

/** A stretch of business dates, both ends included. */
export interface Period {
  /** As it is written everywhere: `2022H1`, `2022-03`, `2022`. */
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** Reads `2022H1` (also `2022-H1`), a month `2022-03` or a year `2022`. @throws Refusal for anything else */
export function periodOf(text: string): Period {
  const half = /^([1-9]\d{3})-?H([12])$/.exec(text);
  if (half) {
    const [, year, which] = half;
    return which === '1'
      ? { name: `${year}H1`, from: `${year}-01-01`, to: `${year}-06-30` }
      : { name: `${year}H2`, from: `${year}-07-01`, to: `${year}-12-31` };
  }
  const month = /^([1-9]\d{3})-(0[1-9]|1[0-2])$/.exec(text);
  if (month) {
    const days = new Date(Date.UTC(Number(month[1]), Number(month[2]), 0)).getUTCDate();
    return { name: text, from: `${text}-01`, to: `${text}-${two(days)}` };
  }
  if (/^[1-9]\d{3}$/.test(text)) return { name: text, from: `${text}-01-01`, to: `${text}-12-31` };
  throw new Refusal('R-ALL-05', 'malformed', {
    fields: [{ field: 'period', code: 'R-ALL-05' }],
    reason: 'period is 2022H1, 2022-03 or 2022',
  });
}
