import { cell, type CellFormat, type CellValue, readSheet, type Sheet, type SheetRow } from '#foundation/ledger';
import { Refusal, type Role } from '#foundation/process';
import { fault, type SettingsFault } from './check.js';
import { validateSettings } from './events.js';
import { type SettingsEvents, type SettingsEventType } from './settings.js';

/**
 * Reads a grid register: columns `code,village,group` and, where cells came or went, `from` and `to` (dates, both days
 * included). Throws a Refusal R-IMPORT-FILE when the file is no such register; its details name cells as `row 7: from`.
 */
export function parseGridRegister(file: Uint8Array | string): SettingsEvents['GridRegisterPublished'] {
  return register('GridRegisterPublished', file, ['code', 'village', 'group'], ['from', 'to'], 'cells', ({ of }) => ({
    code: of('code'),
    village: of('village'),
    group: of('group'),
    from: of('from', dateCell),
    to: of('to', dateCell),
  }));
}

/**
 * Reads a staff register: columns `code,post,role` and, where needed, `certified` (是 or 否), `grids` and `villages`.
 * Several roles, grids or villages in a cell are split by 、 ， or a comma. Every enforcement officer holds a card unless
 * the column `certified` says otherwise. Throws a Refusal R-IMPORT-FILE when the file is no such register.
 */
export function parseStaffRegister(file: Uint8Array | string): SettingsEvents['StaffRegisterPublished'] {
  const optional = ['certified', 'grids', 'villages'];
  return register('StaffRegisterPublished', file, ['code', 'post', 'role'], optional, 'staff', ({ of }) => {
    const roles = of('role', listCell) as readonly Role[] | undefined;
    return {
      code: of('code'),
      post: of('post'),
      roles,
      certified: of('certified', cell.yesNo) ?? roles?.includes('ENFORCEMENT_OFFICER') ?? false,
      grids: of('grids', listCell) ?? [],
      villages: of('villages', listCell) ?? [],
    };
  });
}

const dateCell = cell.date;
const listCell = cell.listOf(cell.code);

interface Reader {
  /** The cell under a header; undefined when it is empty. What cannot be read is kept as text, for the check to find. */
  of(header: string, format?: CellFormat): CellValue | undefined;
}

function register<Type extends SettingsEventType>(
  type: Type,
  file: Uint8Array | string,
  required: readonly string[],
  optional: readonly string[],
  key: string,
  entry: (reader: Reader) => Readonly<Record<string, unknown>>,
): SettingsEvents[Type] {
  const sheet = readSheet(file);
  const faults = headerFaults(sheet, required, optional);
  if (faults.length === 0) {
    const entries = sheet.rows.map((row) => withoutAbsent(entry(readerOf(row))));
    const data = { [key]: entries };
    const found = validateSettings(type, data);
    if (found.length === 0) return data as unknown as SettingsEvents[Type];
    faults.push(...found.map((each) => ({ ...each, field: inRows(each.field, sheet.rows) })));
  }
  throw new Refusal('R-IMPORT-FILE', 'malformed', {
    fields: faults.map(({ field, code }) => ({ field, code })),
    reason: faults.map(({ field, reason }) => `${field} ${reason.en}`).join('; '),
  });
}

/** An absent value is an absent key: what is recorded is hashed, and must not change on its way through JSON. */
const withoutAbsent = (entry: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined));

function headerFaults({ headers }: Sheet, required: readonly string[], optional: readonly string[]): SettingsFault[] {
  return [
    ...required.filter((header) => !headers.includes(header)).map((header) => fault(header, '缺少该列', 'is missing')),
    ...headers
      .filter((header) => !required.includes(header) && !optional.includes(header))
      .map((header) => fault(header, '未知列', 'is not a column here')),
  ];
}

function readerOf({ cells }: SheetRow): Reader {
  return {
    of(header, format = cell.text) {
      const written = cells.get(header);
      return written === undefined ? undefined : (format.read(written) ?? written);
    },
  };
}

/** `cells[3].from` becomes `row 5: from`: people look for it in Excel. */
function inRows(field: string, rows: readonly SheetRow[]): string {
  const place = /^\w+\[(\d+)\]\.?(.*)$/.exec(field);
  if (!place) return field;
  return `row ${rows[Number(place[1])]!.row}${place[2] ? `: ${place[2]}` : ''}`;
}
