import type { CaseCard } from '../../domain/complaint/card.js';
import { holderOf } from '../../domain/complaint/follow-up/holders.js';
import {
  dutyDueAt,
  dutiesOf,
  dutyBearers,
  type DutyBearer,
  type DutyReason,
} from '../../domain/complaint/duties.js';
import { defineProjection, type RowOf } from '../runtime/define-projection.js';
import { dutiesText, sinceOf } from './duties-cell.js';

/** What stands in `due` where no instant is fixed: after every instant, in the order of bytes. */
export const noDue = '~';

const columns = {
  complaint: 'text',
  /** A role of `dutyBearers`, or the id of an area: an area that is named as a role has the work of that role. */
  queue: 'text',
  /** 1 in one of a complaint's rows, the one that is due first: these are the list of all work. */
  leads: 'integer',
  /** UTC instant, or `noDue`. */
  due: 'text',
  /** Since when the first of its duties is there. */
  since: 'text',
  /** All its duties, each with its beginning: `duties-cell.ts`. */
  duties: 'text',
  /** Who has it: the technical lead in charge, its owner in customer service, or who took it. */
  holder: 'text?',
  /** The level of escalation, in the queue of the supervisors. */
  level: 'integer?',
} as const;

type QueueRow = RowOf<typeof columns>;

/** A complaint in one queue, but for since when. */
interface Entry {
  readonly reasons: readonly DutyReason[];
  readonly due: string;
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

const earlier = (a: string, b: string): string => (b < a ? b : a);

const together = (entry: Entry, before: Entry | undefined): Entry =>
  before === undefined
    ? entry
    : {
        reasons: [...before.reasons, ...entry.reasons.filter((reason) => !before.reasons.includes(reason))],
        due: earlier(before.due, entry.due),
        holder: before.holder ?? entry.holder,
        level: before.level ?? entry.level,
      };

type Entries = ReadonlyMap<string, Entry>;

/** The queues that a complaint stands in. */
const entriesOf = (card: CaseCard): Entries => {
  const duties = dutiesOf(card);
  const entries = new Map<string, Entry>();
  for (const bearer of dutyBearers) {
    const reasons = duties[bearer];
    if (reasons.length === 0) continue;
    const queue = queueOf(bearer, card);
    const entry: Entry = {
      reasons,
      due: dutyDueAt(bearer, card) ?? noDue,
      holder: holderIn(bearer, card),
      level: bearer === 'supervisor' ? card.facets.escalation : null,
    };
    entries.set(queue, together(entry, entries.get(queue)));
  }
  return entries;
};

/** The queue in which it is due first; of several, the one that comes first in `dutyBearers`. */
const leading = (entries: Entries): string | undefined => {
  let first: readonly [string, Entry] | undefined;
  for (const each of entries) if (first === undefined || each[1].due < first[1].due) first = each;
  return first?.[0];
};

const isSame = (a: Entry | undefined, b: Entry): boolean =>
  a !== undefined &&
  a.due === b.due &&
  a.holder === b.holder &&
  a.level === b.level &&
  a.reasons.length === b.reasons.length &&
  a.reasons.every((reason, place) => reason === b.reasons[place]);

/** Whether two cards put a complaint into the same queues, for the same duties. */
const isAsBefore = (one: CaseCard, other: CaseCard): boolean =>
  one.facets === other.facets &&
  one.technician === other.technician &&
  one.owner === other.owner &&
  one.holders === other.holders &&
  one.area === other.area &&
  one.proceedings === other.proceedings &&
  one.failedVisit === other.failedVisit &&
  one.affected === other.affected &&
  one.uncredited === other.uncredited &&
  one.escalationDueAt === other.escalationDueAt;

/**
 * Whose work each complaint is: one narrow row for each queue that it stands in (O-18), written only where its duties
 * there change. What else a page of a queue shows stands in `case-status`.
 */
export const queues = defineProjection({
  name: 'queues',
  version: 3,
  columns,
  key: ['complaint', 'queue'],
  indexes: [
    ['queue', 'due', 'since', 'complaint'],
    ['holder', 'due', 'since', 'complaint'],
    ['leads', 'due', 'since', 'complaint'],
  ],
  onEvery: ({ occurredAt }, rows, { complaint, card, before }) => {
    if (isAsBefore(before, card)) return undefined;
    const [was, is] = [entriesOf(before), entriesOf(card)];
    const [first, firstBefore] = [leading(is), leading(was)];
    const left = [...was.keys()]
      .filter((queue) => !is.has(queue))
      .map((queue) => rows.remove({ complaint, queue }));
    const changed = [...is]
      .filter(
        ([queue, entry]) => !isSame(was.get(queue), entry) || (queue === first) !== (queue === firstBefore),
      )
      .map(([queue, { reasons, due, holder, level }]) =>
        rows.change({ complaint, queue }, (row: QueueRow | undefined) => {
          const duties = dutiesText(reasons, row?.duties, occurredAt);
          const leads = queue === first ? 1 : 0;
          return { complaint, queue, leads, due, since: sinceOf(duties), duties, holder, level };
        }),
      );
    return [...left, ...changed];
  },
});
