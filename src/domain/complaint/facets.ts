import type { HoldReason } from './follow-up/messages.js';
import type { TrackId } from './tracks.js';
import type { OpenVisits } from './visit/open-visits.js';
import type {
  Attribution,
  Ending,
  EscalationLevel,
  Kind,
  Report,
  RulingOutcome,
  Tellable,
} from './vocabulary.js';

/**
 * Where a complaint stands, each side of it by itself (domain.md 6.2): there is no single line of states. Small and
 * free of personal data, so that read models can carry it: the public status and everybody's next duty are derived
 * from it alone.
 */
export interface Facets {
  /** As filed or last reclassified; `null` before filing. */
  readonly kind: Kind | null;
  /** The way it goes, from kind, subject and defect; `null` before filing. */
  readonly track: TrackId | null;
  /** Who reported it, where it is no subscriber's request: it is not ruled on, and owes nothing to a user. */
  readonly report: 'none' | Report;
  /** The user has been told the folio (O-17). */
  readonly folioTold: boolean;
  /** Work has begun: anything came after registration. */
  readonly begun: boolean;
  /** Whether an area has it (O-31). */
  readonly routing: 'none' | 'routed';
  /** Whether a technical lead is assigned (O-18), and the cause verified (O-19). */
  readonly diagnosis: 'none' | 'assigned' | 'verified';
  /** What the verification found; `null` before it. */
  readonly faultFound: boolean | null;
  /** Whom the verified cause is put down to; `null` before it. */
  readonly attribution: Attribution | null;
  /** `impossible` where it was reported that no repair can be made (I-09); `not-ours` where the fault is the user's. */
  readonly repair: 'none' | 'done' | 'impossible' | 'not-ours';
  /** The technical lead told customer service (O-22). */
  readonly handedOff: boolean;
  /** What the user was asked and said about the service being back (C-21). */
  readonly restoration: 'none' | 'requested' | 'confirmed' | 'disputed';
  /** *Procedente* or *improcedente* (O-25), `none` before it is ruled on. */
  readonly ruling: 'none' | RulingOutcome;
  /** A complaint that has a ruling may get another one: it was escalated (I-08). */
  readonly rulingAgain: boolean;
  /** The user does not accept the final word of a way without a ruling: they are to be answered once more. */
  readonly answerAgain: boolean;
  /** The provider's terms make it answer to the user for its suppliers and for cut cables. */
  readonly answersForThirdParties: boolean;
  /**
   * How far it has come, from working out the amounts to the statement (I-16); `not-due` where it was said, with
   * reasons, that nothing is due.
   */
  readonly compensation: 'none' | 'assessed' | 'not-due' | 'granted' | 'credited';
  /** Whether a charge is complained of; `owed` where work before this found it undue; `settled` once its refund is credited, or it was said to be none. */
  readonly charge: 'none' | 'disputed' | 'owed' | 'refunded' | 'settled';
  /** A balance in the user's favour that a cancellation left: `owed` until a statement shows it. */
  readonly balance: 'none' | 'owed' | 'credited';
  /** What the user says of what their cancellation charged, and whether they were found right. */
  readonly penalty: 'none' | 'disputed' | RulingOutcome;
  /** What the user was told of the ruling, in this cycle; `none` before that. What was told in their favour stands. */
  readonly toldRuling: 'none' | RulingOutcome;
  /** The final word of the track has been sent: notice, answer or execution. */
  readonly final: 'none' | 'sent' | 'delivered' | 'failed';
  /** The final word that failed was tried on as many days as the terms ask for: it may end as not reached. */
  readonly unreachable: boolean;
  /** Requests for information the user has not answered yet. */
  readonly openRequests: number;
  /** What is being waited for; `null` where it is not held. */
  readonly hold: HoldReason | null;
  /** How far each visit has come that was asked for or arranged and is neither over nor called off (O-28..O-30). */
  readonly visits: OpenVisits;
  /** Proceedings open before an authority. */
  readonly proceedings: number;
  /** Agreements, and resolutions of an authority for the user, that are not carried out yet. */
  readonly toCarryOut: number;
  /** What came of it that the user has not been told yet. */
  readonly untold: readonly Tellable[];
  /** The highest level it was taken to in this cycle. */
  readonly escalation: EscalationLevel;
  /** What the user said after the end, and none of the provider's people has taken up yet. */
  readonly unread: boolean;
  /** The cause of a suspension was cured, and the service is not connected again. */
  readonly toReconnect: boolean;
  /** It was escalated after it ended: the user does not accept the ending. Until it is reopened. */
  readonly contested: boolean;
  /** `open` until it ends, and again when it is reopened. */
  readonly ending: Ending;
  /** 1 at filing; one more with each reopening. */
  readonly cycle: number;
}

/** The facets of a complaint of which nothing is recorded yet. */
export const initialFacets: Facets = {
  kind: null,
  track: null,
  report: 'none',
  folioTold: false,
  begun: false,
  routing: 'none',
  diagnosis: 'none',
  faultFound: null,
  attribution: null,
  repair: 'none',
  handedOff: false,
  restoration: 'none',
  ruling: 'none',
  rulingAgain: false,
  answerAgain: false,
  answersForThirdParties: true,
  compensation: 'none',
  charge: 'none',
  balance: 'none',
  penalty: 'none',
  toldRuling: 'none',
  final: 'none',
  unreachable: false,
  openRequests: 0,
  hold: null,
  visits: {},
  proceedings: 0,
  toCarryOut: 0,
  untold: [],
  escalation: 0,
  unread: false,
  toReconnect: false,
  contested: false,
  ending: 'open',
  cycle: 1,
};
