/** What a card names, for the entries that show one. */
export type { CaseCard, Learned } from './card.js';
export type { Proceeding, Proceedings } from './authority/proceedings.js';
export type { Agreement, Agreements } from './to-carry-out.js';
export type { ArcoRequests } from './arco.js';
export type { AffectedTime } from './compensation/affected-time.js';
export type { AffectedPeriod, Period } from './compensation/periods.js';
export type { Facets } from './facets.js';
export type { holdReasons, HoldReason } from './follow-up/messages.js';
export type { Holders, Taker, takers } from './follow-up/holders.js';
export type { About } from './shapes.js';
export type { trackIds, TrackId } from './tracks.js';
export type { FailedVisit, OpenVisits, OpenVisitStage, Visitors } from './visit/open-visits.js';
export type * from './vocabulary.js';
export type { Instant } from '../kernel/instant.js';
export type { PersonRef } from '../kernel/message.js';
export type { Uncredited } from './compensation/uncredited.js';
