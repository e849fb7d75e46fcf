export type * from '../../application/ports/store-ports.js';
export type { Checkpoints } from '../../application/ports/checkpoints.js';
export type { FolioAnswer, FolioRegister } from '../../application/ports/folio-register.js';
export {
  memoryEventStore,
  type MemoryEventStore,
  type MemoryEventStoreOptions,
} from './memory-event-store.js';
export { memoryProjectedRows } from './projected-rows.js';
