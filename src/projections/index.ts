export {
  defineProjection,
  type CaseContext,
  type Columns,
  type DefinedProjection,
  type KeyOf,
  type ProjectionDefinition,
  type ProjectionHandler,
  type RowChanges,
  type RowOf,
  type WholeRow,
} from './runtime/define-projection.js';
export { given, type GivenEvent, type GivenEvents } from './runtime/given.js';
export { cardFold, type CardFold } from './runtime/card-fold.js';
export type { CaseCard } from '../domain/complaint/card.js';
export type { ComplaintEvents, ComplaintEventType } from '../domain/complaint/events.js';
export type { CaseEvent, ProjectedEvent, Projection, RowChange } from '../application/ports/projection.js';
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
