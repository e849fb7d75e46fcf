import type { Instant } from '../../kernel/instant.js';
import type { Excepted } from '../separation-of-duties.js';
import type { SaidBy, WordsOfStaff } from '../shapes.js';

/** How a failure was corrected, and whether the service is back. */
export interface RepairEvents {
  /** The failure was corrected, by the service contract (O-20, O-21). */
  readonly Repaired: Excepted & {
    /** What was done, as a short code: `spliced`, `replaced-modem`. */
    readonly action: string;
    readonly parts?: readonly string[];
    readonly atHome: boolean;
    readonly restoredAt: Instant;
    /** The contract the correction conforms to. */
    readonly contract?: string;
  };
  /** The technical lead told customer service: repaired, or nothing to repair (O-22, O-27). */
  readonly RepairReported: {
    /** `not-ours`: the fault lies in the user's own equipment or wiring, outside the provider's part. */
    readonly outcome: 'repaired' | 'no-repair-needed' | 'repair-impossible' | 'not-ours';
  };
  /** The user was asked whether the service is back (C-21). */
  readonly RestorationConfirmationRequested: { readonly requestedAt: Instant };
  /** The service works again: the user said so, or a test did. */
  readonly RestorationConfirmed: {
    readonly by: 'user' | 'measurement';
    readonly confirmedAt: Instant;
    /** Who said so, where staff took it down. */
    readonly saidBy?: SaidBy;
  };
  /** The user says that it is not back. */
  readonly RestorationDisputed: {
    readonly disputedAt: Instant;
    /** Who said so, where staff took it down. */
    readonly saidBy?: SaidBy;
  };
}

/** What may be asked about the correction. */
export interface RepairCommands {
  /** Records the correction; what is told in words is sealed. */
  readonly repair: Omit<RepairEvents['Repaired'], 'exception'> & WordsOfStaff;
  /** Tells customer service how it was left; what is told in words is sealed. */
  readonly reportRepair: RepairEvents['RepairReported'] & { readonly explanation?: string };
  /** Records that the user was asked. */
  readonly requestRestorationConfirmation: RepairEvents['RestorationConfirmationRequested'];
  /** Records that the service is back. */
  readonly confirmRestoration: RepairEvents['RestorationConfirmed'];
  /** Records that the user says it is not; their words are sealed. */
  readonly disputeRestoration: RepairEvents['RestorationDisputed'] & { readonly explanation?: string };
}
