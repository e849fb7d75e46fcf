import type { By } from '../application/commands/actors.js';
import { isReference } from '../application/identity/reference.js';
import type { ReadModelStore, Row } from '../application/ports/read-model-store.js';
import { cursorOf, valuesOf } from './cursor.js';
import { actorOf, queryInvalid, readQuery } from './read-query.js';
import { isOfTheHouse } from './viewer.js';
import { isVerified } from '../domain/complaint/disclosure/audience.js';
import { partyOf } from '../domain/complaint/relations.js';
import { kinds, statuses } from '../domain/complaint/vocabulary.js';
import type { ContactSearch } from '../application/identity/contact-search.js';
import { readFind, type FindBy, type Lookup } from './find-asked.js';
import { casesOfReference } from './rows/case-references.js';
import { casesOfParty } from './rows/cases-of-party.js';
import { casesWhere, statusRows } from './rows/case-status.js';
import { queueOptionNames, readQueue, type QueueOptions } from './queue-asked.js';
import type { Queue } from './queue-names.js';
import { hasQueue, queueOrder, queuePage, type QueuedRow, type QueueFilter } from './rows/queues.js';
import { corrupt, textIn, textOrNull, wordIn, wordOrNull } from '../projections/runtime/row-cells.js';
import { noDue } from '../projections/queues/projection.js';
import type { ListedCase, ListedPage, PageOptions, QueueItem } from './listed.js';

const pageOf = ({ limit = 50, after }: ReadPage) => {
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 1 || limit > 1000)
    throw queryInvalid('limit (1..1000)', limit);
  if (after === undefined) return { limit };
  const place = typeof after === 'string' ? valuesOf(after) : undefined;
  if (place === undefined) throw queryInvalid('after', after);
  return { limit, after: place };
};

interface ReadPage {
  readonly limit?: unknown;
  readonly after?: unknown;
}

const nextAfter = (rows: readonly Row[], limit: number, orderBy: readonly string[]): string | null => {
  const last = rows.at(-1);
  return last !== undefined && rows.length === limit ? cursorOf(orderBy.map((column) => last[column])) : null;
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

const queueItem = ({ queued, status, reasons }: QueuedRow): QueueItem => {
  const [reason] = reasons;
  const due = textIn(queued, 'due');
  if (reason === undefined) throw corrupt('duties');
  return {
    folio: textIn(status, 'folio'),
    kind: wordOrNull(status, 'kind', kinds),
    status: wordIn(status, 'status', statuses),
    reason,
    reasons,
    dueAt: due === noDue ? null : due,
    since: textIn(queued, 'since'),
    severity: textOrNull(status, 'severity'),
    technician: textOrNull(status, 'technician'),
    area: textOrNull(status, 'area'),
    queue: textIn(queued, 'queue'),
    holder: textOrNull(queued, 'holder'),
  };
};

/** The lists that a host asks for. */
export interface Listings {
  /**
   * The cases that a person on the phone may name: by folio, subscriber, contract, outage, a number of another party,
   * channel, or by a phone number or an e-mail address that was given with them, as long as the person's key is held.
   * Staff finds those of any person, a user who is verified those of which they are a party; for other actors the list
   * is empty. What is no folio of this
   * provider finds nothing. Throws `actor-invalid`, `query-invalid`, `rows-absent`.
   */
  readonly find: (what: FindBy, by: By, options?: PageOptions) => Promise<ListedPage<ListedCase>>;
  /**
   * All requests of which a person is the subscriber or the reporter, by whatever channel, the oldest first. A user who
   * is verified lists their own, staff lists those of any person; for other actors the list is empty. Throws
   * `actor-invalid`, `query-invalid`, `rows-absent`.
   */
  readonly requestsOf: (person: string, by: By, options?: PageOptions) => Promise<ListedPage<ListedCase>>;
  /**
   * The cases that are the work of a role, of an area or of the supervisors, or all of them: what is due first, then
   * what waits longest; empty for an actor who does not work for the provider. Every open case stands in at least one
   * queue. Throws `actor-invalid`, `query-invalid`, and `rows-absent` where there are no rows.
   */
  readonly queue: (queue: Queue, by: By, options?: QueueOptions) => Promise<ListedPage<QueueItem>>;
}

/** What may be listed, and for whom: people's own requests, and the queues of those who work. */
export const createListings = (
  rows: ReadModelStore,
  scope: string,
  { areas, folioPrefix }: { readonly areas: readonly string[]; readonly folioPrefix: string },
  contacts: Pick<ContactSearch, 'find'>,
): Listings => {
  /** By contacts, in the order of ids: of those that the viewer may know how to reach. */
  const casesOfContact = async (
    { sort, canonical }: Extract<Lookup, { readonly in: 'contacts' }>,
    viewer: By,
    { limit, after: [from = ''] = [] }: { readonly limit: number; readonly after?: readonly string[] },
  ): Promise<ListedPage<ListedCase>> => {
    if (viewer.role === 'auditor') return { items: [], total: 0, next: null };
    const entries = await contacts.find(sort, canonical);
    const own = isOfTheHouse(viewer) ? entries : entries.filter(({ person }) => person === partyOf(viewer));
    const complaints = [...new Set(own.map(({ complaint }) => complaint))];
    const known = await statusRows(rows, scope, complaints);
    const found = complaints.map((complaint) => known.get(complaint)).filter((row) => row !== undefined);
    const shown = found.filter((row) => textIn(row, 'complaint') > from).slice(0, limit);
    return {
      items: shown.map(listedCase),
      total: found.length,
      next: nextAfter(shown, limit, ['complaint']),
    };
  };

  /** An area that the profile names no longer keeps its queue for as long as something stands in it. */
  const mustBeKnown = async (asked: unknown, { queue }: QueueFilter): Promise<void> => {
    if (typeof asked === 'string' || queue === undefined || areas.includes(queue)) return;
    if (!(await hasQueue(rows, scope, queue))) throw queryInvalid('queue', queue);
  };

  return {
    find: async (what, by, options) => {
      const viewer = actorOf(by);
      const page = pageOf(readQuery('options', options, ['limit', 'after']));
      const lookup = readFind(what, folioPrefix);
      const own = ownOf(viewer);
      if (own === 'nothing' || lookup.in === 'nothing') return { items: [], total: 0, next: null };
      if (lookup.in === 'status') {
        const found =
          own === 'all'
            ? await casesWhere(rows, scope, lookup.where, page)
            : await casesOfParty(rows, scope, own.party, lookup.where, page);
        const next = nextAfter(found.rows, page.limit, ['received_at', 'complaint']);
        return { items: found.rows.map(listedCase), total: found.total, next };
      }
      if (lookup.in === 'contacts') return casesOfContact(lookup, viewer, page);
      // Whose a reference is stands in another table: only staff looks it up.
      if (own !== 'all') return { items: [], total: 0, next: null };
      const found = await casesOfReference(rows, scope, lookup, page);
      const next = nextAfter(found.rows, page.limit, ['complaint']);
      return { items: found.rows.map(listedCase), total: found.total, next };
    },

    requestsOf: async (person, by, options) => {
      const viewer = actorOf(by);
      const { limit, ...rest } = pageOf(readQuery('options', options, ['limit', 'after']));
      if (!isReferenceText(person)) throw queryInvalid('person', person);
      const own = ownOf(viewer);
      if (own === 'nothing' || (own !== 'all' && own.party !== person))
        return { items: [], total: 0, next: null };
      const page = await casesOfParty(rows, scope, person, {}, { limit, ...rest });
      return {
        items: page.rows.map(listedCase),
        total: page.total,
        next: nextAfter(page.rows, limit, ['received_at', 'complaint']),
      };
    },

    queue: async (queue, by, options) => {
      const viewer = actorOf(by);
      const { limit: most, after, ...filters } = readQuery('options', options, queueOptionNames);
      const { limit, ...rest } = pageOf({ limit: most, after });
      const filter = readQueue(queue, filters);
      await mustBeKnown(queue, filter);
      if (!isOfTheHouse(viewer)) return { items: [], total: 0, next: null };
      const page = await queuePage(rows, scope, filter, { limit, ...rest });
      return {
        items: page.rows.map(queueItem),
        total: page.total,
        next: nextAfter(
          page.rows.map(({ queued }) => queued),
          limit,
          queueOrder,
        ),
      };
    },
  };
};

/** The cases that a viewer may list: all of them, those of which they are a party, or none. */
const ownOf = (viewer: By): 'all' | 'nothing' | { readonly party: string } => {
  if (isOfTheHouse(viewer)) return 'all';
  return isVerified(viewer) && viewer.role === 'user' ? { party: partyOf(viewer) } : 'nothing';
};
