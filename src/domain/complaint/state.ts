import type { Instant } from '../kernel/instant.js';
import type { PersonRef } from '../kernel/message.js';
import type {
  CompensationAmounts,
  CompensationEvents,
  CreditedFor,
  GrantPart,
  GrantReason,
  GrantTold,
  MoneyTold,
} from './compensation/messages.js';
import type { DeadlinesEvents } from './deadlines/messages.js';
import type { AuthorityEvents } from './authority/messages.js';
import type { DiagnosisEvents } from './diagnosis/messages.js';
import { noCharges, type UndueCharges } from './compensation/charges.js';
import type { EndingEvents } from './ending/messages.js';
import { initialCard, type CaseCard } from './card.js';
import type { Facets } from './facets.js';
import type { Filed, FilingEvents } from './filing/messages.js';
import type { Representatives } from './parties/messages.js';
import type { NoticeEvents, ToldByNotice } from './notice/messages.js';
import type { OnRecord } from './on-record.js';
import type { About, Relationship, VisitWindow } from './shapes.js';
import type { TrackId } from './tracks.js';
import type { Classification } from './triage/messages.js';
import type { Channel, ConciliationOutcome, Kind, VisitOutcome } from './vocabulary.js';
import type { VisitEvents, VisitPurpose } from './visit/messages.js';

/** A visit that was asked for and never arranged: it still waits for that, or was called off before. */
export interface RequestedVisit {
  /** What the visit is for. */
  readonly purpose: VisitPurpose;
  /** Whether it still waits to be arranged. */
  readonly stage: 'requested' | 'cancelled';
  /** Absent: no visitor was named. */
  readonly visitor?: undefined;
}

/** A visit, as it was last arranged. */
export interface ArrangedVisit {
  /** Whom the user expects: a technician or anybody the provider sends. */
  readonly visitor: PersonRef;
  /** When the visitor is expected, as last arranged. */
  readonly window: VisitWindow;
  /** What the visit is for. */
  readonly purpose: VisitPurpose;
  /** How far it has come; only one that was notified may take place (I-14). */
  readonly stage: 'scheduled' | 'notified' | 'completed' | 'failed' | 'cancelled';
  /** When the user first knew of this very window (I-14). */
  readonly notifiedAt?: Instant;
  /** What came of it, with the event that tells it; absent while it is not over. */
  readonly came?: OnRecord & {
    readonly outcome: VisitOutcome;
    /** When it began, where it took place. */
    readonly startedAt?: Instant;
    /** When it ended, or was tried in vain. */
    readonly endedAt: Instant;
  };
  /** How the user was told of this very window, each time. */
  readonly notices?: readonly (Omit<VisitEvents['VisitNotified'], 'visit'> & {
    /** Revision of the event, by which its delivery is proven or denied. */
    readonly notice: number;
  })[];
}

/** A visit, arranged or only asked for. */
export type Visit = ArrangedVisit | RequestedVisit;

/** What a notice told that is neither proven delivered, nor came back, nor was said again by a later one. */
export interface Unproven extends ToldByNotice {
  /** What it told of money, where the work began anew since: it is no longer in what is granted. */
  readonly money?: MoneyTold;
}

/** A proof that a notice arrived, as it is known today. */
export interface Delivery extends OnRecord {
  /** Its number: the revision of the event that recorded it first. */
  readonly delivery: number;
  /** The notice that it proves, by the revision of its event. */
  readonly notice: number;
  /** How it arrived. */
  readonly channel: Channel;
  /** When it arrived. */
  readonly deliveredAt: Instant;
  /** What the user knows by it. */
  readonly told?: Unproven;
  /** How the final word stood before it, where it proves that one, and when that had not reached the user. */
  readonly finalBefore?: { readonly stood: 'sent' | 'failed'; readonly unreached: readonly Instant[] };
}

/** All of one part that a cycle granted, in minor units, with the event of its last grant. */
export interface Grant extends GrantTold, OnRecord {
  /** The ground of the last one. */
  readonly reason: GrantReason;
  /** What was assessed, or is on record, of all that it grants: the least that it may be corrected to. */
  readonly least?: CompensationAmounts;
}

/** A conciliation that was held, as it is known today. */
export interface Conciliation extends OnRecord {
  /** Revision of the event that recorded it first. */
  readonly recordedAs: number;
  /** What came of it. */
  readonly outcome: ConciliationOutcome;
  /** Until when what was agreed has to be carried out, as it was last said; absent where it never was. */
  readonly dueAt?: Instant;
  /** Which of the agreements it made, from 1; it keeps the number where it is known now that none was reached. */
  readonly agreement?: number;
  /** Present once what was agreed was done. */
  readonly carriedOut?: true;
}

/** How a proceeding before an authority ended, as it is known today. */
export interface Resolution extends OnRecord {
  /** How. */
  readonly outcome: AuthorityEvents['AuthorityResolved']['outcome'];
  /** When the authority resolved. */
  readonly resolvedAt: Instant;
  /** Until when it has to be carried out, as it was last said; absent where it never was. */
  readonly dueAt?: Instant;
}

/** What reached the user's account, as it is known today: of a correction the true time and reference. */
export interface Credit extends OnRecord {
  /** Its number: the revision of the event that recorded it first. */
  readonly credit: number;
  /** What it was credited for. */
  readonly of: CreditedFor;
  /** When it reached the account. */
  readonly creditedAt: Instant;
  /** The reference of the statement. */
  readonly statement?: string;
  /** When it had been granted, last before it. */
  readonly grantedAt?: Instant;
}

/** What a cycle granted, by its parts. */
export type Grants = { readonly [P in GrantPart]?: Grant };

/** Everything a decision about one complaint may look at. It never holds a personal value: those stay sealed. */
export interface ComplaintState extends CaseCard {
  /** What it was filed with, never changed afterwards; `null` before that. */
  readonly filing: Filed | null;
  /** Who acts for a party, by their pseudonym: accredited and not revoked. */
  readonly representatives: Representatives;
  /** The written acknowledgements that left (C-02). */
  readonly acknowledgements: readonly FilingEvents['AcknowledgementSent'][];
  /** How it was last classified; `null` before that. */
  readonly classification: Classification | null;
  /** The host's work orders opened for it. */
  readonly workOrders: readonly string[];
  /** Its visits by number, from 1; one that is asked for keeps its number once it is arranged. */
  readonly visits: Readonly<Record<number, Visit>>;
  /** The visit that took place or failed last, and the cycle it was in; `null` once the user called one off after it. */
  readonly lastVisit: { readonly visit: number; readonly cycle: number } | null;
  /** The event that put it into the hands of the technical lead; `null` before that. */
  readonly assignment: OnRecord | null;
  /** The cause verified last, and the revision that rulings and notices refer to it by. */
  readonly cause: (DiagnosisEvents['CauseVerified'] & OnRecord) | null;
  /** The last repair of this cycle: when the service was back. */
  readonly repair: (OnRecord & { readonly restoredAt: Instant }) | null;
  /** When it was confirmed that the service is back (O-26); `null` before that. */
  readonly restoredBy: { readonly confirmedAt: Instant } | null;
  /** The ruling that holds in this cycle (O-25); its outcome is a facet. */
  readonly ruling:
    | (OnRecord & {
        /** Revision of the `CauseVerified` or `CauseCorrected` it rests on. */
        readonly cause: number;
        readonly basis: string;
        readonly nextInstance?: string;
      })
    | null;
  /** Who repaired and who ruled in this cycle: no actor may do both. */
  readonly hands: { readonly repaired: readonly PersonRef[]; readonly ruled: readonly PersonRef[] };
  /** The conciliations that were held, in whatever cycle, in the order in which they were recorded. */
  readonly conciliations: readonly Conciliation[];
  /** How each proceeding before an authority ended, by its key. */
  readonly resolutions: Readonly<Record<string, Resolution>>;
  /** An authority resolved for the user, in whatever cycle: no ruling goes against it. */
  readonly resolvedForUser: boolean;
  /** Who ruled what the user does not accept, or declined to reopen it, in whatever cycle: none of them rules on the appeal. */
  readonly appealedFrom: readonly PersonRef[];
  /** What was worked out to be due (I-16), as last assessed. */
  readonly assessed: CompensationEvents['CompensationAssessed'] | null;
  /** All that was granted in this cycle, each part by itself. */
  readonly grants: Grants;
  /** What reached the account, in whatever cycle, in the order in which it was recorded. */
  readonly credits: readonly Credit[];
  /** The goodwill that was granted, in whatever cycle, each by what tells it from the others. */
  readonly goodwill: readonly string[];
  /** What of charges was found undue, and is to be refunded. */
  readonly charges: UndueCharges;
  /** What was granted before the work began anew, where no notice told the user. */
  readonly toTellBefore: MoneyTold;
  /** The currency of all that was said of money so far, beside the balance of a cancellation: a case has one. */
  readonly currency: string | null;
  /** Revisions of the events that sent something to the user, so that a proof of delivery can name one. */
  readonly sent: readonly number[];
  /** What each notice told that may still come back, by the revision of its event. */
  readonly unproven: Readonly<Record<number, Unproven>>;
  /** The proofs that notices arrived, in whatever cycle, in the order in which they were recorded. */
  readonly deliveries: readonly Delivery[];
  /** The final notice, answer or execution. */
  readonly finalWord: { readonly revision: number; readonly reason: EndingEvents['Closed']['reason'] } | null;
  /** The final notice that the user was given last in this cycle, also where it has to be given anew. */
  readonly told: { readonly revision: number } | null;
  /** What this cycle had granted of each part when the user was last told of it: no correction takes it back. */
  readonly toldGrants: Grants;
  /** The cancellation as it was executed. */
  readonly execution:
    (OnRecord & Pick<NoticeEvents['CancellationExecuted'], 'effectiveAt' | 'balance'>) | null;
  /** The request that goes on in place of this one, where it ended as a duplicate. */
  readonly duplicate: (OnRecord & { readonly of: string }) | null;
  /** When the final word did not reach the user in this cycle, each time since it was last delivered. */
  readonly unreached: readonly Instant[];
  /** The user has rated how it was handled. */
  readonly rated: boolean;
  /** Other complaints it relates to. */
  readonly links: readonly Relationship[];
  /** Mass outages it belongs to. */
  readonly outages: readonly (OnRecord & { readonly outage: string })[];
  /** Ids of the legal holds placed and not lifted. */
  readonly legalHolds: readonly string[];
  /** `clock#cycle` of every breach: never taken away (I-24). */
  readonly breaches: readonly string[];
  /** `clock#cycle@percent` of every warning. */
  readonly warnings: readonly string[];
  /** What staff was told of about deadlines, by `alertKey`. */
  readonly alerts: readonly string[];
  /** What deadlines count by since they were recomputed; `null`: by the terms of the filing. */
  readonly recomputed: Omit<DeadlinesEvents['ClocksRecomputed'], 'reason'> | null;
  /** When the cause of a suspension was cured: reconnection counts from there (C-20). */
  readonly suspensionCuredAt: Instant | null;
  /** When the last fact of each type was, as far as others rest on it (`restsOn` of each stage). */
  readonly happened: Readonly<Record<string, Instant | undefined>>;
}

/** A complaint that has been filed: what every command but `file` works on. */
export interface FiledComplaint extends ComplaintState {
  /** What it was filed with. */
  readonly filing: Filed;
  /** Its number. */
  readonly folio: string;
  /** What the request is about now, after any reclassification. */
  readonly about: About;
  /** Where it stands; kind and track are known from the filing on. */
  readonly facets: Facets & { readonly kind: Kind; readonly track: TrackId };
}

/** A complaint of which nothing is recorded yet. */
export const initialState: ComplaintState = {
  ...initialCard,
  filing: null,
  representatives: {},
  acknowledgements: [],
  classification: null,
  workOrders: [],
  visits: {},
  lastVisit: null,
  assignment: null,
  cause: null,
  repair: null,
  restoredBy: null,
  ruling: null,
  hands: { repaired: [], ruled: [] },
  conciliations: [],
  resolutions: {},
  resolvedForUser: false,
  appealedFrom: [],
  assessed: null,
  grants: {},
  credits: [],
  goodwill: [],
  charges: noCharges,
  toTellBefore: {},
  currency: null,
  sent: [],
  unproven: {},
  deliveries: [],
  finalWord: null,
  told: null,
  toldGrants: {},
  execution: null,
  duplicate: null,
  unreached: [],
  rated: false,
  links: [],
  outages: [],
  legalHolds: [],
  breaches: [],
  warnings: [],
  alerts: [],
  recomputed: null,
  suspensionCuredAt: null,
  happened: {},
};

/** True once it is filed and has its folio; with less than that nothing can be decided about it. */
export const isFiled = (state: ComplaintState): state is FiledComplaint =>
  state.filing !== null && state.folio !== null && state.about !== null && state.facets.track !== null;
