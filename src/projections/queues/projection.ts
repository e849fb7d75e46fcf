import type { CaseHistory } from '../../application/ports/projection.js';
import type { CaseCard } from '../../domain/complaint/card.js';
import { holderOf } from '../../domain/complaint/follow-up/holders.js';
import {
  dutyDueAt,
  dutiesOf,
  dutyBearers,
  type DutyBearer,
  type DutyReason,
} from '../../domain/complaint/duties.js';
import { caseClocks, type CaseClocks } from '../case-clocks/case-clocks.js';
import { defineProjection, type DefinedProjection, type RowOf } from '../runtime/define-projection.js';
import { countedText } from './counted-cell.js';
import { dutiesText, sinceOf } from './duties-cell.js';

/** What stands in `due` where nothing is due, and while all deadlines are paused: after every instant, in the order of bytes. */
export const noDue = '~';

const columns = {
  complaint: 'text',
  /** A role of `dutyBearers`, or the id of an area: an area that is named as a role has the work of that role. */
  queue: 'text',
  /** 1 in one of a complaint's rows, the one that is due first: these are the list of all work. */
  leads: 'integer',
  /** UTC instant that was fixed for its duties there, else at which the first of its clocks is due, or `noDue`. */
  due: 'text',
  /** The clock that is due first, where `due` is its instant or all are paused: `counted-cell.ts`. */
  counted: 'text?',
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
        ...(entry.due < before.due
          ? { due: entry.due, counted: entry.counted }
          : { due: before.due, counted: before.counted }),
        holder: before.holder ?? entry.holder,
        level: before.level ?? entry.level,
      };

type Entries = ReadonlyMap<string, Entry>;

/** When a complaint is due first, and by which clock. */
interface FirstDue {
  readonly due: string;
  readonly counted: string | null;
}

/**
 * What was fixed for the duties of a side, else the first of the clocks. Before an authority its dates alone count: the
 * clocks are of the work that others have.
 */
const firstDueOf = (bearer: DutyBearer, card: CaseCard, first: FirstDue): FirstDue => {
  const fixed = dutyDueAt(bearer, card);
  if (fixed !== null || bearer === 'legal') return { due: fixed ?? noDue, counted: null };
  return first;
};

/** The queues that a complaint stands in. */
const entriesOf = (card: CaseCard, first: FirstDue): Entries => {
  const duties = dutiesOf(card);
  const entries = new Map<string, Entry>();
  for (const bearer of dutyBearers) {
    const reasons = duties[bearer];
    if (reasons.length === 0) continue;
    const queue = queueOf(bearer, card);
    const entry: Entry = {
      reasons,
      ...firstDueOf(bearer, card, first),
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
  a.counted === b.counted &&
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

const key = ['complaint', 'queue'] as const;

/** Whose work each complaint is: a read model that is told which versions to count deadlines by. */
export type Queues = DefinedProjection<typeof columns, (typeof key)[number]> & Pick<CaseClocks, 'learn'>;

/**
 * Whose work each complaint is: one narrow row for each queue that it stands in (O-18), written only where its duties
 * there change, or its first deadline does. What else a page of a queue shows stands in `case-status`.
 */
export const queues = (clocks: CaseClocks = caseClocks()): Queues => {
  const firstDue = (history: CaseHistory | undefined): FirstDue => {
    const first = clocks.first(history);
    return { due: first?.dueAt ?? noDue, counted: countedText(first) };
  };

  const definition = defineProjection({
    name: 'queues',
    version: 4,
    columns,
    key,
    indexes: [
      ['queue', 'due', 'since', 'complaint'],
      ['holder', 'due', 'since', 'complaint'],
      ['leads', 'due', 'since', 'complaint'],
    ],
    onEvery: ({ occurredAt }, rows, { complaint, card, before, history }) => {
      const { earlier } = history;
      const isSameFirst = clocks.first(earlier) === clocks.first(history);
      if (isSameFirst && isAsBefore(before, card)) return undefined;
      const is = entriesOf(card, firstDue(history));
      const was = entriesOf(before, firstDue(earlier));
      const [first, firstBefore] = [leading(is), leading(was)];
      const left = [...was.keys()]
        .filter((queue) => !is.has(queue))
        .map((queue) => rows.remove({ complaint, queue }));
      const changed = [...is]
        .filter(
          ([queue, entry]) => !isSame(was.get(queue), entry) || (queue === first) !== (queue === firstBefore),
        )
        .map(([queue, { reasons, due, counted, holder, level }]) =>
          rows.change({ complaint, queue }, (row: QueueRow | undefined) => {
            const duties = dutiesText(reasons, row?.duties, occurredAt);
            const leads = queue === first ? 1 : 0;
            return { complaint, queue, leads, due, counted, since: sinceOf(duties), duties, holder, level };
          }),
        );
      return [...left, ...changed];
    },
  });
  return { ...definition, learn: clocks.learn };
};
