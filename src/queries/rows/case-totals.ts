import type { ReadModelStore } from '../../application/ports/read-model-store.js';
import type { Status } from '../../domain/complaint/vocabulary.js';
import { caseTotals, measures, statusMeasure } from '../../projections/case-totals/projection.js';
import { numberIn, textIn } from '../../projections/runtime/row-cells.js';
import type { Totals } from '../totals.js';

const ended: readonly Status[] = ['closed', 'cancelled', 'rejected'];

/** How many cases there are of each sort: a few rows, however many cases there are. */
export const totals = async (rows: ReadModelStore, scope: string): Promise<Totals> => {
  const table = caseTotals.table.name;
  const found = await rows.list({ table, where: { scope }, orderBy: ['measure'], limit: 100 });
  const counts = new Map(found.map((row) => [textIn(row, 'measure'), numberIn(row, 'count')]));
  const of = (measure: string): number => counts.get(measure) ?? 0;
  const inStatus = (status: Status): number => of(statusMeasure(status));
  const filed = of(measures.filed);
  const closed = ended.reduce((sum, status) => sum + inStatus(status), 0);
  return {
    filed,
    open: filed - closed,
    closed,
    byStatus: byStatus(inStatus),
    waits: of(measures.waits),
    casesWithWait: of(measures.casesWithWait),
    casesReopened: of(measures.casesReopened),
  };
};

const byStatus = (of: (status: Status) => number): Totals['byStatus'] => ({
  acknowledged: of('acknowledged'),
  inProgress: of('inProgress'),
  pending: of('pending'),
  held: of('held'),
  resolved: of('resolved'),
  closed: of('closed'),
  cancelled: of('cancelled'),
  rejected: of('rejected'),
});
