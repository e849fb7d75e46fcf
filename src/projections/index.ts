export { defineProjection } from './runtime/define-host-projection.js';
export type {
  CaseContext,
  CellOf,
  Columns,
  DefinedProjection,
  KeyOf,
  NamesOf,
  NullableOf,
  DeltasOf,
  NumbersOf,
  SummableOf,
  ProjectionDefinition,
  ProjectionHandler,
  RowChanges,
  RowOf,
  WholeRow,
} from './runtime/define-projection.js';
export { given, type GivenEvent, type GivenEvents } from './runtime/given.js';
export { cardFold, type CardFold, type StreamReader } from './runtime/card-fold.js';
export type * from '../domain/complaint/card-names.js';
export type * from '../domain/complaint/event-names.js';
export type { ClockEvent } from '../domain/sla/clocks/facts.js';
export type { JsonArray, JsonObject, JsonValue } from '../domain/kernel/json.js';
export type { CaseEvent } from './runtime/case-event.js';
export type {
  CaseHistory,
  FailurePolicy,
  ProjectedEvent,
  Projection,
  RowChange,
} from '../application/ports/projection.js';
export type {
  EventMetadata,
  NewEvent,
  Position,
  Revision,
  StoredEvent,
  StreamName,
} from '../application/ports/event-store.js';
export type { ProjectionFault } from '../application/ports/projected-rows.js';
export type { ProjectionHealth } from '../application/ports/projector.js';
export type {
  CountQuery,
  GroupQuery,
  ReadModelStore,
  Row,
  RowCondition,
  RowFilter,
  RowGroup,
  RowKey,
  RowOrder,
  RowQuery,
  RowRange,
  RowValue,
} from '../application/ports/read-model-store.js';
export type { ColumnType, TableDefinition } from '../application/ports/table-definition.js';
