import type { CaseCard } from '../../domain/complaint/card.js';
import { dutiesOf, dutyBearers, type DutyBearer, type DutyReason } from '../../domain/complaint/duties.js';
import { dutyDueAt } from '../../domain/complaint/duty-dates.js';
import type { Instant } from '../../domain/kernel/instant.js';
import { noticesDue } from '../../domain/complaint/visit/late-notice.js';
import { visitsToMake } from '../../domain/complaint/visit/open.js';
import { holderOf } from '../../domain/complaint/follow-up/holders.js';

/** What stands in `due` where nothing is due, and while all deadlines are paused: after every instant, in the order of bytes. */
export const noDue = '~';

/** A complaint in one queue, but for since when. */
export interface Entry {
  readonly reasons: readonly DutyReason[];
  /** From when the notices of visits that are among the reasons come too late. */
  readonly notices: readonly Instant[];
  readonly due: string;
  readonly counted: string | null;
  readonly holder: string | null;
  readonly level: number | null;
}

const queueOf = (bearer: DutyBearer, { area }: CaseCard): string =>
  bearer === 'competent-area' ? (area ?? bearer) : bearer;

const holderIn = (bearer: DutyBearer, card: CaseCard): string | null => {
  switch (bearer) {
    case 'technical-lead':
      return card.technician;
    case 'supervisor':
      return null;
    case 'customer-service':
    case 'competent-area':
    case 'ruling-officer':
    case 'billing':
    case 'legal':
      return holderOf(bearer, card);
  }
};

const together = (entry: Entry, before: Entry | undefined): Entry =>
  before === undefined
    ? entry
    : {
        reasons: [...before.reasons, ...entry.reasons.filter((reason) => !before.reasons.includes(reason))],
        notices: [...before.notices, ...entry.notices],
        ...(entry.due < before.due
          ? { due: entry.due, counted: entry.counted }
          : { due: before.due, counted: before.counted }),
        holder: before.holder ?? entry.holder,
        level: before.level ?? entry.level,
      };

/** A complaint in its queues, by their names. */
export type Entries = ReadonlyMap<string, Entry>;

/** The queue in which the visits of one technician are, beside what is in their charge. */
const queueOfVisits: DutyBearer = 'technical-lead';

/**
 * What a complaint is to those who only visit, by their pseudonyms: theirs alone, from when they are expected. For who has it
 * in charge a visit is a duty like the others.
 */
const visitorEntriesOf = ({ facets, technician, visitors }: CaseCard): Entries => {
  const entries = new Map<string, Entry>();
  if (facets.ending !== 'open') return entries;
  for (const visit of visitsToMake(facets)) {
    const expected = visitors[visit];
    if (expected === undefined || expected.visitor === technician) continue;
    const { visitor: holder, from } = expected;
    const due = entries.get(holder)?.due;
    entries.set(holder, {
      reasons: ['attend-visit'],
      notices: [],
      due: due !== undefined && due < from ? due : from,
      counted: null,
      holder,
      level: null,
    });
  }
  return entries;
};

/** An instant at which something is due, and by which clock. */
export interface FirstDue {
  readonly due: string;
  readonly counted: string | null;
}

/** The first deadline of the work on a request, and that of what its user asked of their data. */
export interface Deadlines {
  readonly work: FirstDue;
  readonly rights: FirstDue;
}

/**
 * What was fixed for the duties of a side, else the first of the clocks; for an area the earlier of both. For legal the
 * dates of an authority and the clock of its own work alone count: the others are of the work that others have.
 */
const firstDueOf = (bearer: DutyBearer, card: CaseCard, { work, rights }: Deadlines): FirstDue => {
  const fixed = dutyDueAt(bearer, card);
  const first = bearer === 'legal' ? rights : work;
  const isTheEarlier = bearer === 'competent-area' || bearer === 'legal';
  return fixed === null || (isTheEarlier && first.due < fixed) ? first : { due: fixed, counted: null };
};

/** The queues that a complaint stands in. */
const entriesOf = (card: CaseCard, deadlines: Deadlines): Entries => {
  const duties = dutiesOf(card);
  const entries = new Map<string, Entry>();
  for (const bearer of dutyBearers) {
    const reasons = duties[bearer];
    if (reasons.length === 0) continue;
    const queue = queueOf(bearer, card);
    const entry: Entry = {
      reasons,
      notices: reasons.includes('notify-visit') ? noticesDue(card) : [],
      ...firstDueOf(bearer, card, deadlines),
      holder: holderIn(bearer, card),
      level: bearer === 'supervisor' ? card.facets.escalation : null,
    };
    entries.set(queue, together(entry, entries.get(queue)));
  }
  return entries;
};

/** What stands for the visitor in the row of everybody in a queue: no reference is empty. */
export const everybody = '';

/** A row of a complaint: in a queue for everybody in it, or for who only visits. */
export interface Place {
  readonly queue: string;
  readonly visitor: string;
  /** 1 in the queue in which it is due first. */
  readonly leads: 0 | 1;
  readonly entry: Entry;
}

/** The queue in which it is due first; of several, the one that comes first in `dutyBearers`. */
const leading = (entries: Entries): string | undefined => {
  let first: readonly [string, Entry] | undefined;
  for (const each of entries) if (first === undefined || each[1].due < first[1].due) first = each;
  return first?.[0];
};

const isSameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((each, place) => each === b[place]);

/** Whether a row of a queue stays as it is. */
const isSame = (a: Entry | undefined, b: Entry): boolean =>
  a !== undefined &&
  a.due === b.due &&
  a.counted === b.counted &&
  a.holder === b.holder &&
  a.level === b.level &&
  isSameList(a.reasons, b.reasons) &&
  isSameList(a.notices, b.notices);

/** Whether a row stays as it is. */
export const isSamePlace = (a: Place | undefined, b: Place): boolean =>
  a?.leads === b.leads && isSame(a.entry, b.entry);

/** The rows of a complaint, each by a name of its own. */
export const placesOf = (card: CaseCard, deadlines: Deadlines): ReadonlyMap<string, Place> => {
  const entries = entriesOf(card, deadlines);
  const first = leading(entries);
  const places = new Map<string, Place>();
  for (const [queue, entry] of entries)
    places.set(queue, { queue, visitor: everybody, leads: queue === first ? 1 : 0, entry });
  for (const [visitor, entry] of visitorEntriesOf(card))
    places.set(`${queueOfVisits} ${visitor}`, { queue: queueOfVisits, visitor, leads: 0, entry });
  return places;
};

/** What of a card its queues and its duties there follow from. */
const grounds = [
  'facets',
  'technician',
  'owner',
  'holders',
  'area',
  'visitors',
  'agreements',
  'arco',
  'proceedings',
  'failedVisit',
  'affected',
  'uncredited',
  'escalationDueAt',
] as const satisfies readonly (keyof CaseCard)[];

/** Whether two cards put a complaint into the same queues, for the same duties. */
export const isAsBefore = (one: CaseCard, other: CaseCard): boolean =>
  grounds.every((ground) => one[ground] === other[ground]);

/** The duties of an entry, as its cell keeps them. */
export const dutiesOfEntry = ({ reasons, notices }: Entry) =>
  reasons.map((reason) => ({ reason, due: reason === 'notify-visit' ? notices : [] }));
