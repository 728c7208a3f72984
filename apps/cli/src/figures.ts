import { type Figure, units } from '#foundation/process';
import { shownValue, tableOf } from '#foundation/operator';
import { type Language, note, operatorClient, print, printJson } from './surroundings.js';

export interface FigureOptions {
  readonly period: string;
  readonly json?: boolean;
  readonly asOf?: string;
  readonly village?: string;
}

/** The figures of a period, as of everything that was recorded before the question. */
export async function showFigures({ json, ...question }: FigureOptions, language: Language): Promise<void> {
  const { period, position, figures } = await operatorClient(language).figures(question);
  if (json) return printJson({ period, position, figures });
  const declared = await declaredFigures();
  note(language === 'zh' ? `${period}，日志位置 ${position}` : `${period} at log position ${position}`);
  const rows = Object.entries(figures).map(([id, value]) => {
    const figure = declared.get(id);
    return [id, figure?.label[language] ?? '', shownValue(value, figure?.format ?? ''), unitOf(figure, language)];
  });
  print(tableOf(rows, [2]));
}

/** The list behind a figure: as many entries as it counts, or quantities that add up to it. */
export async function showEntries(figureId: string, options: FigureOptions, language: Language): Promise<void> {
  const { json, ...question } = options;
  const { entries, value, position } = await operatorClient(language).entries(figureId, question);
  if (json) return printJson(entries);
  const figure = (await declaredFigures()).get(figureId);
  const rows = entries.map((entry) => [
    ...['on', 'caseNo', 'eventType'].map((name) => String(entry[name] ?? '')),
    figure?.aggregate === 'sum' ? shownValue(entry.quantity, figure.format) : '',
    ...['village', 'place'].map((name) => String(entry[name] ?? '')),
  ]);
  const total = `${shownValue(value, figure?.format ?? '')} ${unitOf(figure, language)}`;
  note(
    `${figure?.label[language] ?? figureId}: ${total} (${language === 'zh' ? '日志位置' : 'log position'} ${position})`,
  );
  if (rows.length > 0) print(tableOf(rows, [3]));
}

async function declaredFigures(): Promise<ReadonlyMap<string, Figure>> {
  const { processes } = await import('./processes.js');
  return new Map(processes.flatMap(({ figures }) => figures.map((figure) => [figure.id, figure] as const)));
}

const unitOf = (figure: Figure | undefined, language: Language): string =>
  figure ? (units[figure.unit]?.label[language] ?? figure.unit) : '';
