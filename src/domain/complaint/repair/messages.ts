import type { Instant } from '../../kernel/instant.js';

export interface RepairEvents {
  /** The failure was corrected, by the service contract (O-20, O-21). */
  readonly Repaired: {
    /** What was done, as a short code: `spliced`, `replaced-modem`. */
    readonly action: string;
    readonly parts?: readonly string[];
    readonly atHome: boolean;
    readonly restoredAt: Instant;
    /** The contract the correction conforms to. */
    readonly contract?: string;
  };
  /** The technical lead told customer service: repaired, or nothing to repair (O-22, O-27). */
  readonly RepairReported: { readonly outcome: 'repaired' | 'no-repair-needed' | 'repair-impossible' };
  readonly RestorationConfirmationRequested: { readonly requestedAt: Instant };
  /** The service works again: the user said so, or a test did. */
  readonly RestorationConfirmed: { readonly by: 'user' | 'measurement'; readonly confirmedAt: Instant };
  readonly RestorationDisputed: { readonly disputedAt: Instant };
}

export interface RepairCommands {
  readonly repair: RepairEvents['Repaired'] & { readonly explanation?: string };
  readonly reportRepair: RepairEvents['RepairReported'] & { readonly explanation?: string };
  readonly requestRestorationConfirmation: RepairEvents['RestorationConfirmationRequested'];
  readonly confirmRestoration: RepairEvents['RestorationConfirmed'];
  readonly disputeRestoration: RepairEvents['RestorationDisputed'] & { readonly explanation?: string };
}
