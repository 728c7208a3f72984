import writeXlsxFile from 'write-excel-file/node';
import { type Language } from '#foundation/http';
import { type Principal } from '#foundation/identity';
import { roles, type Text } from '#foundation/process';
import { shanghaiDateTime } from '#foundation/calendar';

export type CellValue = string | number | null | undefined;

export interface Column {
  readonly title: string;
  /** In characters of the usual font. */
  readonly width: number;
  /** Number format of Excel, for numbers only. */
  readonly format?: string;
}

export interface Sheet {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly CellValue[])[];
}

export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** An Excel file whose sheets say on their first line who took them out, in which role, when and as known at what position. */
export async function workbook(
  sheets: readonly Sheet[],
  { principal, position, language }: { principal: Principal; position: number; language: Language },
): Promise<Buffer> {
  const mark = watermark(principal, position)[language];
  return writeXlsxFile(
    sheets.map(({ name, columns, rows }) => ({
      sheet: name,
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 2,
      data: [
        [{ value: mark, type: String, textColor: '#666666' }],
        columns.map(({ title }) => ({ value: title, type: String, fontWeight: 'bold', backgroundColor: '#f0f0f0' })),
        ...rows.map((row) => row.map((value, index) => cell(value, columns[index]?.format))),
      ],
    })),
  ).toBuffer();
}

function cell(value: CellValue, format: string | undefined) {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return { value, type: Number, ...(format ? { format } : {}) };
  return { value, type: String };
}

function watermark({ staffRef, roles: held }: Principal, position: number): Text {
  const names = (language: Language): string =>
    held.map((role) => (roles as Readonly<Record<string, Text>>)[role]?.[language] ?? role).join(', ');
  const at = shanghaiDateTime(new Date()).replace('T', ' ');
  return {
    zh: `导出：${staffRef}（${names('zh')}） ${at} 日志位置 ${position}`,
    en: `Exported by ${staffRef} (${names('en')}) ${at}, log position ${position}`,
  };
}
