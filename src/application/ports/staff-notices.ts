import type { AlertedAct } from '../../domain/complaint/deadlines/messages.js';
import type { Instant } from '../../domain/kernel/instant.js';
import type { RejectionText } from '../../domain/kernel/rejection-text.js';

/** What staff is told of one complaint: the highest of what was recorded about its deadlines since it was told last. */
export interface StaffAlert {
  /** Tells the two notices apart. */
  readonly kind: 'alert';
  /** The same whenever this is delivered again: the receiver drops doubles by it. */
  readonly key: string;
  /** Id of the provider. */
  readonly provider: string;
  /** Id of the complaint. */
  readonly complaint: string;
  /** The number the user was given. */
  readonly folio: string;
  /** A share of a term is over, a term is over, or time took the complaint up a level. */
  readonly act: AlertedAct;
  /** Percent of a warning, level of an escalation; null for a breach. */
  readonly level: number | null;
  /** Whom the escalation went to: `supervisor`, the id of an area, `management`; null for the others. */
  readonly target: string | null;
  /** The clock, `C-07`; null for an escalation. */
  readonly clock: string | null;
  /**
   * When the clock is due, as it stands when staff is told; null for an escalation, and while a pause without a known end
   * holds the clock up.
   */
  readonly dueAt: Instant | null;
  /** When it fell due, which may be long ago. */
  readonly at: Instant;
  /** How many things were recorded that this tells of. */
  readonly of: number;
  /** What a person reads: the highest, and after it each other deadline that was missed or draws near. */
  readonly text: RejectionText;
}

/** What staff is told where too much is due for a notice each. */
export interface StaffDigest {
  /** Tells the two notices apart. */
  readonly kind: 'digest';
  /** The same whenever this is delivered again: the receiver drops doubles by it. */
  readonly key: string;
  /** Id of the provider. */
  readonly provider: string;
  /** How many complaints it tells of. */
  readonly complaints: number;
  /** Those with a deadline that draws near, and was not missed yet. One complaint may count in several of these. */
  readonly warnings: number;
  /** Those with a deadline that was missed and is still to be done, whether staff was told of it before or not. */
  readonly breaches: number;
  /** Those that time took up a level since staff was told last. */
  readonly escalations: number;
  /** When the earliest fell due. */
  readonly since: Instant;
  /** The first twenty folios, the earliest first. */
  readonly folios: readonly string[];
  /** A sentence for a person. */
  readonly text: RejectionText;
}

/** What staff is told about deadlines. */
export type StaffNotice = StaffAlert | StaffDigest;

/** Takes notices for staff out of the house: by mail, to a chat, to a queue of messages. */
export interface StaffNotifier {
  /**
   * Delivers a notice; up to eight are under way at once. What it throws is logged; the notice is delivered again by a
   * later run, with the same key where nothing else fell due. So is one that takes longer than 30 seconds, or until the
   * run is ended or the program closes: that is waited for no longer. It may come twice, also where a program ended
   * between the delivery and its record.
   */
  readonly deliver: (notice: StaffNotice) => Promise<void>;
}
