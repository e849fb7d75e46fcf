import type { By } from '../application/commands/actors.js';
import { isReference } from '../application/identity/reference.js';
import type { ContactEntry } from '../application/ports/key-vault.js';
import type { ReadModelStore, Row } from '../application/ports/read-model-store.js';
import { cursorOf, readPage, type AskedPage } from './paging.js';
import { forms, queryInvalid } from './query-faults.js';
import { actorOf, readQuery } from './read-query.js';
import { isOfTheHouse } from './viewer.js';
import { audienceOf, isStaffOfAll, isVerified, reads } from '../domain/complaint/disclosure/audience.js';
import { partyOf } from '../domain/complaint/relations.js';
import { inParts } from '../domain/kernel/in-parts.js';
import type { ComplaintState } from '../domain/complaint/state.js';
import { kinds, statuses } from '../domain/complaint/vocabulary.js';
import type { ContactSearch } from '../application/identity/contact-search.js';
import { readFind, type FindBy, type Lookup } from './find-asked.js';
import { casesOfReference } from './rows/case-references.js';
import { casesOfParty, casesOfPartyWith, complaintsRepresented } from './rows/cases-of-party.js';
import { casesWhere, casesWithIds, idOrder, receiptOrder } from './rows/case-status.js';
import type { RowPage } from './rows/row-page.js';
import { queueOptionNames, readQueue, type QueueOptions } from './queue-asked.js';
import type { Queue } from './queue-names.js';
import { hasQueue, queueOrder, queuePage, type QueuedRow, type QueueFilter } from './rows/queues.js';
import { corrupt, textIn, textOrNull, wordIn, wordOrNull } from '../projections/runtime/row-cells.js';
import type { PublishedVersions } from '../application/calendars/published-versions.js';
import type { Clock } from '../application/ports/clock.js';
import { leftUntilDue, notDue } from './left-until-due.js';
import type { ListedCase, ListedPage, PageOptions, QueueDeadline, QueueItem } from './listed.js';

const listedCase = (row: Row): ListedCase => ({
  folio: textIn(row, 'folio'),
  kind: wordOrNull(row, 'kind', kinds),
  status: wordIn(row, 'status', statuses),
  channel: textOrNull(row, 'channel'),
  receivedAt: textOrNull(row, 'received_at'),
  endedAt: textOrNull(row, 'ended_at'),
});

const isReferenceText = (value: unknown): value is string => typeof value === 'string' && isReference(value);

const queueItem = ({ queued, status, reasons }: QueuedRow, left: QueueDeadline): QueueItem => {
  const [reason] = reasons;
  if (reason === undefined) throw corrupt('duties');
  return {
    folio: textIn(status, 'folio'),
    kind: wordOrNull(status, 'kind', kinds),
    status: wordIn(status, 'status', statuses),
    reason,
    reasons,
    ...left,
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
   * Staff finds those of any person, a user who is verified those of which they are a party or act for one; for other
   * actors the list is empty. By a contact a case is found by those alone who read, of that case, how the person is
   * reached, and by who is accredited to act for them. What is no folio of this provider finds nothing. Throws
   * `actor-invalid`, `query-invalid`, `rows-absent`.
   */
  readonly find: (what: FindBy, by: By, options?: PageOptions) => Promise<ListedPage<ListedCase>>;
  /**
   * All requests of which a person is the subscriber or the reporter, or in which they are accredited to act for one of
   * them, by whatever channel, the oldest first. A user who
   * is verified lists their own, staff lists those of any person; for other actors the list is empty. Throws
   * `actor-invalid`, `query-invalid`, `rows-absent`.
   */
  readonly requestsOf: (person: string, by: By, options?: PageOptions) => Promise<ListedPage<ListedCase>>;
  /**
   * The cases that are the work of a role, of an area or of the supervisors, or all of them: what is due first, so that
   * what is overdue comes at the beginning, then what is not due, or paused, what waits longest first; empty for an actor who does not work for the provider. Every open case stands in at least one
   * queue. Throws `actor-invalid`, `query-invalid`, and `rows-absent` where there are no rows.
   */
  readonly queue: (queue: Queue, by: By, options?: QueueOptions) => Promise<ListedPage<QueueItem>>;
}

interface ListingParts {
  readonly rows: ReadModelStore;
  readonly scope: string;
  /** Areas of the provider's profile. */
  readonly areas: readonly string[];
  readonly folioPrefix: string;
  readonly contacts: Pick<ContactSearch, 'find'>;
  /** A complaint as it stands: who may find it by a contact is asked of each. */
  readonly stateOf: (complaint: string) => Promise<ComplaintState>;
  /** What is left of a deadline is told as of now. */
  readonly clock: Clock;
  readonly versions: PublishedVersions;
}

/** Complaints that are read at once. */
const readTogether = 32;

/** What may be listed, and for whom: people's own requests, and the queues of those who work. */
export const createListings = (parts: ListingParts): Listings => {
  const { rows, scope, areas, folioPrefix, contacts, stateOf, clock, versions } = parts;

  /** The complaints of some entries that a viewer may find by them, each looked at once. */
  const foundBy = async (entries: readonly ContactEntry[], viewer: By): Promise<readonly string[]> => {
    const persons = new Map<string, readonly string[]>();
    for (const { complaint, person } of entries)
      persons.set(complaint, [...(persons.get(complaint) ?? []), person]);
    if (isStaffOfAll(viewer)) return [...persons.keys()];
    const found: string[] = [];
    for (const part of inParts(await maybeTheirs(persons, viewer), readTogether)) {
      const states = await Promise.all(part.map(stateOf));
      found.push(
        ...part.filter((complaint, place) => {
          const state = states[place];
          return (
            state !== undefined &&
            persons.get(complaint)?.some((person) => findsByContact(viewer, person, state)) === true
          );
        }),
      );
    }
    return found;
  };

  /** A user finds by their own contacts, and by those of whom they act for: no other complaint has to be read. */
  const maybeTheirs = async (
    persons: ReadonlyMap<string, readonly string[]>,
    viewer: By,
  ): Promise<readonly string[]> => {
    const complaints = [...persons.keys()];
    if (viewer.role !== 'user') return complaints;
    const party = partyOf(viewer);
    const represented = await complaintsRepresented(rows, scope, party, complaints);
    return complaints.filter((each) => persons.get(each)?.includes(party) === true || represented.has(each));
  };

  /** By contacts: of the cases in which the viewer may know how the person is reached. */
  const casesOfContact = async (
    { sort, canonical }: Extract<Lookup, { readonly in: 'contacts' }>,
    viewer: By,
    page: AskedPage,
  ): Promise<ListedPage<ListedCase>> => {
    const complaints = await foundBy(await contacts.find(sort, canonical), viewer);
    return listed(await casesWithIds(rows, scope, complaints, page), listedCase);
  };

  /** An area that the profile names no longer keeps its queue for as long as something stands in it. */
  const mustBeKnown = async (asked: unknown, { queue }: QueueFilter): Promise<void> => {
    if (typeof asked === 'string' || queue === undefined || areas.includes(queue)) return;
    if (!(await hasQueue(rows, scope, queue))) throw queryInvalid('queue', queue);
  };

  return {
    find: async (what, by, options) => {
      const viewer = actorOf(by);
      const asked = readQuery('options', options, ['limit', 'after']);
      const lookup = readFind(what, folioPrefix);
      const page = readPage(asked, lookup.in === 'status' ? receiptOrder : idOrder);
      const own = ownOf(viewer);
      if (own === 'nothing' || lookup.in === 'nothing') return nothing;
      if (lookup.in === 'status')
        return listed(
          own === 'all'
            ? await casesWhere(rows, scope, lookup.where, page)
            : await casesOfParty(rows, scope, own.party, lookup.where, page),
          listedCase,
        );
      if (lookup.in === 'contacts') return casesOfContact(lookup, viewer, page);
      return listed(
        own === 'all'
          ? await casesOfReference(rows, scope, lookup, page)
          : await casesOfPartyWith(rows, scope, own.party, lookup, page),
        listedCase,
      );
    },

    requestsOf: async (person, by, options) => {
      const viewer = actorOf(by);
      const page = readPage(readQuery('options', options, ['limit', 'after']), receiptOrder);
      if (!isReferenceText(person)) throw queryInvalid('person', person, forms.reference);
      const own = ownOf(viewer);
      if (own === 'nothing' || (own !== 'all' && own.party !== person)) return nothing;
      return listed(await casesOfParty(rows, scope, person, {}, page), listedCase);
    },

    queue: async (queue, by, options) => {
      const viewer = actorOf(by);
      const { limit, after, ...filters } = readQuery('options', options, queueOptionNames);
      const page = readPage({ limit, after }, queueOrder);
      const filter = readQueue(queue, filters);
      await mustBeKnown(queue, filter);
      if (!isOfTheHouse(viewer)) return nothing;
      const now = clock();
      const found = await queuePage(rows, scope, filter, page, now);
      const deadlines = await leftUntilDue(
        found.rows.map(({ queued }) => ({
          due: textIn(queued, 'due'),
          counted: textOrNull(queued, 'counted'),
        })),
        versions,
        now,
      );
      return listed(found, (row, place) => queueItem(row, deadlines[place] ?? notDue));
    },
  };
};

/** The list of a viewer who may see none of it. */
const nothing = { items: [], total: 0, next: null };

const listed = <Found, Item>(
  { rows, total, next }: RowPage<Found>,
  itemOf: (found: Found, place: number) => Item,
): ListedPage<Item> => ({
  items: rows.map((found, place) => itemOf(found, place)),
  total,
  next: next === undefined ? null : cursorOf(next),
});

/**
 * Who reads how a person is reached finds a case by that; so does who is accredited to act for that person. A case that
 * was not stored has no viewer but staff.
 */
const findsByContact = (viewer: By, person: string, complaint: ComplaintState): boolean => {
  const audience = audienceOf(viewer, complaint);
  const isFor = complaint.representatives[partyOf(viewer)]?.represents === person;
  return reads(audience, 'contact', person, viewer) || (audience === 'party' && isFor);
};

/** The cases that a viewer may list: all of them, those of which they are a party, or none. */
const ownOf = (viewer: By): 'all' | 'nothing' | { readonly party: string } => {
  if (isOfTheHouse(viewer)) return 'all';
  return isVerified(viewer) && viewer.role === 'user' ? { party: partyOf(viewer) } : 'nothing';
};
