import { conectared, openQuejas } from 'quejas';
import { sqliteProjectedRows } from 'quejas/sqlite';
import { caseProgress, eventRows } from '../bench-projections.js';
import type { Contender } from '../entry.js';

/** Ours: a projector that brings the events of a store into rows of a file of their own; then makes them anew. */
export const run = async (
  { module, rowsEach, count, history }: Contender,
  folder: string,
): Promise<number> => {
  const projection = rowsEach === 'event' ? eventRows : caseProgress;
  const rows = sqliteProjectedRows({ path: `${folder}/rows.db`, projections: [projection] });
  const quejas = await openQuejas({
    store: `sqlite:${history}`,
    keys: 'memory:',
    provider: conectared,
    rows,
  });
  const began = performance.now();
  await quejas.catchUp();
  let took = performance.now() - began;
  if (module === 'ours-rebuild') {
    const again = performance.now();
    await quejas.rebuildProjection(projection.name);
    took = performance.now() - again;
  }
  await quejas.close();
  await rows.close();
  return count / (took / 1000);
};
