import type { Instant } from '../kernel/instant.js';
import type { PersonRef } from '../kernel/message.js';
import type { CompensationAmounts, CompensationEvents } from './compensation/events.js';
import type { DeadlinesEvents } from './deadlines/events.js';
import type { DiagnosisEvents } from './diagnosis/events.js';
import type { EndingEvents } from './ending/events.js';
import { initialFacets, type Facets } from './facets.js';
import type { Filed, FilingEvents } from './filing/events.js';
import type { HoldReason } from './follow-up/events.js';
import type { Relationship, VisitWindow } from './shapes.js';
import type { TrackId } from './tracks.js';
import type { Classification } from './triage/events.js';
import type { Defect, Kind, RulingOutcome, Severity, Subject } from './vocabulary.js';
import type { VisitEvents, VisitPurpose } from './visit/events.js';

/** A visit, as it was last arranged. */
export interface Visit {
  readonly visitor: PersonRef;
  readonly window: VisitWindow;
  readonly purpose: VisitPurpose;
  readonly stage: 'scheduled' | 'notified' | 'completed' | 'failed' | 'cancelled';
  /** When the user first knew of this very window (I-14). */
  readonly notifiedAt?: Instant;
  /** How the user was told of this very window, each time. */
  readonly notices?: readonly Omit<VisitEvents['VisitNotified'], 'visit'>[];
}

/** Everything a decision about one complaint may look at. It never holds a personal value: those stay sealed. */
export interface ComplaintState {
  readonly facets: Facets;
  readonly filing: Filed | null;
  readonly folio: string | null;
  /** What the request is about now, after any reclassification. */
  readonly about: {
    readonly kind: Kind;
    readonly subkind?: string;
    readonly subject: Subject;
    readonly defect?: Defect;
  } | null;
  readonly severity: Severity;
  /** The written acknowledgements that left (C-02). */
  readonly acknowledgements: readonly FilingEvents['AcknowledgementSent'][];
  /** How it was last classified; `null` before that. */
  readonly classification: Classification | null;
  readonly area: string | null;
  readonly technician: PersonRef | null;
  /** The owner in customer service (O-18). */
  readonly owner: PersonRef | null;
  /** How many requests for information were made; the open ones. */
  readonly requests: { readonly made: number; readonly open: readonly number[] };
  readonly hold: { readonly reason: HoldReason; readonly since: Instant } | null;
  readonly workOrders: readonly string[];
  readonly visits: Readonly<Record<number, Visit>>;
  readonly cause: (DiagnosisEvents['CauseVerified'] & { readonly revision: number }) | null;
  readonly repair: { readonly restoredAt: Instant; readonly revision: number } | null;
  readonly restoredBy: { readonly confirmedAt: Instant } | null;
  readonly ruling: {
    readonly outcome: RulingOutcome;
    readonly revision: number;
    /** Revision of the `CauseVerified` it rests on. */
    readonly cause: number;
    readonly nextInstance?: string;
  } | null;
  /** Who repaired and who ruled in this cycle: nobody may do both. */
  readonly hands: { readonly repaired: readonly PersonRef[]; readonly ruled: readonly PersonRef[] };
  readonly assessed: CompensationEvents['CompensationAssessed'] | null;
  readonly granted: CompensationAmounts | null;
  /** Until when compensation has been granted, in whatever cycle: no hour is compensated twice. */
  readonly compensatedUntil: Instant | null;
  /** Grants that no statement shows yet, in whatever cycle. */
  readonly uncredited: number;
  /** Revisions of the events that sent something to the user, so that a proof of delivery can name one. */
  readonly sent: readonly number[];
  /** The final notice, answer or execution. */
  readonly finalWord: { readonly revision: number; readonly reason: EndingEvents['Closed']['reason'] } | null;
  readonly rated: boolean;
  readonly links: readonly Relationship[];
  /** Mass outages it belongs to. */
  readonly outages: readonly string[];
  readonly proceedings: Readonly<Record<string, 'open' | 'resolved'>>;
  readonly legalHolds: readonly string[];
  /** `clock#cycle` of every breach: never taken away (I-24). */
  readonly breaches: readonly string[];
  /** `clock#cycle@percent` of every warning. */
  readonly warnings: readonly string[];
  /** What deadlines count by since they were recomputed; `null`: by the terms of the filing. */
  readonly recomputed: Omit<DeadlinesEvents['ClocksRecomputed'], 'reason'> | null;
  readonly suspensionCuredAt: Instant | null;
  readonly closedAt: Instant | null;
}

/** A complaint that has been filed: what every command but `file` works on. */
export interface FiledComplaint extends ComplaintState {
  readonly filing: Filed;
  readonly folio: string;
  readonly about: NonNullable<ComplaintState['about']>;
  readonly facets: Facets & { readonly kind: Kind; readonly track: TrackId };
}

/** A complaint of which nothing is recorded yet. */
export const initialState: ComplaintState = {
  facets: initialFacets,
  filing: null,
  folio: null,
  about: null,
  severity: 'normal',
  acknowledgements: [],
  classification: null,
  area: null,
  technician: null,
  owner: null,
  requests: { made: 0, open: [] },
  hold: null,
  workOrders: [],
  visits: {},
  cause: null,
  repair: null,
  restoredBy: null,
  ruling: null,
  hands: { repaired: [], ruled: [] },
  assessed: null,
  granted: null,
  compensatedUntil: null,
  uncredited: 0,
  sent: [],
  finalWord: null,
  rated: false,
  links: [],
  outages: [],
  proceedings: {},
  legalHolds: [],
  breaches: [],
  warnings: [],
  recomputed: null,
  suspensionCuredAt: null,
  closedAt: null,
};

/** True once it is filed and has its folio; with less than that nothing can be decided about it. */
export const isFiled = (state: ComplaintState): state is FiledComplaint =>
  state.filing !== null && state.folio !== null && state.about !== null && state.facets.track !== null;
