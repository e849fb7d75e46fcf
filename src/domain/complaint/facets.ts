import type { HoldReason } from './follow-up/events.js';
import type { TrackId } from './tracks.js';
import type { Attribution, Ending, EscalationLevel, Kind, RulingOutcome } from './vocabulary.js';

/**
 * Where a complaint stands, each side of it by itself (domain.md 6.2): there is no single line of states. Small and
 * free of personal data, so that read models can carry it: the public status and everybody's next duty are derived
 * from it alone.
 */
export interface Facets {
  readonly kind: Kind | null;
  readonly track: TrackId | null;
  /** The user has been told the folio (O-17). */
  readonly folioTold: boolean;
  /** Work has begun: anything came after registration. */
  readonly begun: boolean;
  readonly routing: 'none' | 'routed';
  readonly diagnosis: 'none' | 'assigned' | 'verified';
  readonly faultFound: boolean | null;
  readonly attribution: Attribution | null;
  /** The verified cause names a time from which the service was affected. */
  readonly affected: boolean;
  readonly repair: 'none' | 'done' | 'impossible';
  /** The technical lead told customer service (O-22). */
  readonly handedOff: boolean;
  readonly restoration: 'none' | 'requested' | 'confirmed' | 'disputed';
  readonly ruling: 'none' | RulingOutcome;
  /** A complaint that has a ruling may get another one: it was escalated (I-08). */
  readonly rulingAgain: boolean;
  readonly compensation: 'none' | 'assessed' | 'granted' | 'credited';
  /** The final word of the track has been sent: notice, answer or execution. */
  readonly final: 'none' | 'sent' | 'delivered' | 'failed';
  /** Requests for information the user has not answered yet. */
  readonly openRequests: number;
  readonly hold: HoldReason | null;
  readonly visit: 'none' | 'requested' | 'scheduled' | 'notified' | 'failed';
  /** Proceedings open before an authority. */
  readonly proceedings: number;
  readonly escalation: EscalationLevel;
  readonly ending: Ending;
  /** 1 at filing; one more with each reopening. */
  readonly cycle: number;
}

export const initialFacets: Facets = {
  kind: null,
  track: null,
  folioTold: false,
  begun: false,
  routing: 'none',
  diagnosis: 'none',
  faultFound: null,
  attribution: null,
  affected: false,
  repair: 'none',
  handedOff: false,
  restoration: 'none',
  ruling: 'none',
  rulingAgain: false,
  compensation: 'none',
  final: 'none',
  openRequests: 0,
  hold: null,
  visit: 'none',
  proceedings: 0,
  escalation: 0,
  ending: 'open',
  cycle: 1,
};
