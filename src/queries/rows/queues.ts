import type { ReadModelStore, Row } from '../../application/ports/read-model-store.js';
import { queues } from '../../projections/queues/projection.js';

const table = queues.table.name;

/** Whose queue is asked for: customer service's, the technical leads' (one or all), or an area's. */
export type QueueOwner =
  | { readonly side: 'customer_service' }
  | { readonly side: 'technical_lead'; readonly technician?: string }
  | { readonly side: 'competent_area'; readonly area: string };

const ownedBy = (owner: QueueOwner): Readonly<Record<string, string>> => {
  switch (owner.side) {
    case 'customer_service':
      return {};
    case 'technical_lead':
      return owner.technician === undefined ? {} : { technician: owner.technician };
    case 'competent_area':
      return { area: owner.area };
  }
};

/** A page of a queue: the longest waiting first. */
export const queuePage = async (
  rows: ReadModelStore,
  scope: string,
  owner: QueueOwner,
  { limit, after }: { readonly limit: number; readonly after?: readonly string[] },
): Promise<{ readonly rows: readonly Row[]; readonly total: number }> => {
  const since = `${owner.side}_since`;
  const where = { scope, ...ownedBy(owner), [since]: { present: true as const } };
  const [found, total] = await Promise.all([
    rows.list({ table, where, orderBy: [since, 'complaint'], limit, ...(after && { after }) }),
    rows.count({ table, where }),
  ]);
  return { rows: found, total };
};
