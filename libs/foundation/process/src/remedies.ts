import { addDays, addMonths, type LocalDate, type WorkCalendar } from '#foundation/calendar';

/** A term that favours the citizen and ends on a rest day runs on to the next working day (T-END). */
export const onWorkingDay = (day: LocalDate, calendar: WorkCalendar): LocalDate =>
  calendar.isRestDay(day) ? calendar.nextWorkingDay(day) : day;

/**
 * The last day on which a party may still ask for reconsideration (60 days) or sue (6 months), whichever is later, from
 * the day of service (ARL, ALiL art. 46; D-ENF-11, D-DEM-05, D-REL-10).
 */
export const lastRemedyDay = (servedOn: LocalDate, calendar: WorkCalendar): LocalDate =>
  onWorkingDay([addDays(servedOn, 60), addMonths(servedOn, 6)].sort().at(-1)!, calendar);

/**
 * When a court may be asked to execute: from ten working days after the demand, until three months after the act became
 * final (ACL arts. 53-54; D-ENF-12, D-DEM-06).
 */
export const courtApplicationWindow = (
  demandServedOn: LocalDate,
  finalOn: LocalDate,
  calendar: WorkCalendar,
): { readonly from: LocalDate; readonly to: LocalDate } => ({
  from: calendar.addWorkingDays(demandServedOn, 10),
  to: addMonths(finalOn, 3),
});
