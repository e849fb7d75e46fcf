import type { CaseCard } from '../../domain/complaint/card.js';
import { everybody, isAsBefore, noDue, placesOf } from '../queues/entries.js';
import { defineProjection } from '../runtime/define-projection.js';

/** What stands for a holder where there is none, and for the queue of all work: no reference is empty. */
export const none = '';

/** What is counted together: the complaints of a queue that one person has, at one level of escalation. */
interface Counted {
  readonly queue: string;
  readonly holder: string;
  readonly level: number;
  /** 1 for those whom a person only visits: they count once more in the queue, for everybody in it. */
  readonly visits: number;
}

/** All work: each complaint counts once there, whatever queues it stands in. */
export const allWork: Counted = { queue: none, holder: none, level: 0, visits: 0 };

const never = { due: noDue, counted: null };
const nothingDue = { work: never, rights: never };

/** Where a complaint counts. By its card alone: what is due changes no count, so no policy has to be known. */
const countedOf = (card: CaseCard): readonly Counted[] => {
  const places = placesOf(card, nothingDue);
  if (places.size === 0) return [];
  const inQueues = [...places.values()].map(({ queue, visitor, entry: { holder, level } }) => ({
    queue,
    holder: holder ?? none,
    level: level ?? 0,
    visits: visitor === everybody ? 0 : 1,
  }));
  return [allWork, ...inQueues];
};

const isSame = (one: Counted, other: Counted): boolean =>
  one.queue === other.queue &&
  one.holder === other.holder &&
  one.level === other.level &&
  one.visits === other.visits;

const without = (all: readonly Counted[], taken: readonly Counted[]): readonly Counted[] =>
  all.filter((each) => !taken.some((other) => isSame(each, other)));

/** How many complaints stand in each queue, by who has them and their level: a page tells its total without counting rows. */
export const queueTotals = defineProjection({
  name: 'queue-totals',
  version: 3,
  columns: { queue: 'text', holder: 'text', level: 'integer', visits: 'integer', complaints: 'integer' },
  key: ['queue', 'holder', 'level', 'visits'],
  onEvery: (_event, rows, { card, before }) => {
    if (isAsBefore(before, card)) return undefined;
    const [was, is] = [countedOf(before), countedOf(card)];
    return [
      ...without(was, is).map((counted) => rows.add({ ...counted }, { complaints: -1 })),
      ...without(is, was).map((counted) => rows.add({ ...counted }, { complaints: 1 })),
    ];
  },
});
