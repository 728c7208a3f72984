import { addMonths } from '#foundation/calendar';
import { type AsOf, type ReadSide } from '#foundation/read-model';
import { type SettingsService } from '#foundation/settings';
import { type FigureQueries, type Figures, type FiguresOptions, type Period, periodOf } from '#insights/statistics';

export interface FigureBreakdown {
  readonly period: string;
  readonly position: number;
  readonly parts: readonly { readonly key: string; readonly figures: Figures['figures'] }[];
}

interface Wanted {
  readonly period: string;
  readonly asOf?: AsOf;
  readonly village?: string;
}

/**
 * The figures of a period in parts, each part asked for like any other figures, so that whatever a figure aggregates
 * means the same in a part as in the whole; all as known at one position, whatever is recorded meanwhile.
 */
export class FigureBreakdowns {
  constructor(
    private readonly figures: FigureQueries,
    private readonly readSide: ReadSide,
    private readonly settings: SettingsService,
  ) {}

  byMonth(wanted: Wanted): Promise<FigureBreakdown> {
    return this.inParts(wanted, (period) =>
      monthsOf(period).map((month) => [month, { period: month, village: wanted.village }]),
    );
  }

  byVillage(wanted: Wanted): Promise<FigureBreakdown> {
    const villages = new Set([...this.settings.current().gridCells.values()].map(({ village }) => village));
    const shown = [...villages].filter((village) => wanted.village === undefined || village === wanted.village);
    return this.inParts(wanted, ({ name }) => shown.map((village) => [village, { period: name, village }]));
  }

  private async inParts(
    { period, asOf }: Wanted,
    partsOf: (period: Period) => readonly (readonly [key: string, options: FiguresOptions])[],
  ): Promise<FigureBreakdown> {
    const whole = periodOf(period);
    const position = await this.readSide.positionAsOf(asOf);
    const parts = partsOf(whole).map(async ([key, options]) => {
      const { figures } = await this.figures.figures({ ...options, asOf: { position } });
      return { key, figures };
    });
    return { period: whole.name, position, parts: await Promise.all(parts) };
  }
}

/** The months of a period as `2022-01`. */
function monthsOf({ from, to }: Period): string[] {
  const months: string[] = [];
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); month = addMonths(`${month}-01`, 1).slice(0, 7))
    months.push(month);
  return months;
}
