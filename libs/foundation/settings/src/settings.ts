import { defaultCalendar, type LocalDate, type WorkCalendar, type WorkCalendarData } from '#foundation/calendar';
import {
  defaultLimits,
  type LimitName,
  type Limits,
  normaliseNumber,
  type Role,
  type Township,
} from '#foundation/process';

/** A patrol and service area with its code, in force between two dates (both included); open ends where absent. */
export interface GridCell {
  readonly code: string;
  readonly village: string;
  readonly group: string;
  readonly from?: LocalDate;
  readonly to?: LocalDate;
}

export interface StaffMember {
  readonly code: string;
  /** Name of the post as the township writes it. */
  readonly post: string;
  readonly roles: readonly Role[];
  /** Holds an enforcement card. */
  readonly certified: boolean;
  /** Grid cells and villages that limit where the person acts; both empty means the whole township. */
  readonly grids: readonly string[];
  readonly villages: readonly string[];
}

/** An enterprise of the township by its code, on the register and on the list of key enterprises between these days. */
export interface Enterprise {
  readonly code: string;
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  /** First day on the key list; absent for an enterprise that was never on it. */
  readonly keyFrom?: LocalDate;
  readonly keyTo?: LocalDate;
}

/** A power handed over to the township and published (APL art. 24); it covers cases from that date on. */
export interface Delegation {
  /** Organ that handed the power over. */
  readonly authority: string;
  readonly legalBasis: string;
  readonly documentNo: string;
  readonly from: LocalDate;
}

/** Local times `HH:mm` between which compulsory execution may start. */
export interface DayHours {
  readonly start: string;
  readonly end: string;
}

/** A number that the law leaves to the province or the township, in its stored unit. */
export interface PublishedLimit {
  readonly name: LimitName;
  readonly value: number;
}

/**
 * What a township publishes about itself. Each event states its part as a whole: the register that counts is the last
 * one published, and cells or people that are no longer in force stay in it with their dates.
 */
export interface SettingsEvents {
  GridRegisterPublished: { readonly cells: readonly GridCell[] };
  StaffRegisterPublished: { readonly staff: readonly StaffMember[] };
  EnterpriseRegisterPublished: { readonly enterprises: readonly Enterprise[] };
  BaselineDateSet: { readonly baselineDate: LocalDate };
  DelegationsPublished: { readonly delegations: readonly Delegation[] };
  DayHoursSet: DayHours;
  /** Limits that differ from the defaults; one that is left out has its default again. */
  LimitsPublished: { readonly limits: readonly PublishedLimit[] };
  /** All half-years that are frozen; one that is left out is open again. */
  PeriodsFrozen: { readonly periods: readonly string[] };
  /** One more holiday notice: see WorkCalendar.withNotice. */
  HolidayCalendarPublished: WorkCalendarData;
}

export type SettingsEventType = keyof SettingsEvents;

export interface TownshipSettings {
  /** Revision of the last event of the settings stream; -1 while nothing is published. */
  readonly version: number;
  readonly baselineDate?: LocalDate;
  readonly gridCells: ReadonlyMap<string, GridCell>;
  readonly staff: ReadonlyMap<string, StaffMember>;
  readonly enterprises: ReadonlyMap<string, Enterprise>;
  readonly delegations: readonly Delegation[];
  readonly dayHours: DayHours;
  readonly limits: Limits;
  /** Half-years as `2022H1`. */
  readonly frozenPeriods: readonly string[];
  readonly calendar: WorkCalendar;
}

export const defaultSettings: TownshipSettings = {
  version: -1,
  gridCells: new Map(),
  staff: new Map(),
  enterprises: new Map(),
  delegations: [],
  dayHours: { start: '06:00', end: '22:00' },
  limits: defaultLimits,
  frozenPeriods: [],
  calendar: defaultCalendar,
};

/** The grid cell is in the register and in force on that business date. */
export function gridInForce(settings: TownshipSettings, code: string, on: LocalDate): boolean {
  const cell = settings.gridCells.get(code);
  return cell !== undefined && (cell.from ?? on) <= on && on <= (cell.to ?? on);
}

/** The enterprise is on the register that day, and with `key` on the list of key enterprises too. */
export function isEnterprise(settings: TownshipSettings, code: string, on: LocalDate, list?: 'key'): boolean {
  const enterprise = settings.enterprises.get(code);
  if (enterprise === undefined || on < (enterprise.from ?? on) || on > (enterprise.to ?? on)) return false;
  if (list === undefined) return true;
  return enterprise.keyFrom !== undefined && enterprise.keyFrom <= on && on <= (enterprise.keyTo ?? on);
}

export function holdsRole(settings: TownshipSettings, staffRef: string, role: Role): boolean {
  return settings.staff.get(staffRef)?.roles.includes(role) ?? false;
}

/**
 * A published delegation by that organ for that legal basis, in force on the date. Any organ when it is undefined; any
 * paper when no number is given.
 */
export function hasDelegation(
  settings: TownshipSettings,
  authority: string | undefined,
  legalBasis: string,
  on: LocalDate,
  documentNo?: string,
): boolean {
  return settings.delegations.some(
    (each) =>
      (authority === undefined || each.authority === authority) &&
      (documentNo === undefined || normaliseNumber(each.documentNo) === normaliseNumber(documentNo)) &&
      each.legalBasis === legalBasis &&
      each.from <= on,
  );
}

/** The half-year of a date, as `2022H1` (January to June) or `2022H2`. */
export function halfYearOf(date: LocalDate): string {
  return `${date.slice(0, 4)}H${date.slice(5, 7) <= '06' ? 1 : 2}`;
}

/** The settings as the rules of the processes see them. */
export function townshipOf(settings: TownshipSettings): Township {
  return {
    baselineDate: settings.baselineDate,
    dayHours: settings.dayHours,
    calendar: settings.calendar,
    limits: settings.limits,
    gridInForce: (code, on) => gridInForce(settings, code, on),
    villageOf: (gridCode) => settings.gridCells.get(gridCode)?.village,
    isStaff: (staffRef) => settings.staff.has(staffRef),
    holdsRole: (staffRef, role) => holdsRole(settings, staffRef, role),
    isCertified: (staffRef) => settings.staff.get(staffRef)?.certified ?? false,
    hasDelegation: (legalBasis, on, documentNo) => hasDelegation(settings, undefined, legalBasis, on, documentNo),
    isEnterprise: (code, on, list) => isEnterprise(settings, code, on, list),
    isFrozen: (on) => settings.frozenPeriods.includes(halfYearOf(on)),
  };
}
