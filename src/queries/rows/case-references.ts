import type { ReadModelStore, Row } from '../../application/ports/read-model-store.js';
import { caseReferences, type ReferenceSort } from '../../projections/case-references/projection.js';
import { corrupt, textIn } from '../../projections/runtime/row-cells.js';
import { statusRows } from './case-status.js';

const table = caseReferences.table.name;

/** The cases of a reference, in the order of their ids, which is that of their filing where ids tell the time. */
export const casesOfReference = async (
  rows: ReadModelStore,
  scope: string,
  { sort, value }: { readonly sort: ReferenceSort; readonly value: string },
  { limit, after }: { readonly limit: number; readonly after?: readonly string[] },
): Promise<{ readonly rows: readonly Row[]; readonly total: number }> => {
  const where = { scope, sort, value };
  const [found, total] = await Promise.all([
    rows.list({ table, where, orderBy: ['complaint'], limit, ...(after && { after }) }),
    rows.count({ table, where }),
  ]);
  const complaints = found.map((row) => textIn(row, 'complaint'));
  const statuses = await statusRows(rows, scope, complaints);
  return {
    rows: complaints.map((complaint) => {
      const status = statuses.get(complaint);
      if (status === undefined) throw corrupt('complaint');
      return status;
    }),
    total,
  };
};
