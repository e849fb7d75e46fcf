import type { ReadModelStore } from '../../application/ports/read-model-store.js';
import { caseReferences, type ReferenceSort } from '../../projections/case-references/projection.js';
import { textIn } from '../../projections/runtime/row-cells.js';
import type { AskedPage } from '../paging.js';
import { idOrder, rowsInOrder, statusRows } from './case-status.js';
import { cutPage, type RowPage } from './row-page.js';

const table = caseReferences.table.name;

/**
 * The cases of a reference, in the order of their ids. One whose status is not there yet is left out: the rows of each
 * read model are kept by themselves, and another program may bring these on first.
 */
export const casesOfReference = async (
  rows: ReadModelStore,
  scope: string,
  { sort, value }: { readonly sort: ReferenceSort; readonly value: string },
  { limit, after }: AskedPage,
): Promise<RowPage> => {
  const where = { scope, sort, value };
  const [found, total] = await Promise.all([
    rows.list({ table, where, orderBy: idOrder, limit: limit + 1, ...(after && { after }) }),
    rows.count({ table, where }),
  ]);
  const page = cutPage(found, limit, idOrder);
  const complaints = page.rows.map((row) => textIn(row, 'complaint'));
  const statuses = await statusRows(rows, scope, complaints);
  return { ...page, rows: rowsInOrder(statuses, complaints), total };
};
