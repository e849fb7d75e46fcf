export type * from '../../application/store-types.js';
export { eventStoreDb, type EventStoreDb, type EventStoreDbOptions } from './event-store-db.js';
export type { Dialect } from './dialect.js';
export type {
  AppendOptions,
  AppendResult,
  EventStoreDbClient,
  ExactRevision,
  LiveSubscription,
  LogPosition,
  PrefixFilter,
  ProposedEvent,
  Reading,
  RecordedEvent,
  ResolvedEvent,
} from './client.js';
export type { Tuning } from './tuning.js';
export type { FeedTuning } from './feed/feed-tuning.js';
export { isStoreError, type StoreError, type StoreErrorCode } from '../../application/errors/store-error.js';
export { eventStoreDbFrom } from './from-connection-string.js';
export { isConnectionString } from './connection-string.js';
