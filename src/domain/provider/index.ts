export {
  areasOf,
  notifiesOf,
  contactKinds,
  folioLabelOf,
  holidayPolicies,
  naturalCalendarOf,
  noticeContents,
  purposesOf,
  termsOf,
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
export { openingOf, type Opening } from './opening.js';
export { parseHours, type ParsedHours } from './hours.js';
export { hoursFaultText, hoursFaultTexts, type HoursFault, type HoursFaultCode } from './hours-faults.js';
