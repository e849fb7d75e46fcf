import type { Instant } from '../kernel/instant.js';
import type { About } from './shapes.js';
import type { Kind, Subject } from './vocabulary.js';

/** The way a request goes. A complaint goes the technical way where it is about a failure of service or equipment. */
export const trackIds = [
  'fault',
  'technical-complaint',
  'other-complaint',
  'clarification',
  'inquiry',
  'suggestion',
  'cancellation',
  'procedure',
] as const;
/** Which way a request goes. */
export type TrackId = (typeof trackIds)[number];

/** What a request needs on its way. */
export interface Track {
  /** Must it be routed to an area before it is ruled on (O-31)? The provider's terms may demand more. */
  readonly routed: 'required' | 'optional';
  /** May, must or must not a technical lead be assigned (I-05)? */
  readonly technician: 'required' | 'optional' | 'never';
  /** Who verifies the cause (O-19, I-06). */
  readonly causeBy: 'technical-lead' | 'competent-area' | 'nobody';
  /** Is a repair part of the way, where a fault is found (O-20)? */
  readonly repair: 'if-fault-found' | 'never';
  /** Must it be ruled on (O-25)? */
  readonly ruled: boolean;
  /** What ends the work: the final notice, an answer, or the cancellation itself. */
  readonly final: 'notice' | 'answer' | 'execution';
  /** What the final word must carry. */
  readonly carries: readonly ('causes' | 'ruling' | 'restoration' | 'answer' | 'effective-date')[];
}

const technical = {
  technician: 'required',
  causeBy: 'technical-lead',
  repair: 'if-fault-found',
  ruled: true,
  final: 'notice',
  carries: ['causes', 'ruling', 'restoration'],
} as const;

const byArea = {
  routed: 'required',
  technician: 'never',
  causeBy: 'competent-area',
  repair: 'never',
  ruled: true,
  final: 'notice',
  carries: ['causes', 'ruling', 'restoration'],
} as const;

const answered = {
  routed: 'optional',
  technician: 'never',
  causeBy: 'nobody',
  repair: 'never',
  ruled: false,
  final: 'answer',
  carries: ['answer'],
} as const;

/**
 * Which steps each kind of request needs, as the two procedures have it: points 1 to 4 for what has a cause to verify
 * (Conectared 1-4, Emenet 1-4), routing of complaints and clarifications (Conectared, paragraph on *turnar*; Emenet,
 * point 2 on *canalizar*), free choice of any other request (domain.md 6.1). Visits are open to every track (O-28).
 */
export const tracks: Readonly<Record<TrackId, Track>> = {
  fault: { ...technical, routed: 'optional' },
  'technical-complaint': { ...technical, routed: 'required' },
  'other-complaint': byArea,
  clarification: byArea,
  inquiry: answered,
  suggestion: answered,
  cancellation: {
    routed: 'required',
    technician: 'never',
    causeBy: 'nobody',
    repair: 'never',
    ruled: false,
    final: 'execution',
    carries: ['effective-date'],
  },
  procedure: { ...answered, routed: 'required', technician: 'optional' },
};

/** True of what a technician looks after: the service and the equipment (O-01). */
export const isTechnical = (subject: Subject): boolean => subject === 'service' || subject === 'equipment';

/** True where a repair is part of the way: a fault that is found there takes the service away from the user. */
export const isRepairable = ({ track }: { readonly track: TrackId | null }): boolean =>
  track !== null && tracks[track].repair === 'if-fault-found';

/**
 * From when a cause affects the service: it says so, or a fault was found where one is repaired, and then the user was
 * affected from the receipt on (I-16); `null` where it affects nothing.
 */
export const affectedSince = (
  { faultFound, affectedFrom }: { readonly faultFound: boolean; readonly affectedFrom?: Instant },
  {
    facets,
    receivedAt,
  }: { readonly facets: { readonly track: TrackId | null }; readonly receivedAt: Instant | null },
): Instant | null => affectedFrom ?? (faultFound && isRepairable(facets) ? receivedAt : null);

/**
 * The track of a request, from what the user brought. A complaint about service or equipment is technical, whether or
 * not it says how much fails (O-01).
 */
export const trackOf = (kind: Kind, subject: Subject): TrackId => {
  if (kind !== 'complaint') return kind;
  return isTechnical(subject) ? 'technical-complaint' : 'other-complaint';
};

/** True where another side verifies the cause of what the request has become: the work begins anew with it (I-06). */
export const changesHands = (from: TrackId, to: TrackId): boolean =>
  tracks[from].causeBy !== tracks[to].causeBy;

/** What a filing or a reclassification says of the request: kind and track are facets of what it is about. */
export const isAbout = ({ kind, subkind, subject, defect }: About) => ({
  about: { kind, subkind, subject, defect },
  facets: { kind, track: trackOf(kind, subject) },
});
