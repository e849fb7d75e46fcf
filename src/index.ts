export {
  asAuditor,
  asAuthority,
  asBilling,
  asCompetentArea,
  asCustomerService,
  asLegal,
  asPrivacyOfficer,
  asRulingOfficer,
  asSystem,
  asTechnicalLead,
  asUser,
  type By,
  type ByOptions,
} from './application/commands/actors.js';
export type { Acceptance, CommandResult } from './application/commands/command-result.js';
export {
  refusals,
  type InputFaults,
  type Refusal,
  type RefusalCode,
  type RefusalDetails,
} from './application/commands/refusals.js';
export type * from './application/commands/inputs/index.js';
export { faultTexts } from './application/commands/dto/fault.js';
export type { CommandInput, CommandType, Fault, FaultCode } from './application/commands/parse-command.js';
export type {
  CommandOptions,
  FieldOf,
  FolioOf,
  InputFor,
  NamedInput,
} from './application/commands/read-call.js';
export { isCodedError, type CodedError, type ErrorWithCode } from './application/errors/coded-error.js';
export { errorKinds, type ErrorCode } from './application/errors/error-codes.js';
export { isStoreError, type StoreError, type StoreErrorCode } from './application/errors/store-error.js';
export { prefixesOf } from './application/identity/stream-name.js';
export {
  analyticsFormats,
  exportAnalytics,
  type AnalyticsExport,
  type AnalyticsFile,
  type AnalyticsFormat,
  type AnalyticsOptions,
} from './jobs/analytics/index.js';
export {
  attendOutage,
  type AttendOutageOptions,
  type OutageDifference,
  type OutageOrder,
  type OutageResult,
  type OutageStaff,
  type OutageStep,
  type UnattendedCase,
} from './jobs/attend-outage/index.js';
export * from './jobs/recompute/index.js';
export {
  copyStore,
  type CopiedStore,
  type CopyStoreOptions,
  type CopyStoreProgress,
} from './jobs/migrate/copy-store.js';
export {
  restoreStore,
  type Restored,
  type RestoreOptions,
  type VoidedNumbers,
} from './jobs/restore/index.js';
export * from './jobs/keys/index.js';
export type { EventType } from './application/schema/catalogue.js';
export type { Clock } from './application/ports/clock.js';
export type {
  AppendOutcome,
  AppendRequest,
  EventMetadata,
  EventStore,
  Expectation,
  Revision,
  StoreCapabilities,
  StoreIdentity,
  StoreLag,
  StoreSize,
  StreamName,
  NewEvent,
  Page,
  Position,
  ReadAllOptions,
  ReadStreamOptions,
  StoredEvent,
} from './application/ports/event-store.js';
export type { CaseFile, HistoryItem, Parties, Unread } from './queries/case-file.js';
export type {
  EventFeed,
  Feed,
  FeedBatch,
  FeedHealth,
  FeedOptions,
  FeedState,
} from './application/ports/event-feed.js';
export type { Ids } from './application/ports/ids.js';
export type { ContactEntry, ContactIndex, KeyVault, VaultIdentity } from './application/ports/key-vault.js';
export type { VaultMark, VaultMarks } from './application/ports/vault-marks.js';
export type { MasterKey } from './infrastructure/crypto/master-key.js';
export type { MarkedEvent, MarkedNumbers, StoreMark, StoreMarks } from './application/ports/store-marks.js';
export { silentLogger, type Logger } from './application/ports/logger.js';
export type {
  Checkpoint,
  LastEvent,
  ParkedEvent,
  ProjectedBatch,
  ProjectedRows,
  ProjectionFault,
  ProjectionRef,
  Slot,
} from './application/ports/projected-rows.js';
export type { ProjectionHealth, ProjectorHealth } from './application/ports/projector.js';
export type {
  OfVersion,
  ParkedEventsAsked,
  ProjectionsAtWork,
  ProjectionStatus,
  RowsProgress,
  RowsWork,
  VerifiedProjection,
  WaitForOptions,
} from './composition/projections/projections-at-work.js';
export type { ReadModelStore, Row, RowQuery } from './application/ports/read-model-store.js';
export type { Timers } from './application/ports/timers.js';
export type { Totals } from './queries/totals.js';
export type { Span, SpanAttributes, Tracer } from './application/ports/tracer.js';
export type { AsOf, CaseBrief, CaseFull, CaseView } from './queries/case-view.js';
export type {
  ClocksBrief,
  ClocksFull,
  ClocksOptions,
  ClocksView,
  ClockView,
  ExplainedClock,
} from './queries/clocks.js';
export type { ZoneLaw } from './application/calendars/publish-calendar.js';
export type { CalendarCheck } from './queries/calendars.js';
export type { RebuiltContacts } from './application/contacts/rebuild-contacts.js';
export type { ComplaintHistory, HistoriesPage, HistoryClock } from './queries/histories.js';
export type { SlaOptions, SlaView } from './queries/board/sla.js';
export type {
  NextInstance,
  Procedure,
  ProcedureArea,
  ProcedureChannel,
} from './domain/texts/procedure/procedure.js';
export type { ProcedureStep, ProcedureWay } from './domain/texts/procedure/steps.js';
export type { ProcedureTerm } from './domain/texts/procedure/terms.js';
export type { ClockSummaries, ClockSummary, DurationBasis, DurationSummary } from './domain/sla/summary.js';
export type { Percentiles } from './domain/kernel/tally.js';
export type * from './domain/board/index.js';
export type { RenderedNotice } from './queries/cases.js';
export type { ConsumerHealth } from './application/processes/feed-consumer.js';
export type { CopyOptions, CopyProgress } from './infrastructure/sqlite/copy-file.js';
export type * from './application/ports/checkpoints.js';
export type * from './application/ports/folio-register.js';
export type * from './application/ports/projection.js';
export type * from './application/ports/read-model-store.js';
export type * from './application/ports/table-definition.js';
export type { CommandOf } from './domain/kernel/message.js';
export type * from './domain/provider/profile.js';
export type { PauseAttribution, PauseReason, pauseKinds } from './domain/complaint/pause-reasons.js';
export type {
  CalendarSource,
  ClockName,
  ClockStanding,
  ContractTerms,
  CurrentPause,
  NotStartedClock,
  Owner,
  PublishedCalendar,
  owners,
  SlaProvenance,
  SourceBasis,
  sourceBases,
  StartedClock,
  TermSource,
  UnansweredClock,
  UnansweredCode,
  Week,
  Weekday,
  ZoneTransition,
  weekdays,
} from './domain/sla/index.js';
export type * from './domain/complaint/event-names.js';
export type { ClockEvent } from './domain/sla/clocks/facts.js';
export type * from './domain/complaint/card-names.js';
export type { VisitWindow } from './domain/complaint/shapes.js';
export type {
  CellOf,
  Columns,
  DefinedProjection,
  KeyOf,
  NamesOf,
  SummableOf,
  RowOf,
} from './projections/runtime/define-projection.js';
export type {
  ProjectionRows,
  RowsGroup,
  RowsPage,
  RowsPageQuery,
  RowsWhere,
} from './queries/projection-rows.js';
export type { FindBy } from './queries/find-asked.js';
export type { Listings } from './queries/listings.js';
export type { QueueOptions } from './queries/queue-asked.js';
export { namedQueues, type NamedQueue, type Queue } from './queries/queue-names.js';
export type {
  StaffAlert,
  StaffDigest,
  StaffNotice,
  StaffNotifier,
} from './application/ports/staff-notices.js';
export type { StaffNotices } from './composition/staff-notices.js';
export type { ListedCase, ListedPage, PageOptions, QueueDeadline, QueueItem } from './queries/listed.js';
export type { DueNotice, DueNotices, NoticeAddressee } from './queries/due-notices.js';
export { noticeKinds, type NoticeKind } from './queries/letters/notice-kinds.js';
export type { ComplaintHandle, ComplaintMethod } from './composition/complaint-methods.js';
export type {
  DeadlinesHealth,
  EventsOptions,
  HistoriesOptions,
  LateReason,
  DueNoticesOptions,
  NoticeOptions,
  PublicProcedureOptions,
  Quejas,
  QuejasHealth,
  RunDueOptions,
  StoreHealth,
} from './composition/quejas.js';
export type { KeysHealth } from './application/ports/keyring.js';
export type { KeyFaultCode } from './application/errors/key-faults.js';
export type { AcceptedLoss } from './composition/store-mark.js';
export type { DueResult } from './application/processes/deadlines/run-due.js';
export {
  channels,
  kinds,
  languages,
  roles,
  severities,
  statuses,
  type Channel,
  type Kind,
  type Language,
  type Role,
  type Severity,
  type Status,
} from './domain/complaint/vocabulary.js';
export type { Terms } from './domain/complaint/shapes.js';
export type { Instant, Moment } from './domain/kernel/instant.js';
export type { JsonArray, JsonObject, JsonValue } from './domain/kernel/json.js';
export {
  refusalKinds,
  type DetailsOf,
  type NamesIn,
  type RefusalEntry,
  type RefusalKind,
} from './domain/kernel/refusal.js';
export type { RejectionText } from './domain/kernel/rejection-text.js';
export { conectared } from './domain/provider/conectared.js';
export { emenet } from './domain/provider/emenet.js';
export type {
  AreaProfile,
  ChannelProfile,
  ContactKind,
  ContactPoint,
  HolidayPolicy,
  Label,
  NoticeContent,
  NoticeProfile,
  PolicyProfile,
  Provenance,
  ProviderProfile,
} from './domain/provider/profile.js';
export {
  parseKeysUrl,
  parseRowsUrl,
  parseStoreUrl,
  type KeysUrl,
  type RowsUrl,
  type StoreUrl,
} from './composition/part-urls.js';
export type { ConnectionString } from './infrastructure/eventstoredb/connection-string.js';
export {
  openQuejas,
  readModelProjector,
  type EmbeddedStore,
  type FeedStore,
  type OpenQuejasOptions,
} from './composition/open-quejas.js';
