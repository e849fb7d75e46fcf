import type { DueCursor } from '../../application/processes/deadlines/due-cursor.js';
import type { ReadModelStore, Row } from '../../application/ports/read-model-store.js';
import { isInstant, type Instant } from '../../domain/kernel/instant.js';
import { dueIndex, noInstant } from '../../projections/due-index/projection.js';
import { corrupt, textIn } from '../../projections/runtime/row-cells.js';

const table = dueIndex().table.name;

/** In what order what is due is read: the earliest first. */
const dueOrder = ['next', 'complaint', 'clock', 'cycle', 'run'] as const;

const instantIn = (row: Row, column: string): Instant => {
  const text = textIn(row, column);
  if (!isInstant(text)) throw corrupt(column);
  return text;
};

/** When something is to be recorded next, over all complaints; `undefined` where nothing is. It may lie in the past. */
export const nextInstant = async (rows: ReadModelStore, scope: string): Promise<Instant | undefined> => {
  const [first] = await rows.list({
    table,
    where: { scope, next: { '<': noInstant } },
    orderBy: dueOrder,
    limit: 1,
  });
  return first && instantIn(first, 'next');
};

/** The complaints of which something is to be recorded by an instant, page by page, the earliest first. */
export const duePage = async (
  rows: ReadModelStore,
  scope: string,
  until: Instant,
  { limit, after }: { readonly limit: number; readonly after?: DueCursor },
): Promise<{ readonly complaints: readonly string[]; readonly next?: DueCursor }> => {
  const found = await rows.list({
    table,
    where: { scope, next: { '<=': until } },
    orderBy: dueOrder,
    limit,
    ...(after && { after }),
  });
  const last = found.length < limit ? undefined : found.at(-1);
  const complaints = [...new Set(found.map((row) => textIn(row, 'complaint')))];
  if (last === undefined) return { complaints };
  return { complaints, next: dueOrder.map((column) => last[column] ?? '') };
};
