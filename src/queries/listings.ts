import type { By } from '../application/commands/actors.js';
import { isReference } from '../application/identity/reference.js';
import type { ReadModelStore, Row } from '../application/ports/read-model-store.js';
import { cursorOf, placeOf } from './cursor.js';
import { actorOf, queryInvalid, readQuery } from './read-query.js';
import { isOfTheHouse, isVerified } from './viewer.js';
import { kinds, statuses } from '../domain/complaint/vocabulary.js';
import { casesOfSubscriber } from './rows/case-status.js';
import { queuePage, type QueueOwner } from './rows/queues.js';
import { textIn, textOrNull, wordIn, wordOrNull } from '../projections/runtime/row-cells.js';
import type { ListedCase, ListedPage, PageOptions, QueueItem } from './listed.js';

const pageOf = ({ limit = 50, after }: ReadPage) => {
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 1 || limit > 1000)
    throw queryInvalid('limit (1..1000)', limit);
  if (after === undefined) return { limit };
  const place = typeof after === 'string' ? placeOf(after) : undefined;
  if (place === undefined) throw queryInvalid('after', after);
  return { limit, after: place };
};

interface ReadPage {
  readonly limit?: unknown;
  readonly after?: unknown;
}

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

const isReferenceText = (value: unknown): value is string => typeof value === 'string' && isReference(value);

/** The queue that is asked for, whatever a host in JavaScript passed. Throws `query-invalid`. */
const ownerOf = (queue: unknown, technician: unknown, areas: readonly string[]): QueueOwner => {
  if (technician !== undefined && !isReferenceText(technician)) throw queryInvalid('technician', technician);
  if (queue === 'customer-service') return { side: 'customer_service' };
  if (queue === 'technical-lead') return { side: 'technical_lead', ...(technician && { technician }) };
  const { area } = readQuery('queue', queue, ['area']);
  const known = areas.find((each) => each === area);
  if (known === undefined) throw queryInvalid('queue', area ?? queue);
  return { side: 'competent_area', area: known };
};

/** Whose work is asked for: a role's, or that of one of the provider's areas. */
export type Queue =
  | 'customer-service'
  | 'technical-lead'
  | {
      /** Id of the area, as the profile names it. */
      readonly area: string;
    };

/** Which page of a queue to give, and whose work in it. */
export interface QueueOptions extends PageOptions {
  /** Only what is in charge of this technical lead; looked at for the queue `technical-lead` alone. */
  readonly technician?: string;
}

/** The lists that a host asks for. */
export interface Listings {
  /**
   * All of a person's requests, by whatever channel, the oldest first. A user who is verified lists their own, staff
   * lists anybody's; for anybody else the list is empty. Throws `actor-invalid`, `query-invalid`, `rows-absent`.
   */
  readonly requestsOf: (subscriber: string, by: By, options?: PageOptions) => Promise<ListedPage<ListedCase>>;
  /**
   * The cases that wait for a role or an area, the longest waiting first; empty for an actor who does not work for the
   * provider. Throws `actor-invalid`, `query-invalid`, and `rows-absent` where there are no rows.
   */
  readonly queue: (queue: Queue, by: By, options?: QueueOptions) => Promise<ListedPage<QueueItem>>;
}

/** What may be listed, and for whom: people's own requests, and the queues of those who work. */
export const createListings = (rows: ReadModelStore, scope: string, areas: readonly string[]): Listings => ({
  requestsOf: async (subscriber, by, options) => {
    const viewer = actorOf(by);
    const { limit, ...rest } = pageOf(readQuery('options', options, ['limit', 'after']));
    if (!isReferenceText(subscriber)) throw queryInvalid('subscriber', subscriber);
    if (!mayList(viewer, subscriber)) return { items: [], total: 0, next: null };
    const page = await casesOfSubscriber(rows, scope, subscriber, { limit, ...rest });
    return listed(page, limit, ['received_at', 'complaint'], listedCase);
  },

  queue: async (queue, by, options) => {
    const viewer = actorOf(by);
    const { technician, ...paging } = readQuery('options', options, ['limit', 'after', 'technician']);
    const { limit, ...rest } = pageOf(paging);
    const owner = ownerOf(queue, technician, areas);
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

const mayList = (viewer: By, subscriber: string): boolean =>
  isOfTheHouse(viewer) || (isVerified(viewer) && viewer.role === 'user' && viewer.actor === subscriber);
