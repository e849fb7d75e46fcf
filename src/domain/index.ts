export { accept, reject, type Decision, type Refused, type Rejection } from './kernel/decision.js';
export type { Decider } from './kernel/decider.js';
export type { JsonArray, JsonObject, JsonValue } from './kernel/json.js';
export type { CommandOf, EventOf, Personal, PersonalFields, PersonRef, Recorded } from './kernel/message.js';
export type { Money } from './kernel/money.js';
export {
  refusalKinds,
  type DetailsOf,
  type NamesIn,
  type RefusalEntry,
  type RefusalKind,
  type RefusalTable,
} from './kernel/refusal.js';
export type { RejectionText, RejectionTexts } from './kernel/rejection-text.js';
export { instantOf, laterOf, millisecondsOf } from './kernel/doors.js';
export { isInstant, parseInstant, readInstant, type Instant, type Moment } from './kernel/instant.js';
export * from './complaint/index.js';
export {
  folio,
  formatFolio,
  initialFolioState,
  parseFolio,
  rejections as folioRejections,
  rejectionText as folioRejectionText,
  voidReasons,
  type FolioCommand,
  type FolioCommands,
  type FolioContext,
  type FolioDecision,
  type FolioEvent,
  type FolioEvents,
  type FolioBlockRejectionCode,
  type FolioParse,
  type FolioRange,
  type FolioState,
  type LiveBlock,
  type ParsedFolio,
  type FolioRejectionCode,
  type RejectionCode as FolioRefusalCode,
  type VoidReason,
} from './folio/index.js';
export * from './provider/index.js';
export * from './sla/index.js';
export * from './board/index.js';
export type { ClockSummaries, ClockSummary, DurationBasis, DurationSummary } from './sla/summary.js';
export type { Percentiles } from './kernel/tally.js';
