/** What the signatures of a store's adapter name: each adapter's entry exports all of it. */
export type { JsonArray, JsonObject, JsonValue } from '../domain/kernel/json.js';
export type * from '../domain/complaint/card-names.js';
export type * from '../domain/complaint/event-names.js';
export type { ClockEvent } from '../domain/sla/clocks/facts.js';
export type { RefusalKind } from '../domain/kernel/refusal.js';
export type { ErrorWithCode } from './errors/coded-error.js';
export type * from './ports/checkpoints.js';
export type * from './ports/event-feed.js';
export type * from './ports/event-store.js';
export type * from './ports/folio-register.js';
export type * from './ports/projection.js';
export type * from './ports/logger.js';
export type * from './ports/projected-rows.js';
export type * from './ports/read-model-store.js';
export type * from './ports/table-definition.js';
export type * from './ports/timers.js';
export type { VaultIdentity } from './ports/key-vault.js';
export type * from './ports/vault-marks.js';
