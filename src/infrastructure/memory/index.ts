export type * from '../../application/store-types.js';
export {
  memoryEventStore,
  type MemoryEventStore,
  type MemoryEventStoreOptions,
} from './memory-event-store.js';
export { memoryProjectedRows } from './projected-rows.js';
