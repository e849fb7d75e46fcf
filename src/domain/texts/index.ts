/** What the signatures of labels and letters name. */
export type * from '../complaint/messages.js';
export type * from '../complaint/shapes.js';
export type * from '../complaint/card-names.js';
export type { DutyBearer, dutyBearers, DutyGrounds, DutyReason, dutyRules } from '../complaint/duties.js';
export type { Track } from '../complaint/tracks.js';
export type { Taker, takers } from '../complaint/follow-up/holders.js';
export type * from '../complaint/vocabulary.js';
export type { ComplaintEvents, ComplaintEventType } from '../complaint/events.js';
export type { Fact } from '../complaint/evolve.js';
export type { PausedClock, pausedClocks, pauseKinds, PauseReason } from '../complaint/pause-reasons.js';
export type { Instant } from '../kernel/instant.js';
export type { PersonRef } from '../kernel/message.js';
export type { Money } from '../kernel/money.js';
export type { RejectionText } from '../kernel/rejection-text.js';
export type * from '../board/index.js';
export type { ClockSummaries, ClockSummary, DurationBasis, DurationSummary } from '../sla/summary.js';
export type { Percentiles } from '../kernel/tally.js';
export type * from '../provider/profile.js';
export type {
  CalendarSource,
  Attribute,
  attributeNames,
  Clock,
  ClockTerm,
  ContractTerms,
  EscalationRule,
  EventMatch,
  FieldValue,
  Matching,
  OnChange,
  onChanges,
  OnReopening,
  onReopenings,
  Owner,
  owners,
  Piece,
  SlaPolicy,
  SlaProvenance,
  SourceBasis,
  sourceBases,
  Step,
  StepRun,
  TermChoice,
  TermSource,
  Trigger,
  WallTime,
  Week,
  Weekday,
  weekdays,
} from '../sla/index.js';

export { written } from './amounts.js';
export { certificate, type Certificate } from './certificate/certificate.js';
export { historyFor, historyLine, type HistoryEntry } from './certificate/history.js';
export { datesIn, type Dates } from './dates.js';
export { zoneInWords } from './zone-words.js';
export * from './labels/index.js';
export type { Bilingual, Labels } from './language.js';
export { answerLetter, type AnswerLetter } from './letters/answer.js';
export { cancellationNotice, type CancellationNotice } from './letters/cancellation-notice.js';
export {
  finalNotice,
  type FinalNotice,
  type ToldRestoration,
  type ToldRuling,
} from './letters/final-notice.js';
export { furtherNotice, type FurtherNotice, type ToldEnding } from './letters/further-notice.js';
export { folioNotice, type FolioNotice } from './letters/folio-notice.js';
export {
  confirmationNotice,
  informationNotice,
  type ConfirmationNotice,
  type InformationNotice,
} from './letters/question-notice.js';
export { visitOffNotice, type VisitOffNotice } from './letters/visit-off-notice.js';
export { visitNotice, type VisitNotice } from './letters/visit-notice.js';
export type {
  AboutRequest,
  Addressee,
  ContactLine,
  Letter,
  Opened,
  Unreadable,
  Withheld,
  ProviderWords,
  Sending,
  Setting,
} from './letters/setting.js';
export { providerWords } from './provider/provider-words.js';
export { openingWords } from './provider/opening-words.js';
export {
  procedureOf,
  type NextInstance,
  type Procedure,
  type ProcedureArea,
  type ProcedureChannel,
  type ProcedureOptions,
} from './procedure/procedure.js';
export { boardHtml, type BoardPageOptions, type BoardView } from './board/board-html.js';
export { queueHtml } from './sheet/queue-html.js';
export type { Sheet, SheetItem } from './sheet/sheet-item.js';
export { procedureHtml } from './procedure/procedure-html.js';
export { procedureText } from './procedure/procedure-text.js';
export type { ProcedureStep, ProcedureWay } from './procedure/steps.js';
export type { ProcedureTerm } from './procedure/terms.js';
export { harmless, inline, quoted } from './plain-text.js';
export { explanationOf } from './deadlines/explanation.js';
