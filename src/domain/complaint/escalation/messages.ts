import type { Instant } from '../../kernel/instant.js';
import type { Excepted } from '../separation-of-duties.js';
import type { EscalationLevel, EscalationTrigger } from '../vocabulary.js';
import type { SaidBy, WordsOfStaff } from '../shapes.js';

/** That a complaint went up, and that its ending stands though the user does not accept it. */
export interface EscalationEvents {
  /** The complaint went up a level, inside the house (1 to 3) or to an authority (4). */
  readonly Escalated: {
    readonly level: Exclude<EscalationLevel, 0>;
    readonly trigger: EscalationTrigger;
    /** Whom it goes to: an area, a person's pseudonym, an authority. */
    readonly target: string;
    readonly externalReference?: string;
    /** Fixed by the level it went to. */
    readonly dueAt?: Instant;
    /** Who said so, where staff took it down. */
    readonly saidBy?: SaidBy;
  };
  /** The user does not accept the ending, and it stands: it is not opened again. The reasons are sealed. */
  readonly ReopeningDeclined: Excepted & {
    /** Where the user may go next (I-10). */
    readonly nextInstance: string;
  };
}

/** What takes a complaint up, and what lets its ending stand. */
export interface EscalationCommands {
  /** Takes the complaint up a level; what is told in words is sealed. */
  readonly escalate: EscalationEvents['Escalated'] & WordsOfStaff;
  /** Declines to open an ended complaint again; the reasons are the user's to read, and sealed. */
  readonly declineReopening: {
    readonly reasons: string;
    /** Default: that of the terms. */
    readonly nextInstance?: string;
  };
}
