export {
  addDays,
  addMonths,
  addYears,
  compareDates,
  dayOfWeek,
  daysBetween,
  isLocalDate,
  isLocalDateTime,
  type LocalDate,
  type LocalDateTime,
  shanghaiDate,
  shanghaiDateTime,
} from './local-date.js';
export { CalendarNotPublished, type TermLength, WorkCalendar, type WorkCalendarData } from './work-calendar.js';
export { defaultCalendar } from './default-calendar.js';
