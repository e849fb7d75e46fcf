export * from './doors.js';
export {
  sourceBases,
  type SourceBasis,
  type CalendarSource,
  type Provenance as SlaProvenance,
  type PublishedCalendar,
  type TermSource,
} from './calendar.js';
export { calendarFaultTexts, type CalendarFault, type CalendarFaultCode } from './calendar-faults.js';
export type { BusinessCalendar, CompiledCalendar, SkippedInterval } from './compile-calendar.js';
export type { Due, DueOutcome, DueQuestion, DueState, PauseSpan, Term } from './due.js';
export {
  authorityClosures,
  electionDays,
  federalHolidaysProvenance,
  type DatedClosure,
  type Holiday,
} from './mexico.js';
export { type Span } from './pauses.js';
export type { ParsedCalendar } from './parse-calendar.js';
export type { Piece, Step, StepRun, WallTime } from './step.js';
export { weekdays, type Interval, type Week, type Weekday, type WeekFault } from './week.js';
export type { ZoneTable, ZoneTransition } from './zone.js';
export type { FieldsOfEvents, ParsedPolicy } from './policy/parse-policy.js';
export { policyFaultTexts, type PolicyFault, type PolicyFaultCode } from './policy/policy-faults.js';
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
export type { PolicyTerms } from './policy/standard-policy.js';
export type { ClockReadings, Published } from './clocks/read-clocks.js';
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
export { type ClockEvent } from './clocks/facts.js';
export { type PolicyOf } from './clocks/fold-runs.js';
export { type ContentHashes, type PublicationEvent, type PublicationEvents } from './publication/events.js';
export {
  type PublicationCommand,
  type PublicationCommands,
  type PublicationRejectionCode,
  type PublicationState,
} from './publication/publication.js';
