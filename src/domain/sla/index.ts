export { nextOpenInstant, openTimeBetween } from './business-time.js';
export {
  sourceBases,
  type SourceBasis,
  type CalendarSource,
  type Provenance as SlaProvenance,
  type PublishedCalendar,
  type TermSource,
} from './calendar.js';
export {
  calendarFaultText,
  calendarFaultTexts,
  type CalendarFault,
  type CalendarFaultCode,
} from './calendar-faults.js';
export { compileCalendar, type BusinessCalendar, type CompiledCalendar } from './compile-calendar.js';
export {
  dueOf,
  type Due,
  type DueOutcome,
  type DueQuestion,
  type DueState,
  type PauseSpan,
  type Term,
} from './due.js';
export {
  authorityClosures,
  datesOf,
  electionDays,
  federalHolidays,
  federalHolidaysProvenance,
  type DatedClosure,
  type Holiday,
} from './mexico.js';
export { type Span } from './pauses.js';
export { dueOfDays, dueOfTime } from './reckon.js';
export { parseCalendar, parsePublishedCalendar, type ParsedCalendar } from './parse-calendar.js';
export { stepsOf } from './steps.js';
export type { Piece, Step, StepRun, WallTime } from './step.js';
export {
  faultsOfWeek,
  formatInterval,
  parseInterval,
  weekdays,
  type Interval,
  type Week,
  type Weekday,
  type WeekFault,
} from './week.js';
export type { ZoneTable, ZoneTransition } from './zone.js';
export { parsePolicy, type FieldsOfEvents, type ParsedPolicy } from './policy/parse-policy.js';
export {
  policyFaultText,
  policyFaultTexts,
  type PolicyFault,
  type PolicyFaultCode,
} from './policy/policy-faults.js';
export { attributeNames, onChanges, onReopenings, owners } from './policy/policy.js';
export type {
  Attribute,
  Clock,
  ClockTerm,
  EscalationRule,
  EventMatch,
  FieldValue,
  Matching,
  OnChange,
  OnReopening,
  Owner,
  SlaPolicy,
  TermChoice,
  Trigger,
} from './policy/policy.js';
export type { ContractTerms } from './policy/contract-terms.js';
export { standardPolicy, type PolicyTerms } from './policy/standard-policy.js';
export { namedIn, readClocks, type ClockReadings, type Published } from './clocks/read-clocks.js';
export type {
  ClockName,
  ClockReading,
  ClockStanding,
  CountedClock,
  CurrentPause,
  NotStartedClock,
  StartedClock,
  UnansweredClock,
  UnansweredCode,
} from './clocks/reading.js';
export { instantOfShare } from './clocks/share.js';
export { type ClockEvent } from './clocks/facts.js';
export { type PolicyOf } from './clocks/fold-runs.js';
export {
  isPublicationEvent,
  type ContentHashes,
  type PublicationEvent,
  type PublicationEvents,
} from './publication/events.js';
export {
  publication,
  type PublicationCommand,
  type PublicationCommands,
  type PublicationRejectionCode,
  type PublicationState,
} from './publication/publication.js';
