export type * from '../../application/ports/store-ports.js';
export {
  memoryEventStore,
  type MemoryEventStore,
  type MemoryEventStoreOptions,
} from './memory-event-store.js';
export { memoryProjectedRows } from './projected-rows.js';
