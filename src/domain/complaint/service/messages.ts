import type { Instant } from '../../kernel/instant.js';

/** A service that was suspended: the cause is cured, then it is connected again (C-20). */
export interface ServiceEvents {
  /** The cause of the suspension is cured. */
  readonly SuspensionCured: { readonly curedAt: Instant };
  /** The service is connected again; `physical`: it took a visit. */
  readonly Reconnected: { readonly reconnectedAt: Instant; readonly physical: boolean };
}

/** What may be recorded of a suspended service. */
export interface ServiceCommands {
  /** Records that the cause is cured. */
  readonly cureSuspension: ServiceEvents['SuspensionCured'];
  /** Records that it is connected again. */
  readonly reconnect: ServiceEvents['Reconnected'];
}
