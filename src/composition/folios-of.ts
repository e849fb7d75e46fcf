import type { EventStore } from '../application/ports/event-store.js';
import type { FolioRegister } from '../application/ports/folio-register.js';

const hasRegister = (store: EventStore): store is EventStore & { readonly folios: FolioRegister } =>
  'folios' in store && store.folios !== undefined;

/** The register that a store writes with its filings; `undefined` for one that keeps none. */
export const foliosOf = (store: EventStore): FolioRegister | undefined =>
  hasRegister(store) ? store.folios : undefined;
