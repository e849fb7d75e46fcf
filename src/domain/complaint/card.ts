import type { Instant } from '../kernel/instant.js';
import type { PersonRef } from '../kernel/message.js';
import type { Proceedings } from './authority/proceedings.js';
import { noArco, type ArcoRequests } from './arco.js';
import { noAgreements, type Agreements } from './to-carry-out.js';
import { nothingAffected, type AffectedTime } from './compensation/affected-time.js';
import { nothingUncredited, type Uncredited } from './compensation/uncredited.js';
import { noHolders, type Holders } from './follow-up/holders.js';
import { initialFacets, type Facets } from './facets.js';
import type { About } from './shapes.js';
import type { FailedVisit, Visitors } from './visit/open-visits.js';
import type { Channel, Severity } from './vocabulary.js';

/** What terms that run against the user count from: when it happened or was learned, whichever is later. */
export interface Learned {
  /** That the complaint ended, last. */
  readonly ended?: Instant;
  /** That the user was asked for information, last. */
  readonly asked?: Instant;
  /** That the user was asked whether the service is back, last. */
  readonly toConfirm?: Instant;
  /** That a visit failed, last. */
  readonly visitFailed?: Instant;
  /** A word of the user, whatever they said. */
  readonly heard?: Instant;
}

/** Calendar days that the user has to answer or to give access, where the recorded terms do not say. */
const usualLapseDays = 10;

/**
 * The part of a complaint that rows, queues and lists are made from: its facets, its people, its area, what it is
 * about. Small, plain JSON, without any personal value, and folded from the events alone: the full state extends it.
 */
export interface CaseCard {
  /** Where it stands; status and duties follow from them alone. */
  readonly facets: Facets;
  /** Its number, given with the filing and kept for good (I-02). */
  readonly folio: string | null;
  /** What the request is about now; `null` before filing. */
  readonly about: About | null;
  /** How grave it is, as last classified. */
  readonly severity: Severity;
  /** Who holds the contract; `null` before filing. */
  readonly subscriber: PersonRef | null;
  /** Who reported it, where that is not the subscriber (O-36). */
  readonly reporter: PersonRef | null;
  /** The contract it is about, as the host names it. */
  readonly contract: string | null;
  /** Where the service is, as the host names it. */
  readonly municipality: string | null;
  /** The channel it came in by; `null` before filing. */
  readonly channel: Channel | null;
  /** When the request reached the provider: the moment deadlines count from. */
  readonly receivedAt: Instant | null;
  /** Id of the area it was last routed to (O-31). */
  readonly area: string | null;
  /** The technical lead it is assigned to (O-18, I-06). */
  readonly technician: PersonRef | null;
  /** The owner in customer service (O-18). */
  readonly owner: PersonRef | null;
  /** Who of each role took it on; an area's is that of the area where it lies. */
  readonly holders: Holders;
  /** How many requests for information were made, in whatever cycle; the numbers of the open ones. */
  readonly requests: { readonly made: number; readonly open: readonly number[] };
  /** What was agreed in conciliations, and is to be carried out. */
  readonly agreements: Agreements;
  /** What the user asked of their rights over their data, and what of it has no answer yet. */
  readonly arco: ArcoRequests;
  /** Proceedings before authorities, by their reference; none may be open at closing (I-17). */
  readonly proceedings: Proceedings;
  /** Who goes to the visits that are arranged, and from when they are expected. */
  readonly visitors: Visitors;
  /**
   * The visit that failed last, and why, until another one took place or the user called it off; `null` where none did.
   */
  readonly failedVisit: FailedVisit | null;
  /** The time without service, and how much of it was compensated. */
  readonly affected: AffectedTime;
  /** Grants that no statement shows yet, in whatever cycle, by their ground. */
  readonly uncredited: Uncredited;
  /** Until when the level it was escalated to has to attend to it; `null` where none was fixed. */
  readonly escalationDueAt: Instant | null;
  /** When it ended last: the reopening window counts from there (C-22); `null` while it is open. */
  readonly endedAt: Instant | null;
  /** From when terms that run against the user count. */
  readonly learned: Learned;
  /** Calendar days that the user has to answer or to give access before the request may lapse, by the recorded terms. */
  readonly lapseDays: number;
}

/** The card of a complaint of which nothing is recorded yet. */
export const initialCard: CaseCard = {
  facets: initialFacets,
  folio: null,
  about: null,
  severity: 'normal',
  subscriber: null,
  reporter: null,
  contract: null,
  municipality: null,
  channel: null,
  receivedAt: null,
  area: null,
  technician: null,
  owner: null,
  holders: noHolders,
  requests: { made: 0, open: [] },
  agreements: noAgreements,
  arco: noArco,
  proceedings: {},
  visitors: {},
  failedVisit: null,
  affected: nothingAffected,
  uncredited: nothingUncredited,
  escalationDueAt: null,
  endedAt: null,
  learned: {},
  lapseDays: usualLapseDays,
};
