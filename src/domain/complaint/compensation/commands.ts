import type { Instant } from '../../kernel/instant.js';
import type { Money } from '../../kernel/money.js';
import type { CompensationEvents } from './events.js';

export interface CompensationCommands {
  /** Price and period where the filing did not bring them; `to` where the service is not restored yet. */
  readonly assessCompensation: {
    readonly price?: Money;
    readonly periodDays?: number;
    readonly from?: Instant;
    readonly to?: Instant;
  };
  readonly grantCompensation: CompensationEvents['CompensationGranted'];
  readonly creditCompensation: CompensationEvents['CompensationCredited'];
}
