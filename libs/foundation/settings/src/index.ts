export { type SettingsFault } from './check.js';
export {
  calendarsAfter,
  foldSettings,
  isSettingsEventType,
  type RecordedSettingsEvent,
  settingsEventTypes,
  validateSettings,
} from './events.js';
export { parseGridRegister, parseStaffRegister } from './registers.js';
export {
  type DayHours,
  defaultSettings,
  type Delegation,
  type GridCell,
  gridInForce,
  halfYearOf,
  hasDelegation,
  holdsRole,
  type PublishedLimit,
  type SettingsEvents,
  type SettingsEventType,
  type StaffMember,
  townshipOf,
  type TownshipSettings,
} from './settings.js';
export { isHolidayNotice, type Publisher, SETTINGS_STREAM, SettingsService } from './settings.service.js';
