import type { RowWriter } from '../../application/ports/inline-projector.js';
import type { TableDefinition } from '../../application/ports/table-definition.js';
import type { Projection } from './define-projection.js';

/** How far each projection has come, by name and version, in the same transaction as its rows (design: promise 8). */
export const checkpointTable: TableDefinition = {
  name: 'projection_checkpoints',
  columns: { name: 'text', version: 'integer', position: 'text' },
  key: ['name', 'version'],
  indexes: [],
};

export const checkpointKey = ({ name, version }: Projection): { name: string; version: number } => ({
  name,
  version,
});

export const saveCheckpoint = (rows: RowWriter, projection: Projection, position: string): void => {
  rows.put(checkpointTable.name, { ...checkpointKey(projection), position });
};
