import type { ReadModelStore, Row } from '../../application/ports/read-model-store.js';
import { dutyAt } from '../../domain/complaint/visit/late-notice.js';
import type { Instant } from '../../domain/kernel/instant.js';
import { dutiesIn } from '../../projections/queues/duties-cell.js';
import { allWork, queueTotals } from '../../projections/queue-totals/projection.js';
import { everybody } from '../../projections/queues/entries.js';
import { queues } from '../../projections/queues/projection.js';
import { numberIn, textIn } from '../../projections/runtime/row-cells.js';
import type { AskedPage } from '../paging.js';
import { statusRows } from './case-status.js';
import { cutPage, type RowPage } from './row-page.js';

const table = queues().table.name;

/** The queue that is asked for, and what of it. */
export interface QueueFilter {
  /** A role, or the id of an area; absent for all work, each complaint once. */
  readonly queue?: string;
  /** Only what this person has. */
  readonly holder?: string;
  /** Only this level of escalation. */
  readonly level?: number;
}

/** A complaint in a queue: its row there, its row in `case-status`, and all its duties as of now. */
export interface QueuedRow {
  readonly queued: Row;
  readonly status: Row;
  readonly reasons: readonly string[];
}

/** In what order a queue is read. */
export const queueOrder = ['due', 'since', 'complaint'] as const;

const reasonsIn = (row: Row, now: Instant): readonly string[] =>
  dutiesIn(textIn(row, 'duties')).flatMap(({ reason, due }) => dutyAt(reason, due, now));

/** All duties of some complaints, over all queues. */
const allReasons = async (
  rows: ReadModelStore,
  scope: string,
  complaints: readonly string[],
  now: Instant,
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const reasons = new Map<string, readonly string[]>();
  if (complaints.length === 0) return reasons;
  const found = await rows.list({
    table,
    where: { scope, complaint: { in: complaints }, visitor: everybody },
    orderBy: ['complaint', { descending: 'leads' }, 'queue'],
    limit: complaints.length * 10,
  });
  for (const row of found) {
    const complaint = textIn(row, 'complaint');
    const known = reasons.get(complaint) ?? [];
    reasons.set(complaint, [...known, ...reasonsIn(row, now).filter((reason) => !known.includes(reason))]);
  }
  return reasons;
};

const totalsTable = queueTotals.table.name;

/** How many complaints there are, from counts that are kept. What one person has of all work is little, and is counted. */
const totalOf = async (
  rows: ReadModelStore,
  scope: string,
  { queue, holder, level }: QueueFilter,
): Promise<number> => {
  if (queue === undefined && holder !== undefined)
    return rows.count({ table, where: { scope, leads: 1, holder } });
  if (queue === undefined) {
    const row = await rows.get(totalsTable, { scope, ...allWork });
    return row === undefined ? 0 : numberIn(row, 'complaints');
  }
  const where = {
    scope,
    queue,
    ...(holder === undefined ? { visits: 0 } : { holder }),
    ...(level !== undefined && { level }),
  };
  const [group] = await rows.groups({
    ...{ table: totalsTable, where },
    ...{ by: ['scope'], sums: ['complaints'], limit: 1 },
  });
  return group?.sums['complaints'] ?? 0;
};

/**
 * A page of a queue: what is due first, then what waits longest. A complaint whose status is not there yet is left out:
 * the rows of each read model are kept by themselves, and another program may bring the queues on first.
 */
export const queuePage = async (
  rows: ReadModelStore,
  scope: string,
  filter: QueueFilter,
  { limit, after }: AskedPage,
  now: Instant,
): Promise<RowPage<QueuedRow>> => {
  const { queue, holder, level } = filter;
  const where = {
    scope,
    ...(queue === undefined ? { leads: 1 } : { queue }),
    ...(holder === undefined ? { visitor: everybody } : { holder }),
    ...(level !== undefined && { level }),
  };
  const [found, total] = await Promise.all([
    rows.list({ table, where, orderBy: queueOrder, limit: limit + 1, ...(after && { after }) }),
    totalOf(rows, scope, filter),
  ]);
  const page = cutPage(found, limit, queueOrder);
  const complaints = page.rows.map((row) => textIn(row, 'complaint'));
  const [statuses, everywhere] = await Promise.all([
    statusRows(rows, scope, complaints),
    queue === undefined ? allReasons(rows, scope, complaints, now) : undefined,
  ]);
  const queued = page.rows.flatMap((row): readonly QueuedRow[] => {
    const complaint = textIn(row, 'complaint');
    const status = statuses.get(complaint);
    if (status === undefined) return [];
    return [{ queued: row, status, reasons: everywhere?.get(complaint) ?? reasonsIn(row, now) }];
  });
  return { ...page, rows: queued, total };
};

/** Whether anything stands in a queue of this name. */
export const hasQueue = async (rows: ReadModelStore, scope: string, queue: string): Promise<boolean> =>
  (await rows.count({ table, where: { scope, queue }, atMost: 1 })) > 0;
