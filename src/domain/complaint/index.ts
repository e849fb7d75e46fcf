export * from './vocabulary.js';
export * from './shapes.js';
export type * from './messages.js';
export { personalFields } from './personal-fields.js';
export * from './doors.js';
export { trackIds, tracks, type Track, type TrackId } from './tracks.js';
export type { CaseCard, Learned } from './card.js';
export { initialFacets, type Facets } from './facets.js';
export {
  initialState,
  type ComplaintState,
  type ArrangedVisit,
  type Conciliation,
  type Credit,
  type Delivery,
  type Unproven,
  type FiledComplaint,
  type Grant,
  type Grants,
  type RequestedVisit,
  type Resolution,
  type Visit,
} from './state.js';
export type { ComplaintCommand, ComplaintCommands, ComplaintCommandType } from './commands.js';
export type {
  ComplaintEvent,
  ComplaintEvents,
  ComplaintEventType,
  ComplaintSealed,
  PersonalField,
} from './events.js';
export type { ComplaintContext } from './context.js';
export type { ComplaintDecision } from './decide.js';
export { complaintEventTypes, isComplaintEventType, type Fact } from './evolve.js';
export type { UndueCharges } from './compensation/charges.js';
export { roleMatrix } from './role-matrix.js';
export type { Asked } from './asked-relations.js';
export { relationTable } from './relation-table.js';
export type { OnRecord } from './on-record.js';
export type { Audience, Viewed, Viewer } from './disclosure/audience.js';
export type { Words } from './disclosure/disclosed.js';
export type { Related, Relation, Who } from './relations.js';
export { rejections, type RejectionCode } from './rejections.js';
export { takers, type Holders, type Taker } from './follow-up/holders.js';
export type { Proceeding, Proceedings } from './authority/proceedings.js';
export type { Agreement, Agreements } from './to-carry-out.js';
export type { ArcoRequests } from './arco.js';
export {
  dutyBearers,
  dutyRules,
  type Duties,
  type DutyBearer,
  type DutyGrounds,
  type DutyReason,
} from './duties.js';
export type { Kept, Pause, PauseLog } from './pauses.js';
export {
  pausedClocks,
  pauseKinds,
  type PauseAttribution,
  type PausedClock,
  type PauseReason,
} from './pause-reasons.js';
export { visitPurposes } from './visit/messages.js';
export { holdReasons, statementKinds, type StatementKind } from './follow-up/messages.js';
export { creditedFor, grantParts, grantReasons, nothingDueReasons } from './compensation/messages.js';
export type { Uncredited } from './compensation/uncredited.js';
export { recipients } from './notice/messages.js';
export { capacities, revocationReasons } from './parties/messages.js';
export { reportOutcomes } from './report/messages.js';
export { reopeningReasons } from './ending/messages.js';
export { arcoOutcomes, authorityOutcomes } from './authority/messages.js';
export { alertedActs, recomputeReasons } from './deadlines/messages.js';
export { correctionReasons } from './correction/messages.js';
export type { Basis } from './compensation/amounts.js';
export type { CompensationGrounds } from './compensation/affected-period.js';
export type { AffectedTime } from './compensation/affected-time.js';
export type { AffectedPeriod, Period } from './compensation/periods.js';
export type { FailedVisit, OpenVisits, OpenVisitStage, Visitors } from './visit/open-visits.js';
