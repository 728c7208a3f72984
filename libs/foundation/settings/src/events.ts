import { type WorkCalendarData } from '#foundation/calendar';
import { Authority, defaultLimits, type KnownCalendar, LegalBasis, roles } from '#foundation/process';
import {
  bool,
  type Check,
  date,
  fault,
  halfYear,
  list,
  oneOf,
  record,
  type SettingsFault,
  text,
  time,
  whole,
} from './check.js';
import {
  type DayHours,
  defaultSettings,
  type Enterprise,
  type GridCell,
  type PublishedLimit,
  type SettingsEvents,
  type SettingsEventType,
  type StaffMember,
  type TownshipSettings,
} from './settings.js';

const byCode = (entry: unknown): unknown => (entry as { readonly code: string }).code;

const gridCell = record<GridCell>(
  { code: text, village: text, group: text },
  { from: date, to: date },
  (cell, field) =>
    cell.from !== undefined && cell.to !== undefined && cell.to < cell.from
      ? [fault(`${field}.to`, '终止日期早于起始日期', 'lies before the first day')]
      : [],
);

const staffMember = record<StaffMember>(
  {
    code: text,
    post: text,
    roles: list(oneOf(roles, '角色', 'role'), { min: 1 }),
    certified: bool,
    grids: list(text),
    villages: list(text),
  },
  {},
  (member, field) =>
    member.roles.includes('SYSTEM_CLOCK')
      ? [fault(`${field}.roles`, '系统时钟不能由人员担任', 'the system clock is no role of a person')]
      : [],
);

const enterprise = record<Enterprise>(
  { code: text },
  { from: date, to: date, keyFrom: date, keyTo: date },
  ({ from, to, keyFrom, keyTo }, field) => [
    ...(from !== undefined && to !== undefined && to < from
      ? [fault(`${field}.to`, '终止日期早于起始日期', 'lies before the first day')]
      : []),
    ...(keyTo !== undefined && (keyFrom === undefined || keyTo < keyFrom)
      ? [fault(`${field}.keyTo`, '终止日期早于起始日期', 'lies before the first day')]
      : []),
  ],
);

const delegation = record({
  authority: oneOf(Authority.codes, '机关', 'organ'),
  legalBasis: oneOf(LegalBasis.codes, '法律依据', 'legal basis'),
  documentNo: text,
  from: date,
});

const limit = record<PublishedLimit>({ name: oneOf(defaultLimits, '限值', 'limit'), value: whole });

/** What may be published, and what it changes. One entry an event type; nothing else knows them. */
const catalogue: {
  readonly [Type in SettingsEventType]: {
    readonly check: Check;
    readonly apply: (settings: TownshipSettings, data: SettingsEvents[Type]) => TownshipSettings;
  };
} = {
  GridRegisterPublished: {
    check: record({ cells: list(gridCell, { key: byCode, min: 1 }) }),
    apply: (settings, { cells }) => ({ ...settings, gridCells: new Map(cells.map((cell) => [cell.code, cell])) }),
  },
  StaffRegisterPublished: {
    check: record({ staff: list(staffMember, { key: byCode, min: 1 }) }),
    apply: (settings, { staff }) => ({ ...settings, staff: new Map(staff.map((member) => [member.code, member])) }),
  },
  EnterpriseRegisterPublished: {
    check: record({ enterprises: list(enterprise, { key: byCode, min: 1 }) }),
    apply: (settings, { enterprises }) => ({
      ...settings,
      enterprises: new Map(enterprises.map((each) => [each.code, each])),
    }),
  },
  BaselineDateSet: {
    check: record({ baselineDate: date }),
    apply: (settings, { baselineDate }) => ({ ...settings, baselineDate }),
  },
  DelegationsPublished: {
    check: record({ delegations: list(delegation, { key: (entry) => JSON.stringify(entry) }) }),
    apply: (settings, { delegations }) => ({ ...settings, delegations }),
  },
  DayHoursSet: {
    check: record<DayHours>({ start: time, end: time }, {}, ({ start, end }, field) =>
      start < end
        ? []
        : [fault(field === '' ? 'end' : `${field}.end`, '结束时间不晚于开始时间', 'is not after the start')],
    ),
    apply: (settings, { start, end }) => ({ ...settings, dayHours: { start, end } }),
  },
  LimitsPublished: {
    check: record({ limits: list(limit, { key: (entry) => (entry as PublishedLimit).name }) }),
    apply: (settings, { limits }) => ({
      ...settings,
      limits: { ...defaultLimits, ...Object.fromEntries(limits.map(({ name, value }) => [name, value])) },
    }),
  },
  PeriodsFrozen: {
    check: record({ periods: list(halfYear) }),
    apply: (settings, { periods }) => ({ ...settings, frozenPeriods: periods }),
  },
  HolidayCalendarPublished: {
    check: record<WorkCalendarData>(
      {
        version: text,
        publishedFrom: date,
        publishedThrough: date,
        holidays: list(date, { min: 1 }),
        makeupWorkdays: list(date),
      },
      {},
      (notice) => [
        ...(notice.publishedThrough < notice.publishedFrom
          ? [fault('publishedThrough', '终止日期早于起始日期', 'lies before the first day')]
          : []),
        ...notice.makeupWorkdays
          .filter((day) => notice.holidays.includes(day))
          .map((day) => fault('makeupWorkdays', `${day} 同时列为放假`, `${day} is listed as a holiday too`)),
      ],
    ),
    apply: (settings, notice) => ({ ...settings, calendar: settings.calendar.withNotice(notice) }),
  },
};

export const settingsEventTypes = Object.keys(catalogue) as readonly SettingsEventType[];

export const isSettingsEventType = (type: string): type is SettingsEventType => Object.hasOwn(catalogue, type);

/**
 * Everything that is wrong with settings about to be published, by field; empty when they may be. `current` is what
 * they would change: a holiday notice has to follow on the calendar without a gap.
 */
export function validateSettings(
  type: SettingsEventType,
  data: unknown,
  current: TownshipSettings = defaultSettings,
): readonly SettingsFault[] {
  const faults = catalogue[type].check(data, '');
  if (faults.length > 0 || type !== 'HolidayCalendarPublished') return faults;
  try {
    current.calendar.withNotice(data as WorkCalendarData);
    return [];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [fault('publishedFrom', '与已公布的放假安排之间有空缺', 'leaves days that no holiday notice covers')];
  }
}

export interface RecordedSettingsEvent {
  readonly type: string;
  readonly data: unknown;
  /** Number within the settings stream, from 0. */
  readonly revision: number;
}

/**
 * The settings after these events, in the order of their stream. Total: what has been recorded cannot be refused any
 * more, so an unknown type, or data that no version of the product would have recorded, changes the revision only.
 */
export function foldSettings(
  events: Iterable<RecordedSettingsEvent>,
  start: TownshipSettings = defaultSettings,
): TownshipSettings {
  let settings = start;
  for (const { type, data, revision } of events) settings = { ...applied(settings, type, data), version: revision };
  return settings;
}

/**
 * The calendars that the product knew, oldest first, after these events: the one it came with, and one more with each
 * holiday notice that follows on.
 */
export function calendarsAfter(
  known: readonly KnownCalendar[],
  events: Iterable<{ readonly type: string; readonly data: unknown; readonly position: number }>,
): readonly KnownCalendar[] {
  let calendars = known.length > 0 ? known : [{ since: -1, calendar: defaultSettings.calendar }];
  for (const { type, data, position } of events) {
    if (type !== 'HolidayCalendarPublished') continue;
    const { calendar } = calendars.at(-1)!;
    const after = applied({ ...defaultSettings, calendar }, type, data).calendar;
    if (after !== calendar) calendars = [...calendars, { since: position, calendar: after }];
  }
  return calendars;
}

function applied(settings: TownshipSettings, type: string, data: unknown): TownshipSettings {
  if (!isSettingsEventType(type) || validateSettings(type, data, settings).length > 0) return settings;
  // The check above is what makes the data of this type; the table cannot say so to the compiler.
  const { apply } = catalogue[type] as { apply: (settings: TownshipSettings, data: unknown) => TownshipSettings };
  return apply(settings, data);
}
