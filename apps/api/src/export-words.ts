import { type Language } from '#foundation/http';
import { type Figure, type Text, units } from '#foundation/process';
import { type CaseRowView } from './cases.views.js';
import { type CaseColumn } from './exports.requests.js';
import { processes } from './processes.js';
import { type CellValue } from './workbook.js';

const text = (zh: string, en: string): Text => ({ zh, en });

export const words = {
  cases: text('案件', 'Cases'),
  byMonth: text('分月', 'By month'),
  byVillage: text('分村', 'By village'),
  entries: text('明细', 'Entries'),
  figure: text('指标', 'Figure'),
  unit: text('单位', 'Unit'),
} as const;

export const caseWords: Readonly<Record<CaseColumn, Text>> = {
  caseNo: text('案号', 'Case number'),
  process: text('种类', 'Kind'),
  status: text('状态', 'Status'),
  statusSince: text('状态起始日', 'Status since'),
  village: text('村', 'Village'),
  gridCode: text('网格', 'Grid cell'),
  place: text('地点', 'Place'),
  openedOn: text('立案日期', 'Opened on'),
  lastEvent: text('最近步骤', 'Last step'),
  lastOn: text('最近步骤日期', 'Last step on'),
  openObligations: text('未了事项', 'Open obligations'),
  nextDueOn: text('最近应办期限', 'Next due on'),
};

export const widths: Readonly<Partial<Record<CaseColumn, number>>> = { caseNo: 22, place: 40, lastEvent: 18 };

export const entryWords = {
  caseNo: caseWords.caseNo,
  step: text('步骤', 'Step'),
  on: text('统计日期', 'Counted on'),
  place: caseWords.place,
  village: caseWords.village,
  quantity: text('数量', 'Quantity'),
} as const;

export function caseCell(row: CaseRowView, column: CaseColumn, language: Language): CellValue {
  const process = processes.get(row.process);
  switch (column) {
    case 'process':
      return process?.title[language] ?? row.process;
    case 'status':
      return process?.states[row.status]?.[language] ?? row.status;
    case 'lastEvent':
      return row.lastEvent && stepWord(row.lastEvent, language);
    default:
      return row[column];
  }
}

export function stepWord(event: string, language: Language): string {
  for (const process of processes.values()) {
    const step = process.stepOfEvent.get(event);
    if (step) return step.label[language];
  }
  return event;
}

export const unitWord = (unit: string): Text => units[unit]?.label ?? text(unit, unit);

/** The number as it is shown, from the smallest unit in which it is kept. */
export function shownValue({ unit, aggregate }: Figure, value: number | string | null): number | string | null {
  if (typeof value !== 'number' || aggregate === 'count' || aggregate === 'distinct') return value;
  return value / (units[unit]?.scale ?? 1);
}

/** Thousands set off; two decimals where the unit has them. */
export const formatOf = ({ unit, aggregate }: Figure): string =>
  aggregate !== 'count' && (units[unit]?.scale ?? 1) > 1 ? '#,##0.00' : '#,##0';
