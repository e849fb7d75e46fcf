/** What the signatures of a store's adapter name: each adapter's entry exports all of it. */
export type { JsonArray, JsonObject, JsonValue } from '../../domain/kernel/json.js';
export type * from '../../domain/complaint/card-names.js';
export type * from '../../domain/complaint/event-names.js';
export type { ClockEvent } from '../../domain/sla/clocks/facts.js';
export type { RefusalKind } from '../../domain/kernel/refusal.js';
export type { ErrorWithCode } from '../errors/coded-error.js';
export type * from './checkpoints.js';
export type * from './event-feed.js';
export type * from './event-store.js';
export type * from './folio-register.js';
export type * from './projection.js';
export type * from './logger.js';
export type * from './projected-rows.js';
export type * from './read-model-store.js';
export type * from './table-definition.js';
export type * from './timers.js';
export type { VaultIdentity } from './key-vault.js';
export type * from './vault-marks.js';
