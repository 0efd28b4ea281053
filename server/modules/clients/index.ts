// The door of `clients`: whom we serve, as versions and from memory.
export { closedText } from './contact-options.ts'
export type { OpenState } from './hours.ts'
export { routes } from './http.ts'
export { EVERYTHING, type KindName, kinds, type Value } from './kinds.ts'
export { dateAt, startOf } from './local-day.ts'
export type { ServedDepartment, ServedLine, ServedQueue, ServedTheme } from './served.ts'
export {
  currentSetting,
  currentSettings,
  putSetting,
  settingVersions,
  type Version,
} from './settings.ts'
export { SettingsCache } from './settings-cache.ts'
export { findTheme, lineById, linesOfDepartment, operatorOfLine } from './store.ts'
