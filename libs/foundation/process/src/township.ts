import { type LocalDate, type WorkCalendar } from '#foundation/calendar';
import { type Limits } from './limits.js';
import { type Role } from './roles.js';

/**
 * What rules may ask of the township's published configuration. Guards see this interface only, so that no rule
 * depends on how settings are stored; every answer is for a business date, because registers change.
 */
export interface Township {
  /** First day of the current control campaign: decides new or existing stock (processes.md B.2). */
  readonly baselineDate: LocalDate | undefined;
  /** Hours within which compulsory execution may start, local time `HH:mm`. */
  readonly dayHours: { readonly start: string; readonly end: string };
  readonly calendar: WorkCalendar;
  readonly limits: Limits;
  gridInForce(code: string, on: LocalDate): boolean;
  villageOf(gridCode: string): string | undefined;
  /** Named in the staff register, in whatever role. */
  isStaff(staffRef: string): boolean;
  holdsRole(staffRef: string, role: Role): boolean;
  /** Holds an enforcement card, which service and survey ask for. */
  isCertified(staffRef: string): boolean;
  /** A published delegation of the item to the township government, in force on that date; under that paper where one is named. */
  hasDelegation(legalBasis: string, on: LocalDate, documentNo?: string): boolean;
  /** On the register of enterprises that day; with `key`, on its list of key enterprises. */
  isEnterprise(code: string, on: LocalDate, list?: 'key'): boolean;
  /** The half-year in which the date lies is frozen or published (R-ALL-13). */
  isFrozen(on: LocalDate): boolean;
}
