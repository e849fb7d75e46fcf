export {
  contactKinds,
  holidayPolicies,
  noticeContents,
  type AreaProfile,
  type ChannelProfile,
  type ContactKind,
  type ContactPoint,
  type HolidayPolicy,
  type Label,
  type NoticeContent,
  type NoticeProfile,
  type PolicyProfile,
  type Provenance,
  type ProviderProfile,
} from './profile.js';
export { conectared } from './conectared.js';
export { emenet } from './emenet.js';
export * from './doors.js';
export { parseHours, type ParsedHours } from './hours.js';
export { hoursFaultTexts, type HoursFault, type HoursFaultCode } from './hours-faults.js';
