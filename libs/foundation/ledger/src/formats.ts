import { isLocalDate, type LocalDate } from '#foundation/calendar';

/** What a cell can hold once read: stored units, codes, ISO dates. */
export type CellValue = string | number | boolean | readonly string[];

/** What a derived field may be made of beside that: structures put together from several cells. */
export type FieldValue = CellValue | readonly Readonly<Record<string, CellValue | undefined>>[];

/** How the cells of a column are written and what they become. Pure; `read` answers undefined for what it cannot read. */
export interface CellFormat {
  readonly name: string;
  read(text: string): CellValue | undefined;
  /** The value is a time of day, to be joined with the date of its step. */
  readonly timeOfDay?: true;
}

const format = (name: string, read: CellFormat['read']): CellFormat => ({ name, read });

export const text = format('text', (cell) => cell);
/** An opaque reference: a party, a tip, a permit case. */
export const code = format('code', (cell) => cell);
/** The number of an official paper, for example 拆告字〔2021〕第0001号. */
export const officialNumber = format('official number', (cell) => cell);
/** A reference into the paper archive (纸质:...): there is no file behind it. */
export const paperReference = format('paper reference', (cell) => cell);
export const staffCode = format('staff code', (cell) => cell);

/** Several of one format, split by 、 ， or a comma. */
export function listOf(item: CellFormat): CellFormat {
  return format(`${item.name}, list`, (cell) => readList(cell, /[、，,]/, item));
}

/** Several texts, split by ；: they may hold the other commas themselves. */
export const texts = format('texts, list', (cell) => readList(cell, /；/, text));

function readList(cell: string, separator: RegExp, item: CellFormat): readonly string[] | undefined {
  const values = cell.split(separator).map((part) => (part.trim() === '' ? undefined : item.read(part.trim())));
  return values.every((value) => typeof value === 'string') ? values : undefined;
}

/** 2022-03-05, 2022/3/5 or 2022年3月5日. */
export const date = format('date', readDate);

function readDate(cell: string): LocalDate | undefined {
  const parts =
    /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(cell) ??
    /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/.exec(cell) ??
    /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(cell);
  if (!parts) return undefined;
  const iso = `${parts[1]}-${parts[2]!.padStart(2, '0')}-${parts[3]!.padStart(2, '0')}`;
  return isLocalDate(iso) ? iso : undefined;
}

/** A date, a blank, then 9:30 or 09:30. Becomes the local minute `YYYY-MM-DDTHH:mm`. */
export const dateTime = format('date and time', (cell) => {
  const parts = /^(\S+)\s+(\S+)$/.exec(cell);
  const day = parts && readDate(parts[1]!);
  const time = parts && readTime(parts[2]!);
  return day && time ? `${day}T${time}` : undefined;
});

/** 9:30 or 09:30, on the date of its own step. */
export const timeOfDay: CellFormat = { ...format('time of day', readTime), timeOfDay: true };

function readTime(cell: string): string | undefined {
  const parts = /^(\d{1,2})[:：](\d{2})$/.exec(cell);
  if (!parts || Number(parts[1]) > 23 || Number(parts[2]) > 59) return undefined;
  return `${parts[1]!.padStart(2, '0')}:${parts[2]}`;
}

/** Square metres with 0 to 2 decimals, stored in dm2. */
export const squareMetres = format('m²', (cell) => readHundredths(cell));
/** Yuan with 0 to 2 decimals, stored in fen. */
export const yuan = format('yuan', (cell) => readHundredths(cell));
/** Mu with 0 to 2 decimals, stored in hundredths of a mu. */
export const mu = format('mu', (cell) => readHundredths(cell));
/** Head, sets, persons, days, kg: whole numbers, stored as they are. */
export const wholeNumber = format('whole number', (cell) => {
  const parts = readDecimal(cell);
  return parts && parts.decimals === '' ? safe(`${parts.sign}${parts.whole}`) : undefined;
});

/** Digits are moved, never multiplied: 1.15 m² is 115 dm2 and not 114.99999999999999. */
function readHundredths(cell: string): number | undefined {
  const parts = readDecimal(cell);
  return parts && safe(`${parts.sign}${parts.whole}${parts.decimals.padEnd(2, '0')}`);
}

function readDecimal(cell: string): { sign: string; whole: string; decimals: string } | undefined {
  // A minus sign can be read; whether less than nothing makes sense is for the rules of the step to say.
  const parts = /^(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(cell);
  return parts ? { sign: parts[1]!, whole: parts[2]!.replaceAll(',', ''), decimals: parts[3] ?? '' } : undefined;
}

function safe(digits: string): number | undefined {
  const value = Number(digits);
  return Number.isSafeInteger(value) ? value + 0 : undefined;
}

/** 是 or 否. */
export const yesNo = format('是 / 否', (cell) => (cell === '是' ? true : cell === '否' ? false : undefined));

/**
 * A word of a closed list, stored as its code. Beside the words of the ledger, the Chinese names of the code list are
 * read too where they mean a code that the ledger uses.
 */
export function word(
  words: Readonly<Record<string, string>>,
  codeList?: { readonly codes: Readonly<Record<string, { readonly zh: string }>> },
): CellFormat {
  const used = new Set(Object.values(words));
  const names = Object.entries(codeList?.codes ?? {}).filter(([code]) => used.has(code));
  const codes = new Map([...names.map(([code, { zh }]) => [zh, code] as const), ...Object.entries(words)]);
  return format(`one of ${Object.keys(words).join(', ')}`, (cell) => codes.get(cell));
}
