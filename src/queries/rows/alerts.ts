import type { AlertList } from '../../application/processes/deadlines/alert-staff.js';
import type { ReadModelStore } from '../../application/ports/read-model-store.js';
import { alerts } from '../../projections/alerts/projection.js';
import { numberIn, textIn } from '../../projections/runtime/row-cells.js';
import { isInstant } from '../../domain/kernel/instant.js';
import { corrupt } from '../../projections/runtime/row-cells.js';

const table = alerts().table.name;

const alertOrder = ['at', 'complaint'] as const;

/** What staff is to be told of, the earliest first, once its rows are fit to be read. */
export const alertList = (rows: ReadModelStore, scope: string, ready: () => Promise<void>): AlertList => ({
  page: async (limit, after) => {
    if (after === undefined) await ready();
    const found = await rows.list({
      table,
      where: { scope },
      orderBy: alertOrder,
      limit,
      ...(after && { after }),
    });
    const last = found.length < limit ? undefined : found.at(-1);
    const items = found.map((row) => {
      const at = textIn(row, 'at');
      if (!isInstant(at)) throw corrupt('at');
      return {
        complaint: textIn(row, 'complaint'),
        folio: textIn(row, 'folio'),
        at,
        counted: {
          warned: numberIn(row, 'warned') > 0,
          breached: numberIn(row, 'breached') > 0,
          escalated: numberIn(row, 'escalated') > 0,
        },
        key: textIn(row, 'key'),
        upTo: numberIn(row, 'up_to'),
      };
    });
    return { items, next: last && alertOrder.map((column) => last[column] ?? '') };
  },
});
