import type { Instant } from '../../kernel/instant.js';

/** A service that was suspended: the cause is cured, then it is connected again (C-20). */
export interface ServiceEvents {
  readonly SuspensionCured: { readonly curedAt: Instant };
  readonly Reconnected: { readonly reconnectedAt: Instant; readonly physical: boolean };
}

export interface ServiceCommands {
  readonly cureSuspension: ServiceEvents['SuspensionCured'];
  readonly reconnect: ServiceEvents['Reconnected'];
}
