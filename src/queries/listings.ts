import { codedError } from '../application/errors/coded-error.js';
import type { ReadModelStore, Row } from '../application/ports/read-model-store.js';
import { cursorOf, placeOf } from './cursor.js';
import { isOfTheHouse, type Viewer } from './viewer.js';
import { kinds, statuses } from '../domain/complaint/vocabulary.js';
import { casesOfSubscriber } from './rows/case-status.js';
import { queuePage, type QueueOwner } from './rows/queues.js';
import { textIn, textOrNull, wordIn, wordOrNull } from '../projections/runtime/row-cells.js';
import type { ListedCase, ListedPage, PageOptions, QueueItem } from './listed.js';

const invalid = (what: string, given: string) =>
  codedError(
    'query-invalid',
    {
      es: `La consulta no es válida: ${what} «${given}».`,
      en: `The query is not valid: ${what} "${given}".`,
    },
    { what, given },
  );

const pageOf = ({ limit = 50, after }: PageOptions = {}) => {
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) throw invalid('limit (1..1000)', String(limit));
  if (after === undefined) return { limit };
  const place = placeOf(after);
  if (place === undefined) throw invalid('after', after);
  return { limit, after: place };
};

const listed = <Item>(
  { rows, total }: { readonly rows: readonly Row[]; readonly total: number },
  limit: number,
  orderBy: readonly string[],
  item: (row: Row) => Item,
): ListedPage<Item> => {
  const last = rows.at(-1);
  const next =
    last !== undefined && rows.length === limit ? cursorOf(orderBy.map((column) => last[column])) : null;
  return { items: rows.map(item), total, next };
};

const listedCase = (row: Row): ListedCase => ({
  folio: textIn(row, 'folio'),
  kind: wordOrNull(row, 'kind', kinds),
  status: wordIn(row, 'status', statuses),
  channel: textOrNull(row, 'channel'),
  receivedAt: textOrNull(row, 'received_at'),
  endedAt: textOrNull(row, 'ended_at'),
});

const ownerOf = (owner: string, technician: string | undefined, areas: readonly string[]): QueueOwner => {
  if (owner === 'customer-service') return { side: 'customer_service' };
  if (owner === 'technical-lead') return { side: 'technical_lead', ...(technician && { technician }) };
  if (areas.includes(owner)) return { side: 'competent_area', area: owner };
  throw invalid('queue', owner);
};

/** The lists that a host asks for. */
export interface Listings {
  /** All of a person's requests, by whatever channel. */
  readonly requestsOf: (
    subscriber: string,
    viewer: Viewer,
    page?: PageOptions,
  ) => Promise<ListedPage<ListedCase>>;
  /**
   * Cases that wait for `customer-service`, `technical-lead` or an area's id, the longest waiting first; empty for a
   * viewer who does not work for the provider. Throws `query-invalid`, and `rows-absent` where there are no rows.
   */
  readonly queue: (
    owner: string,
    viewer: Viewer,
    options?: PageOptions & { readonly technician?: string },
  ) => Promise<ListedPage<QueueItem>>;
}

/** What may be listed, and for whom: people's own requests, and the queues of those who work. */
export const createListings = (rows: ReadModelStore, scope: string, areas: readonly string[]): Listings => ({
  requestsOf: async (subscriber, viewer, options) => {
    const { limit, ...rest } = pageOf(options);
    if (!mayList(viewer, subscriber)) return { items: [], total: 0, next: null };
    const page = await casesOfSubscriber(rows, scope, subscriber, { limit, ...rest });
    return listed(page, limit, ['received_at', 'complaint'], listedCase);
  },

  queue: async (name, viewer, { technician, ...options } = {}) => {
    const { limit, ...rest } = pageOf(options);
    const owner = ownerOf(name, technician, areas);
    if (!isOfTheHouse(viewer)) return { items: [], total: 0, next: null };
    const page = await queuePage(rows, scope, owner, { limit, ...rest });
    const item = (row: Row): QueueItem => ({
      folio: textIn(row, 'folio'),
      kind: wordOrNull(row, 'kind', kinds),
      status: wordIn(row, 'status', statuses),
      reason: textIn(row, owner.side),
      dueAt: null,
      since: textIn(row, `${owner.side}_since`),
      severity: textOrNull(row, 'severity'),
      technician: textOrNull(row, 'technician'),
      area: textOrNull(row, 'area'),
    });
    return listed(page, limit, [`${owner.side}_since`, 'complaint'], item);
  },
});

const mayList = (viewer: Viewer, subscriber: string): boolean =>
  isOfTheHouse(viewer) || (viewer.verified && viewer.role === 'user' && viewer.actor === subscriber);
