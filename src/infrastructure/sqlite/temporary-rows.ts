import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Projection } from '../../application/ports/projection.js';
import type { ProjectedRows } from '../../application/ports/projected-rows.js';
import { sqliteProjectedRows } from './projected-rows.js';

/** Rows in a temporary file, which is taken away when they are closed. */
export const temporaryRows = async (projections: readonly Projection[]): Promise<ProjectedRows> => {
  const folder = await mkdtemp(join(tmpdir(), 'quejas-rows-'));
  const rows = sqliteProjectedRows({ path: join(folder, 'rows.db'), projections });
  return {
    ...rows,
    close: async () => {
      await rows.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
