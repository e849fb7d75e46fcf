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

export * from './doors.js';
export type { Certificate } from './certificate/certificate.js';
export type { HistoryEntry, WithdrawnBy } from './certificate/history.js';
export * from './labels/index.js';
export type { Bilingual, Labels } from './language.js';
export type { AnswerLetter } from './letters/answer.js';
export type { CancellationNotice } from './letters/cancellation-notice.js';
export type { FinalNotice, ToldRestoration, ToldRuling } from './letters/final-notice.js';
export type { FurtherNotice, ToldEnding } from './letters/further-notice.js';
export type { FolioNotice } from './letters/folio-notice.js';
export type { ConfirmationNotice, InformationNotice } from './letters/question-notice.js';
export type { VisitOffNotice } from './letters/visit-off-notice.js';
export type { VisitNotice } from './letters/visit-notice.js';
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
export type {
  NextInstance,
  Procedure,
  ProcedureArea,
  ProcedureChannel,
  ProcedureOptions,
} from './procedure/procedure.js';
export type { BoardPageOptions, BoardView } from './board/board-html.js';
export type { Sheet, SheetItem } from './sheet/sheet-item.js';
export type { ProcedureStep, ProcedureWay } from './procedure/steps.js';
export type { ProcedureTerm } from './procedure/terms.js';
