import type { Instant } from '../../kernel/instant.js';
import type { EscalationLevel, EscalationTrigger } from '../vocabulary.js';
import type { SaidBy, WordsOfStaff } from '../shapes.js';

/** That a complaint went up. */
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
}

/** What takes a complaint up. */
export interface EscalationCommands {
  /** Takes the complaint up a level; what is told in words is sealed. */
  readonly escalate: EscalationEvents['Escalated'] & WordsOfStaff;
}
