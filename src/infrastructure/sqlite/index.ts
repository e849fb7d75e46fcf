export type * from '../../application/store-types.js';
export {
  sqliteEventStore,
  type SqliteEventStore,
  type SqliteEventStoreOptions,
} from './sqlite-event-store.js';
export {
  sqliteProjectedRows,
  type SqliteProjectedRows,
  type SqliteProjectedRowsOptions,
} from './projected-rows.js';
export type { Checkpoints } from '../../application/ports/checkpoints.js';
export type { FolioAnswer, FolioRegister } from '../../application/ports/folio-register.js';
export type { BackUp, BackUpOptions } from './back-up.js';
export type { CopyOptions, CopyProgress } from './copy-file.js';
export type { Integrity, IntegrityProgress } from './integrity.js';
export type { IntegrityOptions } from './check-whole.js';
export { isStoreError, type StoreError, type StoreErrorCode } from '../../application/errors/store-error.js';
