import type { Instant } from '../../kernel/instant.js';
import type { Money } from '../../kernel/money.js';
import type { PersonRef } from '../../kernel/message.js';
import type { CompensationAmounts, CreditedFor, GrantPart, GrantReason } from '../compensation/messages.js';
import type { AuthorityEvents, FileOfAuthority } from '../authority/messages.js';
import type { DiagnosisEvents } from '../diagnosis/messages.js';
import type { RulingEvents } from '../ruling/messages.js';
import type { Excepted } from '../separation-of-duties.js';
import type { WordsOfStaff } from '../shapes.js';
import type { Channel, VisitOutcome } from '../vocabulary.js';

/** Why what was recorded is corrected. */
export const correctionReasons = ['recorded-wrongly', 'learned-later'] as const;
/** Why what was recorded is corrected: it was typed wrongly, or the truth was learned later. */
export type CorrectionReason = (typeof correctionReasons)[number];

/** What every correction tells. */
export interface Correcting {
  /** Revision of the event that it takes the place of. */
  readonly corrects: number;
  /** Why it is corrected; the words for it are sealed. */
  readonly reason: CorrectionReason;
}

/**
 * A correction is a new fact that takes the place of an earlier one and says why. It happened when that one did, and is
 * recorded when it is learned: as of any date the corrected reading is told, as known before it the first one.
 */
export interface CorrectionEvents {
  /** Another outcome, ground or reasons than were recorded. */
  readonly RulingCorrected: Correcting &
    Excepted &
    Pick<RulingEvents['Ruled'], 'outcome' | 'basis' | 'cause' | 'nextInstance'>;
  /** Another cause than was verified; what was ruled on the first one is ruled on again. */
  readonly CauseCorrected: Correcting & DiagnosisEvents['CauseVerified'];
  /** The service was back at another time. */
  readonly RestorationCorrected: Correcting & {
    readonly restoredAt: Instant;
    /** Present where the restoration had been confirmed before that time: the user is asked again. */
    readonly unconfirmed?: true;
  };
  /** All of one part that this cycle grants, as it is truly. */
  readonly CompensationCorrected: Correcting &
    CompensationAmounts & {
      /** The ground on which it was granted; absent where that was not recorded: for the time without service. */
      readonly ground?: GrantReason;
    };
  /** A statement showed it at another time or under another reference, or never did: then it is to be credited again. */
  readonly CreditCorrected: Correcting & {
    /** What it was credited for. */
    readonly of: CreditedFor;
    /** False where it never reached the account. */
    readonly credited: boolean;
    /** When it did; absent where it never did. */
    readonly creditedAt?: Instant;
    readonly statement?: string;
  };
  /** The cancellation took effect at another date, or left another balance; told anew with it. */
  readonly CancellationCorrected: Correcting & {
    readonly effectiveAt: Instant;
    readonly channel: Channel;
    readonly balance?: Money;
    /** The balance is what it was: what became of it stays. */
    readonly balanceStands?: true;
  };
  /** An authority resolved something else than was recorded, or on another date. */
  readonly ResolutionCorrected: Correcting &
    AuthorityEvents['AuthorityResolved'] & {
      /** When the authority resolved. */
      readonly resolvedAt: Instant;
    };
  /** Something else came of a conciliation than was recorded, or is to be carried out by another date. */
  readonly ConciliationCorrected: Correcting &
    RulingEvents['ConciliationRecorded'] & {
      /** Which of the agreements it is, from 1, or was before; absent where it never was one. */
      readonly conciliation?: number;
      /** Present where what was agreed had been done: it stays that. */
      readonly carriedOut?: true;
    };
  /** A proof of delivery was of another notice, came at another time or by another channel, or no notice arrived. */
  readonly DeliveryCorrected: Correcting & {
    /** The notice that it was recorded of, by the revision of its event. */
    readonly from: number;
    /** False where none arrived: what was told by it may come back again. */
    readonly delivered: boolean;
    /** The notice that it is of; the same as before where none arrived. */
    readonly notice: number;
    /** True where that notice is the final word. */
    readonly final: boolean;
    readonly channel?: Channel;
    readonly deliveredAt?: Instant;
    /** How the final word stands again, where it had been proven by this. */
    readonly finalAgain?: 'sent' | 'failed';
  };
  /** Something else came of a visit than was recorded, or at another time. */
  readonly VisitCorrected: Correcting & {
    readonly visit: number;
    readonly outcome: VisitOutcome;
    /** When it began; absent where it did not take place. */
    readonly startedAt?: Instant;
    /** When it ended, or was tried in vain. */
    readonly endedAt: Instant;
    /** Present where the user had not been told of its window: it is not put down to the user. */
    readonly unannounced?: true;
    /** Present where no later visit took place or failed, and the user called none off since: what is owed follows it. */
    readonly latest?: true;
    /** Present where the request was reopened since: the user is not held to it. */
    readonly excused?: true;
  };
  /** Another technical lead than was recorded had it. */
  readonly TechnicianCorrected: Correcting & { readonly from: PersonRef; readonly technician: PersonRef };
  /** It belongs to another mass outage than it was linked to, or to none. */
  readonly MassOutageCorrected: Correcting & {
    readonly from: string;
    /** The one that it belongs to; absent where it belongs to none. */
    readonly outage?: string;
  };
  /** It is the duplicate of another request than was recorded. */
  readonly DuplicateCorrected: Correcting & {
    readonly from: string;
    readonly of: string;
    /** The parties who are parties of that one too: they alone are told its folio. */
    readonly toldTo: readonly PersonRef[];
  };
}

/** What a correction is asked with: the reason, and in words why. */
export interface Explained {
  /** Why it is corrected. */
  readonly reason: CorrectionReason;
  /** The same in words; sealed. */
  readonly explanation: string;
}

/** The corrections that may be asked for: each brings what should have been recorded. */
export interface CorrectionCommands {
  /** Another outcome, ground or reasons. */
  readonly correctRuling: Explained &
    Pick<RulingEvents['Ruled'], 'outcome' | 'basis' | 'nextInstance'> & { readonly reasons: string };
  /** Another cause; what the user is told of it is said anew, for the words beside the first one no longer hold. */
  readonly correctCause: Explained & Pick<WordsOfStaff, 'forUser'> & DiagnosisEvents['CauseVerified'];
  /** Another time at which the service was back. */
  readonly correctRestoration: Explained & { readonly restoredAt: Instant };
  /** Other amounts. */
  readonly correctCompensation: Explained &
    CompensationAmounts & {
      /** The part that is corrected; absent: what was granted for the time without service. */
      readonly of?: GrantPart;
    };
  /** Another time or statement, or that it never reached the account; what is left out stands as it was recorded. */
  readonly correctCredit: Explained & {
    /** Its number: the revision of the event that recorded it. */
    readonly credit: number;
    readonly credited: boolean;
    readonly creditedAt?: Instant;
    readonly statement?: string;
  };
  /** Another date or balance. */
  readonly correctCancellation: Explained & {
    readonly effectiveAt: Instant;
    readonly channel?: Channel;
    readonly balance?: Money;
  };
  /**
   * What an authority resolved truly, when, and until when it is to be carried out; a date that is left out stands. The words
   * of an agreement are sealed.
   */
  readonly correctResolution: Explained &
    FileOfAuthority &
    Pick<AuthorityEvents['AuthorityResolved'], 'outcome' | 'dueAt'> & {
      readonly resolvedAt?: Instant;
      readonly agreement?: string;
    };
  /**
   * What came of a conciliation truly, and until when what was agreed is to be carried out; a date and words that are left
   * out stand. The words of an agreement are sealed.
   */
  readonly correctConciliation: Explained &
    RulingEvents['ConciliationRecorded'] & {
      /** Revision of the event that recorded it; of several conciliations one is named. */
      readonly recordedAs?: number;
      readonly agreement?: string;
    };
  /** Which notice arrived truly, when and how, or that none did; what is left out stands as it was recorded. */
  readonly correctDelivery: Explained & {
    /** Its number: the revision of the event that recorded it. */
    readonly delivery: number;
    readonly delivered: boolean;
    readonly notice?: number;
    readonly channel?: Channel;
    readonly deliveredAt?: Instant;
  };
  /** What came of a visit truly, and when; times that are left out stand as they were recorded. */
  readonly correctVisit: Explained & {
    readonly visit: number;
    readonly outcome: VisitOutcome;
    /** When it began; only where it took place. */
    readonly startedAt?: Instant;
    /** When it ended, or was tried in vain. */
    readonly endedAt?: Instant;
  };
  /** Another technical lead. */
  readonly correctTechnician: Explained & { readonly technician: PersonRef };
  /** Another mass outage than the one that it was linked to, or none. */
  readonly correctMassOutage: Explained & { readonly from: string; readonly outage?: string };
  /** The duplicate of another request. */
  readonly correctDuplicate: Explained & { readonly of: string };
}
